//! A context: of a story of two things, the sentences come that are about the one asked for.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use nutgraf::{Options, Signal, Summary, SummaryType, summarize};

/// Two stories of four sentences, one after the other; a context for each; the words by which its sentences are known.
struct Story {
    language: &'static str,
    text: &'static str,
    /// The context and words of the first, and of the second.
    topics: [(&'static str, [&'static str; 4]); 2],
}

const STORIES: [Story; 4] = [
    Story {
        language: "en",
        text: "The mayor of Riga opened the repaired bridge over the Daugava on Monday. Lorries may cross the bridge from \
            June on, the mayor said. The repairs had cost the city eleven million euros. Ferries had carried cars over the \
            river for two years.\n\nThe ice hockey team of Latvia beat Sweden in Stockholm the same evening. The goalkeeper \
            stopped thirty shots of the Swedish attackers. Coach Harijs Vitolins praised the goalkeeper and the defence. \
            The team plays Finland for a place in the final on Friday.",
        topics: [
            ("What do drivers need to know about the bridge?", ["bridge", "Lorries", "repairs", "Ferries"]),
            ("For readers who follow the hockey team", ["hockey", "goalkeeper", "Vitolins", "Finland"]),
        ],
    },
    Story {
        language: "de",
        text: "Der Bürgermeister von Riga hat am Montag die sanierte Brücke über die Daugava eröffnet. Lastwagen dürfen die \
            Brücke ab Juni befahren, sagte der Bürgermeister. Die Arbeiten kosteten die Stadt elf Millionen Euro. Zwei Jahre \
            lang brachten Fähren die Autos über den Fluss.\n\nDie Eishockeymannschaft von Lettland schlug am selben Abend \
            Schweden in Stockholm. Der Torwart hielt dreißig Schüsse der schwedischen Stürmer. Trainer Harijs Vitolins lobte \
            den Torwart und die Abwehr. Am Freitag spielt die Eishockeymannschaft gegen Finnland um den Einzug ins Finale.",
        topics: [
            ("Die Brücke und der Bürgermeister", ["Brücke", "Lastwagen", "Arbeiten", "Fähren"]),
            ("Eishockey: der Torwart", ["Eishockeymannschaft", "Torwart", "Vitolins", "Finnland"]),
        ],
    },
    Story {
        language: "fr",
        text: "Le maire de Riga a inauguré lundi le pont rénové sur la Daugava. Les camions pourront franchir le pont dès \
            juin, a dit le maire. Les travaux ont coûté onze millions d’euros à la ville. Des bacs ont transporté les voitures \
            pendant deux ans.\n\nL’équipe de hockey de Lettonie a battu la Suède le même soir à Stockholm. Le gardien a arrêté \
            trente tirs des attaquants suédois. L’entraîneur Harijs Vitolins a félicité le gardien et la défense. L’équipe de \
            hockey affronte vendredi la Finlande pour une place en finale.",
        topics: [
            ("Le pont de Riga", ["pont", "camions", "travaux", "bacs"]),
            ("Tout sur le hockey et le gardien", ["hockey", "gardien", "Vitolins", "Finlande"]),
        ],
    },
    Story {
        language: "zh",
        text: "里加市长周一为修复后的大桥举行了通车仪式。市长说，卡车从六月起可以通过大桥。修复工程耗资一千一百万欧元。两年来汽车一直靠渡轮过河。\n\n\
            拉脱维亚冰球队当晚在斯德哥尔摩击败了瑞典队。守门员挡住了瑞典队的三十次射门。教练称赞了守门员和后卫的表现。冰球队周五将与芬兰队争夺决赛席位。",
        topics: [
            ("大桥通车", ["大桥", "卡车", "工程", "渡轮"]),
            ("冰球队的守门员", ["冰球队", "守门员", "教练", "芬兰"]),
        ],
    },
];

