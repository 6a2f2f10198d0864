//! Which sentence introduces a person.

use crate::analysis::entity::{Entities, EntityKind, Mention};

/// For each person the sentence that introduces them, if their first mention is a full name: who is first mentioned by
/// one word is known by it.
pub(super) fn introductions(text: &str, entities: &Entities) -> Vec<Option<usize>> {
    let mut found = vec![None; entities.list.len()];
    for mention in entities.mentions.iter().rev() {
        let is_person = entities.list[mention.entity as usize].kind == EntityKind::Person;
        found[mention.entity as usize] = (is_person && is_full(text, mention)).then_some(mention.sentence);
    }
    found
}

/// Whether a mention is more than one word.
pub(super) fn is_full(text: &str, mention: &Mention) -> bool {
    mention.span.of(text).bytes().any(|b| b == b' ')
}
