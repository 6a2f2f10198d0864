//! Novelty: what a sentence says that was not said before, in the article ([`measure`]) and in the summary
//! ([`Said`]).
//!
//! Beside the chosen sentences C a sentence i loses
//! `cosine · Σ cos(i, c) + terms · Σ w(t) + entities · Σ s(e)`, the sums over the c in C, and over those of its terms
//! and entities that C has. Summed over a choice, the first is a graph cut and the others are what coverage (Lin and
//! Bilmes 2011, "A class of submodular functions for document summarization") falls short of the plain sum of all:
//! each is submodular, a sentence's worth can only fall as others are chosen, and as every sentence brings at least
//! the 0 that its parts are counted from, the objective is monotone: a greedy choice is within 1 − 1/e of the best.
//!
//! Two things are known before anything is chosen: how much of what a sentence is first to say is taken up later, 0 to 1,
//! after the novelty of Allan, Gupta and Khandelwal (2001), "Temporal summaries of news topics"; and how much of it the
//! article's first sentence says already, the cosine of the two, 0 to 1.

use super::figures::{Figures, term_weights};
use super::{Columns, Costs};
use crate::document::Document;

pub(super) const NAMES: &[&str] = &["taken up later", "in the first"];

pub(super) fn measure(document: &Document<'_>, figures: &Figures, out: &mut Columns) {
    let terms = &document.terms;
    for at in 0..document.sentences().len() {
        let own = terms.of_sentence(at);
        // A term is in the first sentence if that is the first to have it; that sentence itself repeats nothing.
        let in_first = if at > 0 { own.iter().filter(|t| figures.first[**t as usize] == 0).count() } else { 0 };
        let lengths = own.len() * terms.of_sentence(0).len();
        let is_new = |t: &&u32| figures.first[**t as usize] as usize == at;
        let new = own.iter().filter(is_new).count() as f64;
        let later = own.iter().filter(is_new).filter(|t| terms.sentence_frequency[**t as usize] > 1).count() as f64;
        out.row(at, &[later / new.max(1.0), in_first as f64 / (lengths.max(1) as f64).sqrt()]);
    }
}

/// What the chosen sentences say already.
#[derive(Debug)]
pub(crate) struct Said<'d> {
    document: &'d Document<'d>,
    costs: Costs,
    /// The weight of each term in the article, all summing to 1.
    weights: Vec<f64>,
    /// The sum of the chosen sentences' vectors, each of length 1.
    vector: Vec<f64>,
    entities: Vec<bool>,
}

impl<'d> Said<'d> {
    /// Nothing is chosen yet.
    pub(crate) fn new(document: &'d Document<'d>, costs: Costs) -> Self {
        let weights = term_weights(&document.terms);
        let entities = vec![false; document.entities.list.len()];
        Self { document, costs, vector: vec![0.0; weights.len()], weights, entities }
    }

    /// What a sentence is worth less for what is said already; 0 or more.
    pub(crate) fn loss(&self, sentence: usize) -> f64 {
        let own = self.document.terms.of_sentence(sentence);
        let (mut cosine, mut repeated) = (0.0, 0.0);
        for term in own {
            let said = self.vector[*term as usize];
            cosine += said;
            if said > 0.0 {
                repeated += self.weights[*term as usize];
            }
        }
        let mentions = self.document.entities.distinct_in(sentence);
        let list = &self.document.entities.list;
        let named: f64 =
            mentions.iter().filter(|e| self.entities[**e as usize]).map(|e| list[*e as usize].weight).sum();
        self.costs.cosine * cosine / (own.len().max(1) as f64).sqrt()
            + self.costs.terms * repeated
            + self.costs.entities * named
    }

    /// Takes a sentence as chosen.
    pub(crate) fn say(&mut self, sentence: usize) {
        let own = self.document.terms.of_sentence(sentence);
        let part = 1.0 / (own.len().max(1) as f64).sqrt();
        for term in own {
            self.vector[*term as usize] += part;
        }
        for entity in self.document.entities.distinct_in(sentence) {
            self.entities[*entity as usize] = true;
        }
    }
}