fn summary_of(text: &str, language: &str, context: Option<&str>, summary_type: SummaryType) -> Summary {
    let options = Options {
        summary_type,
        language: Some(language.to_owned()),
        context: context.map(str::to_owned),
        ..Options::default()
    };
    summarize(text, &options).expect("a summary")
}

#[test]
fn the_sentences_of_what_is_asked_for_come() {
    for Story { language, text, topics } in STORIES {
        for (context, words) in topics {
            let tldr = summary_of(text, language, Some(context), SummaryType::Tldr);
            let points = summary_of(text, language, Some(context), SummaryType::KeyPoints);
            for (summary, least) in [(&tldr, 1), (&points, 2)] {
                let about = summary.sentences.iter().filter(|s| words.iter().any(|word| s.text.contains(word)));
                assert!(about.count() >= least, "{language}, {context}: {:#?}", summary.text());
            }
            let explained = tldr.sentences.iter().all(|s| s.signal(Signal::Context) > 0.0);
            assert!(explained, "{language}, {context}");
        }
    }
}

#[test]
fn a_headline_is_of_what_is_asked_for_where_that_has_a_clause_short_enough() {
    let [Story { language, text, .. }, ..] = STORIES;
    let headline = |context| summary_of(text, language, context, SummaryType::Headline).text();
    assert!(headline(None).contains("bridge"));
    assert!(headline(Some("the goalkeeper")).contains("goalkeeper"));
}

#[test]
fn a_name_counts_in_all_its_forms() {
    let text = "Farmers in Latvia sold less milk in March, and prices fell to a low that nobody had seen for years. The \
        European Union agreed on a fund for young farmers after long talks. Shops ordered cheese from other countries \
        because it cost less there. Milk was poured away at forty farms near the border. The EU will decide on quotas in \
        May. Nobody at the dairy would say what comes next.";
    let options = Options {
        sentences: Some(2),
        context: Some("the European Union".to_owned()),
        language: Some("en".to_owned()),
        ..Options::default()
    };
    let summary = summarize(text, &options).expect("a summary");
    assert!(summary.sentences.iter().any(|s| s.text.contains("The EU will")), "{}", summary.text());
}

#[test]
fn a_context_with_no_word_of_the_article_changes_nothing() {
    let [Story { language, text, .. }, ..] = STORIES;
    let without = summary_of(text, language, None, SummaryType::KeyPoints);
    for context in ["", " \n", "…", "and of the", "Zebras graze quietly"] {
        assert_eq!(summary_of(text, language, Some(context), SummaryType::KeyPoints), without, "{context}");
    }
    let json = serde_json::to_value(&without).expect("JSON");
    assert_eq!(json.pointer("/sentences/0/signals/context"), None);
    let with = summary_of(text, language, Some("hockey"), SummaryType::KeyPoints);
    let json = serde_json::to_value(&with).expect("JSON");
    let sentences = json["sentences"].as_array().expect("sentences");
    assert!(sentences.iter().any(|sentence| sentence["signals"]["context"].as_f64().is_some_and(|part| part > 0.0)));
}

#[test]
fn the_parts_of_a_score_add_up_with_a_context_too() {
    for Story { language, text, topics } in STORIES {
        let summary = summary_of(text, language, Some(topics[1].0), SummaryType::KeyPoints);
        for sentence in &summary.sentences {
            let sum: f64 = sentence.signals.iter().sum();
            assert!((sum - sentence.rank_score).abs() < 1e-9 && sentence.rank_score <= 1.0, "{sentence:?}");
        }
    }
}

#[test]
fn the_command_line_takes_a_context() {
    let [Story { text, topics, .. }, ..] = STORIES;
    for (context, words) in topics {
        let mut command = assert_cmd::Command::cargo_bin("nutgraf").expect("the binary");
        let output = command.args(["summarize", "--type", "tldr", "--context", context]).write_stdin(text).output();
        let printed = String::from_utf8(output.expect("to run").stdout).expect("UTF-8");
        assert!(words.iter().any(|word| printed.contains(word)), "{context}: {printed}");
    }
}
