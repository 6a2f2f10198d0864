//! Headline, byline and date of pages: what is said for machines, and what readers see.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use nutgraf::Article;

const TITLE: &str = "Ostrand closes its swimming hall for two years";
const STORY: &str = "<p>The town council of Ostrand voted on Tuesday to close the old swimming hall for two years.</p>\
    <p>The work will cost 14 million crowns, of which the state pays a third and a fund another quarter.</p>\
    <p>Swimmers will be taken by bus to the pool in neighbouring Varn, where the town has rented four lanes.</p>";

fn read(head: &str, body: &str) -> Article<'static> {
    Article::from_html(&format!("<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>"))
        .expect("an article")
}

#[test]
fn the_headline_is_neither_the_sites_name_nor_a_section_nor_a_count() {
    let plain = format!("<title>{TITLE} - Varn Courier</title>");
    let first = format!("<title>Varn Courier | {TITLE}</title>");
    let short = format!("<title>{TITLE}</title>");
    let shared = format!("<title>Pool closes | Varn Courier</title><meta property='og:title' content='{TITLE}'>");
    let site = "<title>Varn Courier</title><meta property=og:site_name content='Varn Courier'>".to_owned();
    let logo = "<header><h1 class=logo><a href=/>Varn Courier</a></h1></header>";
    let bodies = [
        format!("{logo}<main><article><h2>{TITLE}</h2>{STORY}</article></main>"),
        format!("<article><h1>News</h1><h2>{TITLE}</h2>{STORY}</article>"),
        format!("<article><h1>Varn Courier</h1><h3>{TITLE}</h3>{STORY}</article>"),
        format!("<article><h1>{TITLE}</h1>{STORY}</article><footer><h1>Varn Courier</h1></footer>"),
        format!("{logo}<article><h1>{TITLE}</h1>{STORY}<h1>More news</h1></article>"),
    ];
    for head in [&plain, &first, &short, &shared, &site] {
        for body in &bodies {
            assert_eq!(read(head, body).headline(), Some(TITLE), "{head} {body}");
        }
    }
    for head in [&plain, &first, &short, &shared] {
        for body in [
            format!("<article><div class=title>{TITLE}</div>{STORY}</article><h1>Varn Courier</h1>"),
            format!("<article><p>{TITLE}</p>{STORY}</article>"),
            format!("<article><h1>{TITLE}<span class=comments-count> 14 comments</span></h1>{STORY}</article>"),
            format!("<article><h1>{TITLE} (3)</h1>{STORY}</article>"),
            format!("<article><h1><span>Town hall news</span> <span>{TITLE}</span></h1>{STORY}</article>"),
            format!("<article><h2>Related links</h2>{STORY}</article>"),
            format!("<article>{STORY}</article>"),
        ] {
            let article = read(head, &body);
            assert_eq!(article.headline(), Some(TITLE), "{head} {body}");
            assert!(!article.text().contains(TITLE));
        }
    }
}

#[test]
fn a_headline_of_its_own_stands_though_the_page_is_called_otherwise() {
    let head = "<title>Pool closing in Ostrand: all there is to know | Varn Courier</title>";
    for (heading, headline) in [
        (format!("<h1>{TITLE}</h1>"), TITLE),
        (format!("<h1>{TITLE}: what is next</h1>"), "Ostrand closes its swimming hall for two years: what is next"),
        ("<h1>Kenya: Nairobi from below</h1>".to_owned(), "Kenya: Nairobi from below"),
        ("<h1>市議会は火曜日、プールを閉鎖</h1>".to_owned(), "市議会は火曜日、プールを閉鎖"),
    ] {
        assert_eq!(read(head, &format!("<article>{heading}{STORY}</article>")).headline(), Some(headline));
    }
}

#[test]
fn a_headline_keeps_the_word_that_its_title_lacks() {
    let heading = "<h1>No deal on the water of Harnby</h1>";
    let article = read("<title>Deal on the water of Harnby</title>", &format!("<article>{heading}{STORY}</article>"));
    assert_eq!(article.headline(), Some("No deal on the water of Harnby"));
}

