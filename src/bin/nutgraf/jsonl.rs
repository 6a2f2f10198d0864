//! Batches: an article a line in, a summary a line out, in order, on all cores.

use crate::arguments::{Format, SummarizeArguments};
use crate::failure::{Failure, Status};
use crate::html;
use crate::input::{Kind, article_of_page};
use crate::render;
use indicatif::{ProgressBar, ProgressStyle};
use nutgraf::{Article, Options, SummaryType};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::io::Write;

/// So many lines are worked on at a time: enough to keep every core busy, few enough that output comes steadily.
const LINES_AT_A_TIME: usize = 512;

/// A line of the input.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    title: Option<String>,
    text: Option<String>,
    html: Option<String>,
    lang: Option<String>,
}

/// Summarizes every line. A bad line gives an error in its place, and nothing is lost.
pub(crate) fn summarize(
    text: &str,
    options: &Options,
    asked: &SummarizeArguments,
    out: &mut impl Write,
) -> Result<Status, Failure> {
    let lines: Vec<(usize, &str)> = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        return Err(Failure::bad_input("there is no line to read"));
    }
    let progress = progress_bar(lines.len());
    let mut failed = 0;
    for chunk in lines.chunks(LINES_AT_A_TIME) {
        let results: Vec<Result<Vec<u8>, (Value, Failure)>> =
            chunk.par_iter().map(|(_, line)| summarize_line(line, options, asked)).collect();
        for ((number, _), result) in chunk.iter().zip(results) {
            match result {
                Ok(rendered) => out.write_all(&rendered)?,
                Err((id, failure)) => {
                    failed += 1;
                    report(out, asked.format, *number + 1, id, &failure)?;
                }
            }
        }
        progress.inc(chunk.len() as u64);
    }
    progress.finish_and_clear();
    Ok(if failed == 0 { Status::Done } else { Status::SomeFailed })
}

/// A bar on standard error; it hides itself where that is no terminal.
fn progress_bar(lines: usize) -> ProgressBar {
    let bar = ProgressBar::new(lines as u64);
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {human_pos} of {human_len} articles, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// The output for a line, or the line's id as far as it is known and what is wrong.
fn summarize_line(line: &str, options: &Options, asked: &SummarizeArguments) -> Result<Vec<u8>, (Value, Failure)> {
    let line: Line = serde_json::from_str(line).map_err(|e| {
        let id = serde_json::from_str::<Value>(line).ok().and_then(|v| v.get("id").cloned());
        (id.unwrap_or_default(), Failure::bad_input(format!("not a line of JSON with text or html: {e}")))
    })?;
    let id = line.id.clone();
    render_line(&line, options, asked).map_err(|failure| (id, failure))
}

fn render_line(line: &Line, options: &Options, asked: &SummarizeArguments) -> Result<Vec<u8>, Failure> {
    let is_page = line.html.is_some();
    let mut article = match (&line.text, &line.html) {
        (None, Some(html)) => article_of_page(html, asked.any_page)?,
        (Some(text), None) => Article::from_text(text),
        (Some(_), Some(_)) => return Err(Failure::bad_input("both text and html are given")),
        (None, None) => return Err(Failure::bad_input("neither text nor html is given")),
    };
    if let Some(title) = line.title.as_deref().filter(|t| !t.trim().is_empty()) {
        article = article.with_headline(title);
    }
    if let Some(language) = &line.lang {
        article = article.with_language(language);
    }
    let summary = nutgraf::summarize(&article, options)?;
    let mut out = Vec::new();
    match asked.format {
        Format::Json => {
            let id = (!line.id.is_null()).then(|| ("id", line.id.clone()));
            render::json_line(&mut out, id, &summary)?;
        }
        Format::Text => {
            render::text(&mut out, Some(&label(&line.id)), &summary)?;
            out.push(b'\n');
        }
        Format::Markdown => {
            render::markdown(&mut out, &summary, SummaryType::KeyPoints)?;
            out.push(b'\n');
        }
        Format::Html => {
            let (kind, source) = if is_page { (Kind::Html, &line.html) } else { (Kind::Text, &line.text) };
            html::widget(&mut out, source.as_deref().unwrap_or_default(), kind, summary, article.text(), options)?;
            out.push(b'\n');
        }
    }
    Ok(out)
}

fn report(out: &mut impl Write, format: Format, number: usize, id: Value, failure: &Failure) -> Result<(), Failure> {
    if format == Format::Json {
        let error = serde_json::json!({ "line": number, "error": render::error_value(failure) });
        let id = (!id.is_null()).then_some(("id", id));
        render::json_line(out, id, &error)
    } else {
        Ok(writeln!(out, "== {} (line {number})\n{}\n", label(&id), failure.message())?)
    }
}

fn label(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}
