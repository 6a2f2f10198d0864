//! Dates: days of the week, days with their month and year, years, and dates in figures.

use crate::analysis::entity::EntityKind;
use crate::analysis::entity::fact_reader::{Cursor, FactReader, LONGEST_LISTED, tail_of, value_of};
use crate::collections::word_list::Listed;
use crate::language::Language;
use crate::language::lexicon::List;
use crate::language::token::{Case, Token, TokenKind};
use crate::text::chars::{split, without_space_after};
use crate::text::punctuation::{begins, first_char, is_apostrophe, is_hyphen, is_range_dash};
use std::ops::RangeInclusive;

/// Four-digit numbers in this range, alone, are years.
const YEARS: RangeInclusive<u32> = 1500..=2199;
/// Years of the Persian and of the Thai calendar, after a month or a word for year.
const OTHER_YEARS: [(Language, RangeInclusive<u32>); 2] =
    [(Language::Persian, 1300..=1499), (Language::Thai, 2400..=2599)];
const DAYS: RangeInclusive<u32> = 1..=31;
const MONTHS: RangeInclusive<u32> = 1..=12;

/// What stands between a day and its month, or a month and its year: "3. Oktober", "1° maggio", "30 de octubre de 2020".
static BETWEEN_DATES: Listed = Listed::of(". , ° de of năm");
/// What stands between a month and its year: "mayo de 2020".
static BEHIND_MONTH: Listed = Listed::of("de di");
/// "2020 года", "2021 roku".
static YEAR_WORDS: Listed = Listed::of("года году год г рік року році роки р roku rok roce r ปี");
/// The same before a year, and letter by letter.
static BEFORE_YEARS: Listed = Listed::of("سال");
const BEFORE_YEARS_UNSPACED: [&str; 2] = ["ปี", "พ.ศ."];
/// What stands before the day of a month that has no other word: "ngày 12", "tanggal 12/5".
static BEFORE_DAYS: Listed = Listed::of("ngày tanggal");
const BEFORE_DAYS_UNSPACED: &str = "วันที่";
/// A word for month that needs a number after it: "3 tháng" are three months, "tháng 3" is March.
static NUMBERED_MONTH: Listed = Listed::of("tháng");
/// The second words of Arabic months: "كانون الثاني".
static SECOND_OF_MONTH: Listed = Listed::of("الأول الثاني الأولى الآخر الآخرة");
/// Months of English dates as newspapers shorten them: "Oct. 30".
static SHORT_MONTHS: Listed = Listed::of("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec");
/// How numbers end that are decades: "1990s", "1990er".
static DECADE_ENDINGS: Listed = Listed::of("s er ern erne");

/// What marks a part of a date or of a time where it touches the number, and which numbers it may mark.
const PARTS: [(&str, RangeInclusive<u32>, EntityKind); 5] = [
    ("年년", 1000..=2999, EntityKind::Date),
    ("月월", MONTHS, EntityKind::Date),
    ("日号號일", DAYS, EntityKind::Date),
    ("时時点點시", super::time::HOURS, EntityKind::Time),
    ("分분", super::time::MINUTES, EntityKind::Time),
];
/// After such a mark these make a length of time of it: "5時間".
const LENGTHS: &str = "間间간";

/// Days of the week whose words mean something else too: the second, the market, the environment. They are days after some
/// words, with no noun after them, or before some.
struct Manifold {
    language: Language,
    days: Listed,
    after: Listed,
    before: Listed,
}

