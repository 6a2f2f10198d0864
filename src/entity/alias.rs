//! Aliases: one entity for all the forms of its name within an article.
//!
//! Equal words first, diacritics aside, and in languages that inflect names whatever the ending; then a longer name
//! joins the one it ends in ("Chancellor Angela Merkel", "Angela Merkel"), a lone word joins the one longer name that
//! it ends, or else begins ("Peskov", "Dmitry Peskov"; "Karabakh", "Nagorno-Karabakh"; "Church", "Church of
//! Scientology"), and an acronym the one name whose initials it is. A word that fits several names joins none.

use crate::case::{is_capital, lower, word_hash};
use crate::chars::split;
use crate::entity::name::{Name, is_acronym};
use crate::language::Prose;
use crate::language::token::Case;
use crate::punctuation::{first_char, hyphen_in, is_hyphen};
use crate::span::Span;
use crate::table::{Hasher, Table, hash_of, ranked};

/// The mentions of one entity.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Indices of its mentions, in document order.
    pub(super) members: Vec<usize>,
    /// The mention with the fullest form.
    pub(super) fullest: usize,
}

/// A form of a name, its words as hashes.
struct Form {
    words: Vec<u64>,
    /// The capitals of its words, as a hash: what an acronym of it would be; 0 for none.
    initials: u64,
    /// Whether it reads "… of …": its first word may stand for it.
    linked: bool,
    /// Whether its first word is an acronym, which is a name of its own: "NASA Administrator".
    capitals_first: bool,
    /// The hash of the form itself where it is written in capitals.
    acronym: u64,
}

/// Names of more words than this are not shortened to their last word: they are organisations.
const LONGEST_PERSON: usize = 4;
/// In languages that inflect names, forms of a word share at least this many letters at the front …
const STEM_LETTERS: usize = 4;
/// … and differ in at most this many at the end of either: Путин, Путиным; Зеленский, Зеленскому.
const ENDING_LETTERS: usize = 3;
/// A word is compared with so many others of its first letters, so that the time stays in proportion to the text.
const MOST_COMPARED: usize = 8;

/// Which mentions belong together, in order of first appearance.
pub(super) fn merge(text: &str, prose: &Prose, names: &[Name]) -> Vec<Group> {
    let (mut groups, forms) = exact(text, prose, names);
    let owners = owners(&forms);
    let mut target: Vec<usize> = (0..groups.len()).collect();
    for (at, form) in forms.iter().enumerate() {
        // A last name owns its word before a first name does: "Warhol" is Andy Warhol, "Warhol Polaroids" or not.
        let key = match form.words.as_slice() {
            [word] => match owners.by_last.get(*word) {
                0 => owners.by_first.get(*word),
                owner => owner,
            },
            _ => 0,
        };
        let longer_or_acronym = match form.words.as_slice() {
            [.., first, last] if (3..=LONGEST_PERSON).contains(&form.words.len()) => {
                owners.by_pair.get(pair(*first, *last))
            }
            _ if form.acronym == 0 => 0,
            _ => owners.by_initials.get(form.acronym),
        };
        // 0 is nobody, and usize::MAX several.
        if let Some(owner) = [longer_or_acronym, key].into_iter().find(|o| *o != 0 && *o != usize::MAX && *o - 1 != at)
        {
            target[at] = owner - 1;
        }
    }
    for at in 0..groups.len() {
        let into = target[at];
        if into != at && target[into] == into {
            let moved = std::mem::take(&mut groups[at].members);
            groups[into].members.extend(moved);
        }
    }
    let mut groups: Vec<Group> = groups.into_iter().filter(|g| !g.members.is_empty()).collect();
    for group in groups.iter_mut().filter(|group| !group.members.is_sorted()) {
        let members = std::mem::take(&mut group.members);
        group.members = ranked(members.len(), |at| members[at] as u64).into_iter().map(|at| members[at]).collect();
    }
    let order = ranked(groups.len(), |at| groups[at].members[0] as u64);
    order.into_iter().map(|at| std::mem::take(&mut groups[at])).collect()
}

/// Groups mentions of equal words.
fn exact(text: &str, prose: &Prose, names: &[Name]) -> (Vec<Group>, Vec<Form>) {
    let mut known = Table::<usize>::with_capacity(names.len());
    let mut groups: Vec<Group> = Vec::new();
    let mut forms: Vec<Form> = Vec::new();
    let mut stems = Stems::new(prose.language, names.len());
    for (at, name) in names.iter().enumerate() {
        let form = form_of(text, prose, name, &mut stems);
        let mut hasher = Hasher::default();
        form.words.iter().for_each(|w| hasher.write(*w));
        let slot = known.entry(hasher.finish());
        if *slot == 0 {
            groups.push(Group { members: Vec::new(), fullest: at });
            forms.push(form);
            *slot = groups.len();
        }
        let group = &mut groups[*slot - 1];
        group.members.push(at);
        // The shortest of the inflected forms is most often the one of dictionaries.
        if stems.inflected && name.span.len() < names[group.fullest].span.len() {
            group.fullest = at;
        }
    }
    (groups, forms)
}

