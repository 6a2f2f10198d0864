//! Datelines: the place, date and agency that open a wire story and are no part of its first sentence.
//!
//! Four shapes are known: `MOSCOW, October 30. /TASS/. Text`, `RIGA, Latvia (AP) — Text`, `Riga, May 2 (LETA) Text`,
//! `PARIS — Text`.

use crate::text::case::{is_capital, is_small};
use crate::text::chars::{all, find, find_byte, split, trim_start};
use crate::text::punctuation::{begins, first_char, is_letter, is_letter_or_digit};

/// A dateline ends within this many bytes of its paragraph's start.
const LONGEST: usize = 90;
/// The names of agencies are short: TASS, Reuters, Agence France-Presse.
const LONGEST_AGENCY: usize = 30;
/// Those in small letters are shorter, with their service too: "dpa", "dpa/lnw". Longer is what says who or where
/// somebody is: "(the president)".
const LONGEST_SMALL_AGENCY: usize = 8;

/// How many bytes at the start of `paragraph` are a dateline, the space after it included; 0 when it has none.
pub(crate) fn length(paragraph: &str) -> usize {
    if goes_on_small(paragraph.as_bytes()) {
        return 0;
    }
    let mut end = LONGEST.min(paragraph.len());
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let head = &paragraph[..end];
    let length = in_slashes(head).or_else(|| in_brackets(head)).or_else(|| capitals_and_dash(head)).unwrap_or(0);
    // What is left must still be text.
    if length > 0 && find(&paragraph[length..], is_letter_or_digit).is_some() { length } else { 0 }
}

/// Whether a text begins with a word and one in small letters that stands in no name of a place: most paragraphs do,
/// and no dateline does.
fn goes_on_small(text: &[u8]) -> bool {
    let first = text.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    // "de", "of" and "and" may stand in one.
    matches!(text.get(first..), Some([b' ', b'b' | b'c' | b'e'..=b'n' | b'p'..=b'z', ..]))
}

/// `MOSCOW, October 30. /TASS/. `
fn in_slashes(head: &str) -> Option<usize> {
    let open = find_byte(head, b'/')?;
    let close = open + 1 + find_byte(&head[open + 1..], b'/')?;
    let agency = &head[open + 1..close];
    let named = agency.len() <= LONGEST_AGENCY && !agency.is_empty() && all(agency, |c| is_capital(c) || c == '-');
    (named && is_place_and_date(&head[..open]))
        .then(|| skip_marks(head, close + 1, |c| is_dash(c) || c.is_whitespace() || matches!(c, '.' | ':')))
}

/// `RIGA, Latvia, May 2 (AP) — Text`, `Berlin (dpa/lnw) - Text`, `Riga, May 2 (LETA) Text`, `Riga (CNN)Text`,
/// `(CNN) -- Text`. Without a dash, the agency is in capitals, and a date, a comma or the lack of a space tells it from
/// an abbreviation: `Riga Tech (RTU) has`.
fn in_brackets(head: &str) -> Option<usize> {
    find_byte(head, b'(')?;
    places(head, b'(').find_map(|open| {
        let close = open + find_byte(&head[open..], b')')?;
        let (place, agency) = (&head[..open], &head[open + 1..close]);
        let end = skip_marks(head, close + 1, is_dash_or_space);
        let dashed = find(&head[close + 1..end], is_dash).is_some();
        // "(A) Red" is an item of a list.
        let all_capitals = agency.len() > 1 && all(agency, is_capital);
        let wired = open == 0
            || end == close + 1 && begins(&head[end..], is_letter)
            || find(place, |c| c == ',' || c.is_ascii_digit()).is_some() && !begins(&head[end..], is_small_or_mark);
        // "(right)" is no agency: their names have three letters, or four.
        let letters = agency.bytes().take_while(u8::is_ascii_lowercase).count();
        let small = dashed && agency.len() <= LONGEST_SMALL_AGENCY && (letters == 3 || letters == 4);
        let named = small || agency.len() <= LONGEST_AGENCY && begins(agency, is_capital);
        (named && (dashed || all_capitals && wired) && is_place_and_date(place)).then_some(end)
    })
}

