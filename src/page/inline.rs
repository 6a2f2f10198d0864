//! Marks inside the paragraphs of Markdown: emphasis, links, images, code, struck-out words, escapes, HTML.

use crate::chars::{find, trim};
use crate::language::char_class::is_unspaced;
use crate::punctuation::{ends, first_char, is_letter_or_digit, is_opener, is_quotation_mark, last_char};
use crate::scan;
use crate::span::Span;

/// What belongs to one mark ends within so many bytes: a long link's target, a long phrase in bold.
const REACH: usize = 400;
/// So many phrases between asterisks are no accident; one in bold is none.
const PHRASES: usize = 2;
/// Links stand inside links no deeper than an image does.
const DEEPEST: usize = 2;
/// So many marks are looked back at for the one that opened what another closes.
const MOST_OPEN: usize = 8;
/// Characters that are written by name.
const NAMED: [(&str, &str); 6] =
    [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}")];

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
    let may_be = |eight| {
        scan::equal(b'*', eight) | scan::equal(b'[', eight) | scan::equal(b'_', eight) | scan::equal(b'`', eight)
    };
    let (mut phrases, mut done) = (0, 0);
    scan::each_place(bytes, may_be, |at| {
        if at < done || phrases >= PHRASES {
            return;
        }
        let rest = &text[at..];
        phrases += match bytes.get(at) {
            Some(b'[') if footnote(rest).is_some() => 1,
            Some(b'[') if link(rest, &[]).is_some() => PHRASES,
            Some(mark @ (b'*' | b'_' | b'`')) => {
                let count = run(rest);
                done = at + count;
                let is_phrase = || is_phrase(&text[..at], &rest[count..], &rest[..count]);
                match (mark, count) {
                    (b'*', 2 | 3) if is_phrase() => PHRASES,
                    (_, 1) | (b'_', 2) => usize::from(is_phrase()),
                    _ => 0,
                }
            }
            _ => 0,
        };
    });
    phrases >= PHRASES
}

/// Whether words are marked as a phrase: `marks` stand right before the first, at its beginning, and right behind the
/// last, at its end, on one line. "A star* (*for hotels)" is none.
fn is_phrase(before: &str, rest: &str, marks: &str) -> bool {
    let line = reach(rest).split('\n').next().unwrap_or_default();
    let Some((inside, behind)) = line.split_once(marks) else { return false };
    let is_word_or_quote = |c| is_letter_or_digit(c) || is_quotation_mark(c);
    first_char(inside).is_some_and(is_word_or_quote)
        && last_char(before).is_none_or(|c| c.is_whitespace() || is_opener(c) || is_unspaced(c))
        && !ends(inside, char::is_whitespace)
        && first_char(behind).is_none_or(|c| is_unspaced(c) || !is_letter_or_digit(c) && !marks.starts_with(c))
        && inside.matches('(').count() == inside.matches(')').count()
}

/// How many marks of one kind begin a text.
fn run(text: &str) -> usize {
    let first = text.as_bytes().first();
    text.bytes().take_while(|b| Some(b) == first).count()
}

/// The length of a reference to a footnote: `[^1]`.
fn footnote(text: &str) -> Option<usize> {
    let rest = reach(text).strip_prefix("[^")?;
    let end = find(rest, |c| c == ']' || c.is_whitespace())?;
    (end > 0 && rest[end..].starts_with(']')).then_some("[^".len() + end + 1)
}

/// Whether a word may be where a link leads.
pub(super) fn is_target(word: &str) -> bool {
    word.contains(['/', '#', '.', ':']) && !word.contains(char::is_whitespace)
}

/// The words of a link that begins a text, and its length: "[words](target)", "[words][name]", "[name]".
fn link<'t>(text: &'t str, references: &[&str]) -> Option<(&'t str, usize)> {
    let text = reach(text);
    let end = closing(text, b'[', b']')?;
    let (words, rest) = (&text[1..end], &text[end + 1..]);
    let is_known = |name: &str| references.iter().any(|known| known.eq_ignore_ascii_case(name));
    if rest.starts_with('(') {
        let close = closing(rest, b'(', b')')?;
        let inside = trim(&rest[1..close]);
        // A title in quotation marks may follow.
        let (target, title) = inside.split_at(find(inside, char::is_whitespace).unwrap_or(inside.len()));
        let titled = title.is_empty() || trim(title).starts_with(['"', '\'', '(']);
        return (titled && is_target(target)).then_some((words, end + close + 2));
    }
    if rest.starts_with('[') {
        let close = closing(rest, b'[', b']')?;
        let name = if close == 1 { words } else { &rest[1..close] };
        return is_known(name).then_some((words, end + close + 2));
    }
    is_known(words).then_some((words, end + 1))
}

/// Where the bracket closes that begins a text.
fn closing(text: &str, open: u8, close: u8) -> Option<usize> {
    let (mut depth, mut escaped) = (0, false);
    text.bytes().position(|byte| {
        if escaped || byte == b'\\' {
            escaped = !escaped;
        } else if byte == open {
            depth += 1;
        } else if byte == close {
            depth -= 1;
            return depth == 0;
        }
        false
    })
}

