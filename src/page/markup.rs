//! The HTML walker: parsed HTML → events, as a browser would show it as far as the markup tells. Native only.
//!
//! `walk.js` walks a live page in the same way; there the computed style decides what here names, attributes and style
//! elements do.

use crate::page::element::{BLOCK, INLINE, NEVER_TEXT};
use crate::page::events::Event;
use crate::page::hidden::{self, Paragraphs};
use crate::page::sheets::Sheets;
use crate::page::sight::Sight;
use crate::page::style::Style;
use crate::text::punctuation::{begins, is_quotation_mark};
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{ElementRef, Html, Node};
use std::collections::HashSet;
use std::sync::LazyLock;

/// What to do with elements that their attributes hide.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Hidden {
    LeftOut,
    Read,
}

/// What a walk met, and of each text and image, by its number, how it stands on the page.
#[derive(Default)]
pub(super) struct Walked<'h> {
    pub(super) events: Vec<Event<'h>>,
    pub(super) sights: Vec<Sight>,
}

/// Walks a page.
pub(super) fn walk(document: &Html, hidden: Hidden) -> Walked<'_> {
    let mut walker = Walker {
        hidden,
        sheets: Sheets::of(document),
        paragraphs: Paragraphs::of(document),
        holders: holders(document),
        hosts: Vec::new(),
        filled: HashSet::new(),
        walked: Walked::default(),
    };
    // A stack of its own, no recursion: pages may be nested as deep as they like.
    let mut stack = vec![Step::Visit(document.tree.root(), Around::default())];
    while let Some(step) = stack.pop() {
        match step {
            Step::Visit(node, around) => walker.visit(node, around, &mut stack),
            Step::Unquote(around) => walker.text(Event::Image("”"), around),
            Step::Close => walker.walked.events.push(Event::Close),
        }
    }
    walker.walked
}

/// Elements that hold a block, at any depth.
fn holders(document: &Html) -> HashSet<NodeId> {
    let mut holders = HashSet::new();
    for node in document.tree.root().descendants() {
        if node.value().as_element().is_some_and(|element| BLOCKS.contains(element.name())) {
            for around in node.ancestors() {
                if !holders.insert(around.id()) {
                    break;
                }
            }
        }
    }
    holders
}

static BLOCKS: LazyLock<HashSet<&str>> = LazyLock::new(|| BLOCK.split(',').collect());
static LINES: LazyLock<HashSet<&str>> = LazyLock::new(|| INLINE.split(' ').collect());
static NEVER: LazyLock<HashSet<&str>> = LazyLock::new(|| NEVER_TEXT.split(' ').collect());

/// Elements whose content is lines of text, as a rule.
const LINES_WITHIN: [&str; 16] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "figcaption", "caption", "summary", "pre"];

enum Step<'h> {
    Visit(NodeRef<'h, Node>, Around),
    /// The mark that ends a quotation.
    Unquote(Around),
    Close,
}

/// What the elements around a node pass on to it.
#[derive(Clone, Copy, Default)]
struct Around {
    sight: Sight,
    /// Inherited, and what an element inside may change.
    has_no_font_size: bool,
    has_no_colour: bool,
    begins_out_of_sight: bool,
    /// Whether a line of text is around it, not only blocks.
    in_line: bool,
    /// Whether it stands in a formula or a drawing.
    is_foreign: bool,
    /// The shadow tree it stands in: an index into the walker's hosts.
    host: Option<usize>,
}

