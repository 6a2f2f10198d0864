//! `nutgraf eval --editors`: agreement with editors' choices beside baselines, as a table or as JSON, of all articles
//! and by language and set.

use crate::arguments::{EvalArguments, EvalFormat};
use crate::evaluate::read;
use crate::failure::Failure;
use nutgraf::eval::Weights;
use nutgraf::eval::editors::{self, Agreement, EditorScores, Judged};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;

/// The groups that an article's scores count for: all, English or other languages, its language, its set.
fn groups(judged: &Judged) -> [String; 4] {
    let english = if judged.lang == "en" { "English" } else { "other languages" };
    ["all".to_owned(), english.to_owned(), format!("language {}", judged.lang), format!("set {}", judged.set)]
}

pub(crate) fn run(path: &str, asked: &EvalArguments, weights: &[Weights], out: &mut impl Write) -> Result<(), Failure> {
    let all: Vec<Judged> = read(path, asked.fold)?;
    if all.is_empty() {
        return Err(Failure::bad_input(format!("{path}: no article")));
    }
    if asked.features {
        return features(&all, out);
    }
    let results = editors::agreements(&all, weights);
    let mut grouped: BTreeMap<String, Vec<&Vec<Agreement>>> = BTreeMap::new();
    for (judged, result) in all.iter().zip(&results) {
        let Some(result) = result else { continue };
        groups(judged).into_iter().for_each(|group| grouped.entry(group).or_default().push(result));
    }
    match asked.format {
        EvalFormat::Json => {
            let objects: serde_json::Map<String, Value> =
                grouped.iter().map(|(group, results)| (group.clone(), object(results))).collect();
            serde_json::to_writer(&mut *out, &json!({ "data": path, "groups": objects }))?;
            out.write_all(b"\n")?;
        }
        EvalFormat::Text => {
            writeln!(out, "{path}: three key points; differences from LEAD with 95 % intervals")?;
            for (group, results) in &grouped {
                table(group, results, out)?;
            }
        }
    }
    Ok(())
}

fn table(group: &str, results: &[&Vec<Agreement>], out: &mut impl Write) -> Result<(), Failure> {
    let articles = if results.len() == 1 { "article" } else { "articles" };
    writeln!(
        out,
        "\n{:<31}{:>6}{:>26}{:>7}{:>7}{:>26}{:>9}{:>7}",
        format!("{group}, {} {articles}", results.len()),
        "gain",
        "- LEAD",
        "P@3",
        "unfit",
        "- LEAD",
        "leaning",
        "words"
    )?;
    for EditorScores { system, mean, gain_from_lead, unfit_from_lead } in editors::scores(results) {
        let [gain, unfit] =
            [gain_from_lead, unfit_from_lead].map(|d| format!("{:+.3} [{:+.3}, {:+.3}]", d.mean, d.low, d.high));
        writeln!(
            out,
            "{:<31}{:>6.3}{gain:>26}{:>7.3}{:>7.3}{unfit:>26}{:>9.3}{:>7.1}",
            system.name(),
            mean.gain,
            mean.p3,
            mean.unfit,
            mean.leaning,
            mean.words
        )?;
    }
    Ok(())
}

fn object(results: &[&Vec<Agreement>]) -> Value {
    let systems: serde_json::Map<String, Value> = editors::scores(results)
        .into_iter()
        .map(|scores| {
            let from_lead = json!({ "gain": scores.gain_from_lead, "unfit": scores.unfit_from_lead });
            (scores.system.name().to_owned(), json!({ "mean": scores.mean, "fromLead": from_lead }))
        })
        .collect();
    json!({ "articles": results.len(), "systems": systems })
}

/// The features and gains of every sentence, an article a line.
fn features(all: &[Judged], out: &mut impl Write) -> Result<(), Failure> {
    let examples: Vec<_> = all.par_iter().map(editors::features).collect();
    for (judged, (has_headline, sentences)) in all.iter().zip(examples) {
        let line = json!({ "set": judged.set, "lang": judged.lang, "headline": has_headline, "sentences": sentences });
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
