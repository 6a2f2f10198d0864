//! Entity density: the salience of the entities a sentence names, for its length.
//!
//! Σ weight of the distinct entities / √words, beside the plain sum, what of it is named here for the first time,
//! and what the lead names too. News summaries name more of the story's entities per word than the story does
//! (Gupta, Nenkova and Jurafsky 2007, "Measuring importance and query relevance in topic-focused multi-document
//! summarization"). The root keeps short sentences with one name from winning over the one that says what happened.

use super::Columns;
use super::logs::ln_1p;
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
    // The first sentence that has each, as far as is known.
    let mut first = vec![usize::MAX; entities.list.len()];
    for (at, sentence) in document.sentences().iter().enumerate() {
        let own = entities.distinct_in(at);
        let (mut sum, mut new, mut named, mut in_lead) = (0.0, 0.0, 0, 0);
        for number in own {
            let entity = &entities.list[*number as usize];
            let first = &mut first[*number as usize];
            sum += entity.weight;
            if *first > at {
                *first = at;
                new += entity.weight;
            }
            if !entity.kind.is_fact() {
                named += 1;
                in_lead += u32::from(*first < LEAD);
            }
        }
        let density = SCALE * sum / (sentence.words.max(1) as f64).sqrt();
        let in_lead = f64::from(in_lead) / named.max(1) as f64;
        let facts = (own.len() - named).min(MOST_FACTS) as f64 / 2.0;
        out.row(at, 0, [sum, density, density, new, in_lead, facts, ln_1p(named)]);
    }
    out.standardize(2);
}