struct Walker<'h> {
    hidden: Hidden,
    sheets: Sheets<'h>,
    paragraphs: Paragraphs,
    holders: HashSet<NodeId>,
    /// The elements whose shadow trees were entered, and the shadow tree each stands in.
    hosts: Vec<(NodeRef<'h, Node>, Option<usize>)>,
    /// Slots by the index of their host and their name: only the first of a name is filled.
    filled: HashSet<(usize, &'h str)>,
    walked: Walked<'h>,
}

impl<'h> Walker<'h> {
    fn visit(&mut self, node: NodeRef<'h, Node>, around: Around, stack: &mut Vec<Step<'h>>) {
        match node.value() {
            Node::Text(text) => self.text(Event::Text(text), around),
            Node::Element(element) => {
                if let Some(element_ref) = ElementRef::wrap(node) {
                    self.enter(element_ref, element, around, stack);
                }
            }
            Node::Document | Node::Fragment => visit_all(node.children(), around, stack),
            _ => {}
        }
    }

    fn text(&mut self, event: Event<'h>, around: Around) {
        let is_unseen = around.has_no_font_size || around.has_no_colour || around.begins_out_of_sight;
        let sight = if is_unseen { Sight::Unseen } else { around.sight };
        self.walked.events.push(event);
        self.walked.sights.push(if self.hidden == Hidden::Read { Sight::Seen } else { sight });
    }

    fn enter(&mut self, node: ElementRef<'h>, element: &'h Element, mut around: Around, stack: &mut Vec<Step<'h>>) {
        let name = element.name();
        match name {
            "br" => return self.walked.events.push(Event::Break),
            _ if NEVER.contains(name) => return self.walked.events.push(Event::PassedOver(name)),
            // Their text may be a word of a sentence, and they tell of the box that they are in.
            "img" | "button" => self.walked.events.push(Event::PassedOver(name)),
            _ => {}
        }
        // What is longer than any emoji is no sign of a sentence.
        let sign = element.attr("alt").filter(|text| !text.is_empty() && text.encode_utf16().count() <= LONGEST_SIGN);
        if name == "img" && sign.is_none() {
            return;
        }
        let is_known = LINES.contains(name) || BLOCKS.contains(name);
        let style = self.sheets.style(node, !is_known);
        let is_root_of_foreign = !around.is_foreign && matches!(name, "svg" | "math");
        around.is_foreign |= is_root_of_foreign;
        let is_inline = self.is_inline(node, name, &style, around);
        let is_hidden = self.hidden == Hidden::LeftOut
            && (hidden::is_hidden(element) || hidden::is_left_to_others(node, &self.paragraphs));
        if is_hidden && !(around.is_foreign && name == "math") {
            if is_inline {
                // Libraries hide the formula for those who hear it beside the one that they draw.
                let formulas =
                    node.descendants().filter(|n| n.value().as_element().is_some_and(|e| e.name() == "math"));
                visit_all(formulas, around, stack);
            }
            return;
        }
        if name == "svg" && !has_descendant(node, |e| e.name() == "text") {
            return;
        }
        self.see(node, element, &style, &mut around);
        if let Some(text) = sign.filter(|_| name == "img") {
            return self.text(Event::Image(text), around);
        }
        let event = match name {
            _ if !is_inline => Some(Event::Open(element.into())),
            // To a place on the page, as from the mark of a note.
            "a" if element.attr("href").is_some_and(|href| href.contains('#')) => {
                self.walked.events.push(Event::Raised);
                stack.push(Step::Close);
                Some(Event::Link)
            }
            "a" => Some(Event::Link),
            "button" => Some(Event::Control),
            "svg" if is_root_of_foreign => Some(Event::Control),
            "sup" => Some(Event::Raised),
            _ => None,
        };
        around.in_line = is_inline || LINES_WITHIN.contains(&name);
        if let Some(event) = event {
            self.walked.events.push(event);
            stack.push(Step::Close);
        }
        // Browsers draw the marks, unless the text has its own.
        if name == "q" && !node.text().next().is_some_and(|text| begins(text.trim_start(), is_quotation_mark)) {
            self.text(Event::Image("“"), around);
            stack.push(Step::Unquote(around));
        }
        self.visit_children(*node, element, around, stack);
    }

    /// How the text of an element stands on the page.
    fn see(&self, node: ElementRef<'h>, element: &Element, style: &Style<'h>, around: &mut Around) {
        if around.is_foreign {
            // Of a formula there is one that is seen, drawn by a library, and one that is read.
            if element.name() == "math" {
                around.sight = Sight::Seen;
            }
            return;
        }
        let is_struck_out = style.strikes_out().unwrap_or(matches!(element.name(), "s" | "strike" | "del"));
        let is_cut_off = style.cuts_off() || hidden::is_for_screen_readers(element);
        // What would leave next to nothing of the page waits for a script, or its class means something else.
        let is_believed = || !hidden::stands_for_neighbour(node) && !self.paragraphs.are_mostly_in(node);
        if is_struck_out || is_cut_off && is_believed() {
            around.sight = Sight::Unseen;
        } else if !is_cut_off {
            around.sight = around.sight.max(style.sight());
        }
        let inherited = [
            (&mut around.has_no_font_size, style.has_no_font_size()),
            (&mut around.has_no_colour, style.has_no_colour()),
            (&mut around.begins_out_of_sight, style.begins_out_of_sight()),
        ];
        for (state, declared) in inherited {
            *state = declared.unwrap_or(*state);
        }
    }

    /// Whether an element stands inside a line of text. Of custom elements most do, by their default style; a page says so
    /// of its own where it does not put them beside text, but around blocks or one under the other.
    fn is_inline(&self, node: ElementRef<'h>, name: &str, style: &Style<'h>, around: Around) -> bool {
        if around.is_foreign || LINES.contains(name) {
            return true;
        }
        let is_block = BLOCKS.contains(name);
        let stands_in_text = || [node.prev_sibling(), node.next_sibling()].into_iter().flatten().any(is_text);
        if self.holders.contains(&node.id()) || is_block && !stands_in_text() {
            return false;
        }
        let beside_text = || node.parent().is_some_and(|parent| parent.children().any(is_text));
        style.stands_in_line().unwrap_or_else(|| !is_block && (around.in_line || beside_text()))
    }

    /// The children of an element as they are shown: its shadow tree, or what fills a slot, in place of its own.
    fn visit_children(
        &mut self,
        node: NodeRef<'h, Node>,
        element: &'h Element,
        around: Around,
        stack: &mut Vec<Step<'h>>,
    ) {
        if let Some(root) = shadow_root(node) {
            self.hosts.push((node, around.host));
            visit_all(root.children(), Around { host: Some(self.hosts.len() - 1), ..around }, stack);
            return;
        }
        if element.name() == "slot"
            && let Some(index) = around.host
            && let Some((host, outer)) = self.hosts.get(index).copied()
        {
            let name = element.attr("name").unwrap_or_default();
            let fills = |child: &NodeRef<'h, Node>| match child.value() {
                Node::Text(_) => name.is_empty(),
                Node::Element(e) => e.attr("slot").unwrap_or_default() == name && e.name() != "template",
                _ => false,
            };
            if self.filled.insert((index, name)) && host.children().any(|child| fills(&child)) {
                visit_all(host.children().filter(fills), Around { host: outer, ..around }, stack);
                return;
            }
        }
        visit_all(node.children(), around, stack);
    }
}

