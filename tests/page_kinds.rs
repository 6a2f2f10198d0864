//! What pages are taken for: pages of our own making, of every kind and in several languages, other copies than those that
//! the weights were fitted to.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use nutgraf::{Article, ErrorKind, PageGuess, PageKind};
use std::collections::BTreeMap;

#[path = "../tools/page-kinds/made.rs"]
mod made;

use made::{Dress, Made};

/// Copies that `make train-page-kinds` does not make.
const COPIES: std::ops::Range<usize> = 10..12;

fn guess(html: &str) -> PageGuess {
    match Article::from_any_html(html) {
        Ok(article) => article.page(),
        Err(error) => error.page(),
    }
    .expect("every page with text is taken for something")
}

/// The share of pages that are taken for articles.
fn offered<'p>(pages: impl Iterator<Item = &'p Made>) -> f64 {
    let kinds: Vec<bool> = pages.map(|page| guess(&page.html).kind.is_article()).collect();
    kinds.iter().filter(|is| **is).count() as f64 / kinds.len().max(1) as f64
}

fn is_article(page: &Made) -> bool {
    matches!(page.kind, "article" | "opinion" | "live-blog")
}

#[test]
fn articles_are_offered_and_other_pages_are_not() {
    let pages = made::pages(COPIES);
    assert!(pages.iter().filter(|page| !is_article(page)).count() >= 60);
    for dress in Dress::ALL {
        let own = || pages.iter().filter(move |page| page.dress == dress);
        let (articles, others) = (offered(own().filter(|p| is_article(p))), offered(own().filter(|p| !is_article(p))));
        assert!(articles >= 0.99, "{dress:?}: {articles} of the articles");
        // Some pages are articles in all but their use: a policy, a guide of a manual, a long post.
        let most = match dress {
            Dress::Telling => 0.15,
            Dress::Bare => 0.2,
            Dress::Misleading => 0.35,
        };
        assert!(others <= most, "{dress:?}: {others} of the others");
    }
}

#[test]
fn every_kind_is_told_from_the_others() {
    let mut right: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for page in made::pages(COPIES).iter().filter(|page| page.dress == Dress::Telling) {
        let (hits, all) = right.entry(page.kind).or_default();
        *all += 1;
        *hits += usize::from(guess(&page.html).kind.name() == page.kind);
    }
    assert_eq!(right.len(), PageKind::ALL.len());
    for (kind, (hits, all)) in right {
        assert!(hits * 10 >= all * 7, "{kind}: {hits} of {all}");
    }
}

#[test]
fn the_same_number_gives_the_same_page() {
    let html = |pages: Vec<Made>| pages.into_iter().map(|page| page.html).collect::<Vec<_>>();
    assert_eq!(html(made::pages(3..4)), html(made::pages(3..4)));
}

#[test]
fn a_page_that_is_no_article_says_what_it_was_taken_for() {
    let pages = made::pages(COPIES);
    let shop = pages.iter().find(|p| p.name == "woocommerce" && p.dress == Dress::Telling).expect("a template");
    let error = Article::from_html(&shop.html).expect_err("a product");
    assert_eq!((error.kind(), error.page().map(|page| page.kind)), (ErrorKind::NoArticle, Some(PageKind::Product)));
    assert_eq!(error.to_string(), "no article was found: this looks like a product page");
    let article = Article::from_any_html(&shop.html).expect("its description");
    assert!(!article.text().is_empty());
    assert!(article.page().is_some_and(|page| page.kind == PageKind::Product && page.confidence > 0.5));
}

const PARAGRAPHS: &str = "<p>The harbour council of Port Ellery voted on Tuesday night to close the old north pier.</p>
    <p>Engineers who inspected it in March found that a third of its piles had lost most of their strength.</p>
    <p>Some 60 fishing boats land their catch there every morning, and the quay has room for half of them.</p>
    <p>Work is to begin in September and to last until the spring of the following year, the mayor said.</p>";

