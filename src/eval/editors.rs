//! Agreement with editors: which sentences a system chooses for three key points, beside those that an editor chose.
//!
//! Editors' choices come as [`Judged`] articles whose sentences are marked as key points, the next best, fair, or
//! unfit to be shown. [`agreements`] scores every [`System`] on them, [`features`] gives what `make train` fits weights to.

use super::bootstrap::{self, Difference};
use super::{Length, System, Weights, model, order_in};
use crate::analysis::Document;
use crate::analysis::annotate;
use crate::article::Article;
use crate::language::Sentence;
use crate::leaning::Leanings;
use crate::salience;
use crate::text::utf16::Utf16Units;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// So many sentences are an editor's key points.
const KEY_POINTS: usize = 3;

/// What choosing a sentence gains that is a key point, one of the next best, fair, or unfit: less than nothing for what
/// should not be shown.
const GAINS: [f64; 4] = [1.0, 0.6, 0.4, -0.5];

/// An article with an editor's judgement of its sentences: a line of a data file.
#[derive(Clone, Debug, Deserialize)]
pub struct Judged {
    /// The collection it is from.
    pub set: String,
    /// Its language, as the collection says, or `und`.
    pub lang: String,
    title: Option<String>,
    text: String,
    /// Offset and length of each sentence in `text`, in UTF-16 units.
    sentences: Vec<(usize, usize)>,
    /// The numbers of the three sentences that serve a reader best who has seen the headline.
    key: Vec<usize>,
    /// The two to add for five.
    next: Vec<usize>,
    /// Others that would have been fair.
    ok: Vec<usize>,
    /// Those that should not be shown: they lean on others, mislead, repeat, or are no news.
    unfit: Vec<usize>,
}

impl Judged {
    fn article(&self) -> Article<'_> {
        let article = Article::from_text(&self.text);
        match self.title.as_deref().filter(|title| !title.trim().is_empty()) {
            Some(title) => article.with_headline(title),
            None => article,
        }
    }

    /// What choosing a sentence gains: −0.5 to 1.
    fn gain(&self, sentence: usize) -> f64 {
        let lists = [&self.key, &self.next, &self.ok, &self.unfit].into_iter();
        lists.zip(GAINS).find(|(list, _)| list.contains(&sentence)).map_or(0.0, |(_, gain)| gain)
    }

    /// The judged sentence that each sentence of a document is: the one it overlaps most, by half of the shorter one or
    /// more.
    fn places(&self, document: &Document<'_>) -> Vec<Option<usize>> {
        let mut units = Utf16Units::new(document.article.text());
        let place = |sentence: &Sentence| {
            let (start, length) = units.of(sentence.span);
            let end = start + length;
            let overlap =
                |&(offset, length): &(usize, usize)| end.min(offset + length).saturating_sub(start.max(offset));
            let (best, judged) = self.sentences.iter().enumerate().rev().max_by_key(|(_, judged)| overlap(judged))?;
            (overlap(judged) > 0 && 2 * overlap(judged) >= judged.1.min(length)).then_some(best)
        };
        document.sentences().iter().map(place).collect()
    }
}

/// What a choice of sentences is worth by an editor's judgement.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Agreement {
    /// Mean gain of a sentence: 1 is the editor's own choice.
    pub gain: f64,
    /// Precision at 3: the share of the sentences that are among the editor's three.
    pub p3: f64,
    /// The share that the editor calls unfit.
    pub unfit: f64,
    /// The share that leans on a sentence that is not shown.
    pub leaning: f64,
    /// Words, by spaces.
    pub words: f64,
}

impl Agreement {
    fn of(judged: &Judged, chosen: &[Option<usize>]) -> Self {
        let share = |worth: &dyn Fn(usize) -> f64| {
            chosen.iter().flatten().map(|sentence| worth(*sentence)).sum::<f64>() / KEY_POINTS as f64
        };
        Self {
            gain: share(&|sentence| judged.gain(sentence)),
            p3: share(&|sentence| f64::from(u8::from(judged.key.contains(&sentence)))),
            unfit: share(&|sentence| f64::from(u8::from(judged.unfit.contains(&sentence)))),
            ..Self::default()
        }
    }

