//! Fits the weights that tell the kinds of entities: multinomial logistic regression with AdaGrad (Duchi, Hazan and Singer
//! 2011), rounded while it is fitted. Native only.
//!
//! The features are the classifier's own, taken from what the product's own stages read and find: what is fitted is what
//! runs. So a change of the tokenizer, of the tagger, of aliases or of the lexicon's lists asks for `make train-kinds`
//! again.

use crate::analysis::entity::alias;
use crate::analysis::entity::kind_features;
use crate::analysis::entity::kind_weights::{KINDS, ROWS, WHOLE, WORD_ROWS, counts, decide, share};
use crate::analysis::entity::name::{self, Name};
use crate::article::Article;
use crate::language::{self, Prose};
use crate::text::span::Span;

/// A text whose names have kinds.
#[derive(Debug)]
pub struct Labelled {
    /// ISO 639-1 code.
    pub language: String,
    /// The text.
    pub text: String,
    /// Its names, in bytes, ascending, each with its place among the kinds, persons, places, organisations, others.
    pub spans: Vec<(usize, usize, usize)>,
}

/// The three kinds and "none of them".
pub const CLASSES: usize = KINDS.len() + 1;

/// An entity of a text.
#[derive(Debug)]
pub struct Example {
    /// The rows of its features and what each counts.
    rows: Vec<(usize, i32)>,
    /// How many of its mentions are labelled as what: those whose spans are exactly the same.
    labelled: [usize; CLASSES],
    /// The same of those that the product finds by itself.
    found: [usize; CLASSES],
    /// How many of its mentions have no label in common.
    unlabelled: usize,
}

impl Example {
    /// What the most of its mentions are labelled as, no label being "none of them"; nothing where only parts are labelled.
    fn gold(&self) -> Option<usize> {
        let mut counts = self.labelled;
        counts[KINDS.len()] += self.unlabelled;
        (0..CLASSES).filter(|class| counts[*class] > 0).max_by_key(|class| (counts[*class], CLASSES - class))
    }
}

/// Weights, three for each row.
pub type Weights = Vec<i8>;

/// The entities of a labelled text: those that the product finds, and those labelled that it does not.
#[must_use]
pub fn examples(labelled: &Labelled) -> Vec<Example> {
    let article = Article::from_text(&labelled.text);
    let prose = language::read(&article, Some(&labelled.language));
    let text = article.text();
    let mut names = name::find(text, &prose);
    let found_spans: Vec<Span> = names.iter().map(|name| name.span).collect();
    add_labelled(labelled, text, &prose, &found_spans, &mut names);
    let (groups, group_of) = alias::merge(text, &prose, &names);
    let mut found = Vec::with_capacity(groups.len());
    for (number, group) in groups.iter().enumerate() {
        let mentions: Vec<&Name> =
            group_of.iter().zip(&names).filter(|(of, _)| **of as usize == number).map(|(_, name)| name).collect();
        let mut example = Example { rows: Vec::new(), labelled: [0; CLASSES], found: [0; CLASSES], unlabelled: 0 };
        let mut forms = 0;
        for name in &mentions {
            kind_features::of_mention(text, &prose, name, |row| {
                example.rows.push((row, counts(row, prose.language) * share(mentions.len())));
            });
            forms |= kind_features::forms_of(text, &prose, name);
            let Span { start, end } = name.span;
            match labelled.spans.iter().find(|span| span.0 == start && span.1 == end) {
                Some((_, _, class)) => {
                    example.labelled[*class] += 1;
                    example.found[*class] += usize::from(found_spans.contains(&name.span));
                }
                None if labelled.spans.iter().any(|span| span.0 < end && start < span.1) => (),
                None => example.unlabelled += 1,
            }
        }
        let fullest = &names[group.fullest];
        let mut whole = |row| example.rows.push((row, counts(row, prose.language) * WHOLE));
        kind_features::of_name(text, &prose, fullest, &mut whole);
        kind_features::of_forms(forms, fullest.end - fullest.first, mentions.len(), &mut whole);
        found.push(example);
    }
    found
}

