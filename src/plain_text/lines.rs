//! The lines of a plain text, and which of their ends a line length put there.
//!
//! Mail, text files and text copied from printed pages are hard-wrapped: a line ends where the first word of the next
//! one would not have fitted. Other texts do not show that, whatever their script: one paragraph or sentence a line,
//! lists, verse and tables end their lines anywhere. So the width that most open line ends agree on is looked for, and
//! it counts if that many would hardly agree by chance.

use crate::text::case::{is_capital, is_small};
use crate::text::char_class::{is_combining, is_unspaced};
use crate::text::chars::{find, trim, trim_end, trim_start};
use crate::text::punctuation::{begins, ends, ends_as_sentence, first_char, is_line_end};
use crate::text::scan;
use crate::text::span::Span;

/// Widths that texts are wrapped at: a newspaper's column, and more than any mail or terminal has.
const NARROWEST: usize = 30;
const WIDEST: usize = 160;
/// A line of more bytes is wider than that in any script.
const MOST_BYTES: usize = 4 * WIDEST;
/// Of the open line ends that are no short lines at least 3 in 4 must agree on the width.
const AGREEING: (usize, usize) = (3, 4);
/// At most 1 line in 5 may be wider than that.
const WIDER: (usize, usize) = (1, 5);
/// More lines than this part of those that agree may not go on with a capital, in scripts that have them: verse and
/// lists of titles do so in every line, German in half of all.
const CAPITALIZED: (usize, usize) = (7, 8);
/// In text that is wrapped, lines that no sentence ends with are joined from 2/3 of the width on, to 1/8 over it.
const NEAR: (usize, usize) = (2, 3);
const OVER: usize = 8;
/// Lines are longer than this in most texts, in bytes.
const USUAL_LINE: usize = 128;
/// Numbers of list items have at most this many digits: more are years and amounts.
const MOST_DIGITS: usize = 3;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Without the white space around it.
    pub(super) span: Span,
    /// Columns of white space before it.
    pub(super) indent: usize,
    /// Blank lines above it.
    pub(super) blank: usize,
}

/// The lines of a text, by any of the line ends of Unicode, that are not blank.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / USUAL_LINE);
    let (mut start, mut blank) = (0, 0);
    while start < text.len() {
        let end = end_of_line(text, start);
        let span = Span::new(start, end).trim(text);
        if span.is_empty() {
            blank += 1;
        } else {
            let indent = Measure::Columns.width(&text[start..span.start]);
            lines.push(Line { span, indent, blank });
            blank = 0;
        }
        start = end;
    }
    lines
}

/// Where the line ends that begins at `start`, after which the next one begins.
#[inline(never)]
fn end_of_line(text: &str, start: usize) -> usize {
    /// U+0085 begins with 0xc2, U+2028 and U+2029 with 0xe2, which differ in the bit that a space is.
    const BEGINS_LINE_END: u8 = 0xe2;
    // Most bytes by far are neither a control character nor part of a longer one.
    let may_end = |eight| scan::controls(eight) | scan::equal(BEGINS_LINE_END, eight | scan::each(b' '));
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(place) = scan::find(bytes, at, may_end, |b| b < b' ' || b | b' ' == BEGINS_LINE_END) {
        let c = scan::first_char(scan::eight(bytes, place));
        at = place + c.len_utf8();
        if is_line_end(c) {
            return at + usize::from(c == '\r' && bytes.get(at) == Some(&b'\n'));
        }
    }
    text.len()
}

/// Whether a space stands between a line and its end, and none before the next.
pub(super) fn is_flowed(text: &str, line: Span, next: Span) -> bool {
    text[line.end..].starts_with(' ') && ends(&text[..next.start], is_line_end)
}

/// How wide a character counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    /// East Asian wide characters are two columns, combining marks none: mail, terminals, printed text.
    Columns,
    /// Each is one: scripts that wrap strings.
    Characters,
}

/// How sharply line ends agree on a width.
struct Fit {
    measure: Measure,
    /// Lines may end this part of their width before the word that does not fit; 0 for no part.
    ragged: usize,
    /// By how many line ends more must agree than chance would have.
    beyond_chance: usize,
}

/// On whose width the most agree is taken. The last, for text copied from pages set in proportional type and for
/// formatters that even out lines, only if no other.
const FITS: [Fit; 3] = [
    Fit { measure: Measure::Columns, ragged: 0, beyond_chance: 2 },
    Fit { measure: Measure::Characters, ragged: 0, beyond_chance: 2 },
    Fit { measure: Measure::Columns, ragged: 8, beyond_chance: 4 },
];
/// Fewer open line ends show nothing.
const LEAST_OPEN: usize = 3;

