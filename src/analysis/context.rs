//! A context: a text that says what a summary is for. Its content words and names count as asked for.

use crate::analysis::Document;
use crate::analysis::entity::Mention;
use crate::analysis::term::Term;
use crate::article::{MAX_TEXT_BYTES, cut_at_boundary};
use crate::language::tokenize::tokenize;
use crate::text::span::Span;

/// What a context asks for of an article.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The terms of the article that it has, and those of all forms of the names that it has; distinct, ascending.
    pub(crate) terms: Vec<Term>,
    /// What share of its own terms the article has, 0 to 1: of a context that is hardly about the article little is asked
    /// for.
    pub(crate) share: f64,
}

impl Asked {
    /// Reads a context in the article's language; nothing if the two have no term in common. What is past
    /// [`MAX_TEXT_BYTES`] is not read, as of an article.
    pub(crate) fn read(document: &Document<'_>, context: &str) -> Option<Self> {
        let context = cut_at_boundary(context, MAX_TEXT_BYTES);
        let mut tokens = Vec::new();
        tokenize(context, Span::new(0, context.len()), document.prose.lexicon, &mut tokens);
        let mut own = Vec::new();
        let (shared, count) = document.terms.enter_known(&tokens, &mut own);
        let share = shared as f64 / count.max(1) as f64;
        (shared > 0).then(|| Self { terms: with_other_forms(document, own), share })
    }
}

/// Adds the terms of all forms of the names of which a form is made of `terms` alone: who asks for the European Union asks
/// for the EU.
fn with_other_forms(document: &Document<'_>, terms: Vec<Term>) -> Vec<Term> {
    let entities = &document.entities;
    let is_name = |mention: &&Mention| !entities.list[mention.entity as usize].kind.is_fact();
    let tokens_of = |mention: &Mention| document.prose.tokens_in(&document.sentences()[mention.sentence], mention.span);
    let mut is_asked = vec![false; entities.list.len()];
    let mut form = Vec::new();
    for mention in entities.mentions.iter().filter(is_name) {
        form.clear();
        document.terms.enter_known(tokens_of(mention), &mut form);
        is_asked[mention.entity as usize] |=
            !form.is_empty() && form.iter().all(|term| terms.binary_search(term).is_ok());
    }
    let mut all = terms;
    for mention in entities.mentions.iter().filter(is_name).filter(|mention| is_asked[mention.entity as usize]) {
        document.terms.enter_known(tokens_of(mention), &mut all);
    }
    all
}
