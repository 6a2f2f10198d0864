//! The features by which the kind of an entity is determined: its name, what stands around its mentions, and in which forms it
//! is mentioned, hashed to the rows of the weights.

use crate::analysis::entity::gazetteer::{PLACE, known};
use crate::analysis::entity::kind_weights::{SIGN_ROWS, WORD_ROWS};
use crate::analysis::entity::name::{Name, is_acronym};
use crate::analysis::entity::parts::is_link;
use crate::collections::hash::{Hasher, Key};
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::language::{Language, Prose};
use crate::text::case::{lower, word_hash};
use crate::text::punctuation::hyphen_in;

/// What a feature is about: the first part of its hash.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Template {
    // Of words and pieces of words.
    LastWord,
    Word,
    Ending2,
    Ending3,
    FirstEnding,
    Beginning,
    Before,
    NextEnding,
    Compound,
    // Of signs, from here on: few values, each met often.
    Shape,
    Listed,
    ListedTogether,
    Head,
    Known,
    KnownTogether,
    Forms,
    Around,
    Near,
    Apposition,
    Written,
}

/// The row of a feature.
#[inline(always)]
const fn row(template: Template, value: u32) -> usize {
    // Constants of MurmurHash3's finalizer and xxHash.
    let mut hash = value.wrapping_add((template as u32 + 1).wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ hash >> 15).wrapping_mul(0xc2b2_ae35);
    hash ^= hash >> 13;
    if template as u32 >= Template::Shape as u32 {
        WORD_ROWS + (hash >> (u32::BITS - SIGN_ROWS.ilog2())) as usize
    } else {
        (hash >> (u32::BITS - WORD_ROWS.ilog2())) as usize
    }
}

/// Names of more words make no difference.
const MOST_WORDS: usize = 4;
/// Words of a name beyond these are not looked at one by one.
const MOST_LOOKED_AT: usize = 8;

/// Calls `each` with the rows of a name.
pub(super) fn of_name(text: &str, prose: &Prose, name: &Name, mut each: impl FnMut(usize)) {
    let tokens = &prose.tokens[name.first..name.end];
    let whole = name.span.of(text);
    let count = tokens.len().min(MOST_WORDS) as u32;
    let (first, last) = (&tokens[0], &tokens[tokens.len() - 1]);
    let is_cut = name.span.len() < last.span.end - first.span.start;
    let key = |token: &Token| if is_cut && tokens.len() == 1 { word_hash(whole) as Key } else { token.word };
    if tokens.len() > 1 {
        each(row(Template::FirstEnding, ending(first.span.of(text), 3)));
    }
    each(row(Template::LastWord, key(last)));
    let (mut shape, mut listed) = (0, Lists::default());
    for token in tokens.iter().take(MOST_LOOKED_AT) {
        each(row(Template::Word, key(token)));
        listed = listed.or(token.lists);
        let is_small = token.case == Case::Lower;
        shape |= u32::from(token.kind == TokenKind::Number)
            | u32::from(is_small && is_link(token.span.of(text))) << 1
            | u32::from(token.kind == TokenKind::Mark) << 2
            | u32::from(token.case == Case::Mixed) << 3
            | u32::from(token.case == Case::Single) << 4;
    }
    let alone = u32::from(tokens.len() == 1);
    each(row(Template::Ending2, ending(whole, 2) ^ alone));
    each(row(Template::Ending3, ending(whole, 3) ^ alone));
    each(row(Template::Beginning, beginning(last.span.of(text)) ^ alone));
    shape |= u32::from(is_acronym(text, name, first)) << 5
        | u32::from(first.case == Case::Upper) << 6
        | u32::from(last.case == Case::Upper) << 7
        | u32::from(tokens.len() == 1 && hyphen_in(whole).is_some()) << 8;
    each(row(Template::Shape, shape * 8 + count));
    let kinds = kinds_of(listed) | kinds_of(first.lists) << 3 | kinds_of(last.lists) << 6;
    each_bit(kinds, |bit| each(row(Template::Listed, bit * 2 + alone)));
    each(row(Template::ListedTogether, kinds * 2 + alone));
    if prose.language.compounds_nouns() && kinds_of(last.lists) == 0 {
        each_bit(kinds_of(head(prose.language, last.span.of(text))), |bit| each(row(Template::Head, bit)));
    }
    let of_whole = known(whole, prose.language);
    let one = |token: &Token| known(token.span.of(text), prose.language);
    let (of_first, of_last) = if tokens.len() == 1 { (of_whole, 0) } else { (one(first), one(last)) };
    let all = of_whole & PLACE | of_first << 1 | of_last << 4;
    each_bit(all, |bit| each(row(Template::Known, bit * 8 + count)));
    each(row(Template::KnownTogether, all * 8 + count));
}

