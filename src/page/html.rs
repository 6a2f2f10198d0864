//! HTML text → article, on the html5ever parser. Native only.

use crate::article::Article;
use crate::error::{Error, ErrorKind};
use crate::language::identify;
use crate::page::block::{Head, Page};
use crate::page::body::{self, Found};
use crate::page::markup::{self, Hidden};
use crate::page::metadata::imprint::Imprint;
use crate::page::metadata::reader::Metadata;
use crate::page::sight::{self, Reading};
#[cfg(feature = "eval")]
use crate::page::trees::Forest;
use crate::page::{depth, kind, signs_html};
use scraper::Html;

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
    let metadata = Metadata::read(&document);
    let head = metadata.head();
    let mut reading = read_as(&document, &head, Hidden::LeftOut, &find);
    if reading.found.is_err() && !head.is_paid {
        // Scripts may show what the markup hides; a page whose whole story is hidden does so.
        let all = read_as(&document, &head, Hidden::Read, &find);
        if all.found.is_ok() {
            reading = all;
        }
    }
    let Reading { page, found, .. } = reading;
    let signs = signs_html::of_html(&document);
    let guess = |body: &[usize]| kind::guess(&page, body, &signs);
    let Found { article, blocks, headline } = match found {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NoArticle => return Err(Error::no_article_on(guess(&[]))),
        Err(error) => return Err(error),
    };
    if is_binary(article.text()) {
        return Err(Error::no_article());
    }
    let kind = Some(guess(&blocks));
    let language = declared_unless_contradicted(article.language, &article.text);
    let imprint = Imprint::of(&metadata, &page, headline, &blocks);
    Ok(Article { byline: imprint.byline, page: kind, published: imprint.published, language, ..article })
}

/// The language that a page declares, unless its text is plainly in another one.
fn declared_unless_contradicted(declared: Option<String>, text: &str) -> Option<String> {
    let known = declared.as_deref().and_then(identify::of_tag);
    let found = known.map(|known| identify::identify_declared(text, known)).filter(|found| Some(*found) != known);
    found.map(|language| language.code().to_owned()).or(declared)
}

/// What tells the kind of a page, and whether anything on it reads like an article: for `make train-page-kinds`.
#[cfg(feature = "eval")]
#[must_use]
pub fn kind_features(html: &str) -> (Vec<u8>, bool) {
    let document = parse(html);
    let Reading { page, found, .. } =
        read_as(&document, &Metadata::read(&document).head(), Hidden::LeftOut, body::find);
    let body = found.map(|found| found.blocks);
    let signs = signs_html::of_html(&document);
    let row = crate::page::kind_features::measure(&page, body.as_deref().unwrap_or_default(), &signs);
    (row.to_vec(), body.is_ok())
}

/// Parses a page and walks it as it is shown, as far as its markup tells.
#[cfg(feature = "eval")]
pub(crate) fn walk(html: &str) -> Page {
    let document = parse(html);
    read_as(&document, &Metadata::read(&document).head(), Hidden::LeftOut, body::find).page
}

/// Broken markup is mended as browsers mend it.
fn parse(html: &str) -> Html {
    Html::parse_document(&depth::limit(html))
}

fn read_as(document: &Html, head: &Head, hidden: Hidden, find: impl Fn(&Page) -> Result<Found, Error>) -> Reading {
    let walked = markup::walk(document, hidden);
    let look = |nodes: &[u32]| {
        let sight = |node: &u32| walked.sights.get(*node as usize).copied().unwrap_or_default();
        nodes.iter().map(sight).collect()
    };
    sight::read(&walked.events, head, find, look)
}

/// Whether a text holds more than one control character (or one that could not be decoded) in fifty, as no prose does.
fn is_binary(text: &str) -> bool {
    let is_odd = |c: &char| c.is_control() && !c.is_whitespace() || *c == char::REPLACEMENT_CHARACTER;
    text.chars().filter(is_odd).count() * 50 > text.len()
}

/// The text of every block of a page that may be body, with what the classifier knows of it: for `make train-pages`.
#[cfg(feature = "eval")]
#[must_use]
pub fn block_features(html: &str) -> Vec<(String, Vec<u8>)> {
    body::block_features(&walk(html))
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
    fn the_language_is_the_declared_one_unless_the_text_is_plainly_another() {
        let german = "<html lang=en-GB><article><h1>Regen in Riga</h1><p>In Riga hat es am Montag geregnet, und der Fluss \
            ist in wenigen Stunden um zwei Meter gestiegen.</p><p>Die Brücke wurde am Abend für alle geschlossen, und \
            niemand wurde verletzt, wie die Bürgermeisterin mitteilte.</p></article>";
        let language = |html: &str| Article::from_html(html).unwrap_or_default().language().map(str::to_owned);
        assert_eq!(language(german).as_deref(), Some("de"));
        assert_eq!(language(&german.replace("en-GB", "de-AT")).as_deref(), Some("de-AT"));
        assert_eq!(language(&german.replace("en-GB", "x-own")).as_deref(), Some("x-own"));
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
