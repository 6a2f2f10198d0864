//! Leaning: which sentences cannot be understood, or would mislead, unless another one is shown too.
//!
//! A sentence leans back on what it takes up (a pronoun, "the suspect", a surname, the rest of a quotation, the answer to
//! a question), or forward on what completes it (a question, an announcement, a claim that is denied). What the
//! headline says is known to the reader and nothing leans on it. After the dangling anaphora of Paice (1990),
//! "Constructing literature abstracts by computer", and the faults of extracts counted by Zhang, Wan and Bansal (2023),
//! "Extractive is not faithful".
//!
//! What counts was narrowed by editors' choices (`tools/leaning/score.rs`): a form that they show as often as they shun it
//! is none that leaves a reader behind ("however", "also", "the report").

mod anaphor;
mod answer;
mod definite;
mod denial;
mod introduction;
mod name;
mod quotation;
mod quotation_marks;
mod reason;
mod story;

use crate::analysis::Document;
#[cfg_attr(not(feature = "eval"), expect(unreachable_pub, reason = "only the evaluation shows it"))]
pub use reason::Reason;
use story::Story;

/// One thing that a sentence leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Leaning {
    pub(crate) reason: Reason,
    /// The sentence that must be shown too. `None`: it is not known which, or none is in the article.
    pub(crate) on: Option<usize>,
}

/// What every sentence of an article leans on.
#[derive(Debug)]
pub(crate) struct Leanings {
    /// Of all sentences, one after the other.
    list: Vec<Leaning>,
    /// Where those of each sentence begin; one more at the end.
    starts: Vec<usize>,
    /// Sentences that are leaned on, each with one that leans on it, ascending.
    leaned_on: Vec<(usize, usize)>,
}

impl Leanings {
    pub(crate) fn new(document: &Document<'_>) -> Self {
        let story = Story::new(document);
        let count = document.sentences().len();
        let (mut list, mut starts) = (Vec::new(), Vec::with_capacity(count + 1));
        starts.push(0);
        for sentence in 0..count {
            let from = starts[sentence];
            let mut add = |reason, on: Option<usize>| {
                let leaning = Leaning { reason, on };
                if !list[from..].contains(&leaning) {
                    list.push(leaning);
                }
            };
            anaphor::find(&story, sentence, &mut add);
            definite::find(&story, sentence, &mut add);
            name::find(&story, sentence, &mut add);
            quotation::find(&story, sentence, &mut add);
            answer::find(&story, sentence, &mut add);
            denial::find(&story, sentence, &mut add);
            starts.push(list.len());
        }
        let pairs = starts.windows(2).enumerate().flat_map(|(sentence, ends)| {
            list[ends[0]..ends[1]].iter().filter_map(move |leaning| Some((leaning.on?, sentence)))
        });
        let mut leaned_on: Vec<(usize, usize)> = pairs.collect();
        leaned_on.sort_unstable();
        leaned_on.dedup();
        Self { list, starts, leaned_on }
    }

    /// The sentences that lean on one, ascending.
    pub(crate) fn leaning_on(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let first = self.leaned_on.partition_point(|(on, _)| *on < sentence);
        self.leaned_on[first..].iter().take_while(move |(on, _)| *on == sentence).map(|(_, leaning)| *leaning)
    }

    /// Why a sentence does not stand by itself, and what it leans on; nothing if it does.
    pub(crate) fn of(&self, sentence: usize) -> &[Leaning] {
        &self.list[self.starts[sentence]..self.starts[sentence + 1]]
    }

    /// Whether a sentence goes on with a quotation that an earlier one opened.
    pub(crate) fn is_quoted(&self, sentence: usize) -> bool {
        let opened_before = |leaning: &Leaning| leaning.on.is_some_and(|on| on < sentence);
        self.of(sentence).iter().any(|leaning| leaning.reason == Reason::Quotation && opened_before(leaning))
    }

