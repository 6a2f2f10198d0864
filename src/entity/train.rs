//! Fits the weights of the name tagger: an averaged perceptron with a margin (Collins 2002; Krauth and Mézard 1987),
//! on integers throughout, so that the same texts give the same weights everywhere. Native only.
//!
//! The features are the tagger's own, taken from what the product's own stages read: what is fitted is what runs. So
//! a change of the tokenizer, of the sentence ends or of the lexicon's lists asks for `make train-names` again.

use crate::entity::name;
use crate::entity::tagger::{Features, Form, Model, Tagger, Unit, units};
use crate::language::lexicon::List;
use crate::language::{self, Prose};
use crate::page::article::Article;

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
    /// How many weights: a power of two. Each costs about 3.2 bits in the wasm.
    rows: usize,
    /// Walks over all texts.
    passes: usize,
    /// A decision is learned from until its score is this far on the right side.
    margin: i32,
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
    rows: 1 << 13,
    passes: 8,
    margin: 80,
    times: &[("GUM", 0)],
    models: &["en"],
};

/// German, on all languages: the foreign names of the others teach it what is no German noun.
pub const GERMAN: Fit = Fit {
    language: "de",
    file: "names_de.bin",
    header: "Weights of the German name tagger, made by `make train-names`: see NOTICE for what they were fitted on. \
             CC BY-SA 4.0.\n",
    rows: 1 << 13,
    passes: 5,
    margin: 40,
    times: &[("cnndm", 0), ("GUM", 0), ("UNER EWT", 3), ("UD_German", 10), ("UNER_", 20)],
    models: &["en", "sa"],
};

/// Weights lie within ± this: 15 levels, 3.2 bits after compression; 31 levels add .6 of F1 for 1.2 KB.
const LARGEST: i64 = 7;
/// So many of a thousand weights are cut off at the largest.
const CLIPPED_PER_MILLE: usize = 5;
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
    /// For each weight the sum of its changes, each times the clock when it came: what the average lacks.
    late: Vec<i64>,
    clock: i64,
    margin: i32,
}

/// Fits weights to labelled texts, each with how often it is seen a pass.
#[must_use]
pub fn fit(texts: &[(&Labelled, usize)], settings: &Fit) -> Vec<i8> {
    let rows = settings.rows;
    let mut model = Perceptron { weights: vec![0; rows], late: vec![0; rows], clock: 1, margin: settings.margin };
    let read: Vec<_> = texts.iter().map(|(labelled, _)| Read::new(labelled)).collect();
    let mut order: Vec<usize> =
        texts.iter().enumerate().flat_map(|(at, (_, times))| std::iter::repeat_n(at, *times)).collect();
    let mut random = Random(SEED);
    for _ in 0..settings.passes {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at as u64 + 1) as usize);
        }
        for at in &order {
            let lone = random.below(100) < LONE_PERCENT;
            read[*at].tag(lone, |features, gold| model.learn(features, gold));
        }
    }
    let averaged: Vec<i64> =
        model.weights.iter().zip(&model.late).map(|(w, late)| i64::from(*w) * model.clock - late).collect();
    quantize(&averaged)
}

impl Perceptron {
    /// Learns from one decision, and gives the tag as it was decided before.
    fn learn(&mut self, features: &Features, gold: bool) -> bool {
        let mask = self.weights.len() - 1;
        let score: i32 = features.iter().map(|f| self.weights[*f as usize & mask]).sum();
        self.clock += 1;
        let sign = if gold { 1 } else { -1 };
        if score * sign <= self.margin {
            for feature in features {
                let row = *feature as usize & mask;
                self.weights[row] += sign;
                self.late[row] += self.clock * i64::from(sign);
            }
        }
        score > 0
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

fn quantize(averaged: &[i64]) -> Vec<i8> {
    let mut sizes: Vec<i64> = averaged.iter().map(|w| w.abs()).collect();
    sizes.sort_unstable();
    let clip = sizes[(sizes.len() - 1) * (1_000 - CLIPPED_PER_MILLE) / 1_000].max(1);
    let rounded = |w: &i64| (w.abs().min(clip) * LARGEST * 2 / clip + 1) / 2 * w.signum();
    averaged.iter().map(|w| rounded(w) as i8).collect()
}

/// A text read by the product's own stages.
struct Read<'t> {
    labelled: &'t Labelled,
    prose: Prose,
    text: String,
    /// Units and gold tags of each sentence.
    sentences: Vec<(Vec<Unit>, Vec<bool>)>,
}

impl<'t> Read<'t> {
    fn new(labelled: &'t Labelled) -> Self {
        let article = Article::from_text(&labelled.text);
        let prose = language::read(&article, Some(&labelled.language));
        let text = article.text().to_owned();
        let mut sentences = Vec::new();
        for sentence in &prose.sentences {
            let mut cut = Vec::new();
            units(&text, &prose, sentence.tokens.clone(), &mut cut);
            let gold = cut.iter().map(|unit| labelled.is_name(unit, &prose)).collect();
            sentences.push((cut, gold));
        }
        Self { labelled, prose, text, sentences }
    }

    /// Tags the text; `decide` gets the features of a unit and its gold tag and gives the tag taken.
    fn tag(&self, lone: bool, mut decide: impl FnMut(&Features, bool) -> bool) -> Vec<Vec<bool>> {
        let tagger =
            |sentences| Tagger::new(&self.text, self.prose.language, name::gather(&self.text, &self.prose, sentences));
        let mut whole = tagger(&self.prose.sentences);
        let mut all = Vec::new();
        for (at, (cut, gold)) in self.sentences.iter().enumerate() {
            if lone {
                whole = tagger(&self.prose.sentences[at..=at]);
            }
            let mut tags = Vec::new();
            whole.tag(cut, &mut tags, |unit, features| decide(features, gold[unit]));
            all.push(tags);
        }
        all
    }
}

impl Labelled {
    fn is_name(&self, unit: &Unit, prose: &Prose) -> bool {
        let lists = prose.tokens[unit.token].lists;
        // Treebanks call months and currencies proper nouns; in English they are labelled apart.
        let calendar = self.language != "en"
            && [List::Month, List::Weekday, List::Currency].into_iter().any(|list| lists.has(list));
        let span = self.spans.get(self.spans.partition_point(|s| s.1 <= unit.span.start));
        unit.form != Form::Possessive && !calendar && span.is_some_and(|s| s.0 < unit.span.end)
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
pub fn score(labelled: &Labelled, weights: &[i8], lone: bool, total: &mut Score) {
    let read = Read::new(labelled);
    let tags = read.tag(lone, |features, _| Model::decide(weights, features));
    let mut found = Vec::new();
    for ((cut, _), tags) in read.sentences.iter().zip(&tags) {
        name::runs(cut, tags, |first, end| found.push((cut[first].span.start, cut[end - 1].span.end)));
    }
    total.found += found.len();
    total.wanted += read.labelled.spans.len();
    total.right += found.iter().filter(|s| read.labelled.spans.contains(s)).count();
}
