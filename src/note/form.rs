//! Notes that are told by their marks: posts, and credits at the end.

use crate::case::{is_capital, is_small};
use crate::chars::{find_byte, rfind, trim_end, trim_start, without_space_behind};
use crate::note::phrases::{lists_of, phrases_at};
use crate::note::words::{Word, words_from};
use crate::punctuation::{begins, ends, is_closer, is_end_mark};
use crate::scan;

/// A credit at the end of a text is looked for in so many bytes.
const CREDIT_WITHIN: usize = 160;
/// And in so many words.
const LAST_WORDS: usize = 20;
/// Behind "Photo:" or "AFP/" stand names of so many words at most.
const CREDITED_WORDS: usize = 8;
/// The author of a post stands before the handle in so many words at most.
const AUTHOR_WORDS: usize = 5;
/// The longest handle, in bytes, with its brackets.
const LONGEST_HANDLE: usize = 40;

/// Whether a sentence is a post, or who wrote it: it has a link that posts alone have ("pic.twitter.com/…"), or a name with
/// a handle and nothing before and no verb behind ("— Lena Holt (@lenaholt) May 3, 2020").
pub(super) fn is_post(sentence: &str) -> bool {
    let mut found = false;
    let may_be = |eight| scan::equal(b'/', eight) | scan::equal(b'@', eight);
    scan::each_place(sentence.as_bytes(), may_be, |at| {
        let (before, behind) = (&sentence[..at], &sentence[at..]);
        found |= match behind.as_bytes()[0] {
            b'/' => before.ends_with("pic.twitter.com") || before.ends_with("/t.co"),
            b'@' => before.ends_with('(') && is_signature(&before[..at - 1], behind),
            _ => false,
        };
    });
    found
}

fn is_signature(author: &str, handle: &str) -> bool {
    let Some(close) = find_byte(handle, b')').filter(|at| *at < LONGEST_HANDLE) else { return false };
    let start = rfind(author, |c| matches!(c, '—' | '–')).unwrap_or(0);
    let date = trim_start(&handle[close + 1..], char::is_whitespace);
    words_from(author, start).count() <= AUTHOR_WORDS
        && (date.is_empty() || begins(date, |c| is_capital(c) || c.is_ascii_digit()))
}

/// Whether a sentence ends with a phrase of credits: "Lena Holt and Jon Varga contributed to this report."
pub(super) fn ends_as_credit(sentence: &str) -> bool {
    let words = last_words(sentence);
    (0..words.len()).any(|at| lists_of(&words[at..]).ends_credit())
}

/// The words at the end of a text.
fn last_words(text: &str) -> Vec<Word> {
    let mut start = text.len().saturating_sub(CREDIT_WITHIN);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut words: Vec<Word> = words_from(text, start).collect();
    words.drain(..words.len().saturating_sub(LAST_WORDS));
    words
}

/// Whether a text ends with the credit of a picture: "(AP Photo/Lena Holt)", "REUTERS/Lena Holt", "Lena Holt/AFP",
/// "© dpa", "Photo: Lena Holt", "(Getty Images)".
pub(crate) fn credits_picture(text: &str) -> bool {
    let words = last_words(text);
    let Some(last) = words.last() else { return false };
    // How many words the bracket has that closes at the end.
    let is_bracket = |c| matches!(c, '(' | '[' | '（' | '【');
    let closed = ends(trim_end(text, is_end_mark), |c| matches!(c, ')' | ']' | '）' | '】'));
    let bracket = if closed { rfind(&text[..last.start], is_bracket) } else { None };
    (0..words.len()).any(|at| {
        let of = words[at];
        let (before, is_first) = (&text[..of.start], of.start == 0);
        let parted = ends(before, |c| matches!(c, '(' | '[' | '（' | '【' | '/' | '／' | '©' | '|'))
            || ends(without_space_behind(before), |c| is_end_mark(c) || is_closer(c) || matches!(c, '|' | ':' | '©'));
        let rest = &words[at..];
        let in_bracket = bracket.is_some_and(|open| open < of.start && words.first().is_some_and(|w| w.start <= open + 4 || open > w.start));
        (parted || in_bracket) && lists_of(rest).ends_caption()
            || phrases_at(rest).any(|(lists, end)| {
                let behind = &text[rest[end].end..];
                let others = &rest[end + 1..];
                let names = || !others.is_empty() && others.len() <= CREDITED_WORDS;
                let slash = begins(behind, |c| matches!(c, '/' | '／'));
                lists.is_picture_label()
                    && (parted || is_first && others.len() <= CREDITED_WORDS)
                    && begins(trim_start(behind, char::is_whitespace), |c| matches!(c, ':' | '：' | '=' | '＝'))
                    && names()
                    || lists.beginnings() & CAPTION != 0 && parted && names()
                    || lists.continuations() & CAPTION != 0
                        && others.iter().all(|word| is_of_credit(text, word))
                        && (slash && names() || ends(before, |c| c == '/') && follows_name(text, &words[..at])
                            || ends(without_space_behind(before), |c| c == '©'))
            })
    })
}

const CAPTION: u32 = 1 << super::NoteKind::Caption as u32;

/// Whether a word may stand in a credit: a name, of a script that has capitals.
fn is_of_credit(text: &str, word: &Word) -> bool {
    !begins(&text[word.start..word.end], is_small)
}

/// Whether the word before a slash is of a name and of no agency.
fn follows_name(text: &str, before: &[Word]) -> bool {
    before.last().is_some_and(|word| is_of_credit(text, word) && lists_of(std::slice::from_ref(word)).continuations() & CAPTION == 0)
}
