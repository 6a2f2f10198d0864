//! ROUGE-1, ROUGE-2 and ROUGE-Lsum as the public Python package `rouge-score` computes them (Lin 2004, "ROUGE: a
//! package for automatic evaluation of summaries"): F1, Porter stemming for English. `tools/rouge/check.py` holds
//! the two against each other.
//!
//! That package knows words of ASCII letters and digits only. For other languages than English a word is a run of
//! letters, marks and digits here, in lower case and not stemmed, and each character by itself in scripts that do
//! not part words.

use super::porter;
use std::collections::HashMap;

/// F1 scores, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Rouge {
    /// Of single words.
    pub rouge1: f64,
    /// Of pairs of neighbouring words.
    pub rouge2: f64,
    /// Of the longest common subsequences of sentences, their union taken for each sentence of the reference.
    #[serde(rename = "rougeLsum")]
    pub rouge_lsum: f64,
}

impl Rouge {
    /// The three scores.
    #[must_use]
    pub const fn values(&self) -> [f64; 3] {
        [self.rouge1, self.rouge2, self.rouge_lsum]
    }
}

/// Words as numbers, the same word the same number.
#[derive(Debug)]
pub(super) struct Vocabulary {
    english: bool,
    known: HashMap<String, u32>,
}

impl Vocabulary {
    pub(super) fn new(language: &str) -> Self {
        Self { english: language == "en", known: HashMap::new() }
    }

    /// The words of a text.
    pub(super) fn words(&mut self, text: &str) -> Vec<u32> {
        let lower = text.to_lowercase();
        let mut words = Vec::new();
        let mut start = None;
        for (at, c) in lower.char_indices().chain([(lower.len(), ' ')]) {
            let inside = if self.english { c.is_ascii_alphanumeric() } else { is_word_character(c) };
            let alone = !self.english && is_unspaced(c);
            if let (Some(from), true) = (start, !inside || alone) {
                words.push(self.number(&lower[from..at]));
                start = None;
            }
            if alone && inside {
                words.push(self.number(&lower[at..at + c.len_utf8()]));
            } else if inside && start.is_none() {
                start = Some(at);
            }
        }
        words
    }

    fn number(&mut self, word: &str) -> u32 {
        // Short words are not stemmed.
        let key = if self.english && word.len() > 3 { porter::stem(word) } else { word.to_owned() };
        let next = self.known.len() as u32;
        *self.known.entry(key).or_insert(next)
    }
}

fn is_word_character(c: char) -> bool {
    // Combining marks of Arabic, the Indic scripts and Vietnamese written apart are parts of words.
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Scores a summary, a sentence a line, against the best of its references.
pub(super) fn score(summary: &str, references: &[&str], language: &str) -> Rouge {
    let mut vocabulary = Vocabulary::new(language);
    let mut lines = |text: &str| -> Vec<Vec<u32>> {
        text.split('\n').filter(|l| !l.is_empty()).map(|line| vocabulary.words(line)).collect()
    };
    let summary = lines(summary);
    let mut best = Rouge::default();
    for reference in references {
        let reference = lines(reference);
        best.rouge1 = best.rouge1.max(of_grams(&summary, &reference, 1));
        best.rouge2 = best.rouge2.max(of_grams(&summary, &reference, 2));
        best.rouge_lsum = best.rouge_lsum.max(of_subsequences(&summary, &reference));
    }
    best
}

/// F1 from hits and the lengths of both sides.
pub(super) fn f1(hits: f64, summary: f64, reference: f64) -> f64 {
    if hits > 0.0 { 2.0 * hits / (summary + reference) } else { 0.0 }
}

fn of_grams(summary: &[Vec<u32>], reference: &[Vec<u32>], length: usize) -> f64 {
    let (summary, reference) = (summary.concat(), reference.concat());
    let mut counts = HashMap::<&[u32], usize>::new();
    for gram in reference.windows(length) {
        *counts.entry(gram).or_default() += 1;
    }
    let mut hits = 0;
    for gram in summary.windows(length) {
        if let Some(left) = counts.get_mut(gram).filter(|n| **n > 0) {
            *left -= 1;
            hits += 1;
        }
    }
    let grams = |words: &[u32]| (words.len() + 1).saturating_sub(length) as f64;
    f1(f64::from(hits), grams(&summary), grams(&reference))
}

fn of_subsequences(summary: &[Vec<u32>], reference: &[Vec<u32>]) -> f64 {
    let counted = |lines: &[Vec<u32>]| {
        let mut counts = HashMap::<u32, usize>::new();
        lines.iter().flatten().for_each(|word| *counts.entry(*word).or_default() += 1);
        counts
    };
    let (mut left_in_summary, mut left_in_reference) = (counted(summary), counted(reference));
    let mut hits = 0;
    for line in reference {
        let mut in_union = vec![false; line.len()];
        for other in summary {
            mark_common(line, other, &mut in_union);
        }
        for (word, _) in line.iter().zip(&in_union).filter(|(_, common)| **common) {
            let (Some(there), Some(here)) = (left_in_summary.get_mut(word), left_in_reference.get_mut(word)) else {
                continue;
            };
            if *there > 0 && *here > 0 {
                (*there, *here) = (*there - 1, *here - 1);
                hits += 1;
            }
        }
    }
    let length = |lines: &[Vec<u32>]| lines.iter().map(Vec::len).sum::<usize>() as f64;
    f1(f64::from(hits), length(summary), length(reference))
}

/// Marks the words of `line` that are in the longest common subsequence with `other`: of several, the one that
/// `rouge-score` walks back along.
fn mark_common(line: &[u32], other: &[u32], common: &mut [bool]) {
    let width = other.len() + 1;
    let mut longest = vec![0_u32; (line.len() + 1) * width];
    for (i, word) in line.iter().enumerate() {
        for (j, there) in other.iter().enumerate() {
            longest[(i + 1) * width + j + 1] = if word == there {
                longest[i * width + j] + 1
            } else {
                longest[i * width + j + 1].max(longest[(i + 1) * width + j])
            };
        }
    }
    let (mut i, mut j) = (line.len(), other.len());
    while i > 0 && j > 0 {
        if line[i - 1] == other[j - 1] {
            common[i - 1] = true;
            (i, j) = (i - 1, j - 1);
        } else if longest[i * width + j - 1] > longest[(i - 1) * width + j] {
            j -= 1;
        } else {
            i -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_agrees_with_itself_and_with_nothing_else() {
        let same = score("The storms hit Riga.\nNobody slept.", &["The storm hit Riga.\nNobody slept."], "en");
        assert_eq!(same.values(), [1.0, 1.0, 1.0]);
        assert_eq!(score("One two", &["three four"], "en"), Rouge::default());
        assert_eq!(score("", &["three four"], "en"), Rouge::default());
    }

    #[test]
    fn scores_as_the_public_package_gives_them() {
        let scores = score("police killed the gunman", &["police kill the gunman now"], "en");
        assert!((scores.rouge1 - 8.0 / 9.0).abs() < 1e-12);
        assert!((scores.rouge2 - 6.0 / 7.0).abs() < 1e-12);
        let order = score("the gunman police killed", &["police killed the gunman"], "en");
        assert_eq!((order.rouge1, order.rouge_lsum), (1.0, 0.5));
    }

    #[test]
    fn words_of_other_scripts_count() {
        assert_eq!(score("会谈开始", &["会谈结束"], "zh").rouge1, 0.5);
        assert_eq!(score("Élysée fermé", &["élysée ouvert"], "fr").rouge1, 0.5);
    }
}
