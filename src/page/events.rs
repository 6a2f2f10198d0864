//! What the walkers meet, in document order, and the blocks that it makes.
//!
//! Both walkers write the same events, so that what depends on the text around (whether a button stands in a sentence,
//! whether a raised number is a note's) is decided here once.

use crate::page::block::{BlockOffset, Head, Page, PageBuilder};
use crate::page::element::ElementFacts;
use crate::page::inline::{is_control_in_prose, is_emoji, is_initial, is_mark_of_q, is_note_mark};
use crate::page::linked_prose;
use crate::text::case::is_small;
use crate::text::chars::{is_blank, without_space_before};
use crate::text::punctuation::begins;

/// What a walker meets.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event<'e> {
    /// Enters an element that begins a block.
    Open(ElementFacts<'e>),
    /// Enters a link.
    Link,
    /// Enters a button or a drawing: its words are read only inside a sentence.
    Control,
    /// Enters what may be the mark of a note: raised text, or a link to a place on the page.
    Raised,
    /// An image, or a mark that the page's style draws, by the text that stands for it.
    Image(&'e str),
    /// Leaves what was entered last.
    Close,
    Break,
    /// Passes over an element that holds no text of a story: its name.
    PassedOver(&'e str),
    /// Text as it stands in the page.
    Text(&'e str),
}

/// A piece of a block's text: where it landed, and the number of the event it came from, among texts and images.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) place: BlockOffset,
    pub(crate) node: usize,
}

/// The page that events make. `is_left_out` says by its number of a text or an image that nobody sees it.
pub(crate) fn build(events: &[Event<'_>], head: &Head, is_left_out: impl Fn(usize) -> bool) -> (Page, Vec<Piece>) {
    let mut reader =
        Reader { events, is_left_out, builder: PageBuilder::default(), pieces: Vec::new(), blocks: Vec::new() };
    let (mut at, mut node) = (0, 0);
    while at < events.len() {
        (at, node) = reader.step(at, node);
    }
    reader.builder.describe(head.clone());
    let mut page = reader.builder.finish();
    linked_prose::unlink(&mut page);
    (page, reader.pieces)
}

struct Reader<'e, F> {
    events: &'e [Event<'e>],
    is_left_out: F,
    builder: PageBuilder,
    pieces: Vec<Piece>,
    /// Of every element that is open, whether it begins a block.
    blocks: Vec<bool>,
}

impl<'e, F: Fn(usize) -> bool> Reader<'e, F> {
    /// Reads the event at `at`; `node` is the number of the next text or image. Gives both for the next step.
    fn step(&mut self, at: usize, node: usize) -> (usize, usize) {
        match self.events[at] {
            Event::Open(facts) => {
                self.builder.open(facts);
                self.blocks.push(true);
            }
            Event::Link => self.enter("a"),
            Event::Control | Event::Raised => {
                let inside = self.inside(at, node);
                if !self.is_read(at, &inside) {
                    return (inside.end, inside.next_node);
                }
                self.enter("span");
            }
            Event::Close => {
                self.builder.close();
                self.blocks.pop();
            }
            Event::Break => self.builder.line_break(),
            Event::PassedOver(name) => self.builder.pass_over(name),
            Event::Image(text) => {
                let is_read = is_mark_of_q(text)
                    || is_emoji(text) && self.builder.line().is_some()
                    || is_initial(text) && begins(self.next_text(at + 1, node + 1), is_small);
                if is_read {
                    self.text(text, node);
                }
                return (at + 1, node + 1);
            }
            Event::Text(raw) => {
                self.text(raw, node);
                return (at + 1, node + 1);
            }
        }
        (at + 1, node)
    }

    fn enter(&mut self, name: &str) {
        self.builder.open(ElementFacts { name, is_inline: true, ..ElementFacts::default() });
        self.blocks.push(false);
    }

    fn text(&mut self, raw: &str, node: usize) {
        if !(self.is_left_out)(node)
            && let Some(place) = self.builder.text(raw)
        {
            self.pieces.push(Piece { place, node });
        }
    }

    /// Whether the words of a control, or of raised text, are words of the sentence around them.
    fn is_read(&self, at: usize, inside: &Inside) -> bool {
        let before = self.builder.line().unwrap_or_default();
        let is_glued = !before.is_empty() && !before.ends_with(' ') && !inside.text.starts_with(' ');
        if is_glued && is_note_mark(before, &inside.text) {
            return false;
        }
        match self.events[at] {
            Event::Control => {
                !inside.holds_block
                    && is_control_in_prose(before, &inside.text, self.rest_of_line(inside.end, inside.next_node))
            }
            _ => true,
        }
    }

    /// What stands in the element that is entered at `at`.
    fn inside(&self, at: usize, node: usize) -> Inside {
        let mut inside = Inside { text: String::new(), holds_block: false, end: at + 1, next_node: node };
        let mut depth = 1;
        while depth > 0 {
            let Some(event) = self.events.get(inside.end) else { return inside };
            inside.end += 1;
            match event {
                Event::Open(_) => {
                    inside.holds_block = true;
                    depth += 1;
                }
                Event::Link | Event::Control | Event::Raised => depth += 1,
                Event::Close => depth -= 1,
                Event::Text(raw) if !(self.is_left_out)(inside.next_node) => inside.text.push_str(raw),
                _ => {}
            }
            inside.next_node += usize::from(matches!(event, Event::Text(_) | Event::Image(_)));
        }
        inside
    }

    /// The next text of the line, if any comes before the line ends.
    fn rest_of_line(&self, from: usize, mut node: usize) -> &'e str {
        let mut around = self.blocks.len();
        let mut entered = 0;
        for event in &self.events[from..] {
            match event {
                Event::Open(_) | Event::Break => return "",
                Event::Link | Event::Control | Event::Raised => entered += 1,
                Event::Close if entered > 0 => entered -= 1,
                Event::Close => {
                    around = around.saturating_sub(1);
                    if self.blocks.get(around).is_none_or(|begins_block| *begins_block) {
                        return "";
                    }
                }
                Event::Text(raw) => {
                    if !is_blank(raw) && !(self.is_left_out)(node) {
                        return without_space_before(raw);
                    }
                    node += 1;
                }
                Event::Image(_) => node += 1,
                Event::PassedOver(_) => {}
            }
        }
        ""
    }

    /// The next text on the page.
    fn next_text(&self, from: usize, mut node: usize) -> &'e str {
        for event in &self.events[from..] {
            match event {
                Event::Text(raw) if !is_blank(raw) && !(self.is_left_out)(node) => return without_space_before(raw),
                Event::Text(_) | Event::Image(_) => node += 1,
                _ => {}
            }
        }
        ""
    }
}

/// What stands in an element.
struct Inside {
    text: String,
    holds_block: bool,
    /// The event after its end.
    end: usize,
    /// The number of the first text or image after its end.
    next_node: usize,
}
