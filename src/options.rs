//! What a caller may ask for: each option with its range, default and reason.

#[cfg(feature = "serde")]
mod reading;
mod tag;

use crate::error::Error;
use std::str::FromStr;
pub use tag::language_tag;

/// The most sentences that may be asked for by number; more than any article has.
pub const MAX_SENTENCES: usize = 100_000;
/// The most words that may be asked for by number.
pub const MAX_WORDS: usize = 1_000_000;

/// What kind of summary, by the names of the W3C Summarizer API.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SummaryType {
    /// The key points of the story, a sentence each: 3, 5 or 7.
    #[default]
    KeyPoints,
    /// Too long, didn't read: 1, 3 or 5 sentences.
    Tldr,
    /// What makes a reader curious: 1, 3 or 5 sentences.
    Teaser,
    /// The clause that says most, of at most 12, 17 or 22 words; the shortest clause where none is so short.
    Headline,
}

/// How long a summary is, by the names of the W3C Summarizer API.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SummaryLength {
    /// 3 key points, or 1 sentence, or 12 words of a headline.
    #[default]
    Short,
    /// 5 key points, or 3 sentences, or 17 words.
    Medium,
    /// 7 key points, or 5 sentences, or 22 words.
    Long,
}

impl FromStr for SummaryType {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "key-points" => Ok(Self::KeyPoints),
            "tldr" => Ok(Self::Tldr),
            "teaser" => Ok(Self::Teaser),
            "headline" => Ok(Self::Headline),
            _ => Err(Error::invalid_option("type", name, "key-points, tldr, teaser or headline")),
        }
    }
}

impl FromStr for SummaryLength {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "short" => Ok(Self::Short),
            "medium" => Ok(Self::Medium),
            "long" => Ok(Self::Long),
            _ => Err(Error::invalid_option("length", name, "short, medium or long")),
        }
    }
}

/// What to make of an article. `Options::default()` gives three key points. In JSON and JavaScript the members are `type`,
/// `length`, `sentences`, `words`, `lang` and `context`, each of which may be absent or null.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
pub struct Options {
    /// The kind of summary. Default: key points.
    #[cfg_attr(feature = "serde", serde(rename = "type", deserialize_with = "reading::summary_type"))]
    pub summary_type: SummaryType,
    /// How long. Default: short.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "reading::length"))]
    pub length: SummaryLength,
    /// So many sentences instead of what type and length give: 1 to [`MAX_SENTENCES`].
    /// Asked for more than there are, all of them come.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "reading::sentences"))]
    pub sentences: Option<usize>,
    /// So many words instead: whole sentences until this many words are reached, so the last may pass it.
    /// 1 to [`MAX_WORDS`]; of a headline, at most this many, though no clause of the article is so short. With `sentences` as well, whichever is reached first ends the summary.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "reading::words"))]
    pub words: Option<usize>,
    /// The language as a BCP 47 tag ("en", "pt-BR"). Default: what the article says, else what its words say.
    #[cfg_attr(feature = "serde", serde(rename = "lang", deserialize_with = "reading::language"))]
    pub language: Option<String>,
    /// What the summary is for, as a text in the article's language: sentences that are near to its content words and names
    /// come before others, by [`Signal::Context`](crate::Signal::Context). Default: nothing. What has no word in common with
    /// the article changes nothing, and what is past [`MAX_TEXT_BYTES`](crate::MAX_TEXT_BYTES) is not read.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "reading::context"))]
    pub context: Option<String>,
}

/// When the choice of sentences is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    pub(crate) sentences: usize,
    pub(crate) words: usize,
    /// A headline has at most this many words.
    pub(crate) headline: Option<usize>,
}

impl Options {
    /// The members by their names in JavaScript.
    #[cfg(any(target_arch = "wasm32", all(test, feature = "serde")))]
    pub(crate) const MEMBERS: [&str; 6] = ["type", "length", "sentences", "words", "lang", "context"];

    /// The budget these options amount to; an error names the option that is out of range.
    pub(crate) fn budget(&self) -> Result<Budget, Error> {
        let in_range = |name, value: Option<usize>, most, expected| match value {
            Some(n) if n == 0 || n > most => Err(Error::invalid_option(name, n.to_string(), expected)),
            other => Ok(other),
        };
        let sentences = in_range("sentences", self.sentences, MAX_SENTENCES, "a whole number from 1 to 100000")?;
        let words = in_range("words", self.words, MAX_WORDS, "a whole number from 1 to 1000000")?;
        let is_headline = self.summary_type == SummaryType::Headline && sentences.is_none();
        let headline = is_headline.then(|| words.unwrap_or(self.words_of_headline()));
        Ok(match (sentences, words) {
            (None, None) => Budget { sentences: self.sentences_of_length(), words: usize::MAX, headline },
            (sentences, words) => {
                Budget { sentences: sentences.unwrap_or(usize::MAX), words: words.unwrap_or(usize::MAX), headline }
            }
        })
    }

    /// The W3C Summarizer API's numbers, as MDN gives them.
    const fn words_of_headline(&self) -> usize {
        match self.length {
            SummaryLength::Short => 12,
            SummaryLength::Medium => 17,
            SummaryLength::Long => 22,
        }
    }

    /// The W3C Summarizer API's numbers, as MDN gives them.
    const fn sentences_of_length(&self) -> usize {
        match (self.summary_type, self.length) {
            (SummaryType::KeyPoints, SummaryLength::Short) => 3,
            (SummaryType::KeyPoints, SummaryLength::Medium) => 5,
            (SummaryType::KeyPoints, SummaryLength::Long) => 7,
            (_, SummaryLength::Short) => 1,
            (_, SummaryLength::Medium) => 3,
            (_, SummaryLength::Long) => 5,
        }
    }
}
