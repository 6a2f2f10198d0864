//! Who said it: the attribution that belongs to the quotation before it, though that ended in an end mark.

use crate::language::adjacent::{is_initialism, opens_sentence, word_at};
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::text::case::is_capital;
use crate::text::char_class::is_unspaced;
use crate::text::chars::{find, length, split, words};
use crate::text::punctuation::{begins, ends, is_digit, is_end_mark, is_opener};

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
    let sentence = split(next, |c| matches!(c, ';' | '!' | '?' | '؟' | '।' | '۔')).next().unwrap_or(next);
    let (mut commas, mut after_comma, mut verb_before) = (0, false, false);
    let lists_of = |word: &str| lexicon.lists(word_at(word));
    let mut rest = words(sentence).take(MOST_WORDS).enumerate().peekable();
    while let Some((at, word)) = rest.next() {
        let lists = lists_of(word);
        // "قال العمدة": in some scripts the verb may come first.
        if lists.meets(REPORTING) && (at > 0 || !begins(word, is_capital)) {
            // "Others yet say:", "He said, 'No'": they lead to the next quotation.
            let last = ends(word, is_end_mark);
            let leads = word.ends_with(':') || !last && rest.peek().is_some_and(|(_, next)| begins(next, is_opener));
            let apposed = commas == 0 || commas == 2 && after_comma;
            let named = apposed && begins(next, |c| is_capital(c) || is_digit(c)) && !opens_sentence(lexicon, next);
            // "He said", "The president asked."
            let brief = at <= 1 || at <= SURE_WORDS && (last || !begins(next, is_capital));
            return !leads && !verb_before && (named || brief && commas == 0 && (at == 0 || lists.has(List::Speech)));
        }
        // "Anna Berg was told to"; "Anna Berg, who is 61, said", "a déclaré".
        verb_before |= lists.has(List::Verb) && !lists.has(List::Auxiliary) && commas != 1;
        after_comma = word.ends_with([',', '،']);
        commas += usize::from(after_comma);
        let full_stop = word.strip_suffix('.').is_some_and(|w| length(w) > 1 && !is_initialism(w));
        if full_stop && lists == Lists::default() || commas > 2 {
            break;
        }
    }
    let last = words(split(sentence, |c| c == '.').next().unwrap_or(sentence)).take(MOST_WORDS + 1).enumerate().last();
    lexicon.verb_final && last.is_some_and(|(at, word)| at < MOST_WORDS && lists_of(word).meets(REPORTING))
}

/// The same in scripts without spaces between words: 市长说。
pub(super) fn is_unspaced_attribution(lexicon: &Lexicon, next: &str) -> bool {
    let end = find(next, |c| is_end_mark(c) || !is_unspaced(c) && !is_digit(c)).unwrap_or(next.len());
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
