//! Boxes that stand among the paragraphs of a story, or behind them, and are none of it: known by how they are built, for
//! their classes say nothing.
//!
//! Five kinds: a teaser or call to act (a small box with a field, a button or a link of its own beside paragraphs without
//! any), a caption (a line alone with a picture, or with a credit), a post from
//! elsewhere (a quotation signed with a handle), readers' comments (behind a line that announces them, or entries that all
//! begin with a label and end with the same line), and the author's portrait behind the story.

use crate::boilerplate::announces_comments;
use crate::collections::hash::key_of;
use crate::collections::map::Table;
use crate::page::block::{Block, BlockKind, Page, home};
use crate::page::credit::is_credited;
use crate::page::portrait;
use crate::page::prose::{LABEL, ends_before_link, is_label, is_paragraph};
use crate::text::chars::{self, find_text, length};
use crate::text::punctuation::{begins, ends_as_sentence, is_letter};

/// An element is the home of a story from so many paragraphs on.
const STORY_PARAGRAPHS: usize = 3;
/// A box among them has at most so many paragraphs, and so many like it beside it.
const BOX_PARAGRAPHS: usize = 2;
const BOXES_ALIKE: u32 = 2;
/// In bytes it has less of them than this.
const BOX_PROSE: usize = 500;
/// The longest caption, in characters: what is longer beside a picture is a text with a picture.
const CAPTION: usize = 300;
/// Captions are at most this share of a page's prose: on others the text itself stands beside pictures.
const CAPTIONS_SHARE: f64 = 0.25;
/// Comments are so many entries or more.
const ENTRIES: u32 = 3;
/// A box with a field that stands behind so many paragraphs has at most so many blocks, wherever it stands.
const FORM_BLOCKS: usize = 8;
/// Before comments the story has so many paragraphs or more.
const BEFORE_COMMENTS: usize = 2;

/// What an element holds, with all that stands inside it.
#[derive(Clone, Copy, Default)]
struct Shape {
    blocks: usize,
    paragraphs: usize,
    /// Bytes of these paragraphs.
    prose: usize,
    headings: usize,
    /// Whether a heading of the first rank is among them.
    has_title: bool,
    /// Blocks that are no paragraphs of a list or a quotation.
    plain: usize,
    pictures: u32,
    /// What tells a call or a teaser: fields and buttons, short links that stand alone, headings known as boilerplate.
    calls: u32,
    /// Fields to fill in.
    fields: u32,
    /// Its first block, and its last.
    first: usize,
    last: usize,
}

/// For each block, whether it stands in a box that is no part of a story. `lines` has the blocks that are boilerplate by
/// their wording.
pub(crate) fn apart(page: &Page, lines: &[bool]) -> Vec<bool> {
    let layout = Layout::new(page, lines);
    let mut apart = vec![false; page.blocks.len()];
    layout.mark_captions(&mut apart);
    layout.mark_calls(&mut apart);
    layout.mark_posts(&mut apart);
    layout.mark_comments(&mut apart);
    portrait::mark(page, &layout.before, &mut apart);
    apart
}

struct Layout<'p> {
    page: &'p Page,
    shapes: Vec<Shape>,
    /// For each container, the paragraphs whose home it is.
    paragraphs: Vec<usize>,
    /// For each block, the paragraphs before it that stand behind a headline, if there is one.
    before: Vec<usize>,
    /// For each container, how many of its make stand beside it, itself among them.
    alike: Vec<u32>,
}

