//! Where a word or a number ends, and what it is hashed to: read once, a letter at a time.

use crate::collections::hash::{Hasher, Key};
use crate::language::lexicon::{Lexicon, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::text::case::{folded, is_small};
use crate::text::char_class::{CharClass, is_katakana, is_thai_mark, is_unspaced};
use crate::text::chars::{find, length, rfind, trim_start};
use crate::text::punctuation::{is_apostrophe, is_digit, is_hyphen, is_letter, is_letter_or_digit};
use crate::text::scan;
use crate::text::span::Span;

/// A stem is this many letters: a cut that merges most inflected forms in any of the languages.
const STEM_LETTERS: usize = 6;
/// An elided article before an apostrophe has at most this many letters (Italian "dell'").
const ELISION_LETTERS: usize = 4;
/// What parts a capital of ASCII from its small letter.
const SMALL: u8 = b'a' - b'A';

/// A run of ASCII letters, which most words are: all there is to know of it in one pass.
pub(super) struct Letters {
    start: usize,
    pub(super) end: usize,
    hash: Hasher,
    /// The first eight, or fewer, in lower case.
    opening: u64,
    /// Where among those capitals stand: a bit in each byte.
    large: u64,
    /// How many capitals there are after those.
    more_capitals: usize,
    /// The byte after it; 0 at the end of what is read.
    pub(super) behind: u8,
}

impl Letters {
    /// The letters from `start` on, where `eight` bytes begin; `None` where there are none.
    #[inline(always)]
    pub(super) fn read(bytes: &[u8], start: usize, mut eight: u64) -> Option<Self> {
        let (mut count, mask) = scan::letters(eight);
        if count == 0 {
            return None;
        }
        let opening = (eight | scan::each(SMALL)) & mask;
        let large = (eight ^ opening) & mask;
        let mut more_capitals = 0;
        let mut hash = Hasher::of_letters(opening);
        let mut end = start + count;
        while count == 8 {
            eight = scan::eight(bytes, end);
            let (more, mask) = scan::letters(eight);
            let small = (eight | scan::each(SMALL)) & mask;
            more_capitals += ((eight ^ small) & mask).count_ones() as usize;
            hash.write_after_eight(small);
            (count, end) = (more, end + more);
        }
        let behind = (eight >> (8 * count)) as u8;
        Some(Self { start, end, hash, opening, large, more_capitals, behind })
    }

    /// Whether the word may go on after the letters.
    pub(super) fn may_go_on(&self, bytes: &[u8]) -> bool {
        match self.behind {
            b'\'' | b'-' | b'0'..=b'9' | 0x80.. => true,
            b'.' => bytes.get(self.end + 1).is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii()),
            _ => false,
        }
    }

    /// The token of a word that ends where the letters do.
    #[inline(always)]
    pub(super) fn token(&self, lexicon: &Lexicon) -> Token {
        let length = self.end - self.start;
        let hash = self.hash.finish();
        let word = hash as Key;
        let stem = Hasher::of_letters(self.opening & scan::first(STEM_LETTERS));
        let stem = if length > STEM_LETTERS { stem.key() } else { word };
        // Few words have a capital.
        let case = if self.large == 0 && self.more_capitals == 0 {
            Case::Lower
        } else {
            let capitals = self.large.count_ones() as usize + self.more_capitals;
            case(self.large & u64::from(SMALL) != 0, capitals, length, length)
        };
        let lists = lexicon.lists_of_hash(hash);
        let (span, kind) = (Span::new(self.start, self.end), TokenKind::Word);
        Token { span, kind, case, plain: true, word, stem, lists }
    }
}

/// A word as far as it is read.
#[derive(Clone, Copy, Default)]
pub(super) struct Word {
    /// The byte after it.
    pub(super) end: usize,
    hash: Hasher,
    /// The hash of the first [`STEM_LETTERS`] characters; of all while there are no more.
    stem: Hasher,
    /// Characters hashed.
    length: usize,
    letters: usize,
    capitals: usize,
    first_is_capital: bool,
    /// Whether a letter has case.
    cased: bool,
    has_apostrophe: bool,
}

