//! The model: what the features weigh, and what repeating costs.

use super::FEATURES;
use super::weights::WEIGHTS;

/// What the features weigh, and what the choice costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Model {
    /// What a unit of each feature adds to a sentence's log-odds.
    pub(crate) weights: [f64; FEATURES],
    /// What saying a thing again costs.
    pub(crate) costs: Costs,
}

/// What saying a thing again costs a sentence, in log-odds: 0 (nothing) or more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Costs {
    /// For a chosen sentence with the same terms.
    pub(crate) cosine: f64,
    /// For all of the article's terms.
    pub(crate) terms: f64,
    /// For all of the article's entities.
    pub(crate) entities: f64,
}

/// Fitted weights are whole ten-thousandths.
const STEPS: f64 = 10_000.0;

impl Model {
    /// What editors' choices were fitted with: one for all languages, with and without headline, since separate fits
    /// chose no better.
    pub(crate) fn fitted() -> Self {
        Self { weights: WEIGHTS.map(|weight| f64::from(weight) / STEPS), costs: Costs::CHOSEN }
    }
}

impl Costs {
    /// By cross-validation on editors' choices.
    pub(crate) const CHOSEN: Self = Self { cosine: 0.1, terms: 0.0, entities: 0.0 };
}