    /// Whether a sentence leans on one that is not shown.
    #[cfg(any(feature = "eval", test))]
    pub(crate) fn dangles(&self, sentence: usize, is_shown: impl Fn(usize) -> bool) -> bool {
        self.of(sentence).iter().any(|leaning| !leaning.on.is_some_and(&is_shown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    /// The reasons why sentence number `sentence` of a text leans, and on which sentences.
    fn leanings(language: &str, text: &str, sentence: usize) -> Vec<(Reason, Option<usize>)> {
        let article = Article::from_text(text);
        let document = crate::analysis::annotate(&article, Some(language));
        let leanings = Leanings::new(&document);
        leanings.of(sentence).iter().map(|leaning| (leaning.reason, leaning.on)).collect()
    }

    /// Those of the last sentence.
    fn last(language: &str, text: &str) -> Vec<(Reason, Option<usize>)> {
        let article = Article::from_text(text);
        let count = crate::analysis::annotate(&article, Some(language)).sentences().len();
        leanings(language, text, count - 1)
    }

    #[test]
    fn pronouns_and_connectives_lean_in_every_language() {
        for (language, sentence, reason) in [
            ("en", "He opened the bridge.", Reason::Anaphor),
            ("en", "In his view, it was late.", Reason::Anaphor),
            ("en", "On Monday he opened the bridge.", Reason::Anaphor),
            ("en", "The two left.", Reason::Anaphor),
            ("en", "But the bridge stayed closed.", Reason::Connective),
            ("da", "Han åbnede broen.", Reason::Anaphor),
            ("de", "Das teilte die Polizei am Montag mit.", Reason::Anaphor),
            ("de", "Aber die Brücke blieb geschlossen.", Reason::Connective),
            ("fr", "Elle a ouvert le pont.", Reason::Anaphor),
            ("fr", "Mais le pont reste fermé.", Reason::Connective),
            ("es", "Añadió que la lluvia seguía.", Reason::Anaphor),
            ("pt", "Dela veio a ponte.", Reason::Anaphor),
            ("it", "Lui ha aperto il ponte.", Reason::Anaphor),
            ("nl", "Ze opende de brug.", Reason::Anaphor),
            ("sv", "Hon öppnade bron.", Reason::Anaphor),
            ("pl", "Dodał, że most jest otwarty.", Reason::Anaphor),
            ("cs", "Ale most zůstal zavřený.", Reason::Connective),
            ("ru", "Об этом сообщает ТАСС.", Reason::Anaphor),
            ("uk", "Він відкрив міст.", Reason::Anaphor),
            ("tr", "Ama köprü kapalı kaldı.", Reason::Connective),
            ("ar", "وأضاف أن الجسر مفتوح.", Reason::Anaphor),
            ("fa", "وی پل را افتتاح کرد.", Reason::Anaphor),
            ("hi", "उन्होंने पुल का उद्घाटन किया।", Reason::Anaphor),
            ("id", "Mereka membuka jembatan.", Reason::Anaphor),
            ("vi", "Nhưng cây cầu vẫn đóng.", Reason::Connective),
            ("zh", "他打开了大桥。", Reason::Anaphor),
            ("ja", "彼は橋を開いた。", Reason::Anaphor),
            ("ko", "그는 다리를 열었다.", Reason::Anaphor),
            ("th", "เขาเปิดสะพานใหม่ในริกา.", Reason::Anaphor),
        ] {
            let found = last(language, &format!("Riga.\n\n{sentence}"));
            assert!(found.contains(&(reason, Some(0))), "{language}: {sentence} {found:?}");
        }
    }

    #[test]
    fn what_stands_by_itself_does_not_lean() {
        for (language, sentence) in [
            ("en", "After his arrest, Putin said no more."),
            ("en", "However, the bridge stayed closed."),
            ("en", "This week rain fell on the bridge."),
            ("en", "Because rain fell, the bridge stayed closed."),
            ("en", "The man who built the bridge left."),
            ("en", "“The bridge is old,” said the mayor of Riga."),
            ("de", "Das Parlament schließt die Brücke."),
            ("de", "Es gibt eine neue Brücke."),
            ("fr", "Il faut un nouveau pont."),
            ("fr", "Le suspect de Riga est parti."),
            ("es", "Dijo Sánchez que la lluvia seguía."),
            ("pt", "No entanto, a ponte continua fechada."),
            ("nl", "De brug blijft gesloten."),
            ("ar", "وأضاف الوزير أن الجسر مفتوح."),
            ("vi", "Tuy nhiên, cây cầu vẫn đóng."),
            ("zh", "此外，大桥关闭了。"),
            ("ko", "하지만 다리는 닫혀 있다."),
        ] {
            let found = last(language, &format!("Riga.\n\n{sentence}"));
            assert!(found.is_empty(), "{language}: {sentence} {found:?}");
        }
    }

    #[test]
    fn he_and_she_need_a_person_in_the_sentence() {
        for (language, sentence) in [
            ("en", "In a long interview on the News channel, he spoke of the bridge."),
            ("en", "On Monday he opened the bridge in Jurmala."),
            ("es", "En una entrevista con la cadena, ella habló del puente."),
            ("sv", "I en intervju med kanalen sade han att bron är öppen."),
        ] {
            let found = last(language, &format!("Riga.\n\nJanis Berzins, the mayor, was happy. {sentence}"));
            assert!(
                found.contains(&(Reason::Anaphor, Some(0))) || found.contains(&(Reason::Anaphor, Some(1))),
                "{sentence}"
            );
        }
        for sentence in [
            "In an interview with Peter Weber on Monday, he spoke of the bridge.",
            "In his speech, Peter Weber praised the bridge.",
            "In a talk with the mayor, he spoke of the bridge.",
        ] {
            assert_eq!(last("en", &format!("Riga.\n\nThe bridge is open. {sentence}")), [], "{sentence}");
        }
    }

    #[test]
    fn pronouns_in_a_row_lean_on_the_sentence_before_the_first() {
        let text = "The mayor of Riga spoke. He praised the bridge. He left.";
        assert_eq!(leanings("en", text, 2), [(Reason::Anaphor, Some(0))]);
    }

    #[test]
    fn demonstratives_lean_but_for_what_the_headline_has() {
        for (language, text) in [
            ("en", "Riga opened a bridge. Experts praised this bridge."),
            ("de", "Riga hat eine Brücke. Fachleute loben diese Brücke."),
            ("fr", "Riga ouvre un pont. Les experts louent ce pont."),
            ("es", "Riga abre un puente. Expertos elogian este puente."),
            ("ru", "Рига открыла мост. Эксперты хвалят этот мост."),
            ("tr", "Riga köprü açtı. Uzmanlar bu köprüyü övdü."),
            ("id", "Riga membuka jembatan. Ahli memuji jembatan tersebut."),
            ("zh", "里加开了一座桥。专家称赞这座桥。专家说，该公司很好。"),
        ] {
            let found = last(language, text);
            assert!(found.iter().any(|(reason, _)| *reason == Reason::Demonstrative), "{language}: {found:?}");
        }
        let known = "New bridge in Riga\n\nThe city opened it on Monday. Experts praised this bridge.";
        assert_eq!(leanings("en", known, 1), []);
    }

    #[test]
    fn definite_subjects_lean_on_the_sentence_that_introduces_them() {
        for (language, text) in [
            ("en", "Police in Riga held a suspect on Monday. The suspect said nothing."),
            ("de", "In Riga wurde ein Täter gefasst. Der Täter schwieg."),
            ("fr", "Un suspect a été arrêté à Riga. Le suspect a gardé le silence."),
            ("fr", "Riga a signé un accord. L'accord est historique."),
            ("es", "Un sospechoso fue detenido en Riga. El sospechoso calló."),
            ("pt", "Um suspeito foi levado em Riga. O suspeito ficou calado."),
            ("it", "A Riga preso un sospettato. Il sospettato ha taciuto."),
            ("nl", "In Riga werd een verdachte gepakt. De verdachte zweeg."),
        ] {
            assert_eq!(last(language, text), [(Reason::Definite, Some(0))], "{text}");
        }
        let unnamed = "Shots were fired in Riga on Monday. The gunman fled.";
        assert_eq!(last("en", unnamed), [(Reason::Definite, None)]);
        assert_eq!(last("sv", "Skott hördes i Riga. Gärningsmannen flydde."), [(Reason::Definite, None)]);
        let known = "Suspect held in Riga\n\nPolice acted on Monday. The suspect said nothing.";
        assert_eq!(last("en", known), []);
    }

    #[test]
    fn surnames_lean_on_the_sentence_that_introduces_them() {
        let text = "Rain fell on Riga on Monday. “It was cold,” said Minister Janis Berzins. Roofs fell. \
            Boats sank near the harbour, Berzins said.";
        assert_eq!(leanings("en", text, 3), [(Reason::Name, Some(1))]);
        let known = format!("Minister Berzins tells of the storm\n\n{text}");
        assert_eq!(leanings("en", &known, 3), []);
    }

    #[test]
    fn pieces_of_quotations_lean_unless_the_speaker_is_named() {
        for (language, text) in [
            ("en", "The mayor said: “It rained. Riga was under water for days.”"),
            ("en", "'Riga was under water,' said the mayor. 'Boats sank in the harbour.'"),
            ("de", "Der Bürgermeister sagte: „Es regnete. Riga stand unter Wasser.“"),
            ("fr", "Le maire a dit : « Riga était triste. Riga était sous l'eau. »"),
            ("en", "The mayor of Riga spoke. “Boats sank in the harbour,” he said."),
        ] {
            let found = last(language, text);
            assert!(found.contains(&(Reason::Quotation, Some(0))), "{text} {found:?}");
        }
        for text in [
            "“It rained,” the mayor said. Riga was under water for days.",
            "The mayor wept. “Boats sank in the harbour of Riga,” the mayor said.",
        ] {
            assert_eq!(last("en", text), [], "{text}");
        }
        // The speaker comes after.
        assert_eq!(leanings("en", "“Boats sank in Riga.” The mayor wept.", 0), [(Reason::Quotation, Some(1))]);
        // A paragraph that goes on with a quotation begins with a mark too.
        let text = "The mayor said: “Rain fell.\n\n“Riga was under water for days.”";
        assert_eq!(last("en", text), [(Reason::Quotation, Some(0))]);
    }

    #[test]
    fn answers_lean_on_questions_and_questions_on_what_follows() {
        for (language, text) in [
            ("en", "Why did the bridge close?\n\nBecause the roof was no longer safe for anybody who came."),
            ("en", "Will the bridge open?\n\nYes, the mayor of Riga will open the bridge on the first Monday of May."),
            ("de", "Warum wurde die Brücke gesperrt?\n\nWeil das Dach nicht mehr sicher war."),
            ("fr", "Où vont les écoles ?\n\nÀ Varn."),
            ("ru", "Почему закрыли мост?\n\nПотому что крыша опасна."),
            ("ja", "橋は開きますか？\n\nはい、月曜日に開きます。"),
        ] {
            assert!(last(language, text).contains(&(Reason::Answer, Some(0))), "{text} {:?}", last(language, text));
            assert_eq!(leanings(language, text, 0), [(Reason::Announcement, Some(1))], "{text}");
        }
        assert_eq!(last("en", "No boats sank in Riga."), []);
        assert_eq!(leanings("en", "The mayor said:\n\nBoats sank in Riga.", 0), [(Reason::Announcement, Some(1))]);
    }

    #[test]
    fn claims_lean_on_their_denial() {
        for (language, text) in [
            (
                "en",
                "“They say that every bridge in Riga will be closed.” “All this is nonsense,” said the mayor of Riga.",
            ),
            ("de", "„Alle Brücken in Riga sollen geschlossen werden.“ „Das ist Unsinn“, sagte der Bürgermeister."),
            ("fr", "« Tous les ponts de Riga vont fermer. » « C'est faux », a dit le maire de Riga."),
            ("es", "“Todos los puentes de Riga van a cerrar.” “Eso es mentira”, dijo el alcalde."),
        ] {
            let found = leanings(language, text, 0);
            assert!(found.contains(&(Reason::Denial, Some(1))), "{text} {found:?}");
        }
        let chain = "The mayor told of a rumour. “They say that Riga will be sold to Varn.\n\n“They say that every bridge \
            will be closed.\n\n“All this is nonsense,” she said.";
        for claim in [1, 2] {
            assert!(leanings("en", chain, claim).contains(&(Reason::Denial, Some(3))), "{claim}");
        }
    }

    #[test]
    fn a_sentence_dangles_unless_all_that_it_leans_on_is_shown() {
        let text = "Police in Riga held a suspect on Monday. Rain fell on the city. The suspect said nothing.";
        let article = Article::from_text(text);
        let document = crate::analysis::annotate(&article, Some("en"));
        let leanings = Leanings::new(&document);
        assert!(leanings.dangles(2, |shown| shown == 1) && !leanings.dangles(2, |shown| shown == 0));
        assert!(!leanings.dangles(1, |_| false));
    }
}
