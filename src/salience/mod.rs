//! Salience: how much each sentence matters, as a weighted sum of what the signals measure.
//!
//! Each signal is a file of its own and knows nothing of the others; it measures a few features of every sentence.
//! Only this mixer weighs them, by the [`weights`] that `make train` fitted, and sums them up by signal. To add a
//! feature: measure it in its signal's file, name it there, and run `make train`.

mod centrality;
mod cue;
mod entity_density;
mod figures;
mod headline;
mod length;
mod logs;
mod model;
mod novelty;
mod position;
mod self_contained;
mod walk;
mod weights;

use crate::document::Document;
use figures::Figures;
pub(crate) use model::Model;
use walk::Walks;

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
    /// Whether it is a statement that can be understood by itself.
    SelfContained,
    /// Whether it has words of news (what happened, what was decided) rather than of talk.
    Cue,
}

/// How many signals there are.
pub const SIGNALS: usize = 7;

impl Signal {
    /// All signals, in order.
    pub const ALL: [Self; SIGNALS] = [
        Self::EntityDensity,
        Self::Novelty,
        Self::Position,
        Self::Centrality,
        Self::Headline,
        Self::SelfContained,
        Self::Cue,
    ];

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
            Self::Cue => "cue",
        }
    }
}

/// A value for each signal, in the order of [`Signal::ALL`].
pub(crate) type Values = [f64; SIGNALS];

/// The files that measure features, in the order of the weights: whose signal, and how many features.
const FILES: [(Signal, usize); 8] = [
    (Signal::Position, position::NAMES.len()),
    (Signal::SelfContained, length::NAMES.len()),
    (Signal::Centrality, centrality::NAMES.len()),
    (Signal::Novelty, novelty::NAMES.len()),
    (Signal::Headline, headline::NAMES.len()),
    (Signal::EntityDensity, entity_density::NAMES.len()),
    (Signal::SelfContained, self_contained::NAMES.len()),
    (Signal::Cue, cue::NAMES.len()),
];

/// How many features there are.
pub(crate) const FEATURES: usize = {
    let (mut count, mut file) = (0, 0);
    while file < FILES.len() {
        count += FILES[file].1;
        file += 1;
    }
    count
};

/// The features of a sentence, in the order of [`names`].
type Row = [f64; FEATURES];

/// The features of all sentences, a row a sentence.
#[derive(Debug)]
pub(crate) struct Columns {
    rows: Vec<Row>,
    /// Where the file whose turn it is begins.
    at: usize,
}

impl Columns {
    /// Puts down what was measured of a sentence, from a feature of the file whose turn it is on.
    fn row<const COUNT: usize>(&mut self, sentence: usize, feature: usize, values: [f64; COUNT]) {
        let at = self.at + feature;
        self.rows[sentence][at..at + COUNT].copy_from_slice(&values);
    }

    /// Turns a feature of the file whose turn it is into standard deviations from its mean in the article; all 0 where
    /// it does not differ.
    fn standardize(&mut self, feature: usize) {
        let at = self.at + feature;
        let count = self.rows.len().max(1) as f64;
        let mean = self.rows.iter().map(|row| row[at]).sum::<f64>() / count;
        let variance = self.rows.iter().map(|row| (row[at] - mean) * (row[at] - mean)).sum::<f64>() / count;
        let deviation = variance.sqrt();
        let scale = if deviation > LEAST_DEVIATION { 1.0 / deviation } else { 0.0 };
        for row in &mut self.rows {
            row[at] = (row[at] - mean) * scale;
        }
    }
}

