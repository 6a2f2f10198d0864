//! Length: a sentence of a few words says little, and a very long one leaves no room for others.
//!
//! Words, up to a number from which more make no difference; their logarithm; and against the article's mean. Length
//! as a feature of extracts is from Kupiec, Pedersen and Chen (1995), "A trainable document summarizer".

use super::logs::ln_1p;
use super::{Columns, flag};
use crate::document::Document;

/// Words from which on longer makes no difference.
const LONG: f64 = 60.0;

/// A sentence of fewer words seldom says a whole thing.
const SHORT: usize = 8;
/// A sentence of fewer words is plain.
const PLAIN: usize = 15;
/// A sentence of more words is hard to take in at once.
const HARD: usize = 40;

pub(super) const NAMES: &[&str] = &["words/30", "ln words", "words/mean", "short", "plain", "hard", "word length"];

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let sentences = document.sentences();
    let all: usize = sentences.iter().map(|sentence| sentence.words).sum();
    let mean = all as f64 / sentences.len().max(1) as f64;
    for (at, sentence) in sentences.iter().enumerate() {
        let words = sentence.words as f64;
        let short = flag(sentence.words < SHORT);
        let plain = flag(sentence.words < PLAIN) - short;
        let length = sentence.span.len() as f64 / words.max(1.0);
        let hard = flag(sentence.words > HARD);
        let row = [words.min(LONG) / 30.0, ln_1p(sentence.words), words / mean.max(1.0), short, plain, hard, length];
        out.row(at, 0, row);
    }
    out.standardize(6);
}
