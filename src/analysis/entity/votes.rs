//! What the mentions of an entity say of its kind, by a linear classifier: its words, and what stands around them all.

use crate::analysis::entity::gazetteer::{PLACE, known};
use crate::analysis::entity::kind::EntityKind;
use crate::analysis::entity::kind_features;
use crate::analysis::entity::kind_weights::KindScores;
use crate::analysis::entity::name::Name;
use crate::collections::hash::{Key, key_of_ascii};
use crate::language::Prose;
use crate::language::lexicon::List;
use crate::language::token::{Case, Token};

/// "According to the ministry": so many words before a name at most.
const ACCORDING_WITHIN: usize = 3;

const ACCORDING: Key = key_of_ascii("according");

/// What the mentions of an entity say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes {
    /// What stands around them, for each kind.
    around: KindScores,
    /// How they are written and introduced, a bit each.
    forms: u32,
    mentions: usize,
    /// How many say where something is known from: "according to Reuters", "Peskov said".
    pub(super) sources: usize,
}

impl Votes {
    /// Adds what a mention says.
    pub(super) fn add(&mut self, text: &str, prose: &Prose, name: &Name) {
        kind_features::of_mention(text, prose, name, |row| self.around.add(row, prose.language));
        self.forms |= kind_features::forms_of(text, prose, name);
        self.mentions += 1;
        let sentence = &prose.sentences[name.sentence].tokens;
        let speaks = prose.tokens[..sentence.end].get(name.end).is_some_and(|t| t.lists.has(List::Speech));
        let near = &prose.tokens[name.first.saturating_sub(ACCORDING_WITHIN)..name.first];
        let is_according = |t: &Token| (t.word == ACCORDING) & (t.case != Case::Upper);
        self.sources += usize::from(near.iter().fold(speaks, |source, t| source | is_according(t)));
    }

    /// The kind of an entity with these mentions, of which `fullest` has the fullest form.
    pub(super) fn kind(self, text: &str, prose: &Prose, fullest: &Name) -> EntityKind {
        let mut scores = self.around.shared(self.mentions);
        let mut own = KindScores::default();
        kind_features::of_name(text, prose, fullest, |row| own.add(row, prose.language));
        kind_features::of_forms(self.forms, fullest.end - fullest.first, self.mentions, |row| {
            own.add(row, prose.language)
        });
        scores.add_whole(own);
        match scores.kind() {
            EntityKind::Organisation if is_known_place(text, prose, fullest) => EntityKind::Place,
            kind => kind,
        }
    }
}

/// Whether a name of several words is known by heart as a place: what a state does, "the Uttar Pradesh government", has its
/// name taken for an organisation.
fn is_known_place(text: &str, prose: &Prose, name: &Name) -> bool {
    name.end - name.first > 1 && known(name.span.of(text), prose.language) & PLACE != 0
}

#[cfg(test)]
mod tests {
    use crate::analysis::entity::tests::entities_in;

    fn kinds_in(language: &str, text: &str) -> Vec<(String, &'static str)> {
        entities_in(language, text).into_iter().map(|e| (e.name, e.kind.name())).collect()
    }

    #[test]
    fn persons_places_and_organisations_are_told_apart_in_many_languages() {
        for (language, text, person, place, organisation) in [
            (
                "en",
                "Talks were held in Baku, and Peter Weber of the Ministry of Health flew to Kenya.",
                "Peter Weber",
                "Baku",
                "Ministry of Health",
            ),
            (
                "de",
                "In Griechenland sprach Peter Huber am Montag. Die Universität Leipzig schwieg.",
                "Peter Huber",
                "Griechenland",
                "Universität Leipzig",
            ),
            (
                "fr",
                "Le président Jean Dupont s'est rendu à Marseille. La Banque de France se tait.",
                "Jean Dupont",
                "Marseille",
                "Banque de France",
            ),
            (
                "es",
                "El presidente Juan Pérez viajó a Perú. El Banco de España calla.",
                "Juan Pérez",
                "Perú",
                "Banco de España",
            ),
            (
                "id",
                "Presiden Budi Santoso tiba di Jepang. Bank Indonesia diam.",
                "Budi Santoso",
                "Jepang",
                "Bank Indonesia",
            ),
        ] {
            let found = kinds_in(language, text);
            for (name, kind) in [(person, "person"), (place, "place"), (organisation, "organisation")] {
                assert!(found.contains(&(name.into(), kind)), "{language}: {name} is no {kind} in {found:?}");
            }
        }
    }

    #[test]
    fn countries_are_places_however_their_name_is_inflected() {
        for (language, text, place) in [
            ("sv", "Statsministern reste till Danmark. Han talade om Danmarks ekonomi.", "Danmark"),
            ("pl", "Prezydent wrócił wczoraj do Polski.", "Polski"),
            ("cs", "Prezident se vrátí do Rakouska.", "Rakouska"),
            ("ru", "Делегация вернулась вчера в Армению.", "Армению"),
            ("uk", "Делегація прибула вчора до Польщі.", "Польщі"),
            ("zh", "唐纳德·特朗普说，中国和美国签署协议。", "中国"),
            ("ja", "トランプ大統領はカナダを批判した。", "カナダ"),
        ] {
            let found = kinds_in(language, text);
            assert!(found.contains(&(place.into(), "place")), "{language}: {found:?}");
        }
    }

    #[test]
    fn places_of_several_words_are_places_though_their_governments_act() {
        for (language, text, place) in [
            ("en", "The Uttar Pradesh government paid on Monday. Uttar Pradesh is large.", "Uttar Pradesh"),
            ("fr", "L'Afrique du Sud a gagné le match lundi.", "L'Afrique du Sud"),
        ] {
            let found = kinds_in(language, text);
            assert!(found.contains(&(place.into(), "place")), "{language}: {found:?}");
        }
    }

    #[test]
    fn peoples_are_neither_places_nor_persons() {
        let found = kinds_in("en", "On Monday many Armenians left the town. The Azerbaijani side denied it.");
        let listed = |name: &str| found.iter().any(|f| f.0 == name && f.1 != "other");
        assert!(!listed("Armenians") && !listed("Azerbaijani"), "{found:?}");
    }
}
