//! The JavaScript interface: converts types, and returns errors as values. The core never calls JavaScript.
#![allow(unreachable_pub, reason = "wasm-bindgen exports these to JavaScript, not to Rust")]

use crate::error::Error;
use crate::options::{Options, SummaryLength, SummaryType};
use crate::output::{SummaryOutput, byte_at_utf16};
use crate::page::article::Article;
use crate::page::body::{self, Found};
use crate::page::dom::{self, LivePage};
use crate::span::Span;
use crate::{entities, json, summarize};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Range};

/// Two-level segregated fit (Masmano, Ripoll, Crespo and Real 2004): constant time, and less code than the standard
/// library's dlmalloc.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Summarizes a string.
///
/// # Errors
/// An `Error` with a `code`: `empty`, `no-article` or `invalid-option`.
#[wasm_bindgen(js_name = summarizeText)]
pub fn summarize_text(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let article = Article::from_text(text);
    to_js(&article, options, false)
}

/// Finds the article in an element of the live page and summarizes it. The result carries the article's text.
///
/// # Errors
/// As for [`summarize_text`].
#[wasm_bindgen(js_name = summarizeElement)]
pub fn summarize_element(root: &Element, options: JsValue) -> Result<JsValue, JsValue> {
    let found = body::find(&dom::walk(root).page).map_err(|e| error_to_js(&e))?;
    to_js(&found.article, options, true)
}

/// The place of a summary sentence on the live page. `offset` is where it stood in the article's text, in UTF-16
/// units; of several places with the same words the nearest to it is meant. Nothing when it is not there any more.
#[wasm_bindgen]
#[must_use]
pub fn locate(root: &Element, sentence: &str, offset: u32) -> Option<Range> {
    let live = dom::walk(root);
    let found = body::find(&live.page).ok()?;
    let text = found.article.text();
    let expected = byte_at_utf16(text, offset as usize);
    // The standard library's search for a string would add a KB to the wasm.
    let says_it = |at: &usize| text.as_bytes()[*at..].starts_with(sentence.as_bytes());
    let start = (0..text.len()).filter(says_it).min_by_key(|at| at.abs_diff(expected))?;
    place(&live, &found, Span::new(start, start + sentence.len()))
}

/// Where the live page mentions an entity of the article, in document order: its name, and whatever else the article
/// calls it by. `lang` is a BCP 47 tag.
#[wasm_bindgen]
#[must_use]
pub fn mentions(root: &Element, name: &str, lang: Option<String>) -> Vec<Range> {
    let live = dom::walk(root);
    let Ok(found) = body::find(&live.page) else { return Vec::new() };
    let (list, mentions) = entities(&found.article, lang.as_deref());
    let named = mentions.into_iter().filter(|(_, at)| list[*at].name == name);
    named.filter_map(|(span, _)| place(&live, &found, span)).collect()
}

/// The live range of a piece of the article's text.
fn place(live: &LivePage, found: &Found, span: Span) -> Option<Range> {
    let paragraphs = found.article.paragraphs();
    let at = paragraphs.iter().position(|p| p.span.range().contains(&span.start))?;
    let paragraph = paragraphs[at].span.start;
    live.range(*found.blocks.get(at)?, span.start - paragraph, span.end - paragraph)
}

fn to_js(article: &Article<'_>, options: JsValue, show_text: bool) -> Result<JsValue, JsValue> {
    let options = read_options(&options).map_err(|e| error_to_js(&e))?;
    let summary = summarize(article, &options).map_err(|e| error_to_js(&e))?;
    let json = json::of(&SummaryOutput::new(&summary, article.text(), show_text)).unwrap_or_default();
    js_sys::JSON::parse(&json)
}

/// The options object as JavaScript gives it: `{ type, length, sentences, words, lang }`, each of them optional.
fn read_options(given: &JsValue) -> Result<Options, Error> {
    // Of what is no object every member is absent.
    let member = |name: &str| Reflect::get(given, &name.into()).ok().filter(|v| !v.is_undefined() && !v.is_null());
    let text = |name: &'static str| match member(name) {
        None => Ok(None),
        Some(value) => value.as_string().map(Some).ok_or_else(|| Error::invalid_option(name, "no string", "a string")),
    };
    let number = |name: &'static str| match member(name).map(|value| value.as_f64()) {
        None => Ok(None),
        Some(Some(n)) if n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&n) => Ok(Some(n as usize)),
        Some(_) => Err(Error::invalid_option(name, "none", "a whole number")),
    };
    Ok(Options {
        summary_type: text("type")?.map_or(Ok(SummaryType::default()), |name| name.parse())?,
        length: text("length")?.map_or(Ok(SummaryLength::default()), |name| name.parse())?,
        sentences: number("sentences")?,
        words: number("words")?,
        language: text("lang")?,
    })
}

fn error_to_js(error: &Error) -> JsValue {
    let js = js_sys::Error::new(&error.message());
    // Setting a property of an object just made cannot fail.
    let _ = Reflect::set(&js, &"code".into(), &error.code().into());
    js.into()
}
