//! `nutgraf eval`: scores beside baselines, as a table or as JSON.

use crate::arguments::{EvalArguments, EvalFormat};
use crate::editors;
use crate::failure::{Failure, Status};
use crate::input::Source;
use nutgraf::eval::{self, Length, Record, Scores, System, Weights};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::io::Write;

/// Evaluates each data file in turn.
pub(crate) fn run(asked: &EvalArguments, out: &mut impl Write) -> Result<Status, Failure> {
    match evaluate_all(asked, out) {
        Ok(()) => Ok(Status::Done),
        Err(failure) if failure.is_output() => Err(failure),
        Err(failure) => Ok(failure.report(None)),
    }
}

fn evaluate_all(asked: &EvalArguments, out: &mut impl Write) -> Result<(), Failure> {
    let length = asked.sentences.map_or(Length::Words(asked.words), Length::Sentences);
    let weights: Vec<Weights> = match &asked.weights {
        Some(path) => {
            let text = named(path, Source::File(path.clone()).text())?;
            serde_json::from_str(&text).map_err(|e| Failure::bad_input(format!("{path}: {e}")))?
        }
        None => Vec::new(),
    };
    let systems: Vec<System> = System::ALL
        .into_iter()
        .filter(|s| asked.systems.is_empty() || asked.systems.iter().any(|name| name.eq_ignore_ascii_case(s.name())))
        .collect();
    if asked.features {
        let names: Vec<Value> =
            eval::feature_names().into_iter().map(|(signal, name)| json!([signal.name(), name])).collect();
        writeln!(out, "{}", json!({ "features": names }))?;
    }
    if let Some(path) = &asked.editors {
        return editors::run(path, asked, &weights, out);
    }
    for path in &asked.data {
        if asked.pairs {
            pairs(path, out)?;
            continue;
        }
        let mut records: Vec<Record> = read(path, asked.fold)?;
        if asked.untitled {
            records.iter_mut().for_each(|record| record.title = None);
        }
        if asked.choices {
            choices(&records, &systems, length, &weights, out)?;
            continue;
        }
        let (count, scores) = eval::run(&records, &systems, length, &weights);
        if count == 0 {
            return Err(Failure::bad_input(format!("{path}: no line has an article and a summary to compare with")));
        }
        match asked.format {
            EvalFormat::Text => table(path, count, length, &scores, out)?,
            EvalFormat::Json => json_line(path, count, &scores, out)?,
        }
    }
    Ok(())
}

/// Puts the name of the file before what is wrong with it.
fn named<T>(path: &str, result: Result<T, Failure>) -> Result<T, Failure> {
    result.map_err(|failure| Failure::bad_input(format!("{path}: {}", failure.message())))
}

/// The lines of a file that are in the fold.
pub(crate) fn read<T: DeserializeOwned>(path: &str, fold: Option<(usize, usize, bool)>) -> Result<Vec<T>, Failure> {
    let text = named(path, Source::from_argument(path).text())?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let kept =
        lines.enumerate().filter(|(place, _)| fold.is_none_or(|(number, of, inside)| (place % of == number) == inside));
    kept.map(|(_, (number, line))| {
        let wrong = |e| Failure::bad_input(format!("{path}: line {}: not a line of such data: {e}", number + 1));
        serde_json::from_str(line).map_err(wrong)
    })
    .collect()
}

/// A summary and its reference, both as they are.
#[derive(Deserialize)]
struct Pair {
    summary: String,
    reference: String,
}

/// The ROUGE of each pair, an object a line.
fn pairs(path: &str, out: &mut impl Write) -> Result<(), Failure> {
    let text = named(path, Source::from_argument(path).text())?;
    for line in text.lines() {
        let pair: Pair = serde_json::from_str(line).map_err(|e| Failure::bad_input(format!("{path}: {e}")))?;
        serde_json::to_writer(&mut *out, &eval::rouge(&pair.summary, &[&pair.reference], "en"))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The sentences that each system chooses, an article a line.
fn choices(
    records: &[Record],
    systems: &[System],
    length: Length,
    weights: &[Weights],
    out: &mut impl Write,
) -> Result<(), Failure> {
    for (number, record) in records.iter().enumerate() {
        let chosen = eval::choices(record, number, systems, length, weights);
        let of_systems: serde_json::Map<String, Value> = systems
            .iter()
            .zip(chosen)
            .map(|(system, sentences)| (system.name().to_owned(), json!(sentences)))
            .collect();
        serde_json::to_writer(&mut *out, &json!({ "id": record.id, "choices": of_systems }))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn table(path: &str, count: usize, length: Length, scores: &[Scores], out: &mut impl Write) -> Result<(), Failure> {
    let asked = match length {
        Length::Words(words) => format!("{words} words"),
        Length::Sentences(sentences) => format!("{sentences} sentences"),
    };
    writeln!(out, "{path}: {count} articles, {asked}, F1 x 100; differences from LEAD with 95 % intervals")?;
    writeln!(
        out,
        "{:<9}{:>6}{:>6}{:>6}   {:<23}{:<23}{:>8}{:>8}{:>8}{:>8}{:>10}{:>8}",
        "",
        "R1",
        "R2",
        "RLsum",
        "R1 - LEAD",
        "R2 - LEAD",
        "opens",
        "dangles",
        "leans",
        "repeats",
        "furniture",
        "echoes"
    )?;
    for score in scores {
        let [r1, r2, sum] = score.mean.values().map(|v| v * 100.0);
        let [d1, d2, _] =
            score.from_lead.map(|d| format!("{:+.2} [{:+.2}, {:+.2}]", d.mean * 100.0, d.low * 100.0, d.high * 100.0));
        let faults = score.faults;
        let per_cent = |part: usize, of: usize| format!("{:.1}%", 100.0 * part as f64 / of.max(1) as f64);
        writeln!(
            out,
            "{:<9}{r1:>6.2}{r2:>6.2}{sum:>6.2}   {d1:<23}{d2:<23}{:>8}{:>8}{:>8}{:>8}{:>10}{:>8}",
            score.system.name(),
            per_cent(faults.opens_dangling, faults.summaries),
            per_cent(faults.dangling, faults.summaries),
            per_cent(faults.dangling_sentences, faults.sentences),
            faults.repeats,
            faults.furniture,
            per_cent(faults.echoes, faults.headlines),
        )?;
    }
    Ok(writeln!(out)?)
}

fn json_line(path: &str, count: usize, scores: &[Scores], out: &mut impl Write) -> Result<(), Failure> {
    let systems: serde_json::Map<String, Value> = scores
        .iter()
        .map(|score| {
            let [rouge1, rouge2, rouge_lsum] = score.from_lead;
            let from_lead = json!({ "rouge1": rouge1, "rouge2": rouge2, "rougeLsum": rouge_lsum });
            let entry = json!({ "mean": score.mean, "fromLead": from_lead, "faults": score.faults });
            (score.system.name().to_owned(), entry)
        })
        .collect();
    serde_json::to_writer(&mut *out, &json!({ "data": path, "articles": count, "systems": systems }))?;
    Ok(out.write_all(b"\n")?)
}