/// The line length that a text was wrapped at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wrapping {
    width: usize,
    measure: Measure,
    ragged: usize,
    /// Blank lines between the lines of a paragraph: 1 in text that is double-spaced.
    blank: usize,
    /// Whether the first lines of paragraphs stand further in than the others.
    indents: bool,
}

impl Wrapping {
    /// What a text was wrapped at, if it was.
    pub(super) fn find(text: &str, lines: &[Line]) -> Option<Self> {
        // A paragraph of a line each, most often, has no line ends but its own.
        let touching = lines.iter().skip(1).filter(|line| line.blank == 0).count();
        let blank = usize::from(touching * 8 < lines.len());
        let pairs = || lines.windows(2).filter(|pair| pair[1].blank == blank);
        let open: Vec<&[Line]> = pairs().filter(|pair| is_open(text, &pair[0], &pair[1])).collect();
        if open.len() < LEAST_OPEN {
            return None;
        }
        let (mut agreeing, mut found) = (0, None);
        for fit in FITS.iter().filter(|fit| fit.measure == Measure::Columns || !text.is_ascii()) {
            if agreeing == open.len() || fit.ragged > 0 && found.is_some() {
                break;
            }
            if let Some((width, more)) = fit.width(text, &open).filter(|(_, more)| *more > agreeing) {
                agreeing = more;
                found = Some(Self { width, measure: fit.measure, ragged: fit.ragged, blank, indents: false });
            }
        }
        let mut wrapping = found?;
        let (mut all, mut wide, mut outdented, mut level) = (0, 0, 0, 0);
        for pair in pairs() {
            let (line, next) = (&pair[0], &pair[1]);
            all += 1;
            wide += usize::from(Room::of(text, line, next, wrapping.measure, 0).from > wrapping.width);
            outdented += usize::from(next.indent < line.indent);
            level += usize::from(next.indent == line.indent && line.indent > 0);
        }
        wrapping.indents = outdented > level;
        // In text that is wrapped, hardly a line is wider, whatever it ends with.
        (wide * WIDER.1 <= all * WIDER.0).then_some(wrapping)
    }

    /// Blank lines between the lines of a paragraph.
    pub(super) const fn blank(self) -> usize {
        self.blank
    }

    /// Whether the end of `line`, part of a paragraph that begins with `first`, was put there by the line length.
    pub(super) fn joins(&self, text: &str, first: &Line, line: &Line, next: &Line) -> bool {
        let words = line.span.of(text);
        let opens = self.indents && next.indent > 0 && next.indent == line.indent;
        if next.blank > self.blank || opens || is_indented(text, line, next) || !is_prose(words) {
            return false;
        }
        let room = Room::of(text, line, next, self.measure, self.ragged);
        // A line that no sentence ends with need not fit to the last column.
        let near = self.width * NEAR.0 / NEAR.1..=self.width + self.width / OVER;
        let fits = room.has(self.width);
        let begins_item = is_item(next.span.of(text));
        (fits || near.contains(&room.from))
            && !(begins_item && is_item(first.span.of(text)))
            && (fits && !begins_item || !ends_as_sentence(words))
    }
}

/// Whether a line may go on in the next.
fn is_open(text: &str, line: &Line, next: &Line) -> bool {
    let words = line.span.of(text);
    words.len() <= MOST_BYTES && !ends_as_sentence(words) && !is_indented(text, line, next) && is_prose(words)
}

/// Whether a line stands further in than the one before it, which begins no item of a list.
fn is_indented(text: &str, line: &Line, next: &Line) -> bool {
    next.indent > line.indent && !is_item(line.span.of(text))
}

/// Whether a line is no row of a table, which has gaps of several spaces, bars or tabs between its columns.
fn is_prose(line: &str) -> bool {
    !line.as_bytes().windows(3).any(|three| matches!(three, b"   " | b" | " | [_, b'\t', _]))
}

/// Whether a line begins with the mark of a list's item.
fn is_item(line: &str) -> bool {
    item(line, |c| matches!(c, '-' | '*' | '•' | '–' | '—' | '+')).is_some()
}

