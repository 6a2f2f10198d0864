//! Reads what a page says for machines, and the elements that mark an author or a date.

use super::linked_data::{LinkedData, Said};
use super::names;
use super::titles::Titles;
use crate::page::block::{Block, Head, Page};
use crate::page::role::{self, Role};
use crate::text::punctuation::ends_as_sentence;
use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

/// Longer texts than so many characters are no byline and no date, but portraits and stories.
pub(super) const LONGEST_MARK: usize = 120;
/// Before the headline so many blocks may belong to it: a section, a date, a byline.
const BLOCKS_ABOVE: usize = 4;
/// Where no headline is before the story, so many blocks before it may.
const BLOCKS_BEFORE: usize = 10;
/// Behind the story so many blocks may.
const BLOCKS_BEHIND: usize = 4;

/// What an element marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    Author,
    Published,
    Modified,
    /// Some point in time.
    Time,
}

/// An element that marks an author or a date.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) marks: Marks,
    /// The value that is for machines.
    pub(super) value: Option<String>,
    /// The text that readers see.
    pub(super) text: String,
}

/// All that a page says for machines, and its marks in document order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metadata {
    /// The content of `meta` elements under their names, in small letters.
    metas: Vec<(String, String)>,
    linked: LinkedData,
    title: Option<String>,
    pub(super) language: Option<String>,
    /// Where the page says it is.
    pub(super) address: Option<String>,
    pub(super) marks: Vec<Mark>,
    /// What linked data says of the article.
    pub(super) said: Said,
}

/// The blocks around a story: those before it, from a little above its headline on, and some behind it.
pub(super) struct Around<'p> {
    pub(super) before: Vec<&'p str>,
    /// Those of them that stand behind the headline.
    pub(super) below: Vec<&'p str>,
    pub(super) behind: Vec<&'p str>,
}

impl Metadata {
    pub(crate) fn read(document: &Html) -> Self {
        let mut found = Self::default();
        let mut passed_over = None;
        // The author's elements that are open, and whether names were found inside.
        let mut open: Vec<(ego_tree::NodeId, usize)> = Vec::new();
        for edge in document.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    let Node::Element(element) = node.value() else { continue };
                    found.read_head(element, node);
                    if passed_over.is_none() && is_elsewhere(element, node) {
                        passed_over = Some(node.id());
                    }
                    if passed_over.is_none()
                        && let Some(mark) = mark_of(element, node)
                    {
                        if mark.marks == Marks::Author {
                            open.push((node.id(), found.marks.len()));
                        }
                        found.marks.push(mark);
                    }
                }
                Edge::Close(node) => {
                    passed_over = passed_over.filter(|id| *id != node.id());
                    if open.last().is_some_and(|(id, _)| *id == node.id())
                        && let Some((_, at)) = open.pop()
                    {
                        found.keep_innermost(at);
                    }
                }
            }
        }
        found.address =
            found.address.or_else(|| found.metas.iter().find(|(name, _)| name == "og:url").map(|m| m.1.clone()));
        let titles: Vec<&str> = found.metas(&["og:title"]).chain(found.title.as_deref()).collect();
        found.said = found.linked.of_article(found.address.as_deref(), &titles);
        found
    }

    /// Of an element that marks an author and has others in it that do, those count.
    fn keep_innermost(&mut self, at: usize) {
        let has_name = |mark: &Mark| {
            mark.marks == Marks::Author
                && !names::of_line(mark.value.as_deref().unwrap_or(&mark.text), &[], false).is_empty()
        };
        if self.marks.iter().skip(at + 1).any(has_name)
            && let Some(outer) = self.marks.get_mut(at)
        {
            outer.text.clear();
            outer.value = None;
        }
    }

    fn read_head(&mut self, element: &Element, node: NodeRef<'_, Node>) {
        let text = || node.children().filter_map(|c| c.value().as_text().map(|t| &**t)).collect::<String>();
        match element.name() {
            "html" => self.language = given(element.attr("lang").or_else(|| element.attr("xml:lang"))),
            "title" if self.title.is_none() => self.title = given(Some(&text())),
            "link" if element.attr("rel") == Some("canonical") => self.address = given(element.attr("href")),
            "meta" => {
                let name =
                    element.attr("property").or_else(|| element.attr("name")).or_else(|| element.attr("itemprop"));
                if let (Some(name), Some(content)) = (name, given(element.attr("content"))) {
                    self.metas.push((name.trim().to_ascii_lowercase(), content));
                }
            }
            // In a finished summary it repeats what was found on the page.
            "script"
                if element.attr("type").is_some_and(|t| t.to_ascii_lowercase().contains("ld+json"))
                    && !node.parent().is_some_and(|parent| is_named(parent, "nut-graf")) =>
            {
                self.linked.read(&text());
            }
            _ => {}
        }
    }

    /// The contents of `meta` elements by these names, in the order of the names.
    pub(super) fn metas<'m>(&'m self, names: &'m [&str]) -> impl Iterator<Item = &'m str> {
        names
            .iter()
            .flat_map(|name| self.metas.iter().filter(move |(own, _)| own == name).map(|(_, content)| content.as_str()))
    }

    pub(super) fn site(&self) -> Option<&str> {
        self.metas(&["og:site_name", "application-name"]).next()
    }

    /// What the search for the article has to know.
    pub(crate) fn head(&self) -> Head {
        let titles = Titles {
            shared: self
                .metas(&["og:title"])
                .take(1)
                .map(folded)
                .chain(self.said.headline.as_deref().map(folded))
                .collect(),
            document: self.title.as_deref().map(folded),
            heading: None,
            site: self.site().map(str::to_owned),
        };
        let description = self.metas(&["description", "og:description"]).next().map(folded);
        Head { titles, description, language: self.language.clone(), is_paid: self.linked.is_paid }
    }
}

