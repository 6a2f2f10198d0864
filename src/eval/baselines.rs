//! Systems to compare with: each gives the sentences of an article in its order of choice.

use super::bootstrap::Random;
use super::data::Target;
use crate::document::Document;

/// The oracle stops at this many sentences.
const MOST_SENTENCES: usize = 12;

/// LEAD: the article from its beginning.
pub(super) fn lead(document: &Document<'_>) -> Vec<usize> {
    (0..document.sentences().len()).collect()
}

/// Any order, the same for the same seed (Fisher and Yates 1938).
pub(super) fn random(document: &Document<'_>, seed: u64) -> Vec<usize> {
    let mut order = lead(document);
    let mut random = Random::new(seed);
    for left in (1..order.len()).rev() {
        order.swap(left, random.below(left + 1));
    }
    order
}

/// The oracle: always the sentence that raises ROUGE-1 and ROUGE-2 against the reference most, until none does
/// (Nallapati, Zhai and Zhou 2017, "SummaRuNNer"). What an extract can reach, nearly.
pub(super) fn oracle(document: &Document<'_>, target: &Target, words: usize) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let mut best = 0.0;
    while order.len() < MOST_SENTENCES && order.iter().map(|s| document.sentences()[*s].words).sum::<usize>() < words {
        let tried = (0..document.sentences().len()).filter(|s| !order.contains(s)).map(|sentence| {
            let with: Vec<usize> = order.iter().copied().chain([sentence]).collect();
            (sentence, target.value(&with, 0))
        });
        let Some((sentence, value)) = tried.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))) else { break };
        if value <= best {
            break;
        }
        best = value;
        order.push(sentence);
    }
    order
}
