//! The article on any page: pages of our own making, one trap each, and pages made to hurt.
//!
//! What is the article is marked in the pages: each of its paragraphs stands between `<!--body-->` and `<!--/body-->`, what
//! of one is not seen between `<!--out-->` and `<!--/out-->`, and what the page draws without a text in `<!--+…-->`.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::print_stderr, reason = "what is not measured is said")]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use nutgraf::Article;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[allow(dead_code, reason = "the tools take the rest")]
#[path = "../tools/pages/measure.rs"]
mod measure;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pages");

fn fixture(name: &str) -> String {
    fs::read_to_string(format!("{FIXTURES}/{name}.html")).expect("a fixture")
}

/// What the page marks as its article.
fn marked(html: &str) -> Vec<String> {
    html.split("<!--body-->")
        .skip(1)
        .map(|rest| text_of(rest.split("<!--/body-->").next().unwrap_or_default()))
        .collect()
}

/// The text between tags, white space folded.
fn text_of(html: &str) -> String {
    let shown: String = html
        .split("<!--out-->")
        .map(|piece| piece.split_once("<!--/out-->").map_or(piece, |(_, shown)| shown))
        .collect::<String>()
        .split("<!--+")
        .enumerate()
        .map(|(at, piece)| if at == 0 { piece.to_owned() } else { piece.replacen("-->", "", 1) })
        .collect();
    let text: String = shown.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn found(html: &str) -> Result<Vec<String>, &'static str> {
    let article = Article::from_html(html).map_err(|e| e.code())?;
    Ok(article.paragraphs().iter().map(|p| p.span.of(article.text()).to_owned()).collect())
}

