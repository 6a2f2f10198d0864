//! Marks inside the paragraphs of Markdown: emphasis, links, images, code, struck-out words, escapes, HTML.

use crate::text::char_class::is_unspaced;
use crate::text::chars::{find, find_byte, find_text, trim, trim_start};
use crate::text::punctuation::{begins, ends, first_char, is_letter_or_digit, is_opener, is_quotation_mark, last_char};
use crate::text::scan;

/// What belongs to one mark ends within so many bytes: a long link's target, a long phrase in bold.
const REACH: usize = 400;
/// So many phrases between asterisks are no accident; one in bold is none.
const PHRASES: usize = 2;
/// Links stand inside links no deeper than an image does.
const DEEPEST: usize = 2;
/// So many runs of marks are looked back at for the one that opened what another closes.
const MOST_OPEN: usize = 16;
/// Characters that are written by name.
const NAMED: [(&str, char); 6] =
    [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\''), ("&nbsp;", '\u{a0}')];

/// The text from a place on, as far as a mark there may reach.
fn reach(text: &str) -> &str {
    let mut end = REACH.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether a text has marks that others do not have: a link or an image, words in bold, several in italics or code.
pub(super) fn has_marks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let may_be = |eight| scan::equal(b'*', eight) | scan::brackets(eight);
    let (mut phrases, mut done) = (0, 0);
    scan::each_place(bytes, may_be, |at| {
        if at >= done && phrases < PHRASES {
            let rest = &text[at..];
            let count = run(rest);
            done = at + count;
            phrases += phrases_in(&text[..at], rest, count);
        }
    });
    phrases >= PHRASES
}

/// What `count` marks after `before` count for, with what follows them.
#[inline(never)]
fn phrases_in(before: &str, rest: &str, count: usize) -> usize {
    let (marks, after) = rest.split_at(count);
    match (first_char(marks), count) {
        (Some('['), _) if footnote(rest) > 0 => 1,
        (Some('['), _) if link(rest, &[]).is_some() => PHRASES,
        (Some('*'), 2 | 3) if is_phrase(before, after, marks) => PHRASES,
        (Some('*' | '_' | '`'), 1) | (Some('_'), 2) if is_phrase(before, after, marks) => 1,
        _ => 0,
    }
}

/// Whether words are marked as a phrase: `marks` stand right before the first, at its beginning, and right after the
/// last, at its end, on one line. "A star* (*for hotels)" is none.
fn is_phrase(before: &str, rest: &str, marks: &str) -> bool {
    let rest = reach(rest);
    let line = &rest[..find_byte(rest, b'\n').unwrap_or(rest.len())];
    let Some(end) = find_text(line, marks) else { return false };
    let (inside, after) = (&line[..end], &line[end + marks.len()..]);
    let brackets = |open| inside.bytes().filter(|b| *b == open).count();
    begins(inside, |c| is_letter_or_digit(c) || is_quotation_mark(c))
        && (before.is_empty() || ends(before, |c| c.is_whitespace() || is_opener(c) || is_unspaced(c)))
        && !ends(inside, char::is_whitespace)
        && !begins(after, |c| is_letter_or_digit(c) && !is_unspaced(c) || matches!(c, '*' | '_' | '`'))
        && brackets(b'(') == brackets(b')')
}

/// How many characters of the kind that begins a text begin it.
fn run(text: &str) -> usize {
    let first = text.as_bytes().first();
    text.bytes().take_while(|b| Some(b) == first).count()
}

/// The length of a reference to a footnote, `[^1]`; 0 where there is none.
fn footnote(text: &str) -> usize {
    let text = reach(text);
    let end = find(text, |c| c == ']' || c.is_whitespace()).unwrap_or(0);
    if text.starts_with("[^") && text[end..].starts_with(']') { end + 1 } else { 0 }
}

/// Whether a word may be where a link leads.
pub(super) fn is_target(word: &str) -> bool {
    find(word, |c| matches!(c, '/' | '#' | '.' | ':')).is_some()
}

