//! Self-contained: whether a sentence stands on its own as a statement.
//!
//! Whether it opens with a quotation, whose speaker may be named elsewhere, 0 or 1; and, when sentences are chosen,
//! whether it opens with a pronoun or a connective that [`leans`] on the sentence before. After the cue method of
//! Edmundson (1969) and the dangling anaphora of Paice (1990), "Constructing literature abstracts by computer".

use super::Columns;
use crate::document::Document;
use crate::punctuation::is_quotation_mark;

pub(super) const NAMES: &[&str] = &["opens with quote"];

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let text = document.article.text();
    for (at, sentence) in document.sentences().iter().enumerate() {
        out.row(at, 0, [f64::from(u8::from(sentence.span.of(text).starts_with(is_quotation_mark)))]);
    }
}

/// Whether a sentence opens with a pronoun or a connective ("He", "But"), and so dangles without the one before it.
pub(crate) fn leans(document: &Document<'_>, at: usize) -> bool {
    document.prose.leans(document.article.text(), &document.sentences()[at])
}
