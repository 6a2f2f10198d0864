//! nutgraf summarizes news: it picks the few sentences of a story that carry it, word for word.
//!
//! # The data's way
//! Each stage is a module, and [`summarize`] calls them in this order:
//!
//! 1. text or page → article: `plain_text` ([`Article::from_text`]), `page` ([`Article::from_html`], the live DOM in a
//!    browser)
//! 2. article → sentences → tokens: `language`
//! 3. tokens → terms and entities: `analysis`; which sentences lean on others: `leaning`; which are notes on the story and
//!    no candidates: `note`
//! 4. terms and entities → signals → salience: `salience`, one file a signal
//! 5. salience → choice under a budget: `select`, without redundancy; or the best clause: `headline`
//! 6. choice → [`Summary`]: `summary`; it is the same in JSON and in JavaScript
//!
//! Imports run one way (`scripts/imports.mjs` has the order): a stage knows those before it and none after it.
//!
//! ```
//! use nutgraf::{Options, summarize};
//!
//! let story = "Riga opens its bridge\n\nThe mayor of Riga opened the new bridge on Monday. It had cost 9 million \
//!     euros. Fishermen from Jurmala protested.";
//! let summary = summarize(story, &Options { sentences: Some(1), ..Options::default() })?;
//! assert_eq!(summary.sentences[0].text, "The mayor of Riga opened the new bridge on Monday.");
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Units
//! Spans are bytes of [`Article::text`]; offsets and lengths are UTF-16 units of it, as JavaScript counts. Times are seconds. The same input and options
//! give the same result on every platform, WebAssembly included; there is no I/O and no clock.
//!
//! # Limits
//! Text past [`MAX_TEXT_BYTES`] is not read, and [`Summary::truncated`] says so.

#[cfg(all(target_arch = "wasm32", not(feature = "serde")))]
compile_error!("the interface to JavaScript is made of serde: on wasm32 the feature `serde` is needed");

mod analysis;
mod article;
mod boilerplate;
mod clause;
mod collections;
mod error;
#[cfg(feature = "cli")]
pub mod eval;
mod headline;
mod language;
mod leaning;
mod note;
mod options;
#[cfg(feature = "serde")]
pub mod output;
mod page;
mod plain_text;
mod salience;
mod score;
mod select;
mod summary;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analysis::entity::{Entity, EntityKind};
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use analysis::entity::{train as train_names, train_kinds};
pub use article::{Article, MAX_TEXT_BYTES, Paragraph, ParagraphKind};
pub use error::Error;
pub use language::pack::install as install_language_pack;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use note::notes;
pub use options::{MAX_SENTENCES, MAX_WORDS, Options, SummaryLength, SummaryType};
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use page::html::block_features;
pub use salience::{SIGNALS, Signal};
pub use summary::{ArticleFigures, Summary, SummarySentence};
pub use text::span::Span;

use analysis::annotate;
use leaning::Leanings;
use note::Notes;

/// What can be summarized: plain text, or an article.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// Plain text, read by [`Article::from_text`].
    Text(&'a str),
    /// An article, however it was made.
    Article(&'a Article<'a>),
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Article<'a>> for Input<'a> {
    fn from(article: &'a Article<'a>) -> Self {
        Self::Article(article)
    }
}

/// Summarizes plain text or an article. Of Markdown, the spans refer to its text without the marks: that of
/// [`Article::from_text`].
///
/// # Errors
/// `empty` when there is no text, `no-article` when there is no word in it, `invalid-option` when an option is out
/// of its range.
pub fn summarize<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<Summary, Error> {
    match input.into() {
        Input::Text(text) => summarize_article(&Article::from_text(text), options),
        Input::Article(article) => summarize_article(article, options),
    }
}

fn summarize_article(article: &Article<'_>, options: &Options) -> Result<Summary, Error> {
    let budget = options.budget()?;
    let document = annotate(article, options.language.as_deref());
    if !summary::has_words(&document) {
        return Err(if text::chars::is_blank(article.text()) { Error::empty() } else { Error::no_article() });
    }
    let leanings = Leanings::new(&document);
    let salience = salience::measure(&document, &salience::Model::fitted());
    let notes = Notes::new(&document, &leanings);
    let chosen = match budget.headline {
        Some(most) => {
            headline::choose(&document, &leanings, &notes, &salience, most, budget.words).into_iter().collect()
        }
        None => select::choose(&document, &leanings, &notes, &salience, budget),
    };
    Ok(Summary::new(&document, &chosen))
}

/// The spans of the sentences, in order. Of plain text every piece comes, headlines and datelines too, so that with the
/// white space between them they join back to the text; of an article, its sentences alone. `language` is a BCP 47
/// tag; `None` identifies it.
#[must_use]
pub fn sentences<'a>(input: impl Into<Input<'a>>, language: Option<&str>) -> Vec<Span> {
    match input.into() {
        Input::Text(text) => plain_text::pieces(text, language),
        Input::Article(article) => language::read(article, language).sentences.into_iter().map(|s| s.span).collect(),
    }
}

/// The entities of the article, heaviest first, and their mentions in document order, each with the index of its
/// entity. Headings are read too, though no summary has them.
#[must_use]
pub fn entities(article: &Article<'_>, language: Option<&str>) -> (Vec<Entity>, Vec<(Span, usize)>) {
    let prose = language::read(&article.with_all_lines(|line| !boilerplate::is_boilerplate_line(line)), language);
    let found = analysis::entity::find(article.text(), &prose);
    let list = found.list.iter().map(|e| e.entity(article.text())).collect();
    let mentions = found.mentions.iter().map(|m| (m.span, m.entity as usize)).collect();
    (list, mentions)
}

/// The README's Rust example, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
