//! Printing: JSON, text and Markdown.

use crate::failure::Failure;
use nutgraf::{Summary, SummaryType, on_one_line};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::io::Write;

/// Whose a result is: a name, or an id as it was given.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub(crate) enum Label<'a> {
    Text(&'a str),
    Json(&'a RawValue),
}

/// An object with something to tell whose it is in front: `source` or `id`.
#[derive(Serialize)]
struct Labelled<'a, T: Serialize> {
    #[serde(flatten, serialize_with = "as_member")]
    label: Option<(&'static str, Label<'a>)>,
    #[serde(flatten)]
    content: &'a T,
}

fn as_member<S: serde::Serializer>(
    label: &Option<(&'static str, Label<'_>)>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(*label)
}

/// A line of JSON.
pub(crate) fn json_line<T: Serialize>(
    out: &mut dyn Write,
    label: Option<(&'static str, Label<'_>)>,
    content: &T,
) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, &Labelled { label, content })?;
    Ok(out.write_all(b"\n")?)
}

/// An array, an item a line.
pub(crate) fn json_array<T: Serialize>(out: &mut dyn Write, items: &[T]) -> Result<(), Failure> {
    out.write_all(b"[")?;
    for (number, item) in items.iter().enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, item)?;
    }
    Ok(out.write_all(if items.is_empty() { b"]\n" } else { b"\n]\n" })?)
}

/// `{"error": {"code", "message"}}`
pub(crate) fn error_line(out: &mut dyn Write, failure: &Failure) -> Result<(), Failure> {
    json_line(out, None, &serde_json::json!({ "error": error_value(failure) }))
}

/// `{"code", "message"}`, and `{"page": {"kind", "confidence"}}` where that is why.
pub(crate) fn error_value(failure: &Failure) -> Value {
    let mut value = serde_json::json!({ "code": failure.code(), "message": failure.message() });
    if let Some(page) = failure.page() {
        value["page"] = serde_json::json!(page);
    }
    value
}

/// A sentence a line; above it the name of the input where there are several.
pub(crate) fn text(out: &mut dyn Write, name: Option<&str>, summary: &Summary) -> Result<(), Failure> {
    if let Some(name) = name {
        writeln!(out, "== {name}")?;
    }
    for sentence in &summary.sentences {
        writeln!(out, "{}", on_one_line(&sentence.text))?;
    }
    Ok(())
}

/// The headline, then a list of key points or a paragraph.
pub(crate) fn markdown(out: &mut dyn Write, summary: &Summary, kind: SummaryType) -> Result<(), Failure> {
    if let Some(headline) = &summary.headline {
        writeln!(out, "## {}\n", escaped(headline))?;
    }
    let sentences: Vec<String> = summary.sentences.iter().map(|s| escaped(&s.text)).collect();
    if kind == SummaryType::KeyPoints {
        for sentence in sentences {
            writeln!(out, "- {sentence}")?;
        }
    } else {
        writeln!(out, "{}", sentences.join(summary.sentence_gap()))?;
    }
    Ok(())
}

/// Text that Markdown shows as it is: its own marks and HTML's escaped, a number or dash at the start too.
fn escaped(text: &str) -> String {
    let line = on_one_line(text);
    let mut out = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let opens_list = at == 0 && matches!(c, '#' | '+' | '-' | '=') || is_list_dot(&line, at, c);
        if opens_list || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The dot or bracket of "1." at the start of a line.
fn is_list_dot(line: &str, at: usize, c: char) -> bool {
    at > 0 && matches!(c, '.' | ')') && line[..at].bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markdown_shows_text_as_it_is() {
        assert_eq!(escaped("A *b* <i>\n c"), r"A \*b\* \<i\> c");
        assert_eq!(escaped("1. Peel"), r"1\. Peel");
        assert_eq!(escaped("- so - what"), r"\- so - what");
    }
}
