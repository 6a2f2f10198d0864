//! Fits the weights that tell the kinds of entities and writes them where the library reads them: `make train-kinds`.
//!
//!     train-kinds LABELLED.jsonl FILE      fits on everything and writes
//!     train-kinds LABELLED.jsonl           cross-validates in five folds and prints what is right
//!
//! The labelled texts are as `tools/kinds/prepare.py` writes them.

#![allow(clippy::print_stdout, reason = "what it measures is what it is run for")]

use nutgraf::train_kinds::{Confusion, Example, Labelled, Weights, class_of, examples, fit};
use rayon::prelude::*;
use serde_json::Value;
use std::error::Error;

/// Documents are held out by their running number in their set.
const FOLDS: usize = 5;
/// Margins and bars that are tried in cross-validation.
const MARGINS: [(i32, i32); 7] = [(1, 1), (10, 10), (1, 40), (10, 40), (1, 80), (10, 80), (20, 120)];
const HEADER: &str = "Weights that tell the kinds of entities, made by `make train-kinds`: see NOTICE for what they were \
                      fitted on. CC BY-SA 4.0.\n";

/// What a line of the input says besides the text and its names, and the text's entities.
struct Document {
    set: String,
    language: String,
    number: usize,
    lone: bool,
    examples: Vec<Example>,
}

/// How much an entity of a set counts, by the beginning of the set's name and by language.
fn importance(document: &Document) -> f64 {
    match (document.set.split(' ').next().unwrap_or_default(), document.lone) {
        ("cnndm" | "inshorts", false) => 1.0,
        ("cnndm" | "inshorts", true) => 0.5,
        ("GUM" | "WNUT-17", _) => 1.0,
        _ => 5.0,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let input = arguments.next().ok_or("usage: train-kinds LABELLED.jsonl [FILE]")?;
    let documents = read(&input)?;
    match arguments.next() {
        Some(path) => {
            let weights = fit_on(&documents, |_| true);
            let bytes: Vec<u8> = HEADER.bytes().chain(weights.iter().map(|w| w.cast_unsigned())).collect();
            std::fs::write(&path, bytes)?;
            println!("{path} written, {} weights", weights.len());
        }
        None => validate(&documents),
    }
    Ok(())
}

fn read(path: &str) -> Result<Vec<Document>, Box<dyn Error>> {
    let rows: Vec<Value> =
        std::fs::read_to_string(path)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let number = |v: &Value| v.as_u64().unwrap_or_default() as usize;
    Ok(rows
        .par_iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            let spans = row["spans"].as_array().into_iter().flatten();
            let spans = spans.map(|s| (number(&s[0]), number(&s[1]), class_of(s[2].as_str().unwrap_or_default())));
            let labelled = Labelled { language: text("lang"), text: text("text"), spans: spans.collect() };
            Document {
                set: text("set"),
                language: text("lang"),
                number: number(&row["number"]),
                lone: row["lone"] == true,
                examples: examples(&labelled),
            }
        })
        .collect())
}

/// Fits on the documents that `kept` keeps.
fn fit_on(documents: &[Document], kept: impl Fn(&Document) -> bool) -> Weights {
    let chosen: Vec<(&Example, f64)> = documents
        .iter()
        .filter(|document| !document.set.starts_with("aside") && kept(document))
        .flat_map(|document| document.examples.iter().map(|example| (example, importance(document))))
        .collect();
    fit(&chosen)
}

fn validate(documents: &[Document]) {
    let folds: Vec<Weights> =
        (0..FOLDS).into_par_iter().map(|fold| fit_on(documents, |document| document.number % FOLDS != fold)).collect();
    let mut sets: Vec<(&str, &str, bool)> = Vec::new();
    for document in documents {
        let set = (document.set.as_str(), document.language.as_str(), document.lone);
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    for (set, language, lone) in sets {
        for (margin, bar) in MARGINS {
            let mut all = Confusion::default();
            for document in documents.iter().filter(|d| d.set == set && d.language == language && d.lone == lone) {
                for example in &document.examples {
                    all.add(example, &folds[document.number % FOLDS], margin, bar);
                }
            }
            let [(person, person_all), (place, place_all), (organisation, organisation_all)] =
                [0, 1, 2].map(|kind| all.precision(kind));
            let (who, who_all) = all.precision_of_who();
            println!(
                "{set:16}{}{language} margin {margin:3} bar {bar:3}: {:5.1} % right of {:5}; precision of person {person:5.1} (of all \
                 listed {person_all:5.1}), place {place:5.1} ({place_all:5.1}), organisation {organisation:5.1} \
                 ({organisation_all:5.1}), who {who:5.1} ({who_all:5.1})",
                if lone { " lone " } else { " " },
                all.right(),
                all.wanted(),
            );
        }
    }
}
