//! A context: a text that says what a summary is for. Its content words and names count as asked for.

use crate::analysis::Document;
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
    let mut is_asked = vec![false; entities.list.len()];
    let mut all = terms.clone();
    let mut form = Vec::new();
    for (pass, mention) in [0, 1].into_iter().flat_map(|pass| entities.mentions.iter().map(move |m| (pass, m))) {
        let entity = mention.entity as usize;
        if entities.list[entity].kind.is_fact() || is_asked[entity] != (pass == 1) {
            continue;
        }
        let sentence = &document.sentences()[mention.sentence];
        let tokens = document.prose.tokens_in(sentence, mention.span);
        if pass == 1 {
            document.terms.enter_known(tokens, &mut all);
        } else {
            form.clear();
            document.terms.enter_known(tokens, &mut form);
            is_asked[entity] = !form.is_empty() && form.iter().all(|term| terms.binary_search(term).is_ok());
        }
    }
    all
}
