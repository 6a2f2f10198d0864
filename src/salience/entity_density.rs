//! Entity density: the salience of the entities a sentence names, for its length.
//!
//! Σ weight of the distinct entities / √words, relative to the best sentence; 0 to 1. News summaries name more
//! of the story's entities per word than the story does (Gupta, Nenkova and Jurafsky 2007, "Measuring importance
//! and query relevance in topic-focused multi-document summarization"; Nenkova et al. 2006 on content frequency).
//! The root keeps short sentences with one name from winning over the sentence that says what happened.

use crate::document::Document;
use crate::salience::relative_to_best;

pub(super) fn measure(document: &Document<'_>) -> Vec<f64> {
    let entities = &document.entities;
    let density = |(at, words): (usize, usize)| {
        let mass: f64 = entities.distinct_in(at).iter().map(|e| entities.list[*e as usize].weight).sum();
        mass / (words.max(1) as f64).sqrt()
    };
    relative_to_best(document.sentences().iter().map(|s| s.words).enumerate().map(density).collect())
}
