//! Fits the weights of the name tagger and writes them where the library reads them: `make train-names`.
//!
//! `train-names LABELLED.jsonl [DIRECTORY]`, the labelled texts as `tools/names/prepare.py` writes them. Prints the F1
//! of the texts kept aside (`"part": "dev"`), if there are any. Without a directory nothing is written.

use nutgraf::train_names::{ENGLISH, Fit, GERMAN, Labelled, Score, fit, score};
use serde_json::Value;
use std::error::Error;
use std::path::Path;

/// What a line of the input says besides the text and its names.
struct About {
    set: String,
    model: String,
    kept_aside: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let input = arguments.next().ok_or("usage: train-names LABELLED.jsonl [DIRECTORY]")?;
    let directory = arguments.next();
    let texts = read(&input)?;
    for settings in [&ENGLISH, &GERMAN] {
        run(settings, &texts, directory.as_deref())?;
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
        let about = About { set: text("set"), model: text("model"), kept_aside: row["part"] == "dev" };
        texts.push((about, Labelled { language: text("lang"), text: text("text"), spans }));
    }
    Ok(texts)
}

fn run(settings: &Fit, texts: &[(About, Labelled)], directory: Option<&str>) -> Result<(), Box<dyn Error>> {
    let chosen: Vec<(&Labelled, usize)> = texts
        .iter()
        .filter(|(about, _)| !about.kept_aside)
        .map(|(about, labelled)| (labelled, settings.times(&about.set, &about.model)))
        .filter(|(_, times)| *times > 0)
        .collect();
    let weights = fit(&chosen, settings);
    let kept: Vec<_> = texts.iter().filter(|(about, t)| about.kept_aside && t.language == settings.language).collect();
    let mut sets: Vec<&str> = kept.iter().map(|(about, _)| about.set.as_str()).collect();
    sets.dedup();
    for set in sets {
        for lone in [true, false] {
            let mut total = Score::default();
            for (_, labelled) in kept.iter().filter(|(about, _)| about.set == set) {
                score(labelled, &weights, lone, &mut total);
            }
            let read = if lone { "sentence by sentence" } else { "as documents" };
            report(&format!("{:24} {read:22} F1 {:5.1} of {}", set, total.f1(), total.wanted));
        }
    }
    if let Some(directory) = directory {
        let path = Path::new(directory).join(settings.file);
        let rows = weights.iter().map(|w| *w as u8);
        std::fs::write(&path, settings.header.bytes().chain(rows).collect::<Vec<_>>())?;
        report(&format!("{} written, {} rows", path.display(), weights.len()));
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "what it measures is what it is run for")]
fn report(line: &str) {
    println!("{line}");
}
