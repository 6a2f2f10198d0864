//! Makes the language packs of the lists that people edit, and packs what is in every build into Golomb-coded sets: as text
//! that would be a third of the wasm. `src/language/pack.rs` and `src/collections/packed.rs` say how they are written and read them.

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

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Hashes of the function words by which languages are identified are cut to so many bits (of 16 to 31): one other word
/// in 800 is taken for one of the 160 that a language has. A bit more costs 0.3 KB.
const IDENTIFYING_BITS: u32 = 17;
/// The same for class names.
const CLASS_BITS: u32 = 18;
/// The same for the words that pages say of themselves, of which each page has few.
const PAGE_BITS: u32 = 20;
/// The same for boilerplate lines, where a false hit would cost a paragraph: one in 8,700.
const LINE_BITS: u32 = 23;
/// Words by the number of their list.
type Sections = BTreeMap<usize, BTreeSet<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/language/lexicon");
    println!("cargo::rerun-if-changed=src/analysis/entity/gazetteer");
    println!("cargo::rerun-if-changed=src/analysis/entity/names_de.bin");
    println!("cargo::rerun-if-changed=src/boilerplate");
    println!("cargo::rerun-if-changed=src/page/class_words.txt");
    println!("cargo::rerun-if-changed=src/page/metadata/byline_words.txt");
    println!("cargo::rerun-if-changed=src/page/block_trees.txt");
    println!("cargo::rerun-if-changed=src/page/kind_trees.txt");
    println!("cargo::rerun-if-changed=src/page/page_words.txt");
    println!("cargo::rerun-if-changed=src/note/phrases");
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/collections/hash.rs");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);

    fs::create_dir_all(out.join("packs"))?;
    fs::write(out.join("packs/de-names.txt"), names_pack("de", &fs::read("src/analysis/entity/names_de.bin")?)?)?;
    let mut identifying = Sections::new();
    for (at, code) in languages()?.iter().enumerate() {
        let lexicon = fs::read_to_string(format!("src/language/lexicon/{code}.txt"))?;
        let notes = fs::read_to_string(format!("src/note/phrases/{code}.txt"))?;
        let gazetteer = fs::read_to_string(format!("src/analysis/entity/gazetteer/{code}.txt"))?;
        let parts = [("lexicon", &*lexicon), ("notes", &notes), ("gazetteer", &gazetteer)];
        fs::write(out.join(format!("packs/{code}.txt")), pack(code, LICENCE, &parts))?;
        if !ALONE_IN_SCRIPT.contains(&code.as_str()) {
            identifying.insert(at, function_words(&lexicon));
        }
    }
    fs::write(out.join("function_words.gcs"), packed(&identifying, IDENTIFYING_BITS))?;
    let classes = sections(&fs::read_to_string("src/page/class_words.txt")?, &CLASS_SECTIONS)?;
    fs::write(out.join("class_words.gcs"), packed(&classes, CLASS_BITS))?;
    let said = sections(&fs::read_to_string("src/page/page_words.txt")?, &PAGE_SECTIONS)?;
    fs::write(out.join("page_words.gcs"), packed(&said, PAGE_BITS))?;
    let mut boilerplate = Sections::new();
    for (at, name) in ["lines", "comments", "openings"].iter().enumerate() {
        let lines = fs::read_to_string(format!("src/boilerplate/{name}.txt"))?;
        boilerplate.insert(at, lines.lines().filter(|l| !l.starts_with('#')).map(str::to_owned).collect());
    }
    boilerplate.insert(3, before_names(&fs::read_to_string("src/page/metadata/byline_words.txt")?));
    fs::write(out.join("boilerplate.gcs"), packed(&boilerplate, LINE_BITS))?;
    fs::write(out.join("block_trees.bin"), trees(&fs::read_to_string("src/page/block_trees.txt")?)?)?;
    fs::write(out.join("kind_trees.bin"), trees(&fs::read_to_string("src/page/kind_trees.txt")?)?)?;
    if env::var_os("CARGO_FEATURE_CLI").is_some() {
        println!("cargo::rerun-if-changed=www/labels");
        fs::write(out.join("labels.rs"), labels()?)?;
    }
    let bits = [
        ("IDENTIFYING_BITS", IDENTIFYING_BITS),
        ("CLASS_BITS", CLASS_BITS),
        ("PAGE_BITS", PAGE_BITS),
        ("LINE_BITS", LINE_BITS),
    ]
    .map(|(name, bits)| format!("#[allow(dead_code)] // With few features.\npub(crate) const {name}: u32 = {bits};\n"));
    Ok(fs::write(out.join("bits.rs"), bits.concat())?)
}