/// A paragraph as it is read where its marks are rendered. `references` are the names of links in the text.
pub(super) fn plain(source: &str, references: &[&str]) -> String {
    let mut writer =
        Writer { references, shown: String::with_capacity(source.len()), open: Vec::new(), cuts: Vec::new() };
    writer.read(source, 0);
    let Writer { shown, mut cuts, .. } = writer;
    cuts.sort_unstable();
    let mut plain = String::with_capacity(shown.len());
    let mut at = 0;
    for cut in cuts {
        // One may lie in another.
        plain.push_str(shown.get(at..cut.start).unwrap_or_default());
        at = at.max(cut.end);
    }
    plain.push_str(&shown[at..]);
    plain
}

/// Marks of emphasis that may open a phrase.
struct Marks {
    kind: char,
    /// Where they stand in what is shown.
    span: Span,
}

struct Writer<'r> {
    references: &'r [&'r str],
    /// With marks of emphasis, of which those in `cuts` turned out to be marks.
    shown: String,
    open: Vec<Marks>,
    cuts: Vec<Span>,
}

impl Writer<'_> {
    fn read(&mut self, source: &str, depth: usize) {
        let mut rest = source;
        while let Some(mark) = first_char(rest) {
            let taken = match mark {
                '\\' => self.escape(rest),
                '`' => self.code(rest),
                '[' | '!' if depth < DEEPEST => self.link(rest, depth),
                '<' => self.tag(rest),
                '&' => self.named(rest),
                '*' | '_' | '~' => self.emphasis(mark, rest),
                _ => 0,
            };
            if taken > 0 {
                rest = &rest[taken..];
                continue;
            }
            // Up to what may be the next mark.
            let behind = mark.len_utf8();
            let end = find(&rest[behind..], |c| matches!(c, '\\' | '`' | '[' | '!' | '<' | '&' | '*' | '_' | '~'));
            let end = end.map_or(rest.len(), |end| behind + end);
            self.shown.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }

    /// A mark that is meant as it stands, or at a line's end a line break.
    fn escape(&mut self, rest: &str) -> usize {
        let Some(escaped) = first_char(&rest[1..]).filter(|c| c.is_ascii_punctuation() || *c == '\n') else { return 0 };
        self.shown.push(escaped);
        2
    }

    fn code(&mut self, rest: &str) -> usize {
        let count = run(rest);
        let Some(end) = reach(&rest[count..]).find(&rest[..count]) else {
            self.shown.push_str(&rest[..count]);
            return count;
        };
        self.shown.push_str(trim(&rest[count..count + end]));
        end + 2 * count
    }

    /// A link's words are shown, an image and the number of a footnote are not.
    fn link(&mut self, rest: &str, depth: usize) -> usize {
        let image = usize::from(rest.starts_with('!'));
        if let Some(length) = footnote(rest) {
            return length;
        }
        let Some((words, length)) =
            Some(&rest[image..]).filter(|r| r.starts_with('[')).and_then(|r| link(r, self.references))
        else {
            return 0;
        };
        if image == 0 {
            self.read(words, depth + 1);
        }
        image + length
    }

    /// Tags and comments are not shown; an address in angle brackets is.
    fn tag(&mut self, rest: &str) -> usize {
        if rest.starts_with("<!--") {
            return rest.find("-->").map_or(0, |end| end + "-->".len());
        }
        let Some(end) = reach(rest).find('>') else { return 0 };
        let inside = &rest[1..end];
        let is_address = !inside.contains(char::is_whitespace) && (inside.contains("://") || inside.contains('@'));
        if is_address {
            self.shown.push_str(inside);
        }
        let name = inside.strip_prefix('/').unwrap_or(inside);
        if is_address || name.starts_with(|c: char| c.is_ascii_alphabetic()) { end + 1 } else { 0 }
    }

    fn named(&mut self, rest: &str) -> usize {
        let Some((name, shown)) = NAMED.iter().find(|(name, _)| rest.starts_with(name)) else { return 0 };
        self.shown.push_str(shown);
        name.len()
    }

    /// Marks behind a word close what the same marks before a word opened.
    fn emphasis(&mut self, kind: char, rest: &str) -> usize {
        let count = run(rest);
        let (before, behind) = (last_char(&self.shown), first_char(&rest[count..]));
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_word = |c: Option<char>| c.is_some_and(is_letter_or_digit);
        // Underscores inside words, and a tilde alone, are no marks.
        let (closes, opens) = match kind {
            '_' => (!is_space(before) && !is_word(behind), !is_space(behind) && !is_word(before)),
            '~' if count != 2 => (false, false),
            _ => (!is_space(before), !is_space(behind)),
        };
        let start = self.shown.len();
        self.shown.push_str(&rest[..count]);
        let mut marks = Span::new(start, start + count);
        while closes && !marks.is_empty() {
            let Some(at) = self.open.iter().rev().take(MOST_OPEN).position(|open| open.kind == kind) else { break };
            self.open.truncate(self.open.len() - at);
            let Some(mut opener) = self.open.pop() else { break };
            if kind == '~' {
                // Words that are struck out are not shown.
                self.cuts.push(Span::new(opener.span.start, marks.end));
                return count;
            }
            let shared = marks.len().min(opener.span.len());
            self.cuts.push(Span::new(opener.span.end - shared, opener.span.end));
            self.cuts.push(Span::new(marks.start, marks.start + shared));
            opener.span.end -= shared;
            marks.start += shared;
            if !opener.span.is_empty() {
                self.open.push(opener);
            }
        }
        if opens && !marks.is_empty() {
            self.open.push(Marks { kind, span: marks });
        }
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
