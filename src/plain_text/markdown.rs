//! Markdown → plain text and its paragraphs: what its readers see, without the marks.
//!
//! Blocks are those of CommonMark, with tables, footnotes and front matter, read a line at a time. What is no prose of
//! the story is left out: images, code, tables, footnotes, comments. Only a text that shows marks which other texts do
//! not have is read so: "5 * 3", "#metoo", "snake_case" and a lone asterisk are none. Quoted mail is read so too.

use crate::article::{Paragraph, ParagraphKind};
use crate::plain_text::heading::LONGEST_HEADING;
use crate::plain_text::inline;
use crate::plain_text::lines::{Line, Wrapping, item};
use crate::text::chars::{all, find, find_byte, find_text, length, trim, trim_end, trim_start};
use crate::text::fold::on_one_line;
use crate::text::punctuation::{begins, ends_as_sentence, is_letter};
use crate::text::span::Span;

/// Headings have so many ranks.
const RANKS: usize = 6;
/// Rules, underlines of headings and fences of code have so many marks or more.
const RULE: usize = 3;
/// So many quoted lines are no accident.
const QUOTED_LINES: usize = 2;
/// The marks of rules, and of fences.
const RULES: [u8; 4] = *b"=-*_";
const FENCES: [u8; 2] = *b"`~";
/// Code and comments have fewer lines: what ends further on began there.
const MOST_OMITTED: usize = 256;
/// So many names of link targets are known.
const MOST_REFERENCES: usize = 256;

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
pub(super) fn read<'t>(text: &'t str, lines: &'t [Line]) -> Option<Reading> {
    if !has_blocks(text, lines) && !inline::has_marks(text) {
        return None;
    }
    let mut reader = Reader {
        text,
        given: lines,
        lines: lines.iter().map(|line| without_quotation(text, line)).collect(),
        wrapping: None,
        references: Vec::new(),
        reading: Reading { text: String::new(), paragraphs: Vec::new(), title: None },
        open: None,
    };
    reader.wrapping = Wrapping::find(text, &reader.lines);
    reader.references = lines.iter().filter_map(|line| reference(line.span.of(text))).take(MOST_REFERENCES).collect();
    let mut at = front_matter(text, lines);
    let title = lines[..at].iter().find_map(|line| line.span.of(text).strip_prefix("title:"));
    while at < lines.len() {
        at = reader.block(at);
    }
    reader.close();
    let mut reading = reader.reading;
    let is_quoting = |c| matches!(c, '"' | '\'' | ' ');
    reading.title = reading.title.or(title.map(|title| trim_start(trim_end(title, is_quoting), is_quoting).to_owned()));
    Some(reading)
}

/// A line without the marks of a quotation before it.
fn without_quotation(text: &str, line: &Line) -> Line {
    let whole = line.span.of(text);
    let words = if whole.starts_with('>') { trim_start(whole, |c| matches!(c, '>' | ' ')) } else { whole };
    let marks = whole.len() - words.len();
    Line { span: Span::new(line.span.start + marks, line.span.end), indent: line.indent + marks, ..*line }
}

/// Whether a block shows that a text is Markdown.
fn has_blocks(text: &str, lines: &[Line]) -> bool {
    let (mut fences, mut quoted) = (0, 0);
    lines.iter().enumerate().any(|(at, line)| {
        let words = line.span.of(text);
        let opens = at == 0 || line.blank > 0;
        let above = || lines[at.saturating_sub(1)].span.of(text);
        match words.as_bytes().first() {
            Some(b'>') => {
                quoted += 1;
                quoted >= QUOTED_LINES
            }
            Some(b'#') => opens && heading(words).is_some_and(|(_, title)| begins(title, is_letter) && is_short(title)),
            Some(b'=') => !opens && is_rule(words, b'=') && is_short(above()) && !ends_as_sentence(above()),
            Some(b'`' | b'~') => {
                fences += usize::from(fence(words).is_some());
                fences > 1
            }
            Some(b'[') => is_footnote(words) || reference(words).is_some(),
            Some(b'-') if at == 0 => front_matter(text, lines) > 0,
            Some(b'|' | b':' | b'-') => is_delimiter_row(words) && find_byte(above(), b'|').is_some(),
            _ => false,
        }
    })
}

