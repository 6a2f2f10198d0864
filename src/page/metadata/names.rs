//! The names in a byline, without what stands around them: "By", job titles, dates, handles, the site's own name.

use super::dates;
use super::titles::key;
use super::word_file::{sections, spaced_key};
use crate::text::case::{is_capital, is_small};
use crate::text::punctuation::is_digit;
use std::collections::HashSet;
use std::sync::OnceLock;

/// A name has at most so many words; longer ones are sentences.
const MOST_WORDS: usize = 5;
/// No byline has more names; longer lists are lists of something else.
const MOST_NAMES: usize = 12;
/// A name of so many bytes is a site's also where more is glued to it.
const LONG_NAME: usize = 8;
/// Small words inside names; others are those of a phrase.
const PARTICLES: [&str; 30] = [
    "van", "von", "vom", "zu", "zur", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des",
    "la", "le", "al", "el", "bin", "ibn", "ben", "y", "e", "ter", "ten", "af", "av",
];
/// What parts a name from what is said of it.
const DASHES: [&str; 3] = [" - ", " – ", " — "];
/// What stands before names without a space: "本报记者王小明".
const REPORTERS: [&str; 2] = ["记者", "記者"];
/// Names of people in scripts without capitals have so many characters, spaces not counted.
const CHARACTERS_OF_NAME: std::ops::RangeInclusive<usize> = 3..=5;
/// A surname in these scripts has at most so many characters.
const LONGEST_SURNAME: usize = 3;
/// How words end that are job titles: "Wirtschaftsredakteurin".
const JOBS: [&str; 8] =
    ["redakteur", "redakteurin", "reporter", "reporterin", "korrespondent", "korrespondentin", "redaktör", "redaktor"];
/// A phrase of the word file has at most so many words.
const LONGEST_PHRASE: usize = 4;

/// The sections of `byline_words.txt`.
struct Words {
    /// What stands before names: "Written by".
    before: HashSet<String>,
    /// What stands between names.
    and: HashSet<String>,
    /// What dates begin with: "Published".
    published: HashSet<String>,
    /// Job titles: "reporter".
    job: HashSet<String>,
    /// What stands beside them: "senior", "sports".
    desk: HashSet<String>,
    /// What begins lines that name somebody else: "Photo".
    other: HashSet<String>,
    /// What stands in the place of a name: "admin".
    nobody: HashSet<String>,
    /// Agencies that are written small.
    agency: HashSet<String>,
    /// What begins the names of places: "New".
    place: HashSet<String>,
    /// Surnames in scripts without capitals.
    surname: HashSet<String>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut all = sections(include_str!("byline_words.txt"));
        let mut take = |name| all.remove(name).unwrap_or_default();
        let (before, and, published) = (take("before"), take("and"), take("published"));
        let (job, desk, other) = (take("job"), take("desk"), take("other"));
        let (nobody, agency) = (take("nobody"), take("agency"));
        Words {
            before,
            and,
            published,
            job,
            desk,
            other,
            nobody,
            agency,
            place: take("place"),
            surname: take("surname"),
        }
    })
}

/// Whether a line begins as bylines do: "By", "Von", "作者：".
pub(super) fn begins_byline(line: &str) -> bool {
    let all: Vec<&str> = pieces(line).collect();
    let is_of_other = phrase_at(&all, &words().other).is_some();
    phrase_at(&all, &words().before).is_some() && (!is_of_other || label_behind(&all).is_some())
}

/// Where names begin in a line that first says something else: "来源：奥斯特兰晚报 记者 王小明". A picture's do not count.
fn label_behind(rest: &[&str]) -> Option<usize> {
    let known = words();
    let is_label = |word: &str| {
        let is_reporter = REPORTERS.iter().any(|reporter| word.ends_with(reporter));
        !is_cased(word) && (is_reporter || known.before.contains(&key(word)) && !known.other.contains(&key(word)))
    };
    let is_of_picture = rest.last().is_some_and(|word| word.ends_with(['摄', '攝', '影']));
    let label = (1..rest.len().saturating_sub(1)).find(|at| is_label(rest[*at])).filter(|_| !is_of_picture);
    label.map(|at| at + 1)
}

