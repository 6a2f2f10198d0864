//! Packs the word lists of `src/language/lexicon` and `src/page` into Golomb-coded sets.
//!
//! As text they would be half of the wasm. See `src/packed.rs` for the format and its reader.

#[path = "src/table.rs"]
#[allow(dead_code, reason = "only the hash is needed here; both sides must use the same")]
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Hashes of a language's own words are cut to so many bits (of 8 to 26): one word in 2¹⁶ ÷ 190 is taken for one of
/// the 230 that a language has. A bit more costs 0.6 KB.
const WORD_BITS: u32 = 16;
/// The same for the 4,000 words that all languages share, and for class names: one in 65.
const SHARED_BITS: u32 = 18;
/// The same for furniture lines, where a false hit would cost a paragraph: one in 8,700.
const LINE_BITS: u32 = 23;

/// Words by the number of their list.
type Sections = BTreeMap<usize, BTreeSet<String>>;

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
    let mut shared = Sections::new();
    for file in languages {
        let mut own = Sections::new();
        for (list, words) in sections(&fs::read_to_string(file.path())?, &SECTIONS)? {
            let all = if SHARED.contains(&SECTIONS[list]) { &mut shared } else { &mut own };
            all.entry(list).or_default().extend(words);
        }
        // Whatever opens a sentence and leans on another is a function word: the reader adds it to that list.
        let leaning: BTreeSet<String> = [1, 2].iter().filter_map(|list| own.get(list)).flatten().cloned().collect();
        own.entry(0).or_default().retain(|word| !leaning.contains(word));
        fs::write(out.join(file.file_name()).with_extension("gcs"), packed(&own, WORD_BITS))?;
    }
    fs::write(out.join("shared.gcs"), packed(&shared, SHARED_BITS))?;
    let classes = sections(&fs::read_to_string("src/page/class_words.txt")?, &CLASS_SECTIONS)?;
    fs::write(out.join("class_words.gcs"), packed(&classes, SHARED_BITS))?;
    let lines = fs::read_to_string("src/page/furniture.txt")?;
    let phrases = lines.lines().filter(|l| !l.starts_with('#'));
    fs::write(out.join("furniture.gcs"), set(0, phrases, LINE_BITS))?;
    fs::write(out.join("block_trees.bin"), trees(&fs::read_to_string("src/page/block_trees.txt")?)?)?;
    let bits = [("WORD_BITS", WORD_BITS), ("SHARED_BITS", SHARED_BITS), ("LINE_BITS", LINE_BITS)]
        .map(|(name, bits)| format!("pub(crate) const {name}: u32 = {bits};\n"));
    Ok(fs::write(out.join("bits.rs"), bits.concat())?)
}

/// The words of every section, by the place of its name among the known ones.
fn sections(source: &str, known: &[&str]) -> Result<Sections, String> {
    let mut found = Sections::new();
    for section in source.split("\n[").skip(1) {
        let (name, words) = section.split_once(']').unwrap_or_default();
        let place =
            known.iter().position(|s| *s == name).ok_or_else(|| format!("no section may be called [{name}]"))?;
        // A phrase is written as one word: the_two.
        found.entry(place).or_default().extend(words.split_ascii_whitespace().map(|word| word.replace('_', " ")));
    }
    Ok(found)
}

fn packed(sections: &Sections, bits: u32) -> Vec<u8> {
    sections.iter().flat_map(|(list, words)| set(*list, words.iter().map(String::as_str), bits)).collect()
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

/// A Golomb-coded set (Putze, Sanders and Singler 2009, "Cache-, hash- and space-efficient Bloom filters"): in two
/// bytes the count (11 bits) and the number of the list (5 bits), then the differences of the sorted hashes in the
/// Rice code that suits their mean, padded to a byte.
fn set<'w>(list: usize, words: impl Iterator<Item = &'w str>, bits: u32) -> Vec<u8> {
    let mut values: Vec<u64> = words.map(|w| table::hash_of(w) >> (64 - bits)).collect();
    values.sort_unstable();
    values.dedup();
    let count = values.len();
    let rice = bits - (count + count / 2).max(1).ilog2();
    let mut coded: Vec<bool> = Vec::new();
    let mut last = 0;
    for value in values {
        let step = value - last;
        last = value;
        coded.extend((0..step >> rice).map(|_| true));
        coded.push(false);
        coded.extend((0..rice).map(|bit| step >> bit & 1 == 1));
    }
    assert!(count < 1 << 11 && list < 1 << 5, "list {list} has {count} words");
    let mut packed = ((list << 11 | count) as u16).to_le_bytes().to_vec();
    packed.extend(
        coded.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |sum, (at, bit)| sum | u8::from(*bit) << at)),
    );
    packed
}

/// The sections a lexicon may have, in the order of `List` in `src/language/lexicon.rs`.
const SECTIONS: [&str; 26] = [
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
    "subordinator",
    "verb",
    "verb_ending",
    "auxiliary",
    "clause_opener",
    "verb_final",
    "verb_bracket",
    "ordinal_dot",
    "elision",
    "name",
];

/// The sections that are merged over all languages. Their words are told by what stands beside them (a dot, a number,
/// a name), so that a word of another language does no harm; news has foreign firms, titles and places in it anyway.
const SHARED: [&str; 9] =
    ["abbreviation", "before_name", "before_number", "organisation", "place", "unit", "currency", "percent", "speech"];

/// The sections of `class_words.txt`, in the order in which `src/page/role.rs` reads them.
const CLASS_SECTIONS: [&str; 6] = ["standfirst", "byline", "furniture", "body", "never", "comments"];
