//! Aliases: one entity for all the forms of its name within an article.
//!
//! Equal words first, diacritics aside, and in languages that inflect names whatever the ending; then a longer name
//! joins the one it ends in ("Chancellor Angela Merkel", "Angela Merkel"), a lone word joins the longer name that it
//! ends, or else begins ("Peskov", "Dmitry Peskov"; "Karabakh", "Nagorno-Karabakh"; "Church", "Church of Scientology"),
//! and an acronym the one name whose initials it is. Of several names that end in a word the first owns it, as news
//! introduce first who is meant by the surname from then on; a word that fits several otherwise joins none.

use crate::analysis::entity::name::{Name, is_acronym};
use crate::analysis::entity::votes::Votes;
use crate::collections::hash::{Hasher, Key, key_of_ascii, key_of_pair};
use crate::collections::map::Table;
use crate::language::token::{Case, Token};
use crate::language::{Language, Prose};
use crate::text::case::{is_capital, lower, word_hash};
use crate::text::chars::split;
use crate::text::punctuation::{first_char, hyphen_in, is_hyphen, is_invisible};
use crate::text::span::Span;

/// The mentions of one entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// The first mention.
    pub(super) first: usize,
    /// The mention with the fullest form.
    pub(super) fullest: usize,
    /// How many there are.
    pub(super) mentions: usize,
    /// What they say.
    pub(super) votes: Votes,
}

/// A form of a name.
struct NameForm {
    /// Where its words begin in [`NameForms::words`], and where they end.
    start: usize,
    end: usize,
    /// Where its "of" stands, in tokens; 0 for none. Of "Church of …" the first word may stand for it.
    of: usize,
    /// The key of the form itself where it is written in capitals.
    acronym: Key,
    /// The mention that shows it best.
    best: usize,
}

/// Names of more words than this are not shortened to their last word: they are organisations.
const LONGEST_PERSON: usize = 4;
/// In languages that inflect names, forms of a word share at least this many letters at the front …
const STEM_LETTERS: usize = 4;
/// … and differ in at most this many at the end of either: Путин, Путиным; Зеленский, Зеленскому.
const ENDING_LETTERS: usize = 3;
/// A word is compared with so many others of its first letters, so that the time stays in proportion to the text.
const MOST_COMPARED: usize = 8;

const OF: Key = key_of_ascii("of");

/// Which mentions belong together: the groups, in order of first appearance, and the group of each mention.
pub(super) fn merge(text: &str, prose: &Prose, names: &[Name]) -> (Vec<Group>, Vec<u32>) {
    let mut forms = NameForms::new(prose.language, names.len());
    let mut group_of: Vec<u32> = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        group_of.push(forms.enter(text, prose, names, at, name) as u32);
    }
    let targets: Vec<usize> = (0..forms.list.len()).map(|at| forms.target(at)).collect();
    let mut groups: Vec<Group> = Vec::with_capacity(targets.len());
    // The group of each form, counted from 1.
    let mut known = vec![0; targets.len()];
    for (at, group) in group_of.iter_mut().enumerate() {
        let form = *group as usize;
        // What joins another is joined by none.
        let into = targets[form];
        let form = if targets[into] == into { into } else { form };
        if known[form] == 0 {
            groups.push(Group { first: at, fullest: forms.list[form].best, mentions: 0, votes: Votes::default() });
            known[form] = groups.len();
        }
        *group = known[form] as u32 - 1;
        let group = &mut groups[known[form] - 1];
        group.mentions += 1;
        group.votes.add(text, prose, &names[at]);
    }
    (groups, group_of)
}

/// What a form is known by, or has a claim to: the bit in which the same key differs for each.
#[derive(Clone, Copy)]
enum Claim {
    /// All its words.
    Whole = 2,
    /// The last word of a name of few words.
    Last = 4,
    /// The first word of a name of two words, and of what has a small word after it: "Church of Scientology".
    First = 8,
    /// Both words of a name of two, or the last two of a longer one.
    Pair = 16,
    Initials = 32,
}

/// Nobody owns a word: no form, counted from 1.
const NOBODY: u32 = 0;
/// Several do.
const SEVERAL: u32 = u32::MAX;

/// The forms of names in an article, in order of first appearance.
struct NameForms<'t> {
    list: Vec<NameForm>,
    /// The keys of the words of all forms.
    words: Vec<Key>,
    /// The form that is known by, or owns, a key in a [`Claim`], counted from 1; or [`SEVERAL`].
    owners: Table<u32>,
    stems: Stems<'t>,
}

