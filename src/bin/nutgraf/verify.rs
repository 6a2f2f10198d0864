//! `nutgraf verify`: whether each sentence that is published as the summary of a page stands in its article, word for word.

mod evidence;
mod published;

use crate::failure::{Failure, Status};
use crate::page_files::{self, PageFile};
use crate::splice::Spliced;
use crate::{html, json_ld};
use clap::Args;
use evidence::Evidence;
use nutgraf::{Article, on_one_line};
use published::Published;
use scraper::Html;
use serde_json::Value;
use std::io::Write;

#[derive(Args)]
pub(crate) struct VerifyArguments {
    /// Pages, and folders with pages, of which those are taken that have a summary; - is standard input
    #[arg(value_name = "PAGE", required = true)]
    pub(crate) pages: Vec<String>,
}

/// So many characters of a text are quoted that is not proven.
const QUOTED: usize = 80;

pub(crate) fn run(asked: &VerifyArguments, out: &mut impl Write) -> Result<Status, Failure> {
    let pages = page_files::listed(&asked.pages)?;
    page_files::each(&pages, |page| {
        let name = page.source.name();
        match verify(page)? {
            Some(1) => Ok(writeln!(out, "{name}: the 1 sentence stands in the article")?),
            Some(number) => Ok(writeln!(out, "{name}: all {number} sentences stand in the article")?),
            None => Ok(()),
        }
    })
}

/// How many sentences are proven; nothing where a page of a folder publishes none.
fn verify(file: &PageFile) -> Result<Option<usize>, Failure> {
    let page = Spliced::new(file.source.bytes()?)?;
    let html = Html::parse_document(page.text());
    let elements: Vec<Published<'_>> = published::elements(&html).filter(|element| !element.is_empty()).collect();
    let linked = json_ld::published(&html);
    if elements.is_empty() && linked.is_empty() {
        let none = || Failure::Unproven("has no published summary".to_owned());
        return if file.is_named { Err(none()) } else { Ok(None) };
    }
    let article = Article::from_any_html(page.text())
        .map_err(|error| Failure::Unproven(format!("has no article that could prove its summary: {error}")))?;
    let mut faults = Vec::new();
    let mut proven = 0;
    for element in &elements {
        proven += of_element(element, &html, &article, &mut faults);
    }
    let is_headline = elements.iter().any(Published::is_headline);
    let language = elements.iter().find_map(language_of);
    let evidence = Evidence::new(&article, language.as_deref());
    for node in &linked {
        let said = node.as_ref().ok().and_then(|node| node.get("abstract")).and_then(Value::as_str);
        let Some(text) = said.map(on_one_line) else {
            faults.push("its JSON-LD has no abstract that can be read".to_owned());
            continue;
        };
        let stands = evidence.is_made_of_sentences(&text) || is_headline && evidence.has_part(&text);
        if !stands {
            faults
                .push(format!("the abstract in its JSON-LD is not made of the article's sentences: {}", quoted(&text)));
        }
    }
    if proven == 0 && linked.is_empty() && faults.is_empty() {
        faults.push("has no published summary".to_owned());
    }
    if faults.is_empty() { Ok(Some(proven)) } else { Err(Failure::Unproven(faults.join("; "))) }
}

/// Adds what is wrong with an element, and gives the number of sentences that it shows.
fn of_element(element: &Published<'_>, page: &Html, article: &Article<'_>, faults: &mut Vec<String>) -> usize {
    let language = language_of(element);
    let evidence = Evidence::new(article, language.as_deref());
    let is_headline = element.is_headline();
    let stands = |piece: &str| evidence.has_sentences(piece) || is_headline && evidence.has_part(piece);
    let mut shown = String::new();
    let mut number = 0;
    for text in element.shown.iter().filter(|shown| shown.is_summary) {
        if !stands(&text.text) && (text.is_item || !evidence.is_made_of_sentences(&text.text)) {
            faults.push(format!("not in the article: {}", quoted(&text.text)));
        }
        shown.push_str(&html::unspaced(&text.text));
        number += 1;
    }
    faults.extend(element.strangers().map(|text| format!("neither of the summary nor a label: {}", quoted(text))));
    if element.data.len() > 1 {
        faults.push("has its data several times".to_owned());
    }
    for data in &element.data {
        let sentences = data.as_ref().ok().and_then(|data| data["summary"]["sentences"].as_array());
        let texts = sentences.and_then(|all| all.iter().map(|s| Some(on_one_line(s["text"].as_str()?))).collect());
        let Some(texts): Option<Vec<_>> = texts else {
            faults.push("its data cannot be read".to_owned());
            continue;
        };
        number = texts.len();
        for text in texts.iter().filter(|text| !stands(text)) {
            faults.push(format!("in its data, not in the article: {}", quoted(text)));
        }
        if texts.iter().map(|text| html::unspaced(text)).collect::<String>() != shown {
            faults.push("shows something else than its data says".to_owned());
        }
        let hash = html::article_of(element.host, page).map(html::fingerprint_of);
        let said = data.as_ref().ok().and_then(|data| data["hash"].as_u64());
        if said.is_none() || said != hash.map(u64::from) {
            faults.push("was made of another text: the article's hash is not that of its data".to_owned());
        }
    }
    number
}

fn language_of(element: &Published<'_>) -> Option<String> {
    let data = element.data.iter().flatten().next()?;
    data["summary"]["language"].as_str().filter(|language| *language != "und").map(str::to_owned)
}

fn quoted(text: &str) -> String {
    let cut = text.char_indices().nth(QUOTED).map_or(text.len(), |(at, _)| at);
    format!("“{}{}”", &text[..cut], if cut < text.len() { "…" } else { "" })
}