fn form_of<'t>(text: &'t str, prose: &Prose, name: &Name, stems: &mut Stems<'t>) -> Form {
    let tokens = &prose.tokens[name.first..name.end];
    let mut words = Vec::with_capacity(tokens.len());
    let mut initials = Hasher::default();
    let mut capitals = 0;
    for token in tokens.iter().filter(|t| t.is_word() || t.case == Case::None) {
        // A name may be a part of its token: "London" of "London-based".
        let inside = Span::new(token.span.start.max(name.span.start), token.span.end.min(name.span.end));
        let word = inside.of(text);
        // "Nagorno-Karabakh" is two words here, so that "Karabakh" finds it.
        if tokens.len() == 1 && hyphen_in(token.span.of(text)).is_some() {
            words.extend(split(word, is_hyphen).filter(|w| !w.is_empty()).map(|w| stems.key(w, word_hash(w))));
        } else {
            words.push(stems.key(word, token.word));
        }
        if let Some(capital) = first_char(word).filter(|c| is_capital(*c)) {
            initials.write(u64::from(capital));
            capitals += 1;
        }
    }
    // "US" is not the University of Sheffield: two letters stand for two words.
    let initials = if capitals > 2 || capitals == 2 && words.len() == 2 { initials.finish() } else { 0 };
    let linked = tokens.get(1).is_some_and(|t| t.span.of(text) == "of");
    let acronym = if is_acronym(text, prose, name) { hash_of(&name.span.of(text).replace('.', "")) } else { 0 };
    let capitals_first = acronym != 0 || tokens[0].case == Case::Upper;
    Form { words, initials, linked, capitals_first, acronym }
}

/// Who owns a word or an acronym: the index of the one form, counted from 1, or `usize::MAX` for several.
struct Owners {
    /// Last words of names of few words.
    by_last: Table<usize>,
    /// First words of names of two words, and of what has a small word behind them: "Church of Scientology".
    by_first: Table<usize>,
    /// Names of two words.
    by_pair: Table<usize>,
    by_initials: Table<usize>,
}

fn owners(forms: &[Form]) -> Owners {
    let table = || Table::with_capacity(forms.len());
    let mut found = Owners { by_last: table(), by_first: table(), by_pair: table(), by_initials: table() };
    // Of two names of which one ends in the other, the shorter owns the word.
    let ends_in = |longer: usize, shorter: usize| {
        let (longer, shorter) = (&forms[longer - 1].words, &forms[shorter - 1].words);
        shorter.len() > 1 && longer.ends_with(shorter)
    };
    let claim = |table: &mut Table<usize>, key: u64, owner: usize| {
        let slot = table.entry(key);
        *slot = match *slot {
            0 => owner,
            usize::MAX => usize::MAX,
            before if before == owner || ends_in(owner, before) => before,
            before if ends_in(before, owner) => owner,
            _ => usize::MAX,
        };
    };
    for (at, form) in forms.iter().enumerate() {
        if let [first, .., last] = form.words.as_slice() {
            if form.words.len() <= LONGEST_PERSON {
                claim(&mut found.by_last, *last, at + 1);
            }
            if (form.words.len() == 2 || form.linked) && !form.capitals_first {
                claim(&mut found.by_first, *first, at + 1);
            }
            if form.words.len() == 2 {
                claim(&mut found.by_pair, pair(*first, *last), at + 1);
            }
            if form.initials != 0 {
                claim(&mut found.by_initials, form.initials, at + 1);
            }
        }
    }
    found
}

const fn pair(first: u64, last: u64) -> u64 {
    first.rotate_left(1) ^ last | 1
}

/// The keys under which the words of names meet: without diacritics, and without endings where names are inflected.
struct Stems<'t> {
    inflected: bool,
    /// First letters → the newest word that begins so, counted from 1.
    newest: Table<usize>,
    /// The words met, each with its key and the one before it of the same first letters.
    words: Vec<(&'t str, u64, usize)>,
}

impl<'t> Stems<'t> {
    fn new(language: &str, expected: usize) -> Self {
        let inflected = matches!(language, "ru" | "uk" | "pl" | "cs");
        Self { inflected, newest: Table::with_capacity(if inflected { expected } else { 0 }), words: Vec::new() }
    }

    /// The key of a word whose hash is `hash`.
    fn key(&mut self, word: &'t str, hash: u64) -> u64 {
        let key = if word.is_ascii() { hash } else { hash_of_letters(word.chars()) };
        if !self.inflected || word.chars().nth(STEM_LETTERS - 1).is_none() {
            return key;
        }
        let newest = self.newest.entry(hash_of_letters(word.chars().take(STEM_LETTERS)));
        let mut at = *newest;
        for _ in 0..MOST_COMPARED {
            let Some((known, key, before)) = at.checked_sub(1).map(|i| self.words[i]) else { break };
            if differ_in_ending(known, word) {
                return key;
            }
            at = before;
        }
        self.words.push((word, key, *newest));
        *newest = self.words.len();
        key
    }
}

/// Whether two words that begin alike are the same but for their endings.
fn differ_in_ending(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| plain(*a) == plain(*b)).count();
    shared >= STEM_LETTERS && a.chars().count().max(b.chars().count()) - shared <= ENDING_LETTERS
}

fn hash_of_letters(letters: impl Iterator<Item = char>) -> u64 {
    let mut hasher = Hasher::default();
    for letter in letters {
        hasher.write(u64::from(plain(letter)));
    }
    hasher.finish()
}

/// A letter in lower case and without its diacritic, for the Latin letters of Europe and Russian ё.
fn plain(letter: char) -> char {
    /// U+00E0 to U+017F.
    const LATIN: &[u8; 160] = b"aaaaaaaceeeeiiiidnooooo/ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii\
        iiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    let small = lower(letter);
    match (small as u32).checked_sub(0xe0).and_then(|at| LATIN.get(at as usize)) {
        Some(base) => char::from(*base),
        None if small == 'ё' => 'е',
        None => small,
    }
}
