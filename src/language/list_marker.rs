//! The marks of list items: `1.`, `2)`, `(c)`, `a.)`, `• 9.`, a bullet alone. Pages often run the items of a list
//! together into one paragraph, without an end mark between them.

use crate::text::chars::{is_blank, trim_start, without_space_after};
use crate::text::punctuation::{begins, ends, first_char, is_end_mark, is_letter, last_char};

/// Numbers of items have at most this many digits: more are years and amounts.
const MOST_DIGITS: usize = 3;

/// The mark of an item, determined by its shape and its place in the count.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Marker {
    bullet: Option<char>,
    bracket: bool,
    /// What closes the number or letter: `.`, `)` or `.)`; nothing after a bullet alone.
    closing: &'static str,
    lettered: bool,
    /// The number, or the letter's code; 0 for a bullet alone.
    count: u32,
}

/// The byte length of the item mark that begins `text`; 0 when it begins with none.
pub(super) fn length(text: &str) -> usize {
    read(text).map_or(0, |(_, length)| length)
}

/// Where the items of a list begin, but for one at the start: `text` begins with the mark of an item, or has the mark
/// of a first one after the end of a sentence or a colon, which are among the `candidates`.
pub(super) fn starts(text: &str, candidates: &[usize]) -> Vec<usize> {
    let mut starts = Vec::new();
    let (mut last, skip) = read(text).map_or((None, 0), |(marker, length)| (Some(marker), length));
    let (mut after_space, mut after_end) = (false, false);
    let mut at = skip;
    let mut candidates = candidates.iter().copied();
    loop {
        // A first item stands after a mark.
        if last.is_none() && !after_end {
            let Some(candidate) = candidates.find(|candidate| *candidate >= at) else { return starts };
            at = candidate;
        }
        let Some(c) = first_char(&text[at..]) else { return starts };
        let here = at;
        at += c.len_utf8();
        let may_begin = if last.is_some() { after_space || is_bullet(c) } else { after_space && after_end };
        after_space = c.is_whitespace();
        after_end = is_end_mark(c) || c == ':' || after_end && after_space;
        if last.is_none() && text.as_bytes().get(at) == Some(&b' ') && begins_prose(&text.as_bytes()[at + 1..]) {
            after_end = false;
            continue;
        }
        let Some((marker, _)) = may_begin.then(|| read(&text[here..])).flatten() else { continue };
        let follows = match last {
            None => marker.is_first() && !(marker.lettered && ends_in_letter(&text[..here])),
            Some(last) => marker == Marker { count: last.count + u32::from(last.count > 0), ..last },
        };
        if follows {
            starts.push(here);
            last = Some(marker);
        }
    }
}

impl Marker {
    fn is_first(self) -> bool {
        self.count == if self.lettered { u32::from(b'a') } else { 1 }
    }
}

/// The item mark that begins `text`, with the space that must follow it, and its length.
fn read(text: &str) -> Option<(Marker, usize)> {
    if begins_prose(text.as_bytes()) {
        return None;
    }
    let bullet = first_char(text).filter(|c| is_bullet(*c));
    let rest = bullet.map_or(text, |c| trim_start(&text[c.len_utf8()..], |c| c == ' '));
    let (bracket, rest) = rest.strip_prefix('(').map_or((false, rest), |inner| (true, inner));
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let lettered = digits == 0;
    let length = if lettered { 1 } else { digits };
    let closing = [".)", ")", "."].into_iter().find(|c| rest.get(length..).is_some_and(|r| r.starts_with(c)));
    let numbered = closing.filter(|closing| {
        let sign = rest.as_bytes()[0];
        // "A. Smith" is a name.
        let letter = sign.is_ascii_lowercase() || sign.is_ascii_uppercase() && *closing != ".";
        (if lettered { letter } else { digits <= MOST_DIGITS }) && (!bracket || *closing == ")")
    });
    let (marker, end) = match (numbered, bullet) {
        (Some(closing), _) => {
            let count = if lettered { u32::from(rest.as_bytes()[0]) } else { rest[..digits].parse().ok()? };
            let end = text.len() - rest.len() + length + closing.len();
            (Marker { bullet, bracket, closing, lettered, count }, end)
        }
        (None, Some(bullet)) => {
            (Marker { bullet: Some(bullet), bracket: false, closing: "", lettered: false, count: 0 }, bullet.len_utf8())
        }
        (None, None) => return None,
    };
    let spaced = begins(&text[end..], char::is_whitespace);
    (spaced && !is_blank(&text[end..])).then_some((marker, end))
}

/// Whether a text ends in a letter with a dot: "u. a." is an abbreviation.
fn ends_in_letter(text: &str) -> bool {
    let bare = without_space_after(text).strip_suffix('.').unwrap_or_default();
    ends(bare, is_letter) && !ends(&bare[..bare.len() - last_char(bare).map_or(0, char::len_utf8)], is_letter)
}

/// Whether a text begins with a letter that nothing closes, as most do: no item does.
const fn begins_prose(text: &[u8]) -> bool {
    matches!(text, [letter, after, ..] if letter.is_ascii_alphabetic() && !matches!(after, b'.' | b')'))
}

const fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '‣' | '▪' | '◦' | '●' | '■')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::candidates;

    fn items(text: &str) -> Vec<&str> {
        let mut candidates = Vec::new();
        candidates::find(text, &mut candidates);
        let mut cuts = starts(text, &candidates);
        cuts.push(text.len());
        let mut start = 0;
        cuts.into_iter().map(|cut| text[std::mem::replace(&mut start, cut)..cut].trim()).collect()
    }

    #[test]
    fn items_are_told_by_the_shape_of_their_marks() {
        assert_eq!(items("1) Red 2) Green 3) Blue"), ["1) Red", "2) Green", "3) Blue"]);
        assert_eq!(items("a. Red b. Green"), ["a. Red", "b. Green"]);
        assert_eq!(items("• 9. Red • 10. Green"), ["• 9. Red", "• 10. Green"]);
        assert_eq!(items("(i) Red (ii) Green (a) x"), ["(i) Red (ii) Green (a) x"]);
        assert_eq!(items("• Red • Green"), ["• Red", "• Green"]);
        assert_eq!(items("It is so. 1. Red 2. Green"), ["It is so.", "1. Red", "2. Green"]);
    }

    #[test]
    fn prose_has_no_items() {
        for text in [
            "A. Smith met B. Jones.",
            "Es kamen u. a. Holt und Berg.",
            "In 1. the rest",
            "2020. Then 2021.",
            "1) Only one (2) not",
            "a.b c.d",
            "(",
        ] {
            assert_eq!(items(text), [text]);
        }
    }
}