/// The words of an item after its mark, and the digits of its number: none where it is a bullet.
pub(super) fn item(line: &str, is_bullet: fn(char) -> bool) -> Option<(&str, &str)> {
    let rest = trim_start(line, |c| c.is_ascii_digit());
    let number = &line[..line.len() - rest.len()];
    let is_mark = if number.is_empty() { is_bullet } else { |c| matches!(c, '.' | ')') };
    let mark = first_char(rest).filter(|c| is_mark(*c) && number.len() <= MOST_DIGITS)?;
    let words = &rest[mark.len_utf8()..];
    begins(words, char::is_whitespace).then(|| (trim(words), number))
}

/// The widths at which a text would be wrapped after a line: from its own to that which has no room for the next word.
struct Room {
    from: usize,
    to: usize,
}

impl Room {
    fn of(text: &str, line: &Line, next: &Line, measure: Measure, ragged: usize) -> Self {
        let words = line.span.of(text);
        let width = line.indent + measure.width(words);
        // Marks that may not begin a line may hang over the end of the one before.
        let hanging = measure.width(&words[trim_end(words, is_hanging).len()..]);
        let word = measure.width(first_word(next.span.of(text)));
        Self { from: width - hanging, to: width + word + width.checked_div(ragged).unwrap_or(0) }
    }

    const fn has(&self, width: usize) -> bool {
        self.from <= width && width <= self.to
    }
}

impl Fit {
    /// The width that these line ends show, if they show any, and how many of them do.
    fn width(&self, text: &str, open: &[&[Line]]) -> Option<(usize, usize)> {
        let room = |pair: &&[Line]| Room::of(text, &pair[0], &pair[1], self.measure, self.ragged);
        let rooms: Vec<Room> = open.iter().map(room).collect();
        // How many more have room for a width than for the one below it.
        let mut more = [0_i32; WIDEST + 2];
        for room in rooms.iter().filter(|room| room.from <= WIDEST) {
            more[room.from] += 1;
            more[room.to.min(WIDEST) + 1] -= 1;
        }
        let (mut agreeing, mut best, mut width) = (0, 0, 0);
        for (at, step) in more.iter().enumerate().take(WIDEST + 1) {
            agreeing += step;
            if at >= NARROWEST && agreeing > best {
                (best, width) = (agreeing, at);
            }
        }
        let half = width / 2;
        let (mut long, mut agreeing, mut surprise, mut capitalized, mut small) = (0, 0, 0, 0, 0);
        for (room, pair) in rooms.iter().zip(open) {
            long += usize::from(room.from > half);
            if room.has(width) {
                agreeing += 1;
                // A line that ends anywhere in its second half has this chance to agree.
                surprise += half.saturating_sub(room.to - room.from);
                let word = pair[1].span.of(text);
                let after = &word[first_char(word).map_or(0, char::len_utf8)..];
                capitalized += usize::from(begins(word, is_capital) && begins(after, is_small));
                small += usize::from(begins(word, is_small));
            }
        }
        let agree = agreeing * AGREEING.1 >= long * AGREEING.0 && surprise > self.beyond_chance * half;
        // A word in Latin letters says nothing of a text in Arabic or Chinese.
        let cased = capitalized + small;
        let is_verse = cased * 2 > agreeing && capitalized * CAPITALIZED.1 > cased * CAPITALIZED.0;
        (agree && !is_verse).then_some((width, agreeing))
    }
}

impl Measure {
    fn width(self, text: &str) -> usize {
        if text.is_ascii() {
            return text.len();
        }
        text.chars().map(|c| if self == Self::Characters { 1 } else { columns(c) }).sum()
    }
}

/// East Asian Width (Unicode Standard Annex #11), by blocks.
const fn columns(c: char) -> usize {
    match c {
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{e31}'
        | '\u{e34}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}' => 0,
        _ if is_combining(c) => 0,
        _ => 1,
    }
}

/// Marks of East Asian scripts that no line begins with.
const fn is_hanging(c: char) -> bool {
    matches!(c, '、' | '。' | '，' | '．' | '！' | '？' | '：' | '；' | '」' | '』' | '）' | '】' | '》' | '〉' | '〕')
}

/// What of a line would have had to fit on the one above: its first word, or in scripts that may be broken between any two
/// characters its first, with the marks that may not begin a line.
fn first_word(line: &str) -> &str {
    let is_whole = |c| columns(c) == 2 && is_unspaced(c);
    let first = first_char(line).unwrap_or_default();
    if is_whole(first) {
        let after = &line[first.len_utf8()..];
        return &line[..line.len() - trim_start(after, is_hanging).len()];
    }
    let end =
        find(line, |c| if c.is_ascii() { c == ' ' } else { c.is_whitespace() || columns(c) == 2 && is_unspaced(c) });
    &line[..end.unwrap_or(line.len())]
}