impl<'t> NameForms<'t> {
    fn new(language: Language, names: usize) -> Self {
        Self {
            list: Vec::with_capacity(names),
            words: Vec::with_capacity(names * 2),
            owners: Table::with_capacity(names * 2),
            stems: Stems::new(language, names),
        }
    }

    /// The form of the mention at `at` of `names`.
    fn enter(&mut self, text: &'t str, prose: &Prose, names: &[Name], at: usize, name: &Name) -> usize {
        let tokens = &prose.tokens[name.first..name.end];
        let start = self.words.len();
        for token in tokens {
            if !self.stems.inflected && token.plain {
                self.words.push(token.word);
                continue;
            }
            let whole = token.span.of(text);
            let word = part(name, token).of(text);
            // "Nagorno-Karabakh" is two words here, so that "Karabakh" finds it.
            if tokens.len() == 1 && hyphen_in(whole).is_some() {
                for word in split(word, is_hyphen).filter(|w| !w.is_empty()) {
                    self.words.push(self.stems.key(word, word_hash(word) as Key));
                }
            } else {
                self.words.push(self.stems.key(word, token.word));
            }
        }
        let whole = self.words[start..].iter().fold(0, |before, word| key_of_pair(before, *word));
        let slot = self.owners.entry(whole ^ Claim::Whole as Key);
        if *slot == NOBODY {
            *slot = self.list.len() as u32 + 1;
            self.add(text, name, tokens, start, at);
            return self.list.len() - 1;
        }
        self.words.truncate(start);
        let form = *slot as usize - 1;
        // The shortest of the inflected forms is most often the one of dictionaries.
        let best = &mut self.list[form].best;
        if self.stems.inflected && name.span.len() < names[*best].span.len() {
            *best = at;
        }
        form
    }

    /// Adds the form of a mention, whose words begin at `start`, with what it has a claim to.
    fn add(&mut self, text: &str, name: &Name, tokens: &[Token], start: usize, at: usize) {
        let end = self.words.len();
        let words = end - start;
        let acronym = if is_acronym(text, name, &tokens[0]) { acronym_key(name.span.of(text)) } else { 0 };
        // An acronym is a name of its own: "NASA Administrator".
        let capitals_first = acronym != 0 || tokens[0].case == Case::Upper;
        let (mut initials, mut of) = (0, 0);
        if tokens.len() > 1 {
            let is_of = |t: &Token| t.word == OF && t.case == Case::Lower;
            of = tokens.iter().position(is_of).unwrap_or(0);
            let (mut hasher, mut capitals) = (Hasher::default(), 0);
            for token in tokens {
                if let Some(capital) = first_char(part(name, token).of(text)).filter(|c| is_capital(*c)) {
                    hasher.write(capital);
                    capitals += 1;
                }
            }
            // "US" is not the University of Sheffield: two letters stand for two words.
            if capitals > 2 || capitals == 2 && words == 2 {
                initials = hasher.key();
            }
        }
        self.list.push(NameForm { start, end, of, acronym, best: at });
        if words < 2 {
            return;
        }
        let (first, last) = (self.words[start], self.words[end - 1]);
        if words <= LONGEST_PERSON {
            self.claim(last, Claim::Last);
        }
        if (words == 2 || of == 1) && !capitals_first {
            self.claim_alone(first, Claim::First);
        }
        if words == 2 {
            self.claim(key_of_pair(first, last), Claim::Pair);
        }
        if initials != 0 && !capitals_first {
            self.claim_alone(initials, Claim::Initials);
        }
    }

    /// The newest form claims a key, which the first that did so keeps, but for what ends in a name.
    fn claim(&mut self, key: Key, role: Claim) {
        let newest = self.list.len() as u32;
        let slot = self.owners.entry(key ^ role as Key);
        // Of two names of which one ends in the other, the shorter owns the word.
        let words = |form: u32| self.list.get(form as usize - 1).map_or(&[][..], |f| &self.words[f.start..f.end]);
        let ends_in = |longer: u32, shorter: u32| words(shorter).len() > 1 && words(longer).ends_with(words(shorter));
        let of = |form: u32| self.list[form as usize - 1].of;
        *slot = match *slot {
            NOBODY => newest,
            SEVERAL => SEVERAL,
            before if ends_in(newest, before) => before,
            before if ends_in(before, newest) => newest,
            before if of(before) + of(newest) == 0 => before,
            _ => SEVERAL,
        };
    }

    /// The newest form claims a key that it has only if no other does.
    fn claim_alone(&mut self, key: Key, role: Claim) {
        let slot = self.owners.entry(key ^ role as Key);
        *slot = if *slot == NOBODY { self.list.len() as u32 } else { SEVERAL };
    }

