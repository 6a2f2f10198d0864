//! Whether a dot is a full stop: the words before and after it decide.

use crate::language::abbreviation::Abbreviation;
use crate::language::adjacent::{
    count_letters, is_doubled, is_half_day, is_initial, is_initialism, is_roman, is_street, lists_of, opens_sentence,
    plural_opens, word_at, word_before,
};
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::text::case::{is_capital, is_small};
use crate::text::chars::{all, find, length, rfind, split, trim_start, without_space_after, words};
use crate::text::punctuation::{begins, ends, is_apostrophe, is_digit};

/// An ordinal number with a dot has at most this many digits, more only after an article: "sein 100. Geburtstag", "der 1000.
/// Besucher", not "seit 2020. Merkel".
const ORDINAL_DIGITS: usize = 3;
/// Of the day and the month in a date of figures each has at most so many.
const DAY_DIGITS: usize = 2;
/// A year in a date of figures has so many.
const YEAR_DIGITS: usize = 4;
/// "At 5 a.m. Mr. Smith", "Am 24.12. Heiligabend": what opens a sentence, within this many words, does not end it.
const OPENING_WORDS: usize = 4;

/// A dot and what stands around it.
pub(super) struct Dot<'a> {
    pub(super) lexicon: &'a Lexicon,
    /// The sentence up to the dot.
    pub(super) sentence: &'a str,
    /// The text after it, from its first character that is no space, quotation mark, bracket or dash on.
    pub(super) next: &'a str,
    /// Whether a bracket stands before that.
    pub(super) bracket_next: bool,
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
        let last = Abbreviation::read(self.lexicon, self.sentence, before);
        let lists = last.lists;
        if lists.has(List::BeforeNumber)
            && (self.number_next() || is_roman(word_at(self.next)) && word_at(self.next) != "I")
        {
            return false;
        }
        if is_half_day(before) {
            return self.is_full_stop_after_time();
        }
        if last.is_final {
            return self.is_full_stop_after_final(&last);
        }
        let opens = || opens_sentence(self.lexicon, self.next);
        let (letters, marks) = count_letters(before);
        // "d'E. Martin"
        let elided = rfind(before, is_apostrophe).map_or("", |at| trim_start(&before[at..], is_apostrophe));
        if letters == 1 || length(elided) == 1 && begins(elided, is_capital) {
            return self.is_full_stop_after_letter(before, marks, opens());
        }
        if lists.has(List::BeforeName) {
            // "Main St. The …": such words end a sentence only when written with a capital after a name.
            return is_street(before) && begins(self.word_before_that(before), is_capital) && opens();
        }
        let ordinal = self.lexicon.ordinal_dot && is_roman(before);
        let initialism = is_initialism(before);
        if lists.has(List::Abbreviation) || initialism || is_doubled(before) || ordinal {
            return opens() || self.ends_after_noun(before, initialism) || self.ends_after_amount(before);
        }
        // Armenian has a mark of its own for the full stop; its dot is a semicolon.
        !ends(before, |c| matches!(c, '\u{0531}'..='\u{0587}'))
    }

    /// Whether the sentence has but begun.
    fn is_opening(&self) -> bool {
        words(self.sentence).take(OPENING_WORDS).count() < OPENING_WORDS
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

    fn lists_before(&self, last: &str) -> Lists {
        self.lexicon.lists(self.word_before_that(last))
    }

    /// The lists of the word that follows.
    fn next_lists(&self) -> Lists {
        self.lexicon.lists(word_at(self.next))
    }

    /// After an abbreviation that ends sentences, the sentence goes on where what follows belongs to it: more of a
    /// firm's name or who leads it ("Acme Co. Ltd.", "Acme Inc. Chief Executive"), what an amount is of ("5 mln. Euro"), a
    /// number, brackets. Nor does it end after a date that opens it ("В 1998 г. Россия").
    fn is_full_stop_after_final(&self, last: &Abbreviation<'_>) -> bool {
        if self.number_next() {
            return false;
        }
        let next = self.next_lists();
        let goes_on = self.bracket_next
            || is_initial(self.next)
            || next.has(List::Company)
            || last.lists.has(List::Company) && next.has(List::Honorific)
            || last.after_number && next.meets(Lists::both(List::Currency, List::SentenceFinal))
            || last.after_number && self.is_opening_date(last);
        !goes_on || opens_sentence(self.lexicon, self.next)
    }

    /// Whether the sentence is nothing but a date so far: a function word or a number, at most two other words, and a
    /// year or a century ("в начале 1998 г.", "um 300 v. Chr.").
    fn is_opening_date(&self, last: &Abbreviation<'_>) -> bool {
        const OTHER_WORDS: usize = 2;
        let before = without_space_after(&self.sentence[..last.start]);
        let year = word_before(before);
        let digits = year.bytes().rev().take_while(u8::is_ascii_digit).count();
        if !(is_roman(year) || digits == YEAR_DIGITS || digits > 0 && last.has_parts) {
            return false;
        }
        let mut others = 0;
        words(before).enumerate().all(|(at, word)| {
            let lists = self.lexicon.lists(word);
            let date = begins(word, is_digit) || is_roman(word) || lists.meets(Lists::both(List::Stop, List::Month));
            others += usize::from(!date);
            let may_be_other = at > 0 && begins(word, is_small) && others <= OTHER_WORDS;
            // "Он жил в XIX в.": a pronoun is the subject of a sentence.
            !lists.meets(Lists::both(List::Verb, List::Anaphor)) && (date || may_be_other)
        })
    }

    /// "Jon Holt Jr. Friends mourned", "She moved to the U.S. Friends followed", "She lives in L.A. Friends came": an
    /// initialism is a noun after an article, a comma or a preposition, else often the beginning of a name.
    fn ends_after_noun(&self, before: &str, initialism: bool) -> bool {
        let previous = self.lists_before(before);
        // The U.S., the U.K., the U.N., the E.U.: without an article they stand before a noun ("U.S. Treasuries").
        let articled = matches!(before.as_bytes(), [b'U', b'.', ..] | [b'E', b'.', b'U']);
        let noun = if initialism {
            split(before, |c| c == '.').all(is_doubled)
                || before == "D.C"
                || previous.has(List::Definite)
                || self.before(before).ends_with(',')
                || !articled && previous.meets(Lists::both(List::Attribute, List::PlacePreposition))
        } else {
            // Where nouns have capitals, what follows may belong to the abbreviation: "inkl. Hotels".
            !self.lexicon.verb_bracket
        };
        noun && !self.is_opening() && plural_opens(self.lexicon, self.next)
    }

    /// "Es kostete 5 Mio. Geld kam": where nouns have capitals, a verb tells what opens a sentence from what is counted.
    fn ends_after_amount(&self, before: &str) -> bool {
        let amount = self.lexicon.verb_bracket && ends(self.before(before), is_digit);
        amount
            && !self.is_opening()
            && !self.next_lists().meets(Lists::both(List::Unit, List::Currency))
            && self.verb_follows()
    }

    /// Whether a verb stands after the next word.
    fn verb_follows(&self) -> bool {
        let second = words(self.next).nth(1).unwrap_or_default();
        self.lexicon.lists(word_at(second)).meets(Lists::both(List::Verb, List::Speech))
    }

    /// An initial, an answer's letter ("Q. What is it?"), the letter of a group or a vitamin, a degree ("2 °C."), or the
    /// pronoun I.
    fn is_full_stop_after_letter(&self, letter: &str, marks: usize, opens: bool) -> bool {
        let earlier = self.before(letter);
        if earlier.is_empty() {
            return false;
        }
        // Letters spelt in Devanagari: "बी. सी."; the full stop is the danda.
        let spelt = marks > 0 || begins(letter, |c| matches!(c, '\u{0900}'..='\u{097f}'));
        let previous = word_before(earlier);
        let capital = begins(letter, is_capital);
        // "Group B", "hepatitis B"; "wrote on X", the platform: hardly anybody's first name begins so. "Rossi & C."
        let named = capital && lists_of(self.lexicon, previous).has(List::BeforeLetter)
            || letter == "X" && begins(previous, is_small) && find(previous, is_capital).is_none()
            || earlier.ends_with('&');
        !spelt && (opens || named || ends(earlier, |c| matches!(c, '°' | 'º')))
            || letter == "I" && !begins(self.next, is_capital)
    }

    /// After "5 p.m.": what follows is the day, the time zone, or the next sentence.
    fn is_full_stop_after_time(&self) -> bool {
        let next = word_at(self.next);
        let lists = self.lexicon.lists(next);
        let zone = next.len() > 1 && all(next, is_capital);
        !(self.number_next() || zone || self.is_opening() || lists.has(List::Month) || lists.has(List::Weekday))
    }

    /// A number with a dot: the mark of an item ("1. Peel the potatoes"), an ordinal ("3. Oktober"), a date, or an end.
    fn is_full_stop_after_number(&self, before: &str) -> bool {
        let earlier = self.before(before);
        if earlier.is_empty() && before.len() <= ORDINAL_DIGITS {
            return false;
        }
        if !self.lexicon.ordinal_dot {
            return true;
        }
        let next = self.next_lists();
        let in_date = next.has(List::Month) || next.has(List::Weekday);
        let opens = || opens_sentence(self.lexicon, self.next);
        if is_day_and_month(before) {
            // "vom 3.4. (Montag) bis", "Am 24.12. Heiligabend": a date that opens a sentence does not end it.
            return !in_date && !self.number_next() && (!self.bracket_next && !self.is_opening() || opens());
        }
        let previous = self.lexicon.lists(word_before(earlier));
        // "der 1000. Besucher"
        if before.len() > ORDINAL_DIGITS {
            return opens() || !previous.has(List::Definite);
        }
        if in_date || self.is_in_date(earlier) {
            return false;
        }
        if opens() {
            return true;
        }
        // Where the verb comes last no sentence ends in a number: "Takım TFF 1. Lig'de oynuyor."
        if self.lexicon.verb_final || next.has(List::AfterOrdinal) {
            return false;
        }
        // "der 2. Weltkrieg", but "auf Platz 2. Danach" and "Platz 5. Bayern"; "nur 100. Merkel sagte".
        let may_be_amount = before.len() == ORDINAL_DIGITS
            && !previous.has(List::Definite)
            && !self.is_opening()
            && self.verb_follows();
        !previous.has(List::Stop) || may_be_amount
    }

    /// After the day or the month of "12. 3. 2024".
    fn is_in_date(&self, earlier: &str) -> bool {
        let next = self.next.as_bytes();
        match next.iter().take_while(|b| b.is_ascii_digit()).count() {
            0 => false,
            YEAR_DIGITS => ends_in_ordinal(earlier),
            digits => digits <= DAY_DIGITS && next.get(digits) == Some(&b'.'),
        }
    }
}

/// Whether a number is the day and the month of a date of figures: "24.12" before its last dot.
fn is_day_and_month(number: &str) -> bool {
    let mut parts = split(number, |c| c == '.').map(|part| part.parse::<u32>().unwrap_or_default());
    let (day, month, more) = (parts.next(), parts.next(), parts.next());
    day.is_some_and(|day| (1..=31).contains(&day)) && month.is_some_and(|m| (1..=12).contains(&m)) && more.is_none()
}

/// Whether a text ends in a number with a dot.
fn ends_in_ordinal(text: &str) -> bool {
    matches!(without_space_after(text).as_bytes(), [.., b'0'..=b'9', b'.'])
}
