//! What can be asked of `nutgraf inject`.

use crate::arguments::{language_tag, parsed, up_to};
use clap::{Args, ValueEnum};
use nutgraf::{MAX_SENTENCES, MAX_WORDS, Options, SummaryLength, SummaryType};
use scraper::{ElementRef, Selector};

#[derive(Args)]
pub(crate) struct InjectArguments {
    /// Pages, and folders with pages, of which those are taken that are articles; - is standard input
    #[arg(value_name = "PAGE", required = true)]
    pub(crate) pages: Vec<String>,
    /// Write each page that changes in its place; one page alone is printed otherwise
    #[arg(long)]
    pub(crate) in_place: bool,
    /// Where a new element goes, by a CSS selector; behind the headline when not given
    #[arg(long, value_name = "SELECTOR", value_parser = selector)]
    pub(crate) at: Option<Selector>,
    /// On which side of what --at selects
    #[arg(long, value_enum, default_value_t = Position::After, requires = "at")]
    pub(crate) position: Position,
    /// The kind of summary; that of the page's own element when not given, else key-points
    #[arg(long = "type", value_name = "TYPE",
        value_parser = parsed::<SummaryType>(["key-points", "tldr", "teaser", "headline"]))]
    pub(crate) summary_type: Option<SummaryType>,
    /// How long; as the page's own element says when not given, else short
    #[arg(long, value_parser = parsed::<SummaryLength>(["short", "medium", "long"]))]
    pub(crate) length: Option<SummaryLength>,
    /// So many sentences instead
    #[arg(long, value_name = "N", value_parser = up_to(MAX_SENTENCES))]
    pub(crate) sentences: Option<usize>,
    /// Whole sentences until N words are reached, instead; a headline of at most N
    #[arg(long, value_name = "N", value_parser = up_to(MAX_WORDS))]
    pub(crate) words: Option<usize>,
    /// Language as a BCP 47 tag (en, pt-BR); told from the page or its words when not given
    #[arg(long, value_name = "TAG", value_parser = language_tag)]
    pub(crate) lang: Option<String>,
    /// Read pages that look like no article too
    #[arg(long)]
    pub(crate) any_page: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Position {
    /// Before it
    Before,
    /// In it, at its beginning
    Prepend,
    /// In it, at its end
    Append,
    /// Behind it
    After,
}

impl InjectArguments {
    /// As asked; of what is not asked, as the page's own element says, if there is one.
    pub(crate) fn options(&self, host: Option<ElementRef<'_>>) -> Options {
        let said = |name: &str| host.and_then(|host| host.attr(name)).map(str::to_ascii_lowercase);
        let said_type = said("type").and_then(|name| name.parse().ok());
        let said_length = said("length").and_then(|name| name.parse().ok());
        Options {
            summary_type: self.summary_type.or(said_type).unwrap_or_default(),
            length: self.length.or(said_length).unwrap_or_default(),
            sentences: self.sentences,
            words: self.words,
            language: self.lang.clone(),
            context: None,
        }
    }
}

fn selector(text: &str) -> Result<Selector, String> {
    Selector::parse(text).map_err(|error| format!("“{text}” is no CSS selector: {error}"))
}
