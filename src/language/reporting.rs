//! Who said it: the attribution that belongs to the quotation before it, though that ended in an end mark.

use crate::language::adjacent::{opens_sentence, word_at};
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::text::case::is_capital;
use crate::text::char_class::is_unspaced;
use crate::text::chars::{find, length, split, words};
use crate::text::punctuation::{begins, is_end_mark};

/// Between the quotation and its verb stand a name, or title and name, or a pronoun: whatever these words are.
const SURE_WORDS: usize = 3;
/// With an office, what it is of, and an apposition between commas there are more, of which the first is capitalized:
/// "European Commission President Anna Berg asked", "Anna Berg, one of the two officers, shouted".
const MOST_WORDS: usize = 14;
/// A clause that says who spoke has at most so many characters in a script without spaces.
const MOST_CHARACTERS: usize = 40;
/// At its end stand the verb, and whom it was said to: 告诉记者.
const VERB_CHARACTERS: usize = 4;

const REPORTING: Lists = Lists::both(List::Speech, List::Reporting);

/// Whether `next`, after a quotation that ended in an end mark, says who spoke: "Peskov asked".
pub(super) fn is_attribution(lexicon: &Lexicon, next: &str) -> bool {
    let sentence = split(next, |c| matches!(c, ';' | '!' | '?' | '؟' | '।' | '۔')).next().unwrap_or(next);
    let mut before = Lists::default();
    let (mut commas, mut after_comma) = (0, false);
    let lists_of = |word: &str| lexicon.lists(word_at(word));
    for (at, word) in words(sentence).take(MOST_WORDS).enumerate() {
        let lists = lists_of(word);
        // "قال العمدة": in some scripts the verb may come first.
        let first_may_be = at > 0 || !begins(word, is_capital);
        if first_may_be && lists.meets(REPORTING) {
            // A colon leads to the next quotation: "Others yet say:".
            let alone = !word.ends_with(':');
            let near = at <= SURE_WORDS && commas == 0;
            let apart = commas == 2 && after_comma || commas == 0;
            let named = begins(next, is_capital) && !opens_sentence(lexicon, next);
            return alone && !before.has(List::Verb) && (near || apart && named);
        }
        before = before.or(lists);
        after_comma = word.ends_with([',', '،']);
        commas += usize::from(after_comma);
        if word.ends_with('.') && lists == Lists::default() && length(word) > 2 || commas > 2 {
            break;
        }
    }
    let last = words(split(sentence, |c| c == '.').next().unwrap_or(sentence)).take(MOST_WORDS + 1).enumerate().last();
    lexicon.verb_final && last.is_some_and(|(at, word)| at < MOST_WORDS && lists_of(word).meets(REPORTING))
}

/// The same in scripts without spaces between words: 市长说。
pub(super) fn is_unspaced_attribution(lexicon: &Lexicon, next: &str) -> bool {
    let end = find(next, |c| is_end_mark(c) || !is_unspaced(c)).unwrap_or(next.len());
    let clause = &next[..end];
    let characters = length(clause);
    let last = clause.char_indices().skip(characters.saturating_sub(VERB_CHARACTERS)).map(|(at, _)| at);
    characters <= MOST_CHARACTERS
        && last.into_iter().any(|at| {
            let tail = &clause[at..];
            let pair = tail.char_indices().nth(2).map_or(tail, |(end, _)| &tail[..end]);
            [tail, pair].iter().any(|verb| lexicon.lists(verb).meets(REPORTING))
        })
}
