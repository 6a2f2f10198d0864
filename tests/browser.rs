//! The wasm module as pages use it: the built glue and module of `www/pkg`, in a real browser.
//!
//! `wasm-pack test --headless --chrome` (or `--firefox`, `--safari`), after a build.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Range, ShadowRoot};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = "
    export async function load() {
        const glue = await import('/www/pkg/nutgraf.js');
        await glue.default({ module_or_path: '/www/pkg/nutgraf_bg.wasm' });
        return glue;
    }
    export function openShadow(host, content) {
        const root = host.attachShadow({ mode: 'open' });
        root.append(content);
        return root;
    }
")]
extern "C" {
    fn load() -> Promise;
    #[wasm_bindgen(js_name = openShadow)]
    fn open_shadow(host: &Element, content: &Element) -> ShadowRoot;
}

/// The module's functions.
struct Nutgraf(JsValue);

impl Nutgraf {
    async fn new() -> Self {
        Self(JsFuture::from(load()).await.expect("the module"))
    }

    fn call(&self, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.0, &name.into()).expect("an export").unchecked_into();
        let list: Array = arguments.iter().copied().collect();
        function.apply(&JsValue::UNDEFINED, &list)
    }

    fn texts(&self, root: &Element) -> Vec<String> {
        let options = Object::new();
        Reflect::set(&options, &"sentences".into(), &100.into()).expect("to set");
        let summary = self.call("summarizeElement", &[root, &options]).expect("a summary");
        sentences(&summary).into_iter().map(|s| get(&s, "text").as_string().expect("text")).collect()
    }

    fn code(&self, name: &str, arguments: &[&JsValue]) -> String {
        let error = self.call(name, arguments).expect_err("an error");
        assert!(error.is_instance_of::<js_sys::Error>());
        get(&error, "code").as_string().expect("a code")
    }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("a member")
}

fn sentences(summary: &JsValue) -> Vec<JsValue> {
    get(summary, "sentences").unchecked_into::<Array>().iter().collect()
}

fn document() -> Document {
    web_sys::window().and_then(|w| w.document()).expect("a document")
}

/// An element with this markup, in the page.
fn element(html: &str) -> Element {
    let root = document().create_element("article").expect("an element");
    root.set_inner_html(html);
    document().body().expect("a body").append_child(&root).expect("to append");
    root
}

const LEDE: &str = "The mayor of Riga opened the new bridge on Monday.";
const BODY: &str =
    "<h1>Riga opens its bridge</h1><p>The mayor of Riga opened the <a href='#'>new bridge</a> on\n   Monday.</p>
    <p>Fishermen from Jurmala protested against the noise, and “nobody” was hurt.</p>";

#[wasm_bindgen_test]
async fn the_same_text_gives_the_same_bytes_as_natively() {
    let nutgraf = Nutgraf::new().await;
    let seeds = [
        (include_str!("../seeds/000_f6ab9ad36a2b0a51.txt"), include_str!("golden/000_f6ab9ad36a2b0a51.json")),
        (include_str!("../seeds/001_751325e4c2f49006.txt"), include_str!("golden/001_751325e4c2f49006.json")),
        (include_str!("../seeds/002_944bb16cfb0cb33f.txt"), include_str!("golden/002_944bb16cfb0cb33f.json")),
        (include_str!("../seeds/003_96f0192cf66cf6f1.txt"), include_str!("golden/003_96f0192cf66cf6f1.json")),
        (include_str!("../seeds/004_0092565c9d8a3229.txt"), include_str!("golden/004_0092565c9d8a3229.json")),
    ];
    for (text, golden) in seeds {
        let summary = nutgraf.call("summarizeText", &[&text.into(), &JsValue::UNDEFINED]).expect("a summary");
        let json = JSON::stringify(&summary).expect("JSON").as_string().expect("a string");
        assert_eq!(json, golden);
    }
}

#[wasm_bindgen_test]
async fn what_a_reader_does_not_see_is_not_read() {
    let nutgraf = Nutgraf::new().await;
    let style = document().create_element("style").expect("a style");
    style.set_text_content(Some(".gone { display: none } .unseen { visibility: hidden } .wrap { display: contents }"));
    document().body().expect("a body").append_child(&style).expect("to append");
    let root = element(&format!(
        "{BODY}<p class=gone>This sentence of the page is never displayed at all.</p>
        <p class=unseen>This sentence of the page is there but cannot be seen.</p>
        <p hidden>This sentence of the page is hidden by its attribute.</p>
        <p aria-hidden=true>This sentence of the page is an ornament for the eye.</p>
        <nut-graf><p>This sentence of the page is the widget's own words.</p></nut-graf>
        <div class=wrap><p>This sentence stands in a box that has no box of its own.</p></div>"
    ));
    let texts = nutgraf.texts(&root);
    assert_eq!(texts.len(), 3, "{texts:?}");
    assert_eq!(texts[0], LEDE);
    assert_eq!(texts[2], "This sentence stands in a box that has no box of its own.");
    root.remove();
    style.remove();
}

