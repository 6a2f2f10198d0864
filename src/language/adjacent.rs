//! The words on either side of an end mark, and what their shapes say.

use crate::language::lexicon::{Lexicon, List, Lists};
use crate::language::word::after_elision;
use crate::text::case::{is_capital, is_small};
use crate::text::chars::{all, count, find, find_byte, length, split, trim_end, trim_start};
use crate::text::punctuation::{begins, is_apostrophe, is_hyphen, is_letter_or_digit, is_opener};

/// The parts of an abbreviation with inner dots have at most this many letters ("Ph.D"); host names have more.
const PART_LETTERS: usize = 3;
/// A plural noun that is told by its -s has more letters than this.
const SHORTEST_PLURAL: usize = 4;

/// Whether `next` begins with a capitalized word that opens sentences rather than names: The, He, In.
pub(super) fn opens_sentence(lexicon: &Lexicon, next: &str) -> bool {
    let bare = trim_start(next, is_opener);
    let word = word_at(bare);
    // "A. S. Pushkin"
    !is_initial(bare) && begins(word, is_capital) && lexicon.opens_sentence(word)
}

/// Whether a text begins with a letter and a dot.
pub(super) fn is_initial(text: &str) -> bool {
    let word = word_at(text);
    length(word) == 1 && text.as_bytes().get(word.len()) == Some(&b'.')
}

/// Whether `next` begins with a noun in the plural that is the subject of a sentence of its own, not part of a name:
/// "Doctors treated him", not "Marines", "Centers for" or "Senate".
pub(super) fn plural_opens(lexicon: &Lexicon, next: &str) -> bool {
    let noun = word_at(next);
    let lists = lexicon.lists(noun);
    let in_name = Lists::both(List::Organisation, List::Place).or(Lists::both(List::Honorific, List::Unit));
    let second = next[noun.len()..].strip_prefix(' ').unwrap_or_default();
    let joined = Lists::both(List::Attribute, List::Connective);
    noun.len() > SHORTEST_PLURAL
        && noun.ends_with('s')
        // "Boss", "Status", "Crisis"
        && !matches!(noun.as_bytes(), [.., b's' | b'u' | b'i', _])
        && noun.chars().skip(1).all(is_small)
        && !lists.meets(in_name)
        && begins(second, is_small)
        && !lexicon.lists(word_at(second)).meets(joined)
}

/// The lists of a word, or of what follows the article elided before it ("l'Ing").
pub(super) fn lists_of(lexicon: &Lexicon, word: &str) -> Lists {
    lexicon.lists(after_elision(word, lexicon).unwrap_or(word))
}

/// The titles that are also parts of addresses: Main St., Rocky Mt., 5 Ft.
pub(super) fn is_street(word: &str) -> bool {
    ["st", "mt", "ft"].iter().any(|street| word.eq_ignore_ascii_case(street))
}

pub(super) fn is_half_day(word: &str) -> bool {
    ["a.m", "p.m"].iter().any(|half| word.eq_ignore_ascii_case(half))
}

/// "U.S", "e.g", "Ph.D", "gs.ts": what may be an abbreviation by its shape.
pub(super) fn is_initialism(word: &str) -> bool {
    find_byte(word, b'.').is_some() && split(word, |c| c == '.').all(|part| count_letters(part).0 <= PART_LETTERS)
}

/// A Spanish plural: "EE. UU.", "FF. AA."
pub(super) fn is_doubled(word: &str) -> bool {
    if is_roman(word) {
        return false;
    }
    let mut letters = word.chars();
    let (first, second) = (letters.next(), letters.next());
    first == second && first.is_some_and(is_capital) && letters.next().is_none()
}

/// Whether a word is a Roman number; in Ukrainian and Russian it may be typed in the letters at hand.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && all(word, |c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'І' | 'Х'))
}

/// How many characters of a word are letters of their own, and how many are signs on them.
pub(super) fn count_letters(word: &str) -> (usize, usize) {
    if word.is_ascii() {
        return (word.len(), 0);
    }
    let marks = count(word, is_sign);
    (count(word, |c| !is_sign(c)), marks)
}

/// The word that ends `text`, inner dots, hyphens and apostrophes included.
pub(super) fn word_before(text: &str) -> &str {
    // Most are nothing but letters of ASCII after a space.
    let letters = text.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let (before, word) = text.split_at(text.len() - letters);
    if letters > 0 && before.ends_with(' ') {
        return word;
    }
    let is_inner = |c: char| c == '.' || is_apostrophe(c) || is_hyphen(c);
    let before = trim_end(text, |c| is_of_word(c) || c == '.' || is_hyphen(c));
    trim_start(&text[before.len()..], is_inner)
}

/// The word that begins `text`.
pub(super) fn word_at(text: &str) -> &str {
    let end = find(text, |c| !is_of_word(c)).unwrap_or(text.len());
    trim_end(&text[..end], is_apostrophe)
}

/// What is in words, but for hyphens and dots.
fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_apostrophe(c) || !c.is_ascii() && (is_letter_or_digit(c) || is_sign(c))
}

/// Vowel signs of Indic scripts are no letters but belong to words.
const fn is_sign(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}' | '\u{200c}' | '\u{200d}')
}
