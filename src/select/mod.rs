//! Selection: which sentences, by greedy choice under the budget.
//!
//! The best by salience comes first, unless it says again what a chosen one says: novelty among the chosen is a rule, not
//! a cost, since what a sentence adds to the headline and to the text before it is part of its salience already.
//!
//! A sentence that leans on another one ([`Leanings`]) comes with it, both counting, if the two are worth more a sentence
//! than what else there is; else the next best comes. Once what it leans on is chosen, it stands by itself.
//!
//! Never chosen are a sentence that says again what a chosen one or the headline says, a fragment, and a note on the
//! story ("Read more: …"), unless the budget has room for the whole article: then everything comes.

use crate::analysis::Document;
use crate::collections::queue::Queue;
use crate::leaning::Leanings;
use crate::note::Notes;
use crate::options::Budget;
use crate::salience::{Salience, Values};
use crate::text::span::Span;

mod redundancy;

pub(crate) use redundancy::{echoes, repeats};

/// A sentence of fewer words is a fragment.
const LEAST_WORDS: usize = 5;

/// A sentence comes with so many others that it leans on at most: with two it chose no better.
const MOST_COMPANY: usize = 1;

/// A chosen sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Chosen {
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// The piece of it that is shown: all of it, but for a headline.
    pub(crate) span: Span,
    /// The parts of its score, weighted; they sum to the score at the time it was chosen.
    pub(crate) parts: Values,
}

/// A candidate's score as a key: the highest comes first.
const fn key(score: f64) -> u64 {
    let bits = score.to_bits();
    // The bits of floats above 0 order as the floats do, those below the other way round.
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

/// Which sentences are open to be chosen.
#[derive(Clone, Copy)]
struct Pass {
    /// Only those that fit: none that echoes the headline, no fragment and no boilerplate.
    fitting: bool,
    /// Those that lean on a sentence that is not shown, too.
    leaning: bool,
}

/// In this order: the second fills up what the first leaves of the budget, the others serve where nothing is chosen.
const PASSES: [Pass; 4] = [
    Pass { fitting: true, leaning: false },
    Pass { fitting: true, leaning: true },
    Pass { fitting: false, leaning: false },
    EVERYTHING,
];
const EVERYTHING: Pass = Pass { fitting: false, leaning: true };

/// The state of a choice.
struct Choice<'d> {
    document: &'d Document<'d>,
    leanings: &'d Leanings,
    notes: &'d Notes<'d>,
    salience: &'d Salience,
    /// Whether all of the article is asked for.
    everything: bool,
    is_chosen: Vec<bool>,
    chosen: Vec<Chosen>,
    /// Words of the chosen sentences.
    words: usize,
    /// From log-odds to scores.
    scale: f64,
}

/// The chosen sentences, in the order of choice.
pub(crate) fn choose<'d>(
    document: &'d Document<'_>,
    leanings: &'d Leanings,
    notes: &'d Notes<'d>,
    salience: &'d Salience,
    budget: Budget,
) -> Vec<Chosen> {
    let sentences = document.sentences();
    let everything = budget.sentences >= sentences.len() && budget.words >= sentences.iter().map(|s| s.words).sum();
    let mut choice = Choice {
        document,
        leanings,
        notes,
        salience,
        everything,
        is_chosen: vec![false; sentences.len()],
        chosen: Vec::new(),
        words: 0,
        scale: salience.scale(),
    };
    if everything {
        choice.fill(EVERYTHING, budget);
        return choice.chosen;
    }
    for (number, pass) in PASSES.into_iter().enumerate() {
        if number < 2 || choice.chosen.is_empty() {
            choice.fill(pass, budget);
        }
    }
    choice.chosen
}

