//! Figures of an article's terms that several signals stand on.

use crate::document::Document;
use crate::term::{Term, Terms};

/// What is counted once for all signals.
#[derive(Debug)]
pub(super) struct Figures {
    /// The first sentence, from 0, that has each term.
    pub(super) first: Vec<u32>,
    /// `1 + ln frequency` of each term: its weight in the article's vector.
    pub(super) damped: Vec<f64>,
}

impl Figures {
    pub(super) fn new(document: &Document<'_>) -> Self {
        let terms = &document.terms;
        let mut first = vec![0; terms.count()];
        for sentence in (0..document.sentences().len()).rev() {
            for term in terms.of_sentence(sentence) {
                first[*term as usize] = sentence as u32;
            }
        }
        let logs = logs(terms.frequency.iter().copied());
        let damped = terms.frequency.iter().map(|n| 1.0 + logs[*n as usize - 1]).collect();
        Self { first, damped }
    }
}

/// `ln(1 + n)` of every whole number up to the highest of `numbers`: most of them come again and again.
pub(super) fn logs(numbers: impl Iterator<Item = u32>) -> Vec<f64> {
    (0..=numbers.max().unwrap_or(0)).map(|n| libm::log(1.0 + f64::from(n))).collect()
}

/// The weight of each term in the story: `ln(1 + frequency)`, twice that for a term of the headline; summing to 1.
pub(crate) fn term_weights(terms: &Terms) -> Vec<f64> {
    let logs = logs(terms.frequency.iter().copied());
    let mut weights: Vec<f64> = terms.frequency.iter().map(|n| logs[*n as usize]).collect();
    for term in &terms.headline {
        weights[*term as usize] *= 2.0;
    }
    let total: f64 = weights.iter().sum();
    weights.iter_mut().for_each(|w| *w /= total);
    weights
}

/// The headline's terms; without a headline, the first sentence's stand for them.
pub(super) fn headline_terms<'d>(document: &'d Document<'_>) -> &'d [Term] {
    match document.terms.headline.as_slice() {
        [] if !document.sentences().is_empty() => document.terms.of_sentence(0),
        known => known,
    }
}

/// The mean of `value` over the terms of a sentence; 0 for a sentence without any.
pub(super) fn mean(of: &[Term], value: impl Fn(Term) -> f64) -> f64 {
    let sum: f64 = of.iter().map(|t| value(*t)).sum();
    sum / of.len().max(1) as f64
}

/// Values in standard deviations from their mean in the article; all 0 where they do not differ.
pub(super) fn standardized(values: &[f64]) -> Vec<f64> {
    let count = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / count;
    let deviation = (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / count).sqrt();
    values.iter().map(|v| if deviation > 1e-9 { (v - mean) / deviation } else { 0.0 }).collect()
}

/// Divides by the largest, so that the best sentence has 1; all zeros stay zeros.
pub(super) fn relative_to_best(mut values: Vec<f64>) -> Vec<f64> {
    let best = values.iter().copied().fold(0.0, f64::max);
    if best > 0.0 {
        values.iter_mut().for_each(|v| *v /= best);
    }
    values
}
