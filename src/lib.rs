//! nutgraf summarizes news: it picks the few sentences of a story that carry it, word for word.
//!
//! # The data's way
//! Each stage is a module, and [`summarize`] has them called in this order, [`analyze`] and [`Document::summarize`] one half
//! each:
//!
//! 1. text or page → article: `plain_text` ([`Article::from_text`]), `page` (`Article::from_html`, the live DOM in a
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
//! Who asks more than once of an article analyses it once:
//!
//! ```
//! use nutgraf::{Options, SummaryLength, analyze};
//!
//! let story = "The mayor of Riga opened the new bridge on Monday. It had cost 9 million euros.";
//! let document = analyze(story, None)?;
//! assert_eq!((document.language(), document.sentences().len()), ("en", 2));
//! assert_eq!(document.entities()[0].name, "Riga");
//! let long = document.summarize(&Options { length: SummaryLength::Long, ..Options::default() })?;
//! assert_eq!(long.sentences.len(), 2);
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Features
//! `languages`, `german-names` and `serde` are on by default.
//!
//! - `languages`: all 23 languages compiled in; without it English alone, and [`install_language_pack`] takes the others.
//! - `german-names`: the weights of the German name tagger, which are CC BY-SA 4.0.
//! - `serde`: results implement `Serialize` in the shape of the command line's JSON, and [`Options`] `Deserialize`.
//! - `html`: `Article::from_html`, which finds the article on a page.
//! - `eval`: the laboratory, `nutgraf::eval`.
//! - `cli`: the command line, with `html` and `eval`.
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
mod document;
mod error;
#[cfg(feature = "eval")]
pub mod eval;
mod headline;
mod language;
mod leaning;
mod note;
mod options;
#[cfg(feature = "serde")]
pub mod output;
mod page;
mod page_kind;
mod plain_text;
mod salience;
mod score;
mod select;
mod summary;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analysis::entity::{Entity, EntityKind};
#[cfg(feature = "eval")]
#[doc(hidden)]
pub use analysis::entity::{train as train_names, train_kinds};
pub use article::{Article, Input, MAX_TEXT_BYTES, Paragraph, ParagraphKind};
#[cfg(all(feature = "html", feature = "eval"))]
#[doc(hidden)]
pub use document::article_by_trees;
pub use document::{Document, Sentence, analyze};
pub use error::{Error, ErrorKind};
pub use language::pack::install as install_language_pack;
#[cfg(feature = "eval")]
#[doc(hidden)]
pub use note::notes;
pub use options::{MAX_SENTENCES, MAX_WORDS, Options, SummaryLength, SummaryType, language_tag};
#[cfg(all(feature = "html", feature = "eval"))]
#[doc(hidden)]
pub use page::html::{block_features, kind_features as page_kind_features};
#[cfg(all(feature = "html", feature = "eval"))]
#[doc(hidden)]
pub use page::kind_names::NAMES as PAGE_KIND_FEATURES;
pub use page_kind::{PageGuess, PageKind};
pub use salience::{SIGNALS, Signal};
pub use summary::{ArticleFigures, Mention, Summary, SummarySentence};
pub use text::fold::on_one_line;
pub use text::span::Span;

/// Summarizes plain text or an article. Of Markdown, the spans refer to its text without the marks: that of
/// [`Article::from_text`].
///
/// # Errors
/// `empty` when there is no text, `no-article` when there is no word in it, `invalid-option` when an option is out
/// of its range.
pub fn summarize<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<Summary, Error> {
    // A wrong option is told before the text is read.
    options.budget()?;
    analyze(input, options.language.as_deref())?.summarize(options)
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
