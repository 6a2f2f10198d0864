//! What stands in a page when it is published: `nutgraf inject` writes it, `nutgraf verify` proves it.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;

const PAGES: usize = 50;
const TAMPERED: usize = 1000;

fn nutgraf(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    Command::cargo_bin("nutgraf").expect("the binary").args(arguments).write_stdin(input).output().expect("to run")
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn assert_refused(output: &Output, status: i32, says: &str) {
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{error}");
    assert!(error.lines().count() == 1 && error.contains(says), "{error}");
}

/// Numbers that are the same in each run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const WHO: [&str; 16] = [
    "The council of Ostrand",
    "Mayor Holt",
    "The harbour authority",
    "A court in Velm",
    "Farmers from Brenn",
    "The teachers' union",
    "Police in Karsk",
    "Doctors at the clinic",
    "A group of students",
    "The railway company",
    "Minister Lund",
    "Voters in Tolna",
    "An inquiry by engineers",
    "The museum's director",
    "Shop owners",
    "The regional bank",
];
const WHAT: [&str; 6] = ["approved", "rejected", "postponed", "reviewed", "defended", "published"];
const WHICH: [&str; 16] = [
    "the plan for a bridge",
    "a budget for schools",
    "the new ferry timetable",
    "an appeal by fishermen",
    "subsidies for wheat",
    "a rise in salaries",
    "evidence of smuggling",
    "vaccines for children",
    "the occupation of a library",
    "tickets without seats",
    "a tax on sugar",
    "ballots from abroad",
    "cracks in the dam",
    "paintings by Orlova",
    "a ban on cars",
    "loans to builders",
];
const WHY: [&str; 11] = [
    "because costs had risen",
    "after weeks of protest",
    "although experts objected",
    "before the holidays began",
    "while snow closed the roads",
    "despite a warning from lawyers",
    "to the surprise of investors",
    "with a majority of one",
    "without naming a date",
    "under pressure from neighbours",
    "in a session that lasted all night",
];

/// A page with a story of sixteen sentences that no other page has.
fn page(number: usize) -> String {
    let mut numbers = Numbers(number as u64);
    let mut story = String::new();
    for paragraph in 0..8 {
        let mut sentence = |at: usize| {
            let who = WHO[(2 * paragraph + at) % WHO.len()];
            let what = numbers.of(&WHAT);
            let which = WHICH[(2 * paragraph + at + number) % WHICH.len()];
            let why = WHY[(2 * paragraph + at + number / 16) % WHY.len()];
            format!("{who} {what} {which} worth {} million crowns {why}.", 100 * number + 10 * paragraph + at)
        };
        story += &format!("      <p>{} {}</p>\n", sentence(0), sentence(1));
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n  <head><title>Decision {number} on the bridge of Ostrand</title></head>\n  \
         <body>\n    <article>\n      <h1>Decision {number} on the bridge of Ostrand</h1>\n      \
         <p class=\"byline\">By Ann Holt</p>\n{story}    </article>\n  </body>\n</html>\n"
    )
}

/// The element of a page, and what is around it.
fn parts(page: &str) -> (&str, &str, &str) {
    let start = page.find("<nut-graf").expect("an element");
    let end = page.find("</nut-graf>").expect("its end") + "</nut-graf>".len();
    (&page[..start], &page[start..end], &page[end..])
}

fn script<'p>(page: &'p str, kind: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("<script type=\"{kind}\">")).expect("a script");
    rest.split_once("</script>").expect("its end").0
}

fn items(page: &str) -> Vec<&str> {
    page.split("<li>").skip(1).map(|rest| rest.split_once("</li>").expect("its end").0).collect()
}

#[test]
fn a_page_gets_its_summary_and_keeps_the_rest_of_its_bytes() {
    let page = page(7);
    let once = printed(&nutgraf(&["inject", "-"], page.as_str()));
    let (before, element, behind) = parts(&once);
    assert_eq!(before.trim_end().to_owned() + behind, page);
    assert!(before.trim_end().ends_with("<p class=\"byline\">By Ann Holt</p>"));
    assert_eq!(printed(&nutgraf(&["inject", "-"], once.as_str())), once);
    let data: Value = serde_json::from_str(script(element, "application/json")).expect("JSON");
    let linked: Value = serde_json::from_str(script(element, "application/ld+json")).expect("JSON-LD");
    let sentences = data["summary"]["sentences"].as_array().expect("sentences");
    let texts: Vec<&str> = sentences.iter().filter_map(|sentence| sentence["text"].as_str()).collect();
    assert_eq!(texts, items(element));
    assert_eq!(texts.len(), 3);
    assert_eq!(linked["@type"], "NewsArticle");
    assert_eq!(linked["abstract"], texts.join(" "));
    assert_eq!(linked["headline"], "Decision 7 on the bridge of Ostrand");
    assert_eq!(linked["speakable"]["cssSelector"][0], "nut-graf [dir=auto]");
    // The kind of a page is told by all that is in it.
    let extracted = |page: &str| {
        let printed = printed(&nutgraf(&["extract", "-", "--format", "json"], page));
        let mut article: Value = serde_json::from_str(&printed).expect("JSON");
        article.as_object_mut().expect("an object").remove("confidence");
        article
    };
    assert_eq!(extracted(&once), extracted(&page));
    assert_eq!(printed(&nutgraf(&["verify", "-"], once)), "standard input: all 3 sentences stand in the article\n");
}

