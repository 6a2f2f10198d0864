//! Fits the weights of the name tagger and writes them where the library reads them: `make train-names`.
//!
//!     train-names LABELLED.jsonl DIRECTORY      fits on everything and writes
//!     train-names LABELLED.jsonl                cross-validates in five folds and prints F1
//!
//! The labelled texts are as `tools/names/prepare.py` writes them.

#![allow(clippy::print_stdout, reason = "what it measures is what it is run for")]

use nutgraf::train_names::{ENGLISH, Fit, GERMAN, Labelled, Read, Score, fit, score};
use rayon::prelude::*;
use serde_json::Value;
use std::error::Error;
use std::path::Path;

/// Documents are held out by their running number in their set.
const FOLDS: usize = 5;

/// What a line of the input says besides the text and its names.
struct About {
    set: String,
    model: String,
    number: usize,
    aside: bool,
}

/// A labelled text as the library reads it.
type Document<'t> = (&'t About, &'t Labelled, Read<'t>);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let input = arguments.next().ok_or("usage: train-names LABELLED.jsonl [DIRECTORY]")?;
    let directory = arguments.next();
    let texts = read(&input)?;
    let read: Vec<Document<'_>> =
        texts.par_iter().map(|(about, labelled)| (about, labelled, Read::new(labelled))).collect();
    for settings in [ENGLISH, GERMAN] {
        match &directory {
            Some(directory) => write(&settings, &read, directory)?,
            None => validate(&settings, &read),
        }
    }
    Ok(())
}

fn read(path: &str) -> Result<Vec<(About, Labelled)>, Box<dyn Error>> {
    let number = |v: &Value| v.as_u64().unwrap_or_default() as usize;
    let mut texts = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let spans = row["spans"].as_array().into_iter().flatten().map(|s| (number(&s[0]), number(&s[1]))).collect();
        let about = About {
            set: text("set"),
            model: text("model"),
            number: number(&row["number"]),
            aside: row["aside"] == true,
        };
        texts.push((about, Labelled { language: text("lang"), text: text("text"), spans }));
    }
    Ok(texts)
}

/// Fits on the texts that `kept` keeps.
fn fit_on(settings: &Fit, texts: &[Document<'_>], kept: impl Fn(&About) -> bool) -> Vec<i8> {
    let chosen: Vec<(&Read<'_>, usize)> = texts
        .iter()
        .filter(|(about, ..)| !about.aside && kept(about))
        .map(|(about, _, read)| (read, settings.times(&about.set, &about.model)))
        .filter(|(_, times)| *times > 0)
        .collect();
    fit(&chosen, settings)
}

fn validate(settings: &Fit, texts: &[Document<'_>]) {
    let folds: Vec<Vec<i8>> =
        (0..FOLDS).into_par_iter().map(|fold| fit_on(settings, texts, |about| about.number % FOLDS != fold)).collect();
    let mut sets: Vec<&str> = Vec::new();
    for (about, labelled, _) in texts {
        if labelled.language == settings.language && !sets.contains(&about.set.as_str()) {
            sets.push(&about.set);
        }
    }
    for set in sets {
        let of: Vec<_> =
            texts.iter().filter(|(about, l, _)| about.set == set && l.language == settings.language).collect();
        let measured = |lone| {
            let mut total = Score::default();
            for (about, _, read) in &of {
                score(read, &folds[about.number % FOLDS], settings, lone, &mut total);
            }
            total
        };
        let (lone, whole) = (measured(true), measured(false));
        println!(
            "{set:20} F1 sentence by sentence {:5.1}, as documents {:5.1}, of {}",
            lone.f1(),
            whole.f1(),
            whole.wanted
        );
    }
}

fn write(settings: &Fit, texts: &[Document<'_>], directory: &str) -> Result<(), Box<dyn Error>> {
    let weights = fit_on(settings, texts, |_| true);
    let path = Path::new(directory).join(settings.file);
    let rows = weights.iter().map(|w| *w as u8);
    std::fs::write(&path, settings.header.bytes().chain(rows).collect::<Vec<_>>())?;
    println!("{} written, {} rows", path.display(), weights.len());
    Ok(())
}
