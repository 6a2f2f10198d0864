//! Packs the word lists of `src/language/lexicon` and `src/page` into Golomb-coded sets.
//!
//! As text they would be half of the wasm. See `src/packed.rs` for the format and its reader.

#[path = "src/table.rs"]
#[allow(dead_code, reason = "only the hash is needed here; both sides must use the same")]
mod table;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Hashes of words are cut to so many bits: one word in 2¹⁷ ÷ (words on the list) is taken for a listed one.
const WORD_BITS: u32 = 17;
/// The same for furniture lines, where a false hit would cost a paragraph.
const LINE_BITS: u32 = 26;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/language/lexicon");
    println!("cargo::rerun-if-changed=src/page/furniture.txt");
    println!("cargo::rerun-if-changed=src/page/class_words.txt");
    println!("cargo::rerun-if-changed=src/page/block_trees.txt");
    println!("cargo::rerun-if-changed=src/table.rs");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);

    let mut languages: Vec<_> = fs::read_dir("src/language/lexicon")?.collect::<Result<_, _>>()?;
    languages.sort_by_key(fs::DirEntry::path);
    for file in languages {
        let source = fs::read_to_string(file.path())?;
        fs::write(out.join(file.file_name()).with_extension("gcs"), sections(&source, &SECTIONS)?)?;
    }
    let classes = fs::read_to_string("src/page/class_words.txt")?;
    fs::write(out.join("class_words.gcs"), sections(&classes, &CLASS_SECTIONS)?)?;
    let lines = fs::read_to_string("src/page/furniture.txt")?;
    let phrases = lines.lines().filter(|l| !l.starts_with('#'));
    fs::write(out.join("furniture.gcs"), set(phrases, LINE_BITS))?;
    fs::write(out.join("block_trees.bin"), trees(&fs::read_to_string("src/page/block_trees.txt")?)?)?;
    let bits =
        format!("pub(crate) const WORD_BITS: u32 = {WORD_BITS};\npub(crate) const LINE_BITS: u32 = {LINE_BITS};\n");
    Ok(fs::write(out.join("bits.rs"), bits)?)
}

/// For each section in the order of the file: the byte of its name's place among the known ones, then its set.
fn sections(source: &str, known: &[&str]) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    for section in source.split("\n[").skip(1) {
        let (name, words) = section.split_once(']').unwrap_or_default();
        let place =
            known.iter().position(|s| *s == name).ok_or_else(|| format!("no section may be called [{name}]"))?;
        packed.push(place as u8);
        packed.extend(set(words.split_ascii_whitespace(), WORD_BITS));
    }
    Ok(packed)
}

/// Trees in preorder, as `src/page/trees.rs` reads them: `3<=10` is a split, `-4` a leaf.
fn trees(source: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut packed = Vec::new();
    for token in source.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_ascii_whitespace) {
        match token.split_once("<=") {
            Some((feature, most)) => packed.extend([feature.parse::<u8>()?, most.parse::<u8>()?]),
            None => packed.push(u8::try_from(192 + token.parse::<i32>()?)?),
        }
    }
    Ok(packed)
}

/// A Golomb-coded set (Putze, Sanders and Singler 2009, "Cache-, hash- and space-efficient Bloom filters"): the
/// count in two bytes, then the differences of the sorted hashes in the Rice code that suits their mean, padded
/// to a byte.
fn set<'w>(words: impl Iterator<Item = &'w str>, bits: u32) -> Vec<u8> {
    let mut values: Vec<u64> = words.map(|w| table::hash_of(w) >> (64 - bits)).collect();
    values.sort_unstable();
    values.dedup();
    let count = values.len();
    let rice = bits - (count.max(1) as u64).ilog2();
    let mut coded: Vec<bool> = Vec::new();
    let mut last = 0;
    for value in values {
        let step = value - last;
        last = value;
        coded.extend((0..step >> rice).map(|_| true));
        coded.push(false);
        coded.extend((0..rice).rev().map(|bit| step >> bit & 1 == 1));
    }
    let mut packed = (count as u16).to_le_bytes().to_vec();
    packed.extend(
        coded.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |sum, (at, bit)| sum | u8::from(*bit) << at)),
    );
    packed
}

/// The sections a lexicon may have, in the order of `List` in `src/language/lexicon.rs`.
const SECTIONS: [&str; 18] = [
    "stop",
    "anaphor",
    "connective",
    "abbreviation",
    "before_name",
    "before_number",
    "honorific",
    "organisation",
    "place",
    "place_preposition",
    "month",
    "weekday",
    "unit",
    "currency",
    "percent",
    "speech",
    "ordinal_dot",
    "elision",
];

/// The sections of `class_words.txt`, in the order in which `src/page/role.rs` reads them.
const CLASS_SECTIONS: [&str; 6] = ["standfirst", "byline", "furniture", "body", "never", "comments"];
