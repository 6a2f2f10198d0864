//! Whether a dot is a full stop: the words before and after it decide.

use crate::language::lexicon::{Lexicon, List, Lists};
use crate::text::case::is_capital;
use crate::text::chars::{
    all, count, find, find_byte, length, rfind, split, trim_end, trim_start, without_space_after, words,
};
use crate::text::punctuation::{begins, ends, is_apostrophe, is_digit, is_hyphen, is_letter_or_digit, is_opener};

/// An ordinal number with a dot has at most this many digits: "31. Oktober", not "2020. Merkel".
const ORDINAL_DIGITS: usize = 2;
/// A year in a date of figures has so many.
const YEAR_DIGITS: usize = 4;
/// The parts of an abbreviation with inner dots have at most this many letters ("Ph.D"); host names have more.
const PART_LETTERS: usize = 3;
/// Listed abbreviations have at most this many letters: a longer word that seems to be one is so by its hash alone.
const LONGEST_ABBREVIATION: usize = 5;
/// "At 5 a.m. Mr. Smith": a time that opens a sentence, within this many words, does not end it.
const OPENING_WORDS: usize = 4;

/// A dot and what stands around it.
pub(super) struct Dot<'a> {
    pub(super) lexicon: &'a Lexicon,
    /// The sentence up to the dot.
    pub(super) sentence: &'a str,
    /// The text after it, from its first character that is no space, quotation mark, bracket or dash on.
    pub(super) next: &'a str,
}

impl Dot<'_> {
    /// Whether the sentence ends here, when what follows begins with a capital, a digit or a letter without case.
    /// `before` is the last word of the sentence.
    pub(super) fn is_full_stop(&self, before: &str) -> bool {
        if before.is_empty() {
            return !(self.sentence.ends_with("N°") || self.sentence.ends_with("n°")) || !self.number_next();
        }
        if before.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return self.is_full_stop_after_number(before);
        }
        let (letters, marks) = count_letters(before);
        let may_be_listed = letters <= LONGEST_ABBREVIATION || find_byte(before, b'.').is_some();
        let lists = if may_be_listed { lists_of(self.lexicon, before) } else { Lists::default() };
        if lists.has(List::BeforeNumber)
            && (self.number_next() || is_roman(word_at(self.next)) && word_at(self.next) != "I")
        {
            return false;
        }
        if is_half_day(before) {
            return self.is_full_stop_after_time();
        }
        let opens = || opens_sentence(self.lexicon, self.next);
        if lists.has(List::BeforeName) {
            // "Main St. The …": such words end a sentence only when written with a capital after a name.
            return is_street(before) && begins(self.word_before_that(before), is_capital) && opens();
        }
        if letters == 1 {
            return self.is_full_stop_after_letter(before, marks, opens());
        }
        let ordinal = self.lexicon.ordinal_dot && is_roman(before);
        if lists.has(List::Abbreviation) || is_initialism(before) || is_doubled(before) || ordinal {
            return opens();
        }
        // Armenian has a mark of its own for the full stop; its dot is a semicolon.
        !ends(before, |c| matches!(c, '\u{0531}'..='\u{0587}'))
    }

    fn number_next(&self) -> bool {
        begins(self.next, is_digit)
    }

    /// The sentence before its last word, `last`.
    fn before(&self, last: &str) -> &str {
        without_space_after(&self.sentence[..self.sentence.len() - last.len()])
    }

    /// The word before the last one of the sentence, `last`.
    fn word_before_that(&self, last: &str) -> &str {
        word_before(self.before(last))
    }

    /// An initial, an answer's letter ("Q. What is it?"), a degree ("2 °C."), or the pronoun I.
    fn is_full_stop_after_letter(&self, letter: &str, marks: usize, opens: bool) -> bool {
        let earlier = self.before(letter);
        if earlier.is_empty() {
            return false;
        }
        // Letters spelt in Devanagari: "बी. सी."; the full stop is the danda.
        let spelt = marks > 0 || begins(letter, |c| matches!(c, '\u{0900}'..='\u{097f}'));
        // "10 m.", "2 °C."
        let unit = begins(letter, |c| c.is_ascii_lowercase()) && ends(earlier, is_digit);
        !spelt && (opens || unit || ends(earlier, |c| matches!(c, '°' | 'º')))
            || letter == "I" && !begins(self.next, is_capital)
    }

    /// After "5 p.m.": what follows is the day, the time zone, or the next sentence.
    fn is_full_stop_after_time(&self) -> bool {
        let next = word_at(self.next);
        let lists = self.lexicon.lists(next);
        let zone = next.len() > 1 && all(next, is_capital);
        let opening = words(self.sentence).take(OPENING_WORDS).count() < OPENING_WORDS;
        !(self.number_next() || zone || opening || lists.has(List::Month) || lists.has(List::Weekday))
    }

    /// A number with a dot: the mark of an item ("1. Peel the potatoes"), an ordinal ("3. Oktober"), or an end.
    fn is_full_stop_after_number(&self, before: &str) -> bool {
        let earlier = self.before(before);
        if earlier.is_empty() && before.len() <= 3 {
            return false;
        }
        if !self.lexicon.ordinal_dot || before.len() > ORDINAL_DIGITS {
            return true;
        }
        let next = self.lexicon.lists(word_at(self.next));
        if next.has(List::Month) || next.has(List::Weekday) || self.is_in_date(earlier) {
            return false;
        }
        // "der 2. Weltkrieg", but "auf Platz 2. Danach" and "Platz 5. Bayern".
        opens_sentence(self.lexicon, self.next) || !self.lexicon.lists(word_before(earlier)).has(List::Stop)
    }

    /// After the day or the month of "12. 3. 2024".
    fn is_in_date(&self, earlier: &str) -> bool {
        let next = self.next.as_bytes();
        match next.iter().take_while(|b| b.is_ascii_digit()).count() {
            0 => false,
            YEAR_DIGITS => ends_in_ordinal(earlier),
            digits => digits <= ORDINAL_DIGITS && next.get(digits) == Some(&b'.'),
        }
    }
}

