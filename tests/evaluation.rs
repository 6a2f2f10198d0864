//! Floors under what summaries reach on the development sets, kept in `tests/floors.json` with the data's hashes; and
//! that what the README says they reach (`docs/eval.json`, by `make eval`) is so.
//!
//! The sets are third parties' texts and no part of the project: without them (`../shared/eval`, or where
//! `NUTGRAF_EVAL_DATA` says) nothing is measured, and the test says so.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test may stop where it stands, and must say why it did not run"
)]

use nutgraf::eval::{self, Length, Record, Scores, System};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// How far ROUGE-1 (F1, 0 to 1) may be from what was written down in six digits.
const AS_TOLD: f64 = 1e-5;

#[test]
fn development_sets_stay_above_their_floors_and_free_of_faults() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = std::env::var_os("NUTGRAF_EVAL_DATA").map_or_else(|| root.join("../shared/eval"), PathBuf::from);
    if !data.is_dir() {
        eprintln!("did not run: the development data is not here ({})", data.display());
        return;
    }
    let read = |path: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(root.join(path)).expect(path)).expect("figures as JSON")
    };
    let (floors, told) = (read("tests/floors.json"), read("docs/eval.json"));
    let mut below = Vec::new();
    for (name, floor) in floors["sets"].as_object().expect("sets") {
        let text = fs::read_to_string(data.join(name)).expect("a set");
        if floor["hash"] != hash(text.as_bytes()) {
            below.push(format!("{name} is not the data that the floors were measured on: {}", hash(text.as_bytes())));
            continue;
        }
        let records: Vec<Record> = text.lines().map(|line| serde_json::from_str(line).expect("a record")).collect();
        below.extend(
            headlines(&records, &floor["headlines"]).into_iter().map(|what| format!("{name}, headlines: {what}")),
        );
        for (asked, length) in [("words60", Length::Words(60)), ("sentences3", Length::Sentences(3))] {
            let (_, scores) = eval::run(&records, &[System::Nutgraf, System::Lead], length, None);
            below.extend(short_of(&floor[asked], &scores).into_iter().map(|what| format!("{name}, {asked}: {what}")));
            let told = told[asked][name]["systems"]["nutgraf"]["mean"]["rouge1"].as_f64().unwrap_or_default();
            let found = scores[0].mean.rouge1;
            if (told - found).abs() > AS_TOLD {
                below.push(format!("{name}, {asked}: ROUGE-1 {found:.5}, the README says {told:.5}; run `make eval`"));
            }
            if asked == "sentences3" {
                let most = floors["danglingAtMost"].as_f64().expect("a number");
                let faults = if name.starts_with("en_") { faulty(&scores, most) } else { Vec::new() };
                below.extend(faults.into_iter().map(|what| format!("{name}: {what}")));
            }
        }
    }
    assert!(below.is_empty(), "{below:#?}");
}

/// Where the difference from LEAD is below its floor, or proved to be below 0. In points, F1 x 100.
fn short_of(floor: &Value, scores: &[Scores]) -> Vec<String> {
    let kinds = ["rouge1", "rouge2"].into_iter().zip(&scores[0].from_lead);
    let short = kinds.filter(|(kind, difference)| {
        100.0 * difference.mean < floor[kind].as_f64().expect("a number") || difference.high < 0.0
    });
    short.map(|(kind, found)| format!("{kind} {:+.2}, floor {}", 100.0 * found.mean, floor[kind])).collect()
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
fn faulty(scores: &[Scores], dangling_at_most: f64) -> Vec<String> {
    let (own, lead) = (scores[0].faults, scores[1].faults);
    let share = own.dangling as f64 / own.summaries as f64;
    [
        (share > dangling_at_most, format!("{:.1} % of summaries dangle", 100.0 * share)),
        (
            own.opens_dangling > lead.opens_dangling,
            format!("{} open so, of LEAD {}", own.opens_dangling, lead.opens_dangling),
        ),
        (own.furniture > 0, format!("{} sentences of furniture", own.furniture)),
        (own.repeats > 0, format!("{} repeats", own.repeats)),
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
