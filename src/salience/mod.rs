//! Salience: how much each sentence matters, as a weighted sum of signals.
//!
//! Each signal is a file of its own and knows nothing of the others; every one gives a value from 0 to 1 for each
//! sentence. Only this mixer weighs them. To add a signal: write its file, give it a place in [`Signal`], a weight
//! in [`Weights::DEFAULT`], and a line in [`measure`].

mod centrality;
mod cue;
mod entity_density;
mod headline;
mod novelty;
mod position;

use crate::document::Document;
pub(crate) use novelty::Novelty;

/// The signals, in the order in which a breakdown lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// How much of the article's named entities a sentence holds for its length.
    EntityDensity,
    /// How much a sentence says that no chosen one says yet.
    Novelty,
    /// How early it stands.
    Position,
    /// How much it shares with the whole article.
    Centrality,
    /// How much of the headline it takes up.
    Headline,
    /// Whether it can be understood without the sentence before it.
    SelfContained,
}

/// How many signals there are.
pub const SIGNALS: usize = 6;

impl Signal {
    /// All signals, in order.
    pub const ALL: [Self; SIGNALS] =
        [Self::EntityDensity, Self::Novelty, Self::Position, Self::Centrality, Self::Headline, Self::SelfContained];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EntityDensity => "entityDensity",
            Self::Novelty => "novelty",
            Self::Position => "position",
            Self::Centrality => "centrality",
            Self::Headline => "headline",
            Self::SelfContained => "selfContained",
        }
    }
}

/// A value for each signal, in the order of [`Signal::ALL`].
pub(crate) type Values = [f64; SIGNALS];

/// The weight of each signal: from 0 (no say) to 1 (the only say), all of them summing to 1, so that a score
/// lies between 0 and 1.
struct Weights(Values);

impl Weights {
    /// Position leads, because news is written with the main point first; no one signal can outvote two others.
    const DEFAULT: Self = Self([0.15, 0.14, 0.30, 0.15, 0.18, 0.08]);
}

/// The weighted signals of every sentence. Novelty depends on what is chosen: its part is in [`Novelty`].
pub(crate) fn measure(document: &Document<'_>) -> Vec<Values> {
    let entity_density = entity_density::measure(document);
    let position = position::measure(document);
    let centrality = centrality::measure(document);
    let headline = headline::measure(document);
    let cue = cue::measure(document);
    let weights = Weights::DEFAULT.0;
    (0..document.sentences().len())
        .map(|s| {
            let values = [entity_density[s], 0.0, position[s], centrality[s], headline[s], cue[s]];
            std::array::from_fn(|i| weights[i] * values[i])
        })
        .collect()
}

/// The weight of novelty.
pub(crate) const NOVELTY_WEIGHT: f64 = Weights::DEFAULT.0[Signal::Novelty as usize];

/// Divides by the largest, so that the best sentence has 1; all zeros stay zeros.
fn relative_to_best(mut values: Vec<f64>) -> Vec<f64> {
    let best = values.iter().copied().fold(0.0, f64::max);
    if best > 0.0 {
        values.iter_mut().for_each(|v| *v /= best);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_sum_to_one() {
        assert!((Weights::DEFAULT.0.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}