/// Whether a text ends in a number with a dot.
fn ends_in_ordinal(text: &str) -> bool {
    matches!(without_space_after(text).as_bytes(), [.., b'0'..=b'9', b'.'])
}

/// Whether `next` begins with a capitalized word that opens sentences rather than names: The, He, In.
pub(super) fn opens_sentence(lexicon: &Lexicon, next: &str) -> bool {
    let bare = trim_start(next, is_opener);
    let word = word_at(bare);
    // "A. S. Pushkin": a letter with a dot is an initial, not a word that opens a sentence.
    let initial = length(word) == 1 && bare.as_bytes().get(word.len()) == Some(&b'.');
    !initial && begins(word, is_capital) && lexicon.opens_sentence(word)
}

/// The lists of a word, or of what follows the article elided before it ("l'Ing").
fn lists_of(lexicon: &Lexicon, word: &str) -> Lists {
    let apostrophe = if lexicon.elision { rfind(word, is_apostrophe) } else { None };
    lexicon.lists(apostrophe.map_or(word, |at| trim_start(&word[at..], is_apostrophe)))
}

/// The titles that are also parts of addresses: Main St., Rocky Mt., 5 Ft.
fn is_street(word: &str) -> bool {
    ["st", "mt", "ft"].iter().any(|street| word.eq_ignore_ascii_case(street))
}

fn is_half_day(word: &str) -> bool {
    ["a.m", "p.m"].iter().any(|half| word.eq_ignore_ascii_case(half))
}

/// "U.S", "e.g", "Ph.D", "gs.ts": what may be an abbreviation by its shape.
pub(super) fn is_initialism(word: &str) -> bool {
    find_byte(word, b'.').is_some() && split(word, |c| c == '.').all(|part| count_letters(part).0 <= PART_LETTERS)
}

/// A Spanish plural: "EE. UU.", "FF. AA."
fn is_doubled(word: &str) -> bool {
    if is_roman(word) {
        return false;
    }
    let mut letters = word.chars();
    let (first, second) = (letters.next(), letters.next());
    first == second && first.is_some_and(is_capital) && letters.next().is_none()
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// How many characters of a word are letters of their own, and how many are signs on them.
fn count_letters(word: &str) -> (usize, usize) {
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
