//! The abbreviation before a dot: the lists it is on, also when it is written in several parts ("т. д.", "v. Chr.").

use crate::language::adjacent::{count_letters, is_roman, lists_of, word_before};
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::text::case::{is_capital, is_small};
use crate::text::chars::{find_byte, without_space_after};
use crate::text::punctuation::{begins, ends, is_digit};

/// Listed abbreviations have at most this many letters: longer words need not be looked up.
const LONGEST: usize = 6;
/// Of those in several parts each but the last has at most so many: "р. Хр.", "пос. г. т".
const LONGEST_PART: usize = 3;
/// The most parts before the last: "d. v. s."
const MOST_PARTS: usize = 2;

/// What German and Dutch shorten in the names of streets.
const STREET: &str = "str";

/// The last word of a sentence, as an abbreviation.
#[derive(Clone, Copy)]
pub(super) struct Abbreviation<'t> {
    /// The sections of the lexicon that it stands in.
    pub(super) lists: Lists,
    /// Where it starts in the sentence.
    pub(super) start: usize,
    /// Whether it has several parts.
    pub(super) has_parts: bool,
    /// Whether an amount or a number stands before it.
    pub(super) after_number: bool,
    /// Whether it ends a sentence before any capital.
    pub(super) is_final: bool,
    sentence: &'t str,
}

impl<'t> Abbreviation<'t> {
    /// That which ends `sentence` with the word `last`.
    pub(super) fn read(lexicon: &Lexicon, sentence: &'t str, last: &str) -> Self {
        let start = sentence.len() - last.len();
        let letters = count_letters(last).0;
        // "Hauptstr. 5": streets are compounds.
        let listed = if last.ends_with(STREET) { STREET } else { last };
        let may_be_listed = listed == STREET || letters <= LONGEST || find_byte(last, b'.').is_some();
        let lists = if may_be_listed { lists_of(lexicon, listed) } else { Lists::default() };
        // "Wash." is a state, "wash." and "WASH." are not.
        let as_name = begins(last, is_capital) && last.chars().nth(1).is_some_and(is_small);
        let lists = if as_name && lists.has(List::CapitalAbbreviation) {
            lists.or(Lists::of(List::Abbreviation))
        } else {
            lists
        };
        let alone = Self { lists, start, has_parts: false, after_number: false, is_final: false, sentence };
        let whole = if may_be_listed { alone.extended(lexicon) } else { alone };
        whole.judged(lexicon, letters)
    }

    /// With the parts before it, if it is listed with them.
    fn extended(self, lexicon: &Lexicon) -> Self {
        let (mut whole, mut start) = (self, self.start);
        for _ in 0..MOST_PARTS {
            let Some(earlier) = without_space_after(&self.sentence[..start]).strip_suffix('.') else { break };
            let part = word_before(earlier);
            let letters = count_letters(part).0;
            // "A. C. Rossi" is a person, "300 a. C." a year.
            if part.is_empty() || letters > LONGEST_PART || letters == 1 && begins(part, is_capital) {
                break;
            }
            start = earlier.len() - part.len();
            let lists = lexicon.lists_without(&self.sentence[start..], char::is_whitespace);
            if lists != Lists::default() {
                whole = Self { lists, start, has_parts: true, ..whole };
            }
        }
        whole
    }

    /// With what stands before it.
    fn judged(self, lexicon: &Lexicon, letters: usize) -> Self {
        if !self.lists.meets(Lists::both(List::SentenceFinal, List::Company)) {
            return self;
        }
        let earlier = without_space_after(&self.sentence[..self.start]);
        let previous = word_before(earlier.strip_suffix('.').unwrap_or(earlier));
        let counted = Lists::both(List::Unit, List::SentenceFinal);
        let lists = lexicon.lists(previous);
        let after_number =
            ends(earlier, is_digit) || is_roman(previous) || lists.meets(counted) && !lists.has(List::Stop);
        // "Ft. Worth" and "5 ft.", "г. Москва" and "1998 г.", "M. Dupont" and "3,5 M."
        let others = Lists::both(List::Abbreviation, List::BeforeName).or(Lists::both(List::BeforeNumber, List::Stop));
        let ambiguous = letters == 1 && !self.has_parts || self.lists.meets(others);
        Self { after_number, is_final: !ambiguous || after_number, ..self }
    }
}
