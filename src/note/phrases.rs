//! The phrases that notes are known by, packed by `build.rs` from `phrases/*.txt`, all languages together.
//!
//! # The files
//! A section is a line `[kind]`, by the names of [`NoteKind`](super::NoteKind), and holds a phrase a line:
//! - `signed by`: a sentence that begins so is a note.
//! - `this story ... updated`: one that begins with the first and has the second further on. Either part may stand alone
//!   (`this story ...`, `... updated`): within a kind and all languages, any beginning goes with any continuation.
//! - `correction:` is a note where a colon, a dash or a closing bracket is behind it. In `[caption]` it may also stand
//!   at a paragraph's end, and credits a picture there.
//! - `... contributed to this report .`: a sentence that ends so, in `[credit]` and `[caption]`.
//! - `! reporting by the`: no note, though a shorter phrase would say so.
//!
//! `{a|b}` stands for each of the phrases `a` and `b`, `{a|}` for `a` or nothing, `0` for any number. In `[caption]`, what
//! stands before names at the end (`photo by ...`) and the names of agencies there (`... reuters`) are such parts.
//!
//! To add a phrase, write it into its language's file. It should be one that no sentence of news begins with.

use crate::note::words::{Word, phrase_hash, phrase_hashes};
use crate::packed::{NOTE_BITS, Words};
use std::sync::OnceLock;

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/notes.gcs"));

/// The longest phrase, in words. `build.rs` sees to it that none is longer.
pub(super) const LONGEST_PHRASE: usize = 20;

/// What a phrase is, a bit for each list that it is on; in the order of `note_lists` in `build.rs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PhraseLists(u64);

impl PhraseLists {
    /// How many kinds of notes have phrases.
    pub(super) const KINDS: usize = 9;
    const LABEL: u64 = 1 << (3 * Self::KINDS);
    const PICTURE_LABEL: u64 = Self::LABEL << 1;
    const CREDIT_END: u64 = Self::LABEL << 2;
    const CAPTION_END: u64 = Self::LABEL << 3;
    const VETO: u64 = Self::LABEL << 4;

    /// The kinds that begin with it, a bit for each.
    pub(super) const fn openings(self) -> u64 {
        self.0 & ((1 << Self::KINDS) - 1)
    }

    /// The kinds that begin with it if they go on with one of the continuations.
    pub(super) const fn beginnings(self) -> u64 {
        self.0 >> Self::KINDS & ((1 << Self::KINDS) - 1)
    }

    /// The kinds that go on with it.
    pub(super) const fn continuations(self) -> u64 {
        self.0 >> (2 * Self::KINDS) & ((1 << Self::KINDS) - 1)
    }

    pub(super) const fn is_label(self) -> bool {
        self.0 & (Self::LABEL | Self::PICTURE_LABEL) != 0
    }

    pub(super) const fn is_picture_label(self) -> bool {
        self.0 & Self::PICTURE_LABEL != 0
    }

    pub(super) const fn ends_credit(self) -> bool {
        self.0 & Self::CREDIT_END != 0
    }

    pub(super) const fn ends_caption(self) -> bool {
        self.0 & Self::CAPTION_END != 0
    }

    pub(super) const fn is_veto(self) -> bool {
        self.0 & Self::VETO != 0
    }
}

fn lists(hash: u64) -> PhraseLists {
    static KNOWN: OnceLock<Words> = OnceLock::new();
    PhraseLists(KNOWN.get_or_init(|| Words::of(PACKED, NOTE_BITS).0).get(hash))
}

/// The lists of the phrase that is made of these words and no others.
pub(super) fn lists_of(words: &[Word]) -> PhraseLists {
    if words.len() > LONGEST_PHRASE { PhraseLists::default() } else { lists(phrase_hash(words)) }
}

/// The lists of each phrase that begins with the first of these words, the shortest first, each with its last word.
pub(super) fn phrases_at(words: &[Word]) -> impl Iterator<Item = (PhraseLists, usize)> {
    let longest = words.get(..LONGEST_PHRASE).unwrap_or(words);
    phrase_hashes(longest).enumerate().map(|(last, hash)| (lists(hash), last)).filter(|(lists, _)| lists.0 != 0)
}
