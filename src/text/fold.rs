//! A piece of a text as it is shown: on one line.

use crate::text::char_class::is_unspaced;
use crate::text::chars::{find, trim, trim_end, without_space_before};
use crate::text::punctuation::{ends, first_char, is_hyphen, is_letter_or_digit, is_line_end};
use std::borrow::Cow;

/// White space becomes a space. A line end becomes nothing between characters of scripts that are written without
/// spaces, and after a hyphen inside a word.
#[must_use]
pub fn on_one_line(piece: &str) -> Cow<'_, str> {
    // As most are already: ASCII, its words a space apart.
    let is_plain =
        |at: usize, byte: u8| byte.is_ascii_graphic() || byte == b' ' && piece.as_bytes().get(at + 1) != Some(&b' ');
    if !piece.ends_with(' ')
        && !piece.starts_with(' ')
        && piece.bytes().enumerate().all(|(at, byte)| is_plain(at, byte))
    {
        return Cow::Borrowed(piece);
    }
    let mut shown = String::with_capacity(piece.len());
    let mut rest = trim(piece);
    loop {
        let end = find(rest, char::is_whitespace).unwrap_or(rest.len());
        shown.push_str(&rest[..end]);
        let after = without_space_before(&rest[end..]);
        let Some(next) = first_char(after) else { return Cow::Owned(shown) };
        let broken = find(&rest[end..rest.len() - after.len()], is_line_end).is_some();
        if !(broken && is_one_word(&shown, next)) {
            shown.push(' ');
        }
        rest = after;
    }
}

/// Whether a line end between a text and a character stands inside a word.
fn is_one_word(before: &str, next: char) -> bool {
    let word = trim_end(before, is_hyphen);
    let hyphenated = word.len() < before.len() && ends(word, is_letter_or_digit) && is_letter_or_digit(next);
    hyphenated || ends(before, is_set_solid) && is_set_solid(next)
}

/// Whether a character is of a script without spaces, or a mark of one.
const fn is_set_solid(c: char) -> bool {
    is_unspaced(c) || matches!(c, '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_spaces_but_inside_words() {
        for (piece, shown) in [
            ("It rained\r\n  in Riga.", "It rained in Riga."),
            (" a  b ", "a b"),
            ("一座桥\n今天开放。\n“好”", "一座桥今天开放。 “好”"),
            ("สะพาน\nใหม่", "สะพานใหม่"),
            ("一座 桥", "一座 桥"),
            ("a long-\nterm plan - \nnot more", "a long-term plan - not more"),
            ("서울에\n비가", "서울에 비가"),
        ] {
            assert_eq!(on_one_line(piece), shown);
        }
    }
}
