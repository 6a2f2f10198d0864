//! What a name names, by cheap cues: titles, the words inside it, what stands around it. Approximate.

use crate::entity::EntityKind;
use crate::entity::alias::Group;
use crate::entity::name::{Name, is_acronym};
use crate::language::Prose;
use crate::language::lexicon::List;
use crate::language::token::{Case, Token, TokenKind};
use crate::table::is_listed;

/// What the mentions of an entity say.
#[derive(Default)]
struct Votes {
    /// For each of person, place, organisation.
    kinds: [u32; 3],
    /// How many say where something is known from.
    sources: usize,
}

/// A title before a name all but proves a person.
const TITLE: u32 = 8;
/// A word like "Ministry" or "Lake" inside a name nearly settles it.
const INNER_WORD: u32 = 6;
/// Two or three capitalized words without any other sign are more often a person than not.
const FULL_NAME: u32 = 1;
/// An acronym alone is most often an organisation, but for those of a few countries.
const ACRONYM: u32 = 3;
/// A verb of saying behind the name: people, but capitals and ministries speak too …
const SPEAKS: u32 = 2;
/// … those by one word: "Moscow said".
const SPEAKS_ALONE: u32 = 1;
/// A word of the compass and its like before a place: "North Korea", "New York"; more than a full name says.
const COMPASS: u32 = 2;
/// What takes an article, "the Kremlin said", and is not what the article belongs to, "the Karabakh conflict".
const SEAT: u32 = 2;
/// A preposition of place before the name.
const PREPOSITION: u32 = 2;

/// "According to the ministry": so many words before a name at most.
const ACCORDING_WITHIN: usize = 3;

/// The kind that most of the entity's mentions speak for, and how many of them say where something is known from:
/// "according to Reuters", "Peskov said".
pub(super) fn of(text: &str, prose: &Prose, names: &[Name], group: &Group) -> (EntityKind, usize) {
    let mut votes = Votes::default();
    for member in &group.members {
        vote(text, prose, &names[*member], &mut votes);
    }
    let [person, place, organisation] = votes.kinds;
    let most = person.max(place).max(organisation);
    let kind = match most {
        0 if ends_as_place(names[group.fullest].span.of(text)) => EntityKind::Place,
        0 => EntityKind::Other,
        _ if place == most => EntityKind::Place,
        _ if organisation == most => EntityKind::Organisation,
        _ => EntityKind::Person,
    };
    (kind, votes.sources)
}

/// Russia, Kazakhstan, Ireland: how names of countries and regions end in many languages; of persons "Julia" too, but
/// those most often stand beside a surname, a title or a verb of saying.
fn ends_as_place(name: &str) -> bool {
    !name.as_bytes().contains(&b' ') && ["ia", "stan", "land"].iter().any(|ending| name.ends_with(ending))
}

fn vote(text: &str, prose: &Prose, name: &Name, votes: &mut Votes) {
    let sentence = &prose.sentences[name.sentence];
    let tokens = &prose.tokens;
    let inside = &tokens[name.first..name.end];
    let before = name.first.checked_sub(1).filter(|b| *b >= sentence.tokens.start).map(|b| &tokens[b]);
    let after = Some(name.end).filter(|a| *a < sentence.tokens.end).map(|a| &tokens[a]);
    let has = |token: Option<&Token>, list| token.is_some_and(|t| t.lists.has(list));
    let [person, place, organisation] = &mut votes.kinds;
    if name.titled {
        *person += TITLE;
    }
    if inside.iter().any(|t| t.lists.has(List::Organisation)) {
        *organisation += INNER_WORD;
    }
    if inside.iter().any(|t| t.lists.has(List::Place)) {
        *place += INNER_WORD;
    }
    // Of "United States Senate" the last word says what it is.
    if has(inside.last(), List::Organisation) {
        *organisation += 1;
    }
    if inside.len() > 1 && is_listed("North South East West New Saudi San Los Hong", inside[0].span.of(text)) {
        *place += COMPASS;
    }
    match inside {
        _ if is_acronym(text, prose, name) => {
            let country = is_listed("US U.S. USA UK U.K. UAE", name.span.of(text));
            *(if country { &mut *place } else { &mut *organisation }) += ACRONYM;
        }
        [_, _] | [_, _, _] if inside.iter().all(|t| t.kind == TokenKind::Word && t.case != Case::Upper) => {
            *person += FULL_NAME;
        }
        _ => {}
    }
    let mut near = tokens[..name.first].iter().rev().take(ACCORDING_WITHIN);
    if has(after, List::Speech) || near.any(|t| is_listed("according According", t.span.of(text))) {
        votes.sources += 1;
    }
    if has(after, List::Speech) {
        *person += if inside.len() > 1 { SPEAKS } else { SPEAKS_ALONE };
    }
    let article = before.is_some_and(|b| b.span.of(text).eq_ignore_ascii_case("the"));
    let alone = after.is_none_or(|t| !t.is_content() || t.lists.has(List::Speech));
    if article && alone {
        *organisation += SEAT;
    }
    if has(before, List::PlacePreposition) && !has(after, List::Speech) {
        *place += PREPOSITION;
    }
}
