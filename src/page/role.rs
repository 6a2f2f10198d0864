//! What an element is for, by its tag, ARIA role, class and id.

use crate::case::word_hash;
use crate::packed::{self, SHARED_BITS};
use crate::page::block::ElementFacts;
use crate::table::Table;
use std::sync::OnceLock;

/// The words of `class_words.txt`, packed by `build.rs` in the order of `CLASS_SECTIONS` there.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/class_words.gcs"));

/// What an element is for, as its tag, ARIA role, class and id say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing is said.
    Plain,
    /// An article or the body of one.
    Article,
    /// The paragraph under the headline.
    Standfirst,
    /// Who wrote it and when.
    Byline,
    /// The opening of a page or an article: headline, standfirst, byline, but no body.
    Header,
    /// Furniture by its tag or ARIA role.
    FurnitureTag,
    /// Furniture by a word of its class or id; pages abuse class names, so this is the weaker sign.
    FurnitureClass,
}

/// Elements whose content is never text of an article. The widget itself is one of them.
pub(crate) fn never_text(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "video"
            | "audio"
            | "canvas"
            | "map"
            | "img"
            | "picture"
            | "button"
            | "select"
            | "textarea"
            | "input"
            | "datalist"
            | "progress"
            | "meter"
            | "head"
            | "title"
            | "meta"
            | "link"
            | "nut-graf"
    )
}

/// The role of an element.
pub(crate) fn role_of(element: ElementFacts<'_>) -> Role {
    match element.role {
        "article" | "main" => return Role::Article,
        "navigation" | "complementary" | "contentinfo" | "search" | "banner" | "dialog" | "alertdialog" | "form"
        | "menu" | "menubar" | "toolbar" | "tablist" | "alert" | "status" => return Role::FurnitureTag,
        _ => {}
    }
    match element.name {
        "header" => return Role::Header,
        "nav" | "aside" | "footer" | "dialog" | "menu" | "search" | "fieldset" | "address" => {
            return Role::FurnitureTag;
        }
        _ => {}
    }
    if element.itemprop == "articleBody" {
        return Role::Article;
    }
    let said = class_words(element.class).chain(class_words(element.id)).find_map(role_of_word);
    match said {
        Some(role) => role,
        None if matches!(element.name, "article" | "main") => Role::Article,
        None => Role::Plain,
    }
}

/// Whole words of a class or id: `article__related-links` gives article, related, links. Whole words,
/// because one large site has "ads" inside nearly every class.
fn class_words(value: &str) -> impl Iterator<Item = &str> {
    value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty())
}

/// What a word of a class name says; of several lists the first counts.
fn role_of_word(word: &str) -> Option<Role> {
    static KNOWN: OnceLock<Table<u32>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| packed::read_sections(PACKED, SHARED_BITS).0);
    match known.get(packed::cut(word_hash(word), SHARED_BITS)).trailing_zeros() {
        0 => Some(Role::Standfirst),
        1 => Some(Role::Byline),
        2 => Some(Role::FurnitureClass),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_words_are_matched_whole() {
        let role = |class| role_of(ElementFacts { name: "div", class, ..ElementFacts::default() });
        assert_eq!(role("adsense-free loadsOfText"), Role::Plain);
        assert_eq!(role("story__related-links"), Role::FurnitureClass);
        assert_eq!(role("Standfirst"), Role::Standfirst);
    }
}
