//! Reading inputs, and telling what they are.

use crate::encoding;
use crate::failure::Failure;
use clap::ValueEnum;
use nutgraf::Article;
use std::fs;
use std::io::{self, Read};

/// What an input is, or is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// To be determined by file name and content
    Auto,
    /// Plain text
    Text,
    /// A page
    Html,
    /// An object a line: {"id", "title"?, "text" or "html", "lang"?}
    Jsonl,
}

/// The article of a page; of one that looks like no article too where `any_page` asks for it.
pub(crate) fn article_of_page(html: &str, any_page: bool) -> Result<Article<'static>, nutgraf::Error> {
    if any_page { Article::from_any_html(html) } else { Article::from_html(html) }
}

/// Where an input comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    Stdin,
    File(String),
}

impl Source {
    pub(crate) fn from_argument(argument: &str) -> Self {
        if argument == "-" { Self::Stdin } else { Self::File(argument.to_owned()) }
    }

    /// As it is named in output and errors.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Stdin => "standard input",
            Self::File(path) => path,
        }
    }

    /// The whole input as text, a byte order mark taken off.
    pub(crate) fn read(&self) -> Result<String, Failure> {
        let bytes = match self {
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Self::File(path) => fs::read(path),
        };
        let bytes = bytes.map_err(|e| Failure::bad_input(format!("cannot be read: {e}")))?;
        encoding::decode(bytes).map_err(Failure::bad_input)
    }

    /// What the input is: what was said, else by its name, else by how it begins.
    pub(crate) fn kind(&self, said: Kind, text: &str) -> Kind {
        if said != Kind::Auto {
            return said;
        }
        if let Self::File(path) = self {
            let extension = path.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
            match extension.as_deref() {
                Some("html" | "htm" | "xhtml") => return Kind::Html,
                Some("jsonl" | "ndjson") => return Kind::Jsonl,
                Some("txt" | "md") => return Kind::Text,
                _ => {}
            }
        }
        let start = text.trim_start();
        let begins = |with: &str| start.get(..with.len()).is_some_and(|s| s.eq_ignore_ascii_case(with));
        if ["<!doctype html", "<html", "<head", "<body", "<article", "<?xml"].iter().any(|tag| begins(tag)) {
            return Kind::Html;
        }
        let first_line = start.lines().next().unwrap_or_default();
        let is_object = first_line.starts_with('{') && serde_json::from_str::<serde_json::Value>(first_line).is_ok();
        if is_object { Kind::Jsonl } else { Kind::Text }
    }
}
