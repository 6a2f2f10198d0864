//! Selection: which sentences, by greedy choice under the budget.
//!
//! A sentence's score is its salience less what [`Said`] takes off for what is said already. Such scores only fall
//! as the choice grows, so the greedy may be lazy: a score computed earlier is an upper bound, and only the candidate
//! at the head of the queue needs to be looked at again (Minoux 1978, "Accelerated greedy algorithms"). Nor is it asked
//! before whether it may be chosen at all.
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
use crate::salience::{Costs, SIGNALS, Said, Salience, Signal, Values, leans};
use crate::span::Span;
use crate::table::Queue;
use crate::term::Term;

/// A sentence of fewer words is a fragment.
const LEAST_WORDS: usize = 5;
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
const fn key(score: f64) -> u64 {
    let bits = score.to_bits();
    // The bits of floats above 0 order as the floats do, those below the other way round.
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

/// Which sentences are open to be chosen.
#[derive(Clone, Copy)]
struct Opening {
    /// Only those that fit: none that echoes the headline, no fragment and no furniture.
    fitting: bool,
    /// Those that lean on the sentence before them too, though none above is chosen.
    leaning: bool,
}

/// Each is tried where the one before has nothing to choose from.
const OPENINGS: [Opening; 4] = [
    Opening { fitting: true, leaning: false },
    Opening { fitting: true, leaning: true },
    Opening { fitting: false, leaning: false },
    EVERYTHING,
];
const EVERYTHING: Opening = Opening { fitting: false, leaning: true };

/// The state of a choice.
struct Choice<'d> {
    document: &'d Document<'d>,
    salience: &'d Salience<'d>,
    costs: Costs,
    /// Whether all of the article is asked for.
    everything: bool,
    said: Said<'d>,
    /// Whether there is a sentence before each, and it leans on it; known of those that were looked at.
    leans_back: Vec<bool>,
    is_chosen: Vec<bool>,
    chosen: Vec<Chosen>,
}

/// The chosen sentences, in the order of choice.
pub(crate) fn choose<'d>(
    document: &'d Document<'_>,
    salience: &'d Salience<'_>,
    costs: Costs,
    budget: Budget,
) -> Vec<Chosen> {
    let sentences = document.sentences();
    let everything = budget.headline.is_none()
        && budget.sentences >= sentences.len()
        && budget.words >= sentences.iter().map(|s| s.words).sum();
    let mut choice = Choice {
        document,
        salience,
        costs,
        everything,
        said: Said::new(document, &salience.figures, costs),
        leans_back: vec![false; sentences.len()],
        is_chosen: vec![false; sentences.len()],
        chosen: Vec::new(),
    };
    let scale = scale(&salience.signals, costs);
    if let Some(most) = budget.headline {
        let worth = |sentence: usize| salience.signals[sentence].iter().sum();
        if let Some(best) = clause::headline(document, &to_shorten(document), most, budget.words, worth) {
            choice.look_back(best.sentence);
            choice.take(best.sentence, scale, 1.0);
            choice.chosen[0].span = best.span;
        }
        return choice.chosen;
    }
    let openings = if everything { &[EVERYTHING] } else { OPENINGS.as_slice() };
    for opening in openings {
        choice.fill(*opening, budget, scale);
        if !choice.chosen.is_empty() {
            break;
        }
    }
    choice.chosen
}

