//! What a name names, by cheap cues: titles, the words inside it, what stands around it. Approximate.

use crate::entity::name::{Name, is_acronym};
use crate::language::Prose;
use crate::language::lexicon::List;
use crate::language::token::{Case, Token, TokenKind};
use crate::table::{Key, Listed, key_of_ascii};

/// What an entity is. Names have the first four kinds, facts the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A city, country, river, region.
    Place,
    /// A company, party, ministry, team.
    Organisation,
    /// Any other name: a law, a war, a people, a work.
    Other,
    /// A number that counts nothing named.
    Number,
    /// A number with its unit: "42 kilometres".
    Quantity,
    /// A sum: "5 million euros".
    Money,
    /// A percentage.
    Percent,
    /// A date, a month, a year, a day of the week.
    Date,
    /// A time of day.
    Time,
}

impl EntityKind {
    /// All kinds, in order.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Place,
        Self::Organisation,
        Self::Other,
        Self::Number,
        Self::Quantity,
        Self::Money,
        Self::Percent,
        Self::Date,
        Self::Time,
    ];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Other => "other",
            Self::Number => "number",
            Self::Quantity => "quantity",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Date => "date",
            Self::Time => "time",
        }
    }

    /// Whether this is a fact (a number, a sum, a date) and no name.
    #[must_use]
    pub const fn is_fact(self) -> bool {
        !matches!(self, Self::Person | Self::Place | Self::Organisation | Self::Other)
    }
}

/// What the mentions of an entity say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes {
    /// For each of person, place, organisation.
    kinds: [u32; 3],
    /// How many say where something is known from: "according to Reuters", "Peskov said".
    pub(super) sources: usize,
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
static COMPASS_WORDS: Listed = Listed::of("North South East West New Saudi San Los Hong");
/// Acronyms of countries.
static COUNTRIES: Listed = Listed::of("US U.S. USA UK U.K. UAE");
/// What takes an article, "the Kremlin said", and is not what the article belongs to, "the Karabakh conflict".
const SEAT: u32 = 2;
/// A preposition of place before the name.
const PREPOSITION: u32 = 2;

/// "According to the ministry": so many words before a name at most.
const ACCORDING_WITHIN: usize = 3;
const ACCORDING: Key = key_of_ascii("according");
const THE: Key = key_of_ascii("the");

/// Russia, Kazakhstan, Ireland: how names of countries and regions end in many languages; of persons "Julia" too, but
/// those most often stand beside a surname, a title or a verb of saying.
fn ends_as_place(name: &str) -> bool {
    !name.as_bytes().contains(&b' ') && ["ia", "stan", "land"].iter().any(|ending| name.ends_with(ending))
}

impl Votes {
    /// The kind that most of the mentions speak for, of an entity with this name.
    pub(super) fn kind(self, name: &str) -> EntityKind {
        let [person, place, organisation] = self.kinds;
        let most = person.max(place).max(organisation);
        match most {
            0 if ends_as_place(name) => EntityKind::Place,
            0 => EntityKind::Other,
            _ if place == most => EntityKind::Place,
            _ if organisation == most => EntityKind::Organisation,
            _ => EntityKind::Person,
        }
    }

    /// Adds what a mention says.
    pub(super) fn add(&mut self, text: &str, prose: &Prose, name: &Name) {
        let sentence = &prose.sentences[name.sentence].tokens;
        let tokens = &prose.tokens;
        let inside = &tokens[name.first..name.end];
        let before = if name.first > sentence.start { Some(&tokens[name.first - 1]) } else { None };
        let after = if name.end < sentence.end { Some(&tokens[name.end]) } else { None };
        let has = |token: Option<&Token>, list| token.is_some_and(|t| t.lists.has(list));
        let [person, place, organisation] = &mut self.kinds;
        // Sums of products, as no engine foresees what a mention says.
        *person += TITLE * u32::from(name.titled);
        let (mut is_organisation, mut is_place, mut is_full) = (false, false, matches!(inside.len(), 2 | 3));
        for token in inside {
            is_organisation |= token.lists.has(List::Organisation);
            is_place |= token.lists.has(List::Place);
            is_full &= token.kind == TokenKind::Word && token.case != Case::Upper;
        }
        // Of "United States Senate" the last word says what it is.
        *organisation += INNER_WORD * u32::from(is_organisation) + u32::from(has(inside.last(), List::Organisation));
        *place += INNER_WORD * u32::from(is_place);
        let first = inside[0].span;
        if inside.len() > 1 && COMPASS_WORDS.has(first.of(text)) {
            *place += COMPASS;
        }
        if is_full {
            *person += FULL_NAME;
        } else if is_acronym(text, name, &inside[0]) {
            let country = COUNTRIES.has(name.span.of(text));
            *(if country { &mut *place } else { &mut *organisation }) += ACRONYM;
        }
        let speaks = has(after, List::Speech);
        *person += u32::from(speaks) * if inside.len() > 1 { SPEAKS } else { SPEAKS_ALONE };
        let near = &tokens[name.first.saturating_sub(ACCORDING_WITHIN)..name.first];
        let is_according = |t: &Token| (t.word == ACCORDING) & (t.case != Case::Upper);
        self.sources += usize::from(near.iter().fold(speaks, |source, t| source | is_according(t)));
        let article = before.is_some_and(|b| b.word == THE);
        let alone = speaks || after.is_none_or(|t| !t.is_content());
        *organisation += SEAT * u32::from(article & alone);
        *place += PREPOSITION * u32::from(!speaks & has(before, List::PlacePreposition));
    }
}
