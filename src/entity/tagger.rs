//! A tagger of names: for each word, whether it is inside one.
//!
//! A linear model over hashed features of the word and its neighbours, left to right, each decision seeing the ones
//! before it (Collins 2002, "Discriminative training methods for hidden Markov models", with greedy search; the
//! features after Ratinov and Roth 2009, "Design challenges and misconceptions in named entity recognition", the
//! hashing after Weinberger et al. 2009). Only words that may stand in a name are asked about: those with a capital,
//! and what follows a word that is inside one. All arithmetic is on integers, so that every platform agrees.

use crate::case::{lower, word_hash};
use crate::entity::name::may_open;
use crate::language::Prose;
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::punctuation::{is_apostrophe, is_hyphen};
use crate::span::Span;
use crate::table::Table;
use std::ops::Range;

/// How many features a word has.
pub(crate) const FEATURES: usize = 32;
/// The hashes of a word's features.
pub(crate) type Features = [u32; FEATURES];

/// The weights of one language, fitted by `make train-names`.
#[derive(Clone, Copy)]
pub(crate) struct Model {
    pub(crate) language: &'static str,
    weights: &'static [i8],
}

/// The weights behind the header of a file.
const fn weights<const ROWS: usize>(file: &[u8]) -> [i8; ROWS] {
    let mut rows = [0; ROWS];
    let mut at = 0;
    while at < ROWS {
        rows[at] = file[file.len() - ROWS + at] as i8;
        at += 1;
    }
    rows
}

static ENGLISH: [i8; 1 << 13] = weights(include_bytes!("names_en.bin"));
static GERMAN: [i8; 1 << 13] = weights(include_bytes!("names_de.bin"));

impl Model {
    /// The model of a language for which one beats the rules.
    pub(crate) fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(Self { language: "en", weights: &ENGLISH }),
            "de" => Some(Self { language: "de", weights: &GERMAN }),
            _ => None,
        }
    }

    /// Whether a word with these features is inside a name.
    pub(crate) fn is_name(self, features: &Features) -> bool {
        Self::decide(self.weights, features)
    }

    /// The same for any weights, a power of two of them.
    pub(crate) fn decide(weights: &[i8], features: &Features) -> bool {
        let mask = weights.len() - 1;
        features.iter().map(|f| i32::from(weights[*f as usize & mask])).sum::<i32>() > 0
    }
}

/// How a unit is written: what matters of its capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Form {
    /// Outside the sentence.
    Edge,
    /// No capital.
    Lower,
    /// The first letter only.
    Capitalized,
    /// One letter: an initial, "I", "A".
    Single,
    /// Two or more letters, all capitals.
    Upper,
    /// A capital further in.
    Mixed,
    /// Begins with a digit.
    Number,
    /// A mark, or a word of a script without case.
    Mark,
    /// The 's of a possessive.
    Possessive,
}

/// What is tagged: a token, or a part of one between hyphens and apostrophes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) span: Span,
    /// Index into [`Prose::tokens`].
    pub(crate) token: usize,
    pub(crate) form: Form,
    /// 0: inside the sentence; 1: only marks before it; 2: behind a colon, a quotation mark or a bullet.
    opening: u8,
    /// The word in lower case as a feature.
    word: u32,
    /// The word's full hash, by which evidence is kept; 0 for none.
    key: u64,
    /// What [`class`] says.
    class: u32,
}

const EDGE: Unit =
    Unit { span: Span { start: 0, end: 0 }, token: 0, form: Form::Edge, opening: 0, word: 0, key: 0, class: 0 };

impl Unit {
    pub(crate) const fn is_capital(&self) -> bool {
        matches!(self.form, Form::Capitalized | Form::Single | Form::Upper | Form::Mixed)
    }
}

/// What the article says of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    /// Times it stands capitalized where a small letter could stand, up to 255.
    pub(crate) capitalized: u8,
    /// Times it stands in small letters, up to 255.
    pub(crate) lower: u8,
    /// What it was last tagged: 0 nothing yet, 1 outside, 2 inside.
    pub(crate) last: u8,
}

