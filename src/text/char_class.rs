//! What characters beyond ASCII are to a tokenizer.

use crate::text::case::{folded, is_capital, is_small};
use crate::text::punctuation::{is_digit, is_invisible, is_letter};
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// The classes of the characters met so far; 0 for the others.
static KEPT: [AtomicU8; 0x1_0000] = [const { AtomicU8::new(0) }; 0x1_0000];

/// All that is asked of a character when text is cut into words: a bit for each.
#[derive(Clone, Copy)]
pub(crate) struct CharClass(u8);

impl CharClass {
    pub(crate) const DIGIT: u8 = 1;
    pub(crate) const LETTER: u8 = 1 << 1;
    /// Hashed as another character, by [`folded`].
    pub(crate) const FOLDED: u8 = 1 << 2;
    pub(crate) const CAPITAL: u8 = 1 << 3;
    /// A small letter of a script that has capitals.
    pub(crate) const SMALL: u8 = 1 << 4;
    /// By [`is_unspaced`].
    pub(crate) const UNSPACED: u8 = 1 << 5;
    /// By [`is_combining`] or [`is_invisible`]: it parts no word.
    pub(crate) const COMBINING: u8 = 1 << 6;
    /// So that no class is 0.
    const KNOWN: u8 = 1 << 7;

    /// The class of a character. A text has few different ones: what is found out of one is kept.
    #[inline(never)]
    pub(crate) fn of(c: char) -> Self {
        match KEPT.get(c as usize).map_or(0, |kept| kept.load(Relaxed)) {
            0 => Self::find_out(c),
            known => Self(known),
        }
    }

    #[inline(never)]
    fn find_out(c: char) -> Self {
        let has = |bit: u8, is: bool| if is { bit } else { 0 };
        let found = Self::KNOWN
            | has(Self::DIGIT, is_digit(c))
            | has(Self::LETTER, is_letter(c))
            | has(Self::FOLDED, folded(c) != c)
            | has(Self::CAPITAL, is_capital(c))
            | has(Self::SMALL, is_small(c))
            | has(Self::UNSPACED, is_unspaced(c))
            | has(Self::COMBINING, is_combining(c) || is_invisible(c));
        if let Some(kept) = KEPT.get(c as usize) {
            kept.store(found, Relaxed);
        }
        Self(found)
    }

    /// Whether it is any of what the bits say.
    pub(crate) const fn is(self, bits: u8) -> bool {
        self.0 & bits != 0
    }

    /// Whether it is a letter or digit of a script that parts words by spaces.
    pub(crate) const fn is_of_word(self) -> bool {
        self.is(Self::LETTER | Self::DIGIT) && !self.is(Self::UNSPACED)
    }
}

/// Letters of the scripts written without spaces between words: Han, Kana, Thai, Lao, Khmer, Myanmar.
/// Hangul has spaces.
#[inline(never)]
pub(crate) const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0e4f}' | '\u{0e5a}'..='\u{0ecf}' | '\u{0eda}'..='\u{0eff}' | '\u{1000}'..='\u{103f}' | '\u{104a}'..='\u{109f}' | '\u{1780}'..='\u{17df}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{323af}')
}

#[inline(never)]
pub(crate) const fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Vowel signs and tone marks of Thai and Lao, which never begin a cluster.
#[inline(never)]
pub(crate) const fn is_thai_mark(c: char) -> bool {
    matches!(c, '\u{0e30}'..='\u{0e3a}' | '\u{0e45}'..='\u{0e4e}' | '\u{0eb0}'..='\u{0ebc}' | '\u{0ec8}'..='\u{0ece}')
}

/// Combining marks of the scripts in use: they never part a word.
#[inline(never)]
pub(crate) const fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05bd}' | '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06dc}' | '\u{0900}'..='\u{0903}'
        | '\u{093a}'..='\u{094f}' | '\u{0951}'..='\u{0957}' | '\u{0981}'..='\u{0983}' | '\u{09bc}'..='\u{09cd}'
        | '\u{09d7}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}
