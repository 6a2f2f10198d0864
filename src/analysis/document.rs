//! An article with everything that was found in it: what the signals look at.

use crate::analysis::entity::Entities;
use crate::analysis::term::Terms;
use crate::article::Article;
use crate::language::{Prose, Sentence};
use crate::note::Notes;

/// The annotated article.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) article: &'a Article<'a>,
    pub(crate) prose: Prose,
    pub(crate) terms: Terms,
    pub(crate) entities: Entities,
    pub(crate) notes: Notes,
}

impl Document<'_> {
    /// The sentences, in order.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        &self.prose.sentences
    }
}

/// Article → sentences → tokens → terms and entities.
pub(crate) fn annotate<'a>(article: &'a Article<'a>, language: Option<&str>) -> Document<'a> {
    let prose = crate::language::read(article, language);
    let terms = crate::analysis::term::read(&prose);
    let entities = crate::analysis::entity::find(article.text(), &prose);
    let notes = Notes::of(prose.sentences.len());
    Document { article, prose, terms, entities, notes }
}
