//! The features of the sentences: what each signal measures, in the order of the weights.

use super::figures::{self, Figures};
use super::scaling::standardize;
use super::signal::Signal;
use super::walk::Walks;
use super::{centrality, cue, entity_density, headline, length, novelty, position, self_contained};
use crate::analysis::Document;

/// The features of a file, in the order of its `NAMES`.
type Row<const COUNT: usize> = [f64; COUNT];

/// The features of all sentences: by the file that measures them, a row a sentence.
#[derive(Debug)]
pub(super) struct Features {
    position: Vec<Row<{ position::NAMES.len() }>>,
    length: Vec<Row<{ length::NAMES.len() }>>,
    centrality: Vec<Row<{ centrality::NAMES.len() }>>,
    novelty: Vec<Row<{ novelty::NAMES.len() }>>,
    headline: Vec<Row<{ headline::NAMES.len() }>>,
    entity_density: Vec<Row<{ entity_density::NAMES.len() }>>,
    self_contained: Vec<Row<{ self_contained::NAMES.len() }>>,
    cue: Vec<Row<{ cue::NAMES.len() }>>,
}

/// The features of one file.
pub(super) struct SignalFeatures<'f> {
    /// Whose signal they count to.
    pub(super) signal: Signal,
    pub(super) names: &'static [&'static str],
    /// Of each sentence as many as there are names, one sentence after the other.
    values: &'f [f64],
}

impl SignalFeatures<'_> {
    /// The features of each sentence.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.names.len())
    }
}

/// How many features there are.
pub(crate) const FEATURES: usize = position::NAMES.len()
    + length::NAMES.len()
    + centrality::NAMES.len()
    + novelty::NAMES.len()
    + headline::NAMES.len()
    + entity_density::NAMES.len()
    + self_contained::NAMES.len()
    + cue::NAMES.len();

impl Features {
    pub(super) fn measure(document: &Document<'_>) -> Self {
        let (centrality, novelty, headline) = measure_terms(document);
        Self {
            position: position::measure(document),
            length: length::measure(document),
            centrality,
            novelty,
            headline,
            entity_density: entity_density::measure(document),
            self_contained: self_contained::measure(document),
            cue: cue::measure(document),
        }
    }

    /// The features by file, in the order of the weights.
    pub(super) fn blocks(&self) -> [SignalFeatures<'_>; 8] {
        [
            SignalFeatures { signal: Signal::Position, names: position::NAMES, values: self.position.as_flattened() },
            SignalFeatures { signal: Signal::SelfContained, names: length::NAMES, values: self.length.as_flattened() },
            SignalFeatures {
                signal: Signal::Centrality,
                names: centrality::NAMES,
                values: self.centrality.as_flattened(),
            },
            SignalFeatures { signal: Signal::Novelty, names: novelty::NAMES, values: self.novelty.as_flattened() },
            SignalFeatures { signal: Signal::Headline, names: headline::NAMES, values: self.headline.as_flattened() },
            SignalFeatures {
                signal: Signal::EntityDensity,
                names: entity_density::NAMES,
                values: self.entity_density.as_flattened(),
            },
            SignalFeatures {
                signal: Signal::SelfContained,
                names: self_contained::NAMES,
                values: self.self_contained.as_flattened(),
            },
            SignalFeatures { signal: Signal::Cue, names: cue::NAMES, values: self.cue.as_flattened() },
        ]
    }

    /// Of no sentence: for the names of the features.
    #[cfg(feature = "eval")]
    pub(super) const fn none() -> Self {
        Self {
            position: Vec::new(),
            length: Vec::new(),
            centrality: Vec::new(),
            novelty: Vec::new(),
            headline: Vec::new(),
            entity_density: Vec::new(),
            self_contained: Vec::new(),
            cue: Vec::new(),
        }
    }
}

/// What three files measure by the notable terms of each sentence, for which these are walked once: centrality, novelty, and
/// what the headline has.
fn measure_terms(
    document: &Document<'_>,
) -> (Vec<Row<{ centrality::NAMES.len() }>>, Vec<Row<{ novelty::NAMES.len() }>>, Vec<Row<{ headline::NAMES.len() }>>) {
    let figures = Figures::new(document, figures::headline(document));
    let walks = Walks::new(&figures);
    let count = figures.sentences();
    let mut central_rows = Vec::with_capacity(count);
    let mut novel_rows = Vec::with_capacity(count);
    let mut wanted_rows = Vec::with_capacity(count);
    let best = walks.most_from_topic();
    // Which terms the sentence before has.
    let mut is_before = vec![false; figures.of_slot.len()];
    let mut before: &[u32] = &[];
    for (at, vertex) in walks.vertices.iter().enumerate() {
        let mut central = centrality::CentralitySums::default();
        let mut novel = novelty::NoveltySums::new(&figures, at);
        let mut wanted = headline::HeadlineSums::new(&figures, vertex, at);
        for slot in figures.notable_slots(at) {
            let (term, about) = (&figures.of_slot[*slot as usize], walks.about[*slot as usize]);
            let is_new = term.first as usize == at;
            central.add(term, count as f64);
            novel.add(term, is_new, is_before[*slot as usize]);
            wanted.add(term, about, is_new);
        }
        central_rows.push(central.row(&figures, vertex, at));
        novel_rows.push(novel.row(&figures, at, document.sentences()[at].words));
        wanted_rows.push(wanted.row(vertex, best, at));
        for slot in before {
            is_before[*slot as usize] = false;
        }
        before = figures.notable_slots(at);
        for slot in before {
            is_before[*slot as usize] = true;
        }
    }
    centrality::STANDARDIZED.iter().for_each(|feature| standardize(&mut central_rows, *feature));
    headline::STANDARDIZED.iter().for_each(|feature| standardize(&mut wanted_rows, *feature));
    (central_rows, novel_rows, wanted_rows)
}
