//! The model: what the features weigh, and what repeating costs.

use super::{FEATURES, position, weights};
use crate::document::Document;

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
    /// For a sentence that opens with a pronoun or a connective while the one before it is not chosen.
    pub(crate) dangling: f64,
}

impl Costs {
    /// By three-fold cross-validation on the development sets. Terms at 1 lose .6 of summed ROUGE gains and at 3
    /// nothing; a cosine of .8 and entities at 1 change less than .2. Without the cost of dangling 15 % of three-sentence
    /// summaries have a sentence that dangles; .75 of it leaves 2 % in English and 5 % in French, where .5 leaves 4 and 8,
    /// and no set's ROUGE-1 falls by .1 for it.
    pub(crate) const CHOSEN: Self = Self { cosine: 0.4, terms: 2.0, entities: 0.5, dangling: 0.75 };
}

/// Languages with abstracts by editors to fit to; the others share what all sets of all languages have in common.
const ABSTRACTED: [&str; 3] = ["en", "fr", "vi"];

/// Languages whose extracts keep closer to the beginning than those of the others that share their weights.
const STEEP: [&str; 2] = ["ar", "fa"];
/// What they take off for each e-fold of a sentence's place. By nested cross-validation on 137 articles, at 60 words and
/// against LEAD: Arabic from -.9 to +.3 ROUGE-1, Persian from -.7 to +.6 ROUGE-2.
const STEEPNESS: f64 = 1.0;

/// Fitted weights are whole thousandths.
const STEPS: f64 = 1_000.0;

impl Model {
    /// The model for an article: with its headline known, what it covers counts for more than its place does; without
    /// one, its first sentence is all there is to hold the others against.
    pub(crate) fn of(document: &Document<'_>) -> Self {
        let weights = if !ABSTRACTED.contains(&document.prose.language) {
            &weights::GENERAL
        } else if document.terms.headline.is_empty() {
            &weights::WITHOUT_HEADLINE
        } else {
            &weights::WITH_HEADLINE
        };
        Self::new(weights.map(|w| f64::from(w) / STEPS), Costs::CHOSEN, document.prose.language)
    }

    /// A model for articles in `language` from fitted weights.
    pub(crate) fn new(mut weights: [f64; FEATURES], costs: Costs, language: &str) -> Self {
        if STEEP.contains(&language) {
            weights[position::LN_PLACE] -= STEEPNESS;
        }
        Self { weights, costs }
    }
}