impl<'p> Around<'p> {
    /// Around the story that `body`, the indices of its blocks, is on a page.
    pub(super) fn new(page: &'p Page, headline: Option<usize>, body: &[usize]) -> Self {
        let last = body.last().copied().unwrap_or_default();
        // Lines at the beginning that are no sentences may have been taken for the story's.
        let is_sentence = |at: &&usize| page.blocks.get(**at).is_some_and(|block| ends_as_sentence(&block.text));
        let first = body.iter().find(is_sentence).or(body.first()).copied().unwrap_or_default();
        let from = headline
            .filter(|at| *at <= first)
            .map_or(first.saturating_sub(BLOCKS_BEFORE), |at| at.saturating_sub(BLOCKS_ABOVE));
        let short = |blocks: std::ops::Range<usize>| {
            let blocks = page.blocks.get(blocks).unwrap_or_default().iter();
            blocks.filter(|block| block.text.chars().count() <= LONGEST_MARK)
        };
        let below = headline.filter(|at| *at < first).map_or(from, |at| at + 1);
        let below = short(below..first).map(|block| block.text.as_str()).collect();
        let before = short(from..first).map(|block| block.text.as_str()).collect();
        let behind = short(last + 1..(last + 1 + BLOCKS_BEHIND).min(page.blocks.len()));
        let behind = behind.filter(|block| !is_boilerplate(page, block)).map(|block| block.text.as_str()).collect();
        Self { before, below, behind }
    }

    /// Whether a mark stands before the story, near its headline.
    pub(super) fn is_near(&self, mark: &Mark) -> bool {
        let text = super::titles::key(&mark.text);
        !text.is_empty() && self.before.iter().any(|block| super::titles::key(block).contains(&text))
    }
}

