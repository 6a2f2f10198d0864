//! Pronouns, connectives, demonstratives and words that add.

use super::Reason;
use super::story::Story;
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Token, TokenKind};

/// A pronoun in an opening phrase may stand for a name that follows within so many words.
const NAME_WITHIN: usize = 12;
/// So many words belong to the opening of a sentence.
const OPENING: usize = 8;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let before = sentence.checked_sub(1);
    let mut words = story.words(sentence);
    let Some(first) = words.next() else { return };
    if first.kind == TokenKind::Ideograph {
        let lists = story.lists_at(first, sentence);
        if lists.has(List::Anaphor) {
            add(Reason::Anaphor, before);
        } else if lists.has(List::Connective) {
            add(Reason::Connective, before);
        }
    } else if let Some(reason) = of_opening(story, first, words) {
        add(reason, before);
    }
    within_opening(story, sentence, add);
}

/// What the lists say of a word that opens a sentence.
fn reason(lists: Lists) -> Option<Reason> {
    if lists.has(List::Anaphor) {
        Some(Reason::Anaphor)
    } else {
        lists.has(List::Connective).then_some(Reason::Connective)
    }
}

/// Whether a sentence opens with a pronoun or a connective ("He", "In his view", "The two", "But").
fn of_opening<'t>(
    story: &Story<'_>,
    first: &Token,
    mut words: impl Iterator<Item = &'t Token>,
) -> Option<Reason> {
    if let Some(found) = reason(first.lists) {
        return Some(found);
    }
    // A phrase of two begins with a function word, or with a verb whose subject is left out: "Añadió que".
    let opens_phrase = first.lists.meets(Lists::both(List::Stop, List::Speech));
    let second = words.next().filter(|_| opens_phrase)?;
    if let Some(found) = reason(story.lists_of_two(first, second)) {
        return Some(found);
    }
    // "After his arrest, Putin said": the name follows.
    let named = |token: &Token| token.case.is_capital() && token.is_content();
    (second.lists.has(List::Anaphor) && !words.take(NAME_WITHIN).any(named)).then_some(Reason::Anaphor)
}

/// What the opening has behind its first word.
fn within_opening(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let before = sentence.checked_sub(1);
    let mut words = story.words(sentence).take(OPENING).peekable();
    let mut at = 0;
    while let Some(word) = words.next() {
        if word.kind == TokenKind::Ideograph {
            let lists = story.lists_at(word, sentence);
            if lists.has(List::Demonstrative) {
                add(Reason::Demonstrative, before);
            }
        } else {
            let next = words.peek().copied();
            if word.lists.has(List::Additive) && at > 0
                || next.is_some_and(|next| word.lists.has(List::Stop) && story.lists_of_two(word, next).has(List::Additive))
            {
                add(Reason::Additive, before);
            }
            let takes_up = |next: &Token| {
                next.kind == TokenKind::Word
                    && next.is_content()
                    && !next.lists.meets(Lists::both(List::Period, List::Weekday))
                    && !next.lists.meets(Lists::both(List::Unit, List::Month))
                    && !story.in_headline(next)
            };
            if word.lists.has(List::Demonstrative) && next.is_some_and(takes_up) {
                add(Reason::Demonstrative, before);
            }
        }
        at += 1;
    }
}
