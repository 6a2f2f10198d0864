//! The live walker: an element of the page → [`Page`]. In the browser only.
//!
//! What touches the page's tree is JavaScript (`walk.js`): it gives all that there is to see as one string, in one call.
//! Here the events in it are read, and for every piece of text it is kept which node it came from, so that a sentence
//! can be shown in its place.

use crate::page::block::{BlockOffset, Head, Page, PageBuilder, fold};
use crate::page::element::{ElementFacts, INLINE, NEVER_TEXT};
use crate::text::chars::{is_blank, split};
use crate::text::span::Span;
use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Range};

#[wasm_bindgen(module = "/src/page/walk.js")]
extern "C" {
    #[wasm_bindgen(js_name = walk)]
    fn stream_of(root: &Element, never: &str, inline: &str, nodes: &Array) -> String;
    #[wasm_bindgen(js_name = range)]
    fn range_of(nodes: &Array, first: u32, from: u32, last: u32, to: u32) -> Range;
}

/// A page, and where each piece of its text came from.
pub(crate) struct LivePage {
    pub(crate) page: Page,
    stream: String,
    /// The text nodes, in document order.
    nodes: Array,
    pieces: Vec<Piece>,
}

/// What a text node gave.
struct Piece {
    place: BlockOffset,
    node: u32,
    /// Its text as it stands in the page: where in the stream.
    raw: Span,
}

/// Walks `root` and everything in it.
pub(crate) fn walk(root: &Element) -> LivePage {
    let nodes = Array::new();
    let stream = stream_of(root, NEVER_TEXT, INLINE, &nodes);
    let (page, pieces) = read(&stream);
    LivePage { page, stream, nodes, pieces }
}

/// Reads the events; `walk.js` says what they are.
fn read(stream: &str) -> (Page, Vec<Piece>) {
    let mut builder = PageBuilder::default();
    let mut head = Head::default();
    let mut pieces = Vec::new();
    let mut node = 0;
    let mut at = 0;
    while let Some(event) = stream.as_bytes().get(at) {
        let start = at + 1;
        let length = stream.as_bytes()[start..].iter().position(|b| *b <= 8 && *b != 1);
        at = length.map_or(stream.len(), |length| start + length);
        let value = &stream[start..at];
        match event {
            0 => {
                let mut parts = split(value, |c| c == '\u{1}');
                let mut part = || parts.next().unwrap_or_default();
                let facts = ElementFacts {
                    name: part(),
                    class: part(),
                    id: part(),
                    role: part(),
                    itemprop: part(),
                    is_inline: false,
                };
                builder.open(facts);
            }
            2 => builder.open(ElementFacts { name: "a", is_inline: true, ..ElementFacts::default() }),
            3 => builder.close(),
            4 => builder.line_break(),
            5 => {
                if let Some(place) = builder.text(value) {
                    pieces.push(Piece { place, node, raw: Span::new(start, at) });
                }
                node += 1;
            }
            6 => {
                let mut parts = split(value, |c| c == '\u{1}').map(|part| {
                    let mut folded = String::new();
                    fold(&mut folded, part, |_, _| {});
                    Some(folded).filter(|t| !is_blank(t))
                });
                head.title = parts.next().flatten();
                head.description = parts.next().flatten();
            }
            8 => builder.pass_over(value),
            _ => head.language = Some(value.to_owned()).filter(|v| !v.is_empty()),
        }
    }
    builder.describe(head);
    (builder.finish(), pieces)
}

impl LivePage {
    /// The range of the page that shows bytes `start..end` of a block's text.
    pub(crate) fn range(&self, block: usize, start: usize, end: usize) -> Option<Range> {
        let last = self.page.blocks.get(block)?.text.get(start..end)?.chars().next_back()?;
        let (first_node, from) = self.position(block, start)?;
        let (last_node, to) = self.position(block, end - last.len_utf8())?;
        Some(range_of(&self.nodes, first_node, from, last_node, to + last.len_utf16() as u32))
    }

    /// The text node that holds a byte of a block's text, and the UTF-16 offset in it.
    fn position(&self, block: usize, byte: usize) -> Option<(u32, u32)> {
        let after = self.pieces.partition_point(|p| (p.place.block, p.place.offset) <= (block, byte));
        // Pieces that were nothing but folded white space begin where the next one does: the last one counts.
        let piece = self.pieces[..after].last().filter(|p| p.place.block == block)?;
        let raw = piece.raw.of(&self.stream);
        let mut folded = self.page.blocks[block].text.get(..piece.place.offset)?.to_owned();
        let mut found = None;
        fold(&mut folded, raw, |at, out| {
            if out == byte {
                found = Some(at);
            }
        });
        let units: usize = raw.get(..found?)?.chars().map(char::len_utf16).sum();
        Some((piece.node, units as u32))
    }
}
