//! Dates as pages write them, in ISO 8601: dates of metadata, and dates in words and figures of 23 languages.

use crate::text::punctuation::{is_digit, is_letter};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Years of pages: what is before was set by a program ("1970-01-01"), what is after is another calendar.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2199;
/// The Thai calendar is so many years ahead.
const THAI_YEARS_AHEAD: u32 = 543;
/// Years of the Japanese eras begin after these.
const ERAS: [(&str, u32); 2] = [("令和", 2018), ("平成", 1988)];
/// Words between the parts of a date, in small letters.
const BETWEEN: [&str; 24] = [
    "de",
    "del",
    "of",
    "the",
    "st",
    "nd",
    "rd",
    "th",
    "er",
    "ngày",
    "tháng",
    "năm",
    "г",
    "года",
    "р",
    "року",
    "le",
    "den",
    "di",
    "tanggal",
    "วันที่",
    "พ",
    "ศ",
    "o",
];
/// The months of the Persian calendar, from Farvardin on.
const PERSIAN: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// The number of a month, by a name in small letters.
pub(super) fn month(name: &str) -> Option<u32> {
    static MONTHS: OnceLock<HashMap<&str, u32>> = OnceLock::new();
    let months = MONTHS.get_or_init(|| {
        let lines = include_str!("months.txt").lines().filter(|line| !line.starts_with('#'));
        lines.zip(1..).flat_map(|(line, number)| line.split(' ').map(move |name| (name, number))).collect()
    });
    months.get(name).copied()
}

/// A date of metadata: in ISO 8601 as it is written, with its time; else the date alone.
pub(super) fn of_metadata(value: &str, language: Option<&str>) -> Option<String> {
    let value = value.trim();
    iso(value).or_else(|| of_seconds(value)).or_else(|| in_text(value, language).map(|found| found.date))
}

/// A date that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) date: String,
    /// Where it begins, in bytes.
    pub(super) start: usize,
}

/// A value that is in ISO 8601, or nearly.
fn iso(value: &str) -> Option<String> {
    let date = value.get(..10).filter(|date| {
        date.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
    })?;
    let part = |from: usize, to: usize| date.get(from..to)?.parse().ok();
    let date = ymd(part(0, 4)?, part(5, 7)?, part(8, 10)?)?;
    let rest = &value[10..];
    let time = rest.trim_start_matches(['T', 't', ' ']);
    let is_clock = |at: usize, b: u8| if at % 3 == 2 { b == b':' } else { b.is_ascii_digit() };
    if time.len() == rest.len() || !time.get(..5).is_some_and(|t| t.bytes().enumerate().all(|(at, b)| is_clock(at, b)))
    {
        return Some(date);
    }
    let clock_end = time.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(time.len());
    let (clock, zone) = time.split_at(clock_end);
    let zone = zone.trim();
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let zone = match zone.chars().next() {
        Some('Z' | 'z') => "Z".to_owned(),
        Some(sign @ ('+' | '-')) if digits.len() == 4 => format!("{sign}{}:{}", &digits[..2], &digits[2..]),
        Some(sign @ ('+' | '-')) if digits.len() == 2 => format!("{sign}{digits}:00"),
        _ if matches!(zone, "UTC" | "GMT") => "Z".to_owned(),
        _ => String::new(),
    };
    Some(format!("{date}T{clock}{zone}"))
}

/// A date given in seconds or milliseconds of Unix time.
fn of_seconds(value: &str) -> Option<String> {
    if !matches!(value.len(), 10 | 13) || !value.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, month, day) = civil(value.get(..10)?.parse::<i64>().ok()?.div_euclid(86_400));
    ymd(year, month, day)
}

/// The date of a day counted from 1 January 1970, in the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level
/// date algorithms", `civil_from_days`).
fn civil(days: i64) -> (u32, u32, u32) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year as u32, month as u32, day as u32)
}

/// The Gregorian date of one of the Persian calendar, by its 33-year cycle, which holds from 1178 to 1633.
fn of_persian(year: u32, month: u32, day: u32) -> (u32, u32, u32) {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let leaps = (8 * year + 21).div_euclid(33);
    let before = if month <= 7 { 31 * (month - 1) } else { 30 * (month - 1) + 6 };
    // By this count the first day of the first year was 492,268 days before 1970.
    civil(365 * (year - 1) + leaps + before + day - 1 - 492_268)
}

