//! What holds for any input whatever.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use nutgraf::{Article, Options, SummaryLength, SummaryType, sentences, summarize};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::HashSet;

/// `make fuzz` asks for more cases than the tests, and for others.
fn config() -> ProptestConfig {
    let asked = |name| std::env::var(name).ok().and_then(|number| number.parse::<u32>().ok());
    let seed = asked("NUTGRAF_FUZZ_SEED").unwrap_or(2026);
    ProptestConfig {
        cases: asked("NUTGRAF_FUZZ_CASES").unwrap_or(512),
        rng_seed: RngSeed::Fixed(seed.into()),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Text as it comes: words of several scripts, marks, quotes, abbreviations, line breaks, and noise. One in ten is any
/// bytes at all, read as a page with errors is.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-zA-Z]{1,9}",
        2 => "[А-Яа-я]{2,8}",
        1 => "[一-龥]{1,6}",
        1 => "[ก-๙]{1,6}",
        4 => Just(". ".to_owned()),
        2 => prop::sample::select(vec![
            "Mr.", "U.S.", "“", "”", "(TASS)", "\n", "\n\n", "?", "!", "…", "5.5", "30", "»", "«", "’s", "No.", "。",
            "\u{2011}", "-", "\0", "\u{feff}", "𝄞", "<p>", "/TASS/", "RIGA, ", ": ",
        ]).prop_map(str::to_owned),
        1 => ".{0,6}",
    ];
    let prose = prop::collection::vec((piece, prop::bool::ANY), 0..160)
        .prop_map(|pieces| pieces.into_iter().map(|(p, space)| if space { p + " " } else { p }).collect());
    let noise = prop::collection::vec(any::<u8>(), 0..400).prop_map(|b| String::from_utf8_lossy(&b).into_owned());
    prop_oneof![9 => prose, 1 => noise]
}

fn options() -> impl Strategy<Value = Options> {
    let kinds = prop::sample::select(vec![
        SummaryType::KeyPoints,
        SummaryType::Tldr,
        SummaryType::Teaser,
        SummaryType::Headline,
    ]);
    let lengths = prop::sample::select(vec![SummaryLength::Short, SummaryLength::Medium, SummaryLength::Long]);
    let languages = prop::sample::select(vec!["en", "de", "fr", "ru", "ja", "th", "ar", "tlh", ""]);
    let (sentences, words) = (prop::option::of(1_usize..12), prop::option::of(1_usize..200));
    let contexts = prop::option::weighted(0.2, texts());
    (kinds, lengths, sentences, words, prop::option::of(languages), contexts).prop_map(
        |(summary_type, length, sentences, words, language, context)| Options {
            summary_type,
            length,
            sentences,
            words,
            language: language.map(str::to_owned),
            context,
        },
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_summary_is_verbatim_in_order_within_its_budget_and_its_scores_add_up(text in texts(), options in options()) {
        let Ok(summary) = summarize(&text, &options) else { return Ok(()) };
        prop_assert!(!summary.sentences.is_empty());
        let article = Article::from_text(&text);
        let mut end = 0;
        for sentence in &summary.sentences {
            prop_assert_eq!(sentence.span.of(article.text()), sentence.text.as_str());
            prop_assert!(sentence.span.start >= end && sentence.text.trim() == sentence.text);
            end = sentence.span.end;
            prop_assert!(sentence.rank_score > 0.0 && sentence.rank_score <= 1.0);
            prop_assert!((sentence.signals.iter().sum::<f64>() - sentence.rank_score).abs() < 1e-9);
            prop_assert!(sentence.signals.iter().all(|s| *s >= 0.0));
        }
        if let Some(most) = options.sentences {
            prop_assert!(summary.sentences.len() <= most);
        }
        prop_assert!(summary.words <= summary.article.words);
        if let (Some(words), true) = (options.words, summary.sentences.len() > 1) {
            // Without its last choice, a sentence with the one that it leans on, the summary would be short of the words.
            let fewer = Options { sentences: Some(summary.sentences.len().saturating_sub(2).max(1)), words: None, ..options.clone() };
            prop_assert!(summarize(&text, &fewer).is_ok_and(|shorter| shorter.sentences.len() == 1 || shorter.words < words));
        }
        prop_assert_eq!(summarize(&text, &options), Ok(summary));
    }

    #[test]
    fn places_are_utf_16_units_on_the_borders_of_characters(text in texts(), options in options()) {
        let Ok(summary) = summarize(&text, &options) else { return Ok(()) };
        let article = Article::from_text(&text);
        let units: Vec<u16> = article.text().encode_utf16().collect();
        for sentence in &summary.sentences {
            let piece = String::from_utf16(&units[sentence.offset..][..sentence.length]).ok();
            prop_assert_eq!(piece.as_ref(), Some(&sentence.text));
            for mention in &sentence.mentions {
                let piece = String::from_utf16(&units[mention.offset..][..mention.length]).ok();
                prop_assert_eq!(piece.as_deref(), Some(mention.span.of(article.text())));
                prop_assert!(sentence.span.contains(mention.span) && mention.entity < summary.entities.len());
            }
            // The names are those of the mentions.
            let named = sentence.mentions.iter().map(|m| &summary.entities[m.entity]).filter(|e| !e.kind.is_fact());
            let names: HashSet<&str> = named.map(|entity| entity.name.as_str()).collect();
            prop_assert_eq!(names, sentence.entities.iter().map(String::as_str).collect());
        }
    }

    #[test]
    fn sentences_part_the_text_without_loss(text in texts(), language in prop::sample::select(vec!["en", "de", "zh", "ru"])) {
        let article = Article::from_text(&text);
        let spans = sentences(&article, Some(language));
        let mut end = 0;
        for span in &spans {
            prop_assert!(span.start >= end && !span.is_empty());
            end = span.end;
        }
        // What stands between sentences of one paragraph is white space; a paragraph may begin with a dateline and
        // end with an attribution.
        for paragraph in article.paragraphs().iter().filter(|p| p.kind.name() == "paragraph") {
            let inside: Vec<_> = spans.iter().filter(|s| paragraph.span.contains(**s)).collect();
            for pair in inside.windows(2) {
                prop_assert!(article.text()[pair[0].end..pair[1].start].trim().is_empty());
            }
            if let [first, ..] = inside.as_slice() {
                prop_assert!(first.start - paragraph.span.start <= 120);
            }
        }
    }

    #[test]
    fn the_pieces_of_any_text_join_back_to_it(text in texts(), language in prop::sample::select(vec!["en", "de", "zh", "th"])) {
        let mut end = 0;
        for span in sentences(&text, Some(language)) {
            prop_assert!(span.start >= end && span.of(&text).trim() == span.of(&text) && !span.is_empty());
            prop_assert!(text[end..span.start].trim().is_empty());
            end = span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn html_of_any_kind_is_survived(text in texts(), tags in prop::collection::vec("</?(p|div|article|h1|b|br|li|ul|aside|table|td|a)>", 0..40)) {
        // Noise may be markup by itself.
        let _ = Article::from_html(&text);
        let mut html = String::new();
        for (at, piece) in text.split(' ').enumerate() {
            html.push_str(piece);
            html.push(' ');
            html.push_str(tags.get(at % 41).map_or("", String::as_str));
        }
        if let Ok(article) = Article::from_html(&html) {
            let summary = summarize(&article, &Options::default());
            prop_assert!(summary.is_ok() || article.text().trim().chars().all(|c| !c.is_alphanumeric()));
        }
    }
}
