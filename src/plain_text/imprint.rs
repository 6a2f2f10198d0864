//! Lines of a plain text that say who wrote it and when it was published: bylines and dates.

use crate::collections::word_list::Listed;
use crate::language::lexicon::{Lexicon, List};
use crate::language::token::{Case, Token, TokenKind};
use crate::language::tokenize::tokenize;
use crate::text::chars::split;
use crate::text::span::Span;

/// What a line says of the story's making.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Imprint {
    /// "By Anna Berg and Jo Lang"
    Byline,
    /// "Sunday, January 20, 2008", "Last updated at 10:30 on 20.01.2008"
    Date,
}

/// Longer lines say more than a date or a name, in bytes.
const LONGEST: usize = 96;
/// Small words inside a byline have at most so many bytes: "and", "for", "und", "van".
const SMALL_WORD: usize = 3;
/// Words in capitals beside a date: a time zone, "AM", or the place of a dateline ("NEW DELHI, May 2").
const SHOUTED: usize = 2;
/// What stands beside a date ("Last updated at", "Veröffentlicht am") is shorter by so many words than the date, which
/// has four or more with a year and a time. Else it may be a headline.
const DATE_OVER_LABEL: usize = 3;

impl Imprint {
    /// Whether it is worth reading a line: it is short, and has a digit or begins as bylines do.
    pub(super) fn may_be(line: &str) -> bool {
        line.len() <= LONGEST && (line.bytes().any(|b| b.is_ascii_digit()) || begins_byline(line))
    }

    /// What a line says, if it says nothing else.
    pub(super) fn of(line: &str, lexicon: &Lexicon) -> Option<Self> {
        let mut tokens = Vec::new();
        tokenize(line, Span::new(0, line.len()), lexicon, &mut tokens);
        let (mut parts, mut shouted, mut others, mut dated, mut long) = (0, 0, 0, false, false);
        for token in &tokens {
            let bytes = token.span.of(line).as_bytes();
            long |= token.case == Case::Lower && bytes.len() > SMALL_WORD;
            let date = parts_of_date(token, bytes);
            parts += date;
            dated |= date > 2 || date > 0 && (token.kind != TokenKind::Number || token.lists.has(List::Month));
            if date > 0 || token.kind == TokenKind::Mark || token.lists.has(List::Stop) || token.lists.has(List::Unit) {
            } else if token.case == Case::Upper {
                shouted += 1;
            } else {
                others += 1;
            }
        }
        if dated && parts > 1 && shouted <= SHOUTED && others + DATE_OVER_LABEL <= parts.max(DATE_OVER_LABEL) {
            Some(Self::Date)
        } else {
            (begins_byline(line) && !long).then_some(Self::Byline)
        }
    }
}

fn begins_byline(line: &str) -> bool {
    static BY: Listed = Listed::of("By BY Von Par Por Di Door Av Af");
    BY.has(split(line, |c| c == ' ').next().unwrap_or(line))
}

/// How many parts of a date a token is: "20" one, "20/01/2008" three, no other word any.
fn parts_of_date(token: &Token, bytes: &[u8]) -> usize {
    match token.kind {
        TokenKind::Number => 1 + bytes.iter().filter(|b| matches!(b, b'.' | b'/' | b'-')).count(),
        // 年, 月, 日, and the 星期日 or 曜 of a day of the week.
        TokenKind::Ideograph => usize::from("年月日星期曜".as_bytes().chunks(3).any(|part| part == bytes)),
        _ => usize::from(token.lists.has(List::Month) || token.lists.has(List::Weekday)),
    }
}
