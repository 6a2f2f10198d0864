//! Context: how near a sentence is to what a context asks for.
//!
//! How many of the terms asked for it has, rare ones counting more (Gupta, Nenkova and Jurafsky 2007, "Measuring importance
//! and query relevance in topic-focused multi-document summarization"), and how often a walk that returns to them comes by
//! ([`super::walk`]; Otterbacher, Erkan and Radev 2009, "Biased LexRank"), which also finds what speaks of the same in other
//! words. Both are 0 to 1, and are taken in so far as the context is about the article ([`Asked::share`]).
//!
//! No editor chose sentences for a context, so these two are no features with fitted weights. Their weights were chosen on
//! pairs of development articles in one text, the headline of the second being the context: of three key points 92 % are
//! that article's in English, French, Vietnamese and German (26 % without), 87 % with half the weights, and 94 % with more
//! than twice as much.

use super::figures::Figures;
use super::walk::{Vertex, Walks};
use crate::analysis::{Asked, Document};

/// What a sentence with all terms asked for gains, in log-odds; 0 or more.
const COVERED: f64 = 4.0;
/// What the sentence gains that the walk visits most, in log-odds; 0 or more.
const WALKED: f64 = 4.0;

/// What the context adds to each sentence, in log-odds.
pub(super) fn measure(document: &Document<'_>, asked: &Asked) -> Vec<f64> {
    let figures = Figures::new(document, &asked.terms);
    let walks = Walks::new(&figures);
    let most = walks.most_from_topic().max(f64::MIN_POSITIVE);
    let of = |(at, vertex): (usize, &Vertex)| {
        let covered: f64 = figures.notable(at).map(|term| term.wanted).sum();
        let walked = vertex.visits_from_topic() / most;
        asked.share * (COVERED * covered + WALKED * walked)
    };
    walks.vertices.iter().enumerate().map(of).collect()
}
