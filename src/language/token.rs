//! Tokenization: words, numbers and single marks, with their case.
//!
//! A word is a run of letters, marks and digits; an apostrophe or a hyphen between two letters, and the dots of
//! an initialism ("U.S."), belong to it. Scripts written without spaces between words give a token a character,
//! but for runs of Katakana, which are words. Based on the word boundaries of UAX #29, simplified.

use crate::case::{hash_lower, is_capital, is_small};
use crate::chars::{rfind, trim_start};
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::punctuation::{first_char, is_apostrophe, is_digit, is_hyphen, is_letter_or_digit};
use crate::span::Span;
use crate::table::Hasher;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word of letters.
    Word,
    /// Begins with a digit: 5, 3.5, 1,000, 20th, 1992-1994.
    Number,
    /// A character of a script that is written without spaces between words.
    Ideograph,
    /// Any other single character that is not white space.
    Mark,
}

/// How a word is capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// No capital letter, in a script that has them.
    Lower,
    /// A capital first letter: Moscow, McDonald, Al-Qaeda.
    Capitalized,
    /// Two or more letters, all of them capitals: NATO, U.S.
    Upper,
    /// A capital further in: iPhone, eBay.
    Mixed,
    /// A script without case, or no letter at all.
    None,
}

impl Case {
    /// Whether the word may be a name by its capitals.
    pub(crate) const fn is_capital(self) -> bool {
        matches!(self, Self::Capitalized | Self::Upper | Self::Mixed)
    }
}

/// A token of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    pub(crate) case: Case,
    /// Hash of the word in lower case, its possessive or elided article off: the same word is the same hash.
    pub(crate) word: u64,
    /// Hash of the word's stem, its first letters: what terms are keyed by.
    pub(crate) stem: u64,
    /// The lists of the lexicon the word is on.
    pub(crate) lists: Lists,
}

impl Token {
    /// Whether this counts as a word of the text: letters or a number.
    pub(crate) const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// Whether the word carries a topic.
    pub(crate) const fn is_content(&self) -> bool {
        !matches!(self.kind, TokenKind::Mark) && !self.lists.has(List::Stop)
    }
}

/// Longer runs are no words: encoded data, or one letter held down. In bytes.
const LONGEST_WORD: usize = 256;

/// A stem is this many letters: a cut that merges most inflected forms in any of the languages.
const STEM_LETTERS: usize = 6;
/// An elided article before an apostrophe has at most this many letters (Italian "dell'").
const ELISION_LETTERS: usize = 4;

/// Appends the tokens of `span` to `tokens`.
pub(crate) fn tokenize(text: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut at = span.start;
    while at < span.end {
        // Most of any text is ASCII in most languages: it is looked at as bytes.
        if matches!(bytes[at], b' ' | b'\t' | b'\n' | b'\r') {
            at += 1;
            continue;
        }
        let Some(c) = char_at(text, at) else { return };
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let start = at;
        if let Some(token) = plain_word(&bytes[..span.end], at, lexicon) {
            at = token.span.end;
            tokens.push(token);
            continue;
        }
        let (end, kind, case) = if c.is_ascii_digit() || (!c.is_ascii() && is_digit(c) && !is_unspaced(c)) {
            (end_of_number(text, at, span.end), TokenKind::Number, Case::None)
        } else if is_unspaced(c) {
            (end_of_ideograph(text, at, span.end), TokenKind::Ideograph, Case::None)
        } else if c.is_alphabetic() {
            let (end, case) = end_of_word(text, bytes, at, span.end);
            (end, TokenKind::Word, case)
        } else {
            (at + c.len_utf8(), TokenKind::Mark, Case::None)
        };
        // Whatever the character, the walk goes on.
        at = end.max(start + c.len_utf8());
        let end = at;
        if end - start <= LONGEST_WORD {
            let (word, stem, lists) = match kind {
                TokenKind::Mark => (0, 0, Lists::default()),
                _ => normalize(&text[start..end], lexicon),
            };
            tokens.push(Token { span: Span::new(start, end), kind, case, word, stem, lists });
        }
    }
}

/// The word at `start`, if it is one of nothing but ASCII letters, as most are: all there is to know of it in one pass.
fn plain_word(bytes: &[u8], start: usize, lexicon: &Lexicon) -> Option<Token> {
    let mut hasher = Hasher::default();
    let mut stem = hasher;
    let mut capitals = 0;
    let mut end = start;
    while let Some(byte) = bytes.get(end).filter(|b| b.is_ascii_alphabetic()) {
        capitals += usize::from(byte.is_ascii_uppercase());
        hasher.write(u64::from(byte.to_ascii_lowercase()));
        end += 1;
        if end - start <= STEM_LETTERS {
            stem = hasher;
        }
    }
    let letters = end - start;
    let goes_on = match bytes.get(end) {
        Some(b'\'' | b'-' | b'0'..=b'9' | 0x80..) => true,
        Some(b'.') => bytes.get(end + 1).is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii()),
        _ => false,
    };
    if goes_on || letters == 0 || letters > LONGEST_WORD {
        return None;
    }
    let word = hasher.finish();
    let case = case_of(letters, capitals, bytes[start].is_ascii_uppercase());
    let lists = lexicon.lists_of_hash(word);
    Some(Token { span: Span::new(start, end), kind: TokenKind::Word, case, word, stem: stem.finish(), lists })
}

