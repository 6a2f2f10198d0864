//! What can be asked for on the command line.

use crate::inject::arguments::InjectArguments;
use crate::input::{Kind, Source};
use crate::verify::VerifyArguments;
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
    /// Put the finished summary of a page into it, with its JSON-LD, and change nothing else
    Inject(InjectArguments),
    /// Prove that each published sentence of a page stands in its article, word for word
    Verify(VerifyArguments),
    /// Score summaries against references, beside LEAD, LexRank, TextRank, random and the oracle
    Eval(EvalArguments),
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
        value_parser = parsed::<SummaryType>(["key-points", "tldr", "teaser", "headline"]))]
    pub(crate) summary_type: SummaryType,
    /// How long: key points 3, 5 or 7; tldr and teaser 1, 3 or 5 sentences; headline 12, 17 or 22 words
    #[arg(long, default_value = "short", value_parser = parsed::<SummaryLength>(["short", "medium", "long"]))]
    pub(crate) length: SummaryLength,
    /// So many sentences instead
    #[arg(long, value_name = "N", value_parser = up_to(MAX_SENTENCES))]
    pub(crate) sentences: Option<usize>,
    /// Whole sentences until N words are reached, instead; a headline of at most N
    #[arg(long, value_name = "N", value_parser = up_to(MAX_WORDS))]
    pub(crate) words: Option<usize>,
    /// Language as a BCP 47 tag (en, pt-BR); told from the page or its words when not given
    #[arg(long, value_name = "TAG", value_parser = language_tag)]
    pub(crate) lang: Option<String>,
    /// What the summary is for: sentences near to the words and names of TEXT come first
    #[arg(long, value_name = "TEXT")]
    pub(crate) context: Option<String>,
    /// How to print the summary
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Read pages that look like no article too
    #[arg(long)]
    pub(crate) any_page: bool,
}

#[derive(Args)]
pub(crate) struct ExtractArguments {
    /// The page to read; - is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: String,
    /// How to print the article
    #[arg(long, value_enum, default_value_t = ExtractFormat::Text)]
    pub(crate) format: ExtractFormat,
    /// Read a page that looks like no article too
    #[arg(long)]
    pub(crate) any_page: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// Its paragraphs and subheads, parted by blank lines
    Text,
    /// An object with headline, standfirst, byline, published, language, kind, confidence and paragraphs
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
    #[arg(long, value_name = "TAG", value_parser = language_tag)]
    pub(crate) lang: Option<String>,
    /// Read a page that looks like no article too
    #[arg(long)]
    pub(crate) any_page: bool,
}