static MANIFOLD: [Manifold; 5] = [
    Manifold {
        language: Language::Portuguese,
        days: Listed::of("segunda terça quarta quinta sexta"),
        after: Listed::of("na nesta desta última"),
        before: Listed::of("("),
    },
    Manifold {
        language: Language::Turkish,
        days: Listed::of("pazar"),
        after: Listed::of(""),
        before: Listed::of("günü gününe gününden gününün sabahı akşamı"),
    },
    Manifold {
        language: Language::Russian,
        days: Listed::of("среда среду"),
        after: Listed::of("в эту прошлую минувшую следующую ближайшую"),
        before: Listed::of("("),
    },
    Manifold {
        language: Language::Ukrainian,
        days: Listed::of("середа середу"),
        after: Listed::of("в у цю минулу наступну"),
        before: Listed::of("("),
    },
    Manifold {
        language: Language::Vietnamese,
        days: Listed::of("thứ"),
        after: Listed::of("sáng trưa chiều tối đêm hôm vào Sáng Trưa Chiều Tối Đêm Hôm Vào"),
        before: Listed::of("( , ngày tuần"),
    },
];

impl FactReader<'_> {
    /// Where the day of the week ends that is listed at `at`; `before` is the token before it. In Vietnamese it has two
    /// words. In Indonesian it has a capital: "minggu" is a week.
    pub(super) fn weekday(&self, at: usize, before: Option<usize>) -> Option<usize> {
        let first = &self.tokens[at];
        let last = if self.language == Language::Vietnamese { at + 1 } else { at };
        let end = self.tokens.get(last)?.span.end;
        let is_listed = last == at || self.lexicon.lists(&self.text[first.span.start..end]).has(List::Weekday);
        if !is_listed || self.language == Language::Indonesian && first.case == Case::Lower {
            return None;
        }
        let is_day = |manifold: &Manifold| {
            let is_behind = before.is_some_and(|before| manifold.after.has(self.word(before)));
            !manifold.days.has(self.word(at))
                || is_behind && !self.tokens.get(last + 1).is_some_and(Token::is_content)
                || manifold.before.has(self.word(last + 1))
                // "Thứ Hai"
                || last > at && self.tokens[last].case.is_capital()
        };
        MANIFOLD.iter().filter(|manifold| manifold.language == self.language).all(is_day).then_some(end)
    }

    /// Where a month begins that ends with the token `last`, or before "de": "mayo de 2020", "Oct. 30".
    pub(super) fn month_before(&self, from: usize, last: usize) -> Option<usize> {
        if self.tokens[last].kind == TokenKind::Ideograph {
            let end = self.tokens[last].span.end;
            let starts = self.tokens[from..=last].iter().rev().take(LONGEST_LISTED).map(|t| t.span.start);
            return starts.into_iter().find(|start| self.lexicon.lists(&self.text[*start..end]).has(List::Month));
        }
        let before = |at: usize| at.checked_sub(1).filter(|b| *b >= from);
        let word = self.word(last);
        let skips = BEHIND_MONTH.has(word) || SECOND_OF_MONTH.has(word);
        let month = if skips { before(last)? } else { last };
        if self.is(month, List::Month) && !self.is_number(month) {
            return Some(self.tokens[month].span.start);
        }
        let short = if word == "." { before(last)? } else { last };
        self.is_short_month(short).then(|| self.tokens[short].span.start)
    }

    fn is_short_month(&self, at: usize) -> bool {
        self.is_capital(at) && self.language == Language::English && SHORT_MONTHS.has(self.word(at))
    }

    /// Where a date ends whose month stands before the token `next`, "October 30, 2020"; not the verb "may" or "march",
    /// nor "in May 20 people".
    pub(super) fn after_month(&self, next: usize) -> Option<usize> {
        if self.is_year(next) {
            return Some(self.tokens[next].span.end);
        }
        if !self.is_days(next) || !self.language.writes_month_first() {
            return None;
        }
        if self.language == Language::English && self.listed(next + 1, List::Unit).is_some() {
            return None;
        }
        Some(self.year_after(next + 1).unwrap_or(self.tokens[next].span.end))
    }

    /// Where a year ends that stands here, or after a word or mark, with the word for year after it.
    fn year_after(&self, at: usize) -> Option<usize> {
        let year = if self.is_number(at) { at } else { at + 1 };
        if !self.is_year(year) || year > at && !BETWEEN_DATES.has(self.word(at)) {
            return None;
        }
        let named = if YEAR_WORDS.has(self.word(year + 1)) { year + 1 } else { year };
        Some(self.tokens[named].span.end)
    }

    /// Where a date ends that begins with the number at `at`, of digits `value`: with its day, "30 October 2020",
    /// "3. Oktober", "30 de octubre"; in figures, "12/03/2024", "12. 3. 2024"; or as a year, "2020 года". `before` is the
    /// token before it.
    pub(super) fn date(&self, at: usize, value: &str, before: Option<usize>) -> Option<usize> {
        let end = self.tokens[at].span.end;
        if self.is_days(at) {
            if let Some(end) = self.day_of_month(at).or_else(|| self.day_in_figures(at)) {
                return Some(end);
            }
            // "na segunda-feira (15)"
            let day = before.filter(|b| self.word(*b) == "(").and_then(|b| b.checked_sub(1));
            if self.is_number(at) && self.word(at + 1) == ")" && day.is_some_and(|day| self.is(day, List::Weekday)) {
                return Some(end);
            }
        }
        let (figures, tail) = value.split_at(value.len() - tail_of(value));
        // "den 1990er Jahren"
        if DECADE_ENDINGS.has(tail) && self.is_year_of(figures) {
            return Some(end);
        }
        if self.is_in_figures(figures) {
            return Some(end - tail.len());
        }
        let is_day = value_of(figures).is_some_and(|day| DAYS.contains(&day)) || is_day_and_month(figures);
        if is_day && self.is_called(before, at, &BEFORE_DAYS, &[BEFORE_DAYS_UNSPACED]) {
            return Some(end);
        }
        if is_day_and_month(figures)
            && before.is_some_and(|b| self.word(b) == "(" && b > 0 && self.is(b - 1, List::Weekday))
        {
            return Some(end);
        }
        let is_year = value_of(value).is_some_and(|year| YEARS.contains(&year));
        (is_year && YEAR_WORDS.has(self.word(at + 1))).then(|| self.tokens[at + 1].span.end)
    }

    /// "30 October 2020", "3. Oktober"
    fn day_of_month(&self, at: usize) -> Option<usize> {
        let first = at + 1 + usize::from(BETWEEN_DATES.has(self.word(at + 1)));
        let mut month = if self.is_short_month(first) {
            let dotted = self.word(first + 1) == "." && self.is_year(first + 2);
            let last = if dotted { first + 1 } else { first };
            Cursor { token: last + 1, at: self.tokens[last].span.end }
        } else {
            self.listed(first, List::Month)?
        };
        if NUMBERED_MONTH.has(self.word(first)) {
            // "ngày 3 tháng 3 năm 2021"
            if !self.is_value(month.token, &MONTHS) {
                return None;
            }
            month = Cursor { token: month.token + 1, at: self.tokens[month.token].span.end };
        }
        // "كانون الثاني", "مارس / آذار"
        if SECOND_OF_MONTH.has(self.word(month.token)) {
            month = Cursor { token: month.token + 1, at: self.tokens[month.token].span.end };
        }
        if self.word(month.token) == "/" && self.is(month.token + 1, List::Month) {
            month = Cursor { token: month.token + 2, at: self.tokens[month.token + 1].span.end };
        }
        Some(self.year_after(month.token).unwrap_or(month.at))
    }

    /// "12. 3. 2024"
    fn day_in_figures(&self, at: usize) -> Option<usize> {
        let dots = self.word(at + 1) == "." && self.word(at + 3) == ".";
        let is_date = self.lexicon.ordinal_dot && dots && self.is_value(at + 2, &MONTHS) && self.is_year(at + 4);
        is_date.then(|| self.tokens[at + 4].span.end)
    }

    /// Whether a word of a list stands before the number at `at`, or one of those letter by letter.
    fn is_called(&self, before: Option<usize>, at: usize, words: &Listed, unspaced: &[&str]) -> bool {
        if before.is_some_and(|b| words.has(self.word(b))) {
            return true;
        }
        let front = without_space_after(&self.text[..self.tokens[at].span.start]);
        unspaced.iter().any(|word| front.ends_with(word))
    }

    /// Whether a number is a date in figures: "12/03/2024", "12.03.24", "2024-03-12", "03/2024".
    fn is_in_figures(&self, number: &str) -> bool {
        let Some(mark) = number.chars().find(|c| matches!(c, '.' | '/') || is_hyphen(*c)) else { return false };
        let mut parts = number.split(mark);
        let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
        let in_range = |part: &str, values: &RangeInclusive<u32>| value_of(part).is_some_and(|v| values.contains(&v));
        let is_day =
            |a: &str, b: &str| in_range(a, &DAYS) && in_range(b, &MONTHS) || in_range(a, &MONTHS) && in_range(b, &DAYS);
        match parts {
            [Some(first), Some(second), Some(third), None] => {
                let short = !is_hyphen(mark) && [first, second, third].iter().all(|part| part.chars().count() == 2);
                (self.is_year_of(third) || short) && is_day(first, second)
                    || self.is_year_of(first) && is_day(second, third)
            }
            [Some(month), Some(year), None, None] => mark == '/' && in_range(month, &MONTHS) && self.is_year_of(year),
            _ => false,
        }
    }

    /// The date or the time that begins with the number at `at`, where the words for its parts touch their numbers.
    pub(super) fn parts(&self, at: usize, after: Cursor) -> Option<(usize, EntityKind)> {
        let (mut number, mut cursor, mut found) = (at, after, None);
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

    /// Whether a number is a day of a month, or a stretch of them: "14", "20th", "14-16".
    fn is_days(&self, at: usize) -> bool {
        let is_day = |half: &str| value_of(half).is_some_and(|value| DAYS.contains(&value));
        self.is_number(at) && split(self.word(at), is_range_dash).all(is_day)
    }

    /// Whether a number is a year, of any calendar that the language has.
    fn is_year(&self, at: usize) -> bool {
        self.is_number(at) && self.is_year_of(self.word(at))
    }

    fn is_year_of(&self, number: &str) -> bool {
        let Some(value) = value_of(number) else { return false };
        YEARS.contains(&value)
            || OTHER_YEARS.iter().any(|(language, years)| *language == self.language && years.contains(&value))
    }

    /// "2020", "1990s", "1992-1994", "2023/24", "2021'de"; after a word for year a year of another calendar.
    pub(super) fn is_years(&self, at: usize, number: &str, before: Option<usize>) -> bool {
        if self.is_year_of(number) && self.is_called(before, at, &BEFORE_YEARS, &BEFORE_YEARS_UNSPACED) {
            return true;
        }
        split(number, |c| is_range_dash(c) || c == '/').enumerate().all(|(place, half)| {
            let tail = &half[half.len() - tail_of(half)..];
            let is_bare = tail.is_empty() || DECADE_ENDINGS.has(tail) || begins(tail, is_apostrophe);
            let is_second = place == 1 && half.len() == 2 && tail.is_empty();
            is_bare && value_of(half).is_some_and(|year| is_second || YEARS.contains(&year))
        })
    }
}

/// "12/5"
fn is_day_and_month(number: &str) -> bool {
    let Some((day, month)) = number.split_once('/') else { return false };
    let is_value = |part: &str, values: &RangeInclusive<u32>| value_of(part).is_some_and(|v| values.contains(&v));
    is_value(day, &DAYS) && is_value(month, &MONTHS)
}

/// Whether a character is one of some.
fn has(some: &str, one: char) -> bool {
    some.chars().any(|c| c == one)
}