/// Whether a name looks like that of a person by itself, without a word that says so.
pub(super) fn is_of_person(name: &str) -> bool {
    let known = words();
    if !is_cased(name) {
        let bare: String = name.split_whitespace().collect();
        let heads = bare.char_indices().map(|(at, _)| at).skip(1).take(LONGEST_SURNAME);
        let surname = heads.filter(|at| known.surname.contains(&bare[..*at])).last();
        let count = bare.chars().count();
        // A surname of one character has two behind it, as a rule; words begin with it too.
        let is_full = surname.is_some_and(|at| at > '一'.len_utf8() || count == *CHARACTERS_OF_NAME.start());
        return CHARACTERS_OF_NAME.contains(&count) && is_full;
    }
    let parts: Vec<&str> = name.split_whitespace().collect();
    let is_part = |word: &&str| {
        let word = spaced_key(word);
        [&known.desk, &known.job, &known.nobody, &known.published].iter().any(|list| list.contains(&word))
    };
    (2..MOST_WORDS).contains(&parts.len())
        && parts.iter().all(|word| begins_with_capital(word) || PARTICLES.contains(word))
        && !parts.iter().any(is_part)
        && !known.place.contains(&spaced_key(parts[0]))
}

/// Whether a name is more than a single word, as those of people are, or one without spaces.
pub(super) fn is_full(name: &str) -> bool {
    name.contains(' ') || !is_cased(name)
}

/// The names in a line. `nobody` are keys of what is no author's name here: the site's and the publisher's. What is given
/// as a name, for machines, may be that of an organisation, or written small.
pub(super) fn of_line(line: &str, nobody: &[String], is_given: bool) -> Vec<String> {
    let bare = DASHES.iter().fold(without_brackets(&line.replace("&amp;", "&")), |line, dash| line.replace(dash, "|"));
    for segment in bare.split(['|', '•', '·', '│', '\n', '⋅', '/']) {
        let names = of_segment(segment, nobody, is_given);
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}

fn of_segment(segment: &str, nobody: &[String], is_given: bool) -> Vec<String> {
    let known = words();
    let mut rest: Vec<&str> = pieces(segment).filter(|word| !is_address(word)).collect();
    if let Some(bare) = rest.first_mut() {
        // "byJane Doe"
        let glued =
            bare.strip_prefix("by").or_else(|| bare.strip_prefix("By")).filter(|name| begins_with_capital(name));
        *bare = glued.unwrap_or(bare);
    }
    if phrase_at(&rest, &known.other).is_some() {
        let Some(names) = label_behind(&rest) else { return Vec::new() };
        drop(rest.drain(..names));
    }
    if let Some((_, name)) = rest.first().and_then(|word| REPORTERS.iter().find_map(|title| word.split_once(title)))
        && is_of_person(name)
    {
        rest[0] = name;
    }
    // "Posted on May 6, 2026 by": all of it stands before the name.
    let labels = |rest: &[&str]| {
        let before =
            phrase_at(rest, &known.before).or_else(|| phrase_at(rest, &known.published).filter(|_| is_label(rest[0])));
        before.or_else(|| is_of_date(rest, 0).then_some(1))
    };
    while let Some(length) = labels(&rest) {
        drop(rest.drain(..length));
    }
    let is_end = |at: usize| {
        let is_published = at > 1 && phrase_at(&rest[at..], &known.published).is_some() && is_label(rest[at]);
        is_of_date(&rest, at) || is_published || at > 0 && rest[at].ends_with(':')
    };
    let end = (0..rest.len()).find(|at| is_end(*at)).unwrap_or(rest.len());
    let mut all = Vec::new();
    let mut name: Vec<&str> = Vec::new();
    for (at, word) in rest.iter().enumerate().take(end) {
        let is_and = at > 0 && known.and.contains(&spaced_key(word)) && !begins_with_capital(word);
        // "Center for Research and Health", "Morgan & Morgan": one name.
        let parts = is_and && !(is_given && (name.len() < 2 || end - at < 3));
        if !parts {
            name.push(if is_and { *word } else { word.trim_matches(is_between) });
        }
        if parts || word.ends_with(is_between) {
            all.push(std::mem::take(&mut name));
        }
    }
    all.push(name);
    let mut names: Vec<String> = Vec::new();
    for name in all {
        // Behind a full name a single word is where it was written, or a degree: "Jane Doe, Berlin", "John Roe, MD".
        let is_aside = name.len() == 1 && names.iter().any(|name| is_full(name)) && is_cased(name[0]);
        if !is_aside {
            add(&mut names, &name, nobody, is_given);
        }
    }
    if names.len() > MOST_NAMES { Vec::new() } else { names }
}

/// Adds a name without the job titles before and behind it, if one is left.
fn add(names: &mut Vec<String>, words_of_name: &[&str], nobody: &[String], is_given: bool) {
    let known = words();
    let mut name: Vec<&str> =
        words_of_name.iter().copied().filter(|word| !key(word).is_empty() || *word == "&").collect();
    let is_title = |word: &&str| {
        let word = spaced_key(word);
        known.job.contains(&word) || JOBS.iter().any(|job| word.ends_with(job) && word.len() > job.len())
    };
    let is_of_title = |word: &&str| is_title(word) || known.desk.contains(&spaced_key(word));
    // What is a job title alone, is no name; behind a name it may have other words in it.
    if name.iter().all(is_of_title) || !names.is_empty() && name.iter().any(&is_title) {
        return;
    }
    let leading = name.iter().take_while(|word| is_of_title(word)).count();
    if name.len() - leading >= 2 && name[..leading].iter().any(&is_title) {
        drop(name.drain(..leading));
    }
    if let Some(behind) = (2..name.len()).find(|at| is_of_title(&name[*at]) && name[*at..].iter().any(&is_title)) {
        name.truncate(behind);
    }
    let mut text = name.join(" ");
    // In these languages the title stands behind the name without a space.
    for job in ["记者", "記者", "기자", "氏", "さん"] {
        if let Some(bare) = text.strip_suffix(job).filter(|bare| !bare.trim().is_empty()) {
            text = bare.trim().to_owned();
        }
    }
    let keyed = key(&text);
    let is_word = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let begins_well = !is_cased(&text)
        || name.first().is_some_and(|word| begins_with_capital(word))
        || known.agency.contains(&keyed)
        || is_given && text.split(' ').any(begins_with_capital)
        || is_given && (2..=3).contains(&name.len()) && name.iter().all(is_word);
    let is_nobody = |text: &str| {
        let keyed = key(text);
        let is_site = |site: &String| keyed == *site || site.len() >= LONG_NAME && keyed.starts_with(site.as_str());
        known.nobody.contains(&spaced_key(text)) || nobody.iter().any(is_site)
    };
    let is_phrase = |word: &&str| word.starts_with(is_small) && !PARTICLES.contains(word);
    let is_name = (2..).contains(&keyed.chars().count())
        && (name.len() <= MOST_WORDS || is_given && name.len() <= MOST_WORDS * 2)
        && begins_well
        && (is_given || known.agency.contains(&keyed) || !name.iter().any(is_phrase))
        && !is_nobody(&text)
        && !text.contains(['?', '!', '{', '}', '<', '>', '=', '%', '"', '“', '…', '_', '→'])
        && !(text.contains('.') && !text.contains(' ') && text.len() > LONG_NAME);
    if is_name && !names.iter().any(|known| key(known) == keyed) {
        names.push(text);
    }
}

/// Words, and what a colon ends without a space behind it: "作者：王小明".
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace()
        .flat_map(|word| {
            // "文・山田太郎", but not "アンナ・ベリ".
            let label = word.find('・').filter(|at| words().before.contains(&key(&word[..*at])));
            let (label, rest) = word.split_at(label.map_or(0, |at| at + '・'.len_utf8()));
            std::iter::once(label).chain(rest.split_inclusive([':', '：', '】', '，', '、', ';']))
        })
        .filter(|w| !w.is_empty())
}

