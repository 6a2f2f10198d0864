//! Entity density: the salience of the entities a sentence names, for its length.
//!
//! Σ weight of the distinct entities / √words, beside the plain sum, what of it is named here for the first time,
//! and what the lead names too. News summaries name more of the story's entities per word than the story does
//! (Gupta, Nenkova and Jurafsky 2007, "Measuring importance and query relevance in topic-focused multi-document
//! summarization"). The root keeps short sentences with one name from winning over the one that says what happened.

use super::logs::ln_1p;
use super::{Columns, flag};
use crate::document::Document;
use crate::entity::EntityKind;

/// The density is scaled by this, so that it is about 1 in a lead.
const SCALE: f64 = 5.0;
/// The lead is so many sentences.
const LEAD: usize = 3;
/// From this many on, more numbers make no difference.
const MOST_FACTS: usize = 5;

pub(super) const NAMES: &[&str] = &[
    "sum",
    "density",
    "density z",
    "new sum",
    "share in lead",
    "facts",
    "names",
    "new facts",
    "new names",
    "known names",
    "money",
    "percent",
    "number",
    "date",
    "new density",
];

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let entities = &document.entities;
    // The first sentence that has each, as far as is known.
    let mut first = vec![usize::MAX; entities.list.len()];
    for (at, sentence) in document.sentences().iter().enumerate() {
        let own = entities.distinct_in(at);
        let (mut sum, mut new, mut in_lead) = (0.0, 0.0, 0);
        let (mut names, mut new_names, mut new_facts) = (0, 0, 0);
        let (mut money, mut percent, mut numbers, mut dates) = (0, 0, 0, 0);
        for number in own {
            let entity = &entities.list[*number as usize];
            let first = &mut first[*number as usize];
            sum += entity.weight;
            let is_new = *first > at;
            if is_new {
                *first = at;
                new += entity.weight;
            }
            match entity.kind {
                EntityKind::Money => money += 1,
                EntityKind::Percent => percent += 1,
                EntityKind::Number | EntityKind::Quantity => numbers += 1,
                EntityKind::Date | EntityKind::Time => dates += 1,
                _ => {
                    names += 1;
                    new_names += usize::from(is_new);
                    in_lead += u32::from(*first < LEAD);
                }
            }
            new_facts += usize::from(is_new && entity.kind.is_fact());
        }
        let root = (sentence.words.max(1) as f64).sqrt();
        let density = SCALE * sum / root;
        let in_lead = f64::from(in_lead) / names.max(1) as f64;
        let count = |facts: usize| facts.min(MOST_FACTS) as f64 / 2.0;
        let facts = own.len() - names;
        out.row(
            at,
            0,
            [
                sum,
                density,
                density,
                new,
                in_lead,
                count(facts),
                ln_1p(names),
                count(new_facts),
                ln_1p(new_names),
                ln_1p(names - new_names),
                flag(money > 0),
                flag(percent > 0),
                count(numbers),
                flag(dates > 0),
                SCALE * new / root,
            ],
        );
    }
    out.standardize(2);
}
