//! The weights of the name tagger, fitted by `make train-names`, and how they decide.

use crate::analysis::entity::features::{Candidate, ROWS};
use crate::language::Language;
use crate::language::pack::{self, Part};
use std::sync::OnceLock;

/// The weights of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TaggerModel {
    weights: &'static [i8; ROWS],
    bar: i32,
}

/// A word is inside a name when the weights of its features sum to more than this: small weights are rounded to 0,
/// which leaves out names more than it adds. F1 in cross-validation is highest here (1 up or down costs up to 1.5).
pub(crate) const ENGLISH_BAR: i32 = -2;
/// The same for German.
pub(crate) const GERMAN_BAR: i32 = -1;

/// The weights of a file, from -8 to 7, counted from its end, as a header stands before the first; 0 where a file has
/// fewer, so that the trainer can be built to fit more.
const fn weights(file: &[u8]) -> [i8; ROWS] {
    let mut rows = [0; ROWS];
    let mut at = 0;
    while at < ROWS {
        if let Some(from) = (file.len() + at).checked_sub(ROWS) {
            rows[at] = file[from].cast_signed();
        }
        at += 1;
    }
    rows
}

static ENGLISH: [i8; ROWS] = weights(include_bytes!("names_en.bin"));

/// The weights of a language's pack, where `build.rs` wrote each as a letter: `a` is -8, `p` 7.
fn unpacked(letters: &str) -> Box<[i8; ROWS]> {
    let mut rows = Box::new([0; ROWS]);
    let weights = letters.trim_end().bytes().map(|letter| letter.wrapping_sub(b'a' + 8).cast_signed());
    rows.iter_mut().zip(weights).for_each(|(row, weight)| *row = weight);
    rows
}

impl TaggerModel {
    /// The model of a language for which one beats the rules; of German where its pack is there.
    pub(crate) fn of(language: Language) -> Option<Self> {
        static GERMAN: OnceLock<Box<[i8; ROWS]>> = OnceLock::new();
        match language {
            Language::English => Some(Self { weights: &ENGLISH, bar: ENGLISH_BAR }),
            Language::German => {
                let weights = match GERMAN.get() {
                    Some(loaded) => loaded,
                    None => {
                        let letters = pack::part(language, Part::Names)?;
                        GERMAN.get_or_init(|| unpacked(letters))
                    }
                };
                Some(Self { weights, bar: GERMAN_BAR })
            }
            _ => None,
        }
    }

    /// Whether what is asked about is inside a name.
    pub(crate) fn is_name(self, candidate: &Candidate<'_>) -> bool {
        decide(|row| i32::from(self.weights[row]), self.bar, candidate)
    }
}

/// The same for any weights.
#[inline(always)]
pub(crate) fn decide(weight: impl Fn(usize) -> i32, bar: i32, candidate: &Candidate<'_>) -> bool {
    let mut sum = 0;
    candidate.each_feature(|row| sum += weight(row));
    sum > bar
}