#[test]
fn every_made_page_gives_its_article_and_nothing_else() {
    let mut wrong = String::new();
    for file in fs::read_dir(FIXTURES).expect("fixtures") {
        let path = file.expect("a fixture").path();
        let html = fs::read_to_string(&path).expect("a page");
        let expected = marked(&html);
        let result = found(&html);
        let is_right = if expected.is_empty() {
            matches!(result, Err("no-article" | "empty"))
        } else {
            result.as_ref() == Ok(&expected)
        };
        if !is_right {
            let _ = writeln!(wrong, "{}\n  expected {expected:#?}\n  found {result:#?}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

const PARAGRAPH: &str = "<p>The harbour council of Port Ellery voted on Tuesday night to close the old north pier.</p>";

#[test]
fn what_a_page_says_of_its_article_is_read() {
    let article = Article::from_html(&fixture("paywall")).expect("an article");
    assert_eq!(article.headline(), Some("Old north pier of Port Ellery to close in June"));
    assert_eq!(article.byline(), Some("Martin Rowe"));
    assert_eq!(article.published(), Some("2026-05-06T07:30:00Z"));
    assert_eq!(article.language(), Some("en"));
    let shown = Article::from_html(&fixture("captions")).expect("an article");
    assert_eq!(shown.byline(), Some("Martin Rowe"));
    assert_eq!(shown.published(), Some("2026-05-06T07:30:00Z"));
}

#[test]
fn very_deep_pages_are_read() {
    for tag in ["div", "span", "b", "section", "blockquote"] {
        let open = format!("<{tag}>").repeat(100_000);
        let close = format!("</{tag}>").repeat(100_000);
        let paragraph = PARAGRAPH.repeat(3);
        assert!(found(&format!("<body>{open}{paragraph}{close}")).is_ok(), "{tag}");
        assert!(found(&format!("<body><article>{paragraph}{open}{close}</article>")).is_ok(), "{tag}");
    }
}

#[test]
fn very_wide_and_very_large_pages_are_read() {
    let links = "<div class=x><a href=/>Somewhere else on this site</a></div>".repeat(50_000);
    let story: String = marked(&fixture("captions")).iter().map(|text| format!("<p>{text}</p>")).collect();
    let page = format!("<body><nav>{links}</nav><article><h1>Title</h1>{story}</article>{links}");
    assert_eq!(found(&page), Ok(marked(&fixture("captions"))));
    let script = format!("<script>{}</script>", "let data = '<p>A line of a script.</p>';\n".repeat(450_000));
    let large =
        format!("<body>{script}<main><article><h1>Title</h1>{story}</article></main>{}", "<!-- x -->".repeat(200_000));
    assert!(large.len() > 19_000_000);
    assert_eq!(found(&large), Ok(marked(&fixture("captions"))));
}

#[test]
fn a_page_that_is_all_one_article_is_read_as_far_as_the_limit() {
    for (paragraphs, is_cut) in [(500, false), (5_000, false), (210_000, true)] {
        let story: String = (0..paragraphs).map(|n| PARAGRAPH.replace("pier.", &format!("pier {n}."))).collect();
        let page = format!("<body><nav><a href=/>Home</a></nav><article><h1>The piers</h1>{story}</article>");
        let article = Article::from_html(&page).expect("an article");
        assert_eq!(article.is_truncated(), is_cut);
        if is_cut {
            assert!(page.len() > 20_000_000 && article.text().len() > 990_000);
        } else {
            assert_eq!(article.paragraphs().len(), paragraphs);
        }
    }
}

#[test]
fn a_headline_without_its_end_tag_does_not_take_the_story_with_it() {
    for story in [PARAGRAPH.repeat(6), PARAGRAPH.repeat(3).replace("</p>", "")] {
        let page = format!("<body><article><h1>Title of the story{story}</article>");
        assert_eq!(found(&page).map(|paragraphs| paragraphs.len()), Ok(story.matches("<p>").count()));
        assert_eq!(Article::from_html(&page).expect("an article").headline(), Some("Title of the story"));
    }
    let marked_up = format!("<body><article><h1><p>Title of the story</p></h1>{}</article>", PARAGRAPH.repeat(6));
    assert_eq!(Article::from_html(&marked_up).expect("an article").headline(), Some("Title of the story"));
}

#[test]
fn what_is_no_page_has_no_article() {
    let noise: String = (0..200_000_u32).map(|n| char::from(n.wrapping_mul(2_654_435_761).to_be_bytes()[0])).collect();
    assert!(matches!(found(&noise), Err("no-article" | "empty")));
    for nothing in ["", " \n", "<html>", "<!-- nothing -->", "<body><img src=x></body>", "\0\0\0"] {
        assert!(matches!(found(nothing), Err("no-article" | "empty")), "{nothing:?}");
    }
}

#[test]
fn extract_prints_the_article_and_says_when_there_is_none() {
    let run = |name: &str, format: &str| {
        let mut command = assert_cmd::Command::cargo_bin("nutgraf").expect("the binary");
        command.args(["extract", &format!("{FIXTURES}/{name}.html"), "--format", format]).output().expect("to run")
    };
    let text = run("captions", "text");
    let expected = marked(&fixture("captions")).join("\n\n") + "\n";
    assert_eq!(String::from_utf8(text.stdout).expect("UTF-8"), expected);
    let article: serde_json::Value = serde_json::from_slice(&run("list-and-table", "json").stdout).expect("JSON");
    assert_eq!(article["headline"], "Old north pier of Port Ellery to close in June");
    let kinds: Vec<_> = article["paragraphs"].as_array().expect("a list").iter().map(|p| &p["kind"]).collect();
    assert!(kinds.contains(&&"subhead".into()) && kinds.contains(&&"item".into()));
    let none = run("front-page", "json");
    assert_eq!(none.status.code(), Some(3));
    let error: serde_json::Value = serde_json::from_slice(&none.stdout).expect("JSON");
    assert_eq!(error["error"]["code"], "no-article");
    assert_eq!(String::from_utf8(none.stderr).expect("UTF-8").lines().count(), 1);
}

/// Beside the checkout where there are any; they are their publishers', so none is in it.
#[test]
fn development_pages_stay_above_their_floors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages");
    let floors: serde_json::Value = serde_json::from_str(include_str!("fixtures/page_floors.json")).expect("floors");
    for (set, floor) in floors.as_object().expect("an object") {
        let Some(pages) = measure::read_set(&root, set).expect("readable pages") else {
            eprintln!("development pages \"{set}\" are not there ({}): their floors are not held", root.display());
            continue;
        };
        let scores: Vec<_> = pages
            .iter()
            .map(|page| {
                // Whether a page is an article's is measured apart (docs/page-kinds.md).
                let article = Article::from_any_html(&String::from_utf8_lossy(&page.html)).unwrap_or_default();
                measure::PageScore::new(&page.body, article.text())
            })
            .collect();
        let score = measure::SetScore::new(&scores);
        let limit = |name: &str| floor[name].as_f64().expect("a floor");
        assert!(
            score.f1 >= limit("f1") && score.exact >= limit("exact") && score.bad <= limit("bad"),
            "{set}: {score:?}"
        );
    }
}
