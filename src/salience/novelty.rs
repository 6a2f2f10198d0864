//! Novelty: what a sentence is the first to say.
//!
//! The share of its terms that no earlier sentence has, and of those that the headline has neither, which the reader has
//! seen (`fresh`): that share, how many they are, and how many a word. Then how much of the new is taken up later, 0 to
//! 1, after the novelty of Allan, Gupta and Khandelwal (2001), "Temporal summaries of news topics", and how much the
//! sentence says again of the one before, the cosine of the two, 0 to 1.

use super::figures::{Figure, Figures};
use super::logs::ln_1p;

pub(super) const NAMES: &[&str] =
    &["taken up later", "new share", "fresh share", "ln fresh", "fresh/words", "in the one before"];

/// What the notable terms of a sentence add up to.
#[derive(Default)]
pub(super) struct NoveltySums {
    new: u32,
    later: u32,
    /// New, and not in the headline.
    fresh: u32,
    /// How many of them the sentence before has.
    before: u32,
}

impl NoveltySums {
    pub(super) fn new(figures: &Figures<'_>, at: usize) -> Self {
        // Terms that occur once are new wherever they stand, and no headline has them.
        let once = figures.once(at) as u32;
        Self { new: once, fresh: once, ..Self::default() }
    }

    #[inline(always)]
    pub(super) fn add(&mut self, term: &Figure, is_new: bool, is_before: bool) {
        self.new += u32::from(is_new);
        self.fresh += u32::from(is_new & !term.in_headline);
        self.before += u32::from(is_before);
        self.later += u32::from(is_new & (term.elsewhere > 0.0));
    }

    pub(super) fn row(self, figures: &Figures<'_>, at: usize, words: usize) -> [f64; NAMES.len()] {
        let (count, words) = (figures.count(at).max(1) as f64, words.max(1) as f64);
        let (new, fresh) = (f64::from(self.new), f64::from(self.fresh));
        let lengths = figures.count(at) * figures.count(at.saturating_sub(1));
        [
            f64::from(self.later) / new.max(1.0),
            new / count,
            fresh / count,
            ln_1p(self.fresh as usize),
            fresh / words,
            f64::from(self.before) / (lengths.max(1) as f64).sqrt(),
        ]
    }
}