/// The words of a link that begins a text, and its length: `[words](target)`, `[words][name]`, `[name]`.
fn link<'t>(text: &'t str, references: &[&str]) -> Option<(&'t str, usize)> {
    let text = reach(text);
    let end = closing(text, b'[', b']')?;
    let (words, rest) = (&text[1..end], &text[end + 1..]);
    let (name, length) = match rest.as_bytes().first() {
        Some(b'(') => {
            let close = closing(rest, b'(', b')')?;
            let inside = trim(&rest[1..close]);
            let target = &inside[..find(inside, char::is_whitespace).unwrap_or(inside.len())];
            // A title in quotation marks may follow.
            let title = trim(&inside[target.len()..]);
            let is_link = is_target(target) && (title.is_empty() || begins(title, |c| matches!(c, '"' | '\'')));
            return is_link.then_some((words, end + close + 2));
        }
        Some(b'[') => {
            let close = closing(rest, b'[', b']')?;
            (if close == 1 { words } else { &rest[1..close] }, end + close + 2)
        }
        _ => (words, end + 1),
    };
    references.iter().any(|known| known.eq_ignore_ascii_case(name)).then_some((words, length))
}

/// Where the bracket closes that begins a text.
fn closing(text: &str, open: u8, close: u8) -> Option<usize> {
    let (mut depth, mut escaped) = (0, false);
    text.bytes().position(|byte| {
        let counts = !escaped;
        escaped = counts && byte == b'\\';
        depth += i32::from(counts && byte == open) - i32::from(counts && byte == close);
        depth == 0
    })
}

/// A paragraph as it is read where its marks are rendered. `references` are the names of links in the text.
pub(super) fn plain(source: &str, references: &[&str]) -> String {
    let mut writer = Writer { references, shown: String::new(), runs: Vec::new() };
    writer.read(source, 0);
    let mut plain = String::new();
    let mut at = 0;
    for run in &writer.runs {
        // What is struck out may hold others.
        plain.push_str(writer.shown.get(at..run.start + run.left).unwrap_or_default());
        at = at.max(run.end);
    }
    plain.push_str(&writer.shown[at..]);
    plain
}

/// Marks of emphasis of one kind in a row.
struct Run {
    kind: char,
    /// Where they stand in what is shown.
    start: usize,
    end: usize,
    /// So many of them have not turned out to be marks.
    left: usize,
    /// Whether they may open a phrase.
    opens: bool,
}

struct Writer<'r> {
    references: &'r [&'r str],
    /// With the marks of emphasis.
    shown: String,
    runs: Vec<Run>,
}

