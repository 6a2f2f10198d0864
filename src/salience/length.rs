//! Length: a sentence of a few words says little, and a very long one leaves no room for others.
//!
//! Words, up to a number from which more make no difference; their logarithm; and against the article's mean. Length
//! as a feature of extracts is from Kupiec, Pedersen and Chen (1995), "A trainable document summarizer".

use super::Columns;
use super::logs::ln_1p;
use crate::document::Document;

/// Words from which on longer makes no difference.
const LONG: f64 = 60.0;

pub(super) const NAMES: &[&str] = &["words/30", "ln words", "words/mean"];

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let sentences = document.sentences();
    let all: usize = sentences.iter().map(|sentence| sentence.words).sum();
    let mean = all as f64 / sentences.len().max(1) as f64;
    for (at, sentence) in sentences.iter().enumerate() {
        let words = sentence.words as f64;
        out.row(at, 0, [words.min(LONG) / 30.0, ln_1p(sentence.words), words / mean.max(1.0)]);
    }
}
