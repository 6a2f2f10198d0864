//! Facts: numbers, quantities, money, percentages, dates and times of day.
//!
//! A fact begins with a number, with what stands before one (a sign, a code, a month), or is a day of the week. What
//! follows the number says what it is: words of the lexicon, and in scripts without spaces and in Korean, where it touches
//! the number, the longest piece that is listed.

mod date;
mod time;

use crate::analysis::entity::fact_reader::{Cursor, FactReader, is_number};
use crate::analysis::entity::{EntityKind, Mention, Referent};
use crate::collections::hash::key_of;
use crate::collections::map::Table;
use crate::collections::word_list::Listed;
use crate::language::lexicon::{Lexicon, List};
use crate::language::token::{Token, TokenKind};
use crate::language::{Language, Prose};
use crate::text::chars::{find as find_char, trim, without_space_after};
use crate::text::span::Span;

static CURRENCY_SIGNS: Listed = Listed::of("$ € £ ¥ ￥ ₽ ₴ ₹ ₩ ₺ ฿ ₫");
/// Codes and abbreviations of currencies before a sum: "Rs 500", "Rp500".
static CURRENCY_CODES: Listed = Listed::of(
    "Rs INR PKR Rp IDR USD EUR GBP CHF JPY CNY RMB RM AUD CAD NZD SEK NOK DKK PLN CZK RUB UAH TRY BRL KRW THB VND",
);
/// What says before a sign whose currency it is: "US$40". By themselves these make no sum: "A4", "R10", "S400".
static SIGN_PREFIXES: Listed = Listed::of("US R A C HK NZ NT S");
/// South Africa's rand, a code only before what is written as a sum is: "R40,000".
const RAND: &str = "R";
/// What multiplies a sum whose currency stands before it: "$3.5 billion".
static MULTIPLIERS: Listed = Listed::of(
    "hundred thousand million millions billion bn mn m k trillion tn crore crores lakh lakhs mil millón millones billones \
     milhão milhões bilhão bilhões trilhão trilhões mila milione milioni miliardo miliardi mille milliard milliards \
     Million Millionen Milliarde Milliarden Billion Billionen Mio Mrd mio mia mld mln miljoen miljard biljoen millioner \
     milliarder miljon miljoner miljarder tys tysięcy tysiące milion miliony milionów miliard miliarda miliardy miliardów \
     bilion tisíc тыс тысяч тысячи млн млрд миллион миллиона миллионов миллиард миллиарда миллиардов тис тисяч тисячі \
     мільйон мільйона мільйонів мільярд мільярда мільярдів bin milyon milyar trilyon ألف آلاف مليون ملايين مليار مليارات \
     تريليون هزار میلیون میلیارد सौ हजार लाख करोड़ अरब ribu juta miliar triliun nghìn ngàn triệu tỷ tỉ 百 千 万 萬 億 亿 兆 \
     万亿 천 만 백만 천만 억 조 ร้อย พัน หมื่น แสน ล้าน พันล้าน หมื่นล้าน แสนล้าน",
);
/// What stands between a multiplier and its currency: "5 millones de euros".
static BETWEEN_SUMS: Listed = Listed::of("de di");
static PERCENT_SIGNS: Listed = Listed::of("% ٪ ％");
/// The word before a percentage in Turkish, and in Thai and Chinese, letter by letter.
const PERCENT_BEFORE: &str = "yüzde";
const PERCENT_BEFORE_UNSPACED: [&str; 2] = ["ร้อยละ", "百分之"];
/// The first of two words for per cent, and the second.
static PER: Listed = Listed::of("per por pour phần");
static HUNDRED: Listed = Listed::of("cent cento ciento trăm");
/// What stands between a number and a word for per cent: "in the hundred".
static BEFORE_PERCENT: Listed = Listed::of("في");
/// After "percentage".
static POINTS: Listed = Listed::of("point points");

