//! `nutgraf inject`: the finished summary of a page, put into the page.
//!
//! The summary is made of the page without its `<nut-graf>`, so that a second run gives the same page.

pub(crate) mod arguments;
mod place;

use crate::failure::{Failure, Status};
use crate::html::{self, Finished};
use crate::input::{Kind, Source, article_of_page};
use crate::json_ld::{self, ArticleNode};
use crate::page_files::{self, PageFile};
use crate::source_tree::SourceTree;
use crate::splice::{Edit, Spliced};
use arguments::InjectArguments;
use nutgraf::{Options, Summary};
use place::Place;
use scraper::{ElementRef, Html};
use std::io::Write;

pub(crate) fn run(asked: &InjectArguments, out: &mut impl Write) -> Result<Status, Failure> {
    let pages = page_files::listed(&asked.pages)?;
    if !asked.in_place && (asked.pages.len() > 1 || pages.iter().any(|page| !page.is_named)) {
        return Err(Failure::bad_input("several pages and folders are changed with --in-place alone"));
    }
    page_files::each(&pages, |page| inject(page, asked, out))
}

fn inject(page: &PageFile, asked: &InjectArguments, out: &mut impl Write) -> Result<(), Failure> {
    let before = Spliced::new(page.source.bytes()?)?;
    let after = match injected(&before, page, asked) {
        Ok(after) => after,
        // Folders hold other pages too.
        Err(Failure::Summary(_)) if !page.is_named => return Ok(()),
        Err(failure) => return Err(failure),
    };
    match &page.source {
        Source::File(path) if asked.in_place => {
            if after.as_deref().is_some_and(|after| after != before.bytes()) {
                page_files::replace(path, &after.unwrap_or_default())?;
            }
            Ok(())
        }
        _ => Ok(out.write_all(after.as_deref().unwrap_or(before.bytes()))?),
    }
}

/// The page with its summary; nothing where a page of a folder is too short for one.
fn injected(page: &Spliced, file: &PageFile, asked: &InjectArguments) -> Result<Option<Vec<u8>>, Failure> {
    let tree = SourceTree::parse(page.text());
    let hosts: Vec<ElementRef<'_>> = elements(&tree.html).collect();
    let mut without = Vec::new();
    for host in &hosts {
        let range = tree.whole(*host).ok_or_else(|| Failure::bad_input("has a <nut-graf> without an end tag"))?;
        without.push(Edit { range, with: String::new() });
    }
    let plain = page.edited_text(&without);
    let article = article_of_page(&plain, asked.any_page)?;
    let host = match hosts.as_slice() {
        [] => None,
        [host] => Some(*host),
        _ => return Err(Failure::bad_input(format!("has {} <nut-graf> elements: one is expected", hosts.len()))),
    };
    let options = asked.options(host);
    let summary = nutgraf::summarize(&article, &options)?;
    if !file.is_named && !summary.worthwhile {
        return Ok(None);
    }
    let place = match host {
        Some(host) => Place::of_host(host, &tree)?,
        None => Place::find(&tree, page.text(), article.headline(), &summary, asked)?,
    };
    let hash = html::fingerprint_of(place.article);
    let content = content(page, &tree.html, &plain, summary, &options, &place, hash)?;
    let edits = place.edits(&content, &options, page.line_end());
    check(&page.edited_text(&edits), &place, &tree, hash)?;
    page.edited(&edits).map(Some)
}

/// What stands between the element's tags.
fn content(
    page: &Spliced,
    html: &Html,
    plain: &str,
    summary: Summary,
    options: &Options,
    place: &Place<'_>,
    hash: u32,
) -> Result<String, Failure> {
    let finished = Finished::new(summary.clone(), options, plain, Kind::Html, hash);
    let node = ArticleNode::of_page(html, summary.headline.as_deref());
    let linked = json_ld::of_summary(&summary, finished.language(), &node);
    let indented_line_end = format!("{}{}", page.line_end(), place.indent(page.text()));
    let lines = finished.content(Some(&linked), page.is_unicode())?;
    let lines: String = lines.iter().map(|line| format!("{indented_line_end}{line}")).collect();
    Ok(lines + &indented_line_end)
}

fn elements(page: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    let elements = page.root_element().descendants().filter_map(ElementRef::wrap);
    elements.filter(|element| element.value().name() == "nut-graf")
}

/// Whether the element stands where it is meant to, whole, and its article is as it was: a parser moves what may not
/// stand in a table, and ends a paragraph before a list.
fn check(text: &str, place: &Place<'_>, tree: &SourceTree, hash: u32) -> Result<(), Failure> {
    let after = SourceTree::parse(text);
    let start = |tree: &SourceTree, element: ElementRef<'_>| tree.start_tag(element).map(|tag| tag.range.start);
    let is_placed = |host: ElementRef<'_>| {
        let parent = host.parent().and_then(ElementRef::wrap)?;
        let has_summary = host.child_elements().any(|child| child.value().name() == "details");
        let article = html::article_of(host, &after.html)?;
        let is_same = parent.value().name() == place.parent.value().name()
            && start(&after, parent) == start(tree, place.parent)
            && html::fingerprint_of(article) == hash;
        (has_summary && is_same).then_some(())
    };
    let mut hosts = elements(&after.html);
    hosts.next().and_then(is_placed).filter(|()| hosts.next().is_none()).ok_or_else(|| {
        Failure::bad_input("a <nut-graf> with a list in it cannot stand there: choose another place with --at")
    })
}
