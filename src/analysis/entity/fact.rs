//! Facts: numbers, quantities, money, percentages, dates and times of day.
//!
//! A fact begins with a number, with what stands before one (a sign, a code, a month), or is a day of the week. What
//! follows the number says what it is: words of the lexicon, and in scripts without spaces and in Korean, where it touches
//! the number, the longest piece that is listed.

use crate::analysis::entity::fact_reader::{Cursor, LONGEST_LISTED, Reader, is_number, tail_of, value_of};
use crate::analysis::entity::{EntityKind, Mention, Referent};
use crate::collections::hash::key_of;
use crate::collections::map::Table;
use crate::collections::word_list::Listed;
use crate::language::Prose;
use crate::language::lexicon::{Lexicon, List};
use crate::language::token::{Token, TokenKind};
use crate::text::chars::{find as find_char, split, without_space_behind};
use crate::text::punctuation::{first_char, is_hyphen};
use crate::text::span::Span;
use std::ops::RangeInclusive;

/// Four-digit numbers in this range, alone, are years.
const YEARS: RangeInclusive<u32> = 1500..=2199;
/// Years of the Persian and of the Thai calendar, behind a month.
const OTHER_YEARS: [(&str, RangeInclusive<u32>); 2] = [("fa", 1300..=1499), ("th", 2400..=2599)];
const DAYS: RangeInclusive<u32> = 1..=31;
const MONTHS: RangeInclusive<u32> = 1..=12;
const HOURS: RangeInclusive<u32> = 0..=24;
const MINUTES: RangeInclusive<u32> = 0..=59;

static CURRENCY_SIGNS: Listed = Listed::of("$ € £ ¥ ￥ ₽ ₴ ₹ ₩ ₺ ฿ ₫");
/// Codes and abbreviations before a sum, and before its sign: "Rs 500", "US$40".
static CURRENCY_CODES: Listed = Listed::of(
    "Rs INR PKR Rp IDR USD EUR GBP CHF JPY CNY RMB RM AUD CAD NZD SEK NOK DKK PLN CZK RUB UAH TRY BRL KRW THB VND US R A C \
     HK NZ NT S",
);
static PERCENT_SIGNS: Listed = Listed::of("% ٪ ％");
/// What stands before a percentage.
static PERCENT_BEFORE: Listed = Listed::of("yüzde %");
/// The same in Thai, letter by letter.
const PERCENT_BEFORE_THAI: &str = "ร้อยละ";
/// The first of two words for per cent.
static PER: Listed = Listed::of("per por pour phần");
/// What stands between a number and a word for per cent: "in the hundred".
static BEFORE_PERCENT: Listed = Listed::of("في");
/// What stands between a day and its month, or a month and its year: "3. Oktober", "30 de octubre de 2020".
static BETWEEN_DATES: Listed = Listed::of(". , de of năm");
/// What stands between a multiplier and its currency: "5 millones de euros".
static BETWEEN_SUMS: Listed = Listed::of("de di");
/// "2020 года", "2021 roku".
static YEAR_WORDS: Listed = Listed::of("года году год г рік року році роки roku rok roce ปี");
/// A word for month that needs a number behind it: "3 tháng" are three months, "tháng 3" is March.
static NUMBERED_MONTH: Listed = Listed::of("tháng");
/// What stands before a time of day, and behind it.
static BEFORE_HOURS: Listed = Listed::of("kl klokken klockan pukul saat godz");
static BEHIND_HOURS: Listed = Listed::of("a.m p.m a.m. p.m. am pm Uhr GMT น");
/// What parts hours from minutes in French: "17 h 30".
static HOUR: Listed = Listed::of("h");

