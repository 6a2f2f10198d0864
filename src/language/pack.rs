//! Language packs: what is known of a language by word lists and weights, as one text in parts.
//!
//! `build.rs` makes them of the files that people edit (`lexicon/xx.txt`, `src/note/phrases/xx.txt`,
//! `src/analysis/entity/gazetteer/xx.txt`). English is always
//! compiled in, the others with the feature `languages`. Without it, as in the module that pages load, [`install`] takes
//! the packs that a page fetched, and until then a language is read by the rules for its script.
//!
//! # Format
//! ```text
//! == nutgraf language pack 1: de
//! == lexicon
//! [stop]
//! aber alle …
//! == notes
//! [correction]
//! …
//! == end
//! ```
//! A pack is text because web servers compress text by default. It ends with `== end`, so that one that broke off is
//! known. A language may have several packs with different parts; of a part the first that is installed stays.

use crate::collections::hash::{Hasher, Key, hash_folded};
use crate::error::Error;
use crate::language::languages::{Language, each_language};
use crate::text::case::folded;
use crate::text::chars::{find_byte, find_text};
use crate::text::scan;
use std::sync::OnceLock;
#[cfg(any(target_arch = "wasm32", test))]
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// The parts of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Word lists: see `language::lexicon`.
    Lexicon,
    /// Phrases of notes on the story: see `note::phrases`.
    Notes,
    /// Names known by heart: see `analysis::entity::gazetteer`.
    Gazetteer,
    /// Weights of the name tagger, where the language has one: see `analysis::entity::weights`.
    Names,
}

impl Part {
    const ALL: [(Self, &'static str); 4] =
        [(Self::Lexicon, "lexicon"), (Self::Notes, "notes"), (Self::Gazetteer, "gazetteer"), (Self::Names, "names")];
}

macro_rules! packs {
    ($($name:ident $code:literal),*) => {
        #[cfg(feature = "languages")]
        const EMBEDDED: &[&str] = &[$(include_str!(concat!(env!("OUT_DIR"), "/packs/", $code, ".txt"))),*];
        /// The word lists as people edit them.
        #[cfg(test)]
        pub(crate) const LEXICONS: &[&str] = &[$(include_str!(concat!("lexicon/", $code, ".txt"))),*];
        /// The phrases of notes as people edit them.
        #[cfg(test)]
        pub(crate) const PHRASES: &[&str] = &[$(include_str!(concat!("../note/phrases/", $code, ".txt"))),*];
    };
}
each_language!(packs);

#[cfg(not(feature = "languages"))]
const ENGLISH_PACK: &str = include_str!(concat!(env!("OUT_DIR"), "/packs/en.txt"));
/// A pack of its own, as its licence is: see NOTICE.
#[cfg(feature = "german-names")]
const GERMAN_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/packs/de-names.txt"));

const HEADER: &str = "== nutgraf language pack 1: ";
const PART_MARK: &str = "== ";
const END: &str = "end";

/// A slot for each part of each language.
static INSTALLED: [[OnceLock<Box<str>>; Part::ALL.len()]; Language::ALL.len()] =
    [const { [const { OnceLock::new() }; Part::ALL.len()] }; Language::ALL.len()];

/// A part of what is known of a language; nothing if the language has none, or its pack is not there.
pub(crate) fn part(language: Language, part: Part) -> Option<&'static str> {
    embedded(language, part).or_else(|| INSTALLED[language.place()?][part as usize].get().map(Box::as_ref))
}

/// The languages that are to be read without their packs.
#[cfg(any(target_arch = "wasm32", test))]
static FORGONE: [AtomicBool; Language::ALL.len()] = [const { AtomicBool::new(false) }; Language::ALL.len()];

/// Whether a language has a pack that is not there and that it is not to be read without.
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) fn is_missing(language: Language) -> bool {
    language.place().is_some_and(|at| !FORGONE[at].load(Relaxed)) && part(language, Part::Lexicon).is_none()
}

