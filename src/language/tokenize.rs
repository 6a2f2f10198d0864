//! Tokenization: words, numbers and single marks, with their case.
//!
//! A word is a run of letters, marks and digits; an apostrophe or a hyphen between two letters, and the dots of
//! an initialism ("U.S."), belong to it. Scripts written without spaces between words give a token a character,
//! but for runs of Katakana, which are words. Based on the word boundaries of UAX #29, simplified.

use crate::collections::hash::{Hasher, Key};
use crate::language::lexicon::{Lexicon, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::language::word::{Letters, Word};
use crate::text::char_class::CharClass;
use crate::text::punctuation::{is_invisible, is_quotation_mark};
use crate::text::scan;
use crate::text::span::Span;

/// Longer runs are no words: encoded data, or one letter held down. In bytes.
const LONGEST_WORD: usize = 256;

/// What the tokens of a piece of text are, but for words and numbers.
#[derive(Default)]
pub(crate) struct Others {
    pub(crate) marks: usize,
    /// Those of the marks that are quotation marks.
    pub(crate) quotation_marks: usize,
    pub(crate) ideographs: usize,
}

/// Appends the tokens of `span` to `tokens`.
pub(crate) fn tokenize(text: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) -> Others {
    let mut others = Others::default();
    let bytes = &text.as_bytes()[..span.end];
    let mut at = span.start;
    while at < span.end {
        let eight = scan::eight(bytes, at);
        // Most words are nothing but ASCII letters, in most languages.
        if let Some(letters) = Letters::read(bytes, at, eight) {
            if letters.behind != b' ' && letters.may_go_on(bytes) {
                at = push_other(text, bytes, at, lexicon, tokens, &mut others);
                continue;
            }
            if letters.end - at <= LONGEST_WORD {
                tokens.push(letters.token(lexicon));
            }
            at = letters.end + usize::from(letters.behind == b' ');
            continue;
        }
        at = match eight as u8 {
            b'\t'..=b'\r' | b' ' => at + 1,
            byte if byte.is_ascii() && !byte.is_ascii_digit() => push_mark(char::from(byte), at, tokens, &mut others),
            _ => push_other(text, bytes, at, lexicon, tokens, &mut others),
        };
    }
    others
}

/// Appends the token of a mark at `at`, and gives its end.
#[inline(never)]
fn push_mark(mark: char, at: usize, tokens: &mut Vec<Token>, others: &mut Others) -> usize {
    let span = Span::new(at, at + mark.len_utf8());
    let (word, stem) = (Hasher::of_letters(u64::from(mark)).key(), Key::from(mark));
    let (kind, case, lists) = (TokenKind::Mark, Case::None, Lists::default());
    tokens.push(Token { span, kind, case, plain: false, word, stem, lists });
    others.marks += 1;
    others.quotation_marks += usize::from(is_quotation_mark(mark));
    span.end
}

/// Appends the token at `at`, if there is one, where a letter, a digit or a character beyond ASCII is, and gives its end.
#[inline(never)]
fn push_other(
    text: &str,
    bytes: &[u8],
    at: usize,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
    others: &mut Others,
) -> usize {
    let c = scan::first_char(scan::eight(bytes, at));
    let class = CharClass::of(c);
    let (word, kind) = if class.is(CharClass::UNSPACED) {
        (Word::of_ideograph(bytes, at), TokenKind::Ideograph)
    } else if class.is(CharClass::DIGIT) {
        (Word::at(at).read_on(TokenKind::Number, text, bytes), TokenKind::Number)
    } else if class.is(CharClass::LETTER) {
        (Word::at(at).read_on(TokenKind::Word, text, bytes), TokenKind::Word)
    } else if c.is_whitespace() || is_invisible(c) {
        return at + c.len_utf8();
    } else {
        return push_mark(c, at, tokens, others);
    };
    let span = Span::new(at, word.end);
    if span.len() <= LONGEST_WORD {
        let (hash, stem, lists) = word.normalize(text, span, lexicon);
        tokens.push(Token { span, kind, case: word.case(), plain: false, word: hash, stem, lists });
        others.ideographs += usize::from(kind == TokenKind::Ideograph);
    }
    word.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn words(text: &str) -> Vec<(&str, TokenKind, Case)> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), Lexicon::of(Language::English), &mut tokens);
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
            tokenize(text, Span::new(0, text.len()), Lexicon::of(Language::of_code(code)), &mut tokens);
            (tokens[0].word, tokens[0].stem)
        };
        assert_eq!(hash("en", "BAKU’S"), hash("en", "Baku"));
        assert_eq!(hash("en", "Nagorno‑Karabakh"), hash("en", "nagorno-karabakh"));
        assert_eq!(hash("fr", "l’Élysée"), hash("fr", "élysée"));
        assert_eq!(hash("en", "talking").1, hash("en", "talkin").1);
        assert_ne!(hash("en", "talking").0, hash("en", "talkin").0);
    }

    #[test]
    fn what_is_not_seen_parts_no_word_and_is_no_part_of_it() {
        for (code, shy, bare) in [
            ("en", "Ost\u{ad}rand", "Ostrand"),
            ("de", "Bundes\u{ad}verfas\u{ad}sungs\u{ad}gericht", "Bundesverfassungsgericht"),
            ("ru", "Петер\u{ad}бург", "Петербург"),
            ("en", "the\u{2060}", "the"),
            ("th", "กรุง\u{200b}เทพ", "กรุงเทพ"),
            ("fr", "l’Ély\u{ad}sée", "l’Élysée"),
            ("en", "\u{feff}Ba\u{ad}ku’s", "Baku’s"),
        ] {
            let read = |text: &str| {
                let mut tokens = Vec::new();
                tokenize(text, Span::new(0, text.len()), Lexicon::of(Language::of_code(code)), &mut tokens);
                tokens.iter().map(|t| (t.word, t.stem, t.case, t.lists)).collect::<Vec<_>>()
            };
            assert_eq!(read(shy), read(bare), "{bare}");
            assert_eq!(
                Lexicon::of(Language::of_code(code)).lists(shy),
                Lexicon::of(Language::of_code(code)).lists(&shy.replace(is_invisible, "")),
                "{bare}"
            );
        }
        assert_ne!(texts("می‌خواهم"), texts("میخواهم"));
    }

    #[test]
    fn a_held_down_letter_is_no_word() {
        assert!(texts(&"a".repeat(10_000)).is_empty());
    }
}
