//! What a walker emits: a flat list of blocks of text, each in its chain of containers.
//!
//! The rule of where a block begins stands here once, for both walkers.

use crate::collections::hash::Key;
use crate::page::element::ElementFacts;
use crate::page::inline::{goes_on_from_initial, is_initial, is_word};
use crate::page::metadata::titles::Titles;
use crate::page::role::{self, Role};
use crate::page::white_space::{fold, is_blank_character};
use crate::text::case::is_small;
use crate::text::chars::{trim_end, trim_start};
use crate::text::punctuation::begins;

/// A paragraph votes from this many bytes on: shorter ones are labels as often as prose.
pub(crate) const VOTING_BYTES: usize = 40;

/// What a block of text is, by the element it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A heading of rank 1 to 6.
    Heading(u8),
    /// A paragraph, or loose text in any other element.
    Paragraph,
    /// An item of a list.
    Item,
    /// A paragraph of a block quotation.
    Quote,
    /// The caption of a figure or a table.
    Caption,
}

/// A run of text between two block boundaries, white space folded to single spaces.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    pub(crate) text: String,
    /// Bytes of `text` that stand inside links.
    pub(crate) link_bytes: usize,
    /// Index into [`Page::containers`] of the innermost element around the text.
    pub(crate) container: usize,
    /// Whether the text stands in an element of its own that may be a paragraph (`p`, `li`, a heading),
    /// not loose in a `div` or a table cell.
    pub(crate) own_element: bool,
    /// Whether a picture stands between it and the block before it.
    pub(crate) follows_picture: bool,
    /// Whether its last words stand in a link.
    pub(crate) ends_in_link: bool,
}

/// An element around blocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Container {
    /// Index of the parent; the root is its own parent.
    pub(crate) parent: usize,
    /// What the element's tag, role, class and id say it is for.
    pub(crate) role: Role,
    /// Whether this element or one around it is a figure.
    pub(crate) in_figure: bool,
    /// Whether a word of its class or id says that it holds a body of text.
    pub(crate) says_body: bool,
    /// Whether a word of its class or id names what is never part of a story.
    pub(crate) says_never: bool,
    /// Whether a word of its class or id says that it holds readers' comments.
    pub(crate) says_comments: bool,
    /// Whether this element or one around it is text as it was typed: code, most often.
    pub(crate) is_code: bool,
    /// Whether its tag is `details`.
    pub(crate) is_details: bool,
    /// Whether its tag is `article`.
    pub(crate) is_article: bool,
    /// Elements around it, inline ones not counted.
    pub(crate) depth: u32,
    /// What its tag and class have in common with other elements made by the same template: a hash, never 0.
    pub(crate) signature: Key,
    /// Pictures and videos in it, but not in elements inside it.
    pub(crate) pictures: u32,
    /// The same of buttons, and of fields to fill in.
    pub(crate) buttons: u32,
    pub(crate) fields: u32,
}

/// What a page says of itself outside its visible text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    /// The titles that the page gives itself.
    pub(crate) titles: Titles,
    /// What the page says it is about.
    pub(crate) description: Option<String>,
    /// The language, as a BCP 47 tag.
    pub(crate) language: Option<String>,
    /// Whether the page says that not everybody may read it all.
    #[cfg(feature = "html")]
    pub(crate) is_paid: bool,
}

/// All blocks of a page, in document order, with what its head says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) blocks: Vec<Block>,
    pub(crate) containers: Vec<Container>,
    pub(crate) head: Head,
}

/// The element that a block speaks for: the one around its own.
pub(crate) fn home(page: &Page, block: &Block) -> usize {
    if block.own_element { page.containers[block.container].parent } else { block.container }
}

/// Where a piece of text landed: for finding the way back from a summary to the page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BlockOffset {
    pub(crate) block: usize,
    /// Bytes of the block's text before this piece.
    pub(crate) offset: usize,
    /// Bytes of white space at its beginning that were left out.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "only a live page has a place to go back to"))]
    pub(crate) skipped: usize,
}

/// Collects a walker's events into a [`Page`].
#[derive(Debug, Default)]
pub(crate) struct PageBuilder {
    page: Page,
    open: Vec<Open>,
    /// Whether the last block still takes text.
    growing: bool,
    /// Whether the last thing met in the growing block was a line break.
    broken: bool,
    /// Whether text has come to its end since a heading was entered.
    heading_ended: bool,
    /// Whether the last block is one large letter.
    initial: bool,
    /// Whether a picture was met since the last text.
    picture: bool,
    links: usize,
}