/// The files of the widget's labels, by their language's tag, as Rust.
fn labels() -> Result<String, Box<dyn Error>> {
    let files = fs::read_dir("www/labels")?.collect::<Result<Vec<_>, _>>()?;
    let tags: BTreeSet<_> =
        files.iter().filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned())).collect();
    let entry =
        |tag| format!("({tag:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/www/labels/{tag}.json\"))),\n");
    Ok(format!("&[\n{}]\n", tags.iter().map(entry).collect::<String>()))
}

/// The languages that have a lexicon, in alphabetical order, as in `src/language/languages.rs`.
fn languages() -> Result<Vec<String>, Box<dyn Error>> {
    let files = fs::read_dir("src/language/lexicon")?.collect::<Result<Vec<_>, _>>()?;
    let codes = files.iter().filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned()));
    Ok(codes.collect::<BTreeSet<_>>().into_iter().collect())
}

/// Languages that are known by their script: their words identify nothing.
const ALONE_IN_SCRIPT: [&str; 5] = ["hi", "ja", "ko", "th", "zh"];

/// Words of these sections of a lexicon carry no topic: a language is identified by them.
const FUNCTION_SECTIONS: [&str; 3] = ["stop", "anaphor", "connective"];

/// Longer function words are rarer, and leave the accuracy as it is from 200 characters of text on (Grefenstette 1995: short
/// words do well).
const SHORT_WORD: usize = 5;

/// The short function words of a lexicon, without its phrases: a language is identified word by word.
fn function_words(lexicon: &str) -> BTreeSet<String> {
    let sections = lexicon.split("\n[").skip(1).filter_map(|section| section.split_once(']'));
    let words = sections.filter(|(name, _)| FUNCTION_SECTIONS.contains(name));
    words
        .flat_map(|(_, words)| words.split_ascii_whitespace())
        .filter(|w| !w.contains('_') && w.chars().count() <= SHORT_WORD)
        .map(str::to_owned)
        .collect()
}

/// What a pack of word lists says of its licence; the files that it is made of name their sources.
const LICENCE: &str = "MIT OR Apache-2.0; names of places Unicode-3.0: see NOTICE.";

/// A language pack of these parts.
fn pack(code: &str, licence: &str, parts: &[(&str, &str)]) -> String {
    let mut pack = format!("== nutgraf language pack 1: {code}\n# {licence}\n");
    for (name, text) in parts {
        pack.extend(["== ", name, "\n"]);
        let is_section = |line: &str| line.starts_with('[');
        let mut within = false;
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            // The words of a section are one line: line ends where people wrapped it cost 1 % of a pack. A phrase of notes is
            // a line of its own.
            if within && !is_section(line) && *name != "notes" {
                pack.pop();
                pack.push(' ');
            }
            pack.extend([line, "\n"]);
            within = !is_section(line);
        }
    }
    pack + "== end\n"
}

/// The pack of a name tagger's weights, from -8 to 7, each as a letter from `a` to `p`. A line of text stands before them.
fn names_pack(code: &str, file: &[u8]) -> Result<String, Box<dyn Error>> {
    let header = file.iter().position(|byte| *byte == b'\n').ok_or("the weights have no header")?;
    let letter = |weight: &u8| char::from(b'a' + weight.wrapping_add(8));
    let weights: String = file[header + 1..].iter().map(letter).collect();
    Ok(pack(code, std::str::from_utf8(&file[..header])?, &[("names", &weights)]))
}

/// What bylines begin with: the first section of the words around names, each a phrase.
fn before_names(words: &str) -> BTreeSet<String> {
    let lines = words.lines().skip_while(|line| !line.starts_with('[')).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    lines.flat_map(|line| line.split(", ")).map(|word| word.trim_end_matches('.').to_owned()).collect()
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
    let of_list = |(list, words): (&usize, &BTreeSet<String>)| {
        set(*list, words.iter().map(|word| collections::hash::hash_of(word)), bits)
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
    assert!(count < 1 << 16 && list < 32, "list {list} has {count} words");
    let mut packed = (count as u16).to_le_bytes().to_vec();
    packed.push(list as u8);
    packed.extend(
        coded.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |sum, (at, bit)| sum | u8::from(*bit) << at)),
    );
    packed
}

/// The sections of `class_words.txt`, in the order in which `src/page/role.rs` reads them.
const CLASS_SECTIONS: [&str; 6] = ["standfirst", "byline", "boilerplate", "body", "never", "comments"];
/// The lists of `page_words.txt` in the order of `src/page/signs.rs`.
const PAGE_SECTIONS: [&str; 24] = [
    "type-article",
    "type-listing",
    "type-product",
    "type-forum",
    "type-documentation",
    "type-service",
    "og-article",
    "og-website",
    "path-article",
    "path-listing",
    "path-product",
    "path-forum",
    "path-documentation",
    "path-service",
    "says-listing",
    "says-product",
    "says-forum",
    "says-documentation",
    "label-listing",
    "label-product",
    "label-forum",
    "label-service",
    "opinion",
    "live",
];
