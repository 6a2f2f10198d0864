//! The HTML walker: HTML text → [`Page`], on the html5ever parser. Native only.

use crate::article::Article;
use crate::error::Error;
use crate::page::block::{Head, Page, PageBuilder};
use crate::page::element::{ElementFacts, INLINE, NEVER_TEXT};
use crate::page::linked_data::LinkedData;
use crate::page::role::Role;
#[cfg(feature = "eval")]
use crate::page::trees::Forest;
use crate::page::{
    body::{self, Found},
    depth,
};
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};
use std::collections::HashSet;

/// Finds the article of a page given as HTML.
pub(crate) fn find_article(html: &str) -> Result<Article<'static>, Error> {
    find_article_by(html, body::find)
}

/// Finds it by trees that are not built in, packed as those are.
#[cfg(feature = "eval")]
pub(crate) fn find_article_by_trees(html: &str, packed: &[u8]) -> Result<Article<'static>, Error> {
    let forest = Forest::unpack(packed);
    find_article_by(html, |page| body::find_by(page, &forest))
}

fn find_article_by(html: &str, find: impl Fn(&Page) -> Result<Found, Error>) -> Result<Article<'static>, Error> {
    let document = parse(html);
    let mut page = walk_as(&document, Hidden::LeftOut);
    let mut found = find(&page);
    if found.is_err() && !page.head.is_paid {
        // Scripts may show what the markup hides; a page whose whole story is hidden does so.
        let all = walk_as(&document, Hidden::Read);
        if let Ok(shown) = find(&all) {
            (page, found) = (all, Ok(shown));
        }
    }
    let article = found?.article;
    if is_binary(article.text()) {
        return Err(Error::no_article());
    }
    Ok(Article { byline: byline(&page), published: page.head.published, ..article })
}

/// Parses a page and walks it as it is shown, as far as its markup tells.
#[cfg(feature = "eval")]
pub(crate) fn walk(html: &str) -> Page {
    walk_as(&parse(html), Hidden::LeftOut)
}

/// Broken markup is mended as browsers mend it.
fn parse(html: &str) -> Html {
    Html::parse_document(&depth::limit(html))
}

/// What to do with elements that their attributes hide.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hidden {
    LeftOut,
    Read,
}

fn walk_as(document: &Html, hidden: Hidden) -> Page {
    let mut builder = PageBuilder::default();
    let mut head = HeadReader::default();
    let mut passed_over = None;
    let never: HashSet<&str> = NEVER_TEXT.split(' ').collect();
    let inline: HashSet<&str> = INLINE.split(' ').collect();
    // An iteration over edges, no recursion: pages may be nested as deep as they like.
    for edge in document.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                if let Node::Element(element) = node.value() {
                    head.read(element, || node.children().filter_map(|c| c.value().as_text().map(|t| &**t)).collect());
                }
                if passed_over.is_some() {
                    continue;
                }
                match node.value() {
                    Node::Text(text) => {
                        builder.text(text);
                    }
                    Node::Element(element) if element.name() == "br" => builder.line_break(),
                    Node::Element(element)
                        if never.contains(element.name()) || hidden == Hidden::LeftOut && is_hidden(element) =>
                    {
                        builder.pass_over(element.name());
                        passed_over = Some(node.id());
                    }
                    Node::Element(element) => builder.open(facts(element, inline.contains(element.name()))),
                    _ => {}
                }
            }
            Edge::Close(node) if passed_over == Some(node.id()) => passed_over = None,
            Edge::Close(node) if passed_over.is_none() => {
                if node.value().as_element().is_some_and(|e| e.name() != "br") {
                    builder.close();
                }
            }
            Edge::Close(_) => {}
        }
    }
    builder.describe(head.finish());
    builder.finish()
}

/// Whether a text holds more than one control character (or one that could not be decoded) in fifty, as no prose does.
fn is_binary(text: &str) -> bool {
    let is_odd = |c: &char| c.is_control() && !c.is_whitespace() || *c == char::REPLACEMENT_CHARACTER;
    text.chars().filter(is_odd).count() * 50 > text.len()
}

/// Who wrote it: by the page's metadata, else by what the page marks as its byline.
fn byline(page: &Page) -> Option<String> {
    let shown = || {
        let marked = page
            .blocks
            .iter()
            .find(|b| page.containers[b.container].role == Role::Byline && b.text.chars().count() <= LONGEST_BYLINE);
        marked.map(|b| b.text.clone())
    };
    page.head.byline.clone().or_else(shown)
}

/// The text of every block of a page that may be body, with what the classifier knows of it: for `make train-pages`.
#[cfg(feature = "eval")]
#[must_use]
pub fn block_features(html: &str) -> Vec<(String, Vec<u8>)> {
    body::block_features(&walk(html))
}

/// Collects what the page says of itself.
#[derive(Default)]
struct HeadReader {
    head: Head,
    linked: LinkedData,
    title_element: Option<String>,
    /// The first point in time that the page marks.
    time: Option<String>,
}