/// Whether the sentence that holds the brackets goes on: "(RTU) has", "(RTU), Riga".
fn is_small_or_mark(c: char) -> bool {
    is_small(c) || matches!(c, ',' | ';' | '(')
}

/// `PARIS — `, `NEW YORK, May 2 – `
fn capitals_and_dash(head: &str) -> Option<usize> {
    // Most paragraphs begin with a word that is not shouted.
    if matches!(head.as_bytes(), [_, b'a'..=b'z', ..]) {
        return None;
    }
    let is_dashed = |at: &usize| [" — ", " – ", " -- ", " - "].iter().any(|dash| head[*at..].starts_with(dash));
    let place = split(head, |c| matches!(c, ' ' | ',')).next()?;
    let shouted = begins(place, is_capital) && place.chars().nth(2).is_some() && all(place, is_capital);
    if !shouted {
        return None;
    }
    let dash = places(head, b' ').find(is_dashed)?;
    is_place_and_date(&head[..dash]).then(|| skip_marks(head, dash, is_dash_or_space))
}

/// Only capitalized words, numbers and the marks between them.
fn is_place_and_date(text: &str) -> bool {
    split(text, |c| matches!(c, ' ' | ',' | '.' | '/' | '(' | ')' | '\u{a0}')).all(|word| {
        first_char(word).is_none_or(|c| is_capital(c) || c.is_ascii_digit()) || matches!(word, "de" | "of" | "and")
    })
}

/// The byte after any marks of a class from `at` on.
fn skip_marks(head: &str, at: usize, is_mark: fn(char) -> bool) -> usize {
    head.len() - trim_start(&head[at..], is_mark).len()
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

fn is_dash_or_space(c: char) -> bool {
    is_dash(c) || c.is_whitespace()
}

/// The places of a byte of ASCII.
fn places(text: &str, byte: u8) -> impl Iterator<Item = usize> {
    (0..text.len()).filter(move |at| text.as_bytes()[*at] == byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_of_wire_stories() {
        for (text, rest) in [
            ("MOSCOW, October 30. /TASS/. Russian President", "Russian President"),
            ("LONDON, England (CNN) -- Harry is here.", "Harry is here."),
            ("(CNN) -- Harry is here.", "Harry is here."),
            ("(CNN)Harry is here.", "Harry is here."),
            ("New Delhi, Jun 15 (PTI) Liquor is banned.", "Liquor is banned."),
            ("Rajgir (Bihar), May 4 (PTI) Liquor is banned.", "Liquor is banned."),
            ("Lausanne, Switzerland (CNN)Nuclear talks went on.", "Nuclear talks went on."),
            ("RIGA, Latvia, May 2 (Reuters) - It rained.", "It rained."),
            ("Berlin/Riga (dpa) - Es regnet.", "Es regnet."),
            ("Riga (dpa/tmn) – Es regnet.", "Es regnet."),
            ("PARIS — It rained.", "It rained."),
        ] {
            assert_eq!(&text[length(text)..], rest);
        }
    }

    #[test]
    fn ordinary_openings_are_left_alone() {
        for text in [
            "NATO - an alliance of states - met in Riga.",
            "The minister (who is ill) - and her aide - left.",
            "He and/or she came.",
            "Riga Technical University (RTU) Rector Ivars is ill.",
            "Ivars, Riga Technical University (RTU) rector, is ill.",
            "Putin (R) - left.",
            "PARIS — ",
            "(TASS).",
            "",
        ] {
            let cut = length(text);
            assert!(cut == 0 || text.starts_with("NATO") || text.starts_with("Putin"), "{text}: {cut}");
        }
        assert_eq!(length("The talks (in Riga) went on."), 0);
        assert_eq!(length("Putin (right) - the president - left."), 0);
        assert_eq!(length("Putin (the president) - left."), 0);
        assert_eq!(length("Talks went on - slowly."), 0);
    }
}
