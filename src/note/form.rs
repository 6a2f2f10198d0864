//! Notes that are determined by their marks: posts, and credits at the end.

use crate::note::kind::{NoteKind, bit};
use crate::note::phrases::{LONGEST_SPACED, LONGEST_UNSPACED, Phrases};
use crate::note::words::{NoteWord, last_word, words_from};
use crate::text::case::{is_capital, is_small};
use crate::text::chars::{find_byte, rfind, trim_end, trim_start, without_space_after, without_space_before};
use crate::text::punctuation::{begins, ends, is_closer, is_end_mark};
use crate::text::scan;

/// A credit at the end of a text is looked for in so many bytes.
const CREDIT_WITHIN: usize = 160;
/// And what a sentence ends with, in fewer.
const ENDING_WITHIN: usize = 64;
/// After "Photo:" or "AFP/" stand names of so many words at most.
const CREDITED_WORDS: usize = 8;
/// A person's name, or that of a paper or agency, has at most so many words.
const NAME_WORDS: usize = 4;
/// The author of a post stands before the handle in so many words at most.
const AUTHOR_WORDS: usize = 8;
/// The longest handle, in bytes, with its brackets.
const LONGEST_HANDLE: usize = 40;
/// Small words inside names and between them have at most so many bytes: "and", "van", "de".
const SMALL_WORD: usize = 3;

