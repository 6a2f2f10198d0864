//! Centrality: how much of the article's vocabulary a sentence shares.
//!
//! The cosine between the sentence's terms and the whole article's, the sentence's own share taken off, relative
//! to the best sentence; 0 to 1. The centroid of Radev, Jing, Styś and Tam (2004), "Centroid-based summarization
//! of multiple documents", which is linear in the length of the text where a graph of sentences is quadratic.

use crate::document::Document;
use crate::salience::relative_to_best;

pub(super) fn measure(document: &Document<'_>) -> Vec<f64> {
    let terms = &document.terms;
    // A term counts by the logarithm of its frequency; a sentence holds each of its terms once.
    let weight: Vec<f64> = terms.frequency.iter().map(|n| 1.0 + libm::log(f64::from(*n))).collect();
    let shared = |at: usize| {
        let own = terms.of_sentence(at);
        if own.is_empty() {
            return 0.0;
        }
        let elsewhere = |t: &u32| terms.sentence_frequency[*t as usize] > 1;
        let sum: f64 = own.iter().filter(|t| elsewhere(t)).map(|t| weight[*t as usize]).sum();
        sum / (own.len() as f64).sqrt()
    };
    relative_to_best((0..document.sentences().len()).map(shared).collect())
}
