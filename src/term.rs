//! Terms: the content words of an article as small numbers, with where and how often they occur.
//!
//! A term is a stem (a word's first letters, so that inflected forms meet); in scripts without spaces between
//! words it is a pair of neighbouring characters, which needs no dictionary and is the same everywhere.

use crate::language::Prose;
use crate::language::token::{Token, TokenKind, tokenize};
use crate::span::Span;
use crate::table::{Table, sorted_set};

/// A term of this article: an index into the lists of [`Terms`].
pub(crate) type Term = u32;

/// The terms of an article.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    /// The distinct terms of each sentence, one sentence after the other.
    flat: Vec<Term>,
    /// Where the terms of each sentence begin in `flat`; one more at the end.
    starts: Vec<usize>,
    /// How often each term occurs in the article.
    pub(crate) frequency: Vec<u32>,
    /// In how many sentences each term occurs.
    pub(crate) sentence_frequency: Vec<u32>,
    /// The distinct terms of the headline that some sentence has too, ascending.
    pub(crate) headline: Vec<Term>,
}

impl Terms {
    /// The distinct terms of sentence number `sentence`.
    pub(crate) fn of_sentence(&self, sentence: usize) -> &[Term] {
        &self.flat[self.starts[sentence]..self.starts[sentence + 1]]
    }

    /// How many distinct terms there are.
    pub(crate) fn count(&self) -> usize {
        self.frequency.len()
    }
}

/// Interns the terms of all sentences and of the headline.
pub(crate) fn read(prose: &Prose, headline: Option<&str>) -> Terms {
    // Key → term + 1, so that 0 is "not seen".
    let mut interned = Table::<Term>::with_capacity(prose.tokens.len() / 3);
    let mut terms = Terms { starts: vec![0], ..Terms::default() };
    let mut here = Vec::new();
    // The number of the last sentence that had each term, from 1.
    let mut last_seen: Vec<usize> = Vec::new();
    for (number, sentence) in prose.sentences.iter().enumerate() {
        here.clear();
        each_key(prose.tokens_of(sentence), |key| {
            let slot = interned.entry(key);
            if *slot == 0 {
                terms.frequency.push(0);
                terms.sentence_frequency.push(0);
                last_seen.push(0);
                *slot = terms.frequency.len() as Term;
            }
            here.push(*slot - 1);
        });
        for term in &here {
            terms.frequency[*term as usize] += 1;
            // A term is entered once a sentence.
            if last_seen[*term as usize] != number + 1 {
                last_seen[*term as usize] = number + 1;
                terms.sentence_frequency[*term as usize] += 1;
                terms.flat.push(*term);
            }
        }
        terms.starts.push(terms.flat.len());
    }
    if let Some(headline) = headline {
        let mut tokens = Vec::new();
        tokenize(headline, Span::new(0, headline.len()), prose.lexicon, &mut tokens);
        let mut found = Vec::new();
        each_key(&tokens, |key| found.extend(interned.get(key).checked_sub(1)));
        terms.headline = sorted_set(found.into_iter());
    }
    terms
}

/// Calls `each` with the key of every term among `tokens`, repeats included.
fn each_key(tokens: &[Token], mut each: impl FnMut(u64)) {
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Mark => {}
            TokenKind::Ideograph => {
                let next =
                    tokens.get(at + 1).filter(|n| n.kind == TokenKind::Ideograph && n.span.start == token.span.end);
                if let Some(next) = next.filter(|next| token.is_content() && next.is_content()) {
                    each(token.word.rotate_left(1) ^ next.word);
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
        read(&prose, article.headline())
    }

    #[test]
    fn inflected_forms_meet_and_function_words_are_dropped() {
        let terms = terms_of("The peacekeepers stayed on. The peacekeeping of Baku and the peacekeeper's home.");
        assert_eq!(terms.sentence_frequency.iter().filter(|n| **n == 2).count(), 1);
        assert_eq!(terms.frequency.iter().max(), Some(&3));
        assert_eq!(terms.of_sentence(0).len(), 2);
    }

    #[test]
    fn characters_pair_up_where_words_are_not_spaced() {
        let terms = terms_of("部长星期一表示。会谈星期一开始。");
        assert!(terms.sentence_frequency.iter().filter(|n| **n == 2).count() >= 2);
    }

    #[test]
    fn the_headline_keeps_only_terms_of_the_story() {
        let terms = terms_of("Storms over Riga today\n\nHeavy storms came to Riga on Monday.");
        assert_eq!(terms.headline.len(), 2);
    }
}