/// Lets a language be read by the rules for its script, until its pack is installed after all.
#[cfg(target_arch = "wasm32")]
pub(crate) fn forgo(language: Language) {
    if let Some(at) = language.place() {
        FORGONE[at].store(true, Relaxed);
    }
}

/// The text of a pack that was compiled in.
#[cfg(feature = "languages")]
fn embedded_pack(language: Language) -> Option<&'static str> {
    language.place().map(|at| EMBEDDED[at])
}

#[cfg(not(feature = "languages"))]
fn embedded_pack(language: Language) -> Option<&'static str> {
    (language == Language::English).then_some(ENGLISH_PACK)
}

fn embedded(language: Language, part: Part) -> Option<&'static str> {
    #[cfg(feature = "german-names")]
    if part == Part::Names && language == Language::German {
        return body_of(GERMAN_NAMES, part);
    }
    body_of(embedded_pack(language)?, part)
}

fn body_of(pack: &str, part: Part) -> Option<&str> {
    parts(pack).find(|(name, _)| *name == Part::ALL[part as usize].1).map(|(_, body)| body)
}

/// Installs a language pack, for builds without the feature `languages`. `code` is the ISO 639-1 code of the language. Of a
/// part that is there already the new one is not taken.
///
/// # Errors
/// `invalid-pack` for what is no pack of the language, is one of another release or broke off; nothing of it is installed.
pub fn install(pack: &str, code: &str) -> Result<(), Error> {
    // Version control may have given the file other line ends.
    let pack = &pack.replace("\r\n", "\n");
    let named = pack.strip_prefix(HEADER).and_then(|rest| rest.lines().next());
    let language = named.filter(|named| *named == code).map(Language::of_code);
    let at = language.and_then(Language::place).ok_or(Error::invalid_pack())?;
    if parts(pack).last().is_none_or(|(name, _)| name != END) {
        return Err(Error::invalid_pack());
    }
    for (name, body) in parts(pack) {
        let slot = Part::ALL.iter().find(|(_, known)| *known == name).map(|(part, _)| &INSTALLED[at][*part as usize]);
        if let Some(slot) = slot {
            slot.get_or_init(|| body.into());
        }
    }
    Ok(())
}

/// The parts of a pack: the name of each and its lines.
fn parts(pack: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = pack;
    std::iter::from_fn(move || {
        let (name, lines) = rest.strip_prefix(PART_MARK)?.split_once('\n')?;
        let end = next_part(lines);
        rest = &lines[end..];
        Some((name, &lines[..end]))
    })
}

/// Where the next part begins, or the end.
fn next_part(lines: &str) -> usize {
    let mut at = 0;
    // A pack has few "=" but those of its parts.
    while let Some(passed) = find_text(&lines[at..], PART_MARK) {
        at += passed;
        if at == 0 || lines[..at].ends_with('\n') {
            return at;
        }
        at += PART_MARK.len();
    }
    lines.len()
}

/// The words of a part whose sections are lines `[name]` with words under them, each with the name of its section.
pub(crate) fn sections(part: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut section = "";
    part.lines().filter(|line| !line.starts_with('#')).filter_map(move |line| {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => {
                section = name;
                None
            }
            None => Some((section, line)),
        }
    })
}

/// The keys of the words and names of a line. A phrase of several words is written as one: `the_two`.
pub(crate) fn keys_of(line: &str) -> impl Iterator<Item = Key> {
    let mut rest = line;
    std::iter::from_fn(move || next_key(&mut rest))
}

/// The key of the first word of `rest`, which it is taken from. A call, as several read lines.
#[inline(never)]
fn next_key(rest: &mut &str) -> Option<Key> {
    let word = rest.trim_ascii_start();
    // Most words are nothing but letters of ASCII.
    let (mut count, letters) = scan::small_letters(scan::eight(word.as_bytes(), 0));
    let (mut end, mut hasher) = (count, Hasher::of_letters(letters));
    while count == 8 {
        let (more, letters) = scan::small_letters(scan::eight(word.as_bytes(), end));
        hasher.write_after_eight(letters);
        (count, end) = (more, end + more);
    }
    let is_plain = word.as_bytes().get(end).is_none_or(|byte| *byte == b' ');
    if !is_plain {
        end = find_byte(word, b' ').unwrap_or(word.len());
    }
    *rest = word.get(end + 1..).unwrap_or_default();
    let of_any = || hash_folded(&word[..end], |c| if c == '_' { ' ' } else { folded(c) }) as Key;
    (end > 0).then(|| if is_plain { hasher.key() } else { of_any() })
}