#[derive(Debug)]
struct Open {
    container: usize,
    kind: BlockKind,
    own_element: bool,
    breaks: bool,
    is_link: bool,
}

impl PageBuilder {
    /// Enters an element. Walkers pass over those that are hidden or whose content is never text ([`NEVER_TEXT`]).
    pub(crate) fn open(&mut self, element: ElementFacts<'_>) {
        let breaks = !element.is_inline;
        let (parent, kind, own_element) = match self.open.last() {
            Some(outer) => (Some(outer.container), outer.kind, outer.own_element && !breaks),
            None => (None, BlockKind::Paragraph, false),
        };
        let container = match parent {
            // Inline elements are no containers of their own: a link or a span says nothing of layout.
            Some(parent) if !breaks => parent,
            _ => self.add_container(parent, element),
        };
        if breaks {
            self.end_block();
        }
        let is_link = element.name == "a";
        self.links += usize::from(is_link);
        let (kind, own_element) = match element.name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.heading_ended = false;
                (BlockKind::Heading(element.name.as_bytes()[1] - b'0'), true)
            }
            // After a headline whose end tag is missing.
            "p" if self.heading_ended && matches!(kind, BlockKind::Heading(_)) => (BlockKind::Paragraph, true),
            "p" => (kind, true),
            "li" | "dd" | "dt" => (BlockKind::Item, true),
            "blockquote" => (BlockKind::Quote, true),
            "figcaption" | "caption" => (BlockKind::Caption, true),
            _ => (kind, own_element),
        };
        self.open.push(Open { container, kind, own_element, breaks, is_link });
    }

    /// Leaves the element entered last.
    pub(crate) fn close(&mut self) {
        if let Some(left) = self.open.pop() {
            self.links -= usize::from(left.is_link);
            if left.breaks {
                self.end_block();
            }
        }
    }

    /// An element whose content is no text.
    pub(crate) fn pass_over(&mut self, name: &str) {
        let Some(around) = self.open.last() else { return };
        let container = &mut self.page.containers[around.container];
        match name {
            "img" | "picture" | "video" => {
                container.pictures += 1;
                self.picture = true;
            }
            "button" => container.buttons += 1,
            "input" | "select" | "textarea" => container.fields += 1,
            _ => {}
        }
    }

    /// A line break: one is a space, two part paragraphs.
    pub(crate) fn line_break(&mut self) {
        if self.broken {
            self.end_block();
        } else if self.growing {
            self.text(" ");
            self.broken = true;
        }
    }

    /// Text as it stands in the page. Says where it landed, unless it was white space between blocks.
    pub(crate) fn text(&mut self, raw: &str) -> Option<BlockOffset> {
        let mut rest = trim_start(raw, is_blank_character);
        let is_blank = rest.is_empty();
        if is_blank && !self.growing {
            return None;
        }
        self.broken &= is_blank;
        if self.growing {
            let splits_a_word =
                self.line().is_some_and(|line| is_initial(line) && !is_word(line)) && begins(rest, is_small);
            rest = if splits_a_word { rest } else { raw };
        } else {
            let around = self.open.last()?;
            let mut block = Block {
                kind: around.kind,
                text: String::new(),
                link_bytes: 0,
                container: around.container,
                own_element: around.own_element,
                follows_picture: std::mem::take(&mut self.picture),
                ends_in_link: false,
            };
            if self.initial
                && goes_on_from_initial(rest)
                && let Some(Block { text, link_bytes, .. }) = self.page.blocks.pop()
            {
                block = Block { text, link_bytes, ..block };
            } else {
                rest = raw;
            }
            self.page.blocks.push(block);
            self.growing = true;
            self.initial = false;
        }
        let block = self.page.blocks.len().checked_sub(1)?;
        let last = &mut self.page.blocks[block];
        let offset = last.text.len();
        fold(&mut last.text, rest, |_, _| {});
        if !is_blank {
            last.ends_in_link = self.links > 0;
        }
        if self.links > 0 {
            last.link_bytes += last.text.len() - offset;
        }
        Some(BlockOffset { block, offset, skipped: raw.len() - rest.len() })
    }

    /// The text of the line that is not at its end yet.
    pub(crate) fn line(&self) -> Option<&str> {
        self.page.blocks.last().filter(|_| self.growing).map(|block| &*block.text)
    }

    /// What the page says of itself.
    pub(crate) fn describe(&mut self, head: Head) {
        self.page.head = head;
    }

    /// The finished page.
    pub(crate) fn finish(mut self) -> Page {
        self.end_block();
        self.page
    }

    fn add_container(&mut self, parent: Option<usize>, element: ElementFacts<'_>) -> usize {
        let index = self.page.containers.len();
        let described = role::describe(element);
        let role = described.role;
        let above = parent.map(|p| self.page.containers[p]);
        self.page.containers.push(Container {
            parent: parent.unwrap_or(index),
            role,
            in_figure: element.name == "figure" || above.is_some_and(|c| c.in_figure),
            says_body: described.says_body,
            says_never: described.says_never,
            says_comments: described.says_comments,
            is_code: element.name == "pre" || above.is_some_and(|c| c.is_code),
            is_details: element.name == "details",
            is_article: element.name == "article",
            depth: above.map_or(0, |c| c.depth + 1),
            signature: described.signature,
            pictures: 0,
            buttons: 0,
            fields: 0,
        });
        index
    }

    fn end_block(&mut self) {
        if self.growing
            && let Some(block) = self.page.blocks.last_mut()
        {
            let kept = trim_end(&block.text, |c| c == ' ').len();
            block.text.truncate(kept);
            self.heading_ended = true;
            // Letters of an alphabet's list are items.
            self.initial = block.kind != BlockKind::Item && is_initial(&block.text);
        }
        self.growing = false;
        self.broken = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::element::INLINE;

    fn element(name: &str) -> ElementFacts<'_> {
        ElementFacts { name, is_inline: INLINE.split(' ').any(|n| n == name), ..ElementFacts::default() }
    }

    #[test]
    fn white_space_folds_across_inline_elements() {
        let mut builder = PageBuilder::default();
        builder.open(element("p"));
        builder.text("\n  One ");
        builder.open(element("em"));
        builder.text(" two");
        builder.close();
        builder.text("\tthree \n");
        builder.close();
        let page = builder.finish();
        assert_eq!(page.blocks.len(), 1);
        assert_eq!(page.blocks[0].text, "One two three");
    }

    #[test]
    fn two_line_breaks_part_paragraphs_and_one_does_not() {
        let mut builder = PageBuilder::default();
        builder.open(element("div"));
        for piece in ["One", "two"] {
            builder.text(piece);
            builder.line_break();
        }
        builder.text(" ");
        builder.line_break();
        builder.text("Three");
        builder.close();
        let texts: Vec<_> = builder.finish().blocks.into_iter().map(|b| b.text).collect();
        assert_eq!(texts, ["One two", "Three"]);
    }

    /// What elements of these names, each with its text, make one after the other.
    fn blocks_of(elements: &[(&str, &str)]) -> Vec<String> {
        let mut builder = PageBuilder::default();
        builder.open(element("article"));
        for (name, text) in elements {
            builder.open(element(name));
            builder.text(text);
            builder.close();
        }
        builder.finish().blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn an_initial_in_a_box_of_its_own_begins_the_paragraph_after_it() {
        assert_eq!(blocks_of(&[("div", "T"), ("p", "\n he town council")]), ["The town council"]);
        assert_eq!(blocks_of(&[("p", " “T "), ("p", "HE TOWN council")]), ["“THE TOWN council"]);
        assert_eq!(blocks_of(&[("h2", "Ж"), ("p", "ители города")]), ["Жители города"]);
        assert_eq!(blocks_of(&[("h2", "A"), ("p", "Ash, a tree")]), ["A", "Ash, a tree"]);
        assert_eq!(blocks_of(&[("span", "T"), ("span", " he town")]), ["The town"]);
        assert_eq!(blocks_of(&[("span", "A"), ("span", " town")]), ["A town"]);
        assert_eq!(blocks_of(&[("li", "A"), ("li", "b")]), ["A", "b"]);
    }

    #[test]
    fn what_is_not_seen_makes_no_block() {
        assert_eq!(blocks_of(&[("p", "\u{feff}"), ("p", " \u{200b}"), ("p", "The harbour")]), ["The harbour"]);
    }

    #[test]
    fn link_text_is_counted() {
        let mut builder = PageBuilder::default();
        builder.open(element("p"));
        builder.text("See ");
        builder.open(element("a"));
        builder.text("this");
        builder.close();
        builder.close();
        assert_eq!(builder.finish().blocks[0].link_bytes, 4);
    }
}