/// 1 for yes, 0 for no.
fn flag(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

/// What is below is rounding.
const LEAST_DEVIATION: f64 = 1e-9;

/// The features of every sentence, in the order of [`names`].
fn measured(document: &Document<'_>) -> Vec<Row> {
    let figures = Figures::new(document);
    let walks = Walks::new(&figures);
    let mut out = Columns { rows: vec![[0.0; FEATURES]; document.sentences().len()], at: 0 };
    for (file, (_, count)) in FILES.iter().enumerate() {
        match file {
            0 => position::measure(document, &mut out),
            1 => length::measure(document, &mut out),
            2 => by_terms(document, &figures, &walks, &mut out),
            // Measured with the file before.
            3 | 4 => {}
            5 => entity_density::measure(document, &mut out),
            6 => self_contained::measure(document, &mut out),
            _ => cue::measure(document, &mut out),
        }
        out.at += count;
    }
    out.rows
}

/// What three files measure by the notable terms of each sentence, for which these are walked once.
fn by_terms(document: &Document<'_>, figures: &Figures<'_>, walks: &Walks, out: &mut Columns) {
    const NOVELTY: usize = centrality::NAMES.len();
    const HEADLINE: usize = NOVELTY + novelty::NAMES.len();
    let sentences = figures.sentences() as f64;
    let best = walks.places.iter().map(|place| place.visits_from_headline()).fold(0.0, f64::max);
    // Which terms the sentence before has.
    let mut is_before = vec![false; figures.of_slot.len()];
    let mut before: &[u32] = &[];
    for (at, place) in walks.places.iter().enumerate() {
        let mut central = centrality::Sums::default();
        let mut novel = novelty::Sums::new(figures, at);
        let mut wanted = headline::Sums::new(figures, place, at);
        for slot in figures.notable_slots(at) {
            let (term, about) = (&figures.of_slot[*slot as usize], walks.about[*slot as usize]);
            let is_new = term.first as usize == at;
            central.add(term, sentences);
            novel.add(term, is_new, is_before[*slot as usize]);
            wanted.add(term, about, is_new);
        }
        out.row(at, 0, central.row(figures, place, at));
        out.row(at, NOVELTY, novel.row(figures, at, document.sentences()[at].words));
        out.row(at, HEADLINE, wanted.row(place, best, at));
        for slot in before {
            is_before[*slot as usize] = false;
        }
        before = figures.notable_slots(at);
        for slot in before {
            is_before[*slot as usize] = true;
        }
    }
    centrality::STANDARDIZED.iter().for_each(|feature| out.standardize(*feature));
    headline::STANDARDIZED.iter().for_each(|feature| out.standardize(HEADLINE + feature));
}

/// The features of every sentence, in the order of [`names`].
#[cfg(feature = "cli")]
pub(crate) fn features(document: &Document<'_>) -> Vec<Row> {
    measured(document)
}

/// The names of the features, each with its signal's.
#[cfg(feature = "cli")]
pub(crate) fn names() -> impl Iterator<Item = (Signal, &'static str)> {
    let names = [
        position::NAMES,
        length::NAMES,
        centrality::NAMES,
        novelty::NAMES,
        headline::NAMES,
        entity_density::NAMES,
        self_contained::NAMES,
        cue::NAMES,
    ];
    FILES.iter().zip(names).flat_map(|((signal, _), names)| names.iter().map(|name| (*signal, *name)))
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

/// Measures an article.
pub(crate) fn measure(document: &Document<'_>, model: &Model) -> Salience {
    let rows = measured(document);
    let mut signals = Vec::with_capacity(rows.len());
    let mut least = [f64::INFINITY; SIGNALS];
    for row in &rows {
        let mut sums = [0.0; SIGNALS];
        let mut at = 0;
        for (signal, count) in FILES {
            let mut sum = sums[signal as usize];
            for (weight, value) in model.0[at..].iter().zip(&row[at..at + count]) {
                sum += weight * value;
            }
            sums[signal as usize] = sum;
            at += count;
        }
        for (least, sum) in least.iter_mut().zip(sums) {
            *least = least.min(sum);
        }
        signals.push(sums);
    }
    least[Signal::Novelty as usize] -= NOVELTY_BASE;
    for values in &mut signals {
        for (value, least) in values.iter_mut().zip(least) {
            *value -= least;
        }
    }
    Salience { signals }
}