impl Choice<'_> {
    /// Chooses until the budget is used up or nothing is left.
    fn fill(&mut self, opening: Opening, budget: Budget, scale: f64) {
        let sentences = self.document.sentences();
        // The best score known so far comes first, or of equals the earliest sentence. Its note is 0 while nothing is
        // taken off and the sentence is not looked at, else one more than were chosen when the score was computed.
        let mut queue = Queue::of(self.salience.signals.iter().map(|signals| key(signals.iter().sum())));
        // Those that lean are open below the earliest chosen sentence. The others that were looked at wait.
        let mut earliest = if opening.leaning { 0 } else { sentences.len() };
        let mut waiting: Vec<usize> = Vec::new();
        let (mut words, mut last) = (0, 1.0);
        while self.chosen.len() < budget.sentences && words < budget.words {
            let Some((best, note)) = queue.pop() else { break };
            if self.is_chosen[best] || !self.everything && self.repeats(best) {
                continue;
            }
            if note == 0 {
                if !self.is_open(best, opening) {
                    continue;
                }
                self.look_back(best);
                if self.leans_back[best] && best < earliest {
                    waiting.push(best);
                    continue;
                }
            }
            let now = self.chosen.len() as u32 + 1;
            if note < now {
                queue.push(key(self.score(best)), best, now);
                continue;
            }
            last = self.take(best, scale, last);
            words += sentences[best].words;
            earliest = earliest.min(best);
            waiting.retain(|sentence| {
                let waits = *sentence < earliest;
                if !waits {
                    queue.push(key(self.bound(*sentence)), *sentence, 0);
                }
                waits
            });
            // The one behind is worth more now if it leans.
            if best + 1 < sentences.len() && self.leans_back[best + 1] {
                queue.push(key(self.bound(best + 1)), best + 1, 0);
            }
        }
    }

    /// Finds out whether a sentence leans on the one before it.
    fn look_back(&mut self, sentence: usize) {
        self.leans_back[sentence] = sentence > 0 && leans(self.document, sentence);
    }

    /// What a sentence is worth at most.
    fn bound(&self, sentence: usize) -> f64 {
        self.salience.signals[sentence].iter().sum()
    }

    /// What a sentence is worth beside the chosen ones.
    fn score(&self, sentence: usize) -> f64 {
        let loss = if self.chosen.is_empty() { 0.0 } else { self.said.loss(sentence) };
        self.bound(sentence) - loss - self.dangling(sentence)
    }

    /// What a sentence pays for leaning on one that is not chosen.
    fn dangling(&self, sentence: usize) -> f64 {
        let dangles = self.leans_back[sentence] && !self.is_chosen[sentence - 1];
        if dangles { self.costs.dangling } else { 0.0 }
    }

    /// Whether a sentence has words, and fits where only such are open.
    fn is_open(&self, sentence: usize, opening: Opening) -> bool {
        if opening.fitting {
            let (terms, headline) = (self.document.terms.of_sentence(sentence), &self.document.terms.headline);
            is_whole(self.document, sentence) && !says_same(terms, headline)
        } else {
            self.document.sentences()[sentence].words > 0
        }
    }

    /// Whether a chosen sentence says the same.
    fn repeats(&self, sentence: usize) -> bool {
        let terms = &self.document.terms;
        self.chosen.iter().any(|c| says_same(terms.of_sentence(c.sentence), terms.of_sentence(sentence)))
    }

    /// Chooses a sentence, and gives its score: at most `last`, that of the choice before.
    fn take(&mut self, sentence: usize, scale: f64, last: f64) -> f64 {
        let mut parts = self.salience.signals[sentence];
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

/// Whether two sentences of these terms say the same: whether they share more than half of all that they have (Jaccard
/// index over .5).
pub(crate) fn says_same(one: &[Term], other: &[Term]) -> bool {
    let (fewer, more) = if one.len() < other.len() { (one, other) } else { (other, one) };
    // They do while thrice what the longer lacks of the shorter is less than this.
    let Some(slack) = (2 * fewer.len()).checked_sub(more.len()) else { return false };
    let mut lacking = 0;
    for term in fewer {
        if lacking >= slack {
            return false;
        }
        lacking += if more.contains(term) { 0 } else { 3 };
    }
    lacking < slack
}

/// Log-odds to scores: 1 over those of a sentence that is the best by every signal and repeats nothing.
fn scale(signals: &[Values], costs: Costs) -> f64 {
    let mut best = [0.0_f64; SIGNALS];
    for values in signals {
        for (best, value) in best.iter_mut().zip(values) {
            *best = best.max(*value);
        }
    }
    1.0 / (best.iter().sum::<f64>() + ROOM_TO_REPEAT + costs.dangling)
}

/// Whether a sentence is neither a fragment nor furniture.
fn is_whole(document: &Document<'_>, sentence: usize) -> bool {
    let about = &document.sentences()[sentence];
    about.words >= LEAST_WORDS && !has_furniture(about.span.of(document.article.text()))
}

/// The sentences to make a headline from: no fragment and no furniture while there are others. It may say what the
/// article's headline says.
fn to_shorten(document: &Document<'_>) -> Vec<usize> {
    let sentences = document.sentences();
    let fitting: Vec<usize> = (0..sentences.len()).filter(|s| is_whole(document, *s)).collect();
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
