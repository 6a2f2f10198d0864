//! Evaluation: how near summaries come to those that people wrote, beside baselines, on the same articles.
//!
//! [`run`] scores every [`System`] on a set of [`Record`]s, [`headlines`] those that take the place of a headline;
//! [`editors::features`] gives what `make train` fits weights to.

mod baselines;
mod bootstrap;
mod data;
pub mod editors;
mod faults;
mod graph;
mod headlines;
mod porter;
mod rouge;

pub use crate::leaning::Reason;
pub use bootstrap::Difference;
pub use data::Record;
pub use faults::Faults;
pub use headlines::headlines;
pub use rouge::Rouge;

use crate::analysis::Document;
use crate::analysis::annotate;
use crate::leaning::Leanings;
use crate::note::Notes;
use crate::options::Budget;
use crate::salience::{self, Model, Signal};
use crate::select;
use crate::text::span::Span;
use data::Target;
use rayon::prelude::*;

/// Who chooses the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// This crate.
    Nutgraf,
    /// The text from its beginning.
    Lead,
    /// Any sentences, by a seed.
    Random,
    /// Those that come nearest to the reference: nearly the best an extract can be.
    Oracle,
    /// LexRank.
    LexRank,
    /// TextRank.
    TextRank,
}

impl System {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 6] = [Self::Nutgraf, Self::Lead, Self::LexRank, Self::TextRank, Self::Random, Self::Oracle];

    /// The name in tables and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nutgraf => "nutgraf",
            Self::Lead => "LEAD",
            Self::LexRank => "LexRank",
            Self::TextRank => "TextRank",
            Self::Random => "random",
            Self::Oracle => "oracle",
        }
    }
}

/// How long the summaries are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Exactly so many words (by spaces): the last sentence chosen is cut.
    Words(usize),
    /// So many sentences.
    Sentences(usize),
}

/// What a system scored on a set.
#[derive(Clone, Copy, Debug)]
pub struct Scores {
    /// Which.
    pub system: System,
    /// The mean over the articles.
    pub mean: Rouge,
    /// The difference from LEAD in ROUGE-1, ROUGE-2 and ROUGE-Lsum, in the same units.
    pub from_lead: [Difference; 3],
    /// What a reader would stumble over, where summaries are not cut.
    pub faults: Faults,
}

/// Weights to evaluate with instead of the fitted ones.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Weights(Vec<f64>);

impl Weights {
    fn model(&self) -> Option<Model> {
        Some(Model(self.0.as_slice().try_into().ok()?))
    }
}

/// Scores the systems on the records that have a reference and can be summarized.
#[must_use]
pub fn run(records: &[Record], systems: &[System], length: Length, weights: &[Weights]) -> (usize, Vec<Scores>) {
    let results: Vec<Vec<(Rouge, Faults)>> = records
        .par_iter()
        .enumerate()
        .filter_map(|(number, record)| score(record, number, systems, length, weights))
        .collect();
    let lead = systems.iter().position(|s| *s == System::Lead);
    let scores = systems.iter().enumerate().map(|(at, system)| {
        let mean =
            |kind: usize| results.iter().map(|r| r[at].0.values()[kind]).sum::<f64>() / results.len().max(1) as f64;
        let from_lead = |kind: usize| {
            let lead = |r: &[(Rouge, Faults)]| lead.map_or(0.0, |lead| r[lead].0.values()[kind]);
            let pairs: Vec<f64> = results.iter().map(|r| r[at].0.values()[kind] - lead(r)).collect();
            bootstrap::difference(&pairs)
        };
        Scores {
            system: *system,
            mean: Rouge { rouge1: mean(0), rouge2: mean(1), rouge_lsum: mean(2) },
            from_lead: [from_lead(0), from_lead(1), from_lead(2)],
            faults: results.iter().fold(Faults::default(), |sum, r| sum.and(r[at].1)),
        }
    });
    (results.len(), scores.collect())
}

fn score(
    record: &Record,
    number: usize,
    systems: &[System],
    length: Length,
    weights: &[Weights],
) -> Option<Vec<(Rouge, Faults)>> {
    let article = record.article();
    let document = annotate(&article, None);
    let references = record.references();
    if references.is_empty() || !crate::summary::has_words(&document) {
        return None;
    }
    let model = model(weights, number);
    let of = |system: &System| {
        let (text, order) = order(record, &document, &references, *system, number as u64, length, &model);
        let (taken, summary) = cut(text, &order, length);
        let is_taken = |span: Span| taken.iter().any(|other| other.start < span.end && span.start < other.end);
        let sentences = document.sentences().iter().enumerate().filter(|(_, sentence)| is_taken(sentence.span));
        let sentences: Vec<usize> = sentences.map(|(at, _)| at).collect();
        (rouge::score(&summary, &references, document.prose.language.code()), Faults::of(&document, &sentences))
    };
    Some(systems.iter().map(of).collect())
}

