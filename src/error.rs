//! The one error of the library.

use std::fmt;

/// Why there is no summary. [`Error::code`] is stable, for programs; the message is for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Empty,
    NoArticle,
    InvalidOption { name: &'static str, value: String, expected: &'static str },
    InvalidPack,
}

/// So many characters of a wrong value are shown.
const LONGEST_SHOWN: usize = 40;

impl Error {
    pub(crate) const fn empty() -> Self {
        Self { kind: Kind::Empty }
    }

    pub(crate) const fn no_article() -> Self {
        Self { kind: Kind::NoArticle }
    }

    pub(crate) const fn invalid_pack() -> Self {
        Self { kind: Kind::InvalidPack }
    }

    /// `name` was given as `value`, where only `expected` will do.
    #[must_use]
    pub fn invalid_option(name: &'static str, value: impl Into<String>, expected: &'static str) -> Self {
        Self { kind: Kind::InvalidOption { name, value: value.into(), expected } }
    }

    /// A stable word for programs: `empty`, `no-article`, `invalid-option` or `invalid-pack`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            Kind::Empty => "empty",
            Kind::NoArticle => "no-article",
            Kind::InvalidOption { .. } => "invalid-option",
            Kind::InvalidPack => "invalid-pack",
        }
    }

    /// What went wrong, in words. Put together without the standard library's formatting, which the wasm does without.
    #[must_use]
    pub fn message(&self) -> String {
        match &self.kind {
            Kind::Empty => "there is no text to summarize".to_owned(),
            Kind::NoArticle => "no article was found: there is no sentence to choose from".to_owned(),
            Kind::InvalidPack => "this is no language pack of this release, or not all of it".to_owned(),
            Kind::InvalidOption { name, value, expected } => {
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
