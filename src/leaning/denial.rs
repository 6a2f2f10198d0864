//! Claims that a later sentence denies: "“They say that every school will be closed.” “All this is nonsense,” said the
//! mayor."

use super::Reason;
use super::story::Story;
use crate::language::lexicon::{List, Lists};

/// A denial stands within so many words of its sentence, after what takes up the claim ("All this", "That", "He").
const WITHIN_WORDS: usize = 7;
/// It stands so many sentences after the claim, or fewer.
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
    let mut words = story.words(sentence).take(WITHIN_WORDS).peekable();
    let opening = story.opening(sentence);
    // "That", "Das ist", "All this".
    let takes_up = |lists: Lists| lists.meets(Lists::both(List::Anaphor, List::Demonstrative));
    let second = words.clone().nth(1).map(|second| second.lists).unwrap_or_default();
    if !takes_up(opening.one.or(opening.two).or(second)) {
        return false;
    }
    while let Some(word) = words.next() {
        let next = words.peek().filter(|_| word.lists.has(List::Stop));
        let two = next.map(|next| story.lists_of_two(word, next)).unwrap_or_default();
        if story.lists_at(word, sentence).or(two).has(List::Denial) {
            return true;
        }
    }
    false
}
