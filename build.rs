//! Packs the word lists of `src/language/lexicon`, `src/page` and `src/note` into Golomb-coded sets.
//!
//! As text they would be half of the wasm. See `src/collections/packed.rs` for the format and its reader.

#[path = "src/text"]
#[allow(dead_code, reason = "only what words are hashed by is needed here; both sides must use the same")]
mod text {
    pub(crate) mod case;
    pub(crate) mod chars;
    pub(crate) mod punctuation;
    pub(crate) mod scan;
}
#[path = "src/collections"]
#[allow(dead_code, reason = "as above")]
mod collections {
    pub(crate) mod hash;
}
#[path = "src/note/words.rs"]
#[allow(dead_code, reason = "as above")]
mod words;

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
/// The same for phrases that make a note of a sentence alone: some twenty are looked up for each, and one sentence in
/// 5,000 is taken for a note by mistake.
const NOTE_BITS: u32 = 27;
/// The same for phrases that do so together with others, or with marks.
const NOTE_PART_BITS: u32 = 22;

/// Words by the number of their list.
type Sections = BTreeMap<usize, BTreeSet<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/language/lexicon");
    println!("cargo::rerun-if-changed=src/analysis/entity/gazetteer.txt");
    println!("cargo::rerun-if-changed=src/boilerplate/lines.txt");
    println!("cargo::rerun-if-changed=src/page/class_words.txt");
    println!("cargo::rerun-if-changed=src/page/block_trees.txt");
    println!("cargo::rerun-if-changed=src/note");
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/collections/hash.rs");
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
    let names = sections(&fs::read_to_string("src/analysis/entity/gazetteer.txt")?, &GAZETTEER_SECTIONS)?;
    fs::write(out.join("gazetteer.gcs"), packed(&names, |_| NAME_BITS))?;
    let classes = sections(&fs::read_to_string("src/page/class_words.txt")?, &CLASS_SECTIONS)?;
    fs::write(out.join("class_words.gcs"), packed(&classes, |_| CLASS_BITS))?;
    let lines = fs::read_to_string("src/boilerplate/lines.txt")?;
    let phrases = lines.lines().filter(|l| !l.starts_with('#'));
    fs::write(out.join("furniture.gcs"), set(0, phrases.map(collections::hash::hash_of), LINE_BITS))?;
    let (alone, parts) = notes()?;
    fs::write(out.join("notes.gcs"), alone)?;
    fs::write(out.join("note_parts.gcs"), parts)?;
    fs::write(out.join("block_trees.bin"), trees(&fs::read_to_string("src/page/block_trees.txt")?)?)?;
    let exact =
        (0..SECTIONS.len()).filter(|list| EXACT.contains(&SECTIONS[*list])).fold(0_u64, |all, list| all | 1 << list);
    let bits = [
        ("WORD_BITS", WORD_BITS),
        ("SHARED_BITS", SHARED_BITS),
        ("EXACT_BITS", EXACT_BITS),
        ("CLASS_BITS", CLASS_BITS),
        ("NAME_BITS", NAME_BITS),
        ("LINE_BITS", LINE_BITS),
        ("NOTE_BITS", NOTE_BITS),
        ("NOTE_PART_BITS", NOTE_PART_BITS),
    ]
    .map(|(name, bits)| format!("pub(crate) const {name}: u32 = {bits};\n"));
    let exact = format!("pub(crate) const EXACT_LISTS: u64 = {exact};\n");
    Ok(fs::write(out.join("bits.rs"), bits.concat() + &exact)?)
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

/// The phrases of notes of all languages, by their lists: those that stand alone, and the others. `src/note/phrases.rs` says
/// how they are written.
fn notes() -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let mut lists: BTreeMap<usize, BTreeSet<u64>> = BTreeMap::new();
    for file in fs::read_dir("src/note/phrases")? {
        let source = fs::read_to_string(file?.path())?;
        let mut section = "";
        for line in source.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name;
                continue;
            }
            for (list, phrase) in note_lists(section, line)? {
                for phrase in expanded(phrase) {
                    let words: Vec<_> = words::words_from(&phrase, 0).collect();
                    let most = match words.first().is_some_and(|word| word.alone) {
                        false if is_short(list) => 5,
                        true if is_short(list) => 16,
                        alone => {
                            if alone {
                                20
                            } else {
                                8
                            }
                        }
                    };
                    if words.is_empty() || words.len() > most {
                        return Err(format!("no phrase of a note: {phrase}").into());
                    }
                    lists.entry(list).or_default().insert(words::phrase_hash(&words));
                    if let (true, [.., last]) = (list >= ENDS, words.as_slice()) {
                        lists.entry(LAST_WORDS).or_default().insert(words::phrase_hash(&[*last]));
                    }
                }
            }
        }
    }
    let packed = |alone: bool, bits: u32| -> Vec<u8> {
        let lists =
            lists.iter().filter(|(list, _)| (**list < KINDS.len() || (ENDS..LAST_WORDS).contains(*list)) == alone);
        lists.flat_map(|(list, hashes)| set(*list, hashes.iter().copied(), bits)).collect()
    };
    Ok((packed(true, NOTE_BITS), packed(false, NOTE_PART_BITS)))
}

