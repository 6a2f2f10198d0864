//! Floors under what summaries reach on the development sets, kept in `tests/floors.json` with the data's hashes; and
//! that what the documentation says they reach (`docs/eval.json`, by `make eval`) is so.
//!
//! Key points are measured by editors' choices, each article with the weights that were fitted without it
//! (`tests/folds.json`, by `make cross-validate`). The sets are third parties' texts and no part of the project: without
//! them (`../shared/eval`, or where `NUTGRAF_EVAL_DATA` says) the tests fail, unless `NUTGRAF_EVAL_DATA=none` says that
//! nothing is to be measured.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test may stop where it stands, and must say why it did not run"
)]

use nutgraf::eval::editors::{self, Agreement, EditorScores, Judged};
use nutgraf::eval::{self, Length, Record, Scores, System, Weights};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How far a figure (0 to 1) may be from what was written down in six digits.
const AS_WRITTEN: f64 = 1e-5;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where the development data is; `None` where it was said that there is none.
fn data() -> Option<PathBuf> {
    let data = std::env::var_os("NUTGRAF_EVAL_DATA").map_or_else(|| root().join("../shared/eval"), PathBuf::from);
    if data.as_os_str() == "none" {
        eprintln!("nothing is measured: NUTGRAF_EVAL_DATA=none");
        return None;
    }
    assert!(data.is_dir(), "the development data is not at {}; without it set NUTGRAF_EVAL_DATA=none", data.display());
    Some(data)
}

fn read(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(root().join(path)).expect(path)).expect("figures as JSON")
}

/// The lines of a set, if they are those that the floors were measured on.
fn lines<T: serde::de::DeserializeOwned>(path: &Path, floor: &Value) -> Result<Vec<T>, String> {
    let text = fs::read_to_string(path).expect("a set");
    if floor["hash"] != hash(text.as_bytes()) {
        let hash = hash(text.as_bytes());
        return Err(format!("{} is not the data that the floors were measured on: {hash}", path.display()));
    }
    Ok(text.lines().map(|line| serde_json::from_str(line).expect("a line of the set")).collect())
}

#[test]
fn key_points_agree_with_editors() {
    let Some(data) = data() else { return };
    let floors = &read("tests/floors.json")["editors"];
    let written = &read("docs/eval.json")["editors"];
    let articles: Vec<Judged> = lines(&data.join("editors/dev.jsonl"), floors).expect("the floors' own data");
    let folds: Vec<Weights> = serde_json::from_value(read("tests/folds.json")).expect("weights");
    let results = editors::agreements(&articles, &folds);
    let mut languages: BTreeMap<&str, Vec<&Vec<Agreement>>> = BTreeMap::new();
    for (article, result) in articles.iter().zip(&results) {
        let Some(result) = result else { continue };
        for group in ["all", article.lang.as_str()] {
            languages.entry(group).or_default().push(result);
        }
    }
    let enough = floors["articlesOfALanguage"].as_u64().expect("a number") as usize;
    let mut below = Vec::new();
    for (language, results) in &languages {
        if results.len() < enough {
            continue;
        }
        let scores = editors::scores(results);
        let of = |system| scores.iter().find(|scores| scores.system == system).expect("a system");
        let (own, lead): (&EditorScores, &EditorScores) = (of(System::Nutgraf), of(System::Lead));
        if own.mean.gain < lead.mean.gain {
            below.push(format!("{language}: gain {:.3} is below LEAD's {:.3}", own.mean.gain, lead.mean.gain));
        }
        if *language == "all" {
            let mean = own.mean;
            let floor = |name: &str| floors[name].as_f64().expect("a number");
            let checks = [
                (mean.gain < floor("gain"), format!("gain {:.3}", mean.gain)),
                (mean.unfit > floor("unfitAtMost"), format!("unfit {:.3}", mean.unfit)),
                (
                    mean.leaning > lead.mean.leaning,
                    format!("{:.3} lean, of LEAD {:.3}", mean.leaning, lead.mean.leaning),
                ),
                (mean.words > floor("wordsAtMost") * lead.mean.words, format!("{:.1} words", mean.words)),
            ];
            below.extend(checks.into_iter().filter_map(|(is_below, what)| is_below.then_some(what)));
            let told = written["all"]["systems"]["nutgraf"]["mean"]["gain"].as_f64().unwrap_or_default();
            if (told - mean.gain).abs() > AS_WRITTEN {
                below.push(format!("gain {:.5}, docs/eval.json says {told:.5}; run `make eval`", mean.gain));
            }
        }
    }
    assert!(below.is_empty(), "{below:#?}");
}

