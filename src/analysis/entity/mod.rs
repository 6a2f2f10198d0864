//! Named entities and facts: who, where, how much, when.
//!
//! [`name`] finds names: in English and German by a [`tagger`], elsewhere by rules on runs of capitalized words and
//! evidence from the rest of the article, which measure better there, and in scripts without case by [`caseless`];
//! [`fact`] finds numbers, money, percentages, dates and times; [`alias`] merges the forms of one name
//! ("Dmitry Peskov", "Peskov"); [`kind`] tells what a name names, by fitted weights and names known by heart.

mod alias;
mod caseless;
mod entities;
mod evidence;
mod fact;
mod fact_reader;
mod features;
mod gazetteer;
mod kind;
mod kind_features;
mod kind_weights;
mod name;
mod parts;
mod tagger;
mod title_case;
#[cfg(feature = "eval")]
pub mod train;
#[cfg(feature = "eval")]
pub mod train_kinds;
mod votes;
mod weights;

use crate::collections::sorted::ranked;
use crate::language::Prose;
pub use entities::Entity;
use entities::by_sentence;
pub(crate) use entities::{Entities, Mention, Referent};
pub use kind::EntityKind;

/// A name in the headline makes an entity this many times heavier.
const HEADLINE_FACTOR: f64 = 2.0;

/// What a mention counts that says where something is known from, "according to the ministry", "Peskov said":
/// abstracts leave such names out. Of the names in those of 900 stories the five heaviest hold 74.9 % of what five can,
/// and 74.4 without; on 13 news stories 66 % of the salience of the best five, and 64 without.
const SOURCE: usize = 1;
/// What any other mention counts.
const MENTION: usize = 2;

/// The weight of an entity before all are made to sum to 1: more for many mentions and for an early first one, as
/// stories tell what matters first. Chosen on 13 news stories by the share of the salience of the best five entities
/// that the heaviest five hold: 66 %; by mentions alone 61 %, and 79 % is the most that the names found can hold.
fn weigh(mentions: usize, first_sentence: usize, in_headline: bool) -> f64 {
    let factor = if in_headline { HEADLINE_FACTOR } else { 1.0 };
    factor * (mentions as f64 / (1.0 + first_sentence as f64)).sqrt()
}

