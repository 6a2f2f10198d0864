//! Pronouns, demonstratives, connectives and adverbs that stand for what was said before, or are joined to it.

use super::Reason;
use super::definite::is_defined;
use super::story::Story;
use crate::analysis::entity::EntityKind;
use crate::collections::word_list::Listed;
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Token, TokenKind};

/// A pronoun in an opening phrase may stand for a name that follows within so many words.
const NAME_WITHIN: usize = 12;
/// So many words belong to the opening of a sentence.
const OPENING: usize = 8;
/// A phrase that opens a sentence has at most so many words and marks.
const PHRASE: usize = 16;
/// So many sentences in a row may open with a pronoun for the same antecedent.
const CHAIN: usize = 3;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    // The first sentence has nothing before it: what it opens with stands for what follows, or is in the headline.
    let Some(before) = sentence.checked_sub(1) else { return };
    let quotation = story.quotations[sentence];
    if quotation.inside == 0 && has_dangling_person(story, sentence) && !story.is_last_person_in_headline(sentence) {
        add(Reason::Anaphor, antecedent(story, sentence));
    }
    // The lead, as a rule: the reader has it from the headline.
    let is_known = || story.echoes_headline(before);
    if opens_with_anaphor(story, sentence) {
        // What a named speaker says of "it" in a quotation is at least a statement of the speaker's.
        let is_attributed = quotation.opens_with_mark && quotation.outside > 0;
        if !is_attributed && !is_known() {
            add(Reason::Anaphor, antecedent(story, sentence));
        }
    } else if opens_with_connective(story, sentence) && !is_known() {
        add(Reason::Connective, Some(before));
    }
    // What somebody points to in a quotation may be what all know.
    if quotation.inside > 0 {
        return;
    }
    if story.has(sentence, List::Adverb) && has_anaphoric_adverb(story, sentence) {
        add(Reason::Anaphor, Some(before));
    }
    if has_demonstrative(story, sentence) && !is_known() {
        add(Reason::Demonstrative, Some(before));
    }
}

/// The last sentence before one that does not open with a pronoun itself.
fn antecedent(story: &Story<'_>, sentence: usize) -> Option<usize> {
    let first = sentence.saturating_sub(CHAIN);
    (first..sentence).rev().find(|before| *before == first || !opens_with_anaphor(story, *before))
}

/// Whether a sentence opens with a pronoun ("He", "The two"), or has one in its opening phrase that stands for nothing in
/// it ("In his view", but not "After his arrest, Putin said").
fn opens_with_anaphor(story: &Story<'_>, sentence: usize) -> bool {
    let opening = story.opening(sentence);
    if opening.one.has(List::Standing) || opening.two.has(List::Standing) {
        return false;
    }
    let mut words = story.words(sentence);
    let Some(first) = words.next() else { return false };
    if opening.one.has(List::Anaphor) {
        // What has a noun after it is no pronoun: "this deal", "this week".
        let is_determiner = first.kind == TokenKind::Word && opening.one.has(List::Demonstrative);
        return !(is_determiner && words.next().is_some_and(|noun| noun.is_content() || is_time(noun)));
    }
    if opening.two.has(List::Anaphor) {
        return true;
    }
    if first.kind == TokenKind::Ideograph || first.is_content() && !is_circumstance(first) {
        return false;
    }
    for at in 1..OPENING {
        let Some(word) = words.next() else { return false };
        if word.lists.has(List::Anaphor) && !word.lists.meets(Lists::both(List::Demonstrative, List::ClauseOpener)) {
            if is_personal(story, word) {
                let within = words.take(NAME_WITHIN).last().map_or(word.span.end, |last| last.span.end);
                return !has_person(story, sentence, word.span.end, within);
            }
            let is_name = |token: &Token| token.case.is_capital() && token.is_content();
            return !words.take(NAME_WITHIN).any(is_name);
        }
        if word.is_content() && !is_circumstance(word) || at > 1 && word.lists.has(List::Definite) {
            return false;
        }
    }
    false
}

