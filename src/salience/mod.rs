//! Salience: how much each sentence matters, as a weighted sum of what the signals measure.
//!
//! Each signal is a file of its own and knows nothing of the others; it measures a few features of every sentence.
//! Only this module weighs them, by the [`weights`] that `make train` fitted, and sums them up by signal. To add a
//! feature: measure it in its signal's file, name it there, and run `make train`. The [`context`] alone is no feature: where
//! nothing is asked for, it is not measured.

mod centrality;
mod context;
mod cue;
mod entity_density;
mod features;
mod figures;
mod headline;
mod length;
mod logs;
mod model;
mod novelty;
mod position;
mod scaling;
mod self_contained;
mod signal;
mod walk;
mod weights;

use crate::analysis::{Asked, Document};
#[cfg(feature = "eval")]
pub(crate) use features::FEATURES;
use features::Features;
pub(crate) use model::Model;
pub(crate) use signal::Values;
pub use signal::{SIGNALS, Signal};

/// The features of every sentence, in the order of [`names`].
#[cfg(feature = "eval")]
pub(crate) fn features(document: &Document<'_>) -> Vec<Vec<f64>> {
    let features = Features::measure(document);
    let mut rows = vec![Vec::with_capacity(FEATURES); document.sentences().len()];
    for block in features.blocks() {
        rows.iter_mut().zip(block.rows()).for_each(|(row, of_block)| row.extend(of_block));
    }
    rows
}

/// The names of the features, each with its signal's, in the order of the weights.
#[cfg(feature = "eval")]
pub(crate) fn names() -> Vec<(Signal, &'static str)> {
    let all = Features::none();
    all.blocks().iter().flat_map(|block| block.names.iter().map(|name| (block.signal, *name))).collect()
}

/// What every sentence has of novelty above the article's lowest, in log-odds: whatever it says, it says something.
/// So a sentence that differs from no other, as the only one of a text, has a score too. Any number above 0 gives the same
/// order; this one is small beside what the best sentence of an article has by all signals, 1 to 2.
const NOVELTY_BASE: f64 = 0.05;

/// What was measured of the sentences of an article.
#[derive(Debug)]
pub(crate) struct Salience {
    /// The signals of every sentence in the model's units (log-odds of being in a good summary), each counted from the
    /// article's lowest, novelty from [`NOVELTY_BASE`] below it: none is below 0 and a sentence's sum gives its place.
    pub(crate) signals: Vec<Values>,
}

impl Salience {
    /// Log-odds to scores: 1 over those of a sentence that is the best by every signal.
    pub(crate) fn scale(&self) -> f64 {
        let mut best = [0.0_f64; SIGNALS];
        for values in &self.signals {
            for (best, value) in best.iter_mut().zip(values) {
                *best = best.max(*value);
            }
        }
        1.0 / best.iter().sum::<f64>().max(f64::MIN_POSITIVE)
    }
}

/// Measures an article, for what is asked for if a context asks for something.
pub(crate) fn measure(document: &Document<'_>, model: &Model, asked: Option<&Asked>) -> Salience {
    let features = Features::measure(document);
    let mut signals = vec![[0.0; SIGNALS]; document.sentences().len()];
    let mut weights = model.0.as_slice();
    for block in features.blocks() {
        let (own, others) = weights.split_at(block.names.len());
        weights = others;
        for (sums, row) in signals.iter_mut().zip(block.rows()) {
            let sum = &mut sums[block.signal as usize];
            for (weight, value) in own.iter().zip(row) {
                *sum += weight * value;
            }
        }
    }
    if let Some(asked) = asked {
        for (sums, value) in signals.iter_mut().zip(context::measure(document, asked)) {
            sums[Signal::Context as usize] = value;
        }
    }
    let mut least = [f64::INFINITY; SIGNALS];
    for values in &signals {
        for (least, value) in least.iter_mut().zip(values) {
            *least = least.min(*value);
        }
    }
    least[Signal::Novelty as usize] -= NOVELTY_BASE;
    for values in &mut signals {
        for (value, least) in values.iter_mut().zip(least) {
            *value -= least;
        }
    }
    Salience { signals }
}