/// The longest text that stands for an image and may be a sign of a sentence, in UTF-16 units: an emoji of several people.
const LONGEST_SIGN: usize = 20;

fn visit_all<'h>(nodes: impl Iterator<Item = NodeRef<'h, Node>>, around: Around, stack: &mut Vec<Step<'h>>) {
    let first = stack.len();
    stack.extend(nodes.map(|node| Step::Visit(node, around)));
    stack[first..].reverse();
}

/// The declared shadow tree of an element: the contents of a template among its children. A reader sees a closed one too.
fn shadow_root(node: NodeRef<'_, Node>) -> Option<NodeRef<'_, Node>> {
    let is_root = |child: &NodeRef<'_, Node>| {
        let template = child.value().as_element().filter(|e| e.name() == "template");
        let mode = template.and_then(|e| e.attr("shadowrootmode").or_else(|| e.attr("shadowroot")));
        mode.is_some_and(|mode| mode.eq_ignore_ascii_case("open") || mode.eq_ignore_ascii_case("closed"))
    };
    node.children().find(is_root)?.first_child().filter(|contents| contents.value().is_fragment())
}

fn has_descendant(node: ElementRef<'_>, is: impl Fn(&Element) -> bool) -> bool {
    node.descendants().skip(1).any(|n| n.value().as_element().is_some_and(&is))
}

fn is_text(node: NodeRef<'_, Node>) -> bool {
    node.value().as_text().is_some_and(|text| !text.trim_ascii().is_empty())
}
