//! What can be asked for on the command line.

use crate::input::{Kind, Source};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use nutgraf::{MAX_SENTENCES, MAX_WORDS, Options, SummaryLength, SummaryType};

/// Picks the sentences that carry a news story, word for word.
#[derive(Parser)]
#[command(name = "nutgraf", version, about, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Summarize articles: plain text, HTML pages, or JSONL with an article a line
    Summarize(SummarizeArguments),
    /// Print the article of a page, without the page around it
    Extract(ExtractArguments),
    /// List the sentences of a text as JSON
    Sentences(PiecesArguments),
    /// List the names, numbers and dates of a text as JSON, an item a mention
    Entities(PiecesArguments),
}

#[derive(Args)]
pub(crate) struct SummarizeArguments {
    /// Files to read; - or nothing is standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// What the input is
    #[arg(long, value_enum, default_value_t = Kind::Auto)]
    pub(crate) input: Kind,
    /// The kind of summary
    #[arg(long = "type", value_name = "TYPE", default_value = "key-points",
        value_parser = parsed::<SummaryType>(["key-points", "tldr", "teaser"]))]
    pub(crate) summary_type: SummaryType,
    /// How long: key points 3, 5 or 7; other types 1, 3 or 5 sentences
    #[arg(long, default_value = "short", value_parser = parsed::<SummaryLength>(["short", "medium", "long"]))]
    pub(crate) length: SummaryLength,
    /// So many sentences instead
    #[arg(long, value_name = "N", value_parser = up_to(MAX_SENTENCES))]
    pub(crate) sentences: Option<usize>,
    /// Whole sentences until N words are reached, instead
    #[arg(long, value_name = "N", value_parser = up_to(MAX_WORDS))]
    pub(crate) words: Option<usize>,
    /// Language as a BCP 47 tag (en, pt-BR); told from the page or its words when not given
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<String>,
    /// How to print the summary
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Args)]
pub(crate) struct ExtractArguments {
    /// The page to read; - is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: String,
    /// How to print the article
    #[arg(long, value_enum, default_value_t = ExtractFormat::Text)]
    pub(crate) format: ExtractFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// Its paragraphs and subheads, parted by blank lines
    Text,
    /// An object with headline, standfirst, byline, published, language and paragraphs
    Json,
}

#[derive(Args)]
pub(crate) struct PiecesArguments {
    /// The file to read; - is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: String,
    /// What the input is
    #[arg(long, value_enum, default_value_t = Kind::Auto)]
    pub(crate) input: Kind,
    /// Language as a BCP 47 tag (en, pt-BR); told from the page or its words when not given
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A sentence a line
    Text,
    /// An object a line and input
    Json,
    /// A list of key points, or a paragraph
    Markdown,
}

impl SummarizeArguments {
    pub(crate) fn options(&self) -> Options {
        Options {
            summary_type: self.summary_type,
            length: self.length,
            sentences: self.sentences,
            words: self.words,
            language: self.lang.clone(),
        }
    }

    /// The inputs in order; standard input when no file is named.
    pub(crate) fn sources(&self) -> impl Iterator<Item = Source> {
        let stdin = self.files.is_empty().then_some("-");
        self.files.iter().map(String::as_str).chain(stdin).map(Source::from_argument)
    }
}

/// The names the library itself parses, listed for the help.
fn parsed<T>(names: impl Into<PossibleValuesParser>) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err = nutgraf::Error> + Clone + Send + Sync + 'static,
{
    names.into().try_map(|name| name.parse::<T>())
}

fn up_to(most: usize) -> impl TypedValueParser<Value = usize> {
    clap::value_parser!(u64).range(1..=most as u64).map(|n| n as usize)
}
