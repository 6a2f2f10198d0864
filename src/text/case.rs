//! Case for the scripts that have it, by arithmetic: the standard library's tables would add 5 KB to the wasm.
//!
//! Covers Latin with its extensions (Vietnamese too), Greek, Cyrillic and Armenian; letters that change length and
//! historic ones stay as they are. A test compares it with Unicode's own mapping.

use crate::collections::hash::hash_folded;
use crate::text::punctuation::{is_apostrophe, is_hyphen, is_invisible, is_letter};

/// A letter in lower case; anything else as it is.
pub(crate) const fn lower(c: char) -> char {
    // Most are of ASCII, and the others are asked for some thirty blocks.
    if c.is_ascii() { c.to_ascii_lowercase() } else { lower_beyond_ascii(c) }
}

// A call: thirty blocks are much code where they are copied.
#[inline(never)]
const fn lower_beyond_ascii(c: char) -> char {
    let code = c as u32;
    let step = match code {
        // Ÿ and the Turkish İ have their small letters further up.
        0x178 => return 'ÿ',
        0x130 => return 'i',
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f | 0xff21..=0xff3a => 32,
        // Pairs of a capital with an even number and the small letter after it.
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x246..=0x24f
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff
        | 0x1a0..=0x1a5 => 1 - code % 2,
        // Pairs of an odd one.
        0x139..=0x148 | 0x179..=0x17e | 0x1af..=0x1b0 | 0x1cd..=0x1dc | 0x4c1..=0x4ce => code % 2,
        0x400..=0x40f => 80,
        0x531..=0x556 => 48,
        0x388..=0x38a => 37,
        0x38e..=0x38f => 63,
        0x386 => 38,
        0x38c => 64,
        0x4c0 => 15,
        _ => 0,
    };
    match char::from_u32(code + step) {
        Some(small) => small,
        None => c,
    }
}

/// Whether a letter is a capital: has a small form.
pub(crate) const fn is_capital(c: char) -> bool {
    lower(c) as u32 != c as u32
}

/// Whether a letter is a small one, of a script that has capitals.
pub(crate) fn is_small(c: char) -> bool {
    let may_be = matches!(c,
        'a'..='z' | 'ª' | 'µ' | 'º' | 'ß'..='\u{2af}' | '\u{370}'..='\u{52f}' | '\u{561}'..='\u{587}'
        | '\u{1e00}'..='\u{1eff}' | 'ａ'..='ｚ');
    may_be && !is_capital(c) && is_letter(c)
}

/// A letter in lower case, any apostrophe or hyphen as ASCII's, and what is not seen as NUL, which counts for nothing in a
/// hash.
pub(crate) const fn folded(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { folded_beyond_ascii(c) }
}

// A call, as above.
#[inline(never)]
const fn folded_beyond_ascii(c: char) -> char {
    match c {
        _ if is_apostrophe(c) => '\'',
        _ if is_hyphen(c) => '-',
        _ if is_invisible(c) => '\0',
        _ => lower_beyond_ascii(c),
    }
}

/// The hash of a word, or of a whole line, in lower case, apostrophes and hyphens folded to ASCII: by which lexicons are
/// looked up.
pub(crate) fn word_hash(word: &str) -> u64 {
    hash_folded(word, folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks that the languages of the lexicons are written in.
    const BLOCKS: [std::ops::RangeInclusive<u32>; 5] =
        [0..=0x17f, 0x386..=0x3ff, 0x400..=0x52f, 0x531..=0x556, 0x1e00..=0x1eff];

    #[test]
    fn agrees_with_unicode() {
        // Long s, dotless and dotted i, final sigma's kin and letters that grow are left as they are.
        const ASIDE: &str = "İẞ";
        for c in BLOCKS.into_iter().flatten().filter_map(char::from_u32).filter(|c| !ASIDE.contains(*c)) {
            let unicode: Vec<char> = c.to_lowercase().collect();
            if (0x3cf..=0x3ff).contains(&(c as u32)) {
                continue;
            }
            assert_eq!(vec![lower(c)], unicode, "{c} U+{:04X}", c as u32);
        }
    }

    #[test]
    fn capitals_and_small_letters_are_those_of_unicode() {
        let in_use = |c: &char| *c != 'ẞ' && !(0x3cf..=0x3ff).contains(&(*c as u32));
        for c in BLOCKS.into_iter().flatten().filter_map(char::from_u32).filter(in_use) {
            assert_eq!((is_capital(c), is_small(c)), (c.is_uppercase(), c.is_lowercase()), "{c} U+{:04X}", c as u32);
        }
        assert!(!is_small('中') && !is_small('ب') && !is_small('ก') && !is_small('5') && !is_small('×'));
    }

    #[test]
    fn turkish_dotted_capital_i_loses_its_dot_above() {
        assert_eq!(lower('İ'), 'i');
    }
}