/// What marks a part of a date or of a time where it touches the number, and which numbers it may mark.
const PARTS: [(&str, RangeInclusive<u32>, EntityKind); 5] = [
    ("年년", 1000..=2999, EntityKind::Date),
    ("月월", MONTHS, EntityKind::Date),
    ("日号號일", DAYS, EntityKind::Date),
    ("时時点點시", HOURS, EntityKind::Time),
    ("分분", MINUTES, EntityKind::Time),
];
/// Behind such a mark these make a length of time of it: "5時間".
const LENGTHS: &str = "間间간";
/// Appends the facts of the article to the entities, and calls `each` with their mentions, in document order.
pub(super) fn find(text: &str, prose: &Prose, list: &mut Vec<Referent>, mut each: impl FnMut(Mention)) {
    let mut known = Table::<u32>::with_capacity(16);
    let lexicon = Lexicon::of(prose.language);
    for (number, sentence) in prose.sentences.iter().enumerate() {
        let tokens = prose.tokens_of(sentence);
        let reader = Reader { text, tokens, lexicon, language: prose.language };
        let mut at = 0;
        while let Some(passed) = tokens[at..].iter().position(|t| reader.may_be_fact(t)) {
            let Some((span, kind)) = reader.fact_at(at, at + passed) else {
                at += passed + 1;
                continue;
            };
            let slot = known.entry(key_of(span.of(text)));
            if *slot == 0 {
                list.push(Referent { span, kind, mentions: 0, weight: 0.0 });
                *slot = list.len() as u32;
            }
            let entity = *slot - 1;
            list[entity as usize].mentions += 1;
            each(Mention { span, sentence: number, entity });
            at += tokens[at..].iter().take_while(|t| t.span.start < span.end).count();
        }
    }
}

impl<'a> Reader<'a> {
    /// Whether a fact may begin with this token, or right before it.
    fn may_be_fact(&self, token: &Token) -> bool {
        is_number(token)
            || token.lists.has(List::Weekday)
            || token.kind == TokenKind::Word && !token.plain && self.has_digits(token)
    }

    /// Whether a word ends in digits: "Rp500".
    fn has_digits(&self, token: &Token) -> bool {
        token.span.of(self.text).as_bytes().last().is_some_and(u8::is_ascii_digit)
    }

    /// The fact of the token at `at`, which may begin with tokens before it, from `from` on.
    fn fact_at(&self, from: usize, at: usize) -> Option<(Span, EntityKind)> {
        let start = self.tokens[at].span.start;
        if self.is(at, List::Weekday) && !self.is_number(at) {
            return Some((Span::new(start, self.weekday(at)?), EntityKind::Date));
        }
        let before = at.checked_sub(1).filter(|b| *b >= from);
        if let Some(first) = before.and_then(|before| self.month_before(from, before))
            && let Some(end) = self.behind_month(at)
        {
            return Some((Span::new(first, end), EntityKind::Date));
        }
        let (start, value) = if self.is_number(at) { (start, self.word(at)) } else { self.prefixed(at)? };
        // "US$40", "Rs 500", "Rs. 500".
        let sign = before.filter(|b| self.is_sign(*b, &CURRENCY_SIGNS));
        let dot = before.filter(|b| sign.is_none() && self.word(*b) == ".");
        let code = sign.or(dot).map_or(before, |b| b.checked_sub(1).filter(|b| *b >= from));
        let touches = |a: usize| self.tokens[a].span.end == self.tokens[a + 1].span.start;
        let code = code.filter(|c| CURRENCY_CODES.has(self.word(*c)) && (sign.is_none() || touches(*c)));
        // One letter is a code only before a sign.
        let code = code.filter(|c| sign.is_some() || self.word(*c).len() > 1 && self.word(*c) != "US");
        if let Some(first) = code.or(sign) {
            return Some((Span::new(self.tokens[first].span.start, self.sum(at)), EntityKind::Money));
        }
        if start > self.tokens[at].span.start && CURRENCY_CODES.has(&self.text[self.tokens[at].span.start..start]) {
            return Some((Span::new(self.tokens[at].span.start, self.sum(at)), EntityKind::Money));
        }
        let percent = before.filter(|b| PERCENT_BEFORE.has(self.word(*b)) && (self.language == "tr"));
        if let Some(first) = percent {
            return Some((Span::new(self.tokens[first].span.start, self.number_end(at).at), EntityKind::Percent));
        }
        let front = without_space_behind(&self.text[..start]);
        if let Some(rest) = front.strip_suffix(PERCENT_BEFORE_THAI) {
            let first = rest.len();
            return Some((Span::new(first, self.number_end(at).at), EntityKind::Percent));
        }
        let (end, kind) = self.behind(at, value, before);
        Some((Span::new(start, end), kind))
    }

    /// Where a day of the week ends. In Vietnamese it has two words.
    fn weekday(&self, at: usize) -> Option<usize> {
        let Span { start, end } = self.tokens[at].span;
        if self.language != "vi" {
            return Some(end);
        }
        let end = self.tokens.get(at + 1)?.span.end;
        self.lexicon.lists(&self.text[start..end]).has(List::Weekday).then_some(end)
    }