/// Finds the entities of an article.
pub(crate) fn find(text: &str, prose: &Prose) -> Entities {
    let names = name::find(text, prose);
    let (groups, group_of) = alias::merge(text, prose, &names);
    let mut total = 0.0;
    let mut named: Vec<Referent> = Vec::with_capacity(groups.len());
    for group in &groups {
        let votes = group.votes;
        let fullest = &names[group.fullest];
        // The last word of the fullest form is what headlines use: "Peskov".
        let last = prose.tokens[fullest.end - 1].word;
        // All are compared, as no engine foresees which is the one.
        let stressed = prose.headline.iter().fold(false, |stressed, t| stressed | (t.word == last));
        let worth = MENTION * (group.mentions - votes.sources) + SOURCE * votes.sources;
        let weight = weigh(worth, names[group.first].sentence, stressed);
        total += weight;
        let kind = votes.kind(text, prose, fullest);
        named.push(Referent { span: fullest.span, kind, mentions: group.mentions, weight });
    }
    for referent in &mut named {
        referent.weight /= total;
    }
    // The heaviest first, equals in order of appearance; the bits of floats of one sign order as the floats do.
    let by_weight = ranked(named.len(), |at| !named[at].weight.to_bits());
    let mut list = Vec::with_capacity(named.len() * 2);
    let mut place = vec![0; named.len()];
    for at in by_weight {
        place[at] = list.len() as u32;
        list.push(named[at]);
    }
    // Facts weigh nothing and stand after all names in the list, but among them in the text.
    let mut mentions: Vec<Mention> = Vec::with_capacity(names.len() * 2);
    let mut named = names.iter().zip(group_of).map(|(name, group)| {
        let entity = place[group as usize];
        Mention { span: name.span, sentence: name.sentence, entity }
    });
    let mut next = named.next();
    fact::find(text, prose, &mut list, |fact| {
        while let Some(name) = next.filter(|name| name.span.start <= fact.span.start) {
            mentions.push(name);
            next = named.next();
        }
        mentions.push(fact);
    });
    mentions.extend(next);
    mentions.extend(named);
    by_sentence(list, mentions, prose.sentences.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::language;

    fn entities_of(text: &str) -> Vec<Entity> {
        entities_in("en", text)
    }

    pub(super) fn entities_in(language: &str, text: &str) -> Vec<Entity> {
        let article = Article::from_text(text);
        let prose = language::read(&article, Some(language));
        let found = find(article.text(), &prose);
        found.list.iter().map(|e| e.entity(article.text())).collect()
    }

    fn names(text: &str) -> Vec<(String, &'static str, usize)> {
        entities_of(text).into_iter().map(|e| (e.name, e.kind.name(), e.mentions)).collect()
    }

    #[test]
    fn forms_of_a_name_are_merged() {
        let found = names("Kremlin Spokesman Dmitry Peskov met Ilham Aliyev. Peskov’s aide left. Then Peskov spoke.");
        assert!(found.contains(&("Dmitry Peskov".into(), "person", 3)), "{found:?}");
        assert!(found.contains(&("Ilham Aliyev".into(), "person", 1)), "{found:?}");
    }

    #[test]
    fn a_capital_at_the_start_of_a_sentence_needs_evidence() {
        let found = names("Observers left Baku. The observers had come to see Yerevan. Yerevan was calm.");
        let only: Vec<_> = found.iter().map(|f| f.0.as_str()).collect();
        assert!(!only.contains(&"Observers") && only.contains(&"Yerevan") && only.contains(&"Baku"), "{only:?}");
    }

    #[test]
    fn facts_are_told_apart() {
        let found = names(
            "On October 30 the bank paid 5 million euros, or $3.5 billion, at 5 p.m. to 42 people, 12% of 7,000.",
        );
        let kind = |name: &str| found.iter().find(|f| f.0 == name).map(|f| f.1);
        assert_eq!(kind("October 30"), Some("date"));
        assert_eq!(kind("5 million euros"), Some("money"));
        assert_eq!(kind("$3.5 billion"), Some("money"));
        assert_eq!(kind("5 p.m."), Some("time"));
        assert_eq!(kind("42 people"), Some("quantity"));
        assert_eq!(kind("12%"), Some("percent"));
        assert_eq!(kind("7,000"), Some("number"));
    }

    #[test]
    fn who_tells_it_weighs_less_than_whom_it_is_about() {
        for source in ["According to the Kremlin", "The Kremlin said"] {
            let found = entities_of(&format!("{source} on Monday that Armenia and Azerbaijan had met in Baku."));
            let weight = |name: &str| found.iter().find(|e| e.name == name).map_or(0.0, |e| e.weight);
            assert!(weight("Kremlin") > 0.0 && weight("Kremlin") < weight("Armenia"), "{source}: {found:?}");
        }
    }

    #[test]
    fn weights_of_names_sum_to_one() {
        let found = entities_of("Riga won\n\nThe team of Riga beat Oslo in Paris on Monday. Oslo had led Riga.");
        let total: f64 = found.iter().map(|e| e.weight).sum();
        assert!((total - 1.0).abs() < 1e-9);
        assert_eq!(found[0].name, "Riga");
    }

    #[test]
    fn countries_are_places_and_the_first_word_of_eu_led_is_the_union() {
        let found = names(
            "Leaders of North Korea and the United States met in the White House. Armenia waited. The European Union, \
             in an EU-led mission, agreed with the U.S. envoy.",
        );
        let kind = |name: &str| found.iter().find(|f| f.0 == name).map(|f| f.1);
        for place in ["North Korea", "United States", "Armenia"] {
            assert_eq!(kind(place), Some("place"), "{found:?}");
        }
        assert_eq!(kind("White House"), Some("organisation"), "{found:?}");
        assert!(found.contains(&("European Union".into(), "organisation", 2)), "{found:?}");
    }

    #[test]
    fn seats_of_government_are_no_persons() {
        let found = names(
            "Kremlin Spokesman Dmitry Peskov spoke in Moscow. The Kremlin said it would wait. Moscow said the same, and \
             talks in Moscow went on. The mayor agreed with the Kremlin.",
        );
        let kind = |name: &str| found.iter().find(|f| f.0 == name).map(|f| f.1);
        assert_eq!((kind("Kremlin"), kind("Moscow")), (Some("organisation"), Some("place")), "{found:?}");
        assert_eq!(kind("Dmitry Peskov"), Some("person"), "{found:?}");
    }

    #[test]
    fn headings_are_read_for_entities_though_no_summary_has_them() {
        let text = "Storm hits the coast of Latvia\n\nA storm came on Monday.\n\nDamage in Riga\n\nRoofs fell.\n\nPhoto from Jurmala";
        let article = Article::from_text(text);
        let (list, mentions) = crate::entities(&article, Some("en"));
        for name in ["Latvia", "Riga", "Jurmala"] {
            assert!(list.iter().any(|e| e.name == name), "{list:?}");
        }
        assert!(mentions.windows(2).all(|pair| pair[0].0.start < pair[1].0.start));
        assert_eq!(crate::sentences(&article, Some("en")).len(), 2);
    }

    #[test]
    fn given_names_with_a_hyphen_are_whole() {
        let found = names("The leader Kim Jong-un met Ban Ki-moon in Seoul. Kim Jong-un left.");
        assert!(found.iter().any(|f| f.0 == "Kim Jong-un" && f.2 == 2), "{found:?}");
        assert!(found.iter().any(|f| f.0 == "Ban Ki-moon"), "{found:?}");
    }

    #[test]
    fn a_last_name_comes_before_a_first_name_and_two_letters_stand_for_two_words() {
        let found = names_in(
            "en",
            "In May Andy Warhol met students of the University of Sheffield in London. The Warhol Foundation praised \
             Warhol. In the US he was known. Talks at the United Nations began, and the UN agreed.",
        );
        let mentions = |name: &str| found.iter().find(|f| f.0 == name).map(|f| f.1);
        assert_eq!(mentions("Andy Warhol"), Some(2), "{found:?}");
        assert_eq!(mentions("United Nations"), Some(2), "{found:?}");
        assert_eq!(mentions("University of Sheffield"), Some(1), "{found:?}");
    }

    #[test]
    fn of_several_who_end_in_a_surname_the_first_owns_it_and_a_country_is_no_journal() {
        let found = names_in(
            "en",
            "Police spoke with Robert Durst and with Anna Durst. On Monday Durst left Australia. The Medical Journal of \
             Australia had praised Durst for work in Australia.",
        );
        let mentions = |name: &str| found.iter().find(|f| f.0 == name).map(|f| f.1);
        assert_eq!((mentions("Robert Durst"), mentions("Anna Durst")), (Some(3), Some(1)), "{found:?}");
        assert_eq!((mentions("Australia"), mentions("Medical Journal of Australia")), (Some(2), Some(1)), "{found:?}");
    }

    pub(super) fn names_in(language: &str, text: &str) -> Vec<(String, usize)> {
        let found = entities_in(language, text);
        found.into_iter().filter(|e| !e.kind.is_fact()).map(|e| (e.name, e.mentions)).collect()
    }

    #[test]
    fn hyphens_keep_the_parts_of_a_name_together_and_commas_do_not() {
        let found =
            names_in("en", "Officials from Nagorno\u{2011}Karabakh met in London-based offices in Bath, England.");
        let only: Vec<_> = found.iter().map(|f| f.0.as_str()).collect();
        assert_eq!(only, ["Nagorno\u{2011}Karabakh", "London", "Bath", "England"]);
    }

    #[test]
    fn german_nouns_are_no_names() {
        let found = names_in(
            "de",
            "Der Minister sprach am Montag in Berlin über die Kosten der Reform. Die Regierung von Angela Merkel hatte \
             den Plan der Kommission abgelehnt.",
        );
        let only: Vec<_> = found.iter().map(|f| f.0.as_str()).collect();
        assert!(only.contains(&"Berlin") && only.contains(&"Angela Merkel"), "{only:?}");
        assert!(!["Minister", "Kosten", "Regierung", "Plan"].iter().any(|noun| only.contains(noun)), "{only:?}");
    }

    #[test]
    fn inflected_forms_and_diacritics_are_merged() {
        let found = names_in("ru", "В Москве был Владимир Путин. Там Путина ждали. Потом с Путиным говорил Лавров.");
        assert!(found.contains(&("Владимир Путин".into(), 3)), "{found:?}");
        let found = names_in("es", "El ministro José Pérez viajó a Madrid. En Madrid dijo Perez que sí.");
        assert!(found.contains(&("José Pérez".into(), 2)), "{found:?}");
    }

    #[test]
    fn a_name_with_a_title_in_it_joins_the_name_without() {
        let found =
            names_in("sv", "Igår kom Scientologen Tom Cruise. Sedan talade Tom Cruise. Efter talet gick Cruise.");
        assert!(found.iter().any(|f| f.1 == 3), "{found:?}");
    }

    #[test]
    fn organisations_and_places_by_their_words() {
        let found = names("Talks at the Ministry of Foreign Affairs near Lake Sevan and the OSCE Minsk Group went on.");
        assert!(found.contains(&("Ministry of Foreign Affairs".into(), "organisation", 1)), "{found:?}");
        assert!(found.contains(&("Lake Sevan".into(), "place", 1)), "{found:?}");
        assert!(found.contains(&("OSCE Minsk Group".into(), "organisation", 1)), "{found:?}");
    }

    #[test]
    fn a_place_before_a_person_and_an_elided_article_are_no_part_of_the_name() {
        for (language, text, names) in [
            ("ru", "Президент России Владимир Путин прибыл в Минск в понедельник.", &["России", "Владимир Путин"][..]),
            ("ru", "В понедельник глава МИД РФ Сергей Лавров прилетел на переговоры.", &["Сергей Лавров"]),
            ("uk", "У понеділок президент України Володимир Зеленський прибув на зустріч.", &["Володимир Зеленський"]),
            ("tr", "Bakan Ankara'da Almanya Başbakanı Olaf Scholz ile görüştü.", &["Ankara", "Olaf Scholz"]),
            ("fr", "Le discours d'Emmanuel Macron a duré une heure, selon l'AFP.", &["Emmanuel Macron", "AFP"]),
        ] {
            let found = names_in(language, text);
            for name in names {
                assert!(
                    found.iter().any(|(known, _)| known.starts_with(name) && known.len() <= name.len() + 4),
                    "{name}: {found:?}"
                );
            }
        }
    }
}