/// The case of a word with letters that have case.
const fn case_of(letters: usize, capitals: usize, first_is_capital: bool) -> Case {
    match (first_is_capital, capitals) {
        (_, 0) => Case::Lower,
        (true, _) if capitals == letters && letters > 1 => Case::Upper,
        (true, _) => Case::Capitalized,
        _ => Case::Mixed,
    }
}

/// The hashes of a word's lower-case form and of its stem, and the lists it is on.
fn normalize(word: &str, lexicon: &Lexicon) -> (u64, u64, Lists) {
    let bare = strip_clitic(word, lexicon);
    let (hash, stem) = hash_lower(bare, STEM_LETTERS);
    // "it's" is on lists as it stands, "Baku's" as Baku.
    let as_written = if bare.len() < word.len() { lexicon.lists(word) } else { Lists::default() };
    (hash, stem, if as_written == Lists::default() { lexicon.lists_of_hash(hash) } else { as_written })
}

/// A word without its possessive ("Baku's", "the leaders'") or, in French and Italian, its elided article ("l'Élysée").
fn strip_clitic<'w>(word: &'w str, lexicon: &Lexicon) -> &'w str {
    if word.bytes().all(|b| b.is_ascii() && b != b'\'') {
        return word;
    }
    let Some(at) = rfind(word, is_apostrophe) else { return word };
    let (before, after) = (&word[..at], trim_start(&word[at..], is_apostrophe));
    if matches!(after, "s" | "S") {
        before
    } else if lexicon.elision && before.chars().count() <= ELISION_LETTERS && after.chars().count() >= 2 {
        after
    } else {
        word
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(first_char)
}

/// The end of the word at `start`, and its case.
fn end_of_word(text: &str, bytes: &[u8], start: usize, limit: usize) -> (usize, Case) {
    let mut at = start;
    let (mut letters, mut capitals, mut first_is_capital, mut cased) = (0_usize, 0_usize, false, false);
    let mut inner_dot = false;
    while at < limit {
        let small = bytes[at..limit].iter().take_while(|b| b.is_ascii_lowercase()).count();
        cased |= small > 0;
        letters += small;
        at += small;
        let Some(byte) = bytes[..limit].get(at).copied() else { break };
        if byte.is_ascii_alphabetic() {
            let capital = byte.is_ascii_uppercase();
            first_is_capital |= capital && letters == 0;
            capitals += usize::from(capital);
            letters += 1;
            cased = true;
            at += 1;
        } else if byte.is_ascii_digit() {
            at += 1;
        } else {
            if byte.is_ascii() && !matches!(byte, b'\'' | b'-' | b'.') {
                break;
            }
            let Some(c) = char_at(text, at) else { break };
            let next = at + c.len_utf8();
            if !c.is_ascii() && !is_unspaced(c) && is_letter_or_digit(c) {
                let capital = is_capital(c);
                first_is_capital |= capital && letters == 0;
                capitals += usize::from(capital);
                cased |= capital || is_small(c);
                letters += 1;
            } else if !is_combining(c)
                && !joins(text, c, at, next, limit, letters == 1 || bytes[at - 1].is_ascii_uppercase())
            {
                break;
            }
            inner_dot |= c == '.';
            at = next;
        }
    }
    // The last dot of an initialism belongs to it: "U.S." but not the "S." of "in the US."
    if inner_dot && at < limit && bytes[at] == b'.' {
        at += 1;
    }
    (at, if cased { case_of(letters, capitals, first_is_capital) } else { Case::None })
}

/// Whether the mark `c` joins two letters into one word: an apostrophe, a hyphen, or a dot between single capitals.
fn joins(text: &str, c: char, at: usize, next: usize, limit: usize, after_single: bool) -> bool {
    if next >= limit || at == 0 {
        return false;
    }
    let Some(following) = char_at(text, next) else { return false };
    if is_apostrophe(c) || c == '\u{200c}' || c == '\u{ad}' {
        following.is_alphabetic()
    } else if is_hyphen(c) {
        is_letter_or_digit(following) && !is_unspaced(following)
    } else if c == '.' {
        // "U.S", "p.m", "Ph.D": a dot between letters with no space is an initialism or a host name.
        after_single && following.is_alphabetic() && !is_small(following)
            || following.is_ascii_lowercase() && text.as_bytes().get(next + 1).is_none_or(|b| !b.is_ascii_lowercase())
    } else {
        false
    }
}