#[derive(Args)]
pub(crate) struct EvalArguments {
    /// Data: JSONL with {"text", "summary" or "summaries", "title"?, "lang"?} a line
    #[arg(long, value_name = "FILE", required_unless_present = "editors", num_args = 1..)]
    pub(crate) data: Vec<String>,
    /// Editors' choices instead: JSONL with {"set", "lang", "title"?, "text", "sentences", "key", "next", "ok", "unfit"}
    /// a line; gives gain, precision at 3 and the share of unfit sentences of three key points
    #[arg(long, value_name = "FILE", conflicts_with_all = ["data", "sentences"])]
    pub(crate) editors: Option<String>,
    /// Cut every summary at exactly N words
    #[arg(long, value_name = "N", default_value = "60", value_parser = up_to(MAX_WORDS))]
    pub(crate) words: usize,
    /// Take N sentences, whole, instead
    #[arg(long, value_name = "N", conflicts_with = "words", value_parser = up_to(MAX_SENTENCES))]
    pub(crate) sentences: Option<usize>,
    /// How to print the scores
    #[arg(long, value_enum, default_value_t = EvalFormat::Text)]
    pub(crate) format: EvalFormat,
    /// Only these systems
    #[arg(long, value_name = "NAME", value_delimiter = ',', hide = true)]
    pub(crate) systems: Vec<String>,
    /// Print the features and gains that weights are fitted to
    #[arg(long, hide = true, requires = "editors")]
    pub(crate) features: bool,
    /// Leave the headlines out
    #[arg(long, hide = true)]
    pub(crate) untitled: bool,
    /// Print the sentences that the systems choose
    #[arg(long, hide = true)]
    pub(crate) choices: bool,
    /// Score lines of {"summary", "reference"}, English, as they are
    #[arg(long, hide = true)]
    pub(crate) pairs: bool,
    /// Weights and costs to use instead of the built-in ones: a list, of which line N takes number N modulo its length
    #[arg(long, value_name = "FILE", hide = true)]
    pub(crate) weights: Option<String>,
    /// Only every Nth line, from line K on ("K/N"), or all others ("!K/N")
    #[arg(long, value_name = "K/N", hide = true, value_parser = fold)]
    pub(crate) fold: Option<(usize, usize, bool)>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EvalFormat {
    /// A table a file
    Text,
    /// An object a line and file
    Json,
}

/// Number, count, and whether the fold itself is meant or the rest.
fn fold(text: &str) -> Result<(usize, usize, bool), String> {
    let bare = text.trim_start_matches('!');
    let parts = bare.split_once('/').and_then(|(k, n)| Some((k.parse().ok()?, n.parse().ok()?)));
    let (number, of) = parts.filter(|(k, n)| k < n).ok_or("K/N with K below N is expected")?;
    Ok((number, of, bare == text))
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A sentence a line
    Text,
    /// An object a line and input
    Json,
    /// A list of key points, or a paragraph
    Markdown,
    /// A <nut-graf> element to publish with the article: its summary shows without script, too
    Html,
}

impl SummarizeArguments {
    pub(crate) fn options(&self) -> Options {
        Options {
            summary_type: self.summary_type,
            length: self.length,
            sentences: self.sentences,
            words: self.words,
            language: self.lang.clone(),
            context: self.context.clone(),
        }
    }

    /// The inputs in order; standard input when no file is named.
    pub(crate) fn sources(&self) -> impl Iterator<Item = Source> {
        let stdin = self.files.is_empty().then_some("-");
        self.files.iter().map(String::as_str).chain(stdin).map(Source::from_argument)
    }
}

/// The names the library itself parses, listed for the help.
pub(crate) fn parsed<T>(names: impl Into<PossibleValuesParser>) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err = nutgraf::Error> + Clone + Send + Sync + 'static,
{
    names.into().try_map(|name| name.parse::<T>())
}

/// A well-formed language tag of BCP 47, with the underscore of locales as a hyphen: `de_DE` is `de-DE`.
pub(crate) fn language_tag(given: &str) -> Result<String, String> {
    let tag = given.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let rest: Vec<&str> = parts.collect();
    // Tags for private use ("x-…") and a few old ones ("i-klingon") begin with one letter.
    let is_language = (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let is_private = matches!(first.as_bytes(), [b'x' | b'X' | b'i' | b'I']) && !rest.is_empty();
    if (is_language || is_private) && rest.iter().all(|part| is_part(part)) {
        Ok(tag)
    } else {
        Err(format!("“{given}” is no language tag: one such as en or pt-BR is expected"))
    }
}

pub(crate) fn up_to(most: usize) -> impl TypedValueParser<Value = usize> {
    clap::value_parser!(u64).range(1..=most as u64).map(|n| n as usize)
}

#[cfg(test)]
mod tests {
    use super::language_tag;

    #[test]
    fn language_tags_are_well_formed() {
        for (given, tag) in
            [("en", "en"), ("de_DE", "de-DE"), ("zh-Hant-TW", "zh-Hant-TW"), ("x-own", "x-own"), (" fr ", "fr")]
        {
            assert_eq!(language_tag(given).as_deref(), Ok(tag));
        }
        for given in
            ["", " ", "e", "x", "de-", "-de", "de--DE", "deutsch-Deutschland", "de DE", "d3", "de_DE.UTF-8", "日本"]
        {
            assert!(language_tag(given).is_err_and(|message| message.contains("language tag")), "{given}");
        }
    }
}
