//! The live walker: an element of the page → [`Page`]. In the browser only.
//!
//! What touches the page's tree is JavaScript (`walk.js`): it gives all that there is to see as one string, in one call.
//! Here the events in it are read, and for every piece of text it is kept which node it came from, so that a sentence
//! can be shown in its place.

use crate::error::Error;
use crate::page::block::{Head, Page};
use crate::page::body::{self, Found};
use crate::page::element::{BLOCK, ElementFacts, INLINE, NEVER_TEXT};
use crate::page::events::{Event, Piece};
use crate::page::metadata::titles::Titles;
use crate::page::sight::{self, Reading, Sight};
use crate::page::white_space::fold;
use crate::text::chars::{is_blank, split};
use crate::text::span::Span;
use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Range};

#[wasm_bindgen(module = "/src/page/walk.js")]
extern "C" {
    #[wasm_bindgen(js_name = walk)]
    fn stream_of(root: &Element, never: &str, inline: &str, block: &str, nodes: &Array) -> String;
    #[wasm_bindgen(js_name = look)]
    fn sights_of(nodes: &Array, numbers: &[u32]) -> Vec<u8>;
    #[wasm_bindgen(js_name = range)]
    fn range_of(nodes: &Array, first: u32, from: u32, last: u32, to: u32) -> Range;
}

/// A page, and where each piece of its text came from.
pub(crate) struct LivePage {
    pub(crate) page: Page,
    stream: String,
    /// The text nodes and images, in document order.
    nodes: Array,
    /// What each of them gave, as it stands in the page: where in the stream.
    raw: Vec<Span>,
    pieces: Vec<Piece>,
}

/// Walks `root` and everything in it, and finds the story.
pub(crate) fn read(root: &Element) -> Result<(LivePage, Found), Error> {
    let nodes = Array::new();
    let stream = stream_of(root, NEVER_TEXT, INLINE, BLOCK, &nodes);
    let (events, head, raw) = parse(&stream);
    let look = |numbers: &[u32]| sights_of(&nodes, numbers).into_iter().map(sight_of).collect();
    let Reading { page, pieces, found } = sight::read(&events, &head, body::find, look);
    let found = found?;
    Ok((LivePage { page, stream, nodes, raw, pieces }, found))
}

/// As `walk.js` writes it.
const fn sight_of(number: u8) -> Sight {
    match number {
        0 => Sight::Seen,
        1 => Sight::Transparent,
        _ => Sight::Unseen,
    }
}

/// Reads the stream; `walk.js` says what is in it. Gives the events, what the page says of itself, and where texts and images
/// stand in the stream, by their numbers.
fn parse(stream: &str) -> (Vec<Event<'_>>, Head, Vec<Span>) {
    let mut events = Vec::new();
    let mut head = Head::default();
    let mut raw = Vec::new();
    let mut at = 0;
    while let Some(event) = stream.as_bytes().get(at) {
        let start = at + 1;
        let length = stream.as_bytes()[start..].iter().position(|b| *b <= 8 && *b != 1);
        at = length.map_or(stream.len(), |length| start + length);
        let value = &stream[start..at];
        if matches!(event, 5 | 8) {
            raw.push(Span::new(start, at));
        }
        events.push(match event {
            0 => {
                let mut parts = split(value, |c| c == '\u{1}');
                let mut part = || parts.next().unwrap_or_default();
                Event::Open(ElementFacts {
                    name: part(),
                    class: part(),
                    id: part(),
                    role: part(),
                    itemprop: part(),
                    is_inline: false,
                })
            }
            2 => match value {
                "a" => Event::Link,
                "b" => Event::Control,
                _ => Event::Raised,
            },
            3 => Event::Close,
            4 if value.is_empty() => Event::Break,
            4 => Event::PassedOver(value),
            5 => Event::Text(value),
            8 => Event::Image(value),
            6 => {
                let mut parts = split(value, |c| c == '\u{1}').map(|part| {
                    let mut title = String::new();
                    fold(&mut title, part, |_, _| {});
                    Some(title).filter(|t| !is_blank(t))
                });
                let mut part = || parts.next().flatten();
                let shared = [part(), part()].into_iter().flatten().collect();
                let [document, site, heading] = [part(), part(), part()];
                head.description = part();
                head.titles = Titles { shared, document, heading, site };
                continue;
            }
            _ => {
                head.language = Some(value.to_owned()).filter(|v| !v.is_empty());
                continue;
            }
        });
    }
    (events, head, raw)
}

impl LivePage {
    /// The range of the page that shows bytes `start..end` of a block's text.
    pub(crate) fn range(&self, block: usize, start: usize, end: usize) -> Option<Range> {
        let last = self.page.blocks.get(block)?.text.get(start..end)?.chars().next_back()?;
        let (first_node, from) = self.position(block, start)?;
        let (last_node, to) = self.position(block, end - last.len_utf8())?;
        Some(range_of(&self.nodes, first_node, from, last_node, to + last.len_utf16() as u32))
    }

    /// The text node, or the image, that holds a byte of a block's text, and the UTF-16 offset in it.
    fn position(&self, block: usize, byte: usize) -> Option<(u32, u32)> {
        let after = self.pieces.partition_point(|p| (p.place.block, p.place.offset) <= (block, byte));
        // Pieces that were nothing but folded white space begin where the next one does: the last one counts.
        let piece = self.pieces[..after].last().filter(|p| p.place.block == block)?;
        let skipped = piece.place.skipped;
        let raw = &self.raw.get(piece.node)?.of(&self.stream)[skipped..];
        let mut folded = self.page.blocks[block].text.get(..piece.place.offset)?.to_owned();
        let mut found = None;
        fold(&mut folded, raw, |at, out| {
            if out == byte {
                found = Some(at);
            }
        });
        let before = &self.raw.get(piece.node)?.of(&self.stream)[..skipped + found?];
        let units: usize = before.chars().map(char::len_utf16).sum();
        Some((piece.node as u32, units as u32))
    }
}
