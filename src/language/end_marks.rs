//! Where a run of end marks ends: the marks, quotation marks, footnotes and faces that cling to a full stop.

use crate::language::adjacent::{is_initialism, word_before};
use crate::language::lexicon::List;
use crate::language::segmenter::{Segmenter, opens};
use crate::text::case::is_small;
use crate::text::chars::{trim_start, without_space_before};
use crate::text::punctuation::{
    begins, ends, first_char, is_closer, is_end_mark, is_full_width_end_mark, is_letter_or_digit,
};

/// The number of a footnote, glued to a full stop, has at most this many digits: "consultation.11 12".
const FOOTNOTE_DIGITS: usize = 2;

/// Whether a text begins with a space and a word of ASCII, as it does after most marks.
pub(super) const fn opens_word(text: &str) -> bool {
    matches!(text.as_bytes(), [b' ', letter, ..] if letter.is_ascii_alphanumeric())
}

impl Segmenter<'_> {
    /// The end of the run of end marks that begins at `mark`, with the closing marks and footnote numbers that cling
    /// to it.
    pub(super) fn end_of_marks(&self, mark: usize, from: usize) -> usize {
        let mut at = from;
        while let Some(c) = self.char_at(at).filter(|_| !opens_word(&self.text[at..])) {
            let next = at + c.len_utf8();
            if is_end_mark(c) || is_closer(c) && !self.opens_quotation(at, c) {
                at = next;
            } else if matches!(c, ' ' | '\u{a0}' | '\u{202f}') {
                let Some(end) = self.end_of_spaced(mark, at, next) else { break };
                at = end;
            } else if c == '[' || c.is_ascii_digit() {
                let Some(end) = self.end_of_footnote(mark, at) else { break };
                at = end;
            } else {
                break;
            }
        }
        at
    }

    /// Whether a quotation mark after a full-width end mark opens the next sentence, as it may with no space between.
    fn opens_quotation(&self, at: usize, c: char) -> bool {
        matches!(c, '“' | '‘' | '«') && ends(&self.text[..at], is_full_width_end_mark)
    }

    /// The end of a mark that belongs to the run at `mark` though a space stands between: French "… »", the dots of
    /// ". . .", the quotation marks of text with spaces around every mark.
    fn end_of_spaced(&self, mark: usize, at: usize, next: usize) -> Option<usize> {
        let rest = self.ahead(next);
        let dots = rest.bytes().take_while(|b| *b == b'.').count();
        if dots > 0 {
            // "He left. ...and came back", "He left. . . . Then": the sentence ends before the dots.
            let glued = self.text[mark..at] == *"." && !ends(&self.text[..mark], char::is_whitespace);
            let parts = if dots > 1 {
                begins(&rest[dots..], is_letter_or_digit)
            } else {
                opens(trim_start(rest, |c| matches!(c, '.' | ' ')))
            };
            return (!glued || !parts).then_some(next + dots);
        }
        let sign = first_char(rest)?;
        let closer = if rest.starts_with("''") { 2 } else { sign.len_utf8() };
        let after = first_char(&rest[closer..]);
        let closes = match sign {
            '»' | '”' | '’' | '›' => after.is_none_or(|c| c.is_whitespace() || is_end_mark(c)),
            '!' | '?' => after.is_none_or(|c| c.is_whitespace() || is_closer(c)),
            '\'' => closer == 2 && after.is_none_or(char::is_whitespace),
            '"' => after.is_none_or(|c| c == ' ' && begins(&rest[closer + 1..], is_end_mark)),
            ':' | ';' => return Some(next + emoticon(rest)).filter(|end| *end > next),
            _ => false,
        };
        closes.then_some(next + closer)
    }

    /// The end of a footnote's mark at `at`: "[12]", or "11 12" glued to a full stop and followed by a capital.
    fn end_of_footnote(&self, mark: usize, at: usize) -> Option<usize> {
        let rest = self.ahead(at);
        if let Some(inner) = rest.strip_prefix('[') {
            let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
            return (digits > 0 && inner.as_bytes().get(digits) == Some(&b']')).then_some(at + digits + 2);
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = rest[digits..].strip_prefix(' ')?;
        let more = after.bytes().take_while(u8::is_ascii_digit).count();
        let skip =
            if more > 0 && more <= FOOTNOTE_DIGITS && after.as_bytes().get(more) == Some(&b' ') { more + 1 } else { 0 };
        let before = self.before(0, mark);
        let word = word_before(before);
        let lists = self.lexicon.lists(word);
        let ends_word = ends(before, |c| matches!(c, ')' | '”' | '"' | ']'))
            || ends(before, is_small) && !lists.has(List::BeforeNumber) && !is_initialism(word);
        (digits <= FOOTNOTE_DIGITS
            && self.text[mark..at] == *"."
            && ends_word
            && opens(without_space_before(&after[skip..])))
        .then(|| at + digits + if skip > 0 { more + 1 } else { 0 })
    }
}

/// The bytes of a face at the start of `text`, as writers of comments end sentences with: `:)`, `;-)`, `:D`. 0 when
/// there is none.
pub(super) fn emoticon(text: &str) -> usize {
    let bytes = text.as_bytes();
    let length = match bytes {
        [b':' | b';', b')' | b'(' | b'D' | b'P', ..] => 2,
        [b':' | b';', b'-', b')' | b'(' | b'D' | b'P', ..] => 3,
        _ => return 0,
    };
    if bytes.get(length).is_none_or(|b| matches!(b, b' ' | b'.')) { length } else { 0 }
}
