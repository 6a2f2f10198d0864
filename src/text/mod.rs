//! Pieces of text and the characters in them, whatever the language.

pub(crate) mod case;
pub(crate) mod char_class;
pub(crate) mod chars;
pub(crate) mod fold;
pub(crate) mod punctuation;
pub(crate) mod scan;
pub(crate) mod span;
pub(crate) mod utf16;