fn is_short(line: &str) -> bool {
    length(line) <= LONGEST_HEADING
}

/// A paragraph that is being read.
struct Open {
    kind: ParagraphKind,
    first: Line,
    source: String,
}

struct Reader<'t> {
    text: &'t str,
    given: &'t [Line],
    /// The same without the marks of quotations.
    lines: Vec<Line>,
    wrapping: Option<Wrapping>,
    /// The names of link targets.
    references: Vec<&'t str>,
    reading: Reading,
    open: Option<Open>,
}

impl<'t> Reader<'t> {
    fn words(&self, at: usize) -> &'t str {
        self.lines.get(at).map_or("", |line| line.span.of(self.text))
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.given[at].span.of(self.text).starts_with('>')
    }

    /// Reads the block or line at `at`, and gives the line after it.
    fn block(&mut self, at: usize) -> usize {
        let (line, words) = (self.lines[at], self.words(at));
        let is_open = |open: &Open| line.blank == 0 && (open.kind == ParagraphKind::Quote) == self.is_quoted(at);
        if words.is_empty() || !self.open.as_ref().is_some_and(is_open) {
            self.close();
        }
        let after = self.after_omitted(at, words);
        if after > at {
            self.close();
            return after;
        }
        if let Some((rank, title)) = heading(words) {
            self.close();
            self.heading(rank, title);
        } else if RULES.iter().any(|mark| is_rule(words, *mark)) {
            // A line under a paragraph makes it a heading; else it parts what stands around it.
            match (words.as_bytes()[0], self.open.take()) {
                (b'=', Some(open)) => self.heading(1, &open.source),
                (b'-', Some(open)) => self.heading(2, &open.source),
                (_, open) => {
                    self.open = open;
                    self.close();
                }
            }
        } else if let Some(source) = self.item(line, words) {
            self.close();
            self.open = Some(Open { kind: ParagraphKind::Item, first: line, source: source.to_owned() });
        } else if !words.is_empty() {
            self.prose(at, line, words);
        }
        at + 1
    }

    /// The line after what is no prose of the story; `at` itself where it is.
    fn after_omitted(&self, at: usize, words: &str) -> usize {
        // Without an end the line itself is left out.
        let after = |is_end: &dyn Fn(&str) -> bool| {
            (at + 1..at + MOST_OMITTED).find(|end| is_end(self.words(*end))).unwrap_or(at) + 1
        };
        if let Some(mark) = fence(words) {
            return after(&|line| is_rule(line, mark));
        }
        if words.starts_with("<!--") {
            let has_end = |line: &str| find_text(line, "-->").is_some();
            return if has_end(words) { at } else { after(&has_end) };
        }
        let has_row = |at: usize| find_byte(self.words(at), b'|').is_some();
        let touches = |at: usize| self.lines.get(at).is_some_and(|line| line.blank == 0);
        let mut end = at + 1;
        if has_row(at) && touches(end) && is_delimiter_row(self.words(end)) {
            while touches(end) && has_row(end) {
                end += 1;
            }
        } else if is_footnote(words) {
            while touches(end) || self.lines.get(end).is_some_and(|line| line.indent > 1) {
                end += 1;
            }
        } else if reference(words).is_none() {
            return at;
        }
        end
    }

    /// The words of an item that begins with this line. A number other than the first goes on with a list.
    fn item<'l>(&self, line: Line, words: &'l str) -> Option<&'l str> {
        let (words, number) = item(words, |c| matches!(c, '-' | '*' | '+'))?;
        let before = self.open.as_ref().map(|open| open.kind).or(self.reading.paragraphs.last().map(|last| last.kind));
        if line.blank == 0 && !matches!(number, "" | "1") && before != Some(ParagraphKind::Item) {
            return None;
        }
        // A box to tick.
        let has_box = matches!(words.as_bytes(), [b'[', b' ' | b'x' | b'X', b']', b' ', ..]);
        Some(if has_box { &words[4..] } else { words })
    }

    /// Adds the line at `at` to the open paragraph, or opens one with it. A line break is a space, unless the sentence
    /// ends there and the text is not hard-wrapped: then it may be a paragraph's.
    fn prose(&mut self, at: usize, line: Line, words: &str) {
        if let Some(open) = &mut self.open {
            let above = self.lines[at - 1];
            let wrapped = |wrapping: Wrapping| wrapping.joins(self.text, &open.first, &above, &line);
            if self.wrapping.is_some_and(wrapped) || !ends_as_sentence(above.span.of(self.text)) {
                open.source.push('\n');
                open.source.push_str(words);
                return;
            }
        }
        self.close();
        let kind = if self.is_quoted(at) { ParagraphKind::Quote } else { ParagraphKind::Paragraph };
        self.open = Some(Open { kind, first: line, source: words.to_owned() });
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.push(open.kind, &open.source);
        }
    }

    fn heading(&mut self, rank: usize, source: &str) {
        let shown = self.push(ParagraphKind::Subhead, source);
        if rank == 1 && self.reading.title.is_none() && !shown.is_empty() {
            self.reading.title = Some(shown.of(&self.reading.text).to_owned());
        }
    }

    /// Adds what is shown of a block, and gives its place.
    #[inline(never)]
    fn push(&mut self, kind: ParagraphKind, source: &str) -> Span {
        let plain = inline::plain(source, &self.references);
        let shown = on_one_line(&plain);
        let Reading { text, paragraphs, .. } = &mut self.reading;
        if !shown.is_empty() && !text.is_empty() {
            text.push_str("\n\n");
        }
        let span = Span::new(text.len(), text.len() + shown.len());
        if !shown.is_empty() {
            text.push_str(&shown);
            paragraphs.push(Paragraph { kind, span });
        }
        span
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

/// The mark of a line that opens or closes code.
fn fence(line: &str) -> Option<u8> {
    FENCES.into_iter().find(|mark| line.bytes().take_while(|b| b == mark).count() >= RULE)
}

/// Whether a line is a footnote's first: `[^1]: The list was long.`
fn is_footnote(line: &str) -> bool {
    line.starts_with("[^") && find_text(line, "]:").is_some()
}

/// The name that a line gives to the target of links: `[minutes]: https://riga.example/`.
fn reference(line: &str) -> Option<&str> {
    if !line.starts_with('[') || line.starts_with("[^") {
        return None;
    }
    let end = find_text(line, "]:")?;
    let target = trim(&line[end + 2..]);
    let target = &target[..find(target, char::is_whitespace).unwrap_or(target.len())];
    inline::is_target(target).then(|| &line[1..end])
}

/// Whether a line parts a table's head from its rows: `| --- | :-: |`.
fn is_delimiter_row(line: &str) -> bool {
    all(line, |c| matches!(c, '|' | '-' | ':' | ' ')) && [b'|', b'-'].iter().all(|b| find_byte(line, *b).is_some())
}

/// How many lines at the start are front matter: "---", lines of "key: value", "---".
fn front_matter(text: &str, lines: &[Line]) -> usize {
    let is_fence = |at: &usize| lines.get(*at).is_some_and(|line| line.span.of(text) == "---");
    let key = lines.get(1).map_or("", |line| trim_start(line.span.of(text), |c| c.is_ascii_alphanumeric()));
    if !is_fence(&0) || !key.starts_with(':') {
        return 0;
    }
    (2..lines.len()).find(is_fence).map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;

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
