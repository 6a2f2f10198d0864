//! The quotations and brackets of Chinese and Japanese in which sentences do not end.
//!
//! They stand around sentences that are part of another one: 市長は「橋は建つ。費用は市が払う」と述べた。 A quotation that stands for
//! itself, with nothing before or after it in its sentence, is cut as any text is.

use crate::text::chars::without_space_after;
use crate::text::punctuation::{begins, first_char, is_closer, is_full_width_end_mark, is_opener};
use crate::text::span::Span;

/// Longer ones, in bytes, are left open by their writer, or would make a sentence that nobody reads.
const LONGEST: usize = 1_500;
/// So many may be open at a time.
const DEEPEST: usize = 16;
/// So many marks may close the sentence before.
const MOST_CLOSERS: usize = 4;

/// The mark that closes what `c` opens.
const fn closing(c: char) -> Option<char> {
    Some(match c {
        '（' => '）',
        '(' => ')',
        '「' => '」',
        '『' => '』',
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '〈' => '〉',
        '【' => '】',
        '"' => '"',
        _ => return None,
    })
}

/// The outermost pairs of a paragraph in which sentences do not end, in order: from the mark that opens to the one that
/// closes.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut pairs: Vec<Span> = Vec::new();
    // The marks that close those that are open, and where they were opened.
    let mut open = [('\0', 0); DEEPEST];
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if !is_closer(c) && !is_opener(c) {
            continue;
        }
        if let Some(place) = open[..depth].iter().rposition(|(awaited, _)| *awaited == c) {
            let pair = Span::new(open[place].1, at);
            depth = place;
            if pair.len() <= LONGEST && !stands_alone(text, pair, c) {
                // Those inside it are no outermost ones.
                while pairs.last().is_some_and(|inner| inner.start > pair.start) {
                    pairs.pop();
                }
                pairs.push(pair);
            }
        } else if let Some(awaited) = closing(c)
            && depth < DEEPEST
        {
            open[depth] = (awaited, at);
            depth += 1;
        }
    }
    pairs
}

/// Whether a pair is a quotation with sentences of its own: none is begun before it, and none goes on after it.
fn stands_alone(text: &str, pair: Span, closer: char) -> bool {
    let before = without_space_after(&text[..pair.start]);
    let after = &text[pair.end + closer.len_utf8()..];
    let last = before.chars().rev().take(MOST_CLOSERS).find(|c| !is_closer(*c));
    let begun = last.is_some_and(|c| !is_full_width_end_mark(c));
    let goes_on = first_char(after).is_some_and(|c| !c.is_whitespace()) && !begins(after, is_opener);
    matches!(closer, '」' | '』' | '”' | '’' | '"') && !begun && !goes_on
}

/// Whether one of the pairs has the mark from `mark` up to `end` inside.
pub(super) fn hold(pairs: &[Span], mark: usize, end: usize) -> bool {
    let before = pairs.partition_point(|pair| pair.start < mark);
    pairs[..before].last().is_some_and(|pair| end <= pair.end)
}
