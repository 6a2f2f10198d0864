//! Surnames whose bearer was introduced in an earlier sentence.

use super::Reason;
use super::story::Story;
use crate::entity::EntityKind;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let entities = &story.document.entities;
    let here = entities.of_sentence(sentence);
    for mention in here {
        let entity = mention.entity as usize;
        let Some(introduction) = story.introductions[entity].filter(|s| *s < sentence) else { continue };
        let is_introduced_here = || here.iter().any(|m| m.entity == mention.entity && has_two_words(m.span.of(story.text)));
        if entities.list[entity].kind == EntityKind::Person
            && !is_introduced_here()
            && !story.is_named_in_headline(sentence, mention.span)
        {
            add(Reason::Name, Some(introduction));
        }
    }
}

/// For each entity the sentence that introduces it, if its first mention is a full name: who is first mentioned by one
/// word is known by it.
pub(super) fn introductions(story_text: &str, entities: &crate::entity::Entities) -> Vec<Option<usize>> {
    let mut found = vec![None; entities.list.len()];
    let mut is_known = vec![false; entities.list.len()];
    for mention in &entities.mentions {
        let entity = mention.entity as usize;
        if !is_known[entity] {
            is_known[entity] = true;
            found[entity] = has_two_words(mention.span.of(story_text)).then_some(mention.sentence);
        }
    }
    found
}

fn has_two_words(name: &str) -> bool {
    name.contains(char::is_whitespace)
}