#[wasm_bindgen_test]
async fn open_shadow_roots_and_slots_are_read_as_they_are_shown() {
    let nutgraf = Nutgraf::new().await;
    let root = element("<div id=host><p>Fishermen from Jurmala protested against the noise of the works.</p></div>");
    let host = root.query_selector("#host").ok().flatten().expect("a host");
    let content = document().create_element("section").expect("a section");
    content.set_inner_html(&format!("<p>{LEDE}</p><slot></slot>"));
    let shadow = open_shadow(&host, &content);
    assert_eq!(nutgraf.texts(&root), [LEDE, "Fishermen from Jurmala protested against the noise of the works."]);
    let range = nutgraf.call("locate", &[&root, &LEDE.into(), &0.into()]).expect("no error");
    assert_eq!(range.unchecked_into::<Range>().start_container().expect("a node").get_root_node(), *shadow.as_ref());
    root.remove();
}

#[wasm_bindgen_test]
async fn a_sentence_is_located_across_links_and_line_breaks() {
    let nutgraf = Nutgraf::new().await;
    let root = element(BODY);
    let summary = nutgraf.call("summarizeElement", &[&root, &JsValue::UNDEFINED]).expect("a summary");
    let found = sentences(&summary);
    assert_eq!(found.len(), 2);
    for sentence in found {
        let range =
            nutgraf.call("locate", &[&root, &get(&sentence, "text"), &get(&sentence, "offset")]).expect("no error");
        let shown = range.unchecked_into::<Range>().to_string().as_string().expect("text");
        let folded = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(Some(folded), get(&sentence, "text").as_string());
    }
    let gone = nutgraf.call("locate", &[&root, &"It is not there.".into(), &0.into()]).expect("no error");
    assert!(gone.is_undefined());
    root.remove();
}

#[wasm_bindgen_test]
async fn of_two_equal_sentences_the_nearer_one_is_located() {
    let nutgraf = Nutgraf::new().await;
    let root =
        element(&format!("<p>{LEDE}</p><p>Something else was said in between the two of them.</p><p>{LEDE}</p>"));
    let second = root.last_element_child().expect("a paragraph").first_child();
    let range = nutgraf.call("locate", &[&root, &LEDE.into(), &100.into()]).expect("no error");
    assert_eq!(range.unchecked_into::<Range>().start_container().ok(), second);
    root.remove();
}

#[wasm_bindgen_test]
async fn bad_input_gives_an_error_with_a_code() {
    let nutgraf = Nutgraf::new().await;
    let none = JsValue::UNDEFINED;
    assert_eq!(nutgraf.code("summarizeText", &[&"".into(), &none]), "empty");
    assert_eq!(nutgraf.code("summarizeText", &[&" \n ".into(), &none]), "empty");
    assert_eq!(nutgraf.code("summarizeText", &[&7.into(), &none]), "invalid-option");
    assert_eq!(nutgraf.code("summarizeText", &[&"a".repeat(10_000_000).into(), &none]), "no-article");
    for (name, value) in [
        ("type", JsValue::from("poem")),
        ("length", JsValue::from("huge")),
        ("length", JsValue::from(3)),
        ("sentences", JsValue::from(0)),
        ("sentences", JsValue::from(1.5)),
        ("words", JsValue::from(-1)),
        ("words", JsValue::from("many")),
        ("lang", JsValue::from(true)),
    ] {
        let options = Object::new();
        Reflect::set(&options, &name.into(), &value).expect("to set");
        assert_eq!(nutgraf.code("summarizeText", &[&LEDE.into(), &options]), "invalid-option", "{name}");
    }
    let message = |options: &JsValue| {
        let error = nutgraf.call("summarizeText", &[&LEDE.into(), options]).expect_err("an error");
        get(&error, "message").as_string().expect("a message")
    };
    let options = Object::new();
    Reflect::set(&options, &"words".into(), &JsValue::from(-1)).expect("to set");
    assert_eq!(message(&options), "words is “-1”, but it must be a whole number");
    let headline = element("<h1>Only a headline</h1>");
    assert_eq!(nutgraf.code("summarizeElement", &[&headline, &none]), "no-article");
    headline.set_text_content(None);
    assert_eq!(nutgraf.code("summarizeElement", &[&headline, &none]), "empty");
    headline.remove();
}

