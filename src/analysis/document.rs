//! An article with everything that was found in it: what the signals look at.

use crate::analysis::entity::{self, Entities};
use crate::analysis::term::{self, Terms};
use crate::article::Article;
use crate::language::{self, Prose, Sentence};

/// The annotated article.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) article: &'a Article<'a>,
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
pub(crate) fn annotate<'a>(article: &'a Article<'a>, language: Option<&str>) -> Document<'a> {
    let prose = language::read(article, language);
    let terms = term::read(&prose);
    let entities = entity::find(article.text(), &prose);
    Document { article, prose, terms, entities }
}