    /// Where a month begins that ends with the token `last`, or before "de": "mayo de 2020".
    fn month_before(&self, from: usize, last: usize) -> Option<usize> {
        if self.tokens[last].kind == TokenKind::Ideograph {
            let end = self.tokens[last].span.end;
            let starts = self.tokens[from..=last].iter().rev().take(LONGEST_LISTED).map(|t| t.span.start);
            return starts.into_iter().find(|start| self.lexicon.lists(&self.text[*start..end]).has(List::Month));
        }
        let last = if BETWEEN_SUMS.has(self.word(last)) && last > from { last - 1 } else { last };
        (self.is(last, List::Month) && !self.is_number(last)).then(|| self.tokens[last].span.start)
    }

    /// Where a date ends whose month stands before the token `next`, "October 30, 2020"; not the verb "may" or "march".
    fn behind_month(&self, next: usize) -> Option<usize> {
        let is_day = self.is_value(next, &DAYS);
        if !is_day && !self.is_year(next) {
            return None;
        }
        let end = self.tokens[next].span.end;
        Some(if is_day { self.year_behind(next + 1).unwrap_or(end) } else { end })
    }

    /// Where a year ends that stands here, or behind a word or mark, with the word for year behind it.
    fn year_behind(&self, at: usize) -> Option<usize> {
        let skipped = usize::from(BETWEEN_DATES.has(self.word(at)));
        let year = at + skipped;
        if !self.is_year(year) {
            return None;
        }
        let named = if YEAR_WORDS.has(self.word(year + 1)) { year + 1 } else { year };
        Some(self.tokens[named].span.end)
    }

    /// The digits of a word behind letters that do not belong to the number, "Rp500": where they begin, and the digits.
    fn prefixed(&self, at: usize) -> Option<(usize, &'a str)> {
        let word = self.word(at);
        let digits = find_char(word, |c| c.is_ascii_digit())?;
        let is_prefix = CURRENCY_CODES.has(&word[..digits]) || matches!(&word[..digits], "و" | "ب" | "ل" | "ف");
        let all = word[digits..].bytes().all(|b| b.is_ascii_digit());
        (is_prefix && all).then(|| (self.tokens[at].span.start + digits, &word[digits..]))
    }

    /// Where a sum ends whose currency stands before it: "$3.5 billion", "Rs 500 crore".
    fn sum(&self, at: usize) -> usize {
        let number = self.number_end(at);
        self.take(number, List::Unit).unwrap_or(number).at
    }

    /// What the number at `at` is, and where it ends; `before` is the token before it.
    fn behind(&self, at: usize, value: &str, before: Option<usize>) -> (usize, EntityKind) {
        let number = self.number_end(at);
        if let Some(found) = self.parts(at, number) {
            return found;
        }
        if let Some(end) = self.date(at, value) {
            return (end, EntityKind::Date);
        }
        let next = number.token;
        let is_hours = before.is_some_and(|b| BEFORE_HOURS.has(self.word(b)));
        let in_german = self.language == "de" && self.word(next) == "am";
        if BEHIND_HOURS.has(self.word(next)) && !in_german {
            return (self.tokens[next].span.end, EntityKind::Time);
        }
        if HOUR.has(self.word(next)) && self.is_value(at, &HOURS) {
            let minutes = if self.is_value(next + 1, &MINUTES) { next + 1 } else { next };
            return (self.tokens[minutes].span.end, EntityKind::Time);
        }
        if BEFORE_PERCENT.has(self.word(next)) && self.is(next + 1, List::Percent) {
            return (self.tokens[next + 1].span.end, EntityKind::Percent);
        }
        if let Some(percent) = self.take(number, List::Percent) {
            let two_words = PER.has(self.word(next)) && percent.token < self.tokens.len();
            return (if two_words { self.tokens[percent.token].span.end } else { percent.at }, EntityKind::Percent);
        }
        if self.is_sign(next, &PERCENT_SIGNS) {
            return (self.tokens[next].span.end, EntityKind::Percent);
        }
        // "5 million euros", "5 million people": what multiplies a number is listed among the units.
        let unit = self.take(number, List::Unit);
        let second = unit.and_then(|unit| self.take(unit, List::Unit));
        for cursor in [second, unit, Some(number)].into_iter().flatten() {
            if let Some(end) = self.currency(cursor) {
                return (end, EntityKind::Money);
            }
        }
        if let Some(unit) = second.or(unit) {
            return (unit.at, EntityKind::Quantity);
        }
        let kind = match value {
            _ if is_hours || is_clock(value) => EntityKind::Time,
            _ if is_years(value) => EntityKind::Date,
            _ => EntityKind::Number,
        };
        (number.at, kind)
    }