/// Adds the labelled names that were not found and whose ends are those of tokens.
fn add_labelled(labelled: &Labelled, text: &str, prose: &Prose, found: &[Span], names: &mut Vec<Name>) {
    for (start, end, _) in &labelled.spans {
        if found.iter().any(|span| span.start < *end && *start < span.end) || text.get(*start..*end).is_none() {
            continue;
        }
        let first = prose.tokens.partition_point(|t| t.span.start < *start);
        let after = prose.tokens.partition_point(|t| t.span.end <= *end);
        let sentence = prose.sentences.partition_point(|s| s.tokens.end <= first);
        let whole = prose.tokens.get(first).is_some_and(|t| t.span.start == *start)
            && first < after
            && prose.tokens[after - 1].span.end == *end;
        if let Some(within) = prose.sentences.get(sentence).filter(|s| whole && s.tokens.end >= after) {
            let titled = name::is_titled(prose, within.tokens.start, first);
            names.push(Name { span: Span::new(*start, *end), sentence, first, end: after, titled });
        }
    }
    names.sort_by_key(|name| name.span.start);
}

/// Walks over all examples, and then those in which decisions are made by rounded weights, so that the others learn to make
/// up for it.
const PASSES: usize = 12;
const ROUNDED_PASSES: usize = 8;
/// The step of AdaGrad, and what its sums of squares begin with. In larger steps names are learned by heart and the rest is
/// not: 2 to 4 % fewer of the French names are right, which are never learned from.
const RATE: f64 = 0.05;
const FIRST_SQUARE: f64 = 1.0;
/// So many of a hundred features are left out each time that an example is looked at, so that the others learn to do
/// without (Hinton and others 2012): adds 1 to 4 %.
const LEFT_OUT_PERCENT: u64 = 40;
/// So many of a hundred examples are looked at without their words, so that the signs learn to stand alone: most languages
/// here have no labelled text.
const WORDLESS_PERCENT: u64 = 25;
/// What has no label at all counts so much: many are names that the labels lack.
const UNLABELLED_COUNTS: f64 = 0.3;
/// Weights of words lie within ± this: 2 costs 1 %, 7 adds as much for 2.6 KB.
const LARGEST: f64 = 3.0;
/// The same of signs, in the same steps.
const LARGEST_SIGN: f64 = 15.0;
/// So many of a thousand weights of words are cut off at the largest.
const CLIPPED_PER_MILLE: usize = 10;
/// Where the random order begins.
const SEED: u64 = 1;

/// An example with its class and how much it counts.
type Weighed<'e> = (&'e Example, usize, f64);

struct Regression {
    /// Of each row one for each kind.
    weights: Vec<f64>,
    squares: Vec<f64>,
    /// What weights are rounded to multiples of; 0 for not at all.
    step: f64,
    random: Random,
}

impl Regression {
    /// A weight in steps.
    fn level(&self, at: usize) -> f64 {
        let largest = if at < WORD_ROWS * KINDS.len() { LARGEST } else { LARGEST_SIGN };
        (self.weights[at] / self.step).round().clamp(-largest, largest)
    }

    fn used(&self, at: usize) -> f64 {
        if self.step > 0.0 { self.level(at) * self.step } else { self.weights[at] }
    }