#[test]
fn what_an_article_says_of_itself_makes_it_an_opinion() {
    let page = |head: &str, over: &str| {
        guess(&format!(
            "<html><head>{head}</head><body><article>{over}<h1>The pier must stay</h1>{PARAGRAPHS}</article>"
        ))
        .kind
    };
    assert_eq!(page("", ""), PageKind::Article);
    assert_eq!(page("", "<p>Public opinion</p>"), PageKind::Article);
    for (head, over) in [
        ("<script type='application/ld+json'>{\"@type\": \"OpinionNewsArticle\"}</script>", ""),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleSection\":[\"Politik\",\"Kommentare\"]}</script>",
            "",
        ),
        ("<meta property='article:section' content='Opinión'>", ""),
        ("<link rel=canonical href='https://example.org/opinion/columnists/the-pier-must-stay'>", ""),
        ("<meta property='og:url' content='https://example.org/2026/05/tribuna/the-pier-must-stay.html'>", ""),
        ("", "<div>Opinion</div>"),
        ("", "<h1><a href=/>Varn Courier</a></h1><div>Opinion</div>"),
        ("", "<div>Opinion</div><div>By Jane Doe</div><div>3 May 2026</div>"),
        ("", "<span>社説</span>"),
    ] {
        assert_eq!(page(head, over), PageKind::Opinion, "{head}{over}");
    }
}

#[test]
fn an_article_with_dated_entries_that_says_so_is_a_live_blog() {
    let entries: String =
        (10..20).map(|hour| format!("<section><time>{hour}:30</time>{PARAGRAPHS}</section>")).collect();
    let page =
        |title: &str, entries: &str| guess(&format!("<article><h1>{title}</h1><div>{entries}</div></article>")).kind;
    assert_eq!(page("Live: the vote on the pier", &entries), PageKind::LiveBlog);
    let few: String = entries.split_inclusive("</section>").take(4).collect();
    assert_eq!(page("Live: the vote on the pier", &few), PageKind::LiveBlog);
    assert_eq!(page("Liveticker: Abstimmung über die Mole", &entries), PageKind::LiveBlog);
    assert_eq!(page("Live: the vote on the pier", PARAGRAPHS), PageKind::Article);
}

#[test]
fn where_one_signs_in_or_calls_is_no_article() {
    let sign_in = "<h1>Anmelden</h1><p>Bitte melden Sie sich mit Ihrer Adresse und Ihrem Kennwort an, um auf Ihr Konto \
        zuzugreifen.</p><form><input type=email><input type=password><button>Weiter</button></form><p>Aus Gründen der \
        Sicherheit werden Sie nach zehn Minuten ohne Eingabe wieder abgemeldet.</p>";
    let plumber = "<h1>Plumbing repairs in Ostrand</h1><p>Holt Plumbing has repaired pipes, boilers and bathrooms in \
        Ostrand and the towns around it for more than thirty years.</p><h2>Emergencies</h2><p>A burst pipe does not wait \
        until Monday, so we come at night and at weekends within ninety minutes.</p><p>Our fitters are trained and insured, \
        and every job comes with a written price.</p><p>Call us on <a href='tel:+555123'>555 123</a>.</p>";
    for page in [sign_in, plumber] {
        assert_eq!(guess(&format!("<main>{page}</main>")).kind, PageKind::Service);
        // A story beside which one may sign in or call says who wrote it, or when.
        for said in ["<time>7:30</time>", "<p>3 May 2026</p>", "<a rel=author href=/jane>Jane Doe</a>"] {
            let story = format!("<article><h1>The pier must stay</h1>{said}{PARAGRAPHS}</article>");
            assert_eq!(
                guess(&format!("<main>{story}<a href='tel:1'>1</a><input type=password></main>")).kind,
                PageKind::Article
            );
        }
    }
}
