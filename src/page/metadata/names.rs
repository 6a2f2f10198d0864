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
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut all = sections(include_str!("byline_words.txt"));
        let mut take = |name| all.remove(name).unwrap_or_default();
        let (before, and, published) = (take("before"), take("and"), take("published"));
        let (job, desk, other) = (take("job"), take("desk"), take("other"));
        Words { before, and, published, job, desk, other, nobody: take("nobody"), agency: take("agency") }
    })
}

/// Whether a line begins as bylines do: "By", "Von", "作者：".
pub(super) fn begins_byline(line: &str) -> bool {
    let first: Vec<&str> = pieces(line).take(LONGEST_PHRASE).collect();
    phrase_at(&first, &words().before).is_some() && phrase_at(&first, &words().other).is_none()
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
        return Vec::new();
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
        .flat_map(|word| word.split_inclusive([':', '：', '】', '，', '、', ';']))
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
        ',' | ';' | ':' | '：' | '、' | '，' | '*' | '"' | '“' | '”' | '-' | '–' | '—' | '【' | '】' | '»' | '«'
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
mod tests {
    use super::{begins_byline, of_line};

    #[test]
    fn names_are_taken_out_of_what_stands_around_them() {
        for (line, expected) in [
            ("By Jane Doe", "Jane Doe"),
            ("By JANE DOE and John Roe, Staff Reporters", "JANE DOE, John Roe"),
            ("Written by: Jane Doe | May 6, 2026", "Jane Doe"),
            ("By Martin Rowe 6 May 2026", "Martin Rowe"),
            ("Posted on May 6, 2026 by Jane Doe", "Jane Doe"),
            ("Jane Doe, Senior Political Correspondent", "Jane Doe"),
            ("Jane Doe (Reuters), jane@v.example, @jane", "Jane Doe"),
            ("By Jane Doe Published May 6, 2026 at 10:30 am", "Jane Doe"),
            ("By Reuters", "Reuters"),
            ("Health Reporter Jane Doe", "Jane Doe"),
            ("Von Anna Berg und Jo Lang, Berlin", "Anna Berg, Jo Lang"),
            ("Par Anne Dupont et Luc Martin", "Anne Dupont, Luc Martin"),
            ("Por Ana Pérez y Luis Gómez", "Ana Pérez, Luis Gómez"),
            ("Di Mario Rossi", "Mario Rossi"),
            ("Door Jan de Vries", "Jan de Vries"),
            ("Av Anna Lind och Per Ek", "Anna Lind, Per Ek"),
            ("Autor: Jan Novák", "Jan Novák"),
            ("Автор: Анна Петрова", "Анна Петрова"),
            ("作者：王小明", "王小明"),
            ("文/王小明、李华", "王小明, 李华"),
            ("김민수 기자", "김민수"),
            ("بقلم: أحمد علي", "أحمد علي"),
            ("Oleh Budi Santoso", "Budi Santoso"),
            ("Jane Doe & John Roe", "Jane Doe, John Roe"),
            ("John Roe Jr.", "John Roe Jr."),
            ("5 min read · Jane Doe", "Jane Doe"),
            ("By\nJane Doe\nShipping Expert", "Jane Doe"),
            ("Anna Berg, Leitende Wirtschaftsredakteurin", "Anna Berg"),
            ("By Keith Roe Senior Autos Reporter", "Keith Roe"),
            ("Per Ek, MD", "Per Ek"),
            ("By Jane May", "Jane May"),
            ("byJane Doe", "Jane Doe"),
            ("Varn CourierNovember 21", ""),
            ("By", ""),
            ("Written By:", ""),
            ("", ""),
            ("admin", ""),
            ("By Staff Writer", ""),
            ("Varn Courier", ""),
            ("Photo by Jane Doe", ""),
            ("May 6, 2026", ""),
            ("https://v.example/jane", ""),
            ("jdoe", ""),
        ] {
            assert_eq!(of_line(line, &["varncourier".to_owned()], false).join(", "), expected, "{line}");
        }
    }

    #[test]
    fn what_is_given_as_a_name_may_be_that_of_an_organisation() {
        for (name, expected) in [
            ("Center for Rivers and Rain", "Center for Rivers and Rain"),
            ("Roe & Roe", "Roe & Roe"),
            ("Roe &amp; Doe", "Roe & Doe"),
            ("The Ostrand Team", "The Ostrand Team"),
            ("Jane Doe and John Roe", "Jane Doe, John Roe"),
            ("jane doe", "jane doe"),
            ("jane_doe", ""),
            ("dpa", "dpa"),
            ("page.head.author", ""),
        ] {
            assert_eq!(of_line(name, &[], true).join(", "), expected, "{name}");
        }
    }

    #[test]
    fn bylines_are_told_by_how_they_begin() {
        assert!(begins_byline("By Jane Doe") && begins_byline("作者：王小明") && begins_byline("Written by Jane Doe"));
        assert!(!begins_byline("Bystanders saw it") && !begins_byline("Photo by Jane Doe") && !begins_byline(""));
    }
}
