//! Markdown → plain text and its paragraphs: what its readers see, without the marks.
//!
//! Blocks are those of CommonMark, with tables, footnotes and front matter, read a line at a time. What is no prose of
//! the story is left out: images, code, tables, footnotes, comments. Only a text that shows marks which other texts do
//! not have is read so: "5 * 3", "#metoo", "snake_case" and a lone asterisk are none. Quoted mail is read so too.

use crate::chars::{all, is_blank, length, trim, trim_end, trim_start};
use crate::fold::on_one_line;
use crate::page::article::{Paragraph, ParagraphKind};
use crate::page::inline;
use crate::page::lines::{Line, Wrapping};
use crate::page::text::LONGEST_HEADING;
use crate::punctuation::{begins, ends_as_sentence, is_letter};
use crate::span::Span;

/// Headings have so many ranks.
const RANKS: usize = 6;
/// Rules, and underlines of headings, have so many marks or more.
const RULE: usize = 3;
/// So many quoted lines are no accident.
const QUOTED_LINES: usize = 2;
/// Numbers of list items have at most this many digits: more are years.
const MOST_DIGITS: usize = 3;

/// What was read.
pub(super) struct Reading {
    /// The text of the blocks, a blank line between them.
    pub(super) text: String,
    /// Headings are subheads here.
    pub(super) paragraphs: Vec<Paragraph>,
    /// The first heading of the first rank, else the title in the front matter.
    pub(super) title: Option<String>,
}

/// Reads a text that shows itself to be Markdown. `lines` are its own.
pub(super) fn read(text: &str, lines: &[Line]) -> Option<Reading> {
    let lines: Vec<Content> = lines.iter().map(|line| Content::of(text, *line)).collect();
    if !has_blocks(&lines) && !inline::has_marks(text) {
        return None;
    }
    let references: Vec<&str> = lines.iter().filter_map(|content| reference(content.words)).collect();
    let contents: Vec<Line> = lines.iter().map(|content| content.line).collect();
    let wrapping = Wrapping::find(text, &contents);
    let reading = Reading { text: String::with_capacity(text.len()), paragraphs: Vec::new(), title: None };
    let mut reader = Reader { text, lines: &lines, references, wrapping, reading, open: None };
    let mut at = front_matter(&lines);
    let title = lines[..at].iter().find_map(|content| content.words.strip_prefix("title:"));
    while at < lines.len() {
        at = reader.block(at);
    }
    reader.close();
    let title = title.map(|title| trim_start(trim_end(title, is_quoting), is_quoting).to_owned());
    reader.reading.title = reader.reading.title.or(title);
    Some(reader.reading)
}

/// What may stand around a value of the front matter.
const fn is_quoting(c: char) -> bool {
    matches!(c, '"' | '\'' | ' ')
}

/// A line without the marks of a quotation before it.
#[derive(Clone, Copy)]
struct Content<'t> {
    line: Line,
    words: &'t str,
    quoted: bool,
}

impl<'t> Content<'t> {
    fn of(text: &'t str, line: Line) -> Self {
        let whole = line.span.of(text);
        let quoted = whole.starts_with('>');
        let words = if quoted { trim_start(whole, |c| matches!(c, '>' | ' ')) } else { whole };
        let start = line.span.end - words.len();
        let indent = line.indent + start - line.span.start;
        Self { line: Line { span: Span::new(start, line.span.end), indent, ..line }, words, quoted }
    }
}

/// Whether a block shows that a text is Markdown.
fn has_blocks(lines: &[Content<'_>]) -> bool {
    let (mut fences, mut quoted) = (0, 0);
    let mut above = "";
    lines.iter().enumerate().any(|(at, content)| {
        let line = content.words;
        let opens = at == 0 || content.line.blank > 0;
        let shows = match line.as_bytes().first() {
            _ if content.quoted => {
                quoted += 1;
                quoted >= QUOTED_LINES
            }
            Some(b'#') => {
                let is_title = |words| begins(words, is_letter) && length(words) <= LONGEST_HEADING;
                opens && heading(line).is_some_and(|(_, words)| is_title(words))
            }
            Some(b'=') => !opens && is_rule(line, b'=') && length(above) <= LONGEST_HEADING && !ends_as_sentence(above),
            Some(b'`' | b'~') => {
                fences += usize::from(is_fence(line));
                fences > 1
            }
            Some(b'[') => is_footnote(line) || reference(line).is_some(),
            Some(b'-') if at == 0 => front_matter(lines) > 0,
            Some(b'|' | b':' | b'-') => is_delimiter_row(line) && above.contains('|'),
            _ => false,
        };
        above = line;
        shows
    })
}

/// A paragraph that is being read.
struct Open {
    kind: ParagraphKind,
    first: Line,
    source: String,
}

struct Reader<'t> {
    text: &'t str,
    lines: &'t [Content<'t>],
    /// The names of link references.
    references: Vec<&'t str>,
    wrapping: Option<Wrapping>,
    reading: Reading,
    open: Option<Open>,
}

