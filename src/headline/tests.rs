use super::*;
use crate::article::Article;

/// The headline of a text of which all sentences are worth the same.
fn best(language: &str, text: &str, words: usize) -> Option<String> {
    best_within(language, text, words, usize::MAX)
}

fn best_within(language: &str, text: &str, words: usize, limit: usize) -> Option<String> {
    let article = Article::from_text(text);
    let document = crate::analysis::annotate(&article, Some(language));
    let all: Vec<usize> = (0..document.sentences().len()).collect();
    let found = super::best(&document, &Leanings::new(&document), &all, words, limit, |_| 0.0);
    found.map(|found| found.span.of(article.text()).to_owned())
}

#[test]
fn a_headline_ends_where_the_clause_may() {
    for (text, clause) in [
        ("The mayor opened the bridge on Monday, which had cost millions.", "The mayor opened the bridge on Monday"),
        ("The mayor opened the bridge after rain had fallen on Riga.", "The mayor opened the bridge"),
        ("The mayor opened the bridge; nobody came to see it there.", "The mayor opened the bridge"),
        ("The mayor of Riga has left his wife, police said on Monday.", "The mayor of Riga has left his wife"),
        ("Rain fell on the bridge of Riga.", "Rain fell on the bridge of Riga"),
    ] {
        assert_eq!(best("en", text, 8).as_deref(), Some(clause), "{text}");
    }
}

#[test]
fn a_clause_that_opened_is_not_left_without_its_verb() {
    for (text, clause) in [
        ("Nobody was hurt on Monday when a crane with a heavy load fell on the bridge.", "Nobody was hurt on Monday"),
        ("The court said it was wrong that fines for the small thefts of poor people had grown.", "Rain fell on Riga"),
        (
            "The bridge is closed to all cars because the crane for the works near Riga stands in the way.",
            "The bridge is closed to all cars",
        ),
    ] {
        let text = format!("{text} Rain fell on Riga.");
        assert_eq!(best("en", &text, 9).as_deref(), Some(clause), "{text}");
    }
}

#[test]
fn a_clause_has_what_its_last_word_needs_and_no_part_of_a_longer_subject() {
    for text in [
        "A driver arrested in the old port of Riga after the accident was freed by the court on Monday.",
        "The mayor, a lawyer based in the old port of Riga, and his three deputies were heard.",
        "The council has, in spite of all of the protests that came from Riga, opened the bridge.",
        "The council will open in the second week of the next month the long bridge of Riga.",
        "The mayor thanked Anna Ozola, Karlis Berzins and the whole of the brave crew of the ferry.",
        "The old bridge is far from all of the houses that the council has built in Riga.",
    ] {
        let text = format!("{text} Rain fell on the harbour.");
        assert_eq!(best("en", &text, 8).as_deref(), Some("Rain fell on the harbour"), "{text}");
    }
}

#[test]
fn clauses_end_in_other_languages_too() {
    for (language, text, clause) in [
        (
            "de",
            "Die Stadt hat die Brücke am Montag geöffnet, nachdem die Arbeiter den Kran abgebaut hatten.",
            "Die Stadt hat die Brücke am Montag geöffnet",
        ),
        ("fr", "Le maire a ouvert le pont après de longs mois de travaux dans le port.", "Le maire a ouvert le pont"),
        (
            "es",
            "La alcaldesa abrió el puente nuevo mientras los vecinos protestaban en la orilla.",
            "La alcaldesa abrió el puente nuevo",
        ),
        (
            "it",
            "Il sindaco ha aperto il ponte mentre gli abitanti protestavano sulla riva del fiume.",
            "Il sindaco ha aperto il ponte",
        ),
        (
            "pt",
            "O prefeito abriu a ponte nova e inaugurou a praça enquanto os moradores protestavam na margem.",
            "O prefeito abriu a ponte nova e inaugurou a praça",
        ),
        (
            "nl",
            "De burgemeester opende de brug en werd toegejuicht terwijl buurtbewoners op de oever stonden.",
            "De burgemeester opende de brug en werd toegejuicht",
        ),
        (
            "sv",
            "Borgmästaren öppnade bron i måndags medan grannarna stod på stranden och ropade högt.",
            "Borgmästaren öppnade bron i måndags",
        ),
        (
            "da",
            "Borgmesteren åbnede broen i går, mens naboerne stod på bredden og råbte højt.",
            "Borgmesteren åbnede broen i går",
        ),
        (
            "pl",
            "Burmistrz został w poniedziałek przesłuchany, ponieważ nowy most kosztował wiele milionów złotych.",
            "Burmistrz został w poniedziałek przesłuchany",
        ),
        (
            "ru",
            "Новый мост в порту открылся в понедельник, хотя жители города были против него.",
            "Новый мост в порту открылся в понедельник",
        ),
        (
            "fa",
            "شهردار در روز دوشنبه پل تازه را باز کرد، اما مردم شهر در کنار رودخانه بودند.",
            "شهردار در روز دوشنبه پل تازه را باز کرد",
        ),
        (
            "hi",
            "महापौर ने सोमवार को नया पुल खोल दिया है और शहर के लोग नदी के किनारे खड़े थे।",
            "महापौर ने सोमवार को नया पुल खोल दिया है",
        ),
        ("vi", "Thị trưởng đã mở cây cầu lớn khi người dân phản đối bên bờ sông lớn.", "Thị trưởng đã mở cây cầu lớn"),
    ] {
        assert_eq!(best(language, text, 11).as_deref(), Some(clause), "{text}");
    }
}

