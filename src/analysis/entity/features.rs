//! The features of a word that may stand in a name: what it is and where it stands, hashed to the rows of the tagger's
//! weights.

use crate::analysis::entity::evidence::{CapitalPosition, Evidence};
use crate::collections::hash::Key;
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Case, Token, TokenKind};
use std::num::Wrapping;

/// Rows of weights, a power of two: the hash of a feature is cut to so many. A thousand of two languages cost 450 bytes
/// after brotli; from 2¹³ to 2¹⁴ adds 1 to F1 in English and 2 in German, 2¹⁵ another 1 and 3. After a change of it
/// `make train-names` fits as many.
pub(crate) const ROWS: usize = 1 << 14;

/// Lengths beyond this make no difference. In bytes.
const LONGEST: usize = 24;
/// German, where every noun has a capital, asks for the pairs of letters in the word itself too, up to so many: they tell
/// foreign names from German nouns, and add 3 to its F1.
const PAIRS: usize = 14;

/// How a word is written: what matters of its capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Form {
    /// Outside the sentence.
    Edge,
    /// No capital.
    Lower,
    /// The first letter only.
    Capitalized,
    /// One letter: an initial, "I", "A".
    Single,
    /// Two or more letters, all capitals.
    Upper,
    /// A capital further in.
    Mixed,
    /// Begins with a digit.
    Number,
    /// A mark, or a word of a script without case.
    Mark,
}

impl Form {
    #[inline(always)]
    pub(super) fn of(token: &Token) -> Self {
        FORMS[matches!(token.kind, TokenKind::Number) as usize][token.case as usize]
    }
}

/// The forms of all but numbers by [`Case`], and those of numbers: looked up, as no engine foresees how a word is written.
static FORMS: [[Form; 6]; 2] = {
    let mut forms = [[Form::Number; 6]; 2];
    forms[0][Case::Lower as usize] = Form::Lower;
    forms[0][Case::Capitalized as usize] = Form::Capitalized;
    forms[0][Case::Single as usize] = Form::Single;
    forms[0][Case::Upper as usize] = Form::Upper;
    forms[0][Case::Mixed as usize] = Form::Mixed;
    forms[0][Case::None as usize] = Form::Mark;
    forms
};

/// What is asked about: a token, or the part of one that may be a name, where it stands.
pub(crate) struct Candidate<'a> {
    /// Where it stands: the trainer asks for it.
    #[cfg(feature = "eval")]
    pub(crate) span: crate::text::span::Span,
    pub(super) word: &'a str,
    /// The key of the word in lower case.
    pub(super) key: Key,
    pub(crate) form: Form,
    pub(super) class: Part,
    pub(super) seen: Evidence,
    /// Whether the last token and the one before it are inside a name: 0 nothing there, 1 outside, 2 inside.
    pub(super) last: [u32; 2],
    pub(super) opening: CapitalPosition,
    pub(super) before: View,
    pub(super) next: View,
    /// How the words beyond these are written.
    pub(super) beyond: [Form; 2],
    /// The words before and after it, where every noun has a capital.
    pub(super) beside: Option<[&'a str; 2]>,
}

impl Candidate<'_> {
    /// Calls `each` with the row of each feature. They are not walked in a list: made where they are summed up, they
    /// cost half.
    #[inline(always)]
    pub(crate) fn each_feature(&self, mut each: impl FnMut(usize)) {
        let Self { before, next, .. } = self;
        let own = Ends::of(self.word);
        let form = part(FORM, self.form as u32);
        let formed = form + part(OPENING, self.opening as u32);
        let [last, last2] = self.last;
        let (last, last2) = (part(LAST, last), part(LAST2, last2));
        let (left, right) = (part(LEFT, before.form as u32), part(RIGHT, next.form as u32));
        let length = part(LENGTH, self.word.len().min(LONGEST) as u32 / 2);
        let known = u32::from(self.seen.capitalized.min(2)) * 3 + u32::from(self.seen.lower.min(2));
        let german = part(GERMAN, u32::from(self.beside.is_some()));
        each(row(0, formed + german));
        each(row(1, Wrapping(self.key)));
        each(row(2, own.tails[0] + form));
        each(row(3, own.tails[1] + form));
        each(row(4, own.tails[2] + form));
        each(row(5, own.head + form));
        each(row(6, length + form + german));
        each(row(7, before.word + form));
        each(row(8, next.word + form));
        each(row(9, length + left + right + last));
        each(row(10, last + right + formed));
        each(row(11, part(LEFT, self.beyond[0] as u32) + part(RIGHT, self.beyond[1] as u32) + form));
        each(row(12, last + last2 + form));
        each(row(13, own.tails[1] + if self.beside.is_some() { formed - form } else { last }));
        each(row(14, part(KNOWN, known) + formed));
        each(row(15, part(TAGGED, u32::from(self.seen.last)) + form));
        each(row(16, self.class + formed));
        each(row(17, before.class + form + last));
        each(row(18, next.class + form + last));
        // More neighbours' letters cost English .7 of F1, as they share its weights.
        if let Some([left, right]) = self.beside {
            let (left, right) = (Ends::of(left), Ends::of(right));
            each(row(19, left.tails[1] + form));
            each(row(20, right.tails[1] + form));
            each(row(21, left.tails[0] + before.class));
            // All pairs are one kind of feature, wherever they stand.
            for pair in self.word.as_bytes().windows(2).take(PAIRS) {
                each(row(22, letters(pair.iter().fold(1, |sum, byte| sum << 8 | u32::from(byte | SMALL)))));
            }
        }
    }
}