fn ymd(year: u32, month: u32, day: u32) -> Option<String> {
    let is_date = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// What stands in a text, as far as it may belong to a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A number, and how many digits it has.
    Number(u32, usize),
    Month(u32),
    PersianMonth(u32),
    Dot,
    Slash,
    Other,
}

/// The first date in a text. `language` says whether 5/6 is in May.
pub(super) fn in_text(text: &str, language: Option<&str>) -> Option<Found> {
    let parts = parts(text);
    // Numbers and months, with what parts each from the one before.
    let mut items: Vec<(usize, Part)> = Vec::new();
    let mut between: Vec<Part> = Vec::new();
    for (at, part) in parts {
        match part {
            Part::Dot | Part::Slash => between.push(part),
            Part::Other => items.clear(),
            _ => items.push((at, part)),
        }
        if part == Part::Other {
            between.clear();
        }
        if let [.., (start, first), (_, second), (_, third)] = items.as_slice()
            && let Some(date) = date_of(*first, *second, *third, &between, language)
        {
            return Some(Found { date, start: *start });
        }
        if let [.., (start, Part::Number(all, 8))] = items.as_slice()
            && let Some(date) = ymd(all / 10_000, all / 100 % 100, all % 100)
        {
            return Some(Found { date, start: *start });
        }
    }
    None
}

fn date_of(first: Part, second: Part, third: Part, between: &[Part], language: Option<&str>) -> Option<String> {
    let (has_dot, has_slash) = (between.contains(&Part::Dot), between.contains(&Part::Slash));
    let thai = |year: u32| if YEARS.contains(&year) { year } else { year.saturating_sub(THAI_YEARS_AHEAD) };
    match (first, second, third) {
        (Part::Number(year, 4), Part::Number(month, 1..=2), Part::Number(day, 1..=2)) => ymd(year, month, day),
        (Part::Number(day, 1..=2), Part::Month(month), Part::Number(year, 4)) => ymd(thai(year), month, day),
        (Part::Month(month), Part::Number(day, 1..=2), Part::Number(year, 4)) => ymd(year, month, day),
        (Part::Number(year, 4), Part::Month(month), Part::Number(day, 1..=2)) => ymd(year, month, day),
        (Part::Number(day, 1..=2), Part::PersianMonth(month), Part::Number(year, 4)) => {
            let (year, month, day) = of_persian(year, month, day);
            ymd(year, month, day)
        }
        (Part::Number(a, 1..=2), Part::Number(b, 1..=2), Part::Number(year, digits @ (2 | 4))) => {
            // "01/07/16"; with dots and without, such numbers are versions and times.
            let year = match (digits, has_slash) {
                (4, _) => year,
                (_, true) => year + 2_000,
                _ => return None,
            };
            // The United States write the month first.
            let language = language.unwrap_or("en");
            let american = language.eq_ignore_ascii_case("en") || language.eq_ignore_ascii_case("en-us");
            let month_first = b > 12 || a <= 12 && american && !has_dot;
            let (day, month) = if month_first { (b, a) } else { (a, b) };
            ymd(thai(year), month, day)
        }
        _ => None,
    }
}