/// Calls `each` with the rows of what stands around a mention.
pub(super) fn of_mention(text: &str, prose: &Prose, name: &Name, mut each: impl FnMut(usize)) {
    let sentence = &prose.sentences[name.sentence].tokens;
    let tokens = &prose.tokens[..sentence.end];
    let at = |at: usize| tokens.get(at).filter(|_| at >= sentence.start);
    let before = |steps: usize| name.first.checked_sub(steps).and_then(at);
    let next = |steps: usize| at(name.end + steps);
    let lists = |token: Option<&Token>| token.map_or(Lists::default(), |t| t.lists);
    let (left, right) = (before(1), next(0));
    let alone = u32::from(name.end - name.first == 1);
    each(row(Template::Before, left.map_or(0, |t| t.word)));
    each(row(Template::NextEnding, right.map_or(0, |t| ending(t.span.of(text), 3))));
    each(row(Template::Around, around(lists(left), lists(right)) * 2 + alone));
    let near = (2..=3).fold(Lists::default(), |all, steps| all.or(lists(before(steps))));
    each_bit(kinds_of(near), |bit| each(row(Template::Near, bit * 2 + alone)));
    if right.is_some_and(|t| matches!(t.mark(), ',' | '(' | '—' | '–')) {
        let after = (1..=4).fold(Lists::default(), |all, steps| all.or(lists(next(steps))));
        each_bit(kinds_of(after), |bit| each(row(Template::Apposition, bit * 2 + alone)));
    }
    let last = &tokens[name.end - 1];
    let is_cut = last.span.end > name.span.end;
    let written = form(left) * 8 + form(right);
    each(row(Template::Written, (written * 2 + u32::from(is_cut)) * 2 + alone));
    if is_cut {
        // "London-based", "Kenya's"
        let rest = text.get(name.span.end..last.span.end).unwrap_or_default();
        each(row(Template::Compound, word_hash(rest) as Key));
    }
}

/// Calls `each` with the rows of how an entity is mentioned: `forms` as [`forms_of`] says, of all mentions; `words` those
/// of its fullest name.
pub(super) fn of_forms(forms: u32, words: usize, mentions: usize, mut each: impl FnMut(usize)) {
    let words = words.min(MOST_WORDS) as u32;
    let often = mentions.min(3) as u32;
    each(row(Template::Forms, (forms * 4 + often) * 8 + words));
}

/// How a mention is written and introduced, a bit each: after a title, as one word, as an acronym.
pub(super) fn forms_of(text: &str, prose: &Prose, name: &Name) -> u32 {
    let is_acronym = is_acronym(text, name, &prose.tokens[name.first]);
    u32::from(name.titled) | u32::from(name.end - name.first == 1) << 1 | u32::from(is_acronym) << 2
}

/// Which of the lists of words in names a word is on, a bit each.
fn kinds_of(lists: Lists) -> u32 {
    bits(lists, [List::Organisation, List::Place, List::Honorific])
}

/// What the lists say of the words on both sides.
fn around(left: Lists, right: Lists) -> u32 {
    let left = bits(left, [List::PlacePreposition, List::Honorific, List::BeforeName, List::Organisation, List::Place]);
    let right = bits(right, [List::Speech, List::Verb, List::Honorific, List::Organisation, List::Place]);
    left << 5 | right
}

fn bits<const N: usize>(lists: Lists, asked: [List; N]) -> u32 {
    asked.into_iter().fold(0, |bits, list| bits << 1 | u32::from(lists.has(list)))
}

/// Calls `each` with the number of each bit that is set.
fn each_bit(mut bits: u32, mut each: impl FnMut(u32)) {
    while bits != 0 {
        each(bits.trailing_zeros());
        bits &= bits - 1;
    }
}

/// How a neighbour is written: 0 outside the sentence.
fn form(token: Option<&Token>) -> u32 {
    match token {
        None => 0,
        Some(t) if t.kind == TokenKind::Mark => 1,
        Some(t) if t.kind == TokenKind::Number => 2,
        Some(t) if t.case == Case::Lower => 3,
        Some(t) if t.case == Case::None => 4,
        Some(_) => 5,
    }
}

/// The key of the last letters of a word, in lower case, the last first.
fn ending(word: &str, letters: usize) -> Key {
    key_of_letters(word.chars().rev().take(letters))
}

/// The key of the first letters of a word, in lower case.
fn beginning(word: &str) -> Key {
    const LETTERS: usize = 5;
    key_of_letters(word.chars().take(LETTERS))
}

fn key_of_letters(letters: impl Iterator<Item = char>) -> Key {
    let mut hasher = Hasher::default();
    letters.for_each(|c| hasher.write(lower(c)));
    hasher.key()
}

/// The lists of the longest word that ends a compound: "partiet" of "Torypartiet".
fn head(language: Language, word: &str) -> Lists {
    const SHORTEST: usize = 3;
    let lexicon = Lexicon::of(language);
    let starts = word.char_indices().map(|(at, _)| at).skip(SHORTEST);
    let heads = starts.map(|at| &word[at..]).take_while(|head| head.chars().nth(SHORTEST).is_some());
    heads.map(|head| lexicon.lists(head)).find(|lists| kinds_of(*lists) != 0).unwrap_or_default()
}