impl Word {
    pub(super) fn at(start: usize) -> Self {
        Self { end: start, ..Self::default() }
    }

    /// The word or number with all that follows what is read of it. To a number belong the marks between its digits, and
    /// letters glued on (20th, 5G, 3D), which have no case there.
    #[inline(never)]
    pub(super) fn read_on(mut self, kind: TokenKind, text: &str, bytes: &[u8]) -> Self {
        let is_number = kind == TokenKind::Number;
        let mut inner_dot = false;
        loop {
            let eight = scan::eight(bytes, self.end);
            let byte = eight as u8;
            // What most end at, and what most go on with, is decided without a call.
            if byte == b' ' {
                break;
            }
            let is_digit = byte.is_ascii_digit();
            let (count, mask) = if is_digit { scan::digits(eight) } else { scan::letters(eight) };
            if count > 0 {
                // A digit has the bit of a small letter.
                let small = (eight | scan::each(SMALL)) & mask;
                let large = (eight ^ small) & mask;
                self.first_is_capital |= self.letters == 0 && large & u64::from(SMALL) != 0;
                self.capitals += large.count_ones() as usize;
                self.cased |= !is_number && !is_digit;
                self.letters += if is_digit { 0 } else { count };
                self.write_run(small, count);
                continue;
            }
            let c = scan::first_char(eight);
            let class = CharClass::of(c);
            if class.is_of_word() {
                let capital = class.is(CharClass::CAPITAL);
                self.first_is_capital |= capital && self.letters == 0;
                self.capitals += usize::from(capital);
                self.cased |= class.is(CharClass::CAPITAL | CharClass::SMALL) && !is_number;
                self.letters += usize::from(!c.is_ascii_digit());
            } else if !class.is(CharClass::COMBINING) {
                if !self.is_joined_by(is_number, text, bytes, c) {
                    break;
                }
                inner_dot |= c == '.' && !is_number;
            }
            self.take(c, class);
        }
        // The last dot of an initialism belongs to it: "U.S." but not the "S." of "in the US."
        if inner_dot && bytes.get(self.end) == Some(&b'.') {
            self.take('.', CharClass::of('.'));
        }
        self
    }

    /// A base character with its combining marks; a run of Katakana, which writes foreign words and names, whole.
    #[inline(never)]
    pub(super) fn of_ideograph(bytes: &[u8], start: usize) -> Self {
        let mut ideograph = Self::at(start);
        let mut is_katakana_word = false;
        loop {
            let c = scan::first_char(scan::eight(bytes, ideograph.end));
            let class = CharClass::of(c);
            if ideograph.end == start {
                is_katakana_word = is_katakana(c);
            } else if !class.is(CharClass::COMBINING)
                && !is_thai_mark(c)
                && !(is_katakana_word && (is_katakana(c) || c == '・'))
            {
                return ideograph;
            }
            ideograph.take(c, class);
        }
    }

    fn take(&mut self, c: char, class: CharClass) {
        let hashed = if class.is(CharClass::FOLDED) { folded(c) } else { c };
        self.has_apostrophe |= hashed == '\'';
        if hashed != '\0' {
            self.write(hashed);
        }
        self.end += c.len_utf8();
    }

    fn write(&mut self, folded: char) {
        if self.length == STEM_LETTERS {
            self.stem = self.hash;
        }
        self.hash.write(folded);
        self.length += 1;
    }

    /// Takes in characters of ASCII, eight or fewer, the first the lowest.
    fn write_run(&mut self, characters: u64, count: usize) {
        let length = self.length + count;
        if self.length <= STEM_LETTERS && length > STEM_LETTERS {
            self.stem = self.hash;
            self.stem.write_letters(characters & scan::first(STEM_LETTERS - self.length));
        }
        self.hash.write_letters(characters);
        self.length = length;
        self.end += count;
    }

