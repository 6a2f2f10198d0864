//! Evaluation data: an article and its references a line of JSON.

use super::rouge::Vocabulary;
use crate::analysis::Document;
use crate::article::Article;
use serde::Deserialize;

/// A line of a data file.
#[derive(Clone, Debug, Deserialize)]
pub struct Record {
    /// What the line is called.
    #[serde(default)]
    pub id: serde_json::Value,
    /// The headline, where there is one.
    pub title: Option<String>,
    /// The article.
    pub text: String,
    /// The reference, a sentence a line where that is known.
    pub summary: Option<String>,
    /// All references, where there are several.
    #[serde(default)]
    pub summaries: Vec<String>,
    /// Its language, as a BCP 47 tag.
    pub lang: Option<String>,
}

impl Record {
    /// The article as the product reads it.
    pub(super) fn article(&self) -> Article<'_> {
        let mut article = Article::from_text(&self.text);
        if let Some(title) = self.title.as_deref().filter(|t| !t.trim().is_empty()) {
            article = article.with_headline(title);
        }
        if let Some(language) = &self.lang {
            article = article.with_language(language);
        }
        article
    }

    /// The references; none where the line has none.
    pub(super) fn references(&self) -> Vec<&str> {
        let all: Vec<&str> = self.summaries.iter().map(String::as_str).collect();
        let list = if all.is_empty() { self.summary.as_deref().into_iter().collect() } else { all };
        list.into_iter().filter(|r| !r.trim().is_empty()).collect()
    }
}

/// What of the references a sentence has, counted once for the many choices that are tried.
#[derive(Clone, Debug)]
pub(super) struct Overlap {
    /// Words of the sentence.
    pub(super) words: usize,
    /// Single words, then pairs, of each reference: its number and how often the sentence has it.
    hits: [Vec<(u32, u32)>; 2],
}

/// The references of an article, to compare choices of sentences with.
#[derive(Debug)]
pub(super) struct Target {
    /// For single words and pairs: how often each reference has each, one reference after the other.
    counts: [Vec<u32>; 2],
    /// For each reference where its part of the counts begins, and its words.
    references: Vec<([usize; 2], usize)>,
    pub(super) sentences: Vec<Overlap>,
}

impl Target {
    pub(super) fn new(document: &Document<'_>, references: &[&str]) -> Self {
        let mut vocabulary = Vocabulary::new(document.prose.language.code());
        let text = document.article.text();
        let sentences: Vec<Vec<u32>> = document.sentences().iter().map(|s| vocabulary.words(s.span.of(text))).collect();
        let references: Vec<Vec<u32>> = references.iter().map(|r| vocabulary.words(r)).collect();
        let mut target = Self {
            counts: [Vec::new(), Vec::new()],
            references: Vec::new(),
            sentences: sentences.iter().map(|s| Overlap { words: s.len(), hits: [Vec::new(), Vec::new()] }).collect(),
        };
        for reference in &references {
            target.references.push(([target.counts[0].len(), target.counts[1].len()], reference.len()));
            for length in [1, 2] {
                target.count(length, reference, &sentences);
            }
        }
        target
    }

    fn count(&mut self, length: usize, reference: &[u32], sentences: &[Vec<u32>]) {
        let counts = &mut self.counts[length - 1];
        let mut known = std::collections::HashMap::new();
        for gram in reference.windows(length) {
            let at = *known.entry(gram).or_insert_with(|| {
                counts.push(0);
                counts.len() as u32 - 1
            });
            counts[at as usize] += 1;
        }
        for (sentence, overlap) in sentences.iter().zip(&mut self.sentences) {
            let mut found: Vec<u32> = sentence.windows(length).filter_map(|g| known.get(g).copied()).collect();
            found.sort_unstable();
            overlap.hits[length - 1].extend(found.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32)));
        }
    }

    /// The mean over the references of ROUGE-1 and ROUGE-2 F1 together, 0 to 2, the summary counted as `least` words
    /// long at least. Pairs across sentences are not counted.
    pub(super) fn value(&self, choice: &[usize], least: usize) -> f64 {
        let words = choice.iter().map(|s| self.sentences[*s].words).sum::<usize>().max(least) as f64;
        let mut total = 0.0;
        let mut hits = [vec![0; self.references.len()], vec![0; self.references.len()]];
        for length in 0..2 {
            let mut have = vec![0; self.counts[length].len()];
            for (gram, count) in choice.iter().flat_map(|s| &self.sentences[*s].hits[length]) {
                have[*gram as usize] += *count;
            }
            for (number, (starts, _)) in self.references.iter().enumerate() {
                let end = self.references.get(number + 1).map_or(have.len(), |(next, _)| next[length]);
                let shared = (starts[length]..end).map(|gram| have[gram].min(self.counts[length][gram]));
                hits[length][number] = shared.sum();
            }
        }
        for (number, (_, length)) in self.references.iter().enumerate() {
            let length = *length as f64;
            total += super::rouge::f1(f64::from(hits[0][number]), words, length);
            total += super::rouge::f1(f64::from(hits[1][number]), words - 1.0, length - 1.0);
        }
        total / self.references.len().max(1) as f64
    }
}
