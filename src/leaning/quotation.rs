//! Quotations that are cut: where they begin, or who speaks, is determined by another sentence.

use super::Reason;
use super::story::Story;
use crate::language::lexicon::List;
use crate::language::token::Token;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let quotation = &story.quotations[sentence];
    let before = sentence.checked_sub(1);
    if let Some(begun_in) = quotation.begun_in {
        add(Reason::Quotation, Some(begun_in));
    } else if quotation.is_whole() {
        // "“It rained.” The mayor did not smile." or "The mayor did not smile. “It rained.”"
        let is_beside = |other: usize| {
            let other_quotation = story.quotations.get(other).filter(|q| q.outside > 0);
            other_quotation.is_some() && story.sentence(other).paragraph == story.sentence(sentence).paragraph
        };
        let comes_after = is_beside(sentence + 1) && !before.is_some_and(is_beside);
        add(Reason::Quotation, if comes_after { Some(sentence + 1) } else { before });
    } else if quotation.opens_with_mark && is_pronoun_speaking(story, sentence) {
        add(Reason::Quotation, before);
    }
}

/// In so many words a pronoun, a verb of saying and no name say who speaks.
const FEWEST: usize = 3;

/// Whether only a pronoun says who speaks: "“It rained,” she said."
fn is_pronoun_speaking(story: &Story<'_>, sentence: usize) -> bool {
    let pair = |one: &Token, other: &Token| one.lists.has(List::Anaphor) && other.lists.has(List::Speech);
    let mut words = story.tokens(sentence).windows(2).skip(story.quotations[sentence].inside);
    story.quotations[sentence].outside <= FEWEST && words.any(|w| pair(&w[0], &w[1]) || pair(&w[1], &w[0]))
}