/// The model to evaluate article `number` with: the product's own where no weights are given; of several, those whose
/// turn it is, so that an article of cross-validation meets the weights that were fitted without it.
fn model(weights: &[Weights], number: usize) -> Model {
    let given = number.checked_rem(weights.len()).and_then(|turn| weights[turn].model());
    given.unwrap_or_else(Model::fitted)
}

/// The sentences in a system's order of choice, and the text that they stand in: LEAD's is the record's own, whatever
/// of it the product takes for the article.
fn order<'t>(
    record: &'t Record,
    document: &'t Document<'_>,
    references: &[&str],
    system: System,
    seed: u64,
    length: Length,
    model: &Model,
) -> (&'t str, Vec<Span>) {
    if system == System::Lead {
        return (&record.text, baselines::lead(&record.text, document.prose.lexicon));
    }
    let order = order_in(document, references, system, seed, length, model);
    (document.article.text(), order.into_iter().map(|at| document.sentences()[at].span).collect())
}

/// The sentences of the article as the product reads it, in a system's order of choice.
fn order_in(
    document: &Document<'_>,
    references: &[&str],
    system: System,
    seed: u64,
    length: Length,
    model: &Model,
) -> Vec<usize> {
    let most_words = if let Length::Words(words) = length { words } else { usize::MAX };
    match system {
        System::Nutgraf => chosen(document, model, length),
        System::Lead => (0..document.sentences().len()).collect(),
        System::Random => baselines::random(document, seed),
        System::LexRank => graph::lex_rank(document),
        System::TextRank => graph::text_rank(document),
        System::Oracle => baselines::oracle(document, &Target::new(document, references), most_words),
    }
}

/// What the product chooses, in its order of choice.
fn chosen(document: &Document<'_>, model: &Model, length: Length) -> Vec<usize> {
    let budget = match length {
        // Words are counted by spaces here and by letters there: some to spare, and the rest is cut.
        Length::Words(words) => Budget { sentences: usize::MAX, words: words + words / 4, headline: None },
        Length::Sentences(sentences) => Budget { sentences, words: usize::MAX, headline: None },
    };
    let leanings = Leanings::new(document);
    let salience = salience::measure(document, model, None);
    let notes = Notes::new(document, &leanings);
    select::choose(document, &leanings, &notes, &salience, budget).into_iter().map(|c| c.sentence).collect()
}

/// The first sentences of an order of choice that fill the length, in document order, and their text, a sentence a
/// line, the last chosen cut.
fn cut(text: &str, order: &[Span], length: Length) -> (Vec<Span>, String) {
    let (mut sentences, mut words) = match length {
        Length::Words(words) => (usize::MAX, words),
        Length::Sentences(sentences) => (sentences, usize::MAX),
    };
    let mut taken: Vec<(Span, String)> = Vec::new();
    for sentence in order {
        if sentences == 0 || words == 0 {
            break;
        }
        let kept: Vec<&str> = sentence.of(text).split_whitespace().take(words).collect();
        sentences -= 1;
        words -= kept.len();
        taken.push((*sentence, kept.join(" ")));
    }
    taken.sort_unstable();
    let lines: Vec<&str> = taken.iter().map(|(_, line)| line.as_str()).collect();
    (taken.iter().map(|(sentence, _)| *sentence).collect(), lines.join("\n"))
}

/// The sentences that each system chooses, whole and in document order; nothing for an article without words. `number`
/// seeds [`System::Random`].
#[must_use]
pub fn choices(
    record: &Record,
    number: usize,
    systems: &[System],
    length: Length,
    weights: &[Weights],
) -> Vec<Vec<String>> {
    let (article, references) = (record.article(), record.references());
    let document = annotate(&article, None);
    if !crate::summary::has_words(&document) {
        return Vec::new();
    }
    let model = model(weights, number);
    let of = |system: &System| {
        let (text, order) = order(record, &document, &references, *system, number as u64, length, &model);
        cut(text, &order, length).0.into_iter().map(|sentence| sentence.of(text).to_owned()).collect()
    };
    systems.iter().map(of).collect()
}

/// ROUGE of one summary, a sentence a line, against its references.
#[must_use]
pub fn rouge(summary: &str, references: &[&str], language: &str) -> Rouge {
    rouge::score(summary, references, language)
}

/// The names of the features, each with its signal's.
pub fn feature_names() -> Vec<(Signal, &'static str)> {
    salience::names()
}

/// Where a sentence stands in the text, and why it leans, each reason with the number of the sentence that must be shown
/// too.
pub type SentenceLeanings = (Span, Vec<(Reason, Option<usize>)>);

/// What each sentence leans on.
#[must_use]
pub fn leanings(record: &Record) -> Vec<SentenceLeanings> {
    let article = record.article();
    let document = annotate(&article, None);
    let leanings = Leanings::new(&document);
    let of = |sentence: usize| leanings.of(sentence).iter().map(|l| (l.reason, l.on)).collect();
    document.sentences().iter().enumerate().map(|(number, sentence)| (sentence.span, of(number))).collect()
}
