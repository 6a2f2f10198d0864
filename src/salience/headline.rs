//! Headline: how much of what the headline says a sentence takes up.
//!
//! The share of the headline's terms that the sentence has, plain and with rare terms counting more: the title
//! method of Edmundson (1969), "New methods in automatic extracting". Then how near it is to the headline by what
//! both are about: a walk that returns to the headline's terms ([`super::walk`]). Without a headline, the first
//! sentence stands for it.

use super::Columns;
use super::figures::{headline_terms, relative_to_best, standardized};
use super::walk;
use crate::document::Document;

/// The chance that a walk goes on instead of going back to the headline.
const DAMPING: f64 = 0.7;
/// After so many steps what is far from the headline has been reached.
const STEPS: usize = 4;

pub(super) const NAMES: &[&str] =
    &["coverage z", "rare coverage", "rare coverage z", "walk", "walk z", "walk/√(1+i)", "reach", "new reach"];

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let terms = &document.terms;
    let count = document.sentences().len();
    let headline = headline_terms(document);
    let rarity = |term: &u32| 1.0 / f64::from(terms.sentence_frequency[*term as usize].max(1));
    let total: f64 = headline.iter().map(rarity).sum();
    let mut wanted = vec![0.0; terms.count()];
    for term in headline {
        wanted[*term as usize] = rarity(term) / total;
    }
    let shared: Vec<f64> = (0..count)
        .map(|at| terms.of_sentence(at).iter().filter(|t| wanted[**t as usize] > 0.0).count() as f64)
        .collect();
    let rare: Vec<f64> = (0..count).map(|at| terms.of_sentence(at).iter().map(|t| wanted[*t as usize]).sum()).collect();
    let restart: Vec<f64> =
        (0..count).map(|at| terms.of_sentence(at).iter().map(|t| wanted[*t as usize] * rarity(t)).sum()).collect();
    let (walked, held) = walk::visits(terms, &restart, DAMPING, STEPS);
    let about: Vec<f64> = wanted.iter().zip(&held).map(|(p, held)| (1.0 - DAMPING) * p + DAMPING * held).collect();
    let (coverage, rare_z, walked_z) = (standardized(&shared), standardized(&rare), standardized(&walked));
    let walked = relative_to_best(walked);
    let mut seen = vec![false; terms.count()];
    for at in 0..count {
        let own = terms.of_sentence(at);
        let new: f64 = own.iter().filter(|t| !seen[**t as usize]).map(|t| about[*t as usize]).sum();
        out.row(
            at,
            &[
                coverage[at],
                rare[at],
                rare_z[at],
                walked[at],
                walked_z[at],
                walked[at] / (1.0 + at as f64).sqrt(),
                own.iter().map(|t| about[*t as usize]).sum(),
                new,
            ],
        );
        own.iter().for_each(|t| seen[*t as usize] = true);
    }
}
