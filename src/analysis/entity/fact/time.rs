//! Times of day.

use crate::analysis::entity::fact_reader::{FactReader, tail_of, value_of};
use crate::collections::word_list::Listed;
use crate::language::Language;
use crate::language::lexicon::List;
use crate::text::punctuation::is_range_dash;
use std::ops::RangeInclusive;

pub(super) const HOURS: RangeInclusive<u32> = 0..=24;
pub(super) const MINUTES: RangeInclusive<u32> = 0..=59;
/// 24 hours are a day, and no hour of one.
const HOURS_OF_DAY: RangeInclusive<u32> = 0..=23;
/// Minutes are written with so many digits: "2:1" is a score.
const MINUTE_DIGITS: usize = 2;

/// What stands before a time of day.
static BEFORE_HOURS: Listed = Listed::of(
    "kl klokken klockan pukul jam saat godz godzinie godzinę lúc Lúc ore الساعة ساعت Kl Klokken Klockan Pukul Saat",
);
/// What stands before a time of day whose hour is named: "v 17 hodin", "às 17 horas".
static BEFORE_NAMED_HOURS: Listed = Listed::of("v ve в о об на до após às las om vanaf");
/// What stands after a time of day …
static BEHIND_HOURS: Listed = Listed::of("a.m p.m a.m. p.m. am pm AM PM Uhr GMT น बजे");
/// … and touches its number.
static GLUED: Listed = Listed::of("am pm AM PM");
/// Words for hours that are lengths of time too: "24 uur".
static HOUR_WORDS: Listed = Listed::of("uur horas hodin hod годині годину часов godzin giờ h");
/// Words that make a length of time of hours and minutes: "2:05 Stunden".
static LENGTHS: Listed = Listed::of("Stunden Minuten hours minutes heures ore minuti minutos timmar timer минут");
/// Where [`Language::writes_hour_sign`].
const HOUR_SIGN: char = 'h';

impl FactReader<'_> {
    /// Where the time of day ends that begins with the number at `at`; `before` is the token before it.
    pub(super) fn time(&self, at: usize, before: Option<usize>) -> Option<usize> {
        let (word, end, next) = (self.word(at), self.tokens[at].span.end, at + 1);
        let (figures, tail) = word.split_at(word.len() - tail_of(word));
        let is_sign = |word: &str| is_hour_sign(word) && self.language.writes_hour_sign();
        let is_hour = |number: &str| value_of(number).is_some_and(|hour| HOURS_OF_DAY.contains(&hour));
        let is_half = |half: &str| is_clock(half, ':') || is_clock(half, '.') || is_hour(half);
        // "6-9 p.m."
        let mut halves = figures.split(is_range_dash);
        let is_time =
            halves.next().is_some_and(is_half) && halves.next().is_none_or(is_half) && halves.next().is_none();
        if is_time && (GLUED.has(tail) || is_sign(tail)) {
            return Some(end);
        }
        if is_clock(word, HOUR_SIGN) {
            return Some(end);
        }
        // "am" is "on the" in German.
        let in_german = self.language == Language::German && self.word(next) == "am";
        if is_time && BEHIND_HOURS.has(self.word(next)) && !in_german {
            return Some(self.tokens[next].span.end);
        }
        if is_sign(self.word(next)) && is_hour(word) {
            let minutes = if self.is_value(next + 1, &MINUTES) { next + 1 } else { next };
            return Some(self.tokens[minutes].span.end);
        }
        let is_named = HOUR_WORDS.has(self.word(next));
        let named_end = if is_named { self.tokens[next].span.end } else { end };
        if is_clock(figures, ':') && !LENGTHS.has(self.word(next)) {
            return Some(named_end);
        }
        // "kl. 17"
        let before = before.and_then(|b| if self.word(b) == "." { b.checked_sub(1) } else { Some(b) })?;
        // "24 ore 30"
        let counted = before.checked_sub(1).is_some_and(|number| self.is_number(number));
        let counts = !is_named && self.listed(next, List::Unit).is_some();
        let says = BEFORE_HOURS.has(self.word(before)) && !counted && (!counts || is_clock(figures, '.'))
            || BEFORE_NAMED_HOURS.has(self.word(before)) && is_named
            || is_clock(figures, '.') && is_named;
        (is_time && says).then_some(named_end)
    }
}

fn is_hour_sign(word: &str) -> bool {
    word.len() == HOUR_SIGN.len_utf8() && word.starts_with(HOUR_SIGN)
}

/// Whether a number is hours and minutes with a mark between: "17:30", "17h30".
fn is_clock(number: &str, mark: char) -> bool {
    let Some((hours, minutes)) = number.split_once(mark) else { return false };
    let is_value = |digits: &str, values: &RangeInclusive<u32>| {
        tail_of(digits) == 0 && value_of(digits).is_some_and(|value| values.contains(&value))
    };
    is_value(hours, &HOURS) && is_value(minutes, &MINUTES) && minutes.chars().count() == MINUTE_DIGITS
}
