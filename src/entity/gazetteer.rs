//! Names known by heart: countries and cities in many languages, and given names, packed by `build.rs`.
//!
//! To add one, put it into `gazetteer.txt` in its alphabetical place: in lower case, several words with `_` between, and
//! in Slavic languages without the ending that inflection changes.

use crate::case::word_hash;
use crate::packed::{NAME_BITS, Words};
use std::sync::OnceLock;

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.gcs"));

/// Of what is known of a name, a bit each, the first: it is a place. The second: it is a given name.
pub(super) const PLACE: u32 = 1;

/// Endings of inflected names have at most so many letters: Москва, Москвою.
const ENDING_LETTERS: usize = 3;
/// What is left without an ending has at least so many.
const STEM_LETTERS: usize = 4;

/// What is known of a name; `inflected` says whether its endings change in the language.
pub(super) fn known(name: &str, inflected: bool) -> u32 {
    static KNOWN: OnceLock<Words> = OnceLock::new();
    let words = KNOWN.get_or_init(|| Words::of(PACKED, NAME_BITS, 0).0);
    // "Türkiye'nin": endings of Turkish names stand behind an apostrophe.
    let name = name.split(['\'', '’']).next().unwrap_or(name);
    let known = words.get(word_hash(name));
    if known != 0 || !inflected {
        return known;
    }
    let ends = name.char_indices().rev().map(|(at, _)| &name[..at]).take(ENDING_LETTERS);
    let mut stems = ends.filter(|stem| stem.chars().nth(STEM_LETTERS - 1).is_some());
    stems.find_map(|stem| Some(words.get(word_hash(stem))).filter(|known| *known != 0)).unwrap_or_default()
}
