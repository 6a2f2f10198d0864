//! Length: a sentence of a few words says little, and a very long one leaves no room for others.
//!
//! Words against the article's mean, whether they are few, and how long they are in bytes. Length
//! as a feature of extracts is from Kupiec, Pedersen and Chen (1995), "A trainable document summarizer".

use super::scaling::{flag, standardize};
use crate::analysis::Document;

/// A sentence of fewer words seldom says a whole thing.
const SHORT: usize = 8;
/// A sentence of fewer words is plain.
const PLAIN: usize = 15;

pub(super) const NAMES: &[&str] = &["words/mean", "short", "plain", "word length z"];
/// Which of them are standardized.
const WORD_LENGTH: usize = 3;

pub(super) fn measure(document: &Document<'_>) -> Vec<[f64; NAMES.len()]> {
    let mut rows = Vec::with_capacity(document.sentences().len());
    let sentences = document.sentences();
    let all: usize = sentences.iter().map(|sentence| sentence.words).sum();
    let mean = all as f64 / sentences.len().max(1) as f64;
    for sentence in sentences {
        let words = sentence.words as f64;
        let short = flag(sentence.words < SHORT);
        let plain = flag(sentence.words < PLAIN) - short;
        rows.push([words / mean.max(1.0), short, plain, sentence.span.len() as f64 / words.max(1.0)]);
    }
    standardize(&mut rows, WORD_LENGTH);
    rows
}