/// The end of the number at `start`: digits, marks between digits, and letters glued on (20th, 5G, 3D).
fn end_of_number(text: &str, start: usize, limit: usize) -> usize {
    let mut at = start;
    while let Some(c) = char_at(text, at).filter(|_| at < limit) {
        let next = at + c.len_utf8();
        let between_digits = || {
            (matches!(c, '.' | ',' | ':' | '/' | '\u{a0}' | '\u{202f}' | '٫' | '٬') || is_hyphen(c) || c == '–')
                && next < limit
                && char_at(text, next).is_some_and(is_digit)
        };
        if (is_letter_or_digit(c) && !is_unspaced(c)) || is_combining(c) || between_digits() {
            at = next;
        } else {
            break;
        }
    }
    at
}

/// A base character with its combining marks; a run of Katakana, which writes foreign words and names, whole.
fn end_of_ideograph(text: &str, start: usize, limit: usize) -> usize {
    let mut chars = text[start..limit].char_indices();
    let Some((_, first)) = chars.next() else { return limit };
    let katakana = is_katakana(first);
    chars
        .find(|(_, c)| !(is_combining(*c) || is_thai_mark(*c) || katakana && (is_katakana(*c) || *c == '・')))
        .map_or(limit, |(at, _)| start + at)
}

/// Letters of the scripts written without spaces between words: Han, Kana, Thai, Lao, Khmer, Myanmar.
/// Hangul has spaces.
#[inline(never)]
pub(crate) const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0e4f}' | '\u{0e5a}'..='\u{0ecf}' | '\u{0eda}'..='\u{0eff}' | '\u{1000}'..='\u{103f}' | '\u{104a}'..='\u{109f}' | '\u{1780}'..='\u{17df}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{323af}')
}

#[inline(never)]
pub(crate) const fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Vowel signs and tone marks of Thai and Lao, which never begin a cluster.
#[inline(never)]
const fn is_thai_mark(c: char) -> bool {
    matches!(c, '\u{0e30}'..='\u{0e3a}' | '\u{0e45}'..='\u{0e4e}' | '\u{0eb0}'..='\u{0ebc}' | '\u{0ec8}'..='\u{0ece}')
}

/// Combining marks of the scripts in use: they never part a word.
#[inline(never)]
const fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05bd}' | '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06dc}' | '\u{0900}'..='\u{0903}'
        | '\u{093a}'..='\u{094f}' | '\u{0951}'..='\u{0957}' | '\u{0981}'..='\u{0983}' | '\u{09bc}'..='\u{09cd}'
        | '\u{09d7}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, TokenKind, Case)> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), Lexicon::of("en"), &mut tokens);
        tokens.iter().map(|t| (t.span.of(text), t.kind, t.case)).collect()
    }

    fn texts(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|w| w.0).collect()
    }

    #[test]
    fn hyphens_and_apostrophes_join_letters() {
        assert_eq!(
            texts("Azerbaijan’s Nagorno‑Karabakh, 'so-called'."),
            ["Azerbaijan’s", "Nagorno‑Karabakh", ",", "'", "so-called", "'", "."]
        );
    }

    #[test]
    fn initialisms_keep_their_dots() {
        assert_eq!(
            texts("The U.S. and J. Smith at 5 p.m. today."),
            ["The", "U.S.", "and", "J", ".", "Smith", "at", "5", "p.m.", "today", "."]
        );
        assert_eq!(texts("It ended.Then"), ["It", "ended", ".", "Then"]);
    }

    #[test]
    fn numbers_keep_their_marks() {
        assert_eq!(
            texts("1,000.5 in 1992-1994, 20th, 4-3."),
            ["1,000.5", "in", "1992-1994", ",", "20th", ",", "4-3", "."]
        );
    }

    #[test]
    fn case_is_told() {
        let cases: Vec<_> = words("the Kremlin NATO iPhone مرحبا").into_iter().map(|w| w.2).collect();
        assert_eq!(cases, [Case::Lower, Case::Capitalized, Case::Upper, Case::Mixed, Case::None]);
    }

    #[test]
    fn unspaced_scripts_give_a_token_a_character_and_katakana_a_word() {
        assert_eq!(texts("東京オリンピックで"), ["東", "京", "オリンピック", "で"]);
        assert!(words("東京").iter().all(|w| w.1 == TokenKind::Ideograph));
    }

    #[test]
    fn the_same_word_has_the_same_hash() {
        let hash = |code, text: &str| {
            let mut tokens = Vec::new();
            tokenize(text, Span::new(0, text.len()), Lexicon::of(code), &mut tokens);
            (tokens[0].word, tokens[0].stem)
        };
        assert_eq!(hash("en", "BAKU’S"), hash("en", "Baku"));
        assert_eq!(hash("en", "Nagorno‑Karabakh"), hash("en", "nagorno-karabakh"));
        assert_eq!(hash("fr", "l’Élysée"), hash("fr", "élysée"));
        assert_eq!(hash("en", "talking").1, hash("en", "talkin").1);
        assert_ne!(hash("en", "talking").0, hash("en", "talkin").0);
    }

    #[test]
    fn a_held_down_letter_is_no_word() {
        assert!(texts(&"a".repeat(10_000)).is_empty());
    }
}