impl Writer<'_> {
    fn read(&mut self, source: &str, depth: usize) {
        let mut rest = source;
        while let Some(mark) = first_char(rest) {
            let taken = match mark {
                '*' | '_' | '~' => self.emphasis(mark, rest),
                '[' | '!' if depth < DEEPEST => self.link(rest, depth),
                _ => self.mark(mark, rest),
            };
            rest = &rest[taken..];
            if taken == 0 {
                // Up to what may be the next mark.
                let after = mark.len_utf8();
                let end = find(&rest[after..], |c| matches!(c, '\\' | '`' | '[' | '!' | '<' | '&' | '*' | '_' | '~'));
                let end = end.map_or(rest.len(), |end| after + end);
                self.shown.push_str(&rest[..end]);
                rest = &rest[end..];
            }
        }
    }

    /// A link's words are shown, an image and the number of a footnote are not.
    fn link(&mut self, rest: &str, depth: usize) -> usize {
        let image = usize::from(rest.starts_with('!'));
        let note = footnote(rest);
        if note > 0 {
            return note;
        }
        let Some((words, length)) =
            rest[image..].starts_with('[').then(|| link(&rest[image..], self.references)).flatten()
        else {
            return 0;
        };
        if image == 0 {
            self.read(words, depth + 1);
        }
        image + length
    }

    /// What begins with a mark of another kind: how much of it is taken, once what is shown of it is written.
    fn mark(&mut self, mark: char, rest: &str) -> usize {
        let near = reach(rest);
        let (shown, length) = match mark {
            // A character that is meant as it stands, or at a line's end a line break.
            '\\' if begins(&rest[1..], |c| c.is_ascii_punctuation() || c == '\n') => (&rest[1..2], 2),
            '`' => {
                let count = run(near);
                match find_text(&near[count..], &near[..count]) {
                    Some(end) => (trim(&near[count..count + end]), end + 2 * count),
                    None => (&near[..count], count),
                }
            }
            '<' => {
                let comment = near.starts_with("<!--");
                let end = if comment { find_text(near, "-->").map(|end| end + 2) } else { find_byte(near, b'>') };
                let Some(end) = end else { return 0 };
                let inside = &near[1..end];
                // An address in angle brackets is shown, tags and comments are not.
                let is_address =
                    find(inside, char::is_whitespace).is_none() && find(inside, |c| matches!(c, ':' | '@')).is_some();
                let is_tag = comment || begins(trim_start(inside, |c| c == '/'), |c| c.is_ascii_alphabetic());
                (if is_address && !comment { inside } else { "" }, if is_address || is_tag { end + 1 } else { 0 })
            }
            '&' => {
                let Some((name, c)) = NAMED.iter().find(|(name, _)| rest.starts_with(name)) else { return 0 };
                self.shown.push(*c);
                ("", name.len())
            }
            _ => return 0,
        };
        if length > 0 {
            self.shown.push_str(shown);
        }
        length
    }

    /// Marks after a word close what the same marks before a word opened.
    fn emphasis(&mut self, kind: char, rest: &str) -> usize {
        let count = run(rest);
        let (before, after) = (last_char(&self.shown), first_char(&rest[count..]));
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        // Underscores inside words, and a tilde alone, are no marks.
        let is_inside = |c: Option<char>| kind == '_' && c.is_some_and(is_letter_or_digit) || kind == '~' && count != 2;
        let start = self.shown.len();
        self.shown.push_str(&rest[..count]);
        let end = self.shown.len();
        let opens = !is_space(after) && !is_inside(before);
        let mut run = Run { kind, start, end, left: count, opens };
        if !is_space(before) && !is_inside(after) {
            for open in self.runs.iter_mut().rev().take(MOST_OPEN) {
                if open.kind == kind && open.opens {
                    let shared = run.left.min(open.left);
                    run.left -= shared;
                    open.left -= shared;
                    open.opens = open.left > 0;
                    if kind == '~' {
                        // Words that are struck out are not shown.
                        open.end = end;
                    }
                }
                if run.left == 0 {
                    break;
                }
            }
        }
        run.opens &= run.left > 0;
        self.runs.push(run);
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_not_shown() {
        for (source, shown) in [
            ("The **market** of *Riga* is __old__ and _small_.", "The market of Riga is old and small."),
            ("***All*** of it, **very *much* so**", "All of it, very much so"),
            ("See [the *minutes*](https://riga.example/a_(b) \"All (of) them\") now", "See the minutes now"),
            ("a [b][c] [C] [c][] [d][e]", "a b C c [d][e]"),
            ("![Map](map.png \"A map\") and [![x](y.png)](z.html).", " and ."),
            ("It ended.[^1] <b>Now</b><!-- no --> ~~wrong~~ right.", "It ended. Now  right."),
            ("`a*b*` ``c`d`` <https://riga.example> R&amp;D \\*x\\*", "a*b* c`d https://riga.example R&D *x*"),
            ("**「反对」**这一决定", "「反对」这一决定"),
            (
                "5 * 3 * 2, snake_case_name, a < b, 2 > 1, [sic], ~5, f(x)[1]",
                "5 * 3 * 2, snake_case_name, a < b, 2 > 1, [sic], ~5, f(x)[1]",
            ),
            ("*alone, **alone, `alone, [alone](", "*alone, **alone, `alone, [alone]("),
        ] {
            assert_eq!(plain(source, &["c"]), shown);
        }
    }

    #[test]
    fn texts_with_stray_marks_have_none() {
        for text in [
            "5 * 3 * 2 = 30, and 2 ** 3 is 8.",
            "#metoo: f**k and s**t were said.",
            "A star * is a star, 5* and 6*. *Terms apply",
            "snake_case and other_names_here, __init__ alone, 5_000",
            "He said [sic] that [1](2) it was (so) [x] (https://riga.example/).",
            "Rock `n' roll, ``quoted'' and *** Spoiler ***",
            "set: Berg* 4-3 Lang (*serves): Berg* 5-3 Lang (*serves)",
            "Dial *#*#4636#*#* now, or _____________",
        ] {
            assert!(!has_marks(text), "{text}");
        }
        for text in
            ["It is **bold**.", "A [link](https://riga.example/).", "![](a.png)", "*One* and _two_", "他**说**了"]
        {
            assert!(has_marks(text), "{text}");
        }
    }

    /// What a mark reaches is bounded, whatever the text: were it not, this would take hours.
    #[test]
    fn long_runs_of_marks_are_read() {
        for piece in ["*", "* ", "[", "](", "a*b_", "`", "<", "~~a", "![", "[a](", "&", "\\", "**a "] {
            let text = piece.repeat(100_000 / piece.len());
            has_marks(&text);
            assert!(plain(&text, &[]).len() <= text.len(), "{piece}");
        }
    }
}