#[test]
fn bylines_are_read_where_pages_have_them() {
    for (head, line, expected) in [
        (
            r#"<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Jane Doe"}}</script>"#,
            "",
            "Jane Doe",
        ),
        (
            r#"<script type="application/ld+json">{"@type": "NewsArticle", "author": ["Jane Doe", "John Roe"]}</script>"#,
            "",
            "Jane Doe, John Roe",
        ),
        // What is no name does not keep one from being seen.
        (
            r#"<script type="application/ld+json">{"@type": "NewsArticle", "author": "admin"}</script>"#,
            "<p>By Jane Doe</p>",
            "Jane Doe",
        ),
        (
            r#"<script type="application/ld+json">{"@type": "NewsArticle", "author": "Jane Doe"}</script>"#,
            "<p>By Jane Doe and John Roe</p>",
            "Jane Doe, John Roe",
        ),
        ("<meta name=author content='By Jane Doe, Reporter'>", "", "Jane Doe"),
        (
            "<meta name=article:author content='https://v.example/jane'><meta name=author content='Jane Doe'>",
            "",
            "Jane Doe",
        ),
        (
            "<meta name=citation_author content='Doe, Jane'><meta name=citation_author content='Roe, John'>",
            "",
            "Jane Doe, John Roe",
        ),
        ("<meta name=author content='Reuters'>", "", "Reuters"),
        ("", "<p>By <a rel=author href=/jane>Jane Doe</a></p>", "Jane Doe"),
        (
            "",
            "<div itemprop=author itemscope><span itemprop=name>Jane Doe</span> <span>Reporter</span></div>",
            "Jane Doe",
        ),
        (
            "",
            "<div class=article-byline><span>By</span> <span class=author-name>Jane Doe</span><time>6 May 2026</time></div>",
            "Jane Doe",
        ),
        ("", "<p>Von Anna Berg und Jo Lang</p>", "Anna Berg, Jo Lang"),
        ("", "<p>Par Anne Dupont</p>", "Anne Dupont"),
        ("", "<p>作者：王小明</p>", "王小明"),
        (
            "<meta property=og:site_name content='Varn Courier'><meta name=author content='Varn Courier'>",
            "<p>By Jane Doe</p>",
            "Jane Doe",
        ),
    ] {
        let article = read(head, &format!("<article><h1>{TITLE}</h1>{line}{STORY}</article>"));
        assert_eq!(article.byline(), Some(expected), "{head} {line}");
    }
    let comments = "<section class=comments><p class=author>Rude Reader</p></section>";
    let article =
        read("", &format!("<article><h1>{TITLE}</h1>{STORY}</article><aside><p>By Jane Doe</p></aside>{comments}"));
    assert_eq!(article.byline(), None);
}

#[test]
fn dates_are_read_where_pages_have_them() {
    for (head, line, expected) in [
        (
            r#"<script type="application/ld+json">{"@type": "LiveBlogPosting", "datePublished": "2026-05-06T07:30:00Z"}</script>"#,
            "",
            "2026-05-06T07:30:00Z",
        ),
        ("<meta property=article:published_time content='2026-05-06T07:30:00+0200'>", "", "2026-05-06T07:30:00+02:00"),
        ("<meta name=parsely-pub-date content='May 6, 2026'>", "", "2026-05-06"),
        ("<meta name=DC.date.issued content=2026-05-06>", "", "2026-05-06"),
        ("", "<meta itemprop=datePublished content=2026-05-06>", "2026-05-06"),
        ("", "<time datetime=2026-05-06T07:30>this morning</time>", "2026-05-06T07:30"),
        ("", "<p>Updated 8 May 2026 | Published 6 May 2026</p>", "2026-05-06"),
        ("", "<p>Wednesday, May 6, 2026, 7:30 am</p>", "2026-05-06"),
        ("", "<p>6. Mai 2026, 7:30 Uhr</p>", "2026-05-06"),
        ("", "<p>2026年5月6日</p>", "2026-05-06"),
        ("<link rel=canonical href=https://v.example/2026/05/06/hall>", "", "2026-05-06"),
        (
            "<meta property=article:modified_time content=2026-05-08><meta name=date content=2026-05-06>",
            "",
            "2026-05-06",
        ),
        // Where nothing else is said.
        ("<meta property=article:modified_time content=2026-05-08>", "", "2026-05-08"),
    ] {
        let article = read(head, &format!("<article><h1>{TITLE}</h1>{line}{STORY}</article>"));
        assert_eq!(article.published(), Some(expected), "{head} {line}");
    }
    let elsewhere = "<section class=related-stories><time datetime=2020-01-01>old</time></section>";
    let article = read("", &format!("<article><h1>{TITLE}</h1>{STORY}</article>{elsewhere}"));
    assert_eq!(article.published(), None);
}

