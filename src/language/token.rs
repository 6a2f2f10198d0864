//! Tokens: words, numbers and single marks, with their case.

use crate::collections::hash::Key;
use crate::language::lexicon::{List, Lists};
use crate::text::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word of letters.
    Word,
    /// Begins with a digit: 5, 3.5, 1,000, 20th, 1992-1994.
    Number,
    /// A character of a script that is written without spaces between words.
    Ideograph,
    /// Any other single character that is not white space.
    Mark,
}

/// How a word is capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// No capital letter, in a script that has them.
    Lower,
    /// A capital first letter: Moscow, McDonald, Al-Qaeda.
    Capitalized,
    /// Nothing but a capital letter: an initial, I, A.
    Single,
    /// Two or more letters, all of them capitals: NATO, U.S.
    Upper,
    /// A capital further in: iPhone, eBay.
    Mixed,
    /// A script without case, or no letter at all.
    None,
}

impl Case {
    /// Whether the word may be a name by its capitals.
    pub(crate) const fn is_capital(self) -> bool {
        matches!(self, Self::Capitalized | Self::Single | Self::Upper | Self::Mixed)
    }
}

/// A token of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    pub(crate) case: Case,
    /// Whether it is nothing but letters of ASCII: it has no parts.
    pub(crate) plain: bool,
    /// The key of the word in lower case, its possessive or elided article off: the same word is the same key.
    pub(crate) word: Key,
    /// That of the word's stem, its first letters: what terms are keyed by. Of a mark its code.
    pub(crate) stem: Key,
    /// The lists of the lexicon the word is on.
    pub(crate) lists: Lists,
}

impl Token {
    /// Whether this counts as a word of the text: letters or a number.
    pub(crate) const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// The character that a mark is; of anything else NUL.
    pub(crate) fn mark(&self) -> char {
        match self.kind {
            TokenKind::Mark => char::from_u32(self.stem).unwrap_or_default(),
            _ => '\0',
        }
    }

    /// Whether the word carries a topic.
    pub(crate) const fn is_content(&self) -> bool {
        !matches!(self.kind, TokenKind::Mark) && !self.lists.has(List::Stop)
    }
}
