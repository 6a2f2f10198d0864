//! The weights that tell the kinds of entities, fitted by `make train-kinds`, and how they decide.

use crate::analysis::entity::EntityKind;
use crate::language::Language;

/// Rows of weights of words and pieces of words, a power of two: the hash of a feature is cut to so many. 2¹³ cost 7.3 KB
/// after brotli; 2¹⁴ would add a point of what is right in cross-validation, 2¹² take three. After a change of it
/// `make train-kinds` fits as many.
pub(crate) const WORD_ROWS: usize = 1 << 13;
/// The same of signs such as the lists that a word is on: they have rows of their own, so that no word that shares one is
/// taken for a sign.
pub(crate) const SIGN_ROWS: usize = 1 << 11;
/// All rows, those of signs after those of words.
pub(crate) const ROWS: usize = WORD_ROWS + SIGN_ROWS;
/// The kinds that have a weight in each row; what is none of them is [`EntityKind::Other`], whose score is 0.
pub(crate) const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation];

/// The weights of each row, after the header of their file.
static WEIGHTS: [[i8; KINDS.len()]; ROWS] = rows(include_bytes!("kinds.bin"));

/// The rows of a file, counted from its end, as a header stands before the first; 0 where a file has fewer, so that the
/// trainer can be built to fit more.
const fn rows(file: &[u8]) -> [[i8; KINDS.len()]; ROWS] {
    let mut rows = [[0; KINDS.len()]; ROWS];
    let mut at = 0;
    while at < ROWS * KINDS.len() {
        if let Some(from) = (file.len() + at).checked_sub(ROWS * KINDS.len()) {
            rows[at / KINDS.len()][at % KINDS.len()] = file[from].cast_signed();
        }
        at += 1;
    }
    rows
}

/// What the features of one mention count where there are so many: each less, all together more. In [`WHOLE`]ths, 1 over the
/// square root.
const SHARES: [i32; 16] = [16, 16, 11, 9, 8, 7, 7, 6, 6, 5, 5, 5, 5, 4, 4, 4];
/// What a feature of the name counts.
pub(crate) const WHOLE: i32 = 16;

/// An entity has a kind if its score is so much higher than that of any other …
const MARGIN: i32 = 10;
/// … and at least this, as what is none of the three has 0.
const BAR: i32 = 10;

/// The share of a mention's features, in [`WHOLE`]ths.
pub(crate) fn share(mentions: usize) -> i32 {
    SHARES[mentions.min(SHARES.len() - 1)]
}

/// Languages of which there was typed text to fit the weights to.
const FITTED: [Language; 6] = [
    Language::English,
    Language::German,
    Language::Swedish,
    Language::Portuguese,
    Language::Russian,
    Language::Chinese,
];
/// In all others signs count so much, as they know less of words: on French names, which nothing is fitted to, 76 % are
/// right instead of 73.
const SIGN_ELSEWHERE: i32 = 3;

/// How often a feature of a text in a language counts.
pub(crate) fn counts(row: usize, language: Language) -> i32 {
    if row >= WORD_ROWS && !FITTED.contains(&language) { SIGN_ELSEWHERE } else { 1 }
}

/// Sums of weights, one for each of [`KINDS`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct KindScores([i32; KINDS.len()]);

impl KindScores {
    /// Adds the weights of a feature of a text in a language.
    #[inline(always)]
    pub(super) fn add(&mut self, row: usize, language: Language) {
        let counts = counts(row, language);
        self.0.iter_mut().zip(WEIGHTS[row]).for_each(|(score, weight)| *score += counts * i32::from(weight));
    }

    /// What so many mentions say together.
    pub(super) fn shared(self, mentions: usize) -> Self {
        Self(self.0.map(|score| score * share(mentions)))
    }

    /// Adds what the name says.
    pub(super) fn add_whole(&mut self, name: Self) {
        self.0.iter_mut().zip(name.0).for_each(|(score, name)| *score += name * WHOLE);
    }

    /// The kind with the highest score.
    pub(super) fn kind(self) -> EntityKind {
        decide(self.0, MARGIN, BAR)
    }
}

/// The kind whose score is higher than that of any other by `margin` or more, and at least `bar`.
pub(crate) fn decide(scores: [i32; KINDS.len()], margin: i32, bar: i32) -> EntityKind {
    let best = (0..KINDS.len()).fold(0, |best, at| if scores[at] > scores[best] { at } else { best });
    let is_clear = |at: usize| at == best || scores[best] >= scores[at] + margin;
    let is_sure = scores[best] >= bar && (0..KINDS.len()).all(is_clear);
    if is_sure { KINDS[best] } else { EntityKind::Other }
}