/// Of each language: its code, a standfirst, a byline line with a date, one of the author alone, the author.
const OPENINGS: [(&str, &str, &str, &str, &str); 6] = [
    (
        "en",
        "The roof leaks and the pumps are forty years old. Swimmers will go to neighbouring Varn.",
        "By Jane Doe · 3 May 2026",
        "Jane Doe",
        "Jane Doe",
    ),
    (
        "de",
        "Das Dach ist undicht, und die Pumpen sind alt. Geschwommen wird im benachbarten Varn.",
        "Von Anna Lind, 3. Mai 2026, 7:30 Uhr",
        "Anna Lind",
        "Anna Lind",
    ),
    (
        "fr",
        "Le toit fuit et les pompes ont quarante ans. Les nageurs iront à Varn, la ville voisine.",
        "Par Anne Dupont — Publié le 3 mai 2026 à 07h30",
        "Anne Dupont",
        "Anne Dupont",
    ),
    (
        "ru",
        "Крыша протекает, а насосам сорок лет. Пловцы будут ездить в соседний Варн.",
        "3 мая 2026, Анна Петрова",
        "Анна Петрова",
        "Анна Петрова",
    ),
    (
        "zh",
        "屋顶漏水，水泵已有四十年历史。施工期间市民将前往邻近的瓦恩市游泳。",
        "来源：奥斯特兰晚报 记者 王小明 2026-05-03 07:30",
        "王小明",
        "王小明",
    ),
    (
        "ja",
        "屋根は雨漏りし、ポンプは四十年前のもの。工事の間、市民は隣のヴァルン市で泳ぐことになる。",
        "2026年5月3日 山田太郎",
        "山田太郎",
        "山田太郎",
    ),
];

#[test]
fn a_paragraph_before_the_byline_is_the_standfirst() {
    for (language, standfirst, line, name, author) in OPENINGS {
        for opening in [
            format!("<p>{standfirst}</p><p>{line}</p>"),
            format!("<div class=lead>{standfirst}</div><div>{line}</div>"),
            format!("<p>{standfirst}</p><div><span>{line}</span></div>"),
            format!("<p>{standfirst}</p><p>{name}</p><p>2026-05-03</p>"),
            format!("<p>{standfirst}</p><div><div>2026-05-03</div><div>{name}</div></div>"),
        ] {
            let html = format!("<html lang={language}><body><article><h1>{TITLE}</h1>{opening}{STORY}</article>");
            let article = Article::from_html(&html).expect("an article");
            assert_eq!(article.standfirst(), Some(standfirst), "{opening}");
            assert_eq!(article.byline(), Some(author), "{opening}");
            assert_eq!(article.published(), Some("2026-05-03"), "{opening}");
            assert_eq!(article.paragraphs().len(), 3, "{opening}");
            assert!(article.text().starts_with("The town council"), "{opening}");
        }
    }
}

#[test]
fn a_first_paragraph_stays_one() {
    let first = "The town council of Varn will decide on Friday whether the hall of Ostrand is worth its price.";
    for between in [
        "<p>From boom to bust</p>",
        "<h2>By Jane Doe</h2>",
        "<p>A long day on the bridge</p>",
        "<p>The mayor, Anna Berg, spoke of it on 3 May 2026.</p>",
        "<figure><figcaption>By Jane Doe, 3 May 2026</figcaption></figure>",
    ] {
        let article = read("", &format!("<article><h1>{TITLE}</h1><p>{first}</p>{between}{STORY}</article>"));
        assert!(article.text().starts_with(first), "{between}");
        assert_eq!(article.standfirst(), None, "{between}");
    }
}

#[test]
fn a_line_beside_a_date_that_names_nobody_is_no_byline() {
    for line in ["New York | 3 May 2026", "Local News · 3 May 2026", "Ostrand, 3 May 2026", "3 May 2026 at 7:30"] {
        let article = read("", &format!("<article><h1>{TITLE}</h1><p>{line}</p>{STORY}</article>"));
        assert_eq!((article.byline(), article.published()), (None, Some("2026-05-03")), "{line}");
    }
}