/// Cuts the tokens of a sentence into units.
pub(crate) fn units(text: &str, prose: &Prose, sentence: Range<usize>, units: &mut Vec<Unit>) {
    units.clear();
    let mut opening = 1;
    let mut push = |unit: Unit| {
        units.push(Unit { opening, ..unit });
        let mark = unit.form == Form::Mark && prose.tokens[unit.token].kind == TokenKind::Mark;
        opening = match opening {
            1 if mark => 1,
            _ if mark && may_open(unit.span.of(text)) => 2,
            _ => 0,
        };
    };
    for at in sentence {
        let token = &prose.tokens[at];
        let word = token.span.of(text);
        let whole = Unit {
            span: token.span,
            token: at,
            form: form(token, word),
            opening: 0,
            word: token.word as u32,
            key: token.word,
            class: class(token.lists),
        };
        if token.kind != TokenKind::Word || !word.contains(|c| is_hyphen(c) || is_apostrophe(c)) {
            // "Obama 's", as some texts are spaced: the mark is skipped, the letter closes the name.
            let possessive = token.kind == TokenKind::Word
                && matches!(word, "s" | "S")
                && at > 0
                && prose.tokens[at - 1].span.end == token.span.start
                && prose.tokens[at - 1].span.of(text).contains(is_apostrophe);
            push(if possessive { Unit { form: Form::Possessive, word: 1, key: 0, ..whole } } else { whole });
            continue;
        }
        let elision = prose.lexicon.elision;
        let mut start = 0;
        while start < word.len() {
            let rest = &word[start..];
            let cut = rest
                .char_indices()
                .find(|(i, c)| {
                    let tail = &rest[i + c.len_utf8()..];
                    is_hyphen(*c) || is_apostrophe(*c) && (elision || matches!(tail, "s" | "S"))
                })
                .map_or(rest.len(), |(i, _)| i);
            if cut > 0 {
                let piece = &rest[..cut];
                let key = if cut == word.len() { token.word } else { word_hash(piece) };
                let lists = if cut == word.len() { token.lists } else { prose.lexicon.lists_of_hash(key) };
                push(Unit {
                    span: Span::new(token.span.start + start, token.span.start + start + cut),
                    form: form_of(piece),
                    word: key as u32,
                    key,
                    class: class(lists),
                    ..whole
                });
            }
            let Some(mark) = rest[cut..].chars().next() else { break };
            let tail = &rest[cut + mark.len_utf8()..];
            let mark_start = token.span.start + start + cut;
            if matches!(tail, "s" | "S") && is_apostrophe(mark) {
                let span = Span::new(mark_start, token.span.end);
                push(Unit { span, form: Form::Possessive, word: 1, key: 0, class: 0, ..whole });
                break;
            }
            if is_hyphen(mark) {
                let span = Span::new(mark_start, mark_start + mark.len_utf8());
                push(Unit { span, form: Form::Mark, word: 2, key: 0, class: 0, ..whole });
            }
            start += cut + mark.len_utf8();
        }
    }
}

/// Whether a hyphen stands between two capitalized parts of one token: "Nagorno-Karabakh" is one name or two, but
/// never half of one.
fn joins_capitals(units: &[Unit], at: usize) -> bool {
    let part = |i: usize| units.get(i).filter(|u| u.token == units[at].token);
    at > 0 && part(at - 1).is_some() && units[at].form == Form::Mark && part(at + 1).is_some_and(Unit::is_capital)
        || at > 1 && part(at - 2).is_some() && units[at - 1].form == Form::Mark && units[at].is_capital()
}

/// What lists of the lexicon say of a word, as one small number.
fn class(lists: Lists) -> u32 {
    const CLASSES: [&[List]; 6] = [
        &[List::Month, List::Weekday],
        &[List::Honorific, List::BeforeName],
        &[List::Stop],
        &[List::Organisation, List::Place],
        &[List::Speech],
        &[List::Unit, List::Currency],
    ];
    CLASSES.iter().position(|class| class.iter().any(|list| lists.has(*list))).map_or(0, |at| at as u32 + 1)
}