#[test]
fn summaries_of_the_development_sets_are_free_of_faults_and_headlines_stay_above_their_floors() {
    let Some(data) = data() else { return };
    let (floors, written) = (read("tests/floors.json"), read("docs/eval.json"));
    let mut below = Vec::new();
    for (name, floor) in floors["sets"].as_object().expect("sets") {
        let records: Vec<Record> = match lines(&data.join(name), floor) {
            Ok(records) => records,
            Err(other) => {
                below.push(other);
                continue;
            }
        };
        below.extend(
            headlines(&records, &floor["headlines"]).into_iter().map(|what| format!("{name}, headlines: {what}")),
        );
        let (_, scores) = eval::run(&records, &[System::Nutgraf, System::Lead], Length::Sentences(3), &[]);
        below.extend(faulty(&scores).into_iter().map(|what| format!("{name}: {what}")));
        let told = written["sentences3"][name]["systems"]["nutgraf"]["mean"]["rouge1"].as_f64().unwrap_or_default();
        let found = scores[0].mean.rouge1;
        if (told - found).abs() > AS_WRITTEN {
            below.push(format!("{name}: ROUGE-1 {found:.5}, docs/eval.json says {told:.5}; run `make eval`"));
        }
    }
    assert!(below.is_empty(), "{below:#?}");
}

/// Where the headlines of 12, 17 and 22 words are less like editors' than the floor says: ROUGE-1 in points.
fn headlines(records: &[Record], floors: &Value) -> Vec<String> {
    let floors = floors.as_array().into_iter().flatten().zip([12, 17, 22]);
    let scores = floors.map(|(floor, words)| {
        let (count, [own, first]) = eval::headlines(records, words);
        let points = [own, first].map(|r| 100.0 * r.rouge1);
        eprintln!(
            "headlines of {words} words, {count} articles: ROUGE-1 {:.2}, first words {:.2}",
            points[0], points[1]
        );
        (points[0] < floor.as_f64().expect("a number"), format!("{words} words: {:.2}, floor {floor}", points[0]))
    });
    scores.filter_map(|(is_below, what)| is_below.then_some(what)).collect()
}

/// What readers would see more often than they should.
fn faulty(scores: &[Scores]) -> Vec<String> {
    let (own, lead) = (scores[0].faults, scores[1].faults);
    let share = |faults: eval::Faults| faults.dangling_sentences as f64 / faults.sentences.max(1) as f64;
    [
        (share(own) > share(lead), format!("{:.4} of the sentences lean, of LEAD's {:.4}", share(own), share(lead))),
        (own.furniture > 0, format!("{} sentences of furniture", own.furniture)),
        (own.repeats > lead.repeats, format!("{} repeats, of LEAD {}", own.repeats, lead.repeats)),
        (own.echoes > lead.echoes, format!("{} echoes of the headline, of LEAD {}", own.echoes, lead.echoes)),
    ]
    .into_iter()
    .filter_map(|(is_so, what)| is_so.then_some(what))
    .collect()
}

/// 64-bit FNV-1a, in hexadecimal: enough to tell one version of a file from another.
fn hash(bytes: &[u8]) -> String {
    let value = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    format!("{value:016x}")
}
