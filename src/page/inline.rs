//! What stands inside a line of text and may be no word of it: buttons, marks of notes, images, initials.

use crate::text::case::{is_capital, is_small};
use crate::text::chars::{
    all, length, rfind, split, trim, trim_end, trim_start, without_space_after, without_space_before,
};
use crate::text::punctuation::{
    begins, ends, ends_as_sentence, first_char, is_apostrophe, is_closer, is_end_mark, is_letter, is_opener,
    is_quotation_mark,
};

/// From so many bytes around it on, a button in the middle of a line stands in prose: bylines with "Follow" are shorter.
const PROSE_BYTES: usize = 40;
/// A word of fewer letters with a raised number is a unit or a formula ("km²", "CO₂"), a longer one has a note.
const LONGEST_UNIT: usize = 2;
/// The most digits of a note's number.
const NOTE_DIGITS: usize = 3;

/// Whether the words of a control belong to the sentence that `before` begins and `after`, the next text of the line,
/// goes on with. What stands before or after a whole sentence is there to be pressed.
pub(crate) fn is_control_in_prose(before: &str, words: &str, after: &str) -> bool {
    if after.is_empty() || trim(words).is_empty() {
        return false;
    }
    let before = without_space_after(before);
    let is_in_sentence = !before.is_empty() && !ends_as_sentence(before);
    let is_closed = begins(after, |c| is_closer(c) || matches!(c, ',' | '.' | ';' | ':' | '!' | '?'));
    begins(after, is_small) || is_in_sentence && (is_closed || before.len() + after.len() >= PROSE_BYTES)
}

/// Whether what is glued to the end of a text is the mark of a note: a number, or a sign that stands for one.
pub(crate) fn is_note_mark(before: &str, mark: &str) -> bool {
    let mark = trim(mark);
    let bare = trim_end(trim_start(mark, is_opener), is_closer);
    let is_bracketed = bare.len() < mark.len();
    let is_number = |part: &str| (1..=NOTE_DIGITS).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let is_sign = !bare.is_empty() && all(bare, |c| matches!(c, '*' | '†' | '‡' | '§' | '¶'));
    let is_letter_of_a_note = is_bracketed && bare.len() == 1 && begins(bare, is_letter);
    if is_sign || is_letter_of_a_note {
        return true;
    }
    if !split(bare, |c| matches!(c, ',' | '-' | '–')).all(|part| is_number(trim(part))) {
        return false;
    }
    // In brackets of the text itself the numbers are words: "[4,5]".
    if find_last(before, |c| matches!(c, '[' | ']')) == Some('[') {
        return false;
    }
    // Letters of scripts without capitals are words, not units.
    let word = length(&before[trim_end(before, is_letter).len()..]);
    let is_cased = ends(before, |c| is_small(c) || is_capital(c));
    let follows_a_mark = ends(before, |c| is_end_mark(c) || is_closer(c) || matches!(c, ',' | ';' | ':'));
    is_bracketed || follows_a_mark || word > LONGEST_UNIT || word > 0 && !is_cased
}

/// The last character of a class.
fn find_last(text: &str, is: fn(char) -> bool) -> Option<char> {
    rfind(text, is).and_then(|at| first_char(&text[at..]))
}

/// Whether the text that stands for an image is an emoji, with what modifies it.
pub(crate) fn is_emoji(text: &str) -> bool {
    let is_part: fn(char) -> bool = |c| {
        matches!(c, '\u{203c}' | '\u{2049}' | '\u{200d}' | '\u{20e3}' | '\u{fe0f}' | '\u{2190}'..='\u{2bff}'
            | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}')
    };
    begins(text, is_part) && all(text, is_part)
}

/// Whether a text is one large letter, perhaps with the quotation mark that opens it.
pub(crate) fn is_initial(text: &str) -> bool {
    let letter = trim_start(text, |c| is_quotation_mark(c) || is_opener(c));
    begins(letter, is_capital) && first_char(letter).is_some_and(|c| c.len_utf8() == letter.len())
}

