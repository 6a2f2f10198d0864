//! The live walker: an element of the page → [`Page`], through web-sys. In the browser only.
//!
//! Walks what the reader sees: slots filled, open shadow roots entered, hidden elements and the widget itself left
//! out. Keeps for every piece of text the node it came from, so that a sentence can be shown in its place.

use crate::page::block::{ElementFacts, Head, Page, PageBuilder, Place, fold, is_inline};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlSlotElement, Node, Range, ShadowRoot, Text, Window};

/// A page, and where each piece of its text came from.
pub(crate) struct LivePage {
    pub(crate) page: Page,
    /// In document order.
    pieces: Vec<(Place, Text)>,
}

/// Walks `root` and everything in it.
pub(crate) fn walk(root: &Element) -> LivePage {
    let mut walker = Walker { builder: PageBuilder::default(), pieces: Vec::new(), visibility: Visibility::new() };
    if walker.enter(root) {
        walker.descend(root);
        walker.builder.close();
    }
    walker.builder.describe(Head { title: title(root), language: language(root) });
    LivePage { page: walker.builder.finish(), pieces: walker.pieces }
}

struct Walker {
    builder: PageBuilder,
    pieces: Vec<(Place, Text)>,
    visibility: Visibility,
}

/// Children still to be visited: a chain of siblings, or what a slot was given.
enum Todo {
    Siblings(Option<Node>),
    Assigned(js_sys::Array, u32),
}

impl Todo {
    fn next(&mut self) -> Option<Node> {
        match self {
            Self::Siblings(next) => {
                let node = next.take()?;
                *next = node.next_sibling();
                Some(node)
            }
            Self::Assigned(nodes, at) => {
                let node = nodes.get(*at).dyn_into().ok()?;
                *at += 1;
                Some(node)
            }
        }
    }
}

