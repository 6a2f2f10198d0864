//! The features of a word that may stand in a name: hashes of what it is and where it stands, by which the weights of the
//! tagger are found.

use crate::entity::tagger::{Evidence, State};
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::span::Span;

/// Lengths beyond this make no difference. In bytes.
const LONGEST: usize = 24;
/// German, where every noun has a capital, asks for the pairs of letters in the word itself too, up to so many: they tell
/// foreign names from German nouns, and add 3 to its F1.
const PAIRS: usize = 14;
/// Parts the hashes of the features from one another.
const SPREAD: u32 = 0x27d4_eb2f;

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
    /// The form of a word by its case, in the order of [`Case`].
    const OF_CASE: [Self; 5] = [Self::Lower, Self::Capitalized, Self::Upper, Self::Mixed, Self::Mark];

    pub(super) fn of(token: &Token, text: &str) -> Self {
        match token.kind {
            TokenKind::Word if is_single(token, text) => Self::Single,
            TokenKind::Word => Self::OF_CASE[token.case as usize],
            TokenKind::Number => Self::Number,
            TokenKind::Ideograph | TokenKind::Mark => Self::Mark,
        }
    }
}

/// Whether a word is one letter, a capital.
fn is_single(token: &Token, text: &str) -> bool {
    token.case == Case::Capitalized
        && token.span.len() <= char::MAX.len_utf8()
        && token.span.of(text).chars().nth(1).is_none()
}

/// What is asked about: a token, or the part of one that may be a name, where it stands.
pub(crate) struct Asked<'a> {
    pub(crate) span: Span,
    pub(super) word: &'a str,
    /// The hash of the word in lower case.
    pub(super) key: u32,
    pub(crate) form: Form,
    pub(super) class: u32,
    pub(super) seen: Evidence,
    pub(super) state: State,
    pub(super) before: View,
    pub(super) before2: View,
    pub(super) next: View,
    pub(super) next2: View,
    /// The words before and behind it, where every noun has a capital.
    pub(super) beside: Option<[&'a str; 2]>,
}

impl Asked<'_> {
    /// Calls `each` with the hash of each feature. They are not walked in a list: made where they are summed up, they
    /// cost half.
    #[inline(always)]
    pub(crate) fn each_feature(&self, mut each: impl FnMut(u32)) {
        let Self { before, before2, next, next2, .. } = self;
        let own = Ends::of(self.word);
        let length = self.word.len().min(LONGEST) as u32 / 2;
        let known = u32::from(self.seen.capitalized.min(2)) * 3 + u32::from(self.seen.lower.min(2));
        let (here, form, class, opening) = (self.key, self.form as u32, self.class, self.state.opening as u32);
        let formed = form * 4 + opening;
        let [last, last2] = self.state.last;
        let german = u32::from(self.beside.is_some());
        each(spread(0, formed * 2 + german));
        each(spread(1, here));
        each(spread(2, mix(own.tails[0], form)));
        each(spread(3, mix(own.tails[1], form)));
        each(spread(4, mix(own.tails[2], form)));
        each(spread(5, mix(own.head, form)));
        each(spread(6, (length * 16 + form) * 2 + german));
        each(spread(7, mix(before.word, form)));
        each(spread(8, mix(next.word, form)));
        each(spread(9, (before.form as u32 * 16 + next.form as u32) * 64 + formed));
        each(spread(10, mix(next2.word, form)));
        each(spread(11, (before2.form as u32 * 16 + next2.form as u32) * 16 + form));
        each(spread(12, (last * 16 + next.form as u32) * 64 + formed));
        each(spread(13, if self.beside.is_some() { own.tails[2] } else { mix(here, last) }));
        each(spread(14, mix(before.word, last)));
        each(spread(15, (last * 4 + last2) * 16 + form));
        each(spread(16, mix(own.tails[1], if self.beside.is_some() { opening } else { last })));
        each(spread(17, known * 64 + formed));
        each(spread(18, u32::from(self.seen.last) * 16 + form));
        each(spread(19, class * 64 + formed));
        each(spread(20, (before.class * 16 + form) * 4 + last));
        each(spread(21, (next.class * 16 + form) * 4 + last));
        each(spread(22, ((length * 16 + before.form as u32) * 16 + next.form as u32) * 4 + last));
        // More neighbours' letters cost English .7 of F1, as they share its weights.
        if let Some([left, right]) = self.beside {
            let (left, right) = (Ends::of(left), Ends::of(right));
            each(spread(23, mix(left.tails[1], form)));
            each(spread(24, mix(right.tails[1], form)));
            each(spread(25, mix(left.tails[0], before.class)));
            // All pairs are one kind of feature, wherever they stand.
            for pair in self.word.as_bytes().windows(2).take(PAIRS) {
                let letters = pair.iter().fold(1, |sum, byte| sum << 8 | u32::from(byte | SMALL));
                each(spread(26, letters));
            }
        }
    }
}

/// A neighbour.
#[derive(Clone, Copy)]
pub(super) struct View {
    word: u32,
    class: u32,
    form: Form,
}

impl View {
    /// Outside the sentence.
    pub(super) const EDGE: Self = Self { word: 0, class: 0, form: Form::Edge };

    pub(super) fn of(token: &Token, text: &str) -> Self {
        let form = Form::of(token, text);
        let word = match form {
            Form::Mark if token.span.len() == 1 => u32::from(text.as_bytes()[token.span.start] | SMALL),
            Form::Mark => Ends::of(token.span.of(text)).tails[2],
            _ => token.word as u32,
        };
        Self { word, class: class_of(token.lists), form }
    }
}

/// The bit that parts small letters from capitals in ASCII does so in the second bytes of most others.
const SMALL: u8 = 0x20;

/// The bytes at the ends of a word, in lower case: the first 3; the last 2, 3, 4.
#[derive(Clone, Copy, Default)]
struct Ends {
    head: u32,
    tails: [u32; 3],
}

impl Ends {
    fn of(word: &str) -> Self {
        const ALL_SMALL: u32 = u32::from_le_bytes([SMALL; 4]);
        let bytes = word.as_bytes();
        if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let tail = u32::from_le_bytes(*last) | ALL_SMALL;
            return Self { head: (u32::from_be_bytes(*first) | ALL_SMALL) >> 8, tails: [tail >> 16, tail >> 8, tail] };
        }
        let (mut head, mut tail) = (0, 0);
        for (at, byte) in bytes.iter().enumerate() {
            let byte = u32::from(byte | SMALL);
            head = head << 8 | byte;
            tail |= byte << (8 * at);
        }
        let two = if bytes.len() > 2 { tail >> 8 } else { tail };
        Self { head, tails: [two, tail, tail] }
    }
}

/// The hash of a feature of some kind.
#[inline(always)]
const fn spread(kind: u32, value: u32) -> u32 {
    mix(value, kind + 1).wrapping_mul(SPREAD) >> 8
}

#[inline(always)]
const fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    mixed ^ (mixed >> 15)
}

/// What lists of the lexicon say of a word, as one small number.
pub(super) fn class_of(lists: Lists) -> u32 {
    const CLASSES: [Lists; 6] = [
        Lists::both(List::Month, List::Weekday),
        Lists::both(List::Honorific, List::BeforeName),
        Lists::both(List::Stop, List::Stop),
        Lists::both(List::Organisation, List::Place),
        Lists::both(List::Speech, List::Speech),
        Lists::both(List::Unit, List::Currency),
    ];
    if lists == Lists::default() {
        return 0;
    }
    CLASSES.iter().position(|class| lists.meets(*class)).map_or(0, |at| at as u32 + 1)
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
