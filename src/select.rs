//! Selection: which sentences, by greedy choice under the budget.
//!
//! The score of a sentence is its salience plus the weight of its novelty beside those already chosen. Scores only
//! fall as the choice grows, so the greedy may be lazy: a score computed earlier is an upper bound, and only the
//! candidate on top of the heap needs to be looked at again (Minoux 1978, "Accelerated greedy algorithms").

use crate::document::Document;
use crate::options::Budget;
use crate::salience::{NOVELTY_WEIGHT, Novelty, Signal, Values};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A sentence of fewer words is a fragment, and no candidate while there are longer ones.
const LEAST_WORDS: usize = 5;

/// A chosen sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Chosen {
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// The parts of its score, weighted; they sum to the score at the time it was chosen.
    pub(crate) parts: Values,
}

/// The candidate with the highest score known so far, or of equals the earliest.
struct Candidate {
    score: f64,
    sentence: usize,
    /// How many were chosen when the score was computed.
    as_of: usize,
    novelty: f64,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then(other.sentence.cmp(&self.sentence))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// The chosen sentences, in the order of choice.
pub(crate) fn choose(document: &Document<'_>, salience: &[Values], budget: Budget) -> Vec<Chosen> {
    let mut novelty = Novelty::new(document);
    let candidate = |novelty: &Novelty<'_>, sentence: usize, as_of: usize| {
        let novelty = NOVELTY_WEIGHT * novelty.of(sentence);
        Candidate { score: salience[sentence].iter().sum::<f64>() + novelty, sentence, as_of, novelty }
    };
    let mut heap: BinaryHeap<Candidate> =
        candidates(document).into_iter().map(|sentence| candidate(&novelty, sentence, 0)).collect();
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut words = 0;
    while chosen.len() < budget.sentences && words < budget.words {
        let Some(best) = heap.pop() else { break };
        if best.as_of < chosen.len() {
            heap.push(candidate(&novelty, best.sentence, chosen.len()));
            continue;
        }
        let mut parts = salience[best.sentence];
        parts[Signal::Novelty as usize] = best.novelty;
        novelty.cover(best.sentence);
        words += document.sentences()[best.sentence].words;
        chosen.push(Chosen { sentence: best.sentence, parts });
    }
    chosen
}

/// The sentences to choose from: with enough words, and each text once.
fn candidates(document: &Document<'_>) -> Vec<usize> {
    let sentences = document.sentences();
    let long_enough: Vec<usize> = (0..sentences.len()).filter(|s| sentences[*s].words >= LEAST_WORDS).collect();
    if long_enough.is_empty() {
        (0..sentences.len()).filter(|s| sentences[*s].words > 0).collect()
    } else {
        long_enough
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::Article;

    fn chosen(text: &str, sentences: usize) -> Vec<Chosen> {
        let article = Article::from_text(text);
        let document = crate::annotate(&article, None);
        let salience = crate::salience::measure(&document);
        choose(&document, &salience, Budget { sentences, words: usize::MAX })
    }

    const STORY: &str = "The mayor of Riga opened the new bridge on Monday. The mayor of Riga opened the new bridge \
        on Monday again. Fishermen from Jurmala protested against the noise of the works. Nobody was hurt in the city.";

    #[test]
    fn scores_never_rise_in_the_order_of_choice() {
        let scores: Vec<f64> = chosen(STORY, 9).iter().map(|c| c.parts.iter().sum()).collect();
        assert_eq!(scores.len(), 4);
        assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]), "{scores:?}");
        assert!(scores.iter().all(|s| (0.0..=1.0).contains(s)));
    }

    #[test]
    fn what_was_said_already_is_no_longer_new() {
        let all = chosen(STORY, 9);
        let repeat = all.iter().find(|c| c.sentence == 1).map(|c| c.parts[Signal::Novelty as usize]);
        assert!(repeat.is_some_and(|novelty| novelty < 0.03), "{repeat:?}");
    }
}