/// Whether a list has continuations, which are shorter than other phrases, as `src/note/phrases.rs` looks them up.
fn is_short(list: usize) -> bool {
    (2 * KINDS.len()..LABELS).contains(&list)
}

/// The kinds of notes that have phrases, in the order of `NoteKind` in `src/note/mod.rs`. Each has three lists: of openings,
/// of beginnings, of continuations.
const KINDS: [&str; 8] = ["correction", "editorial", "credit", "reporter", "caption", "follow", "call", "announcement"];
/// The lists behind those: labels of lines, of whole paragraphs, of pictures.
const LABELS: usize = 3 * KINDS.len();
/// Phrases at the end of credits, of captions, of calls.
const ENDS: usize = LABELS + 3;
/// The last words of these: most sentences end in none of them.
const LAST_WORDS: usize = ENDS + 3;

/// The phrases of a line with the numbers of their lists, in the order of `PhraseLists` in `src/note/phrases.rs`.
fn note_lists<'l>(section: &str, line: &'l str) -> Result<Vec<(usize, &'l str)>, String> {
    let kind =
        KINDS.iter().position(|known| *known == section).ok_or_else(|| format!("no kind is called {section}"))?;
    if let Some(phrase) = line.strip_suffix(':') {
        let of = match section {
            "caption" => 2,
            "correction" | "editorial" => 1,
            _ => 0,
        };
        return Ok(vec![(LABELS + of, phrase)]);
    }
    if let Some(phrase) = line.strip_suffix(" .") {
        let of = ["credit", "caption", "call"].iter().position(|known| *known == section);
        let of = of.ok_or_else(|| format!("[{section}] has no phrases that end a sentence: {line}"))?;
        return Ok(vec![(ENDS + of, phrase.trim_start_matches("..."))]);
    }
    let Some((begin, continuation)) = line.split_once("...") else { return Ok(vec![(kind, line)]) };
    let parts = [(KINDS.len() + kind, begin.trim()), (2 * KINDS.len() + kind, continuation.trim())];
    Ok(parts.into_iter().filter(|(_, phrase)| !phrase.is_empty()).collect())
}

/// A phrase with each of its alternatives: `this {story|article}` is two.
fn expanded(phrase: &str) -> Vec<String> {
    let Some((before, rest)) = phrase.split_once('{') else { return vec![phrase.to_owned()] };
    let (choice, behind) = rest.split_once('}').unwrap_or((rest, ""));
    let all = |alternative| expanded(&format!("{before}{alternative}{behind}"));
    choice.split('|').flat_map(all).collect()
}

/// The bits of a list in a lexicon whose other lists have `others`.
fn bits_of(list: usize, others: u32) -> u32 {
    if EXACT.contains(&SECTIONS[list]) { EXACT_BITS } else { others }
}

fn packed(sections: &Sections, bits: impl Fn(usize) -> u32) -> Vec<u8> {
    let of_list = |(list, words): (&usize, &BTreeSet<String>)| {
        set(*list, words.iter().map(|word| collections::hash::hash_of(word)), bits(*list))
    };
    sections.iter().flat_map(of_list).collect()
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
/// count in two bytes and the number of the list in one, then the differences of the sorted hashes in the
/// Rice code that suits their mean, padded to a byte.
fn set(list: usize, hashes: impl Iterator<Item = u64>, bits: u32) -> Vec<u8> {
    let mut values: Vec<u64> = hashes.map(|hash| hash >> (64 - bits)).collect();
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
    assert!(count < 1 << 16 && list < 1 << 6, "list {list} has {count} words");
    let mut packed = (count as u16).to_le_bytes().to_vec();
    packed.push(list as u8);
    packed.extend(
        coded.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |sum, (at, bit)| sum | u8::from(*bit) << at)),
    );
    packed
}

/// The sections a lexicon may have, in the order of `List` in `src/language/lexicon.rs`.
const SECTIONS: [&str; 38] = [
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
    "person",
    "opinion",
    "event",
    "definite",
    "referent",
    "demonstrative",
    "adverb",
    "period",
    "attribute",
    "answer",
    "denial",
    "standing",
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

/// The sections of `gazetteer.txt`, in the order in which `src/analysis/entity/gazetteer.rs` reads them.
const GAZETTEER_SECTIONS: [&str; 2] = ["place", "given_name"];
