//! Position: how early a sentence stands, in the article and in its paragraph order.
//!
//! The mean of 1/(1 + sentence) and 1/(1 + paragraph), both counted from 0; 0 to 1. News is an inverted pyramid,
//! so the lead is the hardest baseline to beat (Edmundson 1969; Nenkova 2005, "Automatic text summarization of
//! newswire").

use crate::document::Document;

pub(super) fn measure(document: &Document<'_>) -> Vec<f64> {
    let sentences = document.sentences();
    let mut paragraph = 0;
    (0..sentences.len())
        .map(|at| {
            if at > 0 && sentences[at].paragraph != sentences[at - 1].paragraph {
                paragraph += 1;
            }
            let early = |place: usize| 1.0 / (1.0 + place as f64);
            f64::midpoint(early(at), early(paragraph))
        })
        .collect()
}
