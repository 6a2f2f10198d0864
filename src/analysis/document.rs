//! An article with everything that was found in it: what the signals look at.

use crate::analysis::entity::{self, Entities};
use crate::analysis::term::{self, Terms};
use crate::article::Article;
use crate::language::{self, Prose, Sentence};
use std::ops::Deref;

/// An article that is the document's own, or its caller's.
#[derive(Debug)]
pub(crate) enum Held<'a> {
    Own(Article<'a>),
    Callers(&'a Article<'a>),
}

impl<'a> Deref for Held<'a> {
    type Target = Article<'a>;

    fn deref(&self) -> &Article<'a> {
        match self {
            Self::Own(article) => article,
            Self::Callers(article) => article,
        }
    }
}

/// The annotated article.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) article: Held<'a>,
    pub(crate) prose: Prose,
    pub(crate) terms: Terms,
    pub(crate) entities: Entities,
}

impl Document<'_> {
    /// The sentences, in order.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        &self.prose.sentences
    }
}

/// Article → sentences → tokens → terms and entities.
#[cfg(any(feature = "eval", test))]
pub(crate) fn annotate<'a>(article: &'a Article<'a>, language: Option<&str>) -> Document<'a> {
    annotate_held(Held::Callers(article), language)
}

/// The same of an article that may be the document's own.
pub(crate) fn annotate_held<'a>(article: Held<'a>, language: Option<&str>) -> Document<'a> {
    let prose = language::read(&article, language);
    let terms = term::read(&prose);
    let entities = entity::find(article.text(), &prose);
    Document { article, prose, terms, entities }
}
