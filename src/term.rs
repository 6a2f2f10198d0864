//! Terms: the content words of an article as small numbers, with where and how often they occur.
//!
//! A term is a stem (a word's first letters, so that inflected forms meet); in scripts without spaces between
//! words it is a pair of neighbouring characters, which needs no dictionary and is the same everywhere.

use crate::language::Prose;
use crate::language::token::{Token, TokenKind};
use crate::table::{Key, Table, enter, key_of_pair};

/// A term of this article: an index into the lists of [`Terms`].
pub(crate) type Term = u32;

/// How often a term occurs in the article, and where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Occurrence {
    pub(crate) frequency: u32,
    /// In how many sentences.
    pub(crate) sentences: u32,
    /// The first sentence that has it, and the last.
    pub(crate) first: u32,
    last: u32,
}

/// The terms of an article.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    /// The distinct terms of each sentence, one sentence after the other.
    pub(crate) flat: Vec<Term>,
    /// Where the terms of each sentence begin in `flat`; one more at the end.
    starts: Vec<usize>,
    /// Of each term.
    pub(crate) occurrences: Vec<Occurrence>,
    /// The distinct terms of the headline that some sentence has too, ascending.
    pub(crate) headline: Vec<Term>,
}

impl Terms {
    /// The distinct terms of sentence number `sentence`.
    pub(crate) fn of_sentence(&self, sentence: usize) -> &[Term] {
        &self.flat[self.starts[sentence]..self.starts[sentence + 1]]
    }
}

/// Interns the terms of all sentences and of the headline.
pub(crate) fn read(prose: &Prose) -> Terms {
    // Fewer than a third of the tokens of most articles are new, and fewer than half are terms.
    let new = prose.tokens.len() / 3;
    // Key → term + 1, so that 0 is "not seen".
    let mut interned = Table::<Term>::with_capacity(new);
    let mut flat = Vec::with_capacity(prose.tokens.len() / 2);
    let mut starts = Vec::with_capacity(prose.sentences.len() + 1);
    let mut occurrences: Vec<Occurrence> = Vec::with_capacity(new);
    starts.push(0);
    for (sentence, number) in prose.sentences.iter().zip(0..) {
        each_key(prose.tokens_of(sentence), |key| {
            let slot = interned.entry(key);
            if *slot == 0 {
                flat.push(occurrences.len() as Term);
                occurrences.push(Occurrence { frequency: 1, sentences: 1, first: number, last: number });
                *slot = occurrences.len() as Term;
                return;
            }
            let term = *slot - 1;
            let known = &mut occurrences[term as usize];
            known.frequency += 1;
            // A term is entered once a sentence.
            if known.last != number {
                known.last = number;
                known.sentences += 1;
                flat.push(term);
            }
        });
        starts.push(flat.len());
    }
    let mut terms = Terms { flat, starts, occurrences, headline: Vec::new() };
    each_key(&prose.headline, |key| {
        if let Some(term) = interned.get(key).checked_sub(1) {
            enter(&mut terms.headline, 0, term);
        }
    });
    terms
}

/// Calls `each` with the key of every term among `tokens`, repeats included.
fn each_key(tokens: &[Token], mut each: impl FnMut(Key)) {
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Mark => {}
            TokenKind::Ideograph => {
                let next =
                    tokens.get(at + 1).filter(|n| n.kind == TokenKind::Ideograph && n.span.start == token.span.end);
                if let Some(next) = next.filter(|next| token.is_content() && next.is_content()) {
                    each(key_of_pair(token.word, next.word));
                }
            }
            // A letter alone is an initial or a bullet.
            TokenKind::Word if token.span.len() < 2 || !token.is_content() => {}
            TokenKind::Word | TokenKind::Number => each(token.stem),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;
    use crate::page::article::Article;

    fn terms_of(text: &str) -> Terms {
        let article = Article::from_text(text);
        let prose = language::read(&article, None);
        read(&prose)
    }

    #[test]
    fn inflected_forms_meet_and_function_words_are_dropped() {
        let terms = terms_of("The peacekeepers stayed on. The peacekeeping of Baku and the peacekeeper's home.");
        assert_eq!(terms.occurrences.iter().filter(|of| of.sentences == 2).count(), 1);
        assert_eq!(terms.occurrences.iter().map(|of| of.frequency).max(), Some(3));
        assert_eq!(terms.of_sentence(0).len(), 2);
    }

    #[test]
    fn characters_pair_up_where_words_are_not_spaced() {
        let terms = terms_of("部长星期一表示。会谈星期一开始。");
        assert!(terms.occurrences.iter().filter(|of| of.sentences == 2).count() >= 2);
    }

    #[test]
    fn the_headline_keeps_only_terms_of_the_story() {
        let terms = terms_of("Storms over Riga today\n\nHeavy storms came to Riga on Monday.");
        assert_eq!(terms.headline.len(), 2);
    }
}
