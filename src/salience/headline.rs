//! Headline: how much of what the headline says a sentence takes up.
//!
//! The share of the headline's terms that the sentence has, a term counting the more the fewer sentences have it;
//! 0 to 1. The title method of Edmundson (1969), "New methods in automatic extracting". Without a headline, the
//! first sentence stands for it.

use crate::document::Document;

pub(super) fn measure(document: &Document<'_>) -> Vec<f64> {
    let terms = &document.terms;
    let count = document.sentences().len();
    let headline: &[u32] = match terms.headline.as_slice() {
        [] if count > 0 => terms.of_sentence(0),
        known => known,
    };
    let rarity = |term: &u32| 1.0 / f64::from(terms.sentence_frequency[*term as usize].max(1));
    let mut wanted = vec![0.0; terms.count()];
    for term in headline {
        wanted[*term as usize] = rarity(term);
    }
    let total: f64 = headline.iter().map(rarity).sum();
    (0..count)
        .map(|at| {
            let covered: f64 = terms.of_sentence(at).iter().map(|t| wanted[*t as usize]).sum();
            if total > 0.0 { covered / total } else { 0.0 }
        })
        .collect()
}
