//! A paragraph while its sentences are looked for.

use crate::language::lexicon::Lexicon;
use crate::text::case::is_capital;
use crate::text::chars::trim_start;
use crate::text::punctuation::{begins, first_char, is_opener};
use crate::text::span::Span;

/// So many bytes before and after an end mark are looked at: far more than the words that decide.
const WINDOW: usize = 256;

/// A paragraph, or an item of a list in it, to be cut into sentences.
pub(super) struct Segmenter<'a> {
    /// The paragraph, or an item of the list in it; offsets in here count from its start.
    pub(super) text: &'a str,
    /// Where it starts in the paragraph.
    pub(super) start: usize,
    pub(super) lexicon: &'a Lexicon,
    /// Whether the paragraph is by someone who begins sentences with small letters.
    pub(super) uncapitalized: bool,
    /// Whether there is a `[` in the paragraph.
    pub(super) has_brackets: bool,
    /// The pairs of Chinese or Japanese marks in the paragraph in which no sentence ends.
    pub(super) pairs: &'a [Span],
}

impl Segmenter<'_> {
    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(first_char)
    }

    /// The text from `at` on, as far as it matters.
    pub(super) fn ahead(&self, at: usize) -> &str {
        let mut end = self.text.len().min(at + WINDOW);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[at..end]
    }

    /// The sentence that began at `start` up to `at`, as far as it matters.
    pub(super) fn before(&self, start: usize, at: usize) -> &str {
        let mut from = start.max(at.saturating_sub(WINDOW));
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        &self.text[from..at]
    }
}

/// Whether `text` begins with a capital letter, a quotation mark before it aside.
pub(super) fn opens(text: &str) -> bool {
    begins(trim_start(text, is_opener), is_capital)
}
