//! Novelty: how much a sentence says that the chosen ones do not say yet.
//!
//! The weight of its terms that no chosen sentence has, relative to the sentence with the most; 0 to 1. Summed
//! over a choice this is coverage, a monotone submodular function (Lin and Bilmes 2011, "A class of submodular
//! functions for document summarization"): every sentence's novelty can only fall as others are chosen, so a
//! greedy choice is within 1 − 1/e of the best one.

use crate::document::Document;

/// What is covered so far.
#[derive(Debug)]
pub(crate) struct Novelty<'d> {
    document: &'d Document<'d>,
    /// Weight of each term, 0 once a chosen sentence has it.
    open: Vec<f64>,
    /// The largest weight of any sentence before anything is chosen.
    most: f64,
}

impl<'d> Novelty<'d> {
    /// Nothing is chosen yet.
    pub(crate) fn new(document: &'d Document<'d>) -> Self {
        let terms = &document.terms;
        let open: Vec<f64> = terms.frequency.iter().map(|n| libm::log(1.0 + f64::from(*n))).collect();
        let mut novelty = Self { document, open, most: 1.0 };
        let most = (0..document.sentences().len()).map(|at| novelty.of(at)).fold(0.0, f64::max);
        if most > 0.0 {
            novelty.most = most;
        }
        novelty
    }

    /// The novelty of a sentence beside those chosen so far.
    pub(crate) fn of(&self, sentence: usize) -> f64 {
        self.document.terms.of_sentence(sentence).iter().map(|t| self.open[*t as usize]).sum::<f64>() / self.most
    }

    /// Takes a sentence as chosen.
    pub(crate) fn cover(&mut self, sentence: usize) {
        for term in self.document.terms.of_sentence(sentence) {
            self.open[*term as usize] = 0.0;
        }
    }
}
