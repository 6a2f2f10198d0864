//! Centrality: how much of what the article keeps saying a sentence says.
//!
//! The cosine between a sentence and the rest of the article (the centroid of Radev, Jing, Styś and Tam 2004,
//! "Centroid-based summarization of multiple documents"), the frequency of its terms (Nenkova and Vanderwende
//! 2005, "The impact of frequency on summarization"), and how often a random walk comes by ([`super::walk`]). All
//! are linear in the length of the text, where a graph of sentences is quadratic.

use super::Columns;
use super::figures::{Figures, ONCE, TOP_TERMS};
use super::walk::Walks;

pub(super) const NAMES: &[&str] = &["shared by", "cosine z", "mean ln tf", "top terms", "walk", "walk z"];

pub(super) fn measure(figures: &Figures<'_>, walks: &Walks, out: &mut Columns) {
    let sentences = figures.sentences() as f64;
    for (at, place) in walks.places.iter().enumerate() {
        let count = figures.count(at).max(1) as f64;
        let mut damped = figures.once(at) as f64 * figures.of_slot[ONCE as usize].damped;
        let (mut shared, mut cosine, mut top) = (0.0, 0.0, 0);
        for term in figures.notable(at) {
            shared += term.elsewhere / sentences;
            cosine += term.elsewhere * term.damped;
            top += u32::from(term.is_top);
            damped += term.damped;
        }
        let walked = place.visits();
        // The cosine with all the others together, up to a factor that is the same for all.
        let cosine = cosine / count.sqrt();
        let top = f64::from(top) / TOP_TERMS as f64;
        out.row(at, [shared / count, cosine, damped / count, top, walked * sentences, walked]);
    }
    out.standardize(1);
    out.standardize(5);
}