/// How many words the longest phrase of a list has that the words begin with.
fn phrase_at(rest: &[&str], list: &HashSet<String>) -> Option<usize> {
    (1..=rest.len().min(LONGEST_PHRASE)).rev().find(|length| list.contains(&spaced_key(&rest[..*length].join(" "))))
}

fn begins_with_capital(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(is_capital)
}

/// What parts names, and marks that cling to them.
fn is_between(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '：'
            | '・'
            | '、'
            | '，'
            | '*'
            | '"'
            | '“'
            | '”'
            | '-'
            | '–'
            | '—'
            | '【'
            | '】'
            | '»'
            | '«'
    )
}

/// Whether a word may say what a date is of: names begin with short words too ("Per Ek", "El Pais").
fn is_label(word: &str) -> bool {
    !begins_with_capital(word) || key(word).chars().count() >= 5
}

/// Whether the word at a place has a number, or is a month beside one.
fn is_of_date(words: &[&str], at: usize) -> bool {
    let has_digit = |at: usize| words.get(at).is_some_and(|word| word.contains(is_digit));
    has_digit(at) || has_digit(at + 1) && words.get(at).is_some_and(|word| dates::month(&key(word)).is_some())
}

fn is_cased(text: &str) -> bool {
    text.chars().any(|c| is_capital(c) || is_small(c))
}

/// An address of e-mail or of the web, or a handle.
fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.starts_with("www.") || word.starts_with('#')
}

fn without_brackets(line: &str) -> String {
    let mut depth = 0_usize;
    let kept = line.chars().filter(|c| {
        let is_outside = depth == 0;
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_outside && depth == 0
    });
    kept.collect()
}

#[cfg(test)]
mod tests;
