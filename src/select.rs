//! Selection: which sentences, by greedy choice under the budget.
//!
//! A sentence's score is its salience less what [`Said`] takes off for what is said already. Such scores only fall
//! as the choice grows, so the greedy may be lazy: a score computed earlier is an upper bound, and only the candidate
//! at the head of the queue needs to be looked at again (Minoux 1978, "Accelerated greedy algorithms").
//!
//! A sentence that leans on the one before it ("But he…") is no candidate before a sentence above it is chosen, so
//! that no summary opens with it; then it pays for dangling; and once the sentence before it is chosen it is entered
//! anew, without the cost.
//!
//! Never chosen are a sentence that says again what a chosen one or the headline says, a fragment, and what belongs to
//! the page around the story ("Read more: …"), unless the budget has room for the whole article: then everything comes.

use crate::clause;
use crate::document::Document;
use crate::options::Budget;
use crate::page::furniture::has_furniture;
use crate::salience::{Costs, SIGNALS, Said, Signal, Values, leans};
use crate::span::Span;
use crate::table::{Queue, share_of_union};
use crate::term::Term;

/// A sentence of fewer words is a fragment.
const LEAST_WORDS: usize = 5;
/// Two sentences that share more of their terms than this (Jaccard index, 0 to 1) say the same.
const SAME: f64 = 0.5;
/// The score of a sentence that is the best by every signal is 1 while nothing is said; so much of it, in log-odds,
/// is kept to be lost by repeating: a sentence that repeats half of what the article says loses less.
const ROOM_TO_REPEAT: f64 = 2.0;

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
const fn highest_first(score: f64) -> u64 {
    let bits = score.to_bits();
    // The bits of floats above 0 order as the floats do, those below the other way round.
    if bits >> 63 == 0 { !(bits | 1 << 63) } else { bits }
}

/// The state of a choice.
struct Choice<'d> {
    document: &'d Document<'d>,
    salience: &'d [Values],
    costs: Costs,
    said: Said<'d>,
    is_chosen: Vec<bool>,
    chosen: Vec<Chosen>,
}

/// The chosen sentences, in the order of choice.
pub(crate) fn choose(document: &Document<'_>, salience: &[Values], costs: Costs, budget: Budget) -> Vec<Chosen> {
    let sentences = document.sentences();
    let everything = budget.headline.is_none()
        && budget.sentences >= sentences.len()
        && budget.words >= sentences.iter().map(|s| s.words).sum();
    let scale = scale(salience, costs);
    let mut choice = Choice {
        document,
        salience,
        costs,
        said: Said::new(document, costs),
        is_chosen: vec![false; sentences.len()],
        chosen: Vec::new(),
    };
    let candidates = candidates(document, everything, budget.headline.is_some());
    if let Some(most) = budget.headline {
        let worth = |sentence: usize| salience[sentence].iter().sum();
        if let Some(best) = clause::headline(document, &candidates, most, worth) {
            choice.take(best.sentence, scale, 1.0);
            choice.chosen[0].span = best.span;
        }
        return choice.chosen;
    }
    let enters = |sentence: &&usize| everything || candidates.len() == 1 || !leans_back(document, **sentence);
    // The best score known so far comes first, or of equals the earliest sentence.
    let mut queue = Queue::default();
    candidates.iter().filter(enters).for_each(|sentence| choice.enter(*sentence, &mut queue));
    // Everything from the earliest chosen sentence on is open to sentences that lean.
    let mut earliest = candidates.len();
    let mut words = 0;
    let mut last = 1.0;
    if queue.is_empty() {
        // Whatever there is leans.
        candidates.iter().for_each(|sentence| choice.enter(*sentence, &mut queue));
    }
    while choice.chosen.len() < budget.sentences && words < budget.words {
        let Some((best, chosen_before)) = queue.pop() else { break };
        if choice.is_chosen[best] || !everything && choice.repeats(best) {
            continue;
        }
        if chosen_before < choice.chosen.len() {
            choice.enter(best, &mut queue);
            continue;
        }
        last = choice.take(best, scale, last);
        words += sentences[best].words;
        let place = candidates.partition_point(|candidate| *candidate <= best);
        let opened = place..earliest.max(place + 1).min(candidates.len());
        earliest = earliest.min(place);
        for sentence in candidates.get(opened).unwrap_or_default() {
            if leans_back(document, *sentence) && !choice.is_chosen[*sentence] {
                choice.enter(*sentence, &mut queue);
            }
        }
    }
    choice.chosen
}