impl HeadReader {
    fn read(&mut self, element: &Element, text: impl Fn() -> String) {
        match element.name() {
            "html" => self.head.language = given(element.attr("lang")),
            "title" if self.title_element.is_none() => self.title_element = given(Some(&text())),
            "meta" => {
                let content = || given(element.attr("content"));
                match element.attr("property").or_else(|| element.attr("name")).unwrap_or_default() {
                    "og:title" => self.head.title = content(),
                    "description" | "og:description" if self.head.description.is_none() => {
                        self.head.description = content();
                    }
                    "author" | "parsely-author" if self.head.byline.is_none() => self.head.byline = content(),
                    "article:published_time" | "datePublished" | "parsely-pub-date" | "dc.date" | "date"
                        if self.head.published.is_none() =>
                    {
                        self.head.published = content();
                    }
                    _ => {}
                }
            }
            "time" if self.time.is_none() => self.time = given(element.attr("datetime")),
            "script" if element.attr("type").is_some_and(|t| t.eq_ignore_ascii_case("application/ld+json")) => {
                self.linked.read(&text());
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Head {
        self.head.title = self.head.title.or(self.title_element);
        self.head.published = self.linked.published.or(self.head.published).or(self.time);
        let authors = Some(self.linked.authors.join(", ")).filter(|names| !names.is_empty());
        self.head.byline = authors.or(self.head.byline);
        self.head.is_paid = self.linked.is_paid;
        self.head
    }
}

/// A value without the space around it, if that leaves something.
fn given(value: Option<&str>) -> Option<String> {
    value.map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned)
}

/// The longest byline, in characters: longer ones are portraits of the author.
const LONGEST_BYLINE: usize = 100;

/// Whether an element is not shown, as far as its attributes tell.
fn is_hidden(element: &Element) -> bool {
    let attr = |name| element.attr(name).unwrap_or_default();
    // React streams parts of a page in hidden elements of this name and shows them once they are there.
    let is_streamed = || attr("id").starts_with("S:");
    let hidden_by_rule = |rule: &str| {
        let mut sides = rule.split(':').map(str::trim);
        matches!((sides.next(), sides.next()), (Some("display"), Some("none")) | (Some("visibility"), Some("hidden")))
    };
    let waits_for_script =
        element.name() == "dialog" && element.attr("open").is_none() || element.attr("popover").is_some();
    waits_for_script
        || attr("aria-hidden") == "true"
        || element.attr("hidden").is_some_and(|value| value != "until-found") && !is_streamed()
        || attr("style").split(';').any(hidden_by_rule)
}

fn facts(element: &Element, is_inline: bool) -> ElementFacts<'_> {
    let attr = |name| element.attr(name).unwrap_or_default();
    ElementFacts {
        name: element.name(),
        class: attr("class"),
        id: attr("id"),
        role: attr("role"),
        itemprop: attr("itemprop"),
        is_inline,
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;

    const STORY: &str =
        "<html lang=en-GB><title>Site</title><body><nav><a href=/>Home and everything else there is</a></nav>
        <article><header><h1>Rain in Riga</h1><p>Nobody had seen so much of it in all these years.</p></header>
        <p>It rained in Riga on Monday, and the river rose by two metres within a few hours.</p>
        <div class='related-links'><p>Read about the rain of last year in our long and well-kept archive.</p></div>
        <h2>What came next</h2><p>The mayor closed the bridge.<br><br>Nobody was hurt, she said on the evening.</p>
        <figure><figcaption>The river at noon, seen from the bridge by our photographer.</figcaption></figure>
        <p>By Jane Doe</p><h2>More stories</h2></article><p hidden>Hidden text that nobody should ever get to see.</p>
        <div popover>A crown is worth about ninety cents this week, and the council counts in crowns.</div>";

    #[test]
    fn the_article_is_found_and_nothing_else() {
        let article = Article::from_html(STORY).unwrap_or_default();
        let paragraphs: Vec<_> =
            article.paragraphs().iter().map(|p| (p.kind.name(), p.span.of(article.text()))).collect();
        assert_eq!(
            paragraphs,
            [
                ("paragraph", "It rained in Riga on Monday, and the river rose by two metres within a few hours."),
                ("subhead", "What came next"),
                ("paragraph", "The mayor closed the bridge."),
                ("paragraph", "Nobody was hurt, she said on the evening."),
            ]
        );
        assert_eq!(article.headline(), Some("Rain in Riga"));
        assert_eq!(article.standfirst(), Some("Nobody had seen so much of it in all these years."));
        assert_eq!(article.language(), Some("en-GB"));
    }

    #[test]
    fn a_paragraph_that_ends_as_no_sentence_is_a_subhead_where_the_others_do() {
        let body = "<p>It rained in Riga on Monday, and the river rose by two metres within a few hours.</p>
            <p>A long day on the bridge</p><p>The mayor, Anna Berg, closed it on Monday evening for all who wanted to cross.</p>";
        let kinds = |html: &str| -> Vec<_> {
            Article::from_html(html).unwrap_or_default().paragraphs().iter().map(|p| p.kind.name()).collect()
        };
        let page = format!("<article><h1>Rain in Riga</h1>{body}</article>");
        assert_eq!(kinds(&page), ["paragraph", "subhead", "paragraph"]);
        assert_eq!(kinds(&page.replace('.', "")), ["paragraph"; 3]);
    }

    #[test]
    fn a_page_without_an_article_is_an_error() {
        let code = |html: &str| Article::from_html(html).err().map(|e| e.code());
        assert_eq!(code(""), Some("empty"));
        assert_eq!(code("<nav><a href=/>Home</a></nav><h1>Only a headline</h1>"), Some("no-article"));
    }

    #[test]
    fn deep_nesting_is_no_danger() {
        let deep =
            format!("{}<p>It rained in Riga on Monday, and the river rose by two metres.</p>", "<span>".repeat(20_000));
        assert!(Article::from_html(&deep).is_ok());
    }
}
