//! What a name names, by cheap cues: titles, the words inside it, what stands around it. Approximate.

use crate::entity::EntityKind;
use crate::entity::alias::Group;
use crate::entity::name::Name;
use crate::language::Prose;
use crate::language::lexicon::List;
use crate::language::token::{Case, Token, TokenKind};

/// Votes for each of person, place, organisation.
#[derive(Default)]
struct Votes([u32; 3]);

/// A title before a name all but proves a person.
const TITLE: u32 = 8;
/// A word like "Ministry" or "Lake" inside a name nearly settles it.
const INNER_WORD: u32 = 6;
/// Two or three capitalized words without any other sign are more often a person than not.
const FULL_NAME: u32 = 1;
/// An acronym alone is most often an organisation.
const ACRONYM: u32 = 3;
/// A verb of saying behind the name: people, but capitals and ministries speak too …
const SPEAKS: u32 = 2;
/// … those by one word: "Moscow said".
const SPEAKS_ALONE: u32 = 1;
/// One word that takes an article, "the Kremlin said", and is not what the article belongs to, "the Karabakh conflict".
const SEAT: u32 = 2;
/// A preposition of place before the name.
const PREPOSITION: u32 = 2;

/// The kind that most of the entity's mentions speak for.
pub(super) fn of(text: &str, prose: &Prose, names: &[Name], group: &Group) -> EntityKind {
    let mut votes = Votes::default();
    for member in &group.members {
        vote(text, prose, &names[*member], &mut votes);
    }
    let [person, place, organisation] = votes.0;
    let most = person.max(place).max(organisation);
    match most {
        0 => EntityKind::Other,
        _ if place == most => EntityKind::Place,
        _ if organisation == most => EntityKind::Organisation,
        _ => EntityKind::Person,
    }
}

fn vote(text: &str, prose: &Prose, name: &Name, votes: &mut Votes) {
    let sentence = &prose.sentences[name.sentence];
    let tokens = &prose.tokens;
    let inside = &tokens[name.first..name.end];
    let before = name.first.checked_sub(1).filter(|b| *b >= sentence.tokens.start).map(|b| &tokens[b]);
    let after = Some(name.end).filter(|a| *a < sentence.tokens.end).map(|a| &tokens[a]);
    let has = |token: Option<&Token>, list| token.is_some_and(|t| t.lists.has(list));
    let [person, place, organisation] = &mut votes.0;
    if name.titled {
        *person += TITLE;
    }
    if inside.iter().any(|t| t.lists.has(List::Organisation)) {
        *organisation += INNER_WORD;
    }
    if inside.iter().any(|t| t.lists.has(List::Place)) {
        *place += INNER_WORD;
    }
    match inside {
        [only] if only.case == Case::Upper => *organisation += ACRONYM,
        [_, _] | [_, _, _] if inside.iter().all(|t| t.kind == TokenKind::Word && t.case != Case::Upper) => {
            *person += FULL_NAME;
        }
        _ => {}
    }
    if has(after, List::Speech) {
        *person += if inside.len() > 1 { SPEAKS } else { SPEAKS_ALONE };
    }
    let article = before.is_some_and(|b| b.span.of(text).eq_ignore_ascii_case("the"));
    let alone = after.is_none_or(|t| !t.is_content() || t.lists.has(List::Speech));
    if inside.len() == 1 && article && alone {
        *organisation += SEAT;
    }
    if has(before, List::PlacePreposition) && !has(after, List::Speech) {
        *place += PREPOSITION;
    }
}
