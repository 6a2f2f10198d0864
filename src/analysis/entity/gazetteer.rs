//! Names known by heart, from the packs of the article's language and of English: countries and cities, and given names.
//!
//! The files of `gazetteer/` are written by `make gazetteer` (`tools/gazetteer/by_hand.txt` has what is not in the Unicode
//! CLDR): in lower case, several words with `_` between, and in Slavic languages without the ending that inflection changes.

use crate::collections::hash::Key;
use crate::collections::map::Table;
use crate::language::Language;
use crate::language::lexicon::Lexicon;
use crate::language::pack::{self, Part, PerLanguage};
use crate::language::word::after_elision;
use crate::text::case::word_hash;
use crate::text::chars::{find, length};
use crate::text::punctuation::is_apostrophe;

/// What is known of a name, a bit each: it is a place, a given name, or, as it has the ending of one after a place, a
/// people.
pub(super) const PLACE: u32 = 1;
pub(super) const GIVEN_NAME: u32 = 1 << 1;
const PEOPLE: u32 = 1 << 2;
/// The sections of the files.
const SECTIONS: [(&str, u32); 2] = [("place", PLACE), ("given_name", GIVEN_NAME)];

/// How peoples are called after their country in English, but for an "s" of the plural, and their languages: Russian,
/// Israelis.
const PEOPLES: [&str; 4] = ["n", "i", "an", "ian"];
/// Endings of inflected names have at most so many letters: Москва, Москвою.
const ENDING_LETTERS: usize = 3;
/// What is left without an ending has at least so many.
const STEM_LETTERS: usize = 4;
/// A name takes so many bytes of its file or more on the average, with the space after it.
const NAME_BYTES: usize = 7;

/// A name without what an apostrophe joins to it: the article before it, "l'Espagne", "dell'Italia", or the ending after
/// it, "Türkiye'nin".
fn bare(name: &str, language: Language) -> &str {
    let Some(at) = find(name, is_apostrophe) else { return name };
    let after = after_elision(name, Lexicon::of(language)).filter(|after| length(after) >= STEM_LETTERS);
    after.unwrap_or(&name[..at])
}

/// The names of a language and of English, each with what it is.
fn read(own: &str, english: &str) -> Table<u32> {
    let mut names = Table::with_capacity((own.len() + english.len()) / NAME_BYTES);
    for (section, line) in pack::sections(own).chain(pack::sections(english)) {
        let is = SECTIONS.iter().find(|(name, _)| *name == section).map_or(0, |(_, is)| *is);
        pack::keys_of(line).for_each(|name| *names.entry(name) |= is);
    }
    names
}

/// What is known of a name in a language.
pub(super) fn known(name: &str, language: Language) -> u32 {
    static NAMES: PerLanguage<Table<u32>> = PerLanguage::new(Part::Gazetteer, read);
    let names = NAMES.of(language);
    let of = |name: &str| names.get(word_hash(name) as Key);
    let is_stem = |stem: &&str| stem.chars().nth(STEM_LETTERS - 1).is_some();
    // "Côte d'Ivoire" is known whole.
    let bare = bare(name, language);
    let known = if bare.len() < name.len() { of(name) | of(bare) } else { of(name) };
    let name = bare;
    if known != 0 {
        return known;
    }
    if language.inflects_names() {
        let mut stems = name.char_indices().rev().map(|(at, _)| &name[..at]).take(ENDING_LETTERS).filter(is_stem);
        return stems.find_map(|stem| Some(of(stem)).filter(|known| *known != 0)).unwrap_or_default();
    }
    if language.has_bare_genitive() {
        return name.strip_suffix('s').map_or(0, of);
    }
    let one = name.strip_suffix('s').unwrap_or(name);
    let mut stems = PEOPLES.iter().filter_map(|ending| one.strip_suffix(ending)).filter(is_stem);
    let is_people = language == Language::English && stems.any(|stem| of(stem) & PLACE != 0);
    if is_people { PEOPLE } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;

    #[test]
    fn names_are_known_behind_an_apostrophe_and_before_one() {
        for (language, name) in [
            ("fr", "l'Espagne"),
            ("fr", "d’Afrique"),
            ("fr", "Côte d'Ivoire"),
            ("it", "dell'Italia"),
            ("tr", "Irak'ta"),
            ("tr", "Türkiye’nin"),
            ("en", "France's"),
        ] {
            assert_ne!(known(name, Language::of_code(language)) & PLACE, 0, "{language}: {name}");
        }
    }

    #[test]
    fn the_files_of_all_languages_are_sorted_lower_case_and_licensed() -> Result<(), std::io::Error> {
        let mut languages = BTreeSet::new();
        for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/analysis/entity/gazetteer"))? {
            let path = file?.path();
            let source = fs::read_to_string(&path)?;
            let language = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let first = source.lines().next().unwrap_or_default();
            assert!(first.starts_with('#') && first.contains("Licence: Unicode-3.0"), "{language}: {first}");
            let (mut last, mut places) = ("", 0);
            for line in source.lines().skip(1) {
                if let Some(section) = line.strip_prefix('[') {
                    assert!(matches!(section, "place]" | "given_name]"), "{language}: {line}");
                    last = "";
                    continue;
                }
                for word in line.split_ascii_whitespace() {
                    assert!(last < word, "{language}: {last} stands before {word}");
                    assert_eq!(word.to_lowercase(), word, "{language}");
                    (last, places) = (word, places + 1);
                }
            }
            assert!(places > 50, "{language} has {places} names");
            languages.insert(language);
        }
        let expected: BTreeSet<String> = Language::ALL.iter().map(|language| language.code().to_owned()).collect();
        assert_eq!(languages, expected);
        Ok(())
    }
}
