//! Facts: numbers, quantities, money, percentages, dates and times of day.

use crate::chars::{find_byte, trim_end};
use crate::entity::{EntityKind, Mention, Referent};
use crate::language::Prose;
use crate::language::lexicon::List;
use crate::language::token::{Token, TokenKind};
use crate::punctuation::is_letter;
use crate::span::Span;
use crate::table::{Listed, Table, key_of};

/// Four-digit numbers in this range, alone, are years.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2199;

static CURRENCY_SIGNS: Listed = Listed::of("$ € £ ¥ ₽ ₴ ₹ ₩ ₺ ฿ ₫");
static PERCENT_SIGNS: Listed = Listed::of("% ٪ ％");
/// What stands between a day and its month: "3. Oktober", "30 de octubre".
static BEFORE_MONTH: Listed = Listed::of(". de of");
/// What stands behind a time of day.
static HOURS: Listed = Listed::of("a.m p.m a.m. p.m. am pm Uhr GMT");
/// The first of two words for per cent.
static PER: Listed = Listed::of("per por pour");

/// Appends the facts of the article to the entities, and calls `each` with their mentions, in document order.
pub(super) fn find(text: &str, prose: &Prose, list: &mut Vec<Referent>, mut each: impl FnMut(Mention)) {
    let mut known = Table::<u32>::with_capacity(16);
    for (number, sentence) in prose.sentences.iter().enumerate() {
        let tokens = prose.tokens_of(sentence);
        let mut at = 0;
        // Facts begin with a number, right before one, or with a day of the week.
        while let Some(passed) = tokens[at..].iter().position(|t| is_number(t) || t.lists.has(List::Weekday)) {
            at += passed;
            let before = if passed > 0 && is_number(&tokens[at]) { fact_at(text, tokens, at - 1) } else { None };
            let first = if before.is_some() { at - 1 } else { at };
            let Some((end, kind)) = before.or_else(|| fact_at(text, tokens, at)) else {
                at += 1;
                continue;
            };
            let span = Span::new(tokens[first].span.start, tokens[end - 1].span.end);
            let slot = known.entry(key_of(span.of(text)));
            if *slot == 0 {
                list.push(Referent { span, kind, mentions: 0, weight: 0.0 });
                *slot = list.len() as u32;
            }
            let entity = *slot - 1;
            list[entity as usize].mentions += 1;
            each(Mention { span, sentence: number, entity });
            at = end;
        }
    }
}

fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

/// The fact that begins at token `at`: the token behind it, and its kind.
#[inline(never)]
fn fact_at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, EntityKind)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let is = |i: usize, list| tokens.get(i).is_some_and(|t| t.lists.has(list));
    let number = |i: usize| tokens.get(i).is_some_and(is_number);
    let day = |i: usize| number(i) && trim_end(word(i), is_letter).parse().is_ok_and(|d: u8| (1..=31).contains(&d));
    let year = |i: usize| number(i) && word(i).parse().is_ok_and(|y| YEARS.contains(&y));
    // Signs are marks, but for one of Thai, which passes for a letter.
    let sign = |i: usize, signs: &Listed| tokens.get(i).is_some_and(|t| !t.is_word()) && signs.has(word(i));

    if number(at + 1) && sign(at, &CURRENCY_SIGNS) {
        return Some((at + 2 + usize::from(is(at + 2, List::Unit)), EntityKind::Money));
    }
    // "October 30, 2020", "October 2020"; not the verb "may" or "march".
    if is(at, List::Month) && (day(at + 1) || year(at + 1)) {
        let end = at + 2;
        let with_year = match word(end) {
            "," if year(end + 1) => end + 2,
            _ if day(at + 1) && year(end) => end + 1,
            _ => end,
        };
        return Some((with_year, EntityKind::Date));
    }
    if is(at, List::Weekday) && (tokens[at].case.is_capital() || tokens[at].kind == TokenKind::Word) {
        return Some((at + 1, EntityKind::Date));
    }
    if !number(at) {
        return None;
    }
    // "30 October 2020", "3. Oktober", "30 de octubre".
    let month = [at + 1, at + 2].into_iter().find(|i| is(*i, List::Month));
    if let Some(month) = month.filter(|m| day(at) && (*m == at + 1 || BEFORE_MONTH.has(word(at + 1)))) {
        return Some((month + 1 + usize::from(year(month + 1)), EntityKind::Date));
    }
    let next = word(at + 1);
    if tokens.get(at + 1).is_some_and(Token::is_word) && HOURS.has(next) {
        return Some((at + 2, EntityKind::Time));
    }
    if is(at + 1, List::Percent) || sign(at + 1, &PERCENT_SIGNS) {
        let two_words = PER.has(next);
        return Some((at + 2 + usize::from(two_words && at + 2 < tokens.len()), EntityKind::Percent));
    }
    // "5 million euros", "5 million people": what multiplies a number is listed among the units.
    let unit = is(at + 1, List::Unit);
    let counted = at + 1 + usize::from(unit);
    if is(counted, List::Currency) || sign(counted, &CURRENCY_SIGNS) {
        return Some((counted + 1, EntityKind::Money));
    }
    if unit {
        return Some((counted + usize::from(is(counted, List::Unit)), EntityKind::Quantity));
    }
    let kind = match word(at) {
        clock if find_byte(clock, b':').is_some() => EntityKind::Time,
        _ if year(at) => EntityKind::Date,
        _ => EntityKind::Number,
    };
    Some((at + 1, kind))
}
