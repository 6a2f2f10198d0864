//! The one error of the library.

use crate::page_kind::PageGuess;
use std::fmt;

/// Why there is no summary. [`Error::kind`] and [`Error::code`] are stable, for programs; the message is for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    cause: Cause,
}

/// What kind of error it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no text.
    Empty,
    /// There is text, but nothing in it to choose from, or it stands on a page of another kind: see [`Error::page`].
    NoArticle,
    /// An option is not what it may be.
    InvalidOption,
    /// What was given is no language pack of this release.
    InvalidPack,
}

impl ErrorKind {
    /// A stable word: `empty`, `no-article`, `invalid-option` or `invalid-pack`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoArticle => "no-article",
            Self::InvalidOption => "invalid-option",
            Self::InvalidPack => "invalid-pack",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Cause {
    Empty,
    NoArticle(Option<PageGuess>),
    InvalidOption { name: &'static str, value: String, expected: &'static str },
    InvalidPack,
}

/// So many characters of a wrong value are shown.
const LONGEST_SHOWN: usize = 40;

impl Error {
    pub(crate) const fn empty() -> Self {
        Self { cause: Cause::Empty }
    }

    pub(crate) const fn no_article() -> Self {
        Self { cause: Cause::NoArticle(None) }
    }

    /// There is none on a page that was taken for this.
    #[cfg(feature = "html")]
    pub(crate) const fn no_article_on(page: PageGuess) -> Self {
        Self { cause: Cause::NoArticle(Some(page)) }
    }

    pub(crate) const fn invalid_pack() -> Self {
        Self { cause: Cause::InvalidPack }
    }

    /// `name` was given as `value`, where only `expected` will do.
    #[must_use]
    pub fn invalid_option(name: &'static str, value: impl Into<String>, expected: &'static str) -> Self {
        Self { cause: Cause::InvalidOption { name, value: value.into(), expected } }
    }

    /// What kind of error this is.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self.cause {
            Cause::Empty => ErrorKind::Empty,
            Cause::NoArticle(_) => ErrorKind::NoArticle,
            Cause::InvalidOption { .. } => ErrorKind::InvalidOption,
            Cause::InvalidPack => ErrorKind::InvalidPack,
        }
    }

    /// The stable word of its kind, for programs: see [`ErrorKind::code`].
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind().code()
    }

    /// What the page was taken for on which no article was found.
    #[must_use]
    pub const fn page(&self) -> Option<PageGuess> {
        match self.cause {
            Cause::NoArticle(page) => page,
            _ => None,
        }
    }

    /// What went wrong, in words. Put together without the standard library's formatting, which the wasm does without.
    #[must_use]
    pub fn message(&self) -> String {
        match &self.cause {
            Cause::Empty => "there is no text to summarize".to_owned(),
            Cause::NoArticle(Some(page)) if !page.kind.is_article() => {
                let mut message = "no article was found: this looks like ".to_owned();
                message.push_str(page.kind.described());
                message
            }
            Cause::NoArticle(_) => "no article was found: there is no sentence to choose from".to_owned(),
            Cause::InvalidPack => "this is no language pack of this release, or not all of it".to_owned(),
            Cause::InvalidOption { name, value, expected } => {
                let end = value.char_indices().nth(LONGEST_SHOWN).map_or(value.len(), |(at, _)| at);
                let mut message = String::new();
                for part in [name, " is “", &value[..end], "”, but it must be ", expected] {
                    message.push_str(part);
                }
                message
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Error {}