impl Reader<'_> {
    /// Reads the block or line at `at`, and gives the line behind it.
    fn block(&mut self, at: usize) -> usize {
        let Content { line, words, quoted } = self.lines[at];
        let other = self.open.as_ref().is_some_and(|open| (open.kind == ParagraphKind::Quote) != quoted);
        if line.blank > 0 || other || words.is_empty() {
            self.close();
        }
        let behind = self.behind_omitted(at);
        if behind > at {
            self.close();
            return behind;
        }
        if let Some((rank, words)) = heading(words) {
            self.close();
            self.heading(rank, words);
        } else if [b'=', b'-', b'*', b'_'].iter().any(|mark| is_rule(words, *mark)) {
            // A line under a paragraph makes it a heading; else it parts what stands around it.
            match self.open.take().filter(|_| words.starts_with(['=', '-'])) {
                Some(open) => self.heading(if words.starts_with('=') { 1 } else { 2 }, &open.source),
                None => self.close(),
            }
        } else if let Some(source) = self.item(line, words) {
            self.close();
            self.open = Some(Open { kind: ParagraphKind::Item, first: line, source: source.to_owned() });
        } else if !words.is_empty() {
            self.prose(at);
        }
        at + 1
    }

    /// The line behind what is no prose of the story; `at` itself where it is.
    fn behind_omitted(&self, at: usize) -> usize {
        let words = self.lines[at].words;
        let rest = &self.lines[at + 1..];
        // One past the first line behind this one that ends the block; 0 for none.
        let end = |is_end: fn(&Content<'_>) -> bool| rest.iter().position(is_end).map_or(0, |end| at + 2 + end);
        if is_fence(words) {
            let closing =
                if words.starts_with('`') { end(|l| is_rule(l.words, b'`')) } else { end(|l| is_rule(l.words, b'~')) };
            return closing.max(at + 1);
        }
        if words.starts_with("<!--") {
            return if words.contains("-->") { at } else { end(|l| l.words.ends_with("-->")).max(at) };
        }
        let has_row = words.contains('|')
            && rest.first().is_some_and(|next| next.line.blank == 0 && is_delimiter_row(next.words));
        let is_footnote = is_footnote(words);
        if has_row || is_footnote {
            let goes_on = |l: &&Content<'_>| {
                if has_row {
                    l.line.blank == 0 && l.words.contains('|')
                } else {
                    l.line.blank == 0 || l.line.indent > 1
                }
            };
            return at + 1 + rest.iter().take_while(goes_on).count();
        }
        at + usize::from(reference(words).is_some())
    }

    /// The words of an item that begins with this line. A number other than the first goes on with a list.
    fn item<'l>(&self, line: Line, words: &'l str) -> Option<&'l str> {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let in_list = || self.reading.paragraphs.last().is_some_and(|p| p.kind == ParagraphKind::Item);
        let counts = digits == 0
            || digits <= MOST_DIGITS
                && (&words[..digits] == "1"
                    || line.blank > 0
                    || in_list()
                    || self.open.as_ref().is_some_and(|open| open.kind == ParagraphKind::Item));
        let mark = if digits == 0 { &['-', '*', '+'][..] } else { &['.', ')'] };
        let rest = words[digits..].strip_prefix(mark).filter(|rest| counts && begins(rest, char::is_whitespace))?;
        let rest = trim(rest);
        Some(["[ ] ", "[x] ", "[X] "].iter().find_map(|done| rest.strip_prefix(done)).unwrap_or(rest))
    }

    /// Adds the line at `at` to the open paragraph, or opens one with it. A line break is a space, unless the sentence
    /// ends there and the text is not hard-wrapped: then it may be a paragraph's.
    fn prose(&mut self, at: usize) {
        let Content { line, words, quoted } = self.lines[at];
        let goes_on = |open: &&mut Open| {
            let above = self.lines[at - 1];
            let wrapped = self.wrapping.is_some_and(|w| w.joins(self.text, &open.first, &above.line, &line));
            wrapped || !ends_as_sentence(above.words)
        };
        if let Some(open) = self.open.as_mut().filter(goes_on) {
            open.source.push('\n');
            open.source.push_str(words);
            return;
        }
        self.close();
        let kind = if quoted { ParagraphKind::Quote } else { ParagraphKind::Paragraph };
        self.open = Some(Open { kind, first: line, source: words.to_owned() });
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.push(open.kind, &open.source);
        }
    }

    fn heading(&mut self, rank: usize, source: &str) {
        let start = self.reading.paragraphs.len();
        self.push(ParagraphKind::Subhead, source);
        let pushed = self.reading.paragraphs.get(start).filter(|_| rank == 1 && self.reading.title.is_none());
        self.reading.title = pushed.map(|p| p.span.of(&self.reading.text).to_owned()).or(self.reading.title.take());
    }

    fn push(&mut self, kind: ParagraphKind, source: &str) {
        let plain = inline::plain(source, &self.references);
        let shown = on_one_line(&plain);
        if is_blank(&shown) {
            return;
        }
        let Reading { text, paragraphs, .. } = &mut self.reading;
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&shown);
        paragraphs.push(Paragraph { kind, span: Span::new(start, text.len()) });
    }
}