fn form(token: &Token, word: &str) -> Form {
    match (token.kind, token.case) {
        (TokenKind::Word, Case::Lower) => Form::Lower,
        (TokenKind::Word, Case::Upper) => Form::Upper,
        (TokenKind::Number, _) => Form::Number,
        (TokenKind::Word, Case::None) | (TokenKind::Mark | TokenKind::Ideograph, _) => Form::Mark,
        _ => form_of(word),
    }
}

fn form_of(piece: &str) -> Form {
    let (mut letters, mut capitals, mut first) = (0, 0, false);
    for c in piece.chars() {
        if lower(c) != c {
            capitals += 1;
            first |= letters == 0;
        }
        letters += usize::from(c.is_alphabetic());
    }
    match (capitals, first) {
        (0, _) => Form::Lower,
        (1, true) if letters == 1 => Form::Single,
        (1, true) => Form::Capitalized,
        _ if capitals == letters => Form::Upper,
        _ => Form::Mixed,
    }
}

/// The letters at the ends of a word, in lower case: first 3; last 2, 3, 4; its length.
#[derive(Clone, Copy, Default)]
struct Letters {
    head: u32,
    tails: [u32; 3],
    length: u32,
}

const fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    mixed ^ (mixed >> 15)
}

fn letters(word: &str) -> Letters {
    let mut found = Letters::default();
    for c in word.chars().take(3) {
        found.head = mix(found.head, lower(c) as u32);
    }
    let mut tail = 7;
    for (at, c) in word.chars().rev().take(4).enumerate() {
        tail = mix(tail, lower(c) as u32);
        for known in &mut found.tails[at.saturating_sub(1)..] {
            *known = tail;
        }
    }
    found.length = word.len().min(24) as u32 / 2;
    found
}

/// Tags the sentences of one article.
pub(crate) struct Tagger<'a> {
    text: &'a str,
    /// Whether every noun has a capital.
    german: bool,
    evidence: Table<Evidence>,
}

impl<'a> Tagger<'a> {
    pub(crate) fn new(text: &'a str, language: &str, evidence: Table<Evidence>) -> Self {
        Self { text, german: language == "de", evidence }
    }

    /// Tags the units of a sentence in order; `decide` gets the number of a unit and its features.
    pub(crate) fn tag(
        &mut self,
        units: &[Unit],
        tags: &mut Vec<bool>,
        mut decide: impl FnMut(usize, &Features) -> bool,
    ) {
        tags.clear();
        for (at, unit) in units.iter().enumerate() {
            let after_name = at > 0 && tags[at - 1] && unit.form != Form::Possessive;
            let asked = unit.is_capital() || after_name;
            let inside =
                asked && (after_name && joins_capitals(units, at) || decide(at, &self.features(units, tags, at)));
            tags.push(inside);
            if unit.is_capital() && unit.key != 0 {
                self.evidence.entry(unit.key).last = 1 + u8::from(inside);
            }
        }
    }

