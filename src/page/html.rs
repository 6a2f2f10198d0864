//! The HTML walker: HTML text → [`Page`], on the html5ever parser. Native only.

use crate::page::block::{ElementFacts, Page, PageBuilder};
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

/// Parses a page and walks it. Broken markup is mended as browsers mend it.
pub(super) fn walk(html: &str) -> Page {
    let document = Html::parse_document(html);
    let mut builder = PageBuilder::default();
    let mut head = Head::default();
    let mut passed_over = None;
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
                    Node::Element(element) if !builder.open(facts(element)) => passed_over = Some(node.id()),
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
    builder.describe(head.title.or(head.title_element), head.language);
    builder.finish()
}

/// What the head of the page says.
#[derive(Default)]
struct Head {
    title: Option<String>,
    title_element: Option<String>,
    language: Option<String>,
}

impl Head {
    fn read(&mut self, element: &Element, text: impl Fn() -> String) {
        match element.name() {
            "html" => self.language = element.attr("lang").map(str::to_owned),
            "title" if self.title_element.is_none() => self.title_element = Some(text().trim().to_owned()),
            "meta" if element.attr("property") == Some("og:title") => {
                self.title = element.attr("content").map(|c| c.trim().to_owned());
            }
            _ => {}
        }
    }
}

fn facts(element: &Element) -> ElementFacts<'_> {
    let attr = |name| element.attr(name).unwrap_or_default();
    let style = attr("style");
    let hidden = element.attr("hidden").is_some_and(|value| value != "until-found")
        || attr("aria-hidden") == "true"
        || style.split(';').any(|rule| {
            let mut sides = rule.split(':').map(str::trim);
            matches!(
                (sides.next(), sides.next()),
                (Some("display"), Some("none")) | (Some("visibility"), Some("hidden"))
            )
        });
    ElementFacts {
        name: element.name(),
        class: attr("class"),
        id: attr("id"),
        role: attr("role"),
        itemprop: attr("itemprop"),
        hidden,
    }
}

#[cfg(test)]
mod tests {
    use crate::page::article::Article;

    const STORY: &str =
        "<html lang=en-GB><title>Site</title><body><nav><a href=/>Home and everything else there is</a></nav>
        <article><header><h1>Rain in Riga</h1><p>Nobody had seen so much of it in all these years.</p></header>
        <p>It rained in Riga on Monday, and the river rose by two metres within a few hours.</p>
        <div class='related-links'><p>Read about the rain of last year in our long and well-kept archive.</p></div>
        <h2>What came next</h2><p>The mayor closed the bridge.<br><br>Nobody was hurt, she said on the evening.</p>
        <figure><figcaption>The river at noon, seen from the bridge by our photographer.</figcaption></figure>
        <p>By Jane Doe</p><h2>More stories</h2></article><p hidden>Hidden text that nobody should ever get to see.</p>";

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