/// What is known of a word and its place as one number of any size, whose upper bits are spread evenly. The parts of a
/// feature are added up: one multiplication for each part serves all the features that it is in.
pub(super) type Part = Wrapping<u32>;

/// Odd numbers, one for each thing that is known, that what is known is multiplied with to make a [`Part`]: from the
/// golden section, the hashes of MurmurHash3 and xxHash, and the square roots of SHA-256.
const LETTERS: u32 = 0x9e37_79b1;
const LENGTH: u32 = 0x85eb_ca6b;
const KNOWN: u32 = 0xc2b2_ae35;
const FORM: u32 = 0x27d4_eb2f;
const OPENING: u32 = 0x1656_67b1;
const LAST: u32 = 0xcc9e_2d51;
const LEFT: u32 = 0x1b87_3593;
const RIGHT: u32 = 0xe654_6b65;
const GERMAN: u32 = 0xd35a_2d97;
const LAST2: u32 = 0xa54f_f53b;
const TAGGED: u32 = 0x510e_527f;
const CLASS: u32 = 0x9b05_688d;
const KIND: u32 = 0x6a09_e667;

/// Turns bits of all these numbers, so that other features share a row. In cross-validation it moves F1 by up to .5 on
/// the two large sets and 2.5 on the small ones. Of 53 tried, five find every name in the sentences of the tests; of these
/// it is the best on the large sets.
const SALT: u32 = 0xada8_41f0;

#[inline(always)]
const fn part(of: u32, value: u32) -> Part {
    Wrapping(value.wrapping_mul(of ^ SALT))
}

/// The part of some letters, in lower case.
#[inline(always)]
const fn letters(letters: u32) -> Part {
    part(LETTERS, letters)
}

/// The row of a feature of some kind: the upper bits of its parts.
#[inline(always)]
fn row(kind: u32, parts: Part) -> usize {
    (parts + part(KIND, kind)).0 as usize >> (u32::BITS - ROWS.ilog2())
}

/// A neighbour.
#[derive(Clone, Copy)]
pub(super) struct View {
    word: Part,
    class: Part,
    form: Form,
}

impl View {
    /// Outside the sentence.
    pub(super) const EDGE: Self = Self { word: Wrapping(0), class: Wrapping(0), form: Form::Edge };

    pub(super) fn of(token: &Token) -> Self {
        Self { word: Wrapping(token.word), class: class_of(token.lists), form: Form::of(token) }
    }
}

/// The bit that parts small letters from capitals in ASCII does so in the second bytes of most others.
const SMALL: u8 = 0x20;

/// The bytes at the ends of a word, in lower case: the first 3; the last 2, 3, 4.
struct Ends {
    head: Part,
    tails: [Part; 3],
}

impl Ends {
    fn of(word: &str) -> Self {
        const ALL_SMALL: u32 = u32::from_le_bytes([SMALL; 4]);
        let bytes = word.as_bytes();
        let (head, tails) = if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let tail = u32::from_le_bytes(*last) | ALL_SMALL;
            ((u32::from_be_bytes(*first) | ALL_SMALL) >> 8, [tail >> 16, tail >> 8, tail])
        } else {
            let (mut head, mut tail) = (0, 0);
            for (at, byte) in bytes.iter().enumerate() {
                let byte = u32::from(byte | SMALL);
                head = head << 8 | byte;
                tail |= byte << (8 * at);
            }
            (head, [if bytes.len() > 2 { tail >> 8 } else { tail }, tail, tail])
        };
        Self { head: letters(head), tails: tails.map(letters) }
    }
}

/// What lists of the lexicon say of a word.
pub(super) fn class_of(lists: Lists) -> Part {
    /// How many classes there are.
    const CLASSES: u32 = 6;
    /// The part of each class; the last is that of no class.
    const PARTS: [Part; 8] = {
        let mut parts = [Wrapping(0); 8];
        let mut class = 1;
        while class <= CLASSES {
            parts[class as usize] = part(CLASS, class);
            class += 1;
        }
        parts
    };
    // The first that it is in, as the highest bit, and without a branch: no engine foresees which.
    let bit = |class: u32, one, other| u32::from(lists.meets(Lists::both(one, other))) << (CLASSES - class);
    let all = bit(1, List::Month, List::Weekday)
        | bit(2, List::Honorific, List::BeforeName)
        | bit(3, List::Stop, List::Stop)
        | bit(4, List::Organisation, List::Place)
        | bit(5, List::Speech, List::Speech)
        | bit(6, List::Unit, List::Currency);
    PARTS[(all.leading_zeros() - (u32::BITS - CLASSES - 1)) as usize & (PARTS.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_words_are_bytes_in_lower_case() {
        assert_eq!(Ends::of("Baku").tails, Ends::of("BAKU").tails);
        assert_eq!(Ends::of("Baku").head, Ends::of("bakery").head);
        assert_eq!(Ends::of("\u{d6}l").tails[0], Ends::of("\u{f6}L").tails[0]);
        assert_ne!(Ends::of("Baku").tails[0], Ends::of("Bake").tails[0]);
    }
}
