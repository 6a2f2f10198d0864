//! Claims that a later sentence denies: "“They say that every school will be closed.” “All this is nonsense,” said the
//! mayor."

use super::Reason;
use super::story::Story;
use crate::language::lexicon::{List, Lists};

/// A denial begins with what takes up the claim ("All this", "That", "He"), in so many words …
const TAKEN_UP_WITHIN: usize = 2;
/// … and denies it within so many.
const DENIED_WITHIN: usize = 7;
/// It stands so many sentences behind the claim, or fewer.
const WITHIN: usize = 3;

/// A quotation of fewer words is a name or a word that somebody uses.
const CLAIM: usize = 5;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let is_quoted = story.quotations[sentence].inside >= CLAIM;
    for later in (sentence + 1..story.document.sentences().len()).take(WITHIN) {
        let quotation = &story.quotations[later];
        // "“All this is nonsense”" denies what anybody said.
        if (is_quoted || quotation.opens_with_mark) && denies(story, later) {
            add(Reason::Denial, Some(later));
            return;
        }
        // What stands between claims too: it is part of the same quotation.
        if !is_quoted || !quotation.is_whole() {
            return;
        }
    }
}

/// Whether a sentence opens by denying what was said.
fn denies(story: &Story<'_>, sentence: usize) -> bool {
    let mut words = story.words(sentence).take(DENIED_WITHIN).enumerate().peekable();
    let mut takes_up = false;
    while let Some((at, word)) = words.next() {
        let lists = story.lists_at(word, sentence);
        let next = words.peek().filter(|_| lists.has(List::Stop));
        let two = next.map(|(_, next)| story.lists_of_two(word, next)).unwrap_or_default();
        let is_pronoun = lists.meets(Lists::both(List::Anaphor, List::Demonstrative)) || two.has(List::Anaphor);
        takes_up |= at < TAKEN_UP_WITHIN && is_pronoun;
        if takes_up && (lists.has(List::Denial) || two.has(List::Denial)) {
            return true;
        }
    }
    false
}
