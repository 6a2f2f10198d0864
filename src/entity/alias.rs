//! Aliases: one entity for all the forms of its name within an article.
//!
//! Equal words first; then a lone word joins the one longer name it ends or begins ("Peskov", "Dmitry Peskov";
//! "Karabakh", "Nagorno-Karabakh"), and an acronym the one name whose initials it is. A word that fits several
//! names joins none.

use crate::case::word_hash;
use crate::entity::name::Name;
use crate::language::Prose;
use crate::language::token::Case;
use crate::punctuation::is_hyphen;
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
    /// The capitals of its words, as a hash: what an acronym of it would be.
    initials: u64,
    /// The hash of the form itself where it is written in capitals.
    acronym: u64,
}

/// Names of more words than this are not shortened to their last word: they are organisations.
const LONGEST_PERSON: usize = 4;

/// Which mentions belong together, in order of first appearance.
pub(super) fn merge(text: &str, prose: &Prose, names: &[Name]) -> Vec<Group> {
    let (mut groups, forms) = exact(text, prose, names);
    let owners = owners(&forms);
    let mut target: Vec<usize> = (0..groups.len()).collect();
    for (at, form) in forms.iter().enumerate() {
        let key = match form.words.as_slice() {
            [word] => owners.by_word.get(*word),
            _ => 0,
        };
        let acronym = if form.acronym == 0 { 0 } else { owners.by_initials.get(form.acronym) };
        // 0 is nobody, and usize::MAX several.
        if let Some(owner) = [acronym, key].into_iter().find(|o| *o != 0 && *o != usize::MAX && *o - 1 != at) {
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
    for group in &mut groups {
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
    for (at, name) in names.iter().enumerate() {
        let form = form_of(text, prose, name);
        let mut hasher = Hasher::default();
        form.words.iter().for_each(|w| hasher.write(*w));
        let slot = known.entry(hasher.finish());
        if *slot == 0 {
            groups.push(Group { members: Vec::new(), fullest: at });
            forms.push(form);
            *slot = groups.len();
        }
        groups[*slot - 1].members.push(at);
    }
    (groups, forms)
}

fn form_of(text: &str, prose: &Prose, name: &Name) -> Form {
    let tokens = &prose.tokens[name.first..name.end];
    let mut words = Vec::with_capacity(tokens.len());
    let mut initials = String::new();
    for token in tokens.iter().filter(|t| t.is_word() || t.case == Case::None) {
        let word = token.span.of(text);
        // "Nagorno-Karabakh" is two words here, so that "Karabakh" finds it.
        if tokens.len() == 1 && word.contains(is_hyphen) {
            words.extend(word.split(is_hyphen).filter(|w| !w.is_empty()).map(word_hash));
        } else {
            words.push(token.word);
        }
        initials.extend(word.chars().next().filter(|c| c.is_uppercase()));
    }
    let alone = tokens.len() == 1 && tokens[0].case == Case::Upper;
    let acronym = if alone { hash_of(&tokens[0].span.of(text).replace('.', "")) } else { 0 };
    Form { words, initials: if initials.len() > 1 { hash_of(&initials) } else { 0 }, acronym }
}

/// Who owns a word or an acronym: the index of the one form, counted from 1, or `usize::MAX` for several.
struct Owners {
    by_word: Table<usize>,
    by_initials: Table<usize>,
}

fn owners(forms: &[Form]) -> Owners {
    let mut found =
        Owners { by_word: Table::with_capacity(forms.len()), by_initials: Table::with_capacity(forms.len()) };
    let claim = |table: &mut Table<usize>, key: u64, owner: usize| {
        let slot = table.entry(key);
        *slot = if *slot == 0 || *slot == owner { owner } else { usize::MAX };
    };
    for (at, form) in forms.iter().enumerate() {
        if let [first, .., last] = form.words.as_slice() {
            if form.words.len() <= LONGEST_PERSON {
                claim(&mut found.by_word, *last, at + 1);
            }
            if form.words.len() == 2 {
                claim(&mut found.by_word, *first, at + 1);
            }
            if form.initials != 0 {
                claim(&mut found.by_initials, form.initials, at + 1);
            }
        }
    }
    found
}