    fn owner(&self, key: Key, role: Claim) -> u32 {
        self.owners.get(key ^ role as Key)
    }

    /// The form that a form joins; itself for none.
    fn target(&self, at: usize) -> usize {
        let form = &self.list[at];
        let words = &self.words[form.start..form.end];
        let longer_or_acronym = match words {
            [.., first, last] if (3..=LONGEST_PERSON).contains(&words.len()) => {
                self.owner(key_of_pair(*first, *last), Claim::Pair)
            }
            _ if form.acronym == 0 => NOBODY,
            _ => self.owner(form.acronym, Claim::Initials),
        };
        // A last name owns its word before a first name does: "Warhol" is Andy Warhol, "Warhol Polaroids" or not.
        let by_word = match words {
            [word] => match self.owner(*word, Claim::Last) {
                NOBODY => self.owner(*word, Claim::First),
                owner => owner,
            },
            _ => NOBODY,
        };
        // "Australia" is not the Medical Journal of Australia that comes up later.
        let later = |owner: u32| {
            self.list.get((owner as usize).wrapping_sub(1)).is_some_and(|form| form.of > 0 && owner as usize > at)
        };
        let by_word = if later(by_word) { NOBODY } else { by_word };
        let owners = [longer_or_acronym, by_word].into_iter();
        let mut others = owners.filter(|o| !matches!(*o, NOBODY | SEVERAL) && *o as usize - 1 != at);
        others.next().map_or(at, |owner| owner as usize - 1)
    }
}

/// What of a token a name has: "London" of "London-based".
fn part(name: &Name, token: &Token) -> Span {
    Span::new(token.span.start.max(name.span.start), token.span.end.min(name.span.end))
}

/// The key of an acronym without its dots: what its initials would be.
fn acronym_key(name: &str) -> Key {
    let mut hasher = Hasher::default();
    letters(name).filter(|c| *c != '.').for_each(|c| hasher.write(c));
    hasher.key()
}

/// The keys under which the words of names meet: without diacritics, and without endings where names are inflected.
struct Stems<'t> {
    inflected: bool,
    /// First letters → the newest word that begins so, counted from 1.
    newest: Table<u32>,
    /// The words met, each with its key and the one before it of the same first letters.
    words: Vec<(&'t str, Key, u32)>,
}

impl<'t> Stems<'t> {
    fn new(language: Language, expected: usize) -> Self {
        let inflected = language.inflects_names();
        Self { inflected, newest: Table::with_capacity(if inflected { expected } else { 0 }), words: Vec::new() }
    }

    /// The key under which a word meets others; `own` is that of the word itself.
    fn key(&mut self, word: &'t str, own: Key) -> Key {
        let is_ascii = word.is_ascii();
        if is_ascii && !self.inflected {
            return own;
        }
        let (whole, first) = keys_of_letters(word);
        let key = if is_ascii { own } else { whole };
        let Some(first) = first.filter(|_| self.inflected) else { return key };
        let newest = self.newest.entry(first);
        let mut at = *newest;
        for _ in 0..MOST_COMPARED {
            let Some((known, key, before)) = at.checked_sub(1).map(|i| self.words[i as usize]) else { break };
            if differ_in_ending(known, word) {
                return key;
            }
            at = before;
        }
        self.words.push((word, key, *newest));
        *newest = self.words.len() as u32;
        key
    }
}

/// The letters of a word, without what is not seen.
fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| !is_invisible(*c))
}

/// Whether two words that begin alike are the same but for their endings.
fn differ_in_ending(mut a: &str, mut b: &str) -> bool {
    let mut shared = 0;
    while let (Some(x), Some(y)) = (first_char(a), first_char(b)) {
        if is_invisible(x) {
            a = &a[x.len_utf8()..];
        } else if is_invisible(y) {
            b = &b[y.len_utf8()..];
        } else if plain(x) == plain(y) {
            shared += 1;
            (a, b) = (&a[x.len_utf8()..], &b[y.len_utf8()..]);
        } else {
            break;
        }
    }
    shared >= STEM_LETTERS && [a, b].iter().all(|ending| ending.chars().nth(ENDING_LETTERS).is_none())
}

/// The key of a word's letters, and that of the first, [`STEM_LETTERS`], if there are so many.
fn keys_of_letters(word: &str) -> (Key, Option<Key>) {
    let mut hasher = Hasher::default();
    let mut first = None;
    for (before, letter) in letters(word).enumerate() {
        hasher.write(plain(letter));
        if before + 1 == STEM_LETTERS {
            first = Some(hasher.key());
        }
    }
    (hasher.key(), first)
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
