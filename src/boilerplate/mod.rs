//! Lines that news pages carry beside every story and that are never part of it ("Read also").
//!
//! To add one, put it into `lines.txt` in its sorted place: lower case, without marks at its ends.

use crate::collections::packed::{LINE_BITS, Words};
use crate::text::case::word_hash;
use crate::text::chars::{trim_end, trim_start};
use crate::text::punctuation::is_letter_or_digit;
use std::sync::OnceLock;

/// Whole lines that are boilerplate on any page, packed by `build.rs`.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/boilerplate.gcs"));
/// The longest line of the file, in bytes: longer ones are not looked up, as one in ten thousand would be taken for one.
const LONGEST_LINE: usize = 68;

/// Whether a whole line is one that news pages carry beside every story ("Read also", "Share this article").
pub(crate) fn is_boilerplate_line(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let bare = trim_end(trim_start(line, is_mark), is_mark);
    if bare.is_empty() {
        return true;
    }
    static KNOWN: OnceLock<Words> = OnceLock::new();
    KNOWN.get_or_init(|| Words::of(PACKED, LINE_BITS)).get(word_hash(bare)) != 0
}

fn is_mark(c: char) -> bool {
    !is_letter_or_digit(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sorted_and_every_line_of_it_known() {
        let lines: Vec<&str> = include_str!("lines.txt").lines().skip(1).collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        for line in lines {
            assert!(line.to_lowercase() == line && line.len() <= LONGEST_LINE && is_boilerplate_line(line), "{line}");
        }
    }

    #[test]
    fn the_widgets_own_words_are_furniture() {
        assert!(is_boilerplate_line("No time to read?"));
        assert!(is_boilerplate_line(" Get a summary "));
        assert!(is_boilerplate_line("* * *"));
        assert!(!is_boilerplate_line("The minister had no time to read the summary."));
    }
}