    fn features(&self, units: &[Unit], tags: &[bool], at: usize) -> Features {
        let unit = |i: usize| units.get(i).unwrap_or(&EDGE);
        let back = |n: usize| at.checked_sub(n).map_or(&EDGE, |i| &units[i]);
        let tagged = |n: usize| at.checked_sub(n).map_or(0, |i| 1 + u32::from(tags[i]));
        let (here, before, before2, next, next2) = (unit(at), back(1), back(2), unit(at + 1), unit(at + 2));
        let own = letters(here.span.of(self.text));
        let left = letters(before.span.of(self.text));
        let right = letters(next.span.of(self.text));
        let form = here.form as u32;
        let first = u32::from(here.opening);
        let formed = form * 4 + first;
        let (form_before, form_next) = (before.form as u32, next.form as u32);
        let last = tagged(1);
        let last2 = last * 3 + tagged(2);
        let seen = if here.key == 0 { Evidence::default() } else { self.evidence.get(here.key) };
        let known = u32::from(seen.capitalized.min(2)) * 3 + u32::from(seen.lower.min(2));
        // In German a capital says little; neighbours and endings say more there, and the foreign words of other
        // languages' texts are seen through the same features.
        let german = self.german;
        let group = u32::from(german);
        let raw: Features = [
            mix(formed, group),
            here.word,
            mix(own.tails[0], form),
            mix(own.tails[1], form),
            mix(own.tails[2], form),
            mix(own.head, form),
            mix(own.length, form * 2 + group),
            mix(before.word, form),
            mix(next.word, form),
            form_before * 16 + form,
            form_next * 16 + form,
            (form_before * 16 + form_next) * 64 + formed,
            mix(left.tails[1], form),
            mix(right.tails[1], form),
            last * 16 + form,
            if german { mix(own.tails[2], 99) } else { mix(here.word, last) },
            (last * 16 + form_next) * 64 + formed,
            mix(before.word, last),
            last2 * 16 + form,
            if german { mix(mix(form_before * 16 + form_next, formed), 77) } else { mix(own.tails[1], last) },
            (known * 16 + form) * 4 + first,
            u32::from(seen.last) * 16 + form,
            here.class * 64 + formed,
            (before.class * 16 + form) * 4 + last,
            (next.class * 16 + form) * 4 + last,
            if german { mix(mix(left.tails[0], before.class), 55) } else { mix(before2.word, form) },
            mix(next2.word, form),
            (before2.form as u32 * 16 + next2.form as u32) * 16 + form,
            mix(before.class, formed * 4 + group),
            mix(mix(own.tails[1], group), first),
            mix(mix(left.tails[0], before.form as u32), form * 2 + group),
            mix(own.length, form_before * 64 + last * 16 + form_next),
        ];
        let mut hashed = raw;
        for (number, value) in hashed.iter_mut().enumerate() {
            *value = mix(*value, number as u32 + 1).wrapping_mul(0x27d4_eb2f) >> 8;
        }
        hashed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;
    use crate::page::article::Article;

    fn cut(language: &str, text: &str) -> Vec<(String, Form)> {
        let article = Article::from_text(text);
        let prose = language::read(&article, Some(language));
        let mut found = Vec::new();
        units(article.text(), &prose, 0..prose.tokens.len(), &mut found);
        found.iter().map(|u| (u.span.of(article.text()).to_owned(), u.form)).collect()
    }

    #[test]
    fn tokens_are_cut_at_hyphens_possessives_and_elisions() {
        let texts = |language, text| cut(language, text).into_iter().map(|u| u.0).collect::<Vec<_>>();
        assert_eq!(
            texts("en", "Kenya\u{2019}s London-based O'Brien won."),
            ["Kenya", "\u{2019}s", "London", "-", "based", "O'Brien", "won", "."]
        );
        assert_eq!(texts("fr", "Hier l'Italie a dit oui."), ["Hier", "l", "Italie", "a", "dit", "oui", "."]);
        assert_eq!(cut("en", "Then Obama 's speech came.")[3].1, Form::Possessive);
    }

    #[test]
    fn forms_are_told_apart() {
        let forms: Vec<_> = cut("en", "the Kremlin A NATO McDonald 42 ,").into_iter().map(|u| u.1).collect();
        assert_eq!(
            forms,
            [Form::Lower, Form::Capitalized, Form::Single, Form::Upper, Form::Mixed, Form::Number, Form::Mark]
        );
    }

    #[test]
    fn only_words_that_may_be_names_are_asked_about() {
        let article = Article::from_text("Late on Friday the mayor of Riga met Anna de Groot there.");
        let prose = language::read(&article, Some("en"));
        let mut found = Vec::new();
        units(article.text(), &prose, 0..prose.tokens.len(), &mut found);
        let (mut tags, mut asked) = (Vec::new(), Vec::new());
        Tagger::new(article.text(), "en", Table::with_capacity(8)).tag(&found, &mut tags, |at, _| {
            asked.push(found[at].span.of(article.text()));
            found[at].form == Form::Capitalized
        });
        assert_eq!(asked, ["Late", "on", "Friday", "the", "Riga", "met", "Anna", "de", "Groot", "there"]);
    }
}
