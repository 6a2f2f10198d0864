//! Self-contained: whether a sentence stands on its own as a statement.
//!
//! Whether it opens with a quotation, whose speaker may be named elsewhere, 0 or 1. When sentences are chosen, what
//! each leans on counts too ([`crate::leaning`]).

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
