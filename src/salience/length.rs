//! Length: a sentence of a few words says little, and a very long one leaves no room for others.
//!
//! Words, up to a number from which more make no difference; their logarithm; and against the article's mean. Length
//! as a feature of extracts is from Kupiec, Pedersen and Chen (1995), "A trainable document summarizer".

use super::Columns;
use crate::document::Document;

/// Words from which on longer makes no difference.
const LONG: f64 = 60.0;

pub(super) const NAMES: &[&str] = &["words/30", "ln words", "words/mean"];

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let words: Vec<f64> = document.sentences().iter().map(|s| s.words as f64).collect();
    let mean = words.iter().sum::<f64>() / words.len().max(1) as f64;
    for (at, words) in words.into_iter().enumerate() {
        out.row(at, &[words.min(LONG) / 30.0, libm::log(1.0 + words), words / mean.max(1.0)]);
    }
}
