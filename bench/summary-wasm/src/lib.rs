//! The crate `summary` with a JavaScript interface.
use std::num::NonZeroU32;
use summary::{Language, Summarizer};
use wasm_bindgen::prelude::wasm_bindgen;

/// A summarizer that is made once, as its users would.
#[wasm_bindgen]
pub struct Peer(Summarizer);

#[wasm_bindgen]
impl Peer {
    /// English, as the texts of the benchmark are.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "a JavaScript constructor")]
    pub fn new() -> Self {
        Self(Summarizer::new(Language::English))
    }

    /// The `sentences` best sentences of `text`.
    pub fn summarize(&self, text: &str, sentences: u32) -> Vec<String> {
        let Some(sentences) = NonZeroU32::new(sentences) else { return Vec::new() };
        self.0.summarize_sentences(text, sentences).into_iter().map(str::to_owned).collect()
    }
}
