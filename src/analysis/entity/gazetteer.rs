//! Names known by heart: countries and cities in many languages, and given names, packed by `build.rs`.
//!
//! To add one, put it into `gazetteer.txt` in its alphabetical place: in lower case, several words with `_` between, and
//! in Slavic languages without the ending that inflection changes.

use crate::collections::packed::{NAME_BITS, Words};
use crate::text::case::word_hash;
use crate::text::chars::split;
use crate::text::punctuation::is_apostrophe;
use std::sync::OnceLock;

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.gcs"));

/// What is known of a name, a bit each: it is a place, a given name (by the order of the sections of the file), or, as it
/// has the ending of one behind a place, a people.
pub(super) const PLACE: u32 = 1;
const PEOPLE: u32 = 1 << 2;

/// How peoples are called after their country in English, and their languages: Russian, Israelis.
const PEOPLES: [&str; 8] = ["n", "ns", "i", "is", "an", "ans", "ian", "ians"];
/// Endings of inflected names have at most so many letters: Москва, Москвою.
const ENDING_LETTERS: usize = 3;
/// What is left without an ending has at least so many.
const STEM_LETTERS: usize = 4;

/// What is known of a name in a language.
pub(super) fn known(name: &str, language: &str) -> u32 {
    static KNOWN: OnceLock<Words> = OnceLock::new();
    let words = KNOWN.get_or_init(|| Words::of(PACKED, NAME_BITS));
    // "Türkiye'nin": endings of Turkish names stand behind an apostrophe.
    let name = split(name, is_apostrophe).next().unwrap_or(name);
    let of = |name: &str| words.get(word_hash(name)) as u32;
    let is_stem = |stem: &&str| stem.chars().nth(STEM_LETTERS - 1).is_some();
    let known = of(name);
    if known != 0 {
        return known;
    }
    match language {
        "ru" | "uk" | "pl" | "cs" => {
            let mut stems = name.char_indices().rev().map(|(at, _)| &name[..at]).take(ENDING_LETTERS).filter(is_stem);
            stems.find_map(|stem| Some(of(stem)).filter(|known| *known != 0)).unwrap_or_default()
        }
        // The genitive: "Danmarks", "Griechenlands".
        "de" | "sv" | "da" | "nl" => name.strip_suffix('s').map_or(0, of),
        "en" => {
            let mut stems = PEOPLES.iter().filter_map(|ending| name.strip_suffix(ending)).filter(is_stem);
            if stems.any(|stem| of(stem) & PLACE != 0) { PEOPLE } else { 0 }
        }
        _ => 0,
    }
}