#[wasm_bindgen_test]
async fn hostile_options_neither_run_nor_break_anything() {
    let nutgraf = Nutgraf::new().await;
    let of = |code: &str| js_sys::eval(&format!("({code})")).expect("options");
    for absent in [
        "undefined",
        "null",
        "7",
        "{ type: null, length: undefined, words: null }",
        "{ get type() { throw new Error('of the page') } }",
        "new Proxy({}, { get() { throw new Error('of the page') } })",
        "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()",
    ] {
        let summary = nutgraf.call("summarizeText", &[&LEDE.into(), &of(absent)]).expect(absent);
        assert!(get(&summary, "headline").is_null(), "{absent}");
    }
    for wrong in [
        "{ type: new Proxy({}, { get() { throw new Error('of the page') } }) }",
        "{ lang: (() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })() }",
        "{ words: Symbol('many') }",
        "{ words: 3n }",
        "{ sentences: { valueOf: () => 3 } }",
        "{ type: 'tl\\0dr' }",
        "Object.create({ type: 'poem' })",
    ] {
        assert_eq!(nutgraf.code("summarizeText", &[&LEDE.into(), &of(wrong)]), "invalid-option", "{wrong}");
    }
}

#[wasm_bindgen_test]
async fn markdown_comes_without_its_marks_and_with_the_text_that_places_refer_to() {
    let nutgraf = Nutgraf::new().await;
    let markdown = "# Riga opens its *bridge*\n\nThe **mayor** of [Riga](https://riga.example/) opened the new bridge on\n\
        Monday.\n\n- Fishermen from Jurmala protested.\n";
    for (given, is_markdown) in [(markdown, true), (LEDE, false)] {
        let summary = nutgraf.call("summarizeText", &[&given.into(), &JsValue::UNDEFINED]).expect("a summary");
        let text = get(&get(&summary, "article"), "text").as_string();
        assert_eq!(text.is_some(), is_markdown);
        let text = js_sys::JsString::from(text.unwrap_or_else(|| given.to_owned()));
        let found = sentences(&summary);
        assert_eq!(get(&found[0], "text").as_string().expect("text"), LEDE);
        for sentence in found {
            let place = |name| get(&sentence, name).as_f64().expect("a number") as u32;
            let piece = text.substring(place("offset"), place("offset") + place("length"));
            assert_eq!(String::from(piece), get(&sentence, "text").as_string().expect("text"));
        }
    }
}

#[wasm_bindgen_test]
async fn strange_text_keeps_its_places() {
    let nutgraf = Nutgraf::new().await;
    // A lone surrogate, NUL, a character of two units, right-to-left letters.
    let text = js_sys::JsString::from_char_code(&[
        0xd800, 0x20, 0x41, 0x62, 0x20, 0x63, 0x64, 0x20, 0x00, 0x20, 0xd834, 0xdd1e, 0x20, 0x65, 0x66, 0x20, 0x67,
        0x68, 0x2e, 0x20, 0x0642, 0x0627, 0x0644, 0x20, 0x0627, 0x0644, 0x0648, 0x0632, 0x064a, 0x0631, 0x2e,
    ]);
    let summary = nutgraf.call("summarizeText", &[&text, &JsValue::UNDEFINED]).expect("a summary");
    let found = sentences(&summary);
    assert!(!found.is_empty());
    for sentence in found {
        let place = |name| get(&sentence, name).as_f64().expect("a number") as u32;
        let piece = text.substring(place("offset"), place("offset") + place("length"));
        // The lone surrogate itself becomes U+FFFD, one unit as well.
        assert_eq!(String::from(piece), get(&sentence, "text").as_string().expect("text"));
    }
}

#[wasm_bindgen_test]
async fn a_deeply_nested_page_is_walked_without_recursion() {
    let nutgraf = Nutgraf::new().await;
    let root = document().create_element("div").expect("an element");
    let mut deepest = root.clone();
    // In pieces that parsers nest: to append to the deepest takes Chromium time by its depth.
    for _ in 0..50_000 / 500 {
        deepest.set_inner_html(&"<span>".repeat(500));
        while let Some(inner) = deepest.first_element_child() {
            deepest = inner;
        }
    }
    deepest.set_text_content(Some(LEDE));
    // Out of the page nothing is displayed, so there is nothing to read: but the walk must come to its end.
    assert_eq!(nutgraf.code("summarizeElement", &[&root, &JsValue::UNDEFINED]), "empty");
}
