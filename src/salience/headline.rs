//! Headline: how much of what the headline says a sentence takes up.
//!
//! The share of the headline's terms that the sentence has, plain and with rare terms counting more: the title
//! method of Edmundson (1969), "New methods in automatic extracting". Then how near it is to the headline by what
//! both are about: a walk that returns to the headline's terms ([`super::walk`]). Without a headline, the first
//! sentence stands for it.

use super::Columns;
use super::figures::Figures;
use super::walk::Walks;

pub(super) const NAMES: &[&str] =
    &["coverage z", "rare coverage", "rare coverage z", "walk", "walk z", "walk/√(1+i)", "reach", "new reach"];

pub(super) fn measure(figures: &Figures<'_>, walks: &Walks, out: &mut Columns) {
    let best = walks.places.iter().map(|place| place.visits_from_headline()).fold(0.0, f64::max);
    for (at, place) in walks.places.iter().enumerate() {
        let (mut covered, mut rare) = (0, 0.0);
        // What occurs once is new wherever it stands.
        let mut new = figures.once(at) as f64 * place.about_once;
        let mut reach = new;
        for slot in figures.notable_slots(at) {
            let (term, about) = (&figures.of_slot[*slot as usize], walks.about[*slot as usize]);
            covered += u32::from(term.wanted > 0.0);
            rare += term.wanted;
            reach += about;
            if term.first as usize == at {
                new += about;
            }
        }
        let visits = place.visits_from_headline();
        let walked = if best > 0.0 { visits / best } else { visits };
        let early = walked / (1.0 + at as f64).sqrt();
        out.row(at, [f64::from(covered), rare, rare, walked, visits, early, reach, new]);
    }
    out.standardize(0);
    out.standardize(2);
    out.standardize(4);
}
