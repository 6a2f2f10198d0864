//! Which elements of a page's HTML are not shown, as far as names and attributes tell. Native only.

use crate::page::style;
use scraper::node::Element;
use scraper::{ElementRef, Html};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Names of classes, see the file.
const CLASSES: &str = include_str!("hidden_classes.txt");

/// Whether an element is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    // React streams parts of a page in hidden elements of this name and shows them once they are there.
    let is_streamed = || element.attr("id").is_some_and(|id| id.starts_with("S:"));
    let waits_for_script =
        element.name() == "dialog" && element.attr("open").is_none() || element.attr("popover").is_some();
    waits_for_script
        || element.attr("hidden").is_some_and(|value| value != "until-found") && !is_streamed()
        || element.attr("style").is_some_and(style::removes)
}

/// Whether assistive technology passes over an element, which most such are for: ornaments, and copies of what is said
/// beside them. While a dialog is open the whole page around it is marked so: what holds the story is none.
pub(super) fn is_left_to_others(node: ElementRef<'_>, paragraphs: &Paragraphs) -> bool {
    node.value().attr("aria-hidden") == Some("true") && !paragraphs.holds_story(node)
}

/// The paragraphs of a page, counted.
pub(super) struct Paragraphs(usize);

/// A page of fewer paragraphs says nothing by where most of them are.
const LEAST_PARAGRAPHS: usize = 3;

impl Paragraphs {
    pub(super) fn of(document: &Html) -> Self {
        Self(count(document.tree.root().descendants().filter_map(|n| n.value().as_element())))
    }

    /// Whether an element holds the story of the page by what is in it: its headline or its main part, or most of its
    /// paragraphs.
    fn holds_story(&self, node: ElementRef<'_>) -> bool {
        let is_main = |e: &Element| matches!(e.name(), "h1" | "main") || e.attr("role") == Some("main");
        within(node).any(is_main) || self.are_mostly_in(node)
    }

    /// Whether an element holds most of the paragraphs of the page.
    pub(super) fn are_mostly_in(&self, node: ElementRef<'_>) -> bool {
        self.0 >= LEAST_PARAGRAPHS && 2 * count(within(node)) > self.0
    }
}

fn within<'e>(node: ElementRef<'e>) -> impl Iterator<Item = &'e Element> {
    node.descendants().filter_map(|n| n.value().as_element())
}

fn count<'e>(elements: impl Iterator<Item = &'e Element>) -> usize {
    elements.filter(|e| e.name() == "p").count()
}

/// Whether a class says that an element is for screen readers alone.
pub(super) fn is_for_screen_readers(element: &Element) -> bool {
    static NAMES: LazyLock<(Vec<&str>, HashSet<&str>)> = LazyLock::new(|| {
        let names = |text: &'static str| text.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '[']));
        let (parts, wholes) = CLASSES.split_once("[a whole name]").unwrap_or((CLASSES, ""));
        (names(parts).collect(), names(wholes).collect())
    });
    let mut is_so = false;
    // What holds for some screens, or while it has the focus, has a colon: `md:sr-only`.
    for class in element.attr("class").unwrap_or_default().split_ascii_whitespace().filter(|class| !class.contains(':'))
    {
        let name: String = class.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        // "not-sr-only", and what says so of a label inside ("label--visually-hidden").
        if name.starts_with("not") || name.contains("label") {
            continue;
        }
        is_so |= NAMES.1.contains(&*name) || NAMES.0.iter().any(|part| name.contains(part));
    }
    is_so && !element.attr("class").unwrap_or_default().contains("not-sr-only")
}

/// Whether an element says to screen readers what the one beside it, which they pass over, shows: both begin with the same
/// letter. What the reader sees is not read ([`is_left_to_others`]), so this is.
pub(super) fn stands_for_neighbour(node: ElementRef<'_>) -> bool {
    let initial = |node: ElementRef<'_>| node.text().flat_map(str::chars).find(|c| c.is_alphanumeric());
    let own = initial(node);
    own.is_some()
        && [node.prev_siblings().find_map(ElementRef::wrap), node.next_siblings().find_map(ElementRef::wrap)]
            .into_iter()
            .flatten()
            .any(|other| other.value().attr("aria-hidden") == Some("true") && initial(other) == own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_for_screen_readers_are_known_in_any_spelling() {
        let is_so = |class: &str| {
            let html = Html::parse_fragment(&format!("<i class='{class}'>Text</i>"));
            let element = html.tree.nodes().filter_map(|n| n.value().as_element()).find(|e| e.name() == "i");
            element.is_some_and(is_for_screen_readers)
        };
        for class in [
            "sr-only",
            "srOnly",
            "a visually-hidden",
            "govuk-visually-hidden",
            "VisuallyHidden_x7Yq",
            "screen-reader-text",
            "u-sr-only",
            "element-invisible",
            "slds-assistive-text",
            "show-for-sr",
            "offscreen",
        ] {
            assert!(is_so(class), "{class}");
        }
        for class in [
            "",
            "story",
            "sr-only not-sr-only",
            "md:sr-only",
            "sr-only md:not-sr-only",
            "screen",
            "offscreen-menu",
            "field--label-visually_hidden",
        ] {
            assert!(!is_so(class), "{class}");
        }
    }
}