    /// What is known without the editor: of the sentences chosen from the document.
    fn with_form(self, document: &Document<'_>, leanings: &Leanings, chosen: &[usize]) -> Self {
        let text = document.article.text();
        let leaning = chosen.iter().filter(|at| leanings.dangles(**at, |other| chosen.contains(&other))).count();
        let words = chosen.iter().map(|at| words(document.sentences()[*at].span.of(text))).sum::<usize>();
        Self { leaning: leaning as f64 / chosen.len().max(1) as f64, words: words as f64, ..self }
    }
}

/// What a system scored on a set of judged articles.
#[derive(Clone, Copy, Debug)]
pub struct EditorScores {
    /// Which.
    pub system: System,
    /// The mean over the articles.
    pub mean: Agreement,
    /// The difference in gain from LEAD.
    pub gain_from_lead: Difference,
    /// The difference in the share of unfit sentences from LEAD.
    pub unfit_from_lead: Difference,
}

/// The systems that choose without knowing the editor's judgement.
pub const SYSTEMS: [System; 5] = [System::Nutgraf, System::Lead, System::LexRank, System::TextRank, System::Random];

/// What each of [`SYSTEMS`] is worth on each of the articles that can be summarized.
#[must_use]
pub fn agreements(all: &[Judged], weights: &[Weights]) -> Vec<Option<Vec<Agreement>>> {
    let score = |(number, judged): (usize, &Judged)| {
        let article = judged.article();
        let document = annotate(&article, None);
        if !crate::summary::has_words(&document) {
            return None;
        }
        let (places, model, leanings) = (judged.places(&document), model(weights, number), Leanings::new(&document));
        let of = |system: &System| {
            let order = order_in(&document, &[], *system, number as u64, Length::Sentences(KEY_POINTS), &model);
            let chosen = &order[..order.len().min(KEY_POINTS)];
            let judged_ones: Vec<Option<usize>> = if *system == System::Lead {
                // LEAD is the beginning of the article as it was judged, not as this crate reads it.
                (0..judged.sentences.len().min(KEY_POINTS)).map(Some).collect()
            } else {
                chosen.iter().map(|at| places[*at]).collect()
            };
            Agreement::of(judged, &judged_ones).with_form(&document, &leanings, chosen)
        };
        Some(SYSTEMS.iter().map(of).collect())
    };
    all.par_iter().enumerate().map(score).collect()
}

/// The means over some articles' agreements, and the differences from LEAD with paired intervals.
#[must_use]
pub fn scores(results: &[&Vec<Agreement>]) -> Vec<EditorScores> {
    let lead = SYSTEMS.iter().position(|system| *system == System::Lead).unwrap_or_default();
    let of = |(at, system): (usize, &System)| {
        let mean = |of: fn(&Agreement) -> f64| {
            results.iter().map(|result| of(&result[at])).sum::<f64>() / results.len().max(1) as f64
        };
        let from_lead = |of: fn(&Agreement) -> f64| {
            let pairs: Vec<f64> = results.iter().map(|result| of(&result[at]) - of(&result[lead])).collect();
            bootstrap::difference(&pairs)
        };
        EditorScores {
            system: *system,
            mean: Agreement {
                gain: mean(|a| a.gain),
                p3: mean(|a| a.p3),
                unfit: mean(|a| a.unfit),
                leaning: mean(|a| a.leaning),
                words: mean(|a| a.words),
            },
            gain_from_lead: from_lead(|a| a.gain),
            unfit_from_lead: from_lead(|a| a.unfit),
        }
    };
    SYSTEMS.iter().enumerate().map(of).collect()
}

/// A sentence as weights are fitted to it: its features, what choosing it gains, and whether it is one that the editor
/// judged.
#[derive(Clone, Debug, Serialize)]
pub struct Example {
    features: Vec<f64>,
    gain: Option<f64>,
    /// The number of the judged sentence that it is.
    judged: Option<usize>,
    /// Words, by spaces.
    words: usize,
}

/// The features of an article's sentences and what choosing each gains; and whether there is a headline.
#[must_use]
pub fn features(judged: &Judged) -> (bool, Vec<Example>) {
    let article = judged.article();
    let document = annotate(&article, None);
    let places = judged.places(&document);
    let rows = salience::features(&document);
    let has_headline = !document.terms.headline.is_empty();
    let example = |((features, place), sentence): ((Vec<f64>, &Option<usize>), &Sentence)| Example {
        features,
        gain: place.map(|at| judged.gain(at)),
        judged: *place,
        words: words(sentence.span.of(article.text())),
    };
    (has_headline, rows.into_iter().zip(&places).zip(document.sentences()).map(example).collect())
}

/// Words, by spaces.
fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
