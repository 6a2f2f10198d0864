//! What a story says: its terms, its names and facts.

pub(crate) mod context;
pub(crate) mod document;
pub(crate) mod entity;
pub(crate) mod term;

pub(crate) use context::Asked;
pub(crate) use document::Document;
#[cfg(any(feature = "eval", test))]
pub(crate) use document::annotate;
