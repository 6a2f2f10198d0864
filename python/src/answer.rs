//! From what Python gives to what it gets.

use nutgraf::{Article, Error, Options};
use pyo3::FromPyObject;
use serde::Serialize;
use serde_json::{Value, json};

/// What is printed, and the article's text; or what is wrong, and no text.
pub(crate) type Answer = (String, Option<String>);

/// An article as it is given: its text or the HTML of its page, its title and its language.
#[derive(FromPyObject)]
pub(crate) struct Given {
    text: Option<String>,
    html: Option<String>,
    title: Option<String>,
    lang: Option<String>,
    any_page: bool,
}

/// Why there is no answer, as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Refusal(Value);

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let mut shown = json!({ "code": error.code(), "message": error.message() });
        if let Some(page) = error.page() {
            shown["page"] = json!(page);
        }
        Self(shown)
    }
}

impl Refusal {
    fn invalid(message: impl Into<String>) -> Self {
        Self(json!({ "code": "invalid-option", "message": message.into() }))
    }
}

pub(crate) fn of(work: impl FnOnce() -> Result<(String, String), Refusal>) -> Answer {
    match work() {
        Ok((json, text)) => (json, Some(text)),
        Err(Refusal(value)) => (value.to_string(), None),
    }
}

pub(crate) fn json(value: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(value).map_err(|e| Refusal::invalid(e.to_string()))
}

/// The options in an object of JSON.
pub(crate) fn options(object: &str) -> Result<Options, Refusal> {
    let value: Value = serde_json::from_str(object).map_err(|e| Refusal::invalid(e.to_string()))?;
    serde_json::from_value(value).map_err(|e| Refusal::invalid(e.to_string()))
}

pub(crate) fn article_of_page(html: &str, any_page: bool) -> Result<Article<'static>, Error> {
    if any_page { Article::from_any_html(html) } else { Article::from_html(html) }
}

/// The summary of an article, and the article's text.
pub(crate) fn summary(given: &Given, options: &Options) -> Result<(String, String), Refusal> {
    let mut article = match (&given.text, &given.html) {
        (Some(text), None) => Article::from_text(text),
        (None, Some(html)) => article_of_page(html, given.any_page)?,
        _ => return Err(Refusal::invalid("an article is given by text or by html")),
    };
    let there = |value: &Option<String>| value.clone().filter(|v| !v.trim().is_empty());
    if let Some(title) = there(&given.title) {
        article = article.with_headline(title);
    }
    if let Some(language) = there(&given.lang) {
        article = article.with_language(language);
    }
    let summary = nutgraf::summarize(&article, options)?;
    Ok((json(&summary)?, article.text().to_owned()))
}
