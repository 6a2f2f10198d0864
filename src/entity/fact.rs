//! Facts: numbers, quantities, money, percentages, dates and times of day.

use crate::chars::{find_byte, trim_end};
use crate::entity::name::canonical;
use crate::entity::{Entity, EntityKind, Mention};
use crate::language::Prose;
use crate::language::lexicon::List;
use crate::language::token::{Token, TokenKind};
use crate::span::Span;
use crate::table::{Table, hash_of, is_listed};

/// Four-digit numbers in this range, alone, are years.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2199;

/// Appends the facts of the article to the entities and mentions found so far.
pub(super) fn find(text: &str, prose: &Prose, list: &mut Vec<Entity>, mentions: &mut Vec<Mention>) {
    let mut known = Table::<usize>::with_capacity(16);
    for (number, sentence) in prose.sentences.iter().enumerate() {
        let tokens = prose.tokens_of(sentence);
        let mut at = 0;
        while at < tokens.len() {
            let Some((start, end, kind)) = fact_at(text, tokens, at) else {
                at += 1;
                continue;
            };
            let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
            let slot = known.entry(hash_of(span.of(text)));
            if *slot == 0 {
                let name = canonical(span.of(text));
                list.push(Entity { name, kind, mentions: 0, weight: 0.0 });
                *slot = list.len();
            }
            list[*slot - 1].mentions += 1;
            mentions.push(Mention { span, sentence: number, entity: *slot as u32 - 1 });
            at = end;
        }
    }
}

/// The fact that begins at token `at`, as a range of tokens and its kind.
fn fact_at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, usize, EntityKind)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let is = |i: usize, list| tokens.get(i).is_some_and(|t| t.lists.has(list));
    let number = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let day =
        |i: usize| number(i) && trim_end(word(i), char::is_alphabetic).parse().is_ok_and(|d: u8| (1..=31).contains(&d));
    let year = |i: usize| number(i) && word(i).parse().is_ok_and(|y| YEARS.contains(&y));

    // A number, or next to one: currency signs are marks, or "US$".
    if number(at + 1) && is_currency_sign(word(at)) {
        return Some((at, at + 2 + usize::from(is(at + 2, List::Unit)), EntityKind::Money));
    }
    // "October 30, 2020", "October 2020"; not the verb "may" or "march".
    if is(at, List::Month) && (day(at + 1) || year(at + 1)) {
        let end = at + 2;
        let with_year = match word(end) {
            "," if year(end + 1) => end + 2,
            _ if day(at + 1) && year(end) => end + 1,
            _ => end,
        };
        return Some((at, with_year, EntityKind::Date));
    }
    if is(at, List::Weekday) && tokens[at].case.is_capital()
        || tokens[at].kind == TokenKind::Word && is(at, List::Weekday)
    {
        return Some((at, at + 1, EntityKind::Date));
    }
    if !number(at) {
        return None;
    }
    // "30 October 2020", "3. Oktober", "30 de octubre".
    let month = [at + 1, at + 2].into_iter().find(|i| is(*i, List::Month));
    if let Some(month) = month.filter(|m| day(at) && (*m == at + 1 || is_listed(". de of", word(at + 1)))) {
        return Some((at, month + 1 + usize::from(year(month + 1)), EntityKind::Date));
    }
    if is_listed("a.m p.m a.m. p.m. am pm Uhr GMT", word(at + 1)) {
        return Some((at, at + 2, EntityKind::Time));
    }
    if is_listed("% ٪ ％", word(at + 1)) || is(at + 1, List::Percent) {
        let two_words = is_listed("per por pour", word(at + 1));
        return Some((at, at + 2 + usize::from(two_words && at + 2 < tokens.len()), EntityKind::Percent));
    }
    // "5 million euros", "5 million people": what multiplies a number is listed among the units.
    let unit = is(at + 1, List::Unit);
    let counted = at + 1 + usize::from(unit);
    if is(counted, List::Currency) || is_currency_sign(word(counted)) {
        return Some((at, counted + 1, EntityKind::Money));
    }
    if unit {
        return Some((at, counted + usize::from(is(counted, List::Unit)), EntityKind::Quantity));
    }
    let kind = match word(at) {
        clock if find_byte(clock, b':').is_some() => EntityKind::Time,
        _ if year(at) => EntityKind::Date,
        _ => EntityKind::Number,
    };
    Some((at, at + 1, kind))
}

fn is_currency_sign(word: &str) -> bool {
    is_listed("$ € £ ¥ ₽ ₴ ₹ ₩ ₺ ฿ ₫ US$", word)
}
