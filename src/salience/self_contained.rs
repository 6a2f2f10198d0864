//! Self-contained: whether a sentence stands on its own as a statement of the paper's.
//!
//! Questions, exclamations, quotations, announcements, words to the reader and lines that are no sentence stand for
//! something else: whose words they are, or what they answer, is said elsewhere. After the cue method of Edmundson
//! (1969) and the dangling anaphora of Paice (1990), "Constructing literature abstracts by computer".

use super::{Columns, flag};
use crate::document::Document;
use crate::language::lexicon::List;
use crate::language::token::{Case, TokenKind};
use crate::leaning::{Leanings, Reason};
use crate::punctuation::{ends_as_sentence, is_quotation_mark};

pub(super) const NAMES: &[&str] = &[
    "opens with quote",
    "quoted",
    "quote share",
    "question",
    "exclamation",
    "colon",
    "no end mark",
    "link",
    "says",
    "capitals",
    "commas",
    "brackets",
    "opens with number",
    "anaphor",
    "connective",
    "demonstrative",
    "definite",
    "name",
    "part of quotation",
    "answer",
    "announcement",
    "denied",
];
/// Where among them what it leans on begins.
const LEANINGS: usize = NAMES.len() - Reason::ALL.len();

pub(super) fn measure(document: &Document<'_>, leanings: &Leanings, out: &mut Columns) {
    let text = document.article.text();
    for (at, sentence) in document.sentences().iter().enumerate() {
        let tokens = document.prose.tokens_of(sentence);
        let (mut in_quotation, mut marks, mut quoted) = (false, 0, 0);
        let (mut question, mut exclamation, mut colon, mut link, mut says) = (false, false, false, false, false);
        let (mut capitals, mut commas, mut brackets) = (0, 0, 0);
        for token in tokens {
            let mark = token.mark();
            match mark {
                '?' | '？' | '؟' => question = true,
                '!' | '！' => exclamation = true,
                ':' | '：' => colon = true,
                '@' | '#' | '/' => link = true,
                ',' | '،' | '、' | '，' => commas += 1,
                '(' | '[' | '（' => brackets += 1,
                _ => {}
            }
            if token.kind == TokenKind::Mark && is_quotation_mark(mark) {
                marks += 1;
                in_quotation = !in_quotation;
            } else {
                quoted += usize::from(in_quotation);
            }
            says |= token.lists.has(List::Speech);
            capitals += usize::from(token.case == Case::Upper);
        }
        let piece = sentence.span.of(text);
        out.row(
            at,
            0,
            [
                flag(piece.starts_with(is_quotation_mark)),
                flag(marks > 0),
                quoted as f64 / tokens.len().max(1) as f64,
                flag(question),
                flag(exclamation),
                flag(colon),
                flag(!ends_as_sentence(piece)),
                flag(link),
                flag(says),
                f64::from(capitals.min(5) as u8) / 2.0,
                f64::from(commas.min(6) as u8) / 2.0,
                flag(brackets > 0),
                flag(tokens.first().is_some_and(|token| token.kind == TokenKind::Number)),
            ],
        );
        let mut reasons = [0.0; Reason::ALL.len()];
        leanings.of(at).iter().for_each(|leaning| reasons[leaning.reason as usize] = 1.0);
        out.row(at, LEANINGS, reasons);
    }
}
