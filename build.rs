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

/// Hashes of a language's own words are cut to so many bits (of 16 to 31): one other word in 1,000 is taken for one of
/// the 260 that a language has. A bit more costs 0.8 KB.
const WORD_BITS: u32 = 17;
/// The same for the 1,600 words that all languages share: one in 1,300. A bit more costs 0.2 KB.
const SHARED_BITS: u32 = 20;
/// The same for the lists in [`EXACT`], 25 words in a language and 1,700 that all share: one in 2 million, and one in
/// 40,000. A bit more costs 0.3 KB.
const EXACT_BITS: u32 = 24;
/// The same for class names.
const CLASS_BITS: u32 = 18;
/// The same for names known by heart: one in 60 is taken for one of 2,100 places, one in 100 for a given name. A bit more
/// costs 0.4 KB.
const NAME_BITS: u32 = 17;
/// The same for furniture lines, where a false hit would cost a paragraph: one in 8,700.
const LINE_BITS: u32 = 23;

/// Words by the number of their list.
type Sections = BTreeMap<usize, BTreeSet<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/language/lexicon");
    println!("cargo::rerun-if-changed=src/entity/gazetteer.txt");
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
        fs::write(out.join(file.file_name()).with_extension("gcs"), packed(&own, |list| bits_of(list, WORD_BITS)))?;
    }
    fs::write(out.join("shared.gcs"), packed(&shared, |list| bits_of(list, SHARED_BITS)))?;
    let names = sections(&fs::read_to_string("src/entity/gazetteer.txt")?, &GAZETTEER_SECTIONS)?;
    fs::write(out.join("gazetteer.gcs"), packed(&names, |_| NAME_BITS))?;
    let classes = sections(&fs::read_to_string("src/page/class_words.txt")?, &CLASS_SECTIONS)?;
    fs::write(out.join("class_words.gcs"), packed(&classes, |_| CLASS_BITS))?;
    let lines = fs::read_to_string("src/page/furniture.txt")?;
    let phrases = lines.lines().filter(|l| !l.starts_with('#'));
    fs::write(out.join("furniture.gcs"), set(0, phrases, LINE_BITS))?;
    fs::write(out.join("block_trees.bin"), trees(&fs::read_to_string("src/page/block_trees.txt")?)?)?;
    let exact =
        (0..SECTIONS.len()).filter(|list| EXACT.contains(&SECTIONS[*list])).fold(0, |all, list| all | 1 << list);
    let bits = [
        ("WORD_BITS", WORD_BITS),
        ("SHARED_BITS", SHARED_BITS),
        ("EXACT_BITS", EXACT_BITS),
        ("EXACT_LISTS", exact),
        ("CLASS_BITS", CLASS_BITS),
        ("NAME_BITS", NAME_BITS),
        ("LINE_BITS", LINE_BITS),
    ]
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

/// The bits of a list in a lexicon whose other lists have `others`.
fn bits_of(list: usize, others: u32) -> u32 {
    if EXACT.contains(&SECTIONS[list]) { EXACT_BITS } else { others }
}

fn packed(sections: &Sections, bits: impl Fn(usize) -> u32) -> Vec<u8> {
    let mut all = Vec::new();
    for (list, words) in sections {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        all.extend(words.chunks(LARGEST_SET).flat_map(|some| set(*list, some.iter().copied(), bits(*list))));
    }
    all
}

/// A set has at most so many words, as its head counts them in 11 bits; a longer list is several sets.
const LARGEST_SET: usize = (1 << 11) - 1;

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
    assert!(count <= LARGEST_SET && list < 1 << 5, "list {list} has {count} words");
    let mut packed = ((list << 11 | count) as u16).to_le_bytes().to_vec();
    packed.extend(
        coded.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |sum, (at, bit)| sum | u8::from(*bit) << at)),
    );
    packed
}

/// The sections a lexicon may have, in the order of `List` in `src/language/lexicon.rs`.
const SECTIONS: [&str; 22] = [
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
    "relative",
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

/// The sections whose words make a fact or end no sentence by themselves, so that no other word may be taken for one:
/// their hashes are cut to [`EXACT_BITS`].
const EXACT: [&str; 8] =
    ["abbreviation", "before_name", "before_number", "month", "weekday", "unit", "currency", "percent"];

/// The sections of `gazetteer.txt`, in the order in which `src/entity/gazetteer.rs` reads them.
const GAZETTEER_SECTIONS: [&str; 2] = ["place", "given_name"];
