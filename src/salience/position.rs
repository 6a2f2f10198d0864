//! Position: how early a sentence stands, in the article and among its paragraphs.
//!
//! News is an inverted pyramid, so the lead is the hardest baseline to beat (Edmundson 1969; Nenkova 2005,
//! "Automatic text summarization of newswire"). How steeply to fall from sentence to sentence, and from which
//! point of view (sentences, paragraphs, words already read), is left to the weights.

use super::logs::ln_1p;
use super::scaling::flag;
use crate::analysis::Document;

/// A screenful, in words: the unit of what stands before a sentence.
const SCREEN: f64 = 60.0;
/// From this many screens on, more of them make no difference.
const MOST_SCREENS: f64 = 5.0;

pub(super) const NAMES: &[&str] = &[
    "1/(1+i)",
    "i=0",
    "ln(1+i)",
    "screens before",
    "1/(1+paragraph)",
    "i/n",
    "ln sentences of paragraph",
    "place in paragraph",
];

pub(super) fn measure(document: &Document<'_>) -> Vec<[f64; NAMES.len()]> {
    let mut rows = Vec::with_capacity(document.sentences().len());
    let sentences = document.sentences();
    let count = sentences.len();
    let (mut paragraph, mut words, mut at) = (0, 0, 0);
    for of_paragraph in sentences.chunk_by(|a, b| a.paragraph == b.paragraph) {
        for (place, sentence) in of_paragraph.iter().enumerate() {
            rows.push([
                1.0 / (1.0 + at as f64),
                flag(at == 0),
                ln_1p(at),
                (words as f64 / SCREEN).min(MOST_SCREENS),
                1.0 / (1.0 + paragraph as f64),
                at as f64 / count as f64,
                ln_1p(of_paragraph.len()),
                place as f64 / of_paragraph.len() as f64,
            ]);
            words += sentence.words;
            at += 1;
        }
        paragraph += 1;
    }
    rows
}