impl Walker {
    /// Visits everything inside `root`, with a stack of its own: a deep page must not overflow the real one.
    fn descend(&mut self, root: &Element) {
        let mut stack = vec![children(root)];
        while let Some(todo) = stack.last_mut() {
            let Some(node) = todo.next() else {
                stack.pop();
                if !stack.is_empty() {
                    self.builder.close();
                }
                continue;
            };
            match node.node_type() {
                Node::TEXT_NODE | Node::CDATA_SECTION_NODE => self.text(node.unchecked_into()),
                Node::ELEMENT_NODE => {
                    let element: Element = node.unchecked_into();
                    if self.enter(&element) {
                        stack.push(children(&element));
                    }
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, node: Text) {
        if let Some(place) = self.builder.text(&node.data()) {
            self.pieces.push((place, node));
        }
    }

    /// Whether the element's content is to be visited.
    fn enter(&mut self, element: &Element) -> bool {
        let name = element.local_name();
        if name == "br" {
            self.builder.line_break();
            return false;
        }
        // Each attribute read is a call and a string across the border: most inline elements need none.
        let inline = is_inline(&name);
        let has_attributes = element.has_attributes();
        let attr = |name: &str| element.get_attribute(name).unwrap_or_default();
        let read = |name: &str| if has_attributes && !inline { attr(name) } else { String::new() };
        let (class, id, role, itemprop) = (read("class"), read("id"), read("role"), read("itemprop"));
        let is_bare = inline && !has_attributes;
        let hidden = !is_bare && (attr("aria-hidden") == "true" || !self.visibility.is_shown(element));
        let facts = ElementFacts { name: &name, class: &class, id: &id, role: &role, itemprop: &itemprop, hidden };
        self.builder.open(facts)
    }
}

/// What stands inside an element as the reader sees it: its shadow tree, a slot's nodes, or its children.
fn children(element: &Element) -> Todo {
    if let Some(shadow) = element.shadow_root() {
        return Todo::Siblings(shadow.first_child());
    }
    if let Some(slot) = element.dyn_ref::<HtmlSlotElement>() {
        let assigned = slot.assigned_nodes();
        if assigned.length() > 0 {
            return Todo::Assigned(assigned.unchecked_into(), 0);
        }
    }
    Todo::Siblings(element.first_child())
}

/// Asks the browser whether an element is shown.
struct Visibility {
    window: Option<Window>,
    /// `Element.prototype.checkVisibility`, where the browser has it (Chrome 105, Firefox 106, Safari 17.4): one
    /// call that passes no strings.
    check: Option<Function>,
    options: Object,
}

impl Visibility {
    fn new() -> Self {
        let window = web_sys::window();
        let prototype = Reflect::get(&js_sys::global(), &"Element".into())
            .and_then(|element| Reflect::get(&element, &"prototype".into()))
            .unwrap_or(JsValue::UNDEFINED);
        let check = Reflect::get(&prototype, &"checkVisibility".into()).ok().and_then(|f| f.dyn_into().ok());
        let options = Object::new();
        let _ = Reflect::set(&options, &"visibilityProperty".into(), &JsValue::TRUE);
        Self { window, check, options }
    }

    fn is_shown(&self, element: &Element) -> bool {
        if let Some(check) = &self.check
            && let Ok(shown) = check.call1(element, &self.options)
            && shown.is_truthy()
        {
            return true;
        }
        // No box is not hidden yet: `display: contents` has none either.
        let style = self.window.as_ref().and_then(|w| w.get_computed_style(element).ok().flatten());
        let Some(style) = style else { return true };
        let is = |property: &str, value: &str| style.get_property_value(property).is_ok_and(|v| v == value);
        if self.check.is_some() {
            is("display", "contents")
        } else {
            !is("display", "none") && !is("visibility", "hidden")
        }
    }
}

/// A title for pages whose article has no heading of its own: the page's only first-rank heading, else what it
/// tells those who share it, else its title.
fn title(root: &Element) -> Option<String> {
    let document = root.owner_document()?;
    let headings = document.query_selector_all("h1").ok()?;
    let only = (headings.length() == 1).then(|| headings.get(0)).flatten();
    let shared =
        || document.query_selector("meta[property='og:title']").ok().flatten().and_then(|m| m.get_attribute("content"));
    let found = only.and_then(|h| h.text_content()).or_else(shared).unwrap_or_else(|| document.title());
    let mut folded = String::new();
    fold(&mut folded, &found, |_, _| {});
    Some(folded).filter(|t| !t.trim().is_empty())
}

/// The language in force at `root`, across the borders of shadow trees.
fn language(root: &Element) -> Option<String> {
    let mut at = root.clone();
    loop {
        if let Ok(Some(declaring)) = at.closest("[lang]") {
            return declaring.get_attribute("lang");
        }
        at = at.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
    }
}

impl LivePage {
    /// The range of the page that shows bytes `start..end` of a block's text.
    pub(crate) fn range(&self, block: usize, start: usize, end: usize) -> Option<Range> {
        let text = &self.page.blocks.get(block)?.text;
        let last = text.get(start..end)?.chars().next_back()?;
        let (first_node, from) = self.position(block, start)?;
        let (last_node, to) = self.position(block, end - last.len_utf8())?;
        let range = first_node.owner_document()?.create_range().ok()?;
        range.set_start(first_node, from).ok()?;
        range.set_end(last_node, to + last.len_utf16() as u32).ok()?;
        Some(range)
    }

    /// The text node that holds a byte of a block's text, and the UTF-16 offset in it.
    fn position(&self, block: usize, byte: usize) -> Option<(&Text, u32)> {
        let after = self.pieces.partition_point(|(place, _)| (place.block, place.offset) <= (block, byte));
        // Pieces that were nothing but folded white space begin where the next one does: the last one counts.
        let (place, node) = self.pieces[..after].last().filter(|(place, _)| place.block == block)?;
        let raw = node.data();
        let mut folded = self.page.blocks[block].text.get(..place.offset)?.to_owned();
        let mut found = None;
        fold(&mut folded, &raw, |at, out| {
            if out == byte {
                found = Some(at);
            }
        });
        let units: usize = raw.get(..found?)?.chars().map(char::len_utf16).sum();
        Some((node, units as u32))
    }
}
