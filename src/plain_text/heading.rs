//! Lines that are headings.

use crate::text::chars::{find_byte, length, trim_end};
use crate::text::punctuation::{ends_as_sentence, is_closer};

/// A line without an end mark is a heading up to this many characters, and prose beyond: the longest
/// headlines of newspapers stay under it.
pub(super) const LONGEST_HEADING: usize = 160;
/// The same for scripts that are written without spaces, where a character says about as much as half a word.
const LONGEST_UNSPACED_HEADING: usize = 48;

/// Whether a line is a heading: it does not end as a sentence does, and is short.
pub(crate) fn is_heading(line: &str) -> bool {
    if ends_as_sentence(line) {
        return false;
    }
    let longest = if find_byte(line, b' ').is_some() { LONGEST_HEADING } else { LONGEST_UNSPACED_HEADING };
    length(trim_end(line, is_closer)) <= longest
}
