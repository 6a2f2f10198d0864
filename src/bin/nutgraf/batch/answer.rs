//! The answer to an article of a batch: its summary, or an error in its place.

use super::item::{Item, MOST_BYTES};
use crate::arguments::{self, Format, SummarizeArguments};
use crate::failure::Failure;
use crate::html;
use crate::input::{self, Kind, article_of_page};
use crate::render;
use nutgraf::{Article, Options, SummaryType};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};

/// What is asked for of every article.
pub(crate) struct Job {
    options: Options,
    format: Format,
    any_page: bool,
    /// What the files of a folder are.
    pub(crate) kind: Kind,
}

/// A line of the input. The id is given back as it was written.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    title: Option<String>,
    text: Option<String>,
    html: Option<String>,
    lang: Option<String>,
}

/// Whose answer it is.
enum Label<'a> {
    Id(Option<&'a RawValue>),
    Source(&'a str),
}

impl Label<'_> {
    fn member(&self) -> Option<(&'static str, render::Label<'_>)> {
        match self {
            Self::Id(id) => id.map(|id| ("id", render::Label::Json(id))),
            Self::Source(name) => Some(("source", render::Label::Text(name))),
        }
    }

    /// For people. An id that is a text is shown without quotation marks.
    fn shown(&self) -> String {
        match self {
            Self::Source(name) => (*name).to_owned(),
            Self::Id(id) => {
                let id = id.map_or("null", RawValue::get);
                serde_json::from_str::<String>(id).unwrap_or_else(|_| id.to_owned())
            }
        }
    }
}

impl Job {
    pub(crate) fn new(asked: &SummarizeArguments) -> Self {
        Self {
            options: asked.options(),
            format: asked.format,
            any_page: asked.any_page,
            kind: if asked.input == Kind::Text { Kind::Text } else { Kind::Html },
        }
    }

    /// What is written for an article, and whether it is a summary.
    pub(crate) fn answer(&self, item: &Item) -> Result<(Vec<u8>, bool), Failure> {
        match item {
            Item::Line(number, bytes) => self.answer_line(*number, bytes.as_deref()),
            Item::Page(path, read) => {
                let label = Label::Source(path);
                let result = guarded(|| self.summarize_page(&label, read));
                self.written(&label, None, result)
            }
        }
    }

    fn answer_line(&self, number: usize, bytes: Option<&[u8]>) -> Result<(Vec<u8>, bool), Failure> {
        let Some(bytes) = bytes else {
            return self.written(&Label::Id(None), Some(number), Err(too_long()));
        };
        let read = text_of(bytes).and_then(|text| {
            let wrong = |e| Failure::bad_input(format!("not a line of JSON with text or html: {}", reason(&e)));
            serde_json::from_str::<Line<'_>>(text).map_err(wrong)
        });
        match read {
            Ok(line) => {
                let label = Label::Id(line.id);
                let result = guarded(|| self.summarize_line(&label, &line));
                self.written(&label, Some(number), result)
            }
            Err(failure) => {
                let text = String::from_utf8_lossy(bytes);
                let read = serde_json::from_str::<Value>(&text).ok();
                let id = read.and_then(|mut line| line.get_mut("id").map(Value::take)).filter(|id| !id.is_null());
                let id = id.and_then(|id| serde_json::value::to_raw_value(&id).ok());
                self.written(&Label::Id(id.as_deref()), Some(number), Err(failure))
            }
        }
    }

    fn summarize_line(&self, label: &Label<'_>, line: &Line<'_>) -> Result<Vec<u8>, Failure> {
        let (mut article, source, kind) = match (&line.text, &line.html) {
            (None, Some(html)) => (article_of_page(html, self.any_page)?, html, Kind::Html),
            (Some(text), None) => (Article::from_text(text), text, Kind::Text),
            (Some(_), Some(_)) => return Err(Failure::bad_input("both text and html are given")),
            (None, None) => return Err(Failure::bad_input("neither text nor html is given")),
        };
        if let Some(title) = line.title.as_deref().filter(|t| !t.trim().is_empty()) {
            article = article.with_headline(title);
        }
        if let Some(language) = line.lang.as_deref().filter(|l| !l.trim().is_empty()) {
            article = article.with_language(arguments::language_tag(language).map_err(Failure::bad_input)?);
        }
        self.render(label, &article, source, kind)
    }

    fn summarize_page(&self, label: &Label<'_>, read: &Result<Vec<u8>, String>) -> Result<Vec<u8>, Failure> {
        let bytes = read.as_ref().map_err(Failure::bad_input)?;
        let content = input::decompress(bytes, MOST_BYTES as u64 + 1)?;
        if content.len() > MOST_BYTES {
            return Err(too_long());
        }
        let (text, kind) = input::decode(content, self.kind)?;
        let article =
            if kind == Kind::Html { article_of_page(&text, self.any_page)? } else { Article::from_text(&text) };
        self.render(label, &article, &text, kind)
    }

    fn render(&self, label: &Label<'_>, article: &Article<'_>, source: &str, kind: Kind) -> Result<Vec<u8>, Failure> {
        let summary = nutgraf::summarize(article, &self.options)?;
        let mut out = Vec::new();
        match self.format {
            Format::Json | Format::Parquet => render::json_line(&mut out, label.member(), &summary)?,
            Format::Text => render::text(&mut out, Some(&label.shown()), &summary)?,
            Format::Markdown => render::markdown(&mut out, &summary, SummaryType::KeyPoints)?,
            Format::Html => html::widget(&mut out, source, kind, summary, article.text(), &self.options)?,
        }
        if !self.format.is_json() {
            out.push(b'\n');
        }
        Ok(out)
    }

    /// A summary as it is; what failed as an error in its format.
    fn written(
        &self,
        label: &Label<'_>,
        line: Option<usize>,
        result: Result<Vec<u8>, Failure>,
    ) -> Result<(Vec<u8>, bool), Failure> {
        let failure = match result {
            Ok(rendered) => return Ok((rendered, true)),
            Err(failure) => failure,
        };
        let mut out = Vec::new();
        if self.format.is_json() {
            let mut error = serde_json::json!({ "error": render::error_value(&failure) });
            if let Some(number) = line {
                error["line"] = number.into();
            }
            render::json_line(&mut out, label.member(), &error)?;
        } else {
            let place = line.map(|number| format!(" (line {number})")).unwrap_or_default();
            writeln!(out, "== {}{place}\n{}\n", label.shown(), failure.message())?;
        }
        Ok((out, false))
    }
}

/// A fault of the program in one article is that article's error, and the others go on.
fn guarded(work: impl FnOnce() -> Result<Vec<u8>, Failure>) -> Result<Vec<u8>, Failure> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Failure::Internal))
}

fn too_long() -> Failure {
    Failure::bad_input(format!("has more than {} MiB", MOST_BYTES / 1024 / 1024))
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
