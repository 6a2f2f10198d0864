//! The phrases that notes are known by, packed by `build.rs` from `phrases/*.txt`, all languages together.
//!
//! # The files
//! A section is a line `[kind]`, by the names of [`NoteKind`](super::NoteKind), and holds a phrase a line:
//! - `signed by`: a sentence that begins so is a note.
//! - `this story ... updated`: one that begins with the first and has the second further on. Either part may stand alone
//!   (`this story ...`, `... updated`): within a kind and all languages, any beginning goes with any continuation.
//!   In `[credit]` a beginning is enough in brackets or if nothing but names follow. In `[caption]` beginnings (`photo by ...`)
//!   and continuations, which are agencies (`... reuters`), are parts of credits at a paragraph's end.
//! - `correction:` is a label: a note where a colon, a dash or a closing bracket is behind it. In `[editorial]` and `[caption]`
//!   it labels its whole paragraph, and in `[caption]` it may stand at the paragraph's end.
//! - `... contributed to this report .`: a sentence that ends so, in `[credit]`, `[caption]` and `[call]`.
//!
//! `{a|b}` stands for each of the phrases `a` and `b`, `{a|}` for `a` or nothing, `0` for any number.
//!
//! To add a phrase, write it into its language's file. It should be one that no sentence of news begins with.

use crate::collections::packed::{NOTE_BITS, NOTE_PART_BITS, Words};
use crate::note::kind::NoteKind;
use crate::note::words::{Word, phrase_hash, phrase_hashes};
use std::sync::OnceLock;

/// Phrases that make a note alone.
const ALONE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/notes.gcs"));
/// Phrases that do so with others or with marks.
const PARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/note_parts.gcs"));

/// No phrase has more words, in scripts with spaces and in those whose characters are words. `build.rs` sees to it.
pub(super) const LONGEST_SPACED: usize = 8;
pub(super) const LONGEST_UNSPACED: usize = 20;
/// The same for continuations, which are looked for in many places.
const LONGEST_SPACED_PART: usize = 5;
const LONGEST_UNSPACED_PART: usize = 16;

/// What a phrase is, a bit for each list that it is on; in the order of `note_lists` in `build.rs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PhraseLists(u64);

impl PhraseLists {
    /// How many kinds of notes have phrases.
    pub(super) const KINDS: usize = 8;
    const OF_KINDS: u64 = (1 << Self::KINDS) - 1;
    const LINE_LABEL: u64 = 1 << (3 * Self::KINDS);
    const PARAGRAPH_LABEL: u64 = Self::LINE_LABEL << 1;
    const PICTURE_LABEL: u64 = Self::LINE_LABEL << 2;
    const CREDIT_END: u64 = Self::LINE_LABEL << 3;
    const CAPTION_END: u64 = Self::LINE_LABEL << 4;
    const CALL_END: u64 = Self::LINE_LABEL << 5;
    const LAST_WORD: u64 = Self::LINE_LABEL << 6;

    /// The kinds that begin with it, a bit for each.
    pub(super) const fn openings(self) -> u64 {
        self.0 & Self::OF_KINDS
    }

    /// The kinds that begin with it if they go on with one of the continuations.
    pub(super) const fn beginnings(self) -> u64 {
        self.0 >> Self::KINDS & Self::OF_KINDS
    }

    /// The kinds that go on with it.
    pub(super) const fn continuations(self) -> u64 {
        self.0 >> (2 * Self::KINDS) & Self::OF_KINDS
    }

    /// What it labels, if it is a label.
    pub(super) const fn label(self) -> Option<NoteKind> {
        if self.0 & (Self::PARAGRAPH_LABEL | Self::PICTURE_LABEL) != 0 {
            Some(NoteKind::LabelledParagraph)
        } else if self.0 & Self::LINE_LABEL != 0 {
            Some(NoteKind::LabelledLine)
        } else {
            None
        }
    }

    pub(super) const fn is_picture_label(self) -> bool {
        self.0 & Self::PICTURE_LABEL != 0
    }

    /// What a sentence is that ends with it, wherever it begins.
    pub(super) const fn ending(self) -> Option<NoteKind> {
        if self.0 & Self::CREDIT_END != 0 {
            Some(NoteKind::Credit)
        } else if self.0 & Self::CALL_END != 0 {
            Some(NoteKind::Call)
        } else {
            None
        }
    }

    /// Whether it is the last word of a phrase at an end.
    pub(super) const fn is_last_word(self) -> bool {
        self.0 & Self::LAST_WORD != 0
    }

    pub(super) const fn ends_caption(self) -> bool {
        self.0 & Self::CAPTION_END != 0
    }
}

fn lists(hash: u64) -> PhraseLists {
    static KNOWN: OnceLock<[Words; 2]> = OnceLock::new();
    let [alone, parts] =
        KNOWN.get_or_init(|| [Words::of(ALONE, NOTE_BITS, 0).0, Words::of(PARTS, NOTE_PART_BITS, 0).0]);
    PhraseLists(alone.get(hash) | parts.get(hash))
}

/// The most words that a phrase has that begins with this one.
pub(super) const fn longest_from(first: &Word) -> usize {
    if first.alone { LONGEST_UNSPACED } else { LONGEST_SPACED }
}

/// As many of these words as a phrase may have.
fn at_most(words: &[Word], spaced: usize, unspaced: usize) -> &[Word] {
    let most = if words.first().is_some_and(|word| word.alone) { unspaced } else { spaced };
    words.get(..most).unwrap_or(words)
}

/// The lists of the phrase that is made of these words and no others.
pub(super) fn lists_of(words: &[Word]) -> PhraseLists {
    let too_long = at_most(words, LONGEST_SPACED, LONGEST_UNSPACED).len() < words.len();
    if too_long { PhraseLists::default() } else { lists(phrase_hash(words)) }
}

/// The lists of each phrase that begins with the first of these words, the shortest first, each with its last word.
pub(super) fn phrases_at(words: &[Word]) -> impl Iterator<Item = (PhraseLists, usize)> {
    let words = at_most(words, LONGEST_SPACED, LONGEST_UNSPACED);
    phrase_hashes(words).enumerate().map(|(last, hash)| (lists(hash), last)).filter(|(lists, _)| lists.0 != 0)
}

/// The same for phrases no longer than continuations are.
pub(super) fn short_phrases_at(words: &[Word]) -> impl Iterator<Item = (PhraseLists, usize)> {
    phrases_at(at_most(words, LONGEST_SPACED_PART, LONGEST_UNSPACED_PART))
}

/// The kinds that have a continuation anywhere among these words, a bit for each.
pub(super) fn continuations(words: &[Word]) -> u64 {
    let at = |at: usize| phrase_hashes(at_most(&words[at..], LONGEST_SPACED_PART, LONGEST_UNSPACED_PART));
    (0..words.len()).flat_map(at).fold(0, |kinds, hash| kinds | lists(hash).continuations())
}