#[test]
fn a_clause_that_completes_the_verb_or_the_subject_stays() {
    for (language, text, whole) in [
        (
            "de",
            "Der Minister betont seit Montag immer wieder, dass die alte Brücke geschlossen bleiben muss. Es regnet heute in Riga.",
            "Es regnet heute in Riga",
        ),
        (
            "fa",
            "کارگری که روز دوشنبه از پل افتاد، در بیمارستان شهر درگذشت و خانواده او آمدند. باران در شهر بارید.",
            "باران در شهر بارید",
        ),
        (
            "tr",
            "Belediye başkanının pazartesi günü törenle açtığı köprü, yağmur yüzünden yine trafiğe kapandı. Kentte iki gün yağmur yağdı.",
            "Kentte iki gün yağmur yağdı",
        ),
    ] {
        assert_eq!(best(language, text, 9).as_deref(), Some(whole), "{text}");
    }
}

#[test]
fn what_opens_a_sentence_goes_where_a_name_follows() {
    let text = "After many a long year of hope, Riga has opened its new bridge on Monday.";
    assert_eq!(best("en", text, 8).as_deref(), Some("Riga has opened its new bridge on Monday"));
}

#[test]
fn neither_an_opening_nor_an_insertion_nor_a_quotation_is_whole() {
    let wholeness = |text: &str| {
        let article = Article::from_text(text);
        let document = crate::analysis::annotate(&article, Some("en"));
        let mut most = Wholeness::Fragment;
        pieces(&document, 0, 9, |piece| most = most.max(piece.wholeness));
        most
    };
    for text in [
        "After the mayor had opened the bridge of Riga on the first of May, the rain came down on it.",
        "Riga, which opened a bridge that had cost millions of euros on Monday, was visited by the press.",
        "“The bridge has opened in the rain, after all of these years”, the mayor of Riga told the press.",
    ] {
        assert!(wholeness(text) < Wholeness::Whole, "{text}");
    }
    let text = "The bridge has opened in the rain on Monday, after all of these years";
    assert_eq!(wholeness(text), Wholeness::Whole);
}

#[test]
fn a_clause_that_fits_comes_before_one_that_does_not_and_that_before_a_fragment() {
    let long = "Thousands of tired people from all of the small towns around Riga crossed the bridge.";
    let whole = long.trim_end_matches('.');
    assert_eq!(best("en", &format!("{long} Rain fell on the city."), 8).as_deref(), Some("Rain fell on the city"));
    assert_eq!(best("en", long, 8).as_deref(), Some(whole));
    // What is longer than thrice as many words is no headline at all, nor is what passes the limit.
    assert_eq!(best("en", long, 4).as_deref(), Some("Thousands of tired people"));
    assert_eq!(best_within("en", long, 8, 8).as_deref(), Some("Thousands of tired people"));
}

#[test]
fn where_nothing_whole_fits_a_piece_comes_that_ends_in_a_topic_and_not_in_a_name() {
    let text = "Yesterday the council gave Janis Karlis Berzins leave to go.";
    assert_eq!(best_within("en", text, 5, 5).as_deref(), Some("Yesterday the council gave"));
    assert_eq!(best("en", "Ja!", 1).as_deref(), Some("Ja!"));
    assert_eq!(best("en", "– !!! – a", 2).as_deref(), Some("a"));
}
