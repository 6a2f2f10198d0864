//! Definite subjects that take up whom or what an earlier sentence introduced: "The suspect …", "L'accord …".
//!
//! Elsewhere in the sentence, editors take them as often as other nouns; nor do they mind "the report" or "the plan" as a
//! subject: the lexicon's list is of those that they avoid, most of them persons.

use super::Reason;
use super::story::Story;
use crate::language::lexicon::List;
use crate::language::token::{Token, TokenKind};
use crate::text::chars::find as find_char;
use crate::text::punctuation::{ends, is_apostrophe};

/// So many words may stand between the article and its noun: "the alleged local killer".
const MODIFIERS: usize = 2;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    // The first sentence introduces.
    if sentence == 0 || !story.has(sentence, List::Referent) {
        return;
    }
    let tokens = story.tokens(sentence);
    let Some(at) = subject(story, tokens) else { return };
    let is_known = story.in_headline(&tokens[at]) || is_defined(tokens, at);
    if !is_known && !story.is_last_person_in_headline(sentence) {
        add(Reason::Definite, story.introduced_before(&tokens[at], sentence));
    }
}

/// Where the noun stands that a sentence opens with, if it is a referent with a definite article.
fn subject(story: &Story<'_>, tokens: &[Token]) -> Option<usize> {
    let first = tokens.iter().position(|t| t.kind != TokenKind::Mark)?;
    if !tokens[first].lists.has(List::Definite) {
        let has_own_article = !story.document.prose.lexicon.has_article || is_elided(story, &tokens[first]);
        return (has_own_article && tokens[first].lists.has(List::Referent)).then_some(first);
    }
    let after = tokens.iter().enumerate().skip(first + 1).take(MODIFIERS + 1);
    for (at, word) in after {
        if word.lists.has(List::Referent) {
            return Some(at);
        }
        // A name or a number among the modifiers defines, and a function word ends the phrase.
        if word.kind != TokenKind::Word || word.case.is_capital() || word.lists.has(List::Stop) {
            return None;
        }
    }
    None
}

/// Whether the definite article is elided before a word: "l'accord", "dell'accordo".
fn is_elided(story: &Story<'_>, token: &Token) -> bool {
    let word = token.span.of(story.text);
    story.document.prose.lexicon.elision
        && find_char(word, is_apostrophe).is_some_and(|at| ends(&word[..at], |c| matches!(c, 'l' | 'L')))
}

/// Whether what follows a noun says which one is meant: "the agreement of December 25", "the man who".
pub(super) fn is_defined(tokens: &[Token], noun: usize) -> bool {
    let defines = |t: &Token| t.kind == TokenKind::Number || t.lists.has(List::Attribute) || t.case.is_capital();
    let next = tokens.get(noun + 1);
    next.is_some_and(|next| defines(next) || next.mark() == ',' && tokens.get(noun + 2).is_some_and(defines))
}
