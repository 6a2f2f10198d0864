//! The weights of the name tagger, fitted by `make train-names`, and how they decide.

use crate::analysis::entity::features::{Asked, ROWS};

/// The weights of one language.
#[derive(Clone, Copy)]
pub(crate) struct Model {
    /// What a weight of 1 counts in a row: 1 in its low half, 16 in its high one.
    unit: i32,
    bar: i32,
}

/// What is added to a weight so that none is below 0.
const ZERO: u8 = 8;

/// A word is inside a name when the weights of its features sum to more than this: small weights are rounded to 0,
/// which leaves out names more than it adds. F1 in cross-validation is highest here (1 up or down costs up to 1.5).
pub(crate) const ENGLISH_BAR: i32 = -2;
/// The same for German.
pub(crate) const GERMAN_BAR: i32 = -1;

/// The weights of two languages, from -8 to 7, behind the headers of their files: the first in the low half of each byte,
/// the second in the high half, each with [`ZERO`] added. Many features weigh alike in both, so that side by side they pack smaller.
const fn paired(low: &[u8], high: &[u8]) -> [u8; ROWS] {
    let mut rows = [0; ROWS];
    let mut at = 0;
    while at < ROWS {
        rows[at] = weight(low, at).wrapping_add(ZERO) | weight(high, at).wrapping_add(ZERO) << 4;
        at += 1;
    }
    rows
}

/// A weight of a file, counted from its end, as a header stands before the first; 0 where a file has fewer, so that the
/// trainer can be built to fit more.
const fn weight(file: &[u8], row: usize) -> u8 {
    match (file.len() + row).checked_sub(ROWS) {
        Some(at) => file[at],
        None => 0,
    }
}

static ENGLISH_AND_GERMAN: [u8; ROWS] = paired(include_bytes!("names_en.bin"), include_bytes!("names_de.bin"));

impl Model {
    /// The model of a language for which one beats the rules.
    pub(crate) fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(Self { unit: 1, bar: ENGLISH_BAR }),
            "de" => Some(Self { unit: 16, bar: GERMAN_BAR }),
            _ => None,
        }
    }

    /// Whether what is asked about is inside a name.
    pub(crate) fn is_name(self, asked: &Asked<'_>) -> bool {
        let half = 15 * self.unit;
        decide(
            |row| i32::from(ENGLISH_AND_GERMAN[row]) & half,
            i32::from(ZERO) * self.unit,
            self.bar * self.unit,
            asked,
        )
    }
}

/// The same for any weights; `zero` is what stands for 0 among them.
#[inline(always)]
pub(crate) fn decide(weight: impl Fn(usize) -> i32, zero: i32, bar: i32, asked: &Asked<'_>) -> bool {
    let (mut sum, mut features) = (0, 0);
    asked.each_feature(|row| {
        sum += weight(row);
        features += 1;
    });
    sum - features * zero > bar
}