impl Choice<'_> {
    /// Enters a candidate with its score and how many were chosen when that was computed.
    fn enter(&self, sentence: usize, queue: &mut Queue) {
        let salience: f64 = self.salience[sentence].iter().sum();
        let score = salience - self.said.loss(sentence) - self.dangling(sentence);
        queue.push(highest_first(score), sentence, self.chosen.len());
    }

    /// What a sentence pays for leaning on one that is not chosen.
    fn dangling(&self, sentence: usize) -> f64 {
        let dangles = leans_back(self.document, sentence) && !self.is_chosen[sentence - 1];
        if dangles { self.costs.dangling } else { 0.0 }
    }

    /// Whether a chosen sentence says the same.
    fn repeats(&self, sentence: usize) -> bool {
        let terms = &self.document.terms;
        self.chosen.iter().any(|c| says_same(terms.of_sentence(c.sentence), terms.of_sentence(sentence)))
    }

    /// Chooses a sentence, and gives its score: at most `last`, that of the choice before.
    fn take(&mut self, sentence: usize, scale: f64, last: f64) -> f64 {
        let mut parts = self.salience[sentence];
        parts[Signal::Novelty as usize] =
            (parts[Signal::Novelty as usize] + ROOM_TO_REPEAT - self.said.loss(sentence)).max(0.0);
        parts[Signal::SelfContained as usize] += self.costs.dangling - self.dangling(sentence);
        let score = parts.iter().sum::<f64>() * scale;
        // What is freed by its antecedent is worth no more than that was.
        let scale = if score > last { scale * last / score } else { scale };
        self.said.say(sentence);
        self.is_chosen[sentence] = true;
        let span = self.document.sentences()[sentence].span;
        self.chosen.push(Chosen { sentence, span, parts: parts.map(|p| p * scale) });
        score.min(last)
    }
}

/// Whether two sentences of these terms say the same.
fn says_same(one: &[Term], other: &[Term]) -> bool {
    let (fewer, more) = if one.len() < other.len() { (one, other) } else { (other, one) };
    // All that the shorter has is all they can share.
    fewer.len() as f64 > more.len() as f64 * SAME && share_of_union(one, other) > SAME
}

/// Whether there is a sentence before this one, and it leans on it.
fn leans_back(document: &Document<'_>, sentence: usize) -> bool {
    sentence > 0 && leans(document, sentence)
}

/// Log-odds to scores: 1 over those of a sentence that is the best by every signal and repeats nothing.
fn scale(salience: &[Values], costs: Costs) -> f64 {
    let best = |signal: usize| salience.iter().map(|s| s[signal]).fold(0.0, f64::max);
    1.0 / ((0..SIGNALS).map(best).sum::<f64>() + ROOM_TO_REPEAT + costs.dangling)
}

/// The sentences to choose from: all that have words if everything comes, else none that echoes the headline, no
/// fragment and no furniture while there are others. A headline may say what the headline says.
fn candidates(document: &Document<'_>, everything: bool, is_headline: bool) -> Vec<usize> {
    let sentences = document.sentences();
    let terms = &document.terms;
    let fits = |s: &usize| {
        sentences[*s].words >= LEAST_WORDS
            && (is_headline || !says_same(terms.of_sentence(*s), &terms.headline))
            && !has_furniture(sentences[*s].span.of(document.article.text()))
    };
    let fitting: Vec<usize> = (0..sentences.len()).filter(|s| !everything && fits(s)).collect();
    if fitting.is_empty() { (0..sentences.len()).filter(|s| sentences[*s].words > 0).collect() } else { fitting }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::Article;

    fn chosen(text: &str, sentences: usize) -> Vec<Chosen> {
        let article = Article::from_text(text);
        let document = crate::annotate(&article, None);
        let model = crate::salience::Model::of(&document);
        let salience = crate::salience::measure(&document, &model);
        choose(&document, &salience, model.costs, Budget { sentences, words: usize::MAX, headline: None })
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
