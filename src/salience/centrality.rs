//! Centrality: how much of what the article keeps saying a sentence says.
//!
//! The cosine between a sentence and the rest of the article (the centroid of Radev, Jing, Styś and Tam 2004,
//! "Centroid-based summarization of multiple documents"), in how many other sentences its terms are, and how often a random walk comes by ([`super::walk`]). All
//! are linear in the length of the text, where a graph of sentences is quadratic.

use super::figures::{Figure, Figures};
use super::walk::Vertex;

pub(super) const NAMES: &[&str] = &["shared by", "cosine z", "walk", "walk z"];
pub(super) const STANDARDIZED: &[usize] = &[1, 3];

/// What the notable terms of a sentence add up to.
#[derive(Default)]
pub(super) struct CentralitySums {
    shared: f64,
    cosine: f64,
}

impl CentralitySums {
    #[inline(always)]
    pub(super) fn add(&mut self, term: &Figure, sentences: f64) {
        self.shared += term.elsewhere / sentences;
        self.cosine += term.elsewhere * term.damped;
    }

    pub(super) fn row(self, figures: &Figures<'_>, vertex: &Vertex, at: usize) -> [f64; NAMES.len()] {
        let count = figures.count(at).max(1) as f64;
        let walked = vertex.visits();
        // The cosine with all the others together, up to a factor that is the same for all.
        let cosine = self.cosine / count.sqrt();
        [self.shared / count, cosine, walked * figures.sentences() as f64, walked]
    }
}
