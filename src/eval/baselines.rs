//! Systems to compare with: each gives the sentences of an article in its order of choice.

use super::bootstrap::Random;
use super::data::Target;
use crate::analysis::Document;
use crate::language::lexicon::Lexicon;
use crate::language::sentence;
use crate::text::span::Span;

/// The oracle stops at this many sentences.
const MOST_SENTENCES: usize = 12;

/// LEAD: the text from its beginning, cut into sentences as if it were one paragraph. Nothing is left out.
pub(super) fn lead(text: &str, lexicon: &Lexicon) -> Vec<Span> {
    let whole = Span::new(0, text.len());
    let mut sentences = Vec::new();
    sentence::segment(text, whole, lexicon, &mut Vec::new(), &mut sentences);
    // Datelines, and attributions in brackets, are parts of no sentence there.
    if let Some(first) = sentences.first_mut() {
        first.start = whole.start;
    }
    if let Some(last) = sentences.last_mut() {
        last.end = whole.end;
    }
    sentences
}

/// Any order, the same for the same seed (Fisher and Yates 1938).
pub(super) fn random(document: &Document<'_>, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..document.sentences().len()).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lead_leaves_nothing_out() {
        let text = "Read also\n\nRIGA, May 2 (LETA) — Mr. Berg came\nlate. It rained. (LETA)";
        let lead: Vec<&str> =
            lead(text, Lexicon::of(crate::language::Language::English)).into_iter().map(|s| s.of(text)).collect();
        assert_eq!(lead, ["Read also\n\nRIGA, May 2 (LETA) — Mr. Berg came\nlate.", "It rained. (LETA)"]);
    }
}
