//! An article with everything that was found in it: what the signals look at.

use crate::entity::Entities;
use crate::language::{Prose, Sentence};
use crate::note::Notes;
use crate::page::article::Article;
use crate::term::Terms;

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
