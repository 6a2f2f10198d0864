//! Length: a sentence of a few words says little, and a very long one leaves no room for others.
//!
//! Words against the article's mean, whether they are few, and how long they are in bytes. Length
//! as a feature of extracts is from Kupiec, Pedersen and Chen (1995), "A trainable document summarizer".

use super::{Columns, flag};
use crate::analysis::Document;

/// A sentence of fewer words seldom says a whole thing.
const SHORT: usize = 8;
/// A sentence of fewer words is plain.
const PLAIN: usize = 15;

pub(super) const NAMES: &[&str] = &["words/mean", "short", "plain", "word length z"];
/// Which of them are standardized.
const WORD_LENGTH: usize = 3;

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let sentences = document.sentences();
    let all: usize = sentences.iter().map(|sentence| sentence.words).sum();
    let mean = all as f64 / sentences.len().max(1) as f64;
    for (at, sentence) in sentences.iter().enumerate() {
        let words = sentence.words as f64;
        let short = flag(sentence.words < SHORT);
        let plain = flag(sentence.words < PLAIN) - short;
        out.row(at, 0, [words / mean.max(1.0), short, plain, sentence.span.len() as f64 / words.max(1.0)]);
    }
    out.standardize(WORD_LENGTH);
}
