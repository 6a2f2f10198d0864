//! Entity density: the salience of the entities that a sentence is first to name, for its length.
//!
//! Σ weight of the new entities / √words; the figures, dates and sums that no earlier sentence gives; and how many of
//! the names are those of the lead, which tells of whom the story is. News summaries name more of the story's entities
//! per word than the story does (Gupta, Nenkova and Jurafsky 2007, "Measuring importance and query relevance in
//! topic-focused multi-document summarization"). The root keeps short sentences with one name from winning over the one
//! that says what happened.

use crate::analysis::Document;

/// The density is scaled by this, so that it is about 1 in a lead.
const SCALE: f64 = 5.0;
/// The lead is so many sentences.
const LEAD: usize = 3;
/// From this many on, more numbers make no difference.
const MOST_FACTS: usize = 5;

pub(super) const NAMES: &[&str] = &["new density", "new facts", "share in lead"];

pub(super) fn measure(document: &Document<'_>) -> Vec<[f64; NAMES.len()]> {
    let mut rows = Vec::with_capacity(document.sentences().len());
    let entities = &document.entities;
    // The first sentence that has each, as far as is known.
    let mut first = vec![usize::MAX; entities.list.len()];
    for (at, sentence) in document.sentences().iter().enumerate() {
        let (mut new, mut new_facts, mut names, mut in_lead) = (0.0, 0, 0, 0);
        for number in entities.distinct_in(at) {
            let entity = &entities.list[*number as usize];
            let first = &mut first[*number as usize];
            if *first > at {
                *first = at;
                new += entity.weight;
                new_facts += usize::from(entity.kind.is_fact());
            }
            if !entity.kind.is_fact() {
                names += 1;
                in_lead += u32::from(*first < LEAD);
            }
        }
        let density = SCALE * new / (sentence.words.max(1) as f64).sqrt();
        let facts = new_facts.min(MOST_FACTS) as f64 / 2.0;
        rows.push([density, facts, f64::from(in_lead) / names.max(1) as f64]);
    }
    rows
}
