//! Centrality: how much of what the article keeps saying a sentence says.
//!
//! The cosine between a sentence and the rest of the article (the centroid of Radev, Jing, Styś and Tam 2004,
//! "Centroid-based summarization of multiple documents"), the frequency of its terms (Nenkova and Vanderwende
//! 2005, "The impact of frequency on summarization"), and how often a random walk comes by ([`super::walk`]). All
//! are linear in the length of the text, where a graph of sentences is quadratic.

use super::Columns;
use super::figures::{Figures, logs, mean, standardized};
use super::walk;
use crate::document::Document;
use crate::table::first_ranked;

/// The chance that a walk goes on (Page and Brin 1998 use the same).
const DAMPING: f64 = 0.85;
/// After so many steps the order of the sentences no longer changes.
const STEPS: usize = 6;
/// So many terms are the story's own.
const TOP_TERMS: usize = 10;
/// How much a late first mention tells against a term.
const LATENESS: f64 = 0.3;

pub(super) const NAMES: &[&str] = &["shared by", "cosine z", "mean ln tf", "top terms", "walk", "walk z"];

pub(super) fn measure(document: &Document<'_>, figures: &Figures, out: &mut Columns) {
    let terms = &document.terms;
    let count = document.sentences().len();
    let sentences = count as f64;
    let cosine = standardized(&cosines(document, figures));
    let is_top = top_terms(document, figures);
    let uniform = vec![1.0 / sentences; count];
    let (walked, _) = walk::visits(terms, &uniform, DAMPING, STEPS);
    let walked_z = standardized(&walked);
    for at in 0..count {
        let own = terms.of_sentence(at);
        out.row(
            at,
            &[
                mean(own, |t| f64::from(terms.sentence_frequency[t as usize] - 1) / sentences),
                cosine[at],
                mean(own, |t| figures.damped[t as usize]),
                own.iter().filter(|t| is_top[**t as usize]).count() as f64 / TOP_TERMS as f64,
                walked[at] * sentences,
                walked_z[at],
            ],
        );
    }
}

/// The cosine of each sentence with all the others together, up to a factor that is the same for all.
fn cosines(document: &Document<'_>, figures: &Figures) -> Vec<f64> {
    let terms = &document.terms;
    let shared = |at: usize| {
        let own = terms.of_sentence(at);
        let elsewhere = |t: &u32| f64::from(terms.sentence_frequency[*t as usize] - 1);
        let sum: f64 = own.iter().map(|t| elsewhere(t) * figures.damped[*t as usize]).sum();
        sum / (own.len().max(1) as f64).sqrt()
    };
    (0..document.sentences().len()).map(shared).collect()
}

/// Whether each term is one of the story's own: the most frequent, early ones first.
fn top_terms(document: &Document<'_>, figures: &Figures) -> Vec<bool> {
    let terms = &document.terms;
    let logs = logs(figures.first.iter().copied());
    let value = |t: usize| f64::from(terms.frequency[t]) / (1.0 + LATENESS * logs[figures.first[t] as usize]);
    let mut is_top = vec![false; terms.count()];
    // The bits of floats of one sign order as the floats do.
    for term in first_ranked(terms.count(), TOP_TERMS, |t| !value(t).to_bits()) {
        is_top[term] = true;
    }
    is_top
}
