//! Surnames whose bearer an earlier sentence introduced, where they stand for somebody who acts or speaks: at the opening
//! or beside a verb of saying.
//!
//! Whom the first sentence introduces the headline names or describes, as a rule, and who is mentioned often is whom the
//! story is about: editors take sentences with their surnames as often as others.

use super::Reason;
use super::introduction::is_full;
use super::story::Story;
use crate::analysis::entity::Mention;
use crate::language::lexicon::List;
use crate::language::token::Token;

/// Who is mentioned more often is known. Editors show .1 % of their sentences with, and .5 % of those that they would not
/// show have, a surname that is mentioned twice; of more mentions they show as many as not.
const MENTIONS: usize = 2;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let entities = &story.document.entities;
    let here = entities.of_sentence(sentence);
    for mention in here {
        let entity = mention.entity as usize;
        if entities.list[entity].mentions > MENTIONS {
            continue;
        }
        let Some(introduction) = story.introductions[entity].filter(|s| (1..sentence).contains(s)) else { continue };
        let is_introduced_here = here.iter().any(|m| m.entity == mention.entity && is_full(story.text, m));
        if !is_introduced_here && acts(story, sentence, mention) {
            add(Reason::Name, Some(introduction));
        }
    }
}

/// Whether a name opens its sentence or stands beside a verb of saying, and the headline does not have it.
fn acts(story: &Story<'_>, sentence: usize, name: &Mention) -> bool {
    let tokens = story.tokens(sentence);
    let first = tokens.partition_point(|t| t.span.start < name.span.start);
    let end = tokens.partition_point(|t| t.span.start < name.span.end);
    let speaks = |token: Option<&Token>| token.is_some_and(|t| t.lists.has(List::Speech));
    let opens = story.words(sentence).next().is_some_and(|word| word.span.end > name.span.start);
    (opens || speaks(tokens.get(end)) || speaks(first.checked_sub(1).and_then(|before| tokens.get(before))))
        && !tokens[first..end].iter().any(|token| story.in_headline(token))
}
