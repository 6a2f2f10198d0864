//! The model: what the features weigh.

use super::features::FEATURES;
use super::weights::WEIGHTS;

/// What a unit of each feature adds to a sentence's log-odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Model(pub(crate) [f64; FEATURES]);

/// Fitted weights are whole ten-thousandths.
const STEPS: f64 = 10_000.0;

impl Model {
    /// What was fitted to editors' choices: one model for all languages, with and without headline. Separate ones chose
    /// no better.
    pub(crate) fn fitted() -> Self {
        Self(WEIGHTS.map(|weight| f64::from(weight) / STEPS))
    }
}
