//! Claims that a later sentence denies: "“They say that every school will be closed.” “All this is nonsense,” said the
//! mayor."

use super::Reason;
use super::story::Story;
use crate::language::lexicon::List;
use crate::language::token::TokenKind;

/// A denial stands among so many words at the opening of its sentence …
const OPENING: usize = 8;
/// … and so many sentences behind the claim, or fewer.
const WITHIN: usize = 3;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let quotation = &story.quotations[sentence];
    if !quotation.inside {
        return;
    }
    let count = story.document.sentences().len();
    for later in (sentence + 1..count).take(WITHIN) {
        if denies(story, later) {
            add(Reason::Denial, Some(later));
            return;
        }
        // What stands between claims too: it is part of the same quotation.
        let is_claim = story.quotations[later].inside && !story.quotations[later].outside;
        if !is_claim {
            return;
        }
    }
}

/// Whether a sentence opens by denying what was said.
fn denies(story: &Story<'_>, sentence: usize) -> bool {
    let mut words = story.words(sentence).take(OPENING).peekable();
    let mut takes_up = false;
    while let Some(word) = words.next() {
        if word.kind == TokenKind::Ideograph {
            let lists = story.lists_at(word, sentence);
            takes_up |= lists.has(List::Anaphor);
            if takes_up && lists.has(List::Denial) {
                return true;
            }
            continue;
        }
        takes_up |= word.lists.has(List::Anaphor);
        let next = words.peek().filter(|_| takes_up && word.lists.has(List::Stop));
        let phrase = next.map(|next| story.lists_of_two(word, next)).unwrap_or_default();
        if takes_up && (word.lists.has(List::Denial) || phrase.has(List::Denial)) {
            return true;
        }
    }
    false
}
