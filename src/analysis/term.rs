//! Terms: the content words of an article as small numbers, with where and how often they occur.
//!
//! A term is a stem (a word's first letters, so that inflected forms meet); in scripts without spaces between
//! words it is a pair of neighbouring characters, which needs no dictionary and is the same everywhere.

use crate::collections::hash::{Key, key_of_pair};
use crate::collections::map::Table;
use crate::collections::sorted::enter;
use crate::language::Prose;
use crate::language::lexicon::List;
use crate::language::token::{Token, TokenKind};

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
#[derive(Debug)]
pub(crate) struct Terms {
    /// The distinct terms of each sentence, one sentence after the other.
    pub(crate) flat: Vec<Term>,
    /// Where the terms of each sentence begin in `flat`; one more at the end.
    starts: Vec<usize>,
    /// Of each term.
    pub(crate) occurrences: Vec<Occurrence>,
    /// The distinct terms of the headline that some sentence has too, ascending.
    pub(crate) headline: Vec<Term>,
    /// Each term + 1 by its key, so that 0 is "not seen".
    interned: Table<Term>,
}

impl Terms {
    /// The distinct terms of sentence number `sentence`.
    pub(crate) fn of_sentence(&self, sentence: usize) -> &[Term] {
        &self.flat[self.starts[sentence]..self.starts[sentence + 1]]
    }

    /// Enters the terms among `tokens` that some sentence has too into `known`, which is ascending, and gives how many
    /// those are and how many terms there are, repeats included.
    pub(crate) fn enter_known(&self, tokens: &[Token], known: &mut Vec<Term>) -> (usize, usize) {
        let mut keys = vec![0; tokens.len()];
        let count = keys_of(tokens, &mut keys);
        let mut shared = 0;
        for term in keys[..count].iter().filter_map(|key| self.interned.get(*key).checked_sub(1)) {
            enter(known, 0, term);
            shared += 1;
        }
        (shared, count)
    }
}

/// Interns the terms of all sentences and of the headline.
pub(crate) fn read(prose: &Prose) -> Terms {
    // Fewer than a third of the tokens of most articles are new, and fewer than half are terms.
    let new = prose.tokens.len() / 3;
    let mut interned = Table::<Term>::with_capacity(new);
    // The keys of a sentence first, then in their place its terms.
    let (mut flat, mut end) = (vec![0; prose.tokens.len()], 0);
    let mut starts = Vec::with_capacity(prose.sentences.len() + 1);
    let mut occurrences: Vec<Occurrence> = Vec::with_capacity(new);
    starts.push(0);
    for (sentence, number) in prose.sentences.iter().zip(0..) {
        let keys = end..end + keys_of(prose.tokens_of(sentence), &mut flat[end..]);
        for at in keys {
            let slot = interned.entry(flat[at]);
            if *slot == 0 {
                occurrences.push(Occurrence { frequency: 0, sentences: 0, first: number, last: u32::MAX });
                *slot = occurrences.len() as Term;
            }
            let term = *slot - 1;
            let known = &mut occurrences[term as usize];
            // A term is entered once a sentence.
            let entered = known.last != number;
            known.frequency += 1;
            known.sentences += u32::from(entered);
            known.last = number;
            flat[end] = term;
            end += usize::from(entered);
        }
        starts.push(end);
    }
    flat.truncate(end);
    let mut terms = Terms { flat, starts, occurrences, headline: Vec::new(), interned };
    let mut headline = Vec::new();
    terms.enter_known(&prose.headline, &mut headline);
    terms.headline = headline;
    terms
}

/// Puts the key of every term among `tokens` at the front of `keys`, repeats included, and gives how many there are.
fn keys_of(tokens: &[Token], keys: &mut [Key]) -> usize {
    let mut count = 0;
    for (at, token) in tokens.iter().enumerate() {
        let (key, is_term) = if token.kind == TokenKind::Ideograph {
            let next = tokens.get(at + 1).filter(|n| n.kind == TokenKind::Ideograph && n.span.start == token.span.end);
            next.map_or((0, false), |n| (key_of_pair(token.word, n.word), token.is_content() && n.is_content()))
        } else {
            // A letter alone is an initial or a bullet.
            let is_word = (token.kind == TokenKind::Word) & (token.span.len() > 1) & !token.lists.has(List::Stop);
            (token.stem, is_word | (token.kind == TokenKind::Number))
        };
        // Each is put there, and kept if it is a term's: nobody foresees which are.
        keys[count] = key;
        count += usize::from(is_term);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::language;

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
