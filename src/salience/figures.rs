//! Figures of an article's terms that several signals stand on, counted once for all.
//!
//! Most terms of an article occur once, and are none of the topic's, which is the headline's or what a context asks for:
//! nothing tells one of them from another. So all of these share one slot, [`ONCE`], and of a sentence it is only known how
//! many of them it has; the others, the notable ones, have a slot each.

use super::logs::ln_1p;
use crate::analysis::Document;
use crate::analysis::term::{Term, Terms};

/// The slot of all terms that are not notable.
pub(super) const ONCE: u32 = 0;

/// What is known of a term.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// In how many sentences besides one it occurs.
    pub(super) elsewhere: f64,
    /// `1 / n` of the n sentences that have it.
    pub(super) rarity: f64,
    /// `1 + ln frequency`: its weight in the article's vector.
    pub(super) damped: f64,
    /// Its share of the topic, rare terms counting more; 0 if it is none of the topic's.
    pub(super) wanted: f64,
    /// Whether the headline has it.
    pub(super) in_headline: bool,
    /// The first sentence, from 0, that has it; not known of the terms that share [`ONCE`].
    pub(super) first: u32,
}

/// What is counted once for all signals.
#[derive(Debug)]
pub(crate) struct Figures<'d> {
    terms: &'d Terms,
    /// By slot.
    pub(super) of_slot: Vec<Figure>,
    /// The slots of the notable terms of each sentence, one sentence after the other.
    notable: Vec<u32>,
    /// Where those of each sentence begin; one more at the end.
    notable_starts: Vec<usize>,
}

/// The terms of the headline. Without one, the first sentence stands for it.
pub(super) fn headline<'d>(document: &'d Document<'_>) -> &'d [Term] {
    match document.terms.headline.as_slice() {
        [] if !document.sentences().is_empty() => document.terms.of_sentence(0),
        known => known,
    }
}

impl<'d> Figures<'d> {
    /// The figures where `topic` is what is wanted.
    pub(super) fn new(document: &'d Document<'_>, topic: &[Term]) -> Self {
        let terms = &document.terms;
        let count = document.sentences().len();
        let (of_slot, slot_of) = slots(terms, topic);
        // Each term's slot is put down, and what is not notable is overwritten by the next.
        let mut notable = vec![ONCE; terms.flat.len() + 1];
        let mut notable_starts = Vec::with_capacity(count + 1);
        let mut end = 0;
        notable_starts.push(end);
        for sentence in 0..count {
            for term in terms.of_sentence(sentence) {
                let slot = slot_of[*term as usize];
                notable[end] = slot;
                end += usize::from(slot != ONCE);
            }
            notable_starts.push(end);
        }
        Self { terms, of_slot, notable, notable_starts }
    }

    /// How many sentences there are.
    pub(super) fn sentences(&self) -> usize {
        self.notable_starts.len() - 1
    }

    /// How many terms a sentence has.
    pub(super) fn count(&self, sentence: usize) -> usize {
        self.terms.of_sentence(sentence).len()
    }

    /// How many of them are not notable.
    pub(super) fn once(&self, sentence: usize) -> usize {
        self.count(sentence) - self.notable_slots(sentence).len()
    }

    /// The slots of the notable terms of a sentence.
    pub(super) fn notable_slots(&self, sentence: usize) -> &[u32] {
        &self.notable[self.notable_starts[sentence]..self.notable_starts[sentence + 1]]
    }

    /// The same of all sentences, in order.
    pub(super) fn each_notable_slots(&self) -> impl Iterator<Item = &[u32]> {
        self.notable_starts.windows(2).map(|ends| &self.notable[ends[0]..ends[1]])
    }

    /// The notable terms of a sentence.
    pub(super) fn notable(&self, sentence: usize) -> impl Iterator<Item = &Figure> {
        self.notable_slots(sentence).iter().map(|slot| &self.of_slot[*slot as usize])
    }
}

/// The figures by slot, and the slot of each term.
fn slots(terms: &Terms, topic: &[Term]) -> (Vec<Figure>, Vec<u32>) {
    // For now, whether a term is notable though it occurs once.
    let mut slot_of = vec![ONCE; terms.occurrences.len()];
    topic.iter().for_each(|term| slot_of[*term as usize] = !ONCE);
    let blank = Figure { elsewhere: 0.0, rarity: 1.0, damped: 1.0, wanted: 0.0, in_headline: false, first: 0 };
    let mut of_slot = Vec::with_capacity(terms.occurrences.len() / 2 + 1);
    of_slot.push(blank);
    for (slot, of) in slot_of.iter_mut().zip(&terms.occurrences) {
        if of.frequency == 1 && *slot == ONCE {
            continue;
        }
        *slot = of_slot.len() as u32;
        of_slot.push(Figure {
            elsewhere: f64::from(of.sentences - 1),
            rarity: 1.0 / f64::from(of.sentences),
            damped: 1.0 + ln_1p(of.frequency as usize - 1),
            first: of.first,
            ..blank
        });
    }
    let rarities: f64 = topic.iter().map(|term| of_slot[slot_of[*term as usize] as usize].rarity).sum();
    for term in topic {
        let figure = &mut of_slot[slot_of[*term as usize] as usize];
        figure.wanted = figure.rarity / rarities;
    }
    for term in &terms.headline {
        let slot = slot_of[*term as usize];
        of_slot[slot as usize].in_headline = slot != ONCE;
    }
    (of_slot, slot_of)
}
