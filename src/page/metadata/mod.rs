//! What a page says of its article beside the text: headline, byline, date.
//!
//! A page says the same in several places, and seldom all of them are right. Each of the three has one order of
//! precedence, in its own file: [`headline`] (which the live page has as well), `byline` and `published` (native only:
//! the widget shows neither). What is said for machines (JSON-LD, `meta`) is read by `reader`, together with the
//! elements that mark an author or a date; where such an element stands says whether it speaks of the story.

#[cfg(feature = "html")]
mod byline;
#[cfg(feature = "html")]
mod dates;
pub(crate) mod headline;
#[cfg(feature = "html")]
pub(crate) mod imprint;
#[cfg(feature = "html")]
mod json;
#[cfg(feature = "html")]
mod linked_data;
#[cfg(feature = "html")]
mod names;
#[cfg(feature = "html")]
mod published;
#[cfg(feature = "html")]
pub(crate) mod reader;
pub(crate) mod titles;
#[cfg(feature = "html")]
mod word_file;
