//! Headline: how much of what the headline says a sentence takes up.
//!
//! How many of the headline's terms the sentence has: the title method of Edmundson (1969), "New methods in automatic
//! extracting". Then how near it is to the headline by what
//! both are about: a walk that returns to the headline's terms ([`super::walk`]). Without a headline, the first
//! sentence stands for it.

use super::figures::{Figure, Figures};
use super::walk::Vertex;

pub(super) const NAMES: &[&str] = &["coverage z", "walk", "walk/√(1+i)", "new reach"];

pub(super) const STANDARDIZED: &[usize] = &[0];

/// What the notable terms of a sentence add up to.
pub(super) struct HeadlineSums {
    /// Of its terms, so many are the headline's; the first sentence's where there is no headline.
    covered: u32,
    /// How near what it is first to say is to the headline.
    new: f64,
}

impl HeadlineSums {
    pub(super) fn new(figures: &Figures<'_>, vertex: &Vertex, at: usize) -> Self {
        // What occurs once is new wherever it stands.
        Self { covered: 0, new: figures.once(at) as f64 * vertex.about_once }
    }

    #[inline(always)]
    pub(super) fn add(&mut self, term: &Figure, about: f64, is_new: bool) {
        self.covered += u32::from(term.wanted > 0.0);
        self.new += if is_new { about } else { 0.0 };
    }

    /// `best` is the most that any sentence is visited from the headline.
    pub(super) fn row(self, vertex: &Vertex, best: f64, at: usize) -> [f64; NAMES.len()] {
        let visits = vertex.visits_from_topic();
        let walked = if best > 0.0 { visits / best } else { visits };
        [f64::from(self.covered), walked, walked / (1.0 + at as f64).sqrt(), self.new]
    }
}