/// Whether a sentence opens with a phrase after which a pronoun stands for a person that it does not name: "In a talk on
/// the News channel, he said".
fn has_dangling_person(story: &Story<'_>, sentence: usize) -> bool {
    let tokens = story.tokens(sentence);
    let first = story.opening(sentence).at;
    if !tokens.get(first).is_some_and(|t| t.lists.has(List::PlacePreposition)) {
        return false;
    }
    let is_pronoun = |token: &Token| token.lists.has(List::Anaphor) && is_personal(story, token);
    let phrase = &tokens[first..tokens.len().min(first + PHRASE)];
    let Some(length) = phrase.iter().position(|t| is_pronoun(t) || t.lists.has(List::ClauseOpener)) else {
        return false;
    };
    let (before, pronoun) = (&phrase[..length], &phrase[length]);
    // "In a talk on Monday, he said", "In einem Gespräch sagte er".
    let is_behind_phrase = before.last().is_some_and(|t| t.mark() == ',' || t.lists.has(List::Speech));
    let may_be_person = |t: &Token| t.lists.meets(Lists::both(List::Honorific, List::Referent));
    is_pronoun(pronoun)
        && is_behind_phrase
        && !before.iter().any(may_be_person)
        && !has_person(story, sentence, 0, pronoun.span.start)
}

/// Whether a word is a pronoun for one person, and for no thing.
fn is_personal(story: &Story<'_>, word: &Token) -> bool {
    static PERSONAL: Listed =
        Listed::of("he she his her him él ella ele ela lui lei hij zij han hon hun hans hennes hendes dia او وی");
    PERSONAL.has(word.span.of(story.text))
}

/// Whether a piece of a sentence mentions a person by name.
fn has_person(story: &Story<'_>, sentence: usize, from: usize, to: usize) -> bool {
    let entities = &story.document.entities;
    let mentions = entities.of_sentence(sentence).iter().filter(|m| (from..to).contains(&m.span.start));
    mentions.into_iter().any(|m| entities.list[m.entity as usize].kind == EntityKind::Person)
}

/// Whether a word says when, or that somebody speaks: no pronoun stands for it.
fn is_circumstance(word: &Token) -> bool {
    word.kind == TokenKind::Number || word.lists.has(List::Speech) || is_time(word)
}

fn is_time(word: &Token) -> bool {
    let (days, stretches) = (Lists::both(List::Weekday, List::Month), Lists::both(List::Period, List::Unit));
    word.lists.meets(days) || word.lists.meets(stretches)
}

/// Whether a sentence opens with a connective after which it does not stand by itself.
fn opens_with_connective(story: &Story<'_>, sentence: usize) -> bool {
    let opening = story.opening(sentence);
    // "Because" is the answers' matter.
    let stands = |lists: Lists| lists.meets(Lists::both(List::Standing, List::Answer));
    let leans = |lists: Lists| lists.has(List::Connective) && !stands(lists);
    leans(opening.two) || leans(opening.one) && !opening.two.has(List::Standing)
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
    if tokens.first().is_some_and(|t| t.kind == TokenKind::Ideograph) {
        let mut opening = tokens.iter().take(OPENING).filter(|t| t.kind == TokenKind::Ideograph);
        return opening.any(|t| story.lists_at(t, sentence).has(List::Demonstrative));
    }
    if !story.has(sentence, List::Demonstrative) {
        return false;
    }
    let is_postposed = story.document.prose.language.postposes_demonstratives();
    let takes_up =
        |noun: &Token| noun.kind == TokenKind::Word && noun.is_content() && !is_time(noun) && !story.in_headline(noun);
    let mut opening = tokens.iter().enumerate().take(OPENING).filter(|(_, t)| t.lists.has(List::Demonstrative));
    opening.any(|(at, _)| {
        let noun = if is_postposed { at.checked_sub(1) } else { Some(at + 1) };
        noun.is_some_and(|noun| tokens.get(noun).is_some_and(takes_up) && (is_postposed || !is_defined(tokens, noun)))
    })
}