    /// Whether the mark `c` after it joins two letters into one word: an apostrophe, a hyphen, or a dot between single
    /// capitals; or two digits into one number.
    #[inline(never)]
    fn is_joined_by(&self, is_number: bool, text: &str, bytes: &[u8], c: char) -> bool {
        let next = self.end + c.len_utf8();
        let following = scan::first_char(scan::eight(bytes, next));
        if is_number {
            let joins = matches!(c, '.' | ',' | ':' | '/' | '\u{a0}' | '\u{202f}' | '٫' | '٬' | '–') || is_hyphen(c);
            joins && is_digit(following)
        } else if is_apostrophe(c) || c == '\u{200c}' {
            is_letter(following)
        } else if is_hyphen(c) {
            is_letter_or_digit(following) && !is_unspaced(following)
        } else if c == '.' {
            // "U.S", "p.m", "Ph.D": a dot between letters with no space is an initialism or a host name.
            let after_single = self.letters == 1 || bytes[self.end - 1].is_ascii_uppercase();
            after_single && is_letter(following) && !is_small(following)
                || following.is_ascii_lowercase()
                    && text.as_bytes().get(next + 1).is_none_or(|b| !b.is_ascii_lowercase())
        } else {
            false
        }
    }

    /// How it is capitalized.
    pub(super) const fn case(&self) -> Case {
        if self.cased { case(self.first_is_capital, self.capitals, self.letters, self.length) } else { Case::None }
    }

    /// The keys of the lower-case form of a word, which covers `span`, and of its stem, and the lists it is on.
    pub(super) fn normalize(&self, text: &str, span: Span, lexicon: &Lexicon) -> (Key, Key, Lists) {
        let whole = self.hash.finish();
        let lists = lexicon.lists_of_hash(whole);
        let bare = if self.has_apostrophe { strip_clitic(span.of(text), lexicon) } else { None };
        let Some(bare) = bare else { return (whole as Key, self.stem(), lists) };
        let mut word = Self::default();
        while word.end < bare.len() {
            let c = scan::first_char(scan::eight(bare.as_bytes(), word.end));
            word.take(c, CharClass::of(c));
        }
        let hash = word.hash.finish();
        // "it's" is on lists as it stands, "Baku's" as Baku.
        (hash as Key, word.stem(), if lists == Lists::default() { lexicon.lists_of_hash(hash) } else { lists })
    }

    const fn stem(&self) -> Key {
        if self.length > STEM_LETTERS { self.stem.key() } else { self.hash.key() }
    }
}

/// How a word is capitalized that has so many capitals among its letters, and so many characters.
#[inline(always)]
const fn case(first_is_capital: bool, capitals: usize, letters: usize, characters: usize) -> Case {
    match (first_is_capital, capitals) {
        (_, 0) => Case::Lower,
        (false, _) => Case::Mixed,
        _ if characters == 1 => Case::Single,
        _ if capitals == letters && letters > 1 => Case::Upper,
        _ => Case::Capitalized,
    }
}

/// A word without its possessive ("Baku's", "the leaders'") or, in French and Italian, its elided article ("l'Élysée"),
/// if it has either.
fn strip_clitic<'w>(word: &'w str, lexicon: &Lexicon) -> Option<&'w str> {
    let at = rfind(word, is_apostrophe)?;
    if matches!(trim_start(&word[at..], is_apostrophe), "s" | "S") {
        Some(&word[..at])
    } else {
        after_elision(word, lexicon)
    }
}

/// What follows the article or preposition that is joined to a word by an apostrophe: the Emmanuel of "d'Emmanuel", the
/// Italia of "dell'Italia". Nothing in languages that elide no articles.
pub(crate) fn after_elision<'w>(word: &'w str, lexicon: &Lexicon) -> Option<&'w str> {
    let at = find(word, is_apostrophe).filter(|_| lexicon.elision)?;
    let after = trim_start(&word[at..], is_apostrophe);
    (length(&word[..at]) <= ELISION_LETTERS && length(after) >= 2).then_some(after)
}