/// Whether a sentence is a post, or who wrote it: it has a link that posts alone have ("pic.twitter.com/…"), or a name with
/// a handle and nothing before and no verb after ("— Lena Holt (@lenaholt) May 3, 2020").
pub(super) fn is_post(sentence: &str) -> bool {
    let mut found = false;
    let may_be = |eight| scan::equal(b'/', eight) | scan::equal(b'@', eight);
    scan::each_place(sentence.as_bytes(), may_be, |at| {
        let (before, after) = (&sentence[..at], &sentence[at..]);
        found |= match after.as_bytes()[0] {
            b'/' => before.ends_with("pic.twitter.com") || before.ends_with("/t.co"),
            // Else it is the data of a page that was left in its text: `{"@context":"http://schema.org"`.
            b'@' => before.ends_with("{\"") || before.ends_with('(') && is_signature(&before[..at - 1], after),
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

/// What a sentence is by how it ends: "Lena Holt and Jon Varga contributed to this report."
pub(super) fn kind_by_end(sentence: &str, phrases: &Phrases) -> Option<NoteKind> {
    let last = last_word(sentence)?;
    if !phrases.lists_of(&[last]).is_last_word() {
        return credits_picture(sentence, phrases).then_some(NoteKind::Caption);
    }
    let words = last_words(sentence, ENDING_WITHIN);
    let from = if last.alone { 0 } else { words.len().saturating_sub(LONGEST_SPACED) };
    for at in from..words.len() {
        let lists = phrases.lists_of(&words[at..]);
        if let Some(kind) = lists.ending() {
            return Some(kind);
        }
        // Names of scripts without spaces are written together with what stands after them.
        let is_whole = || words_from(sentence, 0).next().is_some_and(|first| first.start == words[0].start);
        if lists.ends_caption() && (at == 0 || words[at].alone) && is_whole() {
            return Some(NoteKind::Caption);
        }
    }
    credits_picture(sentence, phrases).then_some(NoteKind::Caption)
}

/// The last bytes of a text, as many or a few less.
fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// The words at the end of a text.
fn last_words(text: &str, within: usize) -> Vec<NoteWord> {
    let mut words: Vec<NoteWord> = words_from(text, text.len() - tail(text, within).len()).collect();
    words.drain(..words.len().saturating_sub(LONGEST_UNSPACED));
    words
}

/// Whether a text ends with the credit of a picture: "(AP Photo/Lena Holt)", "REUTERS/Lena Holt", "Lena Holt/AFP",
/// "© dpa", "Photo: Lena Holt", "(Getty Images)".
pub(super) fn credits_picture(text: &str, phrases: &Phrases) -> bool {
    let may_be =
        |credit: &str| ends(trim_end(credit, is_end_mark), is_closing_bracket) || credit.bytes().any(may_credit);
    if !may_be(tail(text, CREDIT_WITHIN)) {
        return false;
    }
    let words = last_words(text, CREDIT_WITHIN);
    let end = words.last().map_or(0, |last| last.end);
    // Where the bracket opens that closes at the end.
    let closed = begins(trim_start(&text[end..], is_end_mark), is_closing_bracket);
    let bracket = if closed { rfind(&text[..end], is_opening_bracket) } else { None };
    (0..words.len()).any(|at| {
        let (before, rest) = (&text[..words[at].start], &words[at..]);
        let enclosed =
            bracket.is_some_and(|open| open < words[at].start && words.first().is_some_and(|w| w.start <= open));
        let parted = before.is_empty() || ends(without_space_after(before), parts_credit);
        (parted || enclosed) && phrases.lists_of(rest).ends_caption()
            || phrases.phrases_at(rest).any(|(lists, last)| {
                let (after, names) = (&text[rest[last].end..], &rest[last + 1..]);
                let named = !names.is_empty() && names.len() <= CREDITED_WORDS;
                lists.is_picture_label() && named && parted && begins(without_space_before(after), parts_label)
                    || lists.beginnings() & bit(NoteKind::Caption) != 0
                        && named
                        && parted
                        && !before.is_empty()
                        && names.iter().all(|word| may_be_of_name(text, word))
                    || lists.continuations() & bit(NoteKind::Caption) != 0 && is_agency(text, &words, at, last, phrases)
            })
            || (parted || enclosed) && is_signed(text, rest)
    })
}

/// Whether some words are a name of two or more and what the person works for: "Lena Holt/Varn Courier".
fn is_signed(text: &str, words: &[NoteWord]) -> bool {
    let is_name = |word: &NoteWord| begins(&text[word.start..word.end], is_capital);
    let Some(name) = words.iter().position(|word| begins(&text[word.end..], is_slash)) else { return false };
    (1..NAME_WORDS).contains(&name) && words.len() - name <= NAME_WORDS && words.iter().all(is_name)
}

/// Whether the words from `at` on, which name an agency, credit it: "AFP/Lena Holt", "Lena Holt/AFP", "© AFP", "＝共同".
fn is_agency(text: &str, words: &[NoteWord], at: usize, last: usize, phrases: &Phrases) -> bool {
    let is_name = |word: &NoteWord| !begins(&text[word.start..word.end], is_small);
    let (before, after) = (&text[..words[at].start], &text[words[at + last].end..]);
    let names = &words[at + last + 1..];
    let follows_name = |word: &NoteWord| {
        is_name(word) && phrases.lists_of(std::slice::from_ref(word)).continuations() & bit(NoteKind::Caption) == 0
    };
    names.iter().all(is_name)
        && names.len() <= CREDITED_WORDS
        && (begins(after, is_slash) && !names.is_empty()
            || ends(before, is_slash) && words[..at].last().is_some_and(follows_name)
            || ends(without_space_after(before), |c| matches!(c, '©' | '=' | '＝')))
}

/// Whether a byte is a mark that credits have, or begins one: `©`, and those of full width.
const fn may_credit(byte: u8) -> bool {
    matches!(byte, b'/' | b':' | b'=' | 0xc2 | 0xef)
}

const fn is_slash(c: char) -> bool {
    matches!(c, '/' | '／')
}

const fn is_opening_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '（' | '【')
}

const fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '）' | '】')
}

/// What stands between a label and the names after it.
const fn parts_label(c: char) -> bool {
    matches!(c, ':' | '：' | '=' | '＝')
}

/// What stands before a credit.
fn parts_credit(c: char) -> bool {
    is_end_mark(c) || is_closer(c) || is_opening_bracket(c) || is_slash(c) || parts_label(c) || matches!(c, '|' | '©')
}

/// Whether a word may be part of a name or title, or stand between two: it is in capitals, or short, or of a script that
/// has none.
pub(super) fn may_be_of_name(sentence: &str, word: &NoteWord) -> bool {
    let of = &sentence[word.start..word.end];
    of.len() <= SMALL_WORD || begins(of, |c| is_capital(c) || !is_small(c))
}
