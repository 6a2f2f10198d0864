//! Headlines: how like editors' the headlines are that the product gives to articles whose own it does not see.

use super::data::Record;
use super::rouge::{self, Rouge};
use crate::analysis::annotate;
use crate::headline;
use crate::leaning::Leanings;
use crate::note::Notes;
use crate::salience::{self, Model};
use rayon::prelude::*;

/// Of the records that have a headline: how many there are, and the mean likeness to it of the product's headline of at
/// most `words` words and of the article's first `words` words.
#[must_use]
pub fn headlines(records: &[Record], words: usize) -> (usize, [Rouge; 2]) {
    let scores: Vec<[Rouge; 2]> = records.par_iter().filter_map(|record| score(record, words)).collect();
    let mean =
        |of: usize, kind: usize| scores.iter().map(|s| s[of].values()[kind]).sum::<f64>() / scores.len().max(1) as f64;
    let means = [0, 1].map(|of| Rouge { rouge1: mean(of, 0), rouge2: mean(of, 1), rouge_lsum: mean(of, 2) });
    (scores.len(), means)
}

fn score(record: &Record, words: usize) -> Option<[Rouge; 2]> {
    let title = record.title.as_deref().filter(|title| !title.trim().is_empty())?;
    let untitled = Record { title: None, ..record.clone() };
    let article = untitled.article();
    let document = annotate(&article, None);
    if !crate::summary::has_words(&document) {
        return None;
    }
    let model = Model::fitted();
    let leanings = Leanings::new(&document);
    let salience = salience::measure(&document, &model, None);
    let notes = Notes::new(&document, &leanings);
    let chosen = headline::choose(&document, &leanings, &notes, &salience, words, usize::MAX)?;
    let headline = chosen.span.of(article.text());
    let text = document.sentences().iter().map(|s| s.span.of(article.text()));
    let first: Vec<&str> = text.flat_map(str::split_whitespace).take(words).collect();
    Some([headline, &first.join(" ")].map(|piece| rouge::score(piece, &[title], document.prose.language.code())))
}
