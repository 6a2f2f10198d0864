//! Cue: words that tell news from talk, whatever the story is about.
//!
//! The cue method of Edmundson (1969), "New methods in automatic extracting": bonus words (who acts with authority, what
//! was decided or suffered) and stigma words (first and second persons, opinion). The lists are in the lexicons; a
//! sentence is measured by how many of its words are on each.

use crate::analysis::Document;
use crate::language::lexicon::List;
use crate::language::token::TokenKind;
use crate::text::span::Span;

/// From so many words of a list on, more make no difference.
const MOST: u32 = 4;

/// In scripts without spaces between words, the lists' words have at most so many characters.
const LONGEST_UNSPACED: usize = 4;

const LISTS: [List; 4] = [List::Person, List::Opinion, List::Event, List::Anaphor];

pub(super) const NAMES: &[&str] = &["person", "opinion", "event", "anaphor", "stop share"];

pub(super) fn measure(document: &Document<'_>) -> Vec<[f64; NAMES.len()]> {
    let mut rows = Vec::with_capacity(document.sentences().len());
    let text = document.article.text();
    for sentence in document.sentences() {
        let tokens = document.prose.tokens_of(sentence);
        let mut counts = [0_u32; LISTS.len()];
        let (mut words, mut stops) = (0, 0);
        for token in tokens.iter().filter(|token| token.kind != TokenKind::Mark) {
            let lists = if token.kind == TokenKind::Ideograph {
                let rest = Span::new(token.span.start, sentence.span.end).of(text);
                document.prose.lexicon.lists_of_beginnings(rest, LONGEST_UNSPACED)
            } else {
                token.lists
            };
            for (count, list) in counts.iter_mut().zip(LISTS) {
                *count += u32::from(lists.has(list));
            }
            words += 1;
            stops += u32::from(token.lists.has(List::Stop));
        }
        let mut row = [0.0; NAMES.len()];
        for (value, count) in row.iter_mut().zip(counts) {
            *value = f64::from(count.min(MOST)) / 2.0;
        }
        row[LISTS.len()] = f64::from(stops) / f64::from(words.max(1));
        rows.push(row);
    }
    rows
}
