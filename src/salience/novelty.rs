//! Novelty: what a sentence says that was not said before, in the article ([`Sums`]) and in the summary
//! ([`Said`]).
//!
//! Beside the chosen sentences C a sentence i loses
//! `cosine · Σ cos(i, c) + terms · Σ w(t) + entities · Σ s(e)`, the sums over the c in C, and over those of its terms
//! and entities that C has. Summed over a choice, the first is a graph cut and the others are what coverage (Lin and
//! Bilmes 2011, "A class of submodular functions for document summarization") falls short of the plain sum of all:
//! each is submodular, a sentence's worth can only fall as others are chosen, and as every sentence brings at least
//! the 0 that its parts are counted from, the objective is monotone: a greedy choice is within 1 − 1/e of the best.
//!
//! Before anything is chosen it is known what a sentence is the first to say: the share of its terms that no earlier
//! sentence has, and of those that the headline has neither, which the reader has seen (`fresh`); how much of the new is
//! taken up later, 0 to 1, after the novelty of Allan, Gupta and Khandelwal (2001), "Temporal summaries of news topics";
//! and how much it says again of the sentence before, the cosine of the two, 0 to 1.

use super::Costs;
use super::figures::{Figure, Figures};
use super::logs::ln_1p;
use crate::document::Document;

pub(super) const NAMES: &[&str] =
    &["taken up later", "new share", "fresh share", "ln fresh", "fresh/words", "in the one before"];

/// What the notable terms of a sentence add up to.
#[derive(Default)]
pub(super) struct Sums {
    new: u32,
    later: u32,
    /// New, and not in the headline.
    fresh: u32,
    /// How many of them the sentence before has.
    before: u32,
}

impl Sums {
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

/// What the chosen sentences say already.
#[derive(Debug)]
pub(crate) struct Said<'d> {
    document: &'d Document<'d>,
    figures: &'d Figures<'d>,
    costs: Costs,
    /// The sum of the chosen sentences' vectors, each of length 1, by slot. What occurs once is not repeated.
    vector: Vec<f64>,
    entities: Vec<bool>,
}

impl<'d> Said<'d> {
    /// Nothing is chosen yet.
    pub(crate) fn new(document: &'d Document<'d>, figures: &'d Figures<'d>, costs: Costs) -> Self {
        let (vector, entities) = (vec![0.0; figures.of_slot.len()], vec![false; document.entities.list.len()]);
        Self { document, figures, costs, vector, entities }
    }

    /// What a sentence is worth less for what is said already; 0 or more.
    pub(crate) fn loss(&self, sentence: usize) -> f64 {
        let (mut cosine, mut repeated, mut named) = (0.0, 0.0, 0.0);
        for slot in self.figures.notable_slots(sentence) {
            let said = self.vector[*slot as usize];
            if said > 0.0 {
                cosine += said;
                repeated += self.figures.of_slot[*slot as usize].weight;
            }
        }
        for entity in self.document.entities.distinct_in(sentence) {
            if self.entities[*entity as usize] {
                named += self.document.entities.list[*entity as usize].weight;
            }
        }
        self.costs.cosine * cosine / self.length(sentence) + self.costs.terms * repeated + self.costs.entities * named
    }

    /// Takes a sentence as chosen.
    pub(crate) fn say(&mut self, sentence: usize) {
        let part = 1.0 / self.length(sentence);
        for slot in self.figures.notable_slots(sentence) {
            self.vector[*slot as usize] += part;
        }
        for entity in self.document.entities.distinct_in(sentence) {
            self.entities[*entity as usize] = true;
        }
    }

    /// The length of a sentence's vector before it is made 1.
    fn length(&self, sentence: usize) -> f64 {
        (self.figures.count(sentence).max(1) as f64).sqrt()
    }
}
