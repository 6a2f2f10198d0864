//! The measure of the public article-extraction benchmark: shingles of four words.
//!
//! Precision and recall of a page are shares of the shingles it has in common with the truth, each counted as often as
//! it occurs; they are averaged over the pages of a set, and F1 is the harmonic mean of the two averages.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Words in a shingle.
pub(crate) const SHINGLE: usize = 4;
/// A page under this F1 counts as bad.
const BAD: f64 = 0.8;

/// A page of a set, and what is true of it.
pub(crate) struct PageCase {
    /// Its id in the set.
    pub(crate) id: String,
    /// What pages that resemble each other share: its country, or else the host that it is from, or its id.
    pub(crate) origin: String,
    /// The page.
    pub(crate) html: Vec<u8>,
    /// The text of the article.
    pub(crate) body: String,
}

/// The pages of a set (`<set>/<id>.html.gz` and `<set>/truth.json`), by id. Nothing when the set is not there.
///
/// # Errors
/// When a page or the truth cannot be read.
pub(crate) fn read_set(root: &Path, set: &str) -> io::Result<Option<Vec<PageCase>>> {
    let folder = root.join(set);
    let Ok(truth) = File::open(folder.join("truth.json")) else { return Ok(None) };
    let truth: serde_json::Map<String, serde_json::Value> = serde_json::from_reader(io::BufReader::new(truth))?;
    let mut pages = Vec::new();
    for (id, facts) in truth {
        let mut html = Vec::new();
        let file = File::open(folder.join(format!("{id}.html.gz")))?;
        flate2::read::MultiGzDecoder::new(file).read_to_end(&mut html)?;
        let fact = |name: &str| facts[name].as_str().unwrap_or_default();
        let host = || fact("url").split('/').nth(2).map(str::to_owned);
        let country = Some(fact("country").to_owned()).filter(|country| !country.is_empty());
        let origin = country.or_else(host).unwrap_or_else(|| id.clone());
        let body = fact("articleBody").to_owned();
        pages.push(PageCase { id, origin, html, body });
    }
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Some(pages))
}

/// The words of a text: runs of letters, digits and underscores; in scripts without spaces each character.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let is_word = c.is_alphanumeric() || c == '_' || is_mark(c);
        if let Some(from) = start
            && (!is_word || is_unspaced(c))
        {
            words.push(&text[from..at]);
            start = None;
        }
        if is_word && is_unspaced(c) {
            words.push(&text[at..at + c.len_utf8()]);
        } else if is_word && start.is_none() {
            start = Some(at);
        }
    }
    words.extend(start.map(|from| &text[from..]));
    words
}

fn is_mark(c: char) -> bool {
    // Combining marks of Indic, Thai, Arabic and Hebrew text stand inside words.
    matches!(c as u32, 0x300..=0x36f | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x900..=0x903 | 0x93a..=0x94f | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0x200c | 0x200d)
}

fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// How often each shingle occurs; a shorter text is one shingle.
pub(crate) fn shingles<'t, 'w>(words: &'w [&'t str]) -> HashMap<&'w [&'t str], usize> {
    let mut counts = HashMap::new();
    if !words.is_empty() {
        for shingle in words.windows(SHINGLE.min(words.len())) {
            *counts.entry(shingle).or_default() += 1;
        }
    }
    counts
}

/// How well a text matches the truth.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageScore {
    /// Share of the text's shingles that are in the truth.
    pub(crate) precision: f64,
    /// Share of the truth's shingles that are in the text.
    pub(crate) recall: f64,
}

impl PageScore {
    /// Compares a text with the truth.
    pub(crate) fn new(truth: &str, found: &str) -> Self {
        let (truth, found) = (words(truth), words(found));
        let (truth, found) = (shingles(&truth), shingles(&found));
        let common: usize = truth.iter().map(|(s, n)| *n.min(found.get(s).unwrap_or(&0))).sum();
        let share = |of: &HashMap<_, usize>, other: &HashMap<_, usize>| {
            let all: usize = of.values().sum();
            if all == 0 { f64::from(u8::from(other.is_empty())) } else { common as f64 / all as f64 }
        };
        Self { precision: share(&found, &truth), recall: share(&truth, &found) }
    }

    /// The harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> f64 {
        harmonic(self.precision, self.recall)
    }
}

/// The figures of a set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetScore {
    /// Mean precision of the pages.
    pub(crate) precision: f64,
    /// Mean recall of the pages.
    pub(crate) recall: f64,
    /// The harmonic mean of the two.
    pub(crate) f1: f64,
    /// Share of pages that match exactly.
    pub(crate) exact: f64,
    /// Share of pages with an F1 under 0.8.
    pub(crate) bad: f64,
}

impl SetScore {
    /// Averages the pages of a set.
    pub(crate) fn new(pages: &[PageScore]) -> Self {
        let mean = |value: &dyn Fn(&PageScore) -> f64| pages.iter().map(value).sum::<f64>() / pages.len().max(1) as f64;
        let (precision, recall) = (mean(&|p| p.precision), mean(&|p| p.recall));
        Self {
            precision,
            recall,
            f1: harmonic(precision, recall),
            exact: mean(&|p| f64::from(u8::from(p.f1() == 1.0))),
            bad: mean(&|p| f64::from(u8::from(p.f1() < BAD))),
        }
    }
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 }
}