impl Choice<'_> {
    /// Chooses until the budget is used up or nothing is left.
    fn fill(&mut self, pass: Pass, budget: Budget) {
        // The best comes first, or of equals the earliest sentence. The note is 1 where the key is what a sentence and its
        // company are worth together.
        let mut queue = Queue::of((0..self.is_chosen.len()).map(|sentence| key(self.worth(sentence, &[]))));
        while self.chosen.len() < budget.sentences && self.words < budget.words {
            let Some((best, note)) = queue.pop() else { break };
            let Some(company) = self.company(best, pass, budget) else { continue };
            if company.is_empty() == (note == 1) {
                // It needs company; or its company is chosen, and it was entered anew.
                if note == 0 {
                    queue.push(key(self.worth(best, &company)), best, 1);
                }
                continue;
            }
            for sentence in company.into_iter().chain([best]) {
                self.take(sentence);
                // What leans on it may come now.
                for other in self.leanings.leaning_on(sentence) {
                    queue.push(key(self.worth(other, &[])), other, 0);
                }
            }
        }
    }

    /// The sentences that must be chosen with this one as it leans on them, in document order; `None` if it cannot be
    /// chosen.
    fn company(&self, sentence: usize, pass: Pass, budget: Budget) -> Option<Vec<usize>> {
        let may_come = |s: usize| !self.is_chosen[s] && self.is_eligible(s, pass) && !self.repeats(s);
        if !may_come(sentence) {
            return None;
        }
        let mut company = Vec::new();
        if pass.leaning {
            return Some(company);
        }
        let (mut next, mut words) = (Some(sentence), 0);
        let mut looked_at = 0;
        while let Some(leaning) = next {
            for on in self.leanings.of(leaning).iter().map(|leaning| leaning.on) {
                let on = on?;
                if !self.is_chosen[on] && on != sentence && !company.contains(&on) {
                    words += self.document.sentences()[on].words;
                    let fits = self.chosen.len() + company.len() + 1 < budget.sentences
                        && company.len() < MOST_COMPANY
                        && self.words.saturating_add(words) < budget.words;
                    if !fits || !may_come(on) {
                        return None;
                    }
                    company.push(on);
                }
            }
            next = company.get(looked_at).copied();
            looked_at += 1;
        }
        company.sort_unstable();
        Some(company)
    }

    /// What a sentence and its company are worth, in the mean.
    fn worth(&self, sentence: usize, company: &[usize]) -> f64 {
        let worth = |s: usize| self.salience.signals[s].iter().sum::<f64>();
        company.iter().fold(worth(sentence), |sum, other| sum + worth(*other)) / (company.len() + 1) as f64
    }

    /// Whether a sentence has words, and fits where only such are open.
    fn is_eligible(&self, sentence: usize, pass: Pass) -> bool {
        if pass.fitting {
            let (terms, headline) = (self.document.terms.of_sentence(sentence), &self.document.terms.headline);
            is_whole(self.document, self.notes, sentence) && !echoes(terms, headline)
        } else {
            self.document.sentences()[sentence].words > 0
        }
    }

    /// Whether a chosen sentence says the same.
    fn repeats(&self, sentence: usize) -> bool {
        let terms = &self.document.terms;
        let same = |c: &Chosen| repeats(terms.of_sentence(c.sentence), terms.of_sentence(sentence));
        !self.everything && self.chosen.iter().any(same)
    }

    /// Chooses a sentence. Its score is at most that of the choice before.
    fn take(&mut self, sentence: usize) {
        let last = self.chosen.last().map_or(1.0, |last| last.parts.iter().sum());
        let parts = scored(self.salience.signals[sentence], self.scale, last);
        self.is_chosen[sentence] = true;
        let about = &self.document.sentences()[sentence];
        self.words += about.words;
        self.chosen.push(Chosen { sentence, span: about.span, parts });
    }
}

/// The signals of a sentence as the parts of its score, which is at most `most`.
pub(crate) fn scored(signals: Values, scale: f64, most: f64) -> Values {
    let sum: f64 = signals.iter().sum();
    let scale = if sum * scale > most { most / sum } else { scale };
    signals.map(|signal| signal * scale)
}

/// Whether a sentence is neither a fragment nor a note on the story.
pub(crate) fn is_whole(document: &Document<'_>, notes: &Notes<'_>, sentence: usize) -> bool {
    let about = &document.sentences()[sentence];
    about.words >= LEAST_WORDS && !notes.has(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    fn chosen(text: &str, sentences: usize) -> Vec<Chosen> {
        let article = Article::from_text(text);
        let document = crate::analysis::annotate(&article, None);
        let model = crate::salience::Model::fitted();
        let leanings = Leanings::new(&document);
        let salience = crate::salience::measure(&document, &model, None);
        choose(
            &document,
            &leanings,
            &Notes::new(&document, &leanings),
            &salience,
            Budget { sentences, words: usize::MAX, headline: None },
        )
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
    fn nothing_is_said_twice_unless_everything_is_asked_for() {
        let some = chosen(STORY, 3);
        assert!(!(some.iter().any(|c| c.sentence == 0) && some.iter().any(|c| c.sentence == 1)), "{some:?}");
        assert_eq!(chosen(STORY, 4).len(), 4);
    }

    #[test]
    fn a_sentence_that_leans_never_opens_the_summary() {
        let text = "Rain fell on Riga for the whole of Monday. But he opened the bridge of Riga in the rain on Monday, \
            the mayor of Riga. Fishermen from Jurmala protested on the shore. Nobody was hurt in the city.";
        for sentences in 1..4 {
            let first = chosen(text, sentences).iter().map(|c| c.sentence).min();
            assert_ne!(first, Some(1), "{sentences}");
        }
    }
}