/// What is read of a part of each language's pack, when it is first asked for.
pub(crate) struct PerLanguage<T> {
    part: Part,
    /// Of the language's own part, and that of English.
    read: fn(&str, &str) -> T,
    loaded: [OnceLock<T>; Language::ALL.len()],
    without: OnceLock<T>,
}

impl<T> PerLanguage<T> {
    pub(crate) const fn new(part: Part, read: fn(&str, &str) -> T) -> Self {
        Self { part, read, loaded: [const { OnceLock::new() }; Language::ALL.len()], without: OnceLock::new() }
    }

    /// That of a language; of a language without a pack, or whose pack is not there, what English
    /// alone says.
    pub(crate) fn of(&'static self, language: Language) -> &'static T {
        let slot = language.place().map(|at| &self.loaded[at]);
        if let Some(loaded) = slot.and_then(OnceLock::get) {
            return loaded;
        }
        let own = part(language, self.part);
        let slot = slot.filter(|_| own.is_some()).unwrap_or(&self.without);
        let english = part(Language::English, self.part).filter(|_| language != Language::English || own.is_none());
        slot.get_or_init(|| (self.read)(own.unwrap_or_default(), english.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::case::word_hash;

    #[test]
    fn every_language_has_its_lists_and_phrases() {
        for language in Language::ALL.iter().copied() {
            let code = language.code();
            assert!(part(language, Part::Lexicon).is_some_and(|words| words.starts_with("[stop]\n")), "{code}");
            assert!(part(language, Part::Notes).is_some_and(|phrases| phrases.starts_with('[')), "{code}");
            assert!(!is_missing(language), "{code}");
        }
        assert!(part(Language::Unknown, Part::Lexicon).is_none() && !is_missing(Language::Unknown));
        assert!(part(Language::German, Part::Names).is_some() && part(Language::French, Part::Names).is_none());
    }

    #[test]
    fn what_is_no_whole_pack_is_refused() {
        let pack = "== nutgraf language pack 1: de\n== lexicon\n[stop]\nder\n== end\n";
        assert_eq!(install(pack, "de"), Ok(()));
        assert_eq!(install(&pack.replace('\n', "\r\n"), "de"), Ok(()));
        assert_eq!(install(pack, "fr"), Err(Error::invalid_pack()));
        for wrong in [
            "",
            "<!doctype html>",
            &pack[..pack.len() - 8],
            &pack.replace("pack 1", "pack 2"),
            &pack.replace(": de", ": xx"),
        ] {
            assert_eq!(install(wrong, "de"), Err(Error::invalid_pack()), "{wrong}");
        }
    }

    #[test]
    fn words_of_a_line_have_the_keys_that_they_are_looked_up_by() {
        let words =
            ["a", "Abcdefgh", "abcdefghi", "abcdefghijklmnopq", "the two", "l’un", "été", "5th", "q.e.d", "東京"];
        let line = words.map(|word| word.replace(' ', "_")).join(" ");
        let keys = words.map(|word| word_hash(word) as Key);
        assert!(keys_of(&line).eq(keys));
        assert!(keys_of(&line.replace(' ', "  ")).eq(keys));
        assert_eq!(keys_of("").count(), 0);
    }

    #[test]
    fn sections_give_their_lines() {
        let all: Vec<_> = sections("# a\n[one]\na b\nc\n[two]\nd\n").collect();
        assert_eq!(all, [("one", "a b"), ("one", "c"), ("two", "d")]);
    }
}