    /// Walks over all examples so many times, and leaves the mean of the weights after each of the later half of them.
    fn walk(&mut self, examples: &mut [Weighed<'_>], passes: usize) {
        let mut sums = vec![0.0; self.weights.len()];
        for pass in 0..passes {
            for at in (1..examples.len()).rev() {
                examples.swap(at, self.random.below(at as u64 + 1) as usize);
            }
            for (example, gold, counts) in &*examples {
                self.learn(example, *gold, *counts);
            }
            if pass >= passes / 2 {
                sums.iter_mut().zip(&self.weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
        let kept = (passes - passes / 2) as f64;
        self.weights = sums.iter().map(|sum| sum / kept).collect();
    }

    fn learn(&mut self, example: &Example, gold: usize, counts: f64) {
        let value = |counts: i32| f64::from(counts) / f64::from(WHOLE);
        let first = if self.random.below(100) < WORDLESS_PERCENT { WORD_ROWS } else { 0 };
        let kept = |row: usize, random: &mut Random| row >= first && random.below(100) >= LEFT_OUT_PERCENT;
        let rows = example.rows.iter().filter(|(row, _)| kept(*row, &mut self.random));
        let rows: Vec<(usize, f64)> = rows.map(|(row, counts)| (row * KINDS.len(), value(*counts))).collect();
        let mut scores = [0.0; CLASSES];
        for (row, value) in &rows {
            (0..KINDS.len()).for_each(|kind| scores[kind] += self.used(row + kind) * value);
        }
        let most = scores.iter().copied().fold(0.0, f64::max);
        let shares = scores.map(|score| libm::exp(score - most));
        let all: f64 = shares.iter().sum();
        for (kind, share) in shares.iter().enumerate().take(KINDS.len()) {
            let error = counts * (share / all - f64::from(u8::from(kind == gold)));
            for (row, value) in &rows {
                let gradient = error * value;
                self.squares[row + kind] += gradient * gradient;
                self.weights[row + kind] -= RATE * gradient / self.squares[row + kind].sqrt();
            }
        }
    }
}

/// Fits weights to examples, each with how much it counts.
#[must_use]
pub fn fit(examples: &[(&Example, f64)]) -> Weights {
    let size = ROWS * KINDS.len();
    let (weights, squares) = (vec![0.0; size], vec![FIRST_SQUARE; size]);
    let mut model = Regression { weights, squares, step: 0.0, random: Random(SEED) };
    let mut order: Vec<Weighed<'_>> = Vec::with_capacity(examples.len());
    for (example, counts) in examples {
        if let Some(gold) = example.gold() {
            let is_guess = gold == KINDS.len() && example.labelled[gold] == 0;
            order.push((*example, gold, if is_guess { counts * UNLABELLED_COUNTS } else { *counts }));
        }
    }
    model.walk(&mut order, PASSES);
    let mut sizes: Vec<f64> = model.weights.iter().take(WORD_ROWS * KINDS.len()).map(|w| w.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    model.step = sizes[(sizes.len() - 1) * (1_000 - CLIPPED_PER_MILLE) / 1_000] / LARGEST;
    model.walk(&mut order, ROUNDED_PASSES);
    (0..size).map(|at| model.level(at) as i8).collect()
}

/// A linear congruential generator (Knuth's MMIX constants): the order need only be the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// How many mentions are labelled as what and taken for what.
#[derive(Clone, Copy, Debug, Default)]
pub struct Confusion {
    /// By label, then by what they are taken for: persons, places, organisations, none of them.
    pub mentions: [[usize; CLASSES]; CLASSES],
    /// Those without a label, by what they are taken for.
    pub unlabelled: [usize; CLASSES],
}

impl Confusion {
    /// Adds an example as the weights take it: with a score higher than for any other kind by `margin`, and at least `bar`.
    pub fn add(&mut self, example: &Example, weights: &[i8], margin: i32, bar: i32) {
        let mut scores = [0; KINDS.len()];
        for (row, value) in &example.rows {
            for (kind, score) in scores.iter_mut().enumerate() {
                *score += i32::from(weights[row * KINDS.len() + kind]) * value;
            }
        }
        let kind = decide(scores, margin, bar);
        let taken = KINDS.iter().position(|k| *k == kind).unwrap_or(KINDS.len());
        for (label, count) in example.found.iter().enumerate() {
            self.mentions[label][taken] += count;
        }
        self.unlabelled[taken] += example.unlabelled;
    }

    /// The share of the mentions labelled as one of the three kinds that are taken for it, in per cent.
    #[must_use]
    pub fn right(&self) -> f64 {
        let right: usize = (0..KINDS.len()).map(|kind| self.mentions[kind][kind]).sum();
        percent(right, self.wanted())
    }

    /// How many mentions are labelled as one of the three kinds.
    #[must_use]
    pub fn wanted(&self) -> usize {
        self.mentions.iter().take(KINDS.len()).flatten().sum()
    }

    /// The share of the mentions taken for a kind that are labelled so, in per cent: of those with a label of the three
    /// kinds, and of all.
    #[must_use]
    pub fn precision(&self, kind: usize) -> (f64, f64) {
        let right = self.mentions[kind][kind];
        let labelled: usize = self.mentions.iter().take(KINDS.len()).map(|taken| taken[kind]).sum();
        let all = labelled + self.mentions[KINDS.len()][kind] + self.unlabelled[kind];
        (percent(right, labelled), percent(right, all))
    }

    /// The same of those taken for persons or organisations, right if they are labelled as either.
    #[must_use]
    pub fn precision_of_who(&self) -> (f64, f64) {
        let taken = |row: &[usize; CLASSES]| row[0] + row[2];
        let right = taken(&self.mentions[0]) + taken(&self.mentions[2]);
        let labelled = right + taken(&self.mentions[1]);
        let all = labelled + taken(&self.mentions[KINDS.len()]) + taken(&self.unlabelled);
        (percent(right, labelled), percent(right, all))
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// The place of a kind among the classes, by its name in JSON.
#[must_use]
pub fn class_of(kind: &str) -> usize {
    KINDS.iter().position(|k| k.name() == kind).unwrap_or(KINDS.len())
}
