//! Who wrote the story.
//!
//! Precedence: JSON-LD; `meta`; elements that mark an author near the headline (`itemprop`, `rel`, class); a line there
//! that begins as bylines do; such elements anywhere else; a line between headline and story that is a person's name with a
//! date in it or beside it; such a line behind the story. The first that gives a full name
//! counts, unless the page shows near the headline, in such a line, the same names and more. Single words ("Reuters") count
//! where no source has a full name; the site as its own author where there is no other.

use super::dates;
use super::names;
use super::reader::{Around, Mark, Marks, Metadata};
use super::titles::key;
use crate::text::punctuation::ends_as_sentence;

/// Names of `meta` elements that say who wrote the page, best first.
const METAS: [&str; 11] = [
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "article:author",
    "article.author",
    "author",
    "og:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
];
/// A list of more names near the headline than so many for each that the page names for machines is one of others.
const MORE_NAMES: usize = 4;

/// The names, in order.
pub(super) fn find(page: &Metadata, around: &Around<'_>) -> Vec<String> {
    let said = &page.said;
    let domain = page.address.as_deref().and_then(|a| a.split("://").nth(1)?.split('/').next()).unwrap_or_default();
    let nobody: Vec<String> = [page.site(), said.publisher.as_deref(), Some(domain), domain.split('.').rev().nth(1)]
        .into_iter()
        .flatten()
        .map(key)
        .filter(|name| !name.is_empty())
        .collect();
    let of_lines = |lines: &mut dyn Iterator<Item = &str>, nobody: &[String], is_given: bool| {
        let mut all: Vec<String> = Vec::new();
        for name in lines.flat_map(|line| names::of_line(line, nobody, is_given)) {
            if !all.iter().any(|known| key(known) == key(&name)) {
                all.push(name);
            }
        }
        all
    };
    let of_marks = |is: &dyn Fn(&&Mark) -> bool| {
        let marks = page.marks.iter().filter(|mark| mark.marks == Marks::Author).filter(is);
        of_lines(&mut marks.map(|mark| mark.value.as_deref().unwrap_or(&mark.text)), &nobody, false)
    };
    let is_byline = |line: &&str| names::begins_byline(line) && !ends_as_sentence(line);
    let of_meta = |name: &str, nobody: &[String]| {
        let turned: Vec<String> = page
            .metas(&[name])
            .map(|content| if name == "citation_author" { turned(content) } else { content.to_owned() })
            .collect();
        of_lines(&mut turned.iter().map(String::as_str), nobody, true)
    };
    let linked = |nobody: &[String]| of_lines(&mut said.authors.iter().map(String::as_str), nobody, true);
    let metas = |nobody: &[String]| {
        METAS.iter().map(|name| of_meta(name, nobody)).find(|names| !names.is_empty()).unwrap_or_default()
    };
    let near = of_marks(&|mark| around.is_near(mark));
    let line =
        around.before.iter().find(|l| is_byline(l)).map(|l| names::of_line(l, &nobody, false)).unwrap_or_default();
    let sources = [
        linked(&nobody),
        metas(&nobody),
        near,
        line.clone(),
        of_marks(&|mark| mark.value.is_some() || !around.is_near(mark)).into_iter().take(1).collect(),
        beside_date(&around.below, page.language.as_deref(), &nobody),
        around.behind.iter().find(|l| is_byline(l)).map(|l| names::of_line(l, &nobody, false)).unwrap_or_default(),
        // The site as its own author.
        linked(&[]),
        metas(&[]),
    ];
    let is_full = |names: &&Vec<String>| names.iter().any(|name| names::is_full(name));
    let (own, all) = (&sources[..sources.len() - 2], &sources);
    let chosen = own.iter().find(is_full).or_else(|| all.iter().find(|names| !names.is_empty()));
    let chosen = chosen.cloned().unwrap_or_default();
    let has_all = |shown: &&Vec<String>| {
        let has = |name: &String| shown.iter().any(|other| key(other) == key(name));
        !chosen.is_empty()
            && shown.len() > chosen.len()
            && shown.len() <= chosen.len() * MORE_NAMES
            && chosen.iter().all(has)
    };
    if has_all(&&line) { line } else { chosen }
}

/// The names in a line that has a date, or beside one, if they look like people's.
fn beside_date(lines: &[&str], language: Option<&str>, nobody: &[String]) -> Vec<String> {
    let is_dated: Vec<bool> = lines.iter().map(|line| dates::in_text(line, language).is_some()).collect();
    let is_near_date = |at: &usize| is_dated[at.saturating_sub(1)..is_dated.len().min(at + 2)].contains(&true);
    let of_line = |at: usize| names::of_line(lines[at], nobody, false);
    let is_people = |names: &Vec<String>| !names.is_empty() && names.iter().all(|name| names::is_of_person(name));
    let found = (0..lines.len()).filter(is_near_date).filter(|at| !ends_as_sentence(lines[*at])).map(of_line);
    found.into_iter().find(is_people).unwrap_or_default()
}

/// "Doe, Jane", as libraries write names, the other way round.
fn turned(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if !first.contains(',') => format!("{first} {last}"),
        _ => name.to_owned(),
    }
}
