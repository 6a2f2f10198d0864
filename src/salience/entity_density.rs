//! Entity density: the salience of the entities a sentence names, for its length.
//!
//! Σ weight of the distinct entities / √words, beside the plain sum, what of it is named here for the first time,
//! and what the lead names too. News summaries name more of the story's entities per word than the story does
//! (Gupta, Nenkova and Jurafsky 2007, "Measuring importance and query relevance in topic-focused multi-document
//! summarization"). The root keeps short sentences with one name from winning over the one that says what happened.

use super::Columns;
use super::figures::standardized;
use crate::document::Document;

/// The density is scaled by this, so that it is about 1 in a lead.
const SCALE: f64 = 5.0;
/// The lead is so many sentences.
const LEAD: usize = 3;
/// From this many on, more numbers make no difference.
const MOST_FACTS: usize = 5;

pub(super) const NAMES: &[&str] = &["sum", "density", "density z", "new sum", "share in lead", "facts", "names"];

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let entities = &document.entities;
    let count = document.sentences().len();
    let inside: Vec<&[u32]> = (0..count).map(|at| entities.distinct_in(at)).collect();
    let weight = |entity: u32| entities.list[entity as usize].weight;
    let sums: Vec<f64> = inside.iter().map(|own| own.iter().map(|e| weight(*e)).sum()).collect();
    let density: Vec<f64> = (sums.iter().zip(document.sentences()))
        .map(|(sum, sentence)| SCALE * sum / (sentence.words.max(1) as f64).sqrt())
        .collect();
    let density_z = standardized(&density);
    let mut first = vec![usize::MAX; entities.list.len()];
    for (at, own) in inside.iter().enumerate() {
        own.iter().for_each(|e| first[*e as usize] = first[*e as usize].min(at));
    }
    for (at, own) in inside.iter().enumerate() {
        let names = || own.iter().filter(|e| !entities.list[**e as usize].kind.is_fact());
        let named = names().count();
        let in_lead = names().filter(|e| first[**e as usize] < LEAD).count();
        let new: f64 = own.iter().filter(|e| first[**e as usize] == at).map(|e| weight(*e)).sum();
        out.row(
            at,
            &[
                sums[at],
                density[at],
                density_z[at],
                new,
                in_lead as f64 / named.max(1) as f64,
                (own.len() - named).min(MOST_FACTS) as f64 / 2.0,
                libm::log(1.0 + named as f64),
            ],
        );
    }
}
