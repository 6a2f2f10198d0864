//! Fits the weights of the name tagger: an averaged perceptron with a margin (Collins 2002; Krauth and Mézard 1987),
//! on integers throughout, so that the same texts give the same weights everywhere. Native only.
//!
//! The features are the tagger's own, taken from what the product's own stages read: what is fitted is what runs. So
//! a change of the tokenizer, of the sentence ends or of the lexicon's lists asks for `make train-names` again.

use crate::analysis::entity::evidence;
use crate::analysis::entity::features::Candidate;
use crate::analysis::entity::features::ROWS;
use crate::analysis::entity::tagger::Tagger;
use crate::analysis::entity::weights::{ENGLISH_BAR, GERMAN_BAR, decide};
use crate::article::Article;
use crate::language::lexicon::List;
use crate::language::{self, Prose};
use crate::text::span::Span;

/// A labelled text.
#[derive(Debug)]
pub struct Labelled {
    /// ISO 639-1 code.
    pub language: String,
    /// The text.
    pub text: String,
    /// Its names, in bytes, ascending.
    pub spans: Vec<(usize, usize)>,
}

/// How one file of weights is fitted.
#[derive(Debug)]
pub struct Fit {
    /// The language it is for.
    pub language: &'static str,
    /// The file's name.
    pub file: &'static str,
    /// What stands in front of the weights in the file.
    pub header: &'static str,
    /// Walks over all texts with weights as they are; then come `ROUNDED_PASSES`.
    passes: usize,
    /// A decision is learned from until its score is this far on the right side.
    margin: i32,
    /// A score above this says name.
    bar: i32,
    /// How often each text is seen a pass, by the beginning of its set's name; the first that fits. Others: once.
    times: &'static [(&'static str, usize)],
    /// Which of the two parts of the texts it may be fitted on: "en" (MIT and CC BY), "sa" (CC BY-SA).
    models: &'static [&'static str],
}

/// English. GUM is left out: it is what density and salience are measured on.
pub const ENGLISH: Fit = Fit {
    language: "en",
    file: "names_en.bin",
    header: "Weights of the English name tagger, made by `make train-names`: see NOTICE for what they were fitted on. \
             MIT OR Apache-2.0.\n",
    passes: 8,
    margin: 80,
    bar: ENGLISH_BAR,
    times: &[("GUM", 0)],
    models: &["en"],
};

/// German, on all languages: the foreign names of the others teach it what is no German noun.
pub const GERMAN: Fit = Fit {
    language: "de",
    file: "names_de.bin",
    header: "Weights of the German name tagger, made by `make train-names`: see NOTICE for what they were fitted on. \
             CC BY-SA 4.0.\n",
    passes: 5,
    margin: 40,
    bar: GERMAN_BAR,
    times: &[("cnndm", 0), ("GUM", 0), ("UNER EWT", 3), ("UD_German", 10), ("UNER_", 20)],
    models: &["en", "sa"],
};

/// Weights lie within ± this: half of them are 0 and the others take 3 bits. ± 7 costs 1.1 KB a language more and adds
/// nothing once the bar is set.
const LARGEST: i64 = 3;
/// So many of a thousand weights are cut off at the largest.
const CLIPPED_PER_MILLE: usize = 5;
/// Walks in which decisions are made by the rounded weights, so that the others learn to make up for it: + .5 of F1.
const ROUNDED_PASSES: usize = 4;
/// So many of a hundred documents are read sentence by sentence, without the evidence of the rest, so that the weights
/// learn to do without as well: news briefs have none.
const LONE_PERCENT: u64 = 40;
/// Where the random order of the texts begins.
const SEED: u64 = 1;

impl Fit {
    /// How often a text of this set is seen a pass.
    #[must_use]
    pub fn times(&self, set: &str, model: &str) -> usize {
        if !self.models.contains(&model) {
            return 0;
        }
        self.times.iter().find(|(name, _)| set.starts_with(name)).map_or(1, |(_, times)| *times)
    }
}

/// The state of the perceptron.
struct Perceptron {
    weights: Vec<i32>,
    /// The weights that decide: the same, or rounded.
    used: Vec<i32>,
    /// For each weight the sum of its changes, each times the clock when it came: what the average lacks.
    late: Vec<i64>,
    clock: i64,
    margin: i32,
    /// What weights are rounded to multiples of; 0 for not at all.
    step: i64,
}