#[test]
fn every_type_is_proven_and_is_not_changed_by_a_second_run() {
    for kind in ["key-points", "tldr", "teaser", "headline"] {
        for length in ["short", "long"] {
            let once = printed(&nutgraf(&["inject", "-", "--type", kind, "--length", length], page(3)));
            assert!(once.contains(&format!("<nut-graf type=\"{kind}\" length=\"{length}\">")));
            assert_eq!(printed(&nutgraf(&["inject", "-"], once.as_str())), once, "{kind}");
            printed(&nutgraf(&["verify", "-"], once));
        }
    }
}

#[test]
fn an_element_of_the_page_is_filled_where_it_stands() {
    let own = "<nut-graf id=mine length=\"medium\"></nut-graf>";
    let with = page(2).replace("    </article>", &format!("{own}\r\n    </article>"));
    let filled = printed(&nutgraf(&["inject", "-"], with.as_str()));
    let (before, element, behind) = parts(&filled);
    assert_eq!(format!("{before}{own}{behind}"), with);
    assert!(element.starts_with("<nut-graf id=mine length=\"medium\">"));
    assert_eq!(items(element).len(), 5);
    let said_otherwise = printed(&nutgraf(&["inject", "-", "--type", "tldr"], filled.as_str()));
    assert!(said_otherwise.contains("<nut-graf id=\"mine\" type=\"tldr\" length=\"medium\">"));
    assert_refused(&nutgraf(&["inject", "-"], with.replace(own, &own.repeat(2))), 2, "has 2 <nut-graf> elements");
    assert_refused(&nutgraf(&["inject", "-"], with.replace("</nut-graf>", "")), 2, "without an end tag");
    assert_refused(&nutgraf(&["inject", "-"], with.replace("id=mine", "for=none")), 2, "names no element");
    let in_a_paragraph = with.replace(own, &format!("<p>{own}</p>"));
    assert_refused(&nutgraf(&["inject", "-"], in_a_paragraph), 2, "cannot stand there");
}

#[test]
fn the_place_may_be_said() {
    let page = page(4);
    for (position, before) in
        [("before", "<body>"), ("prepend", "<article>"), ("append", "</p>"), ("after", "</article>")]
    {
        let arguments = ["inject", "-", "--at", "article", "--position", position];
        let once = printed(&nutgraf(&arguments, page.as_str()));
        assert!(parts(&once).0.trim_end().ends_with(before), "{position}");
        assert_eq!(printed(&nutgraf(&["inject", "-"], once.as_str())), once, "{position}");
        printed(&nutgraf(&["verify", "-"], once));
    }
    assert_refused(&nutgraf(&["inject", "-", "--at", "#none"], page.as_str()), 2, "nothing that --at selects");
    assert_refused(&nutgraf(&["inject", "-", "--at", "a["], page.as_str()), 2, "no CSS selector");
}

#[test]
fn encodings_and_line_ends_stay() {
    let page = page(5).replace("crowns", "crowns — “more” —").replace('\n', "\r\n");
    let declared = page.replace("<head>", "<head><meta charset=windows-1252>");
    let mut bytes = Vec::new();
    for c in declared.chars() {
        bytes.push(match c {
            '—' => 0x97,
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(c).expect("ASCII"),
        });
    }
    let once = nutgraf(&["inject", "-"], bytes.clone()).stdout;
    let at = once.windows(9).position(|window| window == b"<nut-graf").expect("an element");
    let end = once.windows(11).position(|window| window == b"</nut-graf>").expect("its end") + 11;
    assert_eq!([once[..at].trim_ascii_end(), &once[end..]].concat(), bytes);
    assert!(once[at..end].split(|byte| *byte == b'\n').rev().skip(1).all(|line| line.ends_with(b"\r")));
    assert!(once[at..end].windows(11).any(|window| window == b"crowns \x97 \x93m"));
    assert!(once[at..end].windows(6).any(|window| window == b"\\u2014"));
    assert_eq!(nutgraf(&["inject", "-"], once.clone()).stdout, once);
    printed(&nutgraf(&["verify", "-"], once));
}

