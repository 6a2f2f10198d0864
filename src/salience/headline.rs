//! Headline: how much of what the headline says a sentence takes up.
//!
//! The share of the headline's terms that the sentence has, plain and with rare terms counting more: the title
//! method of Edmundson (1969), "New methods in automatic extracting". Then how near it is to the headline by what
//! both are about: a walk that returns to the headline's terms ([`super::walk`]). Without a headline, the first
//! sentence stands for it.

use super::figures::{Figure, Figures};
use super::flag;
use super::walk::Place;

/// A sentence with so large a share of its terms in the headline says it again.
const ECHO: f64 = 0.6;

pub(super) const NAMES: &[&str] = &[
    "coverage z",
    "rare coverage",
    "rare coverage z",
    "walk",
    "walk z",
    "walk/√(1+i)",
    "reach",
    "new reach",
    "coverage",
    "share",
    "echo",
];

pub(super) const STANDARDIZED: &[usize] = &[0, 2, 4];

/// What the notable terms of a sentence add up to.
pub(super) struct Sums {
    /// Of its terms, so many are the headline's; the first sentence's where there is no headline.
    covered: u32,
    in_headline: u32,
    rare: f64,
    reach: f64,
    new: f64,
}

impl Sums {
    pub(super) fn new(figures: &Figures<'_>, place: &Place, at: usize) -> Self {
        // What occurs once is new wherever it stands.
        let once = figures.once(at) as f64 * place.about_once;
        Self { covered: 0, in_headline: 0, rare: 0.0, reach: once, new: once }
    }

    #[inline(always)]
    pub(super) fn add(&mut self, term: &Figure, about: f64, is_new: bool) {
        self.covered += u32::from(term.wanted > 0.0);
        self.in_headline += u32::from(term.in_headline);
        self.rare += term.wanted;
        self.reach += about;
        self.new += if is_new { about } else { 0.0 };
    }

    /// `best` is the most that any sentence is visited from the headline.
    pub(super) fn row(self, figures: &Figures<'_>, place: &Place, best: f64, at: usize) -> [f64; NAMES.len()] {
        let visits = place.visits_from_headline();
        let walked = if best > 0.0 { visits / best } else { visits };
        let early = walked / (1.0 + at as f64).sqrt();
        let in_headline = f64::from(self.in_headline);
        let (coverage, share) =
            (in_headline / figures.headline_terms().max(1) as f64, in_headline / figures.count(at).max(1) as f64);
        [
            f64::from(self.covered),
            self.rare,
            self.rare,
            walked,
            visits,
            early,
            self.reach,
            self.new,
            coverage,
            share,
            flag(share >= ECHO),
        ]
    }
}
