//! What an element is for, by its tag, ARIA role, class and id.

use crate::collections::hash::{Hasher, Key, hash_of};
use crate::collections::packed::{CLASS_BITS, Words};
use crate::page::element::ElementFacts;
use crate::text::case::word_hash;
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
    /// Boilerplate by its tag or ARIA role.
    BoilerplateTag,
    /// Boilerplate by a word of its class or id; pages abuse class names, so this is the weaker sign.
    BoilerplateClass,
}

/// What an element's tag, role, class and id say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Description {
    pub(crate) role: Role,
    /// Whether a word of its class or id says that it holds a body of text.
    pub(crate) says_body: bool,
    /// Whether a word of its class or id names what is never part of a story (a newsletter box, a cookie notice).
    pub(crate) says_never: bool,
    /// Whether a word of its class or id says that it holds readers' comments.
    pub(crate) says_comments: bool,
    /// A key of the tag and the words of its class, those with digits left out: build tools make them up.
    pub(crate) signature: Key,
}

/// Describes an element.
pub(crate) fn describe(element: ElementFacts<'_>) -> Description {
    let mut said = None;
    let mut says_body = element.itemprop == "articleBody";
    let mut says_never = false;
    let mut says_comments = false;
    let mut signature = Hasher::default();
    signature.mix(hash_of(element.name));
    for (is_class, word) in
        class_words(element.class).map(|w| (true, w)).chain(class_words(element.id).map(|w| (false, w)))
    {
        let lists = lists_of_word(word);
        said = said.or_else(|| role_of_lists(lists));
        says_body |= lists & SAYS_BODY != 0;
        says_never |= lists & SAYS_NEVER != 0;
        says_comments |= lists & SAYS_COMMENTS != 0;
        if is_class && !word.bytes().any(|b| b.is_ascii_digit()) {
            signature.mix(hash_of(word));
        }
    }
    Description { role: role_of(element, said), says_body, says_never, says_comments, signature: signature.key() }
}

/// The role of an element; `said` is the one its class and id name.
fn role_of(element: ElementFacts<'_>, said: Option<Role>) -> Role {
    match element.role {
        "article" | "main" => return Role::Article,
        "navigation" | "complementary" | "contentinfo" | "search" | "banner" | "dialog" | "alertdialog" | "form"
        | "menu" | "menubar" | "toolbar" | "tablist" | "alert" | "status" => return Role::BoilerplateTag,
        _ => {}
    }
    match element.name {
        "header" => return Role::Header,
        "nav" | "aside" | "footer" | "dialog" | "menu" | "search" | "fieldset" | "address" => {
            return Role::BoilerplateTag;
        }
        _ => {}
    }
    if element.itemprop == "articleBody" {
        return Role::Article;
    }
    match said {
        Some(role) => role,
        None if matches!(element.name, "article" | "main") => Role::Article,
        None => Role::Plain,
    }
}

/// Whole words of a class or id: `article__related-links` gives article, related, links. Whole words,
/// because one large site has "ads" inside nearly every class.
pub(crate) fn class_words(value: &str) -> impl Iterator<Item = &str> {
    value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty())
}

/// The bit of the list of words that name bodies of text.
const SAYS_BODY: u32 = 1 << 3;
/// The bit of the list of words that name what is never part of a story.
const SAYS_NEVER: u32 = 1 << 4;
/// The bit of the list of words that name readers' comments.
const SAYS_COMMENTS: u32 = 1 << 5;

/// The lists of `class_words.txt` that a word of a class name is on, a bit a list.
fn lists_of_word(word: &str) -> u32 {
    static KNOWN: OnceLock<Words> = OnceLock::new();
    KNOWN.get_or_init(|| Words::of(PACKED, CLASS_BITS)).get(word_hash(word))
}

/// What a word of a class name says; of several lists the first counts.
fn role_of_lists(lists: u32) -> Option<Role> {
    match lists.trailing_zeros() {
        0 => Some(Role::Standfirst),
        1 => Some(Role::Byline),
        2 => Some(Role::BoilerplateClass),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_words_are_matched_whole() {
        let role = |class| describe(ElementFacts { name: "div", class, ..ElementFacts::default() }).role;
        assert_eq!(role("adsense-free loadsOfText"), Role::Plain);
        assert_eq!(role("story__related-links"), Role::BoilerplateClass);
        assert_eq!(role("Standfirst"), Role::Standfirst);
    }
}
