//! The JavaScript interface: converts types, and returns errors as values. The core never calls JavaScript.
#![allow(unreachable_pub, reason = "wasm-bindgen exports these to JavaScript, not to Rust")]

use crate::article::Article;
use crate::error::Error;
use crate::language::{self, Language, pack};
use crate::options::Options;
use crate::page::body::Found;
use crate::page::dom::{self, LivePage};
use crate::page::{kind, signs};
use crate::text::span::Span;
use crate::text::utf16::byte_at_utf16;
use crate::{entities, summarize};
use js_sys::{JsString, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Range};

/// Two-level segregated fit (Masmano, Ripoll, Crespo and Real 2004): constant time, and less code than the standard
/// library's dlmalloc.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Installs a pack of a language that the page fetched; without its text, which could not be had, the language is read by
/// the rules for its script. See `www/packs.js`.
///
/// # Errors
/// An `Error` with the code `invalid-pack` for what is no pack of the language, or not all of one.
#[wasm_bindgen(js_name = installPack)]
pub fn install_pack(code: &str, text: Option<String>) -> Result<(), JsValue> {
    match text {
        Some(text) => pack::install(&text, code).map_err(|e| error_to_js(&e)),
        None => {
            pack::forgo(Language::of_code(code));
            Ok(())
        }
    }
}

/// Summarizes a string.
///
/// # Errors
/// An `Error` with a `code`: `empty`, `no-article`, or `invalid-option`, for what is no string as well; `language-pack` if
/// that of the text's language, which the message is the code of, is not there yet.
#[wasm_bindgen(js_name = summarizeText)]
pub fn summarize_text(text: &JsString, options: &JsValue) -> Result<JsValue, JsValue> {
    match text.as_string() {
        Some(text) => to_js(&Article::from_text(&text), options),
        None => Err(error_to_js(&Error::invalid_option("text", "something else", "a string"))),
    }
}

/// Finds the article in an element of the live page and summarizes it. The result carries the article's text, and what the
/// page is taken for, whatever that is: whoever asks has chosen the element.
///
/// # Errors
/// As for [`summarize_text`].
#[wasm_bindgen(js_name = summarizeElement)]
pub fn summarize_element(root: &Element, options: &JsValue) -> Result<JsValue, JsValue> {
    let (live, found) = dom::read(root).map_err(|e| error_to_js(&e))?;
    let guess = kind::guess(&live.page, &found.blocks, &signs::of_live(root));
    to_js(&Article { page: Some(guess), ..found.article }, options)
}

/// The place of a summary sentence on the live page. `offset` is where it stood in the article's text, in UTF-16
/// units; of several places with the same words the nearest to it is meant. Nothing when it is not there any more.
#[wasm_bindgen]
#[must_use]
pub fn locate(root: &Element, sentence: &str, offset: u32) -> Option<Range> {
    let (live, found) = dom::read(root).ok()?;
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
    let Ok((live, found)) = dom::read(root) else { return Vec::new() };
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

/// The summary as a plain object of JavaScript.
fn to_js(article: &Article<'_>, options: &JsValue) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let language = language::choose(article, options.language.as_deref());
    if pack::is_missing(language) {
        return Err(failure("language-pack", language.code()));
    }
    let summary = summarize(article, &options).map_err(|e| error_to_js(&e))?;
    Ok(summary.serialize(&Serializer::json_compatible())?)
}

/// The options object: `{ type, length, sentences, words, lang, context }`, each of them optional. Of what is no object every member
/// is absent, and so is one whose getter throws.
fn read_options(given: &JsValue) -> Result<Options, JsValue> {
    // A copy without a prototype, where a page may have put anything.
    let members: Object = Object::create(JsValue::NULL.unchecked_ref());
    for name in Options::MEMBERS.map(JsValue::from) {
        if let Ok(value) = Reflect::get(given, &name)
            && !value.is_undefined()
        {
            // Neither string nor number is wrong, whatever it is; to look into an object could run code of the page.
            let is_plain = value.is_null() || value.is_string() || value.as_f64().is_some();
            Reflect::set(&members, &name, &if is_plain { value } else { JsValue::FALSE })?;
        }
    }
    serde_wasm_bindgen::from_value(members.into()).map_err(|error| with_code(error.into(), "invalid-option"))
}

fn error_to_js(error: &Error) -> JsValue {
    failure(error.code(), &error.message())
}

/// An `Error` with a `code`.
fn failure(code: &str, message: &str) -> JsValue {
    with_code(js_sys::Error::new(message).into(), code)
}

fn with_code(error: JsValue, code: &str) -> JsValue {
    // An error that was just made takes any member.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error
}
