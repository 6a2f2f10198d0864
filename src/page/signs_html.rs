//! The signs of a page given as HTML. `signs.js` finds the same on a live page.

use crate::page::signs::{CONTACTS, COUNTED, FIELDS, PASSWORDS, Said, Signs, TIMES};
use scraper::Html;
use scraper::node::Element;

/// Preformatted text.
const PREFORMATTED: usize = 2;
/// Pieces of code in a line of text.
const CODE: usize = 3;
/// Links to places on the same page.
const PLACES: usize = 6;
/// Links to pages beside this one, as generators of documentation write them.
const RELATIVE: usize = 7;

/// The signs of a page given as HTML.
pub(crate) fn of_html(document: &Html) -> Signs {
    let mut texts = Texts::default();
    for node in document.tree.root().descendants() {
        if let Some(element) = node.value().as_element() {
            let text = || node.descendants().filter_map(|d| d.value().as_text().map(|t| &**t)).collect::<String>();
            texts.read(element, text);
        }
    }
    Signs::new(&Said {
        types: &texts.types,
        address: if texts.canonical.is_empty() { &texts.shared_address } else { &texts.canonical },
        title: &texts.title,
        names: &texts.names,
        sections: &texts.sections,
        buttons: &texts.buttons,
        is_published: texts.is_published,
        is_authored: texts.is_authored,
        is_in_order: texts.is_in_order,
        counts: texts.counts,
    })
}

#[derive(Default)]
struct Texts {
    types: String,
    canonical: String,
    shared_address: String,
    names: String,
    sections: String,
    buttons: String,
    title: String,
    is_published: bool,
    is_authored: bool,
    is_in_order: bool,
    counts: [u32; COUNTED],
}

impl Texts {
    fn read(&mut self, element: &Element, text: impl Fn() -> String) {
        let attr = |name| element.attr(name).unwrap_or_default();
        let is_button =
            element.name() == "button" || element.name() == "input" && matches!(attr("type"), "submit" | "button");
        let kind = match element.name() {
            _ if is_button => None,
            "input" if attr("type") == "password" => Some(PASSWORDS),
            "input" if attr("type") != "hidden" => Some(FIELDS),
            "select" | "textarea" => Some(FIELDS),
            "pre" => Some(PREFORMATTED),
            "code" => Some(CODE),
            "time" => Some(TIMES),
            "a" if attr("href").starts_with("tel:") || attr("href").starts_with("mailto:") => Some(CONTACTS),
            "a" if attr("href").starts_with('#') => Some(PLACES),
            "a" if is_relative(attr("href")) => Some(RELATIVE),
            _ => None,
        };
        if let Some(kind) = kind {
            self.counts[kind] += 1;
        }
        let add = |to: &mut String, said: &str| to.extend([said, "\n"]);
        if let Some(said) = element.attr("itemtype") {
            add(&mut self.types, said);
        }
        self.is_published |= attr("itemprop") == "datePublished";
        self.is_in_order |= matches!(attr("rel"), "next" | "prev");
        self.is_authored |= attr("rel") == "author" || attr("itemprop") == "author";
        if is_button {
            add(&mut self.buttons, element.attr("value").map_or_else(&text, str::to_owned).trim());
        }
        match element.name() {
            "title" if self.title.is_empty() => self.title = text(),
            "body" => add(&mut self.names, attr("class")),
            "link" if attr("rel") == "canonical" && self.canonical.is_empty() => {
                self.canonical = attr("href").to_owned()
            }
            "meta" => match element.attr("property").or_else(|| element.attr("name")).unwrap_or_default() {
                "og:type" => self.types.extend(["og", attr("content"), "\n"]),
                "og:url" if self.shared_address.is_empty() => self.shared_address = attr("content").to_owned(),
                "generator" => add(&mut self.names, attr("content")),
                "article:section" => add(&mut self.sections, attr("content")),
                "article:published_time" => self.is_published = true,
                "author" | "article:author" => self.is_authored = true,
                _ => {}
            },
            "script" if attr("type") == "application/ld+json" => {
                let json = text();
                self.is_published |= json.contains("\"datePublished\"");
                self.is_authored |= json.contains("\"author\"");
                values(&json, "\"@type\"", |said| add(&mut self.types, said));
                values(&json, "\"articleSection\"", |said| add(&mut self.sections, said));
            }
            _ => {}
        }
    }
}

/// Whether an address is that of a page in the same folder, or beside or under it.
fn is_relative(address: &str) -> bool {
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    first.starts_with(|c: char| c == '.' || c.is_ascii_alphanumeric()) && !first.contains(':')
}

/// Calls `each` with the raw text of every value of a key: a string, or a list of strings with what parts them.
fn values(json: &str, key: &str, mut each: impl FnMut(&str)) {
    for rest in json.split(key).skip(1) {
        let Some(value) = rest.trim_start().strip_prefix(':').map(str::trim_start) else { continue };
        let end = match value.as_bytes().first() {
            Some(b'"') => value[1..].find('"').map(|at| at + 1),
            Some(b'[') => value.find(']'),
            _ => None,
        };
        if let Some(end) = end {
            each(value[1..end].trim_matches('"'));
        }
    }
}
