//! Who said it: the attribution that belongs to the quotation before it, though that ended in an end mark.

use crate::language::adjacent::{is_initialism, opens_sentence, word_at};
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::text::case::is_capital;
use crate::text::char_class::is_unspaced;
use crate::text::chars::{find, length, split, words};
use crate::text::punctuation::{begins, ends, first_char, is_digit, is_end_mark, is_opener};

/// So few words may stand between the quotation and the verb that ends the sentence, whatever they are.
const SURE_WORDS: usize = 3;
/// So many words may stand before the verb where the first is capitalized: a name with an office, what it is of, and an
/// apposition between commas: "European Commission President Anna Berg asked", "Anna Berg, one of the officers, shouted".
const MOST_WORDS: usize = 14;
/// A clause that says who spoke has at most so many characters in a script without spaces.
const MOST_CHARACTERS: usize = 40;
/// At its end stand the verb, and whom it was said to: 告诉记者.
const VERB_CHARACTERS: usize = 4;

const REPORTING: Lists = Lists::both(List::Speech, List::Reporting);

/// Whether `next`, after a quotation that ended in an end mark, says who spoke: "Peskov asked".
pub(super) fn is_attribution(lexicon: &Lexicon, next: &str) -> bool {
    let sentence = split(next, |c| matches!(c, ';' | '!' | '?' | '؟')).next().unwrap_or(next);
    let begins_name = begins(next, |c| is_capital(c) || is_digit(c)) && !opens_sentence(lexicon, next);
    let (mut at, mut commas, mut after_comma, mut verb_before, mut found) = (0, 0, false, false, false);
    for word in words(sentence).take(MOST_WORDS) {
        if found {
            // "He said, 'No'": it leads to the next quotation.
            return !begins(word, is_opener);
        }
        let lists = lexicon.lists(word_at(word));
        let last = ends(word, is_end_mark);
        // "قال العمدة": in some scripts the verb may come first.
        if lists.meets(REPORTING) && (at > 0 || !begins(word, is_capital)) {
            let named = begins_name && (commas == 0 || commas == 2 && after_comma);
            // "He said", "The president asked."
            let brief = at <= 1 || at <= SURE_WORDS && (last || !begins(next, is_capital));
            let sure = named || brief && commas == 0 && (at == 0 || lists.has(List::Speech));
            found = sure && !verb_before && !word.ends_with(':');
            let verb_last = lexicon.verb_final && last;
            if !found || last {
                return found || verb_last;
            }
        }
        // "Anna Berg was told to"; "Anna Berg, who is 61, said", "a déclaré".
        verb_before |= lists.has(List::Verb) && !lists.has(List::Auxiliary) && commas != 1;
        after_comma = ends(word, |c| matches!(c, ',' | '،'));
        commas += usize::from(after_comma);
        at += 1;
        let bare = word.strip_suffix('.').unwrap_or_default();
        if lists == Lists::default() && length(bare) > 1 && !is_initialism(bare) || commas > 2 {
            return false;
        }
    }
    found
}

/// The same in scripts without spaces between words: 市长说。
pub(super) fn is_unspaced_attribution(lexicon: &Lexicon, next: &str) -> bool {
    let end = find(next, |c| is_end_mark(c) || !is_unspaced(c) && !is_digit(c)).unwrap_or(next.len());
    let mut clause = next[..end].chars();
    let characters = length(clause.as_str());
    (0..characters.saturating_sub(VERB_CHARACTERS)).for_each(|_| {
        clause.next();
    });
    let is_verb = |word: &str| lexicon.lists(word).meets(REPORTING);
    let mut found = false;
    while !found && !clause.as_str().is_empty() {
        let tail = clause.as_str();
        clause.next();
        let after = clause.as_str();
        let second = first_char(after).map_or(0, char::len_utf8);
        found = is_verb(tail) || is_verb(&tail[..tail.len() - after.len() + second]);
    }
    found && characters <= MOST_CHARACTERS
}