/// Whether an initial may be a word of its own in some language.
pub(crate) fn is_word(initial: &str) -> bool {
    ends(initial, |c| {
        matches!(
            c,
            'A' | 'E'
                | 'I'
                | 'K'
                | 'O'
                | 'S'
                | 'U'
                | 'V'
                | 'W'
                | 'Y'
                | 'Z'
                | 'À'
                | 'È'
                | 'É'
                | 'Ó'
                | 'Ò'
                | 'А'
                | 'Б'
                | 'В'
                | 'Ж'
                | 'З'
                | 'И'
                | 'І'
                | 'К'
                | 'О'
                | 'С'
                | 'У'
                | 'Є'
                | 'Я'
                | 'Η'
                | 'Ο'
                | 'Ή'
        )
    })
}

/// Whether a text that stands for what a page draws is the quotation mark of a `q` element.
pub(crate) fn is_mark_of_q(text: &str) -> bool {
    matches!(text, "“" | "”")
}

/// Whether a text goes on with the word that an initial in a box of its own begins: in small letters, or with a word all
/// in capitals as the first words after an initial often are.
pub(crate) fn goes_on_from_initial(text: &str) -> bool {
    let text = without_space_before(text);
    let after_apostrophe = trim_start(text, is_apostrophe);
    if after_apostrophe.len() < text.len() {
        return begins(after_apostrophe, is_letter);
    }
    let rest = trim_start(text, is_capital);
    let capitals = length(&text[..text.len() - rest.len()]);
    begins(text, is_small) || capitals > 1 && !rest.is_empty() && !begins(rest, is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_is_read_where_it_is_part_of_a_sentence() {
        for (before, after) in [
            ("The town council of ", "voted on Tuesday."),
            ("The work will cost ", "million crowns."),
            ("The vote was held in ", "."),
            ("The hall was closed. ", "has more on it below."),
            ("", "voted on Tuesday."),
            ("オストランドの町議会は火曜日に", "の閉鎖を決めたと発表しました。"),
        ] {
            assert!(is_control_in_prose(before, "Ostrand", after), "{before} … {after}");
        }
        for (before, after) in [
            ("The council voted on Tuesday. ", ""),
            ("The council voted on Tuesday", ""),
            ("The council voted on Tuesday. ", "The work will cost 14 million crowns."),
            ("By Martin Rowe ", "6 May 2026"),
            ("", "The work will cost 14 million crowns."),
        ] {
            assert!(!is_control_in_prose(before, "Share", after), "{before} … {after}");
        }
    }

    #[test]
    fn marks_of_notes_are_told_from_units_and_powers() {
        for (before, mark) in [
            ("closed the pier", "1"),
            ("closed the pier.", "12"),
            ("“We are sorry”", "[3]"),
            ("in the year 2019", "[4]"),
            ("closed the pier", "*"),
            ("closed the pier", "[b]"),
            ("closed the pier", "1,2"),
            ("橋を閉めた", "1"),
        ] {
            assert!(is_note_mark(before, mark), "{before}{mark}");
        }
        for (before, mark) in [
            ("stress [4,", "5"),
            ("stress [", "1"),
            ("40 km", "2"),
            ("CO", "2"),
            ("10", "6"),
            ("on the 21", "st"),
            ("the pier", "TM"),
            ("x", "n"),
        ] {
            assert!(!is_note_mark(before, mark), "{before}{mark}");
        }
    }

    #[test]
    fn initials_and_emoji() {
        assert!(["T", "“T", "É", "Ж", "«Ш"].iter().all(|text| is_initial(text)));
        assert!(!["", "Th", "t", "1", "“", "市", "T."].iter().any(|text| is_initial(text)));
        assert!(
            ["he town council", " \nhe", "HE TOWN council", "’été dernier"].iter().all(|t| goes_on_from_initial(t))
        );
        assert!(!["The town", "N ATO", "14 crowns", ""].iter().any(|t| goes_on_from_initial(t)));
        assert!(["🙂", "❤\u{fe0f}", "👩\u{200d}🚒", "🇱🇻"].iter().all(|text| is_emoji(text)));
        assert!(!["", "A smile", ":)", "*", "14", "…"].iter().any(|text| is_emoji(text)));
    }
}