#[test]
fn of_a_folder_articles_are_taken_and_of_files_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let text = |path: &Path| path.to_str().expect("Unicode").to_owned();
    fs::create_dir(path("news")).expect("to make a folder");
    fs::write(path("news/one.html"), page(1)).expect("to write");
    let list = "<!DOCTYPE html><title>All</title><ul><li><a href=news/one.html>One</a></ul>";
    fs::write(path("index.html"), list).expect("to write");
    fs::write(path("notes.txt"), "none").expect("to write");
    let all = text(folder.path());
    assert_refused(&nutgraf(&["inject", &all], ""), 2, "--in-place");
    assert!(printed(&nutgraf(&["inject", "--in-place", &all], "")).is_empty());
    assert_eq!(fs::read_to_string(path("index.html")).expect("text"), list);
    assert!(fs::read_to_string(path("news/one.html")).expect("text").contains("<nut-graf"));
    let written = |name| fs::metadata(path(name)).and_then(|about| about.modified()).expect("a time");
    let before = written("news/one.html");
    printed(&nutgraf(&["inject", "--in-place", &all], ""));
    assert_eq!(written("news/one.html"), before);
    assert_eq!(printed(&nutgraf(&["verify", &all], "")).lines().count(), 1);
    let index = text(&path("index.html"));
    assert_eq!(nutgraf(&["inject", "--in-place", &index], "").status.code(), Some(3));
    assert_refused(&nutgraf(&["verify", &index], ""), 1, "has no published summary");
    assert_refused(&nutgraf(&["verify", &text(&path("none.html"))], ""), 2, "cannot be read");
}

/// A sentence with one letter changed.
fn with_other_letter(sentence: &str, numbers: &mut Numbers) -> String {
    let letters: Vec<usize> =
        sentence.char_indices().filter(|(_, c)| c.is_ascii_lowercase()).map(|(at, _)| at).collect();
    let at = letters[numbers.below(letters.len())];
    let other = if &sentence[at..=at] == "x" { "y" } else { "x" };
    format!("{}{other}{}", &sentence[..at], &sentence[at + 1..])
}

fn without_a_word(sentence: &str, numbers: &mut Numbers) -> String {
    let mut words: Vec<&str> = sentence.split(' ').collect();
    words.remove(numbers.below(words.len()));
    words.join(" ")
}

/// The first half of one sentence and the second half of another.
fn joined(one: &str, other: &str) -> String {
    let middle = |words: &[&str]| words.len() / 2;
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    [&one[..middle(&one)], &other[middle(&other)..]].concat().join(" ")
}

/// The page with something of its summary changed, in one of several ways.
fn tampered(page: &str, other: &str, way: usize, numbers: &mut Numbers) -> String {
    let (before, element, behind) = parts(page);
    let list = items(element);
    let at = numbers.below(list.len());
    let item = list[at];
    let shown = |with: &str| element.replace(&format!("<li>{item}</li>"), &format!("<li>{with}</li>"));
    let everywhere = |with: &str| element.replace(item, with);
    let within =
        |kind: &str, with: &str| element.replace(script(element, kind), &script(element, kind).replace(item, with));
    let element = match way {
        0 => shown(&with_other_letter(item, numbers)),
        1 => everywhere(&with_other_letter(item, numbers)),
        2 => shown(&without_a_word(item, numbers)),
        3 => everywhere(&without_a_word(item, numbers)),
        4 => shown(items(other)[at % items(other).len()]),
        5 => everywhere(items(other)[at % items(other).len()]),
        6 => shown(&joined(item, list[(at + 1) % list.len()])),
        7 => everywhere(&joined(item, list[(at + 1) % list.len()])),
        8 => element.replacen("\"hash\":", &format!("\"hash\":{}", 1 + numbers.below(9)), 1),
        9 => within("application/ld+json", &with_other_letter(item, numbers)),
        10 => within("application/ld+json", &without_a_word(item, numbers)),
        11 => within("application/json", &with_other_letter(item, numbers)),
        12 => element.replace("</ul>", &format!("<li>{}</li></ul>", items(other)[at % items(other).len()])),
        13 => element.replace("</details>", &format!("<p>{}</p></details>", with_other_letter(item, numbers))),
        // The article is corrected, and its summary is not.
        14 => {
            return format!("{before}{element}{}", behind.replace(item, &with_other_letter(item, numbers)));
        }
        _ => shown(list[(at + 1) % list.len()]),
    };
    format!("{before}{element}{behind}")
}

#[test]
fn a_thousand_tampered_pages_are_all_caught() {
    const WAYS: usize = 16;
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: String| folder.path().join(name);
    for number in 0..PAGES {
        fs::write(path(format!("{number:04}.html")), page(number)).expect("to write");
    }
    let all = folder.path().to_str().expect("Unicode");
    printed(&nutgraf(&["inject", "--in-place", all], ""));
    assert_eq!(printed(&nutgraf(&["verify", all], "")).lines().count(), PAGES);
    let pages: Vec<String> =
        (0..PAGES).map(|number| fs::read_to_string(path(format!("{number:04}.html"))).expect("a page")).collect();
    let mut numbers = Numbers(18);
    for number in 0..TAMPERED {
        let (page, other) = (&pages[number % PAGES], &pages[(number + 1) % PAGES]);
        let changed = tampered(page, other, number % WAYS, &mut numbers);
        assert_ne!(&changed, page, "way {}", number % WAYS);
        fs::write(path(format!("{number:04}.html")), changed).expect("to write");
    }
    let output = nutgraf(&["verify", all], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let errors = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(errors.lines().count(), TAMPERED);
    for (number, line) in errors.lines().enumerate() {
        assert!(line.contains(&format!("{number:04}.html: ")), "way {}: {line}", number % WAYS);
    }
}