impl<'p> Layout<'p> {
    fn new(page: &'p Page, lines: &[bool]) -> Self {
        let containers = &page.containers;
        let mut shapes = vec![Shape { first: usize::MAX, ..Shape::default() }; containers.len()];
        let mut paragraphs = vec![0; containers.len()];
        let mut before = Vec::with_capacity(page.blocks.len());
        let title = page.blocks.iter().position(|b| b.kind == BlockKind::Heading(1)).unwrap_or(0);
        let mut count = 0;
        for (at, block) in page.blocks.iter().enumerate() {
            let is_paragraph = is_paragraph(block);
            before.push(count);
            count += usize::from(is_paragraph && at >= title);
            paragraphs[home(page, block)] += usize::from(is_paragraph);
            let shape = &mut shapes[block.container];
            shape.blocks += 1;
            shape.paragraphs += usize::from(is_paragraph);
            shape.prose += if is_paragraph { block.text.len() } else { 0 };
            let is_heading = matches!(block.kind, BlockKind::Heading(_));
            shape.headings += usize::from(is_heading);
            shape.has_title |= block.kind == BlockKind::Heading(1);
            shape.plain += usize::from(matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_)));
            shape.calls += u32::from(is_call(block) || is_heading && lines[at]);
            shape.first = shape.first.min(at);
            shape.last = shape.last.max(at);
        }
        for (shape, container) in shapes.iter_mut().zip(containers) {
            shape.pictures += container.pictures;
            shape.calls += container.buttons + container.fields;
            shape.fields += container.fields;
        }
        page.add_outward(&mut shapes, |outer, inner| {
            outer.blocks += inner.blocks;
            outer.paragraphs += inner.paragraphs;
            outer.prose += inner.prose;
            outer.headings += inner.headings;
            outer.has_title |= inner.has_title;
            outer.plain += inner.plain;
            outer.pictures += inner.pictures;
            outer.calls += inner.calls;
            outer.fields += inner.fields;
            outer.first = outer.first.min(inner.first);
            outer.last = outer.last.max(inner.last);
        });
        Self { page, shapes, paragraphs, before, alike: page.alike() }
    }

    fn mark(&self, container: usize, apart: &mut [bool]) {
        let shape = self.shapes[container];
        for (at, apart) in apart.iter_mut().enumerate().take(shape.last + 1).skip(shape.first) {
            let mut around = self.page.blocks[at].container;
            while around > container {
                around = self.page.containers[around].parent;
            }
            *apart |= around == container;
        }
    }

    /// Small boxes with a call among the paragraphs of a story, and boxes with a field behind some of them.
    fn mark_calls(&self, apart: &mut [bool]) {
        for at in 1..self.shapes.len() {
            let (shape, around) = (self.shapes[at], self.page.containers[at].parent);
            let is_box = (1..=BOX_PARAGRAPHS).contains(&shape.paragraphs)
                && shape.prose < BOX_PROSE
                && shape.plain > 0
                && shape.calls > 0
                && !shape.has_title
                && !self.page.containers[at].is_details
                && self.alike[at] <= BOXES_ALIKE;
            let is_in_story = (shape.blocks > self.paragraphs[around].min(1) || shape.fields > 0)
                && self.paragraphs[around] >= STORY_PARAGRAPHS.max(2 * shape.paragraphs);
            // To subscribe, to ask, to vote: no story has a field.
            let is_form =
                || shape.fields > 0 && shape.blocks <= FORM_BLOCKS && self.before[shape.first] >= STORY_PARAGRAPHS;
            // A paragraph is no box, whatever stands in it.
            let is_own = shape.blocks == 1
                && self.page.blocks[shape.first].container == at
                && self.page.blocks[shape.first].own_element;
            if is_box && (is_in_story || is_form()) && !is_own {
                self.mark(at, apart);
            }
        }
    }

    /// Lines that stand alone with a picture, or have a credit.
    fn mark_captions(&self, apart: &mut [bool]) {
        let blocks = &self.page.blocks;
        let marked: Vec<usize> = (0..blocks.len()).filter(|at| self.is_caption(*at)).collect();
        let prose = |at: &usize| if is_paragraph(&blocks[*at]) { blocks[*at].text.len() } else { 0 };
        let all: usize = (0..blocks.len()).map(|at| prose(&at)).sum();
        if marked.iter().map(prose).sum::<usize>() as f64 <= CAPTIONS_SHARE * all as f64 {
            marked.into_iter().for_each(|at| apart[at] = true);
        }
    }

    fn is_caption(&self, at: usize) -> bool {
        let block = &self.page.blocks[at];
        if block.kind != BlockKind::Paragraph || length(&block.text) > CAPTION {
            return false;
        }
        if is_credited(&block.text) {
            return true;
        }
        let is_small = |around: &usize| self.shapes[*around].blocks <= 2 && self.shapes[*around].headings == 0;
        // A paragraph may begin with a picture.
        let has_picture =
            |around: usize| self.shapes[around].pictures > 0 && !(around == block.container && block.own_element);
        self.page.outward(block.container).take_while(is_small).any(has_picture)
    }

    /// Quotations that are signed with a handle: "— Lena Holt (@lenaholt) May 3, 2020".
    fn mark_posts(&self, apart: &mut [bool]) {
        for (block, container) in self.page.blocks.iter().map(|block| (block, block.container)) {
            let is_signature =
                || begins(&block.text, |c| matches!(c, '—' | '–')) && find_text(&block.text, "(@").is_some();
            if block.kind == BlockKind::Quote && is_signature() {
                self.mark(
                    if block.own_element && self.shapes[container].blocks == 1 {
                        self.page.containers[container].parent
                    } else {
                        container
                    },
                    apart,
                );
            }
        }
    }

    /// Readers' comments.
    fn mark_comments(&self, apart: &mut [bool]) {
        for at in 0..self.page.blocks.len() {
            let block = &self.page.blocks[at];
            let is_heading = matches!(block.kind, BlockKind::Heading(_) | BlockKind::Paragraph)
                && block.link_bytes == 0
                && self.before[at] >= BEFORE_COMMENTS
                && announces_comments(&block.text);
            if is_heading {
                self.mark_behind(at, apart);
            }
        }
        for at in 1..self.shapes.len() {
            if self.alike[at] >= ENTRIES && self.is_entry(at) {
                self.mark(at, apart);
            }
        }
    }

    /// Marks what a line announces: all that stands behind it in the innermost element that has more than the line, but not
    /// paragraphs that stand beside those of the story.
    fn mark_behind(&self, line: usize, apart: &mut [bool]) {
        let containers = &self.page.containers;
        let mut around = containers[self.page.blocks[line].container].parent;
        while self.shapes[around].last == line && containers[around].parent != around {
            around = containers[around].parent;
        }
        let end = self.shapes[around].last;
        let mut is_home = vec![false; containers.len()];
        for block in self.page.blocks[..line].iter().filter(|b| is_paragraph(b)) {
            is_home[home(self.page, block)] = true;
        }
        let behind = line + 1..=end;
        if self.page.blocks[behind.clone()].iter().any(|b| b.kind == BlockKind::Heading(1)) {
            return;
        }
        apart[line] = true;
        for at in behind {
            apart[at] |= !is_home[home(self.page, &self.page.blocks[at])];
        }
    }

    /// Whether an element is one of several that all begin with a label, go on with prose and end with the same short line:
    /// a name, a comment, "Reply".
    fn is_entry(&self, at: usize) -> bool {
        let (shape, containers) = (self.shapes[at], &self.page.containers);
        if shape.paragraphs == 0 || shape.headings > 0 {
            return false;
        }
        let around = containers[at].parent;
        let siblings = (around + 1..containers.len()).filter(|other| {
            containers[*other].parent == around && containers[*other].signature == containers[at].signature
        });
        let (mut calls, mut entries) = (Table::<u32>::with_capacity(8), 0);
        let (mut most, mut dated, mut before) = (0, true, None);
        for entry in siblings {
            let shape = self.shapes[entry];
            if shape.blocks == 0 {
                continue;
            }
            let first = &self.page.blocks[shape.first];
            if shape.headings > 0 || shape.paragraphs == 0 || !is_label(first) {
                return false;
            }
            dated &= is_dated(&first.text);
            entries += 1;
            // Paragraphs before the first of them.
            let before = *before.get_or_insert(self.before[shape.first]);
            if before < BEFORE_COMMENTS {
                return false;
            }
            let last = &self.page.blocks[shape.last];
            if is_label(last) {
                let count = calls.entry(key_of(&last.text));
                *count += 1;
                most = most.max(*count);
            }
        }
        entries >= ENTRIES && (most >= entries || dated && before.is_some_and(|before| before >= STORY_PARAGRAPHS))
    }
}

/// Whether a label has a year or a time of day.
fn is_dated(label: &str) -> bool {
    let bytes = label.as_bytes();
    let digits = |at: usize, count: usize| bytes.get(at..at + count).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
    (0..bytes.len()).any(|at| digits(at, 4) || digits(at, 1) && bytes.get(at + 1) == Some(&b':') && digits(at + 2, 2))
        && chars::find(label, is_letter).is_some()
}

/// A heading or a short line that is all link, or a paragraph that ends with a link.
fn is_call(block: &Block) -> bool {
    let is_link =
        block.link_bytes == block.text.len() && length(&block.text) <= 2 * LABEL && !ends_as_sentence(&block.text);
    is_link || ends_before_link(block)
}
