//! Cues: whether a sentence stands on its own.
//!
//! 1, but 0 for a sentence that opens with a pronoun or a connective ("He", "But") and so dangles without the one
//! before it, and ½ for one that opens with a quotation, whose speaker may be named elsewhere. After the cue method
//! of Edmundson (1969) and the dangling anaphora of Paice (1990), "Constructing literature abstracts by computer".

use crate::document::Document;
use crate::punctuation::is_quotation_mark;

/// A quotation is understood in part.
const QUOTATION: f64 = 0.5;

pub(super) fn measure(document: &Document<'_>) -> Vec<f64> {
    let text = document.article.text();
    document
        .sentences()
        .iter()
        .map(|sentence| {
            if sentence.span.of(text).starts_with(is_quotation_mark) {
                return QUOTATION;
            }
            if document.prose.leans(text, sentence) { 0.0 } else { 1.0 }
        })
        .collect()
}
