//! What the text of a block alone tells of it, and the scales on which all features stand.

use crate::page::block::{Block, BlockKind};
use crate::text::case::{is_capital, is_small};
use crate::text::chars::trim_end;
use crate::text::punctuation::{
    ends_as_sentence, first_char, is_closer, is_digit, is_end_mark, is_letter, is_opener, last_char,
};

/// Features of the text of a block.
pub(crate) const OF_TEXT: usize = 10;

/// What can be known from the text of a block alone.
pub(crate) struct TextFigures {
    /// Characters; those of scripts without spaces count twice.
    pub(crate) size: usize,
    letters: usize,
    capitals: usize,
    end_marks: usize,
    spaces: usize,
    digits: usize,
    symbols: usize,
    ending: u8,
    start: u8,
}

impl TextFigures {
    pub(crate) fn new(block: &Block) -> Self {
        let text = block.text.as_str();
        let mut figures = Self {
            size: 0,
            letters: 0,
            capitals: 0,
            end_marks: 0,
            spaces: 0,
            digits: 0,
            symbols: 0,
            ending: match last_char(trim_end(text, is_closer)) {
                Some(':' | '：') => 1,
                Some('…') => 2,
                _ if text.ends_with("...") => 2,
                Some('?' | '？' | '؟') => 3,
                Some(',' | ';') => 4,
                _ if ends_as_sentence(text) => 5,
                _ => 0,
            },
            start: match first_char(text) {
                Some(c) if c.is_ascii_digit() => 1,
                Some('-' | '–' | '—' | '―' | '•' | '·' | '>' | '▪' | '■' | '►' | '▶' | '→') => 2,
                Some(c) if is_opener(c) => 3,
                Some(c) if is_small(c) => 4,
                Some(c) if is_capital(c) => 5,
                Some(c) if is_letter(c) => 6,
                _ => 0,
            },
        };
        for c in text.chars() {
            figures.size += if (c as u32) < 0x2e80 { 1 } else { 2 };
            if c == ' ' {
                figures.spaces += 1;
            } else if is_letter(c) {
                figures.letters += 1;
                figures.capitals += usize::from(is_capital(c));
            } else if is_end_mark(c) {
                figures.end_marks += 1;
            } else if is_digit(c) {
                figures.digits += 1;
            } else if matches!(c, '©' | '@' | '|' | '/' | '•' | '·' | '→' | '»' | '›' | '>') {
                figures.symbols += 1;
            }
        }
        figures
    }

    pub(crate) fn describe(&self, block: &Block) -> [u8; OF_TEXT] {
        let kind = match block.kind {
            BlockKind::Heading(rank) => 8 + rank,
            BlockKind::Paragraph if block.own_element => 1,
            BlockKind::Paragraph => 2,
            BlockKind::Quote => 3,
            BlockKind::Item => 4,
            BlockKind::Caption => 5,
        };
        [
            kind,
            log(self.size),
            share(block.link_bytes, block.text.len()),
            self.ending,
            self.start,
            share(self.capitals, self.letters),
            log(self.end_marks),
            log(self.spaces),
            share(self.digits, self.size),
            log(self.symbols),
        ]
    }
}

/// A logarithm to the base 2, in eighths, of `count` + 1: 0 for 0, 8 for 1, 16 for 3.
pub(crate) fn log(count: usize) -> u8 {
    let count = count.min(1 << 24) as u32 + 1;
    let octave = count.ilog2();
    let eighths = ((u64::from(count) << 3) >> octave) & 7;
    (octave * 8 + eighths as u32) as u8
}

/// A share of a whole in steps of half a per cent; 0 when there is no whole.
pub(crate) fn share(part: usize, whole: usize) -> u8 {
    (part.min(whole) * 200).checked_div(whole).unwrap_or(0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_monotonous_and_stay_in_a_byte() {
        assert_eq!([log(0), log(1), log(3), log(7)], [0, 8, 16, 24]);
        assert!((0..5_000).all(|n| log(n) <= log(n + 1)));
        assert_eq!(log(usize::MAX), 192);
        assert_eq!([share(0, 0), share(1, 2), share(9, 3)], [0, 100, 200]);
    }
}