/// The rank of a heading marked by `#`, and its words.
fn heading(line: &str) -> Option<(usize, &str)> {
    let words = trim_start(line, |c| c == '#');
    let rank = line.len() - words.len();
    let is_heading = (1..=RANKS).contains(&rank) && begins(words, char::is_whitespace);
    is_heading.then(|| (rank, trim(trim_end(words, |c| matches!(c, '#' | ' ')))))
}

/// Whether a line is nothing but marks of a kind, and spaces.
fn is_rule(line: &str, mark: u8) -> bool {
    line.bytes().all(|b| b == mark || b == b' ') && line.bytes().filter(|b| *b == mark).count() >= RULE
}

/// Whether a line opens or closes code.
fn is_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

/// Whether a line is a footnote's first: `[^1]: The list was long.`
fn is_footnote(line: &str) -> bool {
    line.starts_with("[^") && line.contains("]:")
}

/// The name that a line gives to the target of links: "[minutes]: https://riga.example/".
fn reference(line: &str) -> Option<&str> {
    let (name, target) = line.strip_prefix('[')?.split_once("]:")?;
    let target = trim(target);
    (inline::is_target(target.split(' ').next().unwrap_or_default()) && !name.starts_with('^')).then_some(name)
}

/// Whether a line parts a table's head from its rows: "| --- | :-: |".
fn is_delimiter_row(line: &str) -> bool {
    line.contains('|') && line.contains('-') && all(line, |c| matches!(c, '|' | '-' | ':' | ' '))
}

/// How many lines at the start are front matter: "---", lines of "key: value", "---".
fn front_matter(lines: &[Content<'_>]) -> usize {
    let is_fence = |content: &Content<'_>| content.words == "---";
    let is_member = |content: &Content<'_>| {
        content
            .words
            .split_once(':')
            .is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')))
    };
    match lines {
        [fence, member, rest @ ..] if is_fence(fence) && is_member(member) => {
            rest.iter().position(is_fence).map_or(0, |end| end + 3)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::page::article::Article;

    fn blocks(text: &str) -> Vec<(&'static str, String)> {
        let article = Article::from_text(text);
        assert!(article.owns_text(), "{text}");
        article.paragraphs().iter().map(|p| (p.kind.name(), p.span.of(article.text()).to_owned())).collect()
    }

    #[test]
    fn blocks_are_read_without_their_marks() {
        let text = "---\ntitle: Riga\ntags: [a]\n---\n\n# Rain closes the **market** #\n\n*By Anna Berg*\n\n![The hall](hall.jpg)\n\n\
            The market of [Riga][r] closed\non Monday.[^1]\n\nWhat happens now\n---\n\n1. Fees are paid\n   back.\n2) [x] The roof is mended.\n\n\
            > “It leaked,” said\n> Jānis.\n\n| a | b |\n|---|--:|\n| It is a table. | 2 |\n\n```\nIt is code.\n```\n\
            <!-- It is\na comment. -->\n* * *\nThe end came.\n\n[r]: https://riga.example/ \"Riga\"\n[^1]: It is a note.\n    It goes on.";
        let expected = [
            ("paragraph", "The market of Riga closed on Monday."),
            ("subhead", "What happens now"),
            ("item", "Fees are paid back."),
            ("item", "The roof is mended."),
            ("quote", "“It leaked,” said Jānis."),
            ("paragraph", "The end came."),
        ];
        assert_eq!(blocks(text), expected.map(|(kind, text)| (kind, text.to_owned())));
        let article = Article::from_text(text);
        assert_eq!((article.headline(), article.byline()), (Some("Rain closes the market"), Some("By Anna Berg")));
        let unmarked = "---\ntitle: \"Rain in Riga\"\n---\n\nIt rained.";
        assert_eq!(Article::from_text(unmarked).headline(), Some("Rain in Riga"));
    }

    #[test]
    fn quoted_mail_is_read_by_its_levels() {
        let text = "Anna wrote:\n> The council voted on Monday to close the\n> Old Market for two years while its roof is\n\
            > being mended. It costs 14 million.\n>> Who pays?\nThe state does.";
        let quoted = "The council voted on Monday to close the Old Market for two years while its roof is being mended. It costs 14 million.";
        let expected =
            [("paragraph", "Anna wrote:"), ("quote", quoted), ("quote", "Who pays?"), ("paragraph", "The state does.")];
        assert_eq!(blocks(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn other_texts_are_left_as_they_are() {
        for text in [
            "#metoo reaches Riga\n\nIt came on Monday. #riga",
            "Rain in Riga\n\n- It rained.\n- It snowed.\n\n-----\n\n* The end came.",
            "> Read also: the roof\n\nIt rained * and * snowed.",
            "Rain | Riga\n\nIt was 5 | 3.\n\n[1]: the first of May.",
            "[Update]: It rained. [^_^] It snowed.",
        ] {
            let article = Article::from_text(text);
            assert!(!article.owns_text() && article.text() == text, "{text}");
        }
    }
}
