//! Lines that news pages carry beside every story and that are never part of it ("Read also").
//!
//! To add one, put it into `furniture.txt` in its sorted place: lower case, without marks at its ends.

use crate::case::word_hash;
use crate::chars::{find, rfind, trim_end, trim_start};
use crate::packed::{LINE_BITS, Words};
use crate::punctuation::{is_letter, is_letter_or_digit};
use crate::scan;
use std::sync::OnceLock;

/// Whole lines that are furniture on any page, packed by `build.rs`.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/furniture.gcs"));
/// The longest line of the file, in bytes: longer ones are not looked up, as one in ten thousand would be taken for one.
const LONGEST_LINE: usize = 68;

/// Whether a whole line is one that news pages carry beside every story ("Read also", "Share this article").
pub(crate) fn is_furniture_line(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let bare = trim_end(trim_start(line, is_mark), is_mark);
    if bare.is_empty() {
        return true;
    }
    static KNOWN: OnceLock<Words> = OnceLock::new();
    KNOWN.get_or_init(|| Words::of(PACKED, LINE_BITS, 0).0).get(word_hash(bare)) != 0
}

fn is_mark(c: char) -> bool {
    !is_letter_or_digit(c)
}

/// Whether a sentence is, or has in it, a line of the page around the story: before a colon or a bar ("Read more: Rain in
/// Riga", "(Also read: …"), or in its first two words ("Click here to …"), if they are ASCII: two Vietnamese words are one.
/// So is one that ends in a colon: it announces a list or a quotation that stands behind it on the page.
pub(crate) fn has_furniture(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    if bytes.last() == Some(&b':') {
        return true;
    }
    let second = (0..bytes.len()).filter(|at| bytes[*at] == b' ').nth(1).unwrap_or(0);
    let opening = Some(&sentence[..second]).filter(|words| words.is_ascii());
    let is_furniture = |line: &str| find(line, is_letter).is_some() && is_furniture_line(line);
    let mut found = opening.is_some_and(is_furniture);
    let may_be = |eight| scan::equal(b':', eight) | scan::equal(b'|', eight);
    scan::each_place(bytes, may_be, |at| {
        let start = rfind(&sentence[..at], |c| matches!(c, '.' | '!' | '?' | '(' | ')' | ':' | '|' | '"' | '”' | '’'));
        found |= is_furniture(&sentence[start.unwrap_or(0)..at]);
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sorted_and_every_line_of_it_known() {
        let lines: Vec<&str> = include_str!("furniture.txt").lines().skip(1).collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        for line in lines {
            assert!(line.to_lowercase() == line && line.len() <= LONGEST_LINE && is_furniture_line(line), "{line}");
        }
    }

    #[test]
    fn the_widgets_own_words_are_furniture() {
        assert!(is_furniture_line("No time to read?"));
        assert!(is_furniture_line(" Get a summary "));
        assert!(is_furniture_line("* * *"));
        assert!(has_furniture("Mit Informationen der Nachrichtenagenturen AFP und dpa."));
        assert!(has_furniture("These are the rules:") && has_furniture("UPDATED: 12:01 GMT, 2 May 2013"));
        assert!(has_furniture("Read more: Rain in Riga.") && has_furniture("It ended.Also read: Rain in Riga"));
        assert!(
            has_furniture("Click here to see the rain in Riga.") && !has_furniture("He said: \"It rains.\" More came.")
        );
        assert!(!is_furniture_line("The minister had no time to read the summary."));
    }
}
