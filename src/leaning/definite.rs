//! Definite noun phrases that take up what an earlier sentence told: "the suspect", "l'accord".

use super::Reason;
use super::story::Story;
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Token, TokenKind};

/// So many words may stand between the article and its noun: "the proposed new deal".
const MODIFIERS: usize = 2;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    if sentence == 0 {
        return;
    }
    let tokens = story.tokens(sentence);
    for (at, token) in tokens.iter().enumerate() {
        if token.lists.has(List::Referent)
            && !story.in_headline(token)
            && is_definite(story, tokens, at)
            && !is_defined(tokens, at)
        {
            add(Reason::Definite, story.introduced_before(token, sentence));
        }
    }
}

/// Whether a definite article stands before a noun, or is a part of it.
fn is_definite(story: &Story<'_>, tokens: &[Token], noun: usize) -> bool {
    if !story.document.prose.lexicon.has_article {
        return true;
    }
    if is_elided(story, &tokens[noun]) {
        return true;
    }
    for token in tokens[..noun].iter().rev().take(MODIFIERS + 1) {
        if token.lists.has(List::Definite) {
            return true;
        }
        // A name defines, and a preposition or another article parts.
        if token.kind != TokenKind::Word || token.case.is_capital() || token.lists.has(List::Stop) {
            return false;
        }
    }
    false
}

/// Whether the definite article is elided before a word: "l'accord", "dell'accordo".
fn is_elided(story: &Story<'_>, token: &Token) -> bool {
    let word = token.span.of(story.text);
    let is_article = |c: char| matches!(c, 'l' | 'L');
    story.document.prose.lexicon.elision
        && crate::chars::find(word, crate::punctuation::is_apostrophe)
            .is_some_and(|at| crate::punctuation::ends(&word[..at], is_article))
}

/// Whether what follows a noun says which one is meant: "the agreement of December 25", "the man who".
fn is_defined(tokens: &[Token], noun: usize) -> bool {
    let next = tokens.get(noun + 1);
    next.is_some_and(|t| {
        t.kind == TokenKind::Number
            || t.lists.has(List::Attribute)
            || t.lists.meets(Lists::both(List::Relative, List::Relative))
            || t.case.is_capital()
            || t.mark() == ',' && tokens.get(noun + 2).is_some_and(|t| t.lists.has(List::Relative) || t.case.is_capital())
    })
}
