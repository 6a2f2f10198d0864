//! Lines of a plain text that say who wrote it and when it was published: bylines and dates.

use crate::collections::word_list::Listed;
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::language::tokenize::tokenize;
use crate::text::chars::{split, without_space_after};
use crate::text::punctuation::{ends, is_end_mark};
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

/// What stands between the parts of a date.
const SMALL_WORDS: Lists = Lists::both(List::Stop, List::Unit);
/// 年, 月, 日, and what 星期三 and 水曜日 have.
const IDEOGRAPHS_OF_DATES: &str = "年月日星期曜一二三四五六火水木金土";

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
        // What stands before the first part of the date and after the last, in scripts without spaces.
        let (mut before, mut after) = (false, false);
        for token in &tokens {
            let bytes = token.span.of(line).as_bytes();
            long |= token.case == Case::Lower && bytes.len() > SMALL_WORD;
            let date = parts_of_date(token, bytes);
            parts += date;
            let is_ideograph = date == 0 && token.kind == TokenKind::Ideograph;
            before |= is_ideograph && parts == 0;
            after = date == 0 && (after || is_ideograph);
            dated |= date > 2 || date > 0 && (token.kind != TokenKind::Number || token.lists.has(List::Month));
            if date > 0 || token.kind == TokenKind::Mark || token.lists.meets(SMALL_WORDS) {
            } else if token.case == Case::Upper {
                shouted += 1;
            } else {
                others += 1;
            }
        }
        // "会议于2021年3月3日开始。", "It opened on 12/03/2024.": a sentence, not "2008 г."; words on both sides of a date.
        let last = tokens.iter().rev().find(|t| t.kind != TokenKind::Mark);
        let is_shortened = last.is_some_and(|t| t.kind == TokenKind::Word && t.span.len() <= SMALL_WORD);
        let has_end = ends(without_space_after(line), is_end_mark) && !is_shortened;
        let is_sentence = has_end && others > 0 || before && after;
        if dated
            && !is_sentence
            && parts > 1
            && shouted <= SHOUTED
            && others + DATE_OVER_LABEL <= parts.max(DATE_OVER_LABEL)
        {
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
        TokenKind::Ideograph => usize::from(IDEOGRAPHS_OF_DATES.as_bytes().chunks(3).any(|part| part == bytes)),
        _ => usize::from(token.lists.has(List::Month) || token.lists.has(List::Weekday)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn imprint(language: &str, line: &str) -> Option<Imprint> {
        Some(line)
            .filter(|line| Imprint::may_be(line))
            .and_then(|line| Imprint::of(line, Lexicon::of(Language::of_code(language))))
    }

    #[test]
    fn lines_that_are_a_date_are_told_from_sentences_with_one() {
        for (language, line) in [
            ("en", "Sunday, January 20, 2008"),
            ("en", "Last updated at 10:30 on 20.01.2008"),
            ("de", "Veröffentlicht am 20. Januar 2008, 10:30"),
            ("zh", "2021年3月3日 星期三"),
            ("zh", "发布时间：2021年3月3日 10:30"),
            ("zh", "2021年3月3日10:30更新"),
            ("ja", "2021年3月3日 10時30分"),
        ] {
            assert_eq!(imprint(language, line), Some(Imprint::Date), "{line}");
        }
        for (language, line) in [
            ("en", "It opened on 12/03/2024 and closed on 2024-03-25."),
            ("zh", "会议于2021年3月3日下午5点30分开始。"),
            ("zh", "会议于2021年3月3日下午5点30分开始"),
            ("zh", "2021年3月3日10:30会议开始。"),
            ("ja", "会議は2021年3月3日10時に始まる。"),
        ] {
            assert_eq!(imprint(language, line), None, "{line}");
        }
    }
}
