//! What readers and scripts are given as the summary of a page.

use crate::html;
use nutgraf::on_one_line;
use scraper::{ElementRef, Html, Node};
use serde_json::Value;

/// Elements that hold one text each: a sentence, a paragraph, a button's label.
const TEXTS: [&str; 3] = ["li", "p", "summary"];
/// Elements whose text nobody sees.
const UNSEEN: [&str; 3] = ["script", "style", "template"];

/// A text that is seen in the element.
pub(super) struct Shown {
    pub(super) text: String,
    /// Whether it stands where the summary does, and not among the labels.
    pub(super) is_summary: bool,
    /// Whether it is one of a list.
    pub(super) is_item: bool,
}

/// A `<nut-graf>` of a page.
pub(super) struct Published<'p> {
    pub(super) host: ElementRef<'p>,
    /// What it shows, in order.
    pub(super) shown: Vec<Shown>,
    /// The results for the script.
    pub(super) data: Vec<serde_json::Result<Value>>,
}

impl Published<'_> {
    /// Whether there is anything in it: without, it waits for the script.
    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.data.is_empty()
    }

    /// Whether what it shows is one clause, and not whole sentences.
    pub(super) fn is_headline(&self) -> bool {
        let said = self.host.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("headline"));
        said || self.data.iter().flatten().any(|data| data["type"] == "headline")
    }

    /// The texts that are neither of the summary nor a label: nobody knows what they are.
    pub(super) fn strangers(&self) -> impl Iterator<Item = &str> {
        let label = on_one_line(self.host.attr("label").unwrap_or_default());
        let strangers = self.shown.iter().filter(|shown| !shown.is_summary).map(|shown| shown.text.as_str());
        strangers.filter(move |text| *text != label && !html::is_label(text))
    }
}

pub(super) fn elements(page: &Html) -> impl Iterator<Item = Published<'_>> {
    let elements = page.root_element().descendants().filter_map(ElementRef::wrap);
    elements.filter(|element| element.value().name() == "nut-graf").map(|host| {
        let is_data = |child: &ElementRef<'_>| child.attr("type") == Some("application/json");
        let scripts = host.child_elements().filter(|child| child.value().name() == "script").filter(is_data);
        let data = scripts.map(|script| serde_json::from_str(&script.text().collect::<String>())).collect();
        Published { host, shown: shown(host), data }
    })
}

fn shown(host: ElementRef<'_>) -> Vec<Shown> {
    let mut found: Vec<(ElementRef<'_>, String)> = Vec::new();
    for node in host.descendants() {
        let Node::Text(text) = node.value() else { continue };
        let inside = || node.ancestors().filter_map(ElementRef::wrap).take_while(|outer| outer.id() != host.id());
        if inside().any(|outer| UNSEEN.contains(&outer.value().name())) || text.trim().is_empty() {
            continue;
        }
        let holder = inside().find(|outer| TEXTS.contains(&outer.value().name()));
        let holder = holder.or_else(|| inside().next()).unwrap_or(host);
        match found.last_mut() {
            Some((last, gathered)) if last.id() == holder.id() => gathered.push_str(text),
            _ => found.push((holder, text.to_string())),
        }
    }
    let shown = found.into_iter().map(|(holder, text)| {
        let outward = std::iter::once(holder).chain(holder.ancestors().filter_map(ElementRef::wrap));
        let mut inside = outward.take_while(|outer| outer.id() != host.id());
        Shown {
            text: on_one_line(&text).into_owned(),
            is_summary: inside.any(|outer| outer.attr("dir") == Some("auto")),
            is_item: holder.value().name() == "li",
        }
    });
    shown.collect()
}
