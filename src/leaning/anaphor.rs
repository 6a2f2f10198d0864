//! Pronouns, demonstratives, connectives and adverbs that stand for what was said before, or are joined to it.

use super::Reason;
use super::definite::is_defined;
use super::story::Story;
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Token, TokenKind};

/// A pronoun in an opening phrase may stand for a name that follows within so many words.
const NAME_WITHIN: usize = 12;
/// So many words belong to the opening of a sentence.
const OPENING: usize = 8;
/// So many sentences in a row may open with a pronoun for the same antecedent.
const CHAIN: usize = 3;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let before = sentence.checked_sub(1);
    let quotation = story.quotations[sentence];
    // The lead, as a rule: the reader has it from the headline.
    let is_known = before.is_some_and(|before| story.echoes_headline(before));
    if opens_with_anaphor(story, sentence) {
        // What a named speaker says of "it" in a quotation is at least a statement of the speaker's.
        let is_attributed = quotation.opens_with_mark && quotation.outside;
        if !is_known && !is_attributed {
            add(Reason::Anaphor, antecedent(story, sentence));
        }
    } else if opens_with_connective(story, sentence) && !is_known {
        add(Reason::Connective, before);
    }
    if has_anaphoric_adverb(story, sentence) {
        add(Reason::Anaphor, before);
    }
    // What somebody points to in a quotation may be what all know.
    if !quotation.inside && !is_known && has_demonstrative(story, sentence) {
        add(Reason::Demonstrative, before);
    }
}

/// The last sentence before one that does not open with a pronoun itself.
fn antecedent(story: &Story<'_>, sentence: usize) -> Option<usize> {
    let before = (sentence.saturating_sub(CHAIN)..sentence).rev();
    before.clone().find(|before| !opens_with_anaphor(story, *before)).or(before.last())
}

/// Whether a sentence opens with a pronoun ("He", "The two"), or has one in its opening phrase that stands for nothing in
/// it ("In his view", but not "After his arrest, Putin said").
fn opens_with_anaphor(story: &Story<'_>, sentence: usize) -> bool {
    let mut words = story.words(sentence);
    let Some(first) = words.next() else { return false };
    if first.kind == TokenKind::Ideograph {
        return story.lists_at(first, sentence).has(List::Anaphor);
    }
    let next = words.clone().next();
    // A phrase of two begins with a function word, or with a verb whose subject is left out: "Añadió que".
    let opens_phrase = first.lists.meets(Lists::both(List::Stop, List::Speech));
    let two = next.filter(|_| opens_phrase).map(|next| story.lists_of_two(first, next)).unwrap_or_default();
    if two.has(List::Standing) {
        return false;
    }
    if first.lists.has(List::Anaphor) {
        // What has a noun behind it is no pronoun: "this deal", "this week".
        return !(first.lists.has(List::Demonstrative) && next.is_some_and(Token::is_content));
    }
    if two.has(List::Anaphor) {
        return true;
    }
    if first.is_content() && !is_circumstance(first) {
        return false;
    }
    for at in 1..OPENING {
        let Some(word) = words.next() else { return false };
        if word.lists.has(List::Anaphor) && !word.lists.has(List::Demonstrative) {
            let is_name = |token: &Token| token.case.is_capital() && token.is_content();
            return !words.take(NAME_WITHIN).any(is_name);
        }
        if word.is_content() && !is_circumstance(word) || at > 1 && word.lists.has(List::Definite) {
            return false;
        }
    }
    false
}

/// Whether a word says when, or that somebody speaks: no pronoun stands for it.
fn is_circumstance(word: &Token) -> bool {
    word.kind == TokenKind::Number || word.lists.has(List::Speech) || is_time(word)
}

fn is_time(word: &Token) -> bool {
    let (days, stretches) = (Lists::both(List::Weekday, List::Month), Lists::both(List::Period, List::Unit));
    word.lists.meets(days) || word.lists.meets(stretches)
}

/// Whether a sentence opens with a connective behind which it does not stand by itself.
fn opens_with_connective(story: &Story<'_>, sentence: usize) -> bool {
    let mut words = story.words(sentence);
    let Some(first) = words.next() else { return false };
    let leans = |lists: Lists| lists.has(List::Connective) && !lists.has(List::Standing);
    if first.kind == TokenKind::Ideograph {
        return leans(story.lists_at(first, sentence));
    }
    let next = words.next().filter(|_| first.lists.has(List::Stop));
    let two = next.map(|next| story.lists_of_two(first, next)).unwrap_or_default();
    leans(two) || leans(first.lists) && !two.has(List::Standing)
}

/// Whether an adverb ends a clause that stands for what was said: "too", "there".
fn has_anaphoric_adverb(story: &Story<'_>, sentence: usize) -> bool {
    let tokens = story.tokens(sentence);
    tokens.iter().enumerate().any(|(at, token)| {
        token.lists.has(List::Adverb) && tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark)
    })
}

/// Whether the opening has a demonstrative with a noun that takes up what the headline does not have: "this deal". "This
/// week" is counted from the day of publication.
fn has_demonstrative(story: &Story<'_>, sentence: usize) -> bool {
    let tokens = story.tokens(sentence);
    let mut words = 0;
    for (at, token) in tokens.iter().enumerate() {
        if words == OPENING {
            break;
        }
        words += usize::from(token.kind != TokenKind::Mark);
        if token.kind == TokenKind::Ideograph {
            if story.lists_at(token, sentence).has(List::Demonstrative) {
                return true;
            }
        } else if token.lists.has(List::Demonstrative) {
            let noun = tokens.get(at + 1);
            let takes_up = |noun: &Token| {
                noun.kind == TokenKind::Word && noun.is_content() && !is_time(noun) && !story.in_headline(noun)
            };
            if noun.is_some_and(takes_up) && !is_defined(tokens, at + 1) {
                return true;
            }
        }
    }
    false
}