/// Fits weights to labelled texts, each with how often it is seen a pass.
#[must_use]
pub fn fit(texts: &[(&Read<'_>, usize)], settings: &Fit) -> Vec<i8> {
    let mut model = Perceptron::new(vec![0; ROWS], settings.margin, 0);
    let mut order: Vec<usize> =
        texts.iter().enumerate().flat_map(|(at, (_, times))| std::iter::repeat_n(at, *times)).collect();
    let mut random = Random(SEED);
    let mut walk = |model: &mut Perceptron, passes: usize| {
        for _ in 0..passes {
            for at in (1..order.len()).rev() {
                order.swap(at, random.below(at as u64 + 1) as usize);
            }
            for at in &order {
                let lone = random.below(100) < LONE_PERCENT;
                texts[*at].0.tag(lone, |candidate, gold| model.learn(candidate, gold), |_| ());
            }
        }
    };
    walk(&mut model, settings.passes);
    let averaged: Vec<i32> = model.sums().iter().map(|sum| (sum / model.clock) as i32).collect();
    let mut sizes: Vec<i32> = averaged.iter().map(|w| w.abs()).collect();
    sizes.sort_unstable();
    let clip = i64::from(sizes[(sizes.len() - 1) * (1_000 - CLIPPED_PER_MILLE) / 1_000]);
    let mut model = Perceptron::new(averaged, settings.margin, (clip / LARGEST).max(1));
    walk(&mut model, ROUNDED_PASSES);
    model.sums().iter().map(|sum| levels(*sum, model.step * model.clock) as i8).collect()
}

/// A weight in steps, towards 0: what is smaller than a step is nothing.
fn levels(weight: i64, step: i64) -> i64 {
    (weight / step).clamp(-LARGEST, LARGEST)
}

impl Perceptron {
    fn new(weights: Vec<i32>, margin: i32, step: i64) -> Self {
        let late = vec![0; weights.len()];
        let mut new = Self { used: weights.clone(), weights, late, clock: 1, margin, step };
        (0..new.used.len()).for_each(|row| new.set_used(row));
        new
    }

    fn set_used(&mut self, row: usize) {
        let weight = self.weights[row];
        self.used[row] = if self.step > 0 { (levels(i64::from(weight), self.step) * self.step) as i32 } else { weight };
    }

    /// Learns from one decision, and gives the tag as it was decided before.
    fn learn(&mut self, candidate: &Candidate<'_>, gold: bool) -> bool {
        let mut rows = Vec::new();
        candidate.each_feature(|row| rows.push(row));
        let score: i32 = rows.iter().map(|row| self.used[*row]).sum();
        self.clock += 1;
        let sign = if gold { 1 } else { -1 };
        if score * sign <= self.margin {
            for row in rows {
                self.weights[row] += sign;
                self.late[row] += self.clock * i64::from(sign);
                self.set_used(row);
            }
        }
        score > 0
    }

    /// The average weights, times the clock.
    fn sums(&self) -> Vec<i64> {
        self.weights.iter().zip(&self.late).map(|(w, late)| i64::from(*w) * self.clock - late).collect()
    }
}

/// A linear congruential generator (Knuth's MMIX constants): the order need only be the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// A text read by the product's own stages.
#[derive(Debug)]
pub struct Read<'t> {
    labelled: &'t Labelled,
    prose: Prose,
    text: String,
}

impl<'t> Read<'t> {
    /// Reads a labelled text.
    #[must_use]
    pub fn new(labelled: &'t Labelled) -> Self {
        let article = Article::from_text(&labelled.text);
        let prose = language::read(&article, Some(&labelled.language));
        let text = article.text().to_owned();
        Self { labelled, prose, text }
    }

    /// Tags the text; `decide` gets what is asked about and its gold tag and gives the tag taken.
    fn tag(&self, lone: bool, mut decide: impl FnMut(&Candidate<'_>, bool) -> bool, mut each: impl FnMut(Span)) {
        let tagger = |sentences| Tagger::new(&self.text, &self.prose, evidence::gather(&self.prose, sentences));
        let mut whole = tagger(&self.prose.sentences);
        for (at, sentence) in self.prose.sentences.iter().enumerate() {
            if lone {
                whole = tagger(&self.prose.sentences[at..=at]);
            }
            let (start, end) = (sentence.tokens.start, sentence.tokens.end);
            whole.tag(
                start,
                end,
                |candidate| decide(candidate, self.labelled.is_name(candidate.span, &self.prose, start)),
                |f| each(f.0),
            );
        }
    }
}

impl Labelled {
    fn is_name(&self, candidate: Span, prose: &Prose, start: usize) -> bool {
        let token = prose.tokens[start..].partition_point(|t| t.span.end <= candidate.start) + start;
        let lists = prose.tokens[token].lists;
        // Treebanks call months and currencies proper nouns; in English they are labelled apart.
        let calendar = self.language != "en"
            && [List::Month, List::Weekday, List::Currency].into_iter().any(|list| lists.has(list));
        let span = self.spans.get(self.spans.partition_point(|s| s.1 <= candidate.start));
        !calendar && span.is_some_and(|s| s.0 < candidate.end)
    }
}

/// How many names were found rightly, found and labelled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Spans that are exactly right.
    pub right: usize,
    /// Spans found.
    pub found: usize,
    /// Spans labelled.
    pub wanted: usize,
}

impl Score {
    /// The harmonic mean of precision and recall, 0 to 100.
    #[must_use]
    pub fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64
    }
}

/// Adds to `total` how the names that weights find in a text compare with its labels; `lone` withholds the evidence
/// of the other sentences.
pub fn score(read: &Read<'_>, weights: &[i8], settings: &Fit, lone: bool, total: &mut Score) {
    let mut found = Vec::new();
    let weight = |row: usize| i32::from(weights[row]);
    read.tag(lone, |candidate, _| decide(weight, settings.bar, candidate), |span| found.push((span.start, span.end)));
    total.found += found.len();
    total.wanted += read.labelled.spans.len();
    total.right += found.iter().filter(|s| read.labelled.spans.contains(s)).count();
}
