//! Faults that a reader sees in a summary, whatever its ROUGE.

use crate::analysis::Document;
use crate::leaning::Leanings;
use crate::note::Notes;
use crate::select::{echoes, repeats};

/// How many summaries have each fault, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Faults {
    /// Summaries looked at.
    pub summaries: usize,
    /// Those whose first sentence leans on one that is not there.
    pub opens_dangling: usize,
    /// Those with any such sentence.
    pub dangling: usize,
    /// Such sentences.
    pub dangling_sentences: usize,
    /// All sentences.
    pub sentences: usize,
    /// Pairs of sentences that say the same.
    pub repeats: usize,
    /// Sentences that belong to the page around the story ("Read more: …").
    pub furniture: usize,
    /// Summaries with a headline to echo.
    pub headlines: usize,
    /// Those with a sentence that says the headline again.
    pub echoes: usize,
}

impl Faults {
    /// Counts the faults of one summary, its sentences in document order.
    pub(super) fn of(document: &Document<'_>, summary: &[usize]) -> Self {
        let terms = &document.terms;
        let leanings = Leanings::new(document);
        let dangles = |s: &&usize| leanings.dangles(**s, |other| summary.contains(&other));
        let same = |a: usize, b: usize| repeats(terms.of_sentence(a), terms.of_sentence(b));
        let pairs = summary.iter().enumerate().flat_map(|(n, a)| summary[..n].iter().map(move |b| (*a, *b)));
        let echoing = |s: &usize| echoes(terms.of_sentence(*s), &terms.headline);
        let all = summary.len() == document.sentences().len();
        let notes = Notes::new(document, &leanings);
        let is_note = |s: &&usize| notes.has(**s);
        Self {
            summaries: 1,
            opens_dangling: summary.first().as_ref().is_some_and(dangles).into(),
            dangling: summary.iter().any(|s| dangles(&s)).into(),
            dangling_sentences: summary.iter().filter(dangles).count(),
            sentences: summary.len(),
            repeats: pairs.filter(|(a, b)| same(*a, *b)).count(),
            // Where everything is asked for, everything comes.
            furniture: if all { 0 } else { summary.iter().filter(is_note).count() },
            headlines: (!terms.headline.is_empty()).into(),
            echoes: summary.iter().any(echoing).into(),
        }
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            summaries: self.summaries + other.summaries,
            opens_dangling: self.opens_dangling + other.opens_dangling,
            dangling: self.dangling + other.dangling,
            dangling_sentences: self.dangling_sentences + other.dangling_sentences,
            sentences: self.sentences + other.sentences,
            repeats: self.repeats + other.repeats,
            furniture: self.furniture + other.furniture,
            headlines: self.headlines + other.headlines,
            echoes: self.echoes + other.echoes,
        }
    }
}