/// Appends the facts of the article to the entities, and calls `each` with their mentions, in document order.
pub(super) fn find(text: &str, prose: &Prose, list: &mut Vec<Referent>, mut each: impl FnMut(Mention)) {
    let mut known = Table::<u32>::with_capacity(16);
    let lexicon = Lexicon::of(prose.language);
    for (number, sentence) in prose.sentences.iter().enumerate() {
        let tokens = prose.tokens_of(sentence);
        let reader = FactReader { text, tokens, lexicon, language: prose.language };
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

impl<'a> FactReader<'a> {
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
        let before = at.checked_sub(1).filter(|b| *b >= from);
        if self.is(at, List::Weekday) && !self.is_number(at) {
            return Some((Span::new(start, self.weekday(at, before)?), EntityKind::Date));
        }
        if let Some(first) = before.and_then(|before| self.month_before(from, before))
            && let Some(end) = self.after_month(at)
        {
            return Some((Span::new(first, end), EntityKind::Date));
        }
        let (start, value) = if self.is_number(at) { (start, self.word(at)) } else { self.prefixed(at)? };
        if let Some(first) = self.currency_before(from, at, start) {
            return Some((Span::new(first, self.sum(at)), EntityKind::Money));
        }
        if let Some(first) = self.percent_before(start, before) {
            return Some((Span::new(first, self.number_end(at).at), EntityKind::Percent));
        }
        let (end, kind) = self.after(at, value, before);
        Some((Span::new(start, end), kind))
    }

    /// The digits of a word after letters that do not belong to the number, "Rp500": where they begin, and the digits.
    fn prefixed(&self, at: usize) -> Option<(usize, &'a str)> {
        let word = self.word(at);
        let digits = find_char(word, |c| c.is_ascii_digit())?;
        let is_prefix = matches!(&word[..digits], "و" | "ب" | "ل" | "ف") || self.is_currency(&word[..digits], at);
        let all = word[digits..].bytes().all(|b| b.is_ascii_digit());
        (is_prefix && all).then(|| (self.tokens[at].span.start + digits, &word[digits..]))
    }

    /// Whether the letters that the word at `at` begins with are a currency: "Rp500", "R40,000", "R7 million".
    fn is_currency(&self, letters: &str, at: usize) -> bool {
        let is_sum = || self.sum(at) > self.tokens[at].span.end;
        CURRENCY_CODES.has(letters) || letters == RAND && is_sum()
    }

    /// Where a sum begins whose currency stands before the number at `at`, of which the digits begin at `start`: "US$40",
    /// "Rs 500", "Rs. 500", "Rp500".
    fn currency_before(&self, from: usize, at: usize, start: usize) -> Option<usize> {
        let own = self.tokens[at].span.start;
        if start > own && self.is_currency(&self.text[own..start], at) {
            return Some(own);
        }
        let step = |at: usize| at.checked_sub(1).filter(|b| *b >= from);
        let before = step(at)?;
        if self.is_sign(before, &CURRENCY_SIGNS) {
            let touches = |a: &usize| self.tokens[*a].span.end == self.tokens[before].span.start;
            let is_code = |a: &usize| SIGN_PREFIXES.has(self.word(*a)) || CURRENCY_CODES.has(self.word(*a));
            let code = step(before).filter(touches).filter(is_code);
            return Some(self.tokens[code.unwrap_or(before)].span.start);
        }
        let code = if self.word(before) == "." { step(before)? } else { before };
        (self.is_capital(code) && CURRENCY_CODES.has(self.word(code))).then(|| self.tokens[code].span.start)
    }

    /// Where a sum ends whose currency stands before it: "$3.5 billion", "Rs 20 lakh crore".
    fn sum(&self, at: usize) -> usize {
        let mut end = self.number_end(at);
        while let Some(unit) = self.take(end, List::Unit)
            && MULTIPLIERS.has(trim(&self.text[end.at..unit.at]))
        {
            end = unit;
        }
        end.at
    }

    /// Where a percentage begins whose word or sign stands before the number, the digits of which begin at `start`.
    fn percent_before(&self, start: usize, before: Option<usize>) -> Option<usize> {
        let says = |b: &usize| {
            self.is_sign(*b, &PERCENT_SIGNS) && self.language.writes_percent_first()
                || self.language == Language::Turkish && self.word(*b) == PERCENT_BEFORE
        };
        if let Some(first) = before.filter(says) {
            return Some(self.tokens[first].span.start);
        }
        let front = without_space_after(&self.text[..start]);
        PERCENT_BEFORE_UNSPACED.iter().find_map(|word| Some(front.strip_suffix(word)?.len()))
    }

    /// What the number at `at` is, and where it ends; `before` is the token before it.
    fn after(&self, at: usize, value: &str, before: Option<usize>) -> (usize, EntityKind) {
        let number = self.number_end(at);
        if let Some(found) = self.parts(at, number) {
            return found;
        }
        if let Some(end) = self.date(at, value, before) {
            return (end, EntityKind::Date);
        }
        if let Some(end) = self.time(at, before) {
            return (end, EntityKind::Time);
        }
        if let Some(end) = self.percent(number) {
            return (end, EntityKind::Percent);
        }
        // "5 million euros", "5 million people": what multiplies a number is listed among the units.
        let unit = self.glued(number, List::Unit).or_else(|| self.take(number, List::Unit));
        let second = unit.and_then(|unit| self.take(unit, List::Unit));
        for cursor in [second, unit].into_iter().flatten() {
            if let Some(end) = self.currency(cursor) {
                return (end, EntityKind::Money);
            }
        }
        // "Lions 20 won": what is a verb too is a currency only after a sum that is written as one, "5,000 won".
        let is_verb = self.is(number.token, List::Verb) && value.bytes().all(|b| b.is_ascii_digit());
        if let Some(end) = self.currency(number).filter(|_| !is_verb) {
            return (end, EntityKind::Money);
        }
        if let Some(unit) = second.or(unit) {
            return (unit.at, EntityKind::Quantity);
        }
        let kind = if self.is_years(at, value, before) { EntityKind::Date } else { EntityKind::Number };
        (number.at, kind)
    }

    /// Where a percentage ends whose word or sign stands after the number.
    fn percent(&self, number: Cursor) -> Option<usize> {
        let next = number.token;
        if BEFORE_PERCENT.has(self.word(next)) && self.is(next + 1, List::Percent) {
            return Some(self.tokens[next + 1].span.end);
        }
        if self.is_sign(next, &PERCENT_SIGNS) {
            return Some(self.tokens[next].span.end);
        }
        if let Some(glued) = self.glued(number, List::Percent) {
            return Some(glued.at);
        }
        let found = self.take(number, List::Percent)?;
        if PER.has(self.word(next)) {
            return HUNDRED.has(self.word(next + 1)).then(|| self.tokens[next + 1].span.end);
        }
        let points = POINTS.has(self.word(found.token)) && found.at == self.tokens[next].span.end;
        Some(if points { self.tokens[found.token].span.end } else { found.at })
    }

    /// Where a currency after a number ends: "5 millones de euros", "300 mio. kroner", "20 €", "500kr".
    fn currency(&self, cursor: Cursor) -> Option<usize> {
        if let Some(found) = self.glued(cursor, List::Currency).or_else(|| self.take(cursor, List::Currency)) {
            return Some(found.at);
        }
        let next = cursor.token;
        if self.is_sign(next, &CURRENCY_SIGNS) {
            return Some(self.tokens[next].span.end);
        }
        let skips = BETWEEN_SUMS.has(self.word(next)) || self.word(next) == ".";
        (skips && self.is(next + 1, List::Currency)).then(|| self.tokens[next + 1].span.end)
    }
}

#[cfg(test)]
mod tests;
