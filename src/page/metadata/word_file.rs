//! Word lists of the metadata: sections under `[name]`, their entries parted by commas, comments behind `#`.

use super::titles::key;
use crate::language::pack;
use std::collections::{HashMap, HashSet};

/// The entries of each section by the section's name, in small letters, without all that is no letter, digit or space.
pub(super) fn sections(file: &'static str) -> HashMap<&'static str, HashSet<String>> {
    let mut sections: HashMap<&str, HashSet<String>> = HashMap::new();
    for (name, line) in pack::sections(file) {
        sections.entry(name).or_default().extend(line.split(", ").map(spaced_key));
    }
    sections
}

/// The words of a text in small letters, without marks, parted by single spaces.
pub(super) fn spaced_key(text: &str) -> String {
    let words: Vec<String> =
        text.split_whitespace().map(|word| if word == "&" { word.to_owned() } else { key(word) }).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