fn is_named(node: NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

/// Whether a block stands in an element that is boilerplate by its tag or role.
fn is_boilerplate(page: &Page, block: &Block) -> bool {
    page.outward(block.container).any(|at| page.containers[at].role == Role::BoilerplateTag)
}

/// Whether what stands in an element speaks of something else than the story: of other stories, of readers' comments.
fn is_elsewhere(element: &Element, node: NodeRef<'_, Node>) -> bool {
    let name = element.name();
    if matches!(name, "script" | "style" | "template" | "noscript" | "nav" | "aside" | "svg" | "head") {
        return true;
    }
    if matches!(name, "html" | "body" | "main" | "article" | "header")
        || element.attr("class").is_none() && element.attr("id").is_none()
    {
        return false;
    }
    let described = role::describe(element.into());
    let is_named = described.says_comments || described.says_never;
    // Wrappers of whole pages bear such names too.
    is_named
        && !node
            .descendants()
            .any(|n| n.value().as_element().is_some_and(|e| e.name() == "h1" || e.name() == "article"))
}

/// What an element marks, if it does.
fn mark_of(element: &Element, node: NodeRef<'_, Node>) -> Option<Mark> {
    let attr = |name| element.attr(name).unwrap_or_default();
    let says = |name: &'static str, words: &[&str]| attr(name).split_whitespace().any(|w| words.contains(&w));
    let class = |words: &[&str]| {
        role::class_words(attr("class")).any(|w| words.iter().any(|word| w.eq_ignore_ascii_case(word)))
    };
    let value = given(element.attr("content").or_else(|| element.attr("datetime")));
    let is_time = element.name() == "time";
    let marks = if says("itemprop", &["author", "creator"]) || says("rel", &["author"]) {
        Marks::Author
    } else if says("itemprop", &["datePublished", "dateCreated"]) || element.attr("pubdate").is_some() {
        Marks::Published
    } else if says("itemprop", &["dateModified"]) || is_time && class(&["updated", "modified"]) {
        Marks::Modified
    } else if is_time && class(&["published", "pubdate"]) {
        Marks::Published
    } else if is_time || class(&["date", "published", "pubdate", "timestamp", "datetime", "datum", "fecha", "data"]) {
        Marks::Time
    } else if class(&["author", "authors", "byline", "autor", "autoren", "auteur", "autore", "autorzy", "yazar"]) {
        Marks::Author
    } else {
        return None;
    };
    let name = |of: &Element| of.attr("itemprop") == Some("name");
    let named = node.descendants().filter(|n| marks == Marks::Author && n.value().as_element().is_some_and(name));
    let named: Vec<String> = named.filter_map(|n| n.value().as_element()?.attr("content").map(str::to_owned)).collect();
    let value = Some(named.join(", "))
        .filter(|v| !v.is_empty())
        .or(value)
        .or_else(|| given(element.attr("title").filter(|_| element.name() == "abbr")));
    let text = shown_text(node);
    let is_short = text.chars().count() <= LONGEST_MARK;
    (is_short && (value.is_some() || !text.is_empty())).then_some(Mark { marks, value, text })
}

/// The text in an element: a space where an element begins or ends, a line where a block does.
fn shown_text(node: NodeRef<'_, Node>) -> String {
    let mut lines = String::new();
    for edge in node.traverse() {
        match edge {
            Edge::Open(inner) => match inner.value() {
                Node::Text(text) => lines.push_str(&text.replace(char::is_whitespace, " ")),
                Node::Element(element) if matches!(element.name(), "script" | "style" | "svg") => return String::new(),
                Node::Element(element) => lines.push_str(boundary(element)),
                _ => {}
            },
            Edge::Close(inner) => lines.push_str(inner.value().as_element().map_or("", boundary)),
        }
        if lines.len() > LONGEST_MARK * 16 {
            return String::new();
        }
    }
    let lines = lines.split('\n').map(folded).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn boundary(element: &Element) -> &'static str {
    match element.name() {
        "li" => ", ",
        "div" | "p" | "br" | "ul" | "section" | "h2" | "h3" | "h4" | "address" => "\n",
        _ => " ",
    }
}

/// White space folded.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value without the space around it, if that leaves something.
fn given(value: Option<&str>) -> Option<String> {
    value.map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned)
}
