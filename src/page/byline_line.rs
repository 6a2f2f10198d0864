//! Lines beside a story that say who wrote it and when.

use crate::boilerplate::behind_byline_word;
use crate::page::block::{Block, Page};
use crate::page::containers::stands_in;
use crate::page::role::Role;
use crate::text::case::is_small;
use crate::text::chars::{length, split, trim};
use crate::text::punctuation::begins;

/// So many words of a byline are looked at behind the one that it begins with.
const WORDS_OF_NAME: usize = 3;
/// Small words in names and between them have at most so many letters: "de", "und".
const SMALL_WORD: usize = 3;

/// Whether a label says who wrote a story or when: it is marked so, begins as bylines do, or has a date.
pub(super) fn says_who_or_when(page: &Page, block: &Block) -> bool {
    stands_in(page, block, Role::Byline) || has_date(&block.text) || begins_byline(&block.text)
}

/// Whether a line begins with the word of a byline, and goes on as names do: "From boom to bust" does not.
fn begins_byline(line: &str) -> bool {
    let Some(behind) = behind_byline_word(line) else { return false };
    let names = trim(behind);
    let mut words = split(names, |c| c == ' ').take(WORDS_OF_NAME);
    !names.is_empty() && words.all(|word| !begins(word, is_small) || length(word) <= SMALL_WORD)
}

/// Whether a line has a year and the number of a day or a month beside it.
fn has_date(line: &str) -> bool {
    let (mut has_year, mut has_day) = (false, false);
    for number in split(line, |c| !c.is_ascii_digit()) {
        has_year |= number.len() == 4 && matches!(number.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
        has_day |= matches!(number.len(), 1 | 2);
    }
    has_year && has_day
}

#[cfg(test)]
mod tests {
    use super::{begins_byline, has_date};

    #[test]
    fn bylines_and_dates_are_told_from_other_lines() {
        for line in ["By Jane Doe", "Von Anna Lind und Jo Lang", "Door Jan de Vries", "作者：王小明", "文・山田太郎"]
        {
            assert!(begins_byline(line), "{line}");
        }
        for line in ["From boom to bust", "Bystanders", "By", "Von Anfang an dabei", "Interview: what comes next"] {
            assert!(!begins_byline(line), "{line}");
        }
        assert!(["3 May 2026", "2026年5月3日 山田太郎", "Jane Doe | 03/05/2026"].into_iter().all(has_date));
        assert!(!["The summer of 2026", "30 lanes", "Photo 12345 67"].into_iter().any(has_date));
    }
}
