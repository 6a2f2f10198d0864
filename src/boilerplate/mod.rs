//! Lines that news pages carry beside every story and that are never part of it ("Read also").
//!
//! To add one, put it into `lines.txt` in its sorted place: lower case, without marks at its ends. `comments.txt` has those
//! that announce readers' comments, `openings.txt` what headings of lists of other stories begin with. What
//! bylines begin with is in `src/page/metadata/byline_words.txt`.

use crate::collections::packed::{LINE_BITS, Words};
use crate::text::case::word_hash;
use crate::text::chars::{trim_end, trim_start};
#[cfg(any(feature = "html", target_arch = "wasm32", test))]
use crate::text::punctuation::is_digit;
use crate::text::punctuation::is_letter_or_digit;
use std::sync::OnceLock;

/// Whole lines that are boilerplate on any page, packed by `build.rs`.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/boilerplate.gcs"));
/// The longest line of the file, in bytes: longer ones are not looked up, as one in ten thousand would be taken for one.
const LONGEST_LINE: usize = 68;

/// The bits of the lists; `build.rs` has their order. Those of openings are no whole lines.
const LINES: u32 = 1;
const COMMENTS: u32 = 1 << 1;
#[cfg(any(feature = "html", target_arch = "wasm32", test))]
const OPENINGS: u32 = 1 << 2;
#[cfg(any(feature = "html", target_arch = "wasm32", test))]
const BYLINES: u32 = 1 << 3;
#[cfg(any(feature = "html", target_arch = "wasm32", test))]
/// Openings have at most so many words.
const OPENING_WORDS: usize = 4;
#[cfg(any(feature = "html", target_arch = "wasm32", test))]
/// In scripts without spaces at most so many characters.
const OPENING_CHARACTERS: usize = 10;
#[cfg(any(feature = "html", target_arch = "wasm32", test))]
/// The first character of scripts without spaces, from Thai on.
const FIRST_UNSPACED: char = '\u{e00}';

#[cfg(any(feature = "html", target_arch = "wasm32", test))]
/// Whether a line announces readers' comments. Numbers at its ends do not count: "3 replies".
pub(crate) fn announces_comments(line: &str) -> bool {
    let is_space = |c: char| is_mark(c) || is_digit(c);
    let bare = trim_end(trim_start(line, is_space), is_space);
    line.len() <= LONGEST_LINE && known().get(word_hash(bare)) & COMMENTS != 0
}

#[cfg(any(feature = "html", target_arch = "wasm32", test))]
/// Whether a heading begins like that of a list of other stories: "More from Ostrand".
pub(crate) fn announces_others(heading: &str) -> bool {
    behind_opening(heading, OPENINGS).is_some()
}

#[cfg(any(feature = "html", target_arch = "wasm32", test))]
/// What stands behind the word that a byline begins with: " Anna Lind" behind "Von".
pub(crate) fn behind_byline_word(line: &str) -> Option<&str> {
    behind_opening(line, BYLINES)
}

#[cfg(any(feature = "html", target_arch = "wasm32", test))]
/// What stands behind the shortest opening of a list that a line begins with.
#[inline(never)]
fn behind_opening(line: &str, list: u32) -> Option<&str> {
    let bare = trim_start(line, is_mark);
    let (mut words, mut characters) = (0, 0);
    for (at, c) in bare.char_indices().chain([(bare.len(), ' ')]) {
        let is_border = c.is_ascii() && !c.is_ascii_alphanumeric() || matches!(c, '：' | '／' | '・');
        let is_end = is_border || c >= FIRST_UNSPACED && characters <= OPENING_CHARACTERS;
        if is_end && known().get(word_hash(&bare[..at])) & list != 0 {
            return Some(&bare[at..]);
        }
        words += usize::from(is_border);
        characters += 1;
        if words == OPENING_WORDS {
            break;
        }
    }
    None
}

fn known() -> &'static Words {
    static KNOWN: OnceLock<Words> = OnceLock::new();
    KNOWN.get_or_init(|| Words::of(PACKED, LINE_BITS))
}

/// Whether a whole line is one that news pages carry beside every story ("Read also", "Share this article").
pub(crate) fn is_boilerplate_line(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let bare = trim_end(trim_start(line, is_mark), is_mark);
    if bare.is_empty() {
        return true;
    }
    known().get(word_hash(bare)) & (LINES | COMMENTS) != 0
}

fn is_mark(c: char) -> bool {
    !is_letter_or_digit(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(file: &'static str) -> Vec<&'static str> {
        let lines: Vec<&str> = file.lines().skip(1).collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(lines.iter().all(|line| line.to_lowercase() == *line && line.len() <= LONGEST_LINE));
        lines
    }

    #[test]
    fn the_files_are_sorted_and_every_line_of_them_known() {
        let unknown = |file, is_known: fn(&str) -> bool| -> Vec<&str> {
            lines(file).into_iter().filter(|line| !is_known(line)).collect()
        };
        assert_eq!(unknown(include_str!("lines.txt"), is_boilerplate_line), [""; 0]);
        assert_eq!(unknown(include_str!("comments.txt"), announces_comments), [""; 0]);
        assert_eq!(unknown(include_str!("openings.txt"), announces_others), [""; 0]);
    }

    #[test]
    fn comments_and_other_stories_are_announced() {
        assert!(
            ["3 replies", "Comments (12)", "Kommentare", "コメント 5", "Have your say"]
                .into_iter()
                .all(announces_comments)
        );
        assert!(!announces_comments("The council has no comment"));
        assert!(["More from Ostrand", "Mehr aus Ostrand:", "Plus de nouvelles"].into_iter().all(announces_others));
        assert!(!announces_others("The council wants more from the state"));
        assert!(!is_boilerplate_line("More from the state than from the town"));
    }

    #[test]
    fn bylines_are_told_by_how_they_begin() {
        for (line, behind) in [
            ("By Jane Doe", Some(" Jane Doe")),
            ("VON ANNA LIND", Some(" ANNA LIND")),
            ("作者：王小明", Some("：王小明")),
            ("文・山田太郎", Some("・山田太郎")),
            ("โดย สมชาย", Some(" สมชาย")),
            ("Bystanders saw it", None),
        ] {
            assert_eq!(behind_byline_word(line), behind);
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
