//! What facts are read with: words, numbers and lists at a place in a sentence.

use crate::collections::word_list::Listed;
use crate::language::Language;
use crate::language::lexicon::{Lexicon, List};
use crate::language::token::{Token, TokenKind};
use crate::text::chars::trim_end;
use crate::text::punctuation::{is_apostrophe, is_letter};
use std::ops::RangeInclusive;

/// Words that are written without spaces have at most so many characters here.
pub(super) const LONGEST_LISTED: usize = 12;

/// Where the reading of a fact has come to.
#[derive(Clone, Copy)]
pub(super) struct Cursor {
    /// The token that is read next.
    pub(super) token: usize,
    /// Where in the text: inside that token, or at or before its start.
    pub(super) at: usize,
}

/// The sentence that is read, and with what.
pub(super) struct FactReader<'a> {
    pub(super) text: &'a str,
    /// Those of a sentence.
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'static Lexicon,
    pub(super) language: Language,
}

pub(super) fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

impl<'a> FactReader<'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    pub(super) fn is(&self, at: usize, list: List) -> bool {
        self.tokens.get(at).is_some_and(|t| t.lists.has(list))
    }

    /// Whether a word has a capital letter.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.case.is_capital())
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(is_number)
    }

    /// Whether a token is one of some signs, most of which are marks.
    pub(super) fn is_sign(&self, at: usize, signs: &Listed) -> bool {
        self.tokens.get(at).is_some_and(|t| !t.is_word()) && signs.has(self.word(at))
    }

    pub(super) fn is_value(&self, at: usize, values: &RangeInclusive<u32>) -> bool {
        self.is_number(at) && value_of(self.word(at)).is_some_and(|value| values.contains(&value))
    }

    /// After the number at `at`: groups of three digits that spaces part from it belong to it ("500 000"), and after
    /// letters what follows a mark ("Rp500.000").
    pub(super) fn number_end(&self, at: usize) -> Cursor {
        let digits = |i: usize| self.is_number(i) && self.word(i).bytes().all(|b| b.is_ascii_digit());
        let mut token = at + 1;
        if !self.is_number(at) {
            let touching = |i: usize| self.tokens.get(i).is_some_and(|t| t.span.start == self.tokens[i - 1].span.end);
            while matches!(self.word(token), "." | ",")
                && touching(token)
                && touching(token + 1)
                && self.is_number(token + 1)
            {
                token += 2;
            }
        } else if self.language != Language::English && self.word(at).len() <= 3 && digits(at) {
            let one_space = |i: usize| {
                let gap = &self.text[self.tokens[i - 1].span.end..self.tokens[i].span.start];
                gap.chars().count() == 1
            };
            while digits(token) && self.word(token).len() == 3 && one_space(token) {
                token += 1;
            }
        }
        let last = &self.tokens[token - 1];
        // A tail of letters is read by itself where words touch their numbers: "100억원을".
        let tail = if self.language == Language::Korean { tail_of(last.span.of(self.text)) } else { 0 };
        if tail > 0 {
            Cursor { token: token - 1, at: last.span.end - tail }
        } else {
            Cursor { token, at: last.span.end }
        }
    }

    /// What stands after the word of a list that stands here, whole or, without spaces, as far as it is listed.
    pub(super) fn take(&self, cursor: Cursor, list: List) -> Option<Cursor> {
        let token = self.tokens.get(cursor.token)?;
        if cursor.at <= token.span.start {
            let found = self.listed(cursor.token, list)?;
            // The dot of an abbreviation, if the fact goes on: "300 mio. kroner".
            let goes_on = |at| self.is(at, List::Currency) || self.is(at, List::Unit);
            let dotted = list == List::Unit && self.word(found.token) == "." && goes_on(found.token + 1);
            return Some(if dotted { Cursor { token: found.token + 1, at: found.at + 1 } } else { found });
        }
        let tail = &self.text[cursor.at..token.span.end];
        let end = cursor.at + self.longest(tail, list)?;
        Some(Cursor { token: cursor.token + usize::from(end == token.span.end), at: end })
    }

    /// After the word of a list that begins with the token at `at`.
    pub(super) fn listed(&self, at: usize, list: List) -> Option<Cursor> {
        let token = self.tokens.get(at)?;
        let whole = Cursor { token: at + 1, at: token.span.end };
        if token.kind == TokenKind::Ideograph {
            let run = self.tokens[at..].iter().take(LONGEST_LISTED).take_while(|t| t.kind == TokenKind::Ideograph);
            let ends: Vec<usize> = run.map(|t| t.span.end).collect();
            let is_listed = |end: &usize| self.lexicon.lists(&self.text[token.span.start..*end]).has(list);
            let longest = ends.iter().rposition(is_listed)?;
            return Some(Cursor { token: at + longest + 1, at: ends[longest] });
        }
        if token.lists.has(list) {
            return Some(whole);
        }
        if self.language != Language::Korean || token.kind != TokenKind::Word {
            return None;
        }
        let end = token.span.start + self.longest(token.span.of(self.text), list)?;
        Some(Cursor { token: at + 1, at: end })
    }

    /// The cursor itself, if the letters that the number before it ends in are a word of a list: "5km", "500kr".
    pub(super) fn glued(&self, cursor: Cursor, list: List) -> Option<Cursor> {
        let last = self.tokens.get(cursor.token.checked_sub(1)?).filter(|t| is_number(t) && t.span.end == cursor.at)?;
        let number = last.span.of(self.text);
        let tail = &number[number.len() - tail_of(number)..];
        (!tail.is_empty() && self.lexicon.lists(tail).has(list)).then_some(cursor)
    }

    /// How long the longest piece is that a text begins with and that is listed.
    pub(super) fn longest(&self, text: &str, list: List) -> Option<usize> {
        let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).take(LONGEST_LISTED);
        ends.filter(|end| self.lexicon.lists(&text[..*end]).has(list)).last()
    }
}

/// The value of a number of digits alone, in any script, but for letters after it: "20th", "2021'den".
pub(super) fn value_of(number: &str) -> Option<u32> {
    let digits = number.len() - tail_of(number);
    let mut value: u32 = 0;
    for c in number[..digits].chars() {
        value = value.checked_mul(10)?.checked_add(digit(c)?)?;
    }
    (digits > 0).then_some(value)
}

/// How long the letters are that a number ends in.
pub(super) fn tail_of(number: &str) -> usize {
    // Most have none.
    if number.as_bytes().last().is_some_and(u8::is_ascii_digit) {
        return 0;
    }
    let is_tail = |c| digit(c).is_none() && (is_letter(c) || is_apostrophe(c));
    let digits = trim_end(number, is_tail);
    number.len() - digits.len()
}

/// The value of a digit of the scripts of the languages here.
pub(super) fn digit(c: char) -> Option<u32> {
    ['0', '٠', '۰', '०', '๐', '０'].into_iter().find_map(|zero| (c as u32).checked_sub(zero as u32).filter(|v| *v < 10))
}
