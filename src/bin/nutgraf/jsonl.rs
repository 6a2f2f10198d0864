//! Batches: an article a line in, a summary a line out, in order, on all cores.

use crate::arguments::{self, Format, SummarizeArguments};
use crate::failure::{Failure, Status};
use crate::html;
use crate::input::{Kind, article_of_page};
use crate::render;
use indicatif::{ProgressBar, ProgressStyle};
use nutgraf::{Article, Options, SummaryType};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::io::{self, BufRead, Write};
use std::sync::mpsc::{self, Receiver};
use std::thread;

/// So many lines at most are worked on at a time: enough to keep every core busy, few enough that output comes steadily.
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

/// A line as it was read: its number from 1, and its bytes.
type Numbered = (usize, Vec<u8>);

/// Summarizes every line as it comes. A bad line gives an error in its place, and nothing is lost. `size` is the number of
/// bytes, where it is known.
pub(crate) fn summarize(
    lines: Box<dyn BufRead + Send>,
    size: Option<u64>,
    options: &Options,
    asked: &SummarizeArguments,
    out: &mut impl Write,
) -> Result<Status, Failure> {
    let lines = read_ahead(lines);
    let progress = progress_bar(size);
    let (mut done, mut failed) = (0_usize, 0_usize);
    // Whoever writes one line and waits for the answer gets it; whoever writes many gets all cores.
    while let Ok(first) = lines.recv() {
        let chunk: Vec<_> = [first].into_iter().chain(lines.try_iter().take(LINES_AT_A_TIME - 1)).collect();
        let chunk = chunk.into_iter().collect::<io::Result<Vec<Numbered>>>();
        let chunk = chunk.map_err(|e| Failure::bad_input(format!("cannot be read to the end: {e}")))?;
        let results: Vec<Result<Vec<u8>, (Value, Failure)>> =
            chunk.par_iter().map(|(_, line)| summarize_line(line, options, asked)).collect();
        for ((number, line), result) in chunk.iter().zip(results) {
            match result {
                Ok(rendered) => out.write_all(&rendered)?,
                Err((id, failure)) => {
                    failed += 1;
                    report(out, asked.format, *number, id, &failure)?;
                }
            }
            progress.inc(line.len() as u64);
        }
        done += chunk.len();
        out.flush()?;
    }
    progress.finish_and_clear();
    match (done, failed) {
        (0, _) => Err(Failure::bad_input("there is no line to read")),
        (_, 0) => Ok(Status::Done),
        _ => Ok(Status::SomeFailed),
    }
}

/// Reads lines, but empty ones, on a thread of its own, no further ahead than is worked on at a time.
fn read_ahead(mut lines: Box<dyn BufRead + Send>) -> Receiver<io::Result<Numbered>> {
    let (sender, receiver) = mpsc::sync_channel(LINES_AT_A_TIME);
    thread::spawn(move || {
        for number in 1.. {
            let mut line = Vec::new();
            let sent = match lines.read_until(b'\n', &mut line) {
                Ok(0) => return,
                Ok(_) if line.trim_ascii().is_empty() => continue,
                read => sender.send(read.map(|_| (number, line))),
            };
            if sent.is_err() {
                return;
            }
        }
    });
    receiver
}

/// A bar on standard error; it hides itself where that is no terminal.
fn progress_bar(size: Option<u64>) -> ProgressBar {
    let Some(size) = size else { return ProgressBar::new_spinner() };
    let bar = ProgressBar::new(size);
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// A line's text: UTF-8, as all JSON that is sent.
fn text_of(line: &[u8]) -> Result<&str, Failure> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    std::str::from_utf8(line).map_err(|e| Failure::bad_input(format!("is not UTF-8 at byte {}", e.valid_up_to())))
}

/// What is wrong with a line, by its column alone: the parser counts lines in what it was given, which is one.
fn reason(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let text = error.to_string();
    match text.strip_suffix(&format!(" at line {line} column {column}")) {
        Some(reason) if line == 1 && column > 0 => format!("{reason} at column {column}"),
        reason => reason.unwrap_or(&text).to_owned(),
    }
}

/// The output for a line, or the line's id as far as it is known and what is wrong.
fn summarize_line(line: &[u8], options: &Options, asked: &SummarizeArguments) -> Result<Vec<u8>, (Value, Failure)> {
    let read = text_of(line).and_then(|text| {
        let wrong = |e| Failure::bad_input(format!("not a line of JSON with text or html: {}", reason(&e)));
        serde_json::from_str::<Line>(text).map_err(wrong)
    });
    let line = read.map_err(|failure| {
        let read = serde_json::from_str::<Value>(&String::from_utf8_lossy(line));
        (read.ok().and_then(|v| v.get("id").cloned()).unwrap_or_default(), failure)
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
    if let Some(language) = line.lang.as_deref().filter(|l| !l.trim().is_empty()) {
        article = article.with_language(arguments::language_tag(language).map_err(Failure::bad_input)?);
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