/// The parts of a text, in order, with where they begin.
fn parts(text: &str) -> Vec<(usize, Part)> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let length = |is: &dyn Fn(char) -> bool| text[at..].find(|c| !is(c)).unwrap_or(text.len() - at);
        if let Some((era, before)) = ERAS.iter().find(|(era, _)| text[at..].starts_with(era)) {
            let start = at;
            at += era.len();
            let digits = text[at..].find(|c| !is_digit(c)).unwrap_or(text.len() - at);
            let year = text[at..at + digits].chars().try_fold(0, |sum, c| Some(sum * 10 + value(c)?));
            // The first year of an era is written 元.
            if let Some(year) = year {
                parts.push((start, Part::Number(before + if digits == 0 { 1 } else { year }, 4)));
            }
            at += digits;
            continue;
        }
        if value(c).is_some() {
            let end = length(&|c| value(c).is_some());
            let number =
                text[at..at + end].chars().try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(value(c)?));
            let digits = text[at..at + end].chars().count();
            // "10:30" is a time.
            let is_time = text[at + end..].starts_with([':', '時', '时', '시']) || text[..at].ends_with(':');
            parts.push((
                at,
                if is_time { Part::Other } else { number.map_or(Part::Other, |n| Part::Number(n, digits)) },
            ));
            at += end;
            continue;
        }
        if is_letter(c) || is_mark(c) {
            let end = match c {
                // Marks of dates in scripts without spaces.
                '年' | '月' | '日' | '년' | '월' | '일' | '号' => {
                    at += c.len_utf8();
                    continue;
                }
                _ => length(&|c| (is_letter(c) || is_mark(c)) && !matches!(c, '年' | '月' | '日' | '년' | '월' | '일')),
            };
            let word = text[at..at + end].to_lowercase();
            let thai = text[at..].find(' ').map(|space| text[at..at + space].trim_end_matches('.'));
            let short = thai.filter(|word| word.contains('.')).and_then(month);
            let part = match month(&word).or(short) {
                Some(month) => Some(Part::Month(month)),
                None if arabic(&text[at..]).is_some() => arabic(&text[at..]).map(Part::Month),
                None => match PERSIAN.iter().position(|name| *name == word) {
                    Some(place) => Some(Part::PersianMonth(place as u32 + 1)),
                    None if BETWEEN.contains(&word.as_str()) => None,
                    None => Some(Part::Other),
                },
            };
            parts.extend(part.map(|part| (at, part)));
            at += match (short, arabic(&text[at..])) {
                (Some(_), _) => thai.map_or(end, str::len),
                (_, Some(_)) => {
                    ARABIC.iter().find(|(name, _)| text[at..].starts_with(name)).map_or(end, |(name, _)| name.len())
                }
                _ => end,
            };
            continue;
        }
        match c {
            '.' => parts.push((at, Part::Dot)),
            '/' => parts.push((at, Part::Slash)),
            ' ' | ',' | '-' | '،' | '°' | 'º' | '\u{a0}' | '\u{202f}' | '\u{200e}' | '\u{200f}' => {}
            _ => parts.push((at, Part::Other)),
        }
        at += c.len_utf8();
    }
    parts
}

/// Months of two words, in the Arabic of the Levant.
const ARABIC: [(&str, u32); 4] = [("كانون الثاني", 1), ("تشرين الأول", 10), ("تشرين الثاني", 11), ("كانون الأول", 12)];

fn arabic(text: &str) -> Option<u32> {
    ARABIC.iter().find(|(name, _)| text.starts_with(name)).map(|(_, month)| *month)
}

/// Vowel signs and the like, which are part of words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}' | '\u{e31}'..='\u{e4e}' | '\u{200c}' | '\u{64b}'..='\u{652}')
}

/// The value of a digit: ASCII's, Arabic, Persian, of India or Thailand, or of full width.
const fn value(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '๐'..='๙' => '๐',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

/// The date in the path of an address: `/2026/11/30/`, `/2026-11-30-`, `20261130`.
pub(super) fn in_address(address: &str) -> Option<String> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest).split(['?', '#']).next()?;
    let path = path.split_once('/')?.1;
    let numbers: Vec<(&str, usize)> = path
        .split(|c: char| !c.is_ascii_alphanumeric())
        .scan(0, |at, piece| {
            let start = *at;
            *at += piece.len() + 1;
            Some((piece, start))
        })
        .collect();
    let number = |piece: &str, digits: std::ops::RangeInclusive<usize>| {
        let is = digits.contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit());
        is.then(|| piece.parse::<u32>().ok()).flatten()
    };
    let triple = numbers.windows(3).find_map(|w| {
        let [(year, _), (month_name, _), (day, _)] = w else { return None };
        let month = number(month_name, 1..=2).or_else(|| month(&month_name.to_ascii_lowercase()))?;
        ymd(number(year, 4..=4)?, month, number(day, 1..=2)?)
    });
    triple.or_else(|| {
        let eight = numbers.iter().find_map(|(piece, _)| number(piece, 8..=8))?;
        ymd(eight / 10_000, eight / 100 % 100, eight % 100)
    })
}

#[cfg(test)]
mod tests;
