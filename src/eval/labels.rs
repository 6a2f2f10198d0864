//! What the weights are fitted to: how often each sentence is in one of the best extracts.
//!
//! A beam search finds the sets of sentences that share most with the references; a sentence's label is its weighted
//! share of the best sets, so that a sentence that nearly made it counts for more than one that did not.

use super::data::Target;
use std::collections::BTreeMap;

/// Sets kept from step to step.
const BEAM: usize = 4;
/// A set holds at most this many sentences…
const MOST_SENTENCES: usize = 5;
/// … and is complete at this many words. Shorter ones are counted as so long: else short sets win.
const WORDS: usize = 60;
/// The best sets have a say, so many of them…
const BEST: usize = 20;
/// … each the less the further it is below the best: by `e` for so much of ROUGE-1 and ROUGE-2 together.
const SOFTNESS: f64 = 0.02;

/// The label of each sentence, 0 to 1.
pub(super) fn membership(target: &Target) -> Vec<f64> {
    let count = target.sentences.len();
    let mut seen = BTreeMap::<Vec<usize>, f64>::new();
    let mut beam: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..MOST_SENTENCES {
        let mut next: Vec<(f64, Vec<usize>)> = Vec::new();
        for set in &beam {
            if set.iter().map(|s| target.sentences[*s].words).sum::<usize>() >= WORDS {
                continue;
            }
            for sentence in (0..count).filter(|s| !set.contains(s)) {
                let mut with = set.clone();
                with.push(sentence);
                with.sort_unstable();
                if !seen.contains_key(&with) {
                    let value = target.value(&with, WORDS);
                    seen.insert(with.clone(), value);
                    next.push((value, with));
                }
            }
        }
        next.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        next.truncate(BEAM);
        beam = next.into_iter().map(|(_, set)| set).collect();
    }
    let mut sets: Vec<(f64, Vec<usize>)> = seen.into_iter().map(|(set, value)| (value, set)).collect();
    sets.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    sets.truncate(BEST);
    let best = sets.first().map_or(0.0, |(value, _)| *value);
    let mut labels = vec![0.0; count];
    let mut total = 0.0;
    for (value, set) in &sets {
        let weight = ((value - best) / SOFTNESS).exp();
        total += weight;
        set.iter().for_each(|s| labels[*s] += weight);
    }
    labels.iter_mut().for_each(|l| *l /= f64::max(total, 1e-9));
    labels
}