    /// Where a currency behind a number ends: "5 millones de euros", "300 mio. kroner", "20 €".
    fn currency(&self, cursor: Cursor) -> Option<usize> {
        if let Some(found) = self.take(cursor, List::Currency) {
            return Some(found.at);
        }
        let next = cursor.token;
        if self.is_sign(next, &CURRENCY_SIGNS) {
            return Some(self.tokens[next].span.end);
        }
        let skips = BETWEEN_SUMS.has(self.word(next)) || self.word(next) == ".";
        (skips && self.is(next + 1, List::Currency)).then(|| self.tokens[next + 1].span.end)
    }

    /// Where a date ends that begins with its day or is a year: "30 October 2020", "3. Oktober", "30 de octubre", "2020 года".
    fn date(&self, at: usize, value: &str) -> Option<usize> {
        if self.is_value(at, &DAYS) {
            let skipped = usize::from(BETWEEN_DATES.has(self.word(at + 1)));
            let first = at + 1 + skipped;
            let month = self.listed(first, List::Month)?;
            let is_date = !NUMBERED_MONTH.has(self.word(first)) || self.is_number(month.token);
            let day = if NUMBERED_MONTH.has(self.word(first)) { month.token + 1 } else { month.token };
            return is_date.then(|| self.year_behind(day).unwrap_or(self.tokens[day - 1].span.end));
        }
        let is_year = value_of(value).is_some_and(|year| YEARS.contains(&year));
        (is_year && YEAR_WORDS.has(self.word(at + 1))).then(|| self.tokens[at + 1].span.end)
    }

    /// The date or the time that begins with the number at `at`, where the words for its parts touch their numbers.
    fn parts(&self, at: usize, behind: Cursor) -> Option<(usize, EntityKind)> {
        let (mut number, mut cursor, mut found) = (at, behind, None);
        loop {
            let rest = &self.text[cursor.at..];
            let Some(mark) = first_char(rest) else { return found };
            let value = value_of(&self.text[self.tokens[number].span.start..cursor.at]);
            let part =
                PARTS.iter().find(|(marks, values, _)| has(marks, mark) && value.is_some_and(|v| values.contains(&v)));
            let Some((_, _, kind)) = part else { return found };
            let end = cursor.at + mark.len_utf8();
            if first_char(&self.text[end..]).is_some_and(|c| has(LENGTHS, c)) {
                return found;
            }
            // Minutes alone, "30分", are as often a length of time.
            if found.is_none() && has(PARTS[4].0, mark) || found.is_some_and(|(_, before)| before != *kind) {
                return found;
            }
            found = Some((end, *kind));
            number += 1;
            while self.tokens.get(number).is_some_and(|t| t.span.start < end) {
                number += 1;
            }
            if !self.is_number(number) {
                return found;
            }
            cursor = self.number_end(number);
        }
    }

    /// Whether a number is a year, of any calendar that the language has.
    fn is_year(&self, at: usize) -> bool {
        self.is_value(at, &YEARS)
            || OTHER_YEARS.iter().any(|(language, years)| *language == self.language && self.is_value(at, years))
    }
}

/// Whether a character is one of some.
fn has(some: &str, one: char) -> bool {
    some.chars().any(|c| c == one)
}

/// "17:30", "17h30".
fn is_clock(number: &str) -> bool {
    let mut halves = split(number, |c| matches!(c, ':' | 'h'));
    let is_value = |half: Option<&str>, values: &RangeInclusive<u32>| {
        half.and_then(value_of).is_some_and(|value| values.contains(&value))
    };
    is_value(halves.next(), &HOURS) && is_value(halves.next(), &MINUTES)
}

/// "2020", "1990s", "1992-1994".
fn is_years(number: &str) -> bool {
    split(number, is_hyphen).all(|half| {
        let whole = half.strip_suffix('s').unwrap_or(half);
        tail_of(whole) == 0 && value_of(whole).is_some_and(|year| YEARS.contains(&year))
    })
}

#[cfg(test)]
mod tests;
