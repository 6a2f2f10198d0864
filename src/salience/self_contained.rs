//! Self-contained: whether a sentence stands on its own as a statement of the paper's.
//!
//! Questions, exclamations, quotations, announcements, words to the reader and lines that are no sentence stand for
//! something else: whose words they are, or what they answer, is said elsewhere. After the cue method of Edmundson
//! (1969) and the dangling anaphora of Paice (1990), "Constructing literature abstracts by computer".

use super::scaling::flag;
use crate::analysis::Document;
use crate::language::token::TokenKind;
use crate::text::punctuation::{ends_as_sentence, is_quotation_mark};

pub(super) const NAMES: &[&str] = &["quote share", "question", "exclamation", "colon", "link", "no end mark"];

pub(super) fn measure(document: &Document<'_>) -> Vec<[f64; NAMES.len()]> {
    let mut rows = Vec::with_capacity(document.sentences().len());
    let text = document.article.text();
    for sentence in document.sentences() {
        let tokens = document.prose.tokens_of(sentence);
        let (mut in_quotation, mut quoted) = (false, 0);
        let (mut question, mut exclamation, mut colon, mut link) = (false, false, false, false);
        for token in tokens {
            if token.kind != TokenKind::Mark {
                quoted += usize::from(in_quotation);
                continue;
            }
            match token.mark() {
                '?' | '？' | '؟' => question = true,
                '!' | '！' => exclamation = true,
                ':' | '：' => colon = true,
                '@' | '#' | '/' => link = true,
                mark => in_quotation ^= is_quotation_mark(mark),
            }
        }
        let ends = ends_as_sentence(sentence.span.of(text));
        let quoted = quoted as f64 / tokens.len().max(1) as f64;
        rows.push([quoted, flag(question), flag(exclamation), flag(colon), flag(link), flag(!ends)]);
    }
    rows
}
