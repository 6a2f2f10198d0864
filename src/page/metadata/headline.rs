//! The headline: which block of a page it is, or what stands for it.
//!
//! Precedence: the heading, or another line up to the story's beginning, that is one of the page's titles or most of one;
//! a heading that begins or ends with one, without what else is in it (a kicker, a count of comments); the nearest heading
//! before the story that is neither the site's name nor a section; a title of the page.

use super::titles::{Form, Part, key};
use crate::page::block::{BlockKind, Page};
use crate::page::vote::Verdict;
use crate::text::case::is_small;
use crate::text::chars::{trim, trim_start, words};
use crate::text::punctuation::{begins, first_char, is_closer, is_digit, is_letter_or_digit, is_opener, last_char};

/// A piece of a title that no heading marks is the headline from this many bytes on; shorter ones are sections.
const SHORTEST: usize = 12;
/// A heading of at most so many words, with another one after it, is the site's name or a section: "News", "Varn Courier".
const WORDS_OF_SECTION: usize = 2;
/// The same where it is a link.
const WORDS_OF_LOGO: usize = 4;
/// Headings of a lower rank are no headlines.
const LOWEST_RANK: u8 = 3;
/// A title of so many words or more says more than a section's heading.
const WORDS_OF_TITLE: usize = 4;

/// The headline of a page.
pub(crate) struct Headline {
    /// The block that it is.
    pub(crate) block: Option<usize>,
    pub(crate) text: Option<String>,
}

/// A block that is a title of the page, or holds one.
struct Match<'p> {
    at: usize,
    text: &'p str,
    part: Part,
    /// Whether all of the block is the title.
    is_all: bool,
    bytes: usize,
    is_heading: bool,
}

/// The headline of the body that begins at block `first`.
pub(crate) fn find(page: &Page, verdict: &Verdict, first: usize) -> Headline {
    let titles = &page.head.titles;
    let forms = titles.forms();
    let best = best_match(page, verdict, first, &forms);
    let certain = best.as_ref().filter(|found| found.part > Part::Minor);
    let by_place = || by_place(page, verdict, first, &forms);
    if let Some(block) = certain.map(|found| found.at).or_else(by_place).or(best.as_ref().map(|found| found.at)) {
        let text = best.filter(|found| found.at == block).map_or(page.blocks[block].text.as_str(), |found| found.text);
        return Headline { block: Some(block), text: Some(titles.without_site(text).to_owned()) };
    }
    let heading = titles.heading.as_deref().map(trim).filter(|h| !h.is_empty());
    let matched = heading.and_then(|heading| {
        let found = forms.iter().filter(|form| form.part > Part::Minor).find_map(|form| slice(heading, form));
        found.map(|(text, _)| text)
    });
    let site = titles.site.as_deref().map(key);
    let named = heading.filter(|heading| Some(key(heading)) != site);
    let text = matched.or(named).or_else(|| titles.best()).map(str::to_owned);
    Headline { block: None, text: text.filter(|t| !t.is_empty()) }
}

/// The block that is most of a title; of equal ones a heading, and the nearest to the story's beginning.
fn best_match<'p>(page: &'p Page, verdict: &Verdict, first: usize, forms: &[Form]) -> Option<Match<'p>> {
    let mut best: Option<Match<'p>> = None;
    for (at, block) in page.blocks.iter().enumerate() {
        let rank = rank(block.kind);
        let is_near = at <= first || rank == Some(1);
        if !is_near || verdict.ancestors[block.container].tag || is_logo(page, verdict, at, first, forms) {
            continue;
        }
        for form in forms {
            let Some((text, is_all)) = slice(&block.text, form) else { continue };
            if rank.is_none() && !(is_all && form.key.len() >= SHORTEST) {
                continue;
            }
            let found = Match { at, text, part: form.part, is_all, bytes: form.key.len(), is_heading: rank.is_some() };
            let worth = |m: &Match<'_>| (m.part, m.is_all, m.is_heading, m.bytes, m.at <= first);
            // Up to the story the last one is the nearest, beyond it the first one.
            let is_better =
                |best: &Match<'_>| worth(&found) > worth(best) || worth(&found) == worth(best) && at <= first;
            if best.as_ref().is_none_or(is_better) {
                best = Some(found);
            }
        }
    }
    best
}

/// The heading that is the headline by its place: the nearest of the first rank before the story, else of the second or
/// the third; else the first one of the first rank behind.
fn by_place(page: &Page, verdict: &Verdict, first: usize, forms: &[Form]) -> Option<usize> {
    let site = page.head.titles.site.as_deref().map(key);
    let is_minor = |text: &str| {
        let key = key(text);
        Some(&key) == site.as_ref() || forms.iter().any(|form| form.part == Part::Minor && form.key == key)
    };
    let of_rank = |of: u8| {
        let site = &is_minor;
        move |at: &usize| {
            let block = &page.blocks[*at];
            rank(block.kind) == Some(of)
                && !verdict.ancestors[block.container].tag
                && !is_logo(page, verdict, *at, first, forms)
                && !site(&block.text)
        }
    };
    let before = (1..=LOWEST_RANK).find_map(|rank| (0..first).rev().find(of_rank(rank)));
    let found = before.or_else(|| (first..page.blocks.len()).find(of_rank(1)))?;
    let text = &page.blocks[found].text;
    // "Related links": a title says more, if it speaks of something else.
    let is_label = words(text).count() <= WORDS_OF_SECTION && text.len() < SHORTEST * 2;
    let shared = page.head.titles.best().filter(|title| words(title).count() >= WORDS_OF_TITLE);
    let is_of_title =
        |title: &str| words(text).map(key).any(|word| !word.is_empty() && words(title).any(|other| key(other) == word));
    (!(is_label && shared.is_some_and(|title| !is_of_title(title)))).then_some(found)
}

/// Whether a heading is the site's name or a section: it is short, and another heading stands between it and the story.
fn is_logo(page: &Page, verdict: &Verdict, at: usize, first: usize, forms: &[Form]) -> bool {
    let block = &page.blocks[at];
    let is_link = block.link_bytes * 2 > block.text.len();
    let own = key(&block.text);
    if !is_link && forms.iter().any(|form| form.part > Part::Minor && form.key.starts_with(&own)) {
        return false;
    }
    let most = if is_link { WORDS_OF_LOGO } else { WORDS_OF_SECTION };
    let count = words(&block.text).count();
    let says_more = |other: usize| {
        let other = &page.blocks[other];
        rank(other.kind).is_some_and(|rank| rank <= LOWEST_RANK)
            && !verdict.ancestors[other.container].tag
            && words(&other.text).count() > count
    };
    count <= most && rank(block.kind).is_some() && (at + 1..first).any(says_more)
}

const fn rank(kind: BlockKind) -> Option<u8> {
    match kind {
        BlockKind::Heading(rank) => Some(rank),
        _ => None,
    }
}

/// The part of a line that is a title, and whether that is all of it: behind a kicker, or before a count.
#[inline(never)]
fn slice<'t>(line: &'t str, form: &Form) -> Option<(&'t str, bool)> {
    let whole = key(line);
    if whole == form.key {
        return Some((trim(line), true));
    }
    if form.part < Part::Major || form.key.len() < SHORTEST {
        return None;
    }
    if whole.starts_with(&form.key) {
        let end = place(line, form.key.len());
        // What closes the title belongs to it.
        let rest = trim_start(&line[end..], |c| is_closer(c) || matches!(c, '?' | '!' | '.'));
        let is_glued = first_char(rest).is_some_and(is_letter_or_digit);
        let counts = begins(trim_start(rest, |c| !is_letter_or_digit(c)), is_digit);
        return (is_glued || counts).then(|| (trim(&line[..line.len() - rest.len()]), false));
    }
    if whole.ends_with(&form.key) {
        let start = place(line, whole.len() - form.key.len());
        let start =
            start + line[start..].len() - trim_start(&line[start..], |c| !is_letter_or_digit(c) && !is_opener(c)).len();
        // A kicker with a mark behind it is part of the headline: "Kenya: Nairobi from below".
        let is_set_off = last_char(trim(&line[..start])).is_some_and(|c| is_letter_or_digit(c) || is_closer(c));
        // "No deal on water" is not the deal of its title: what goes on in small letters has no kicker before it.
        let goes_on = begins(&line[start..], is_small);
        return (is_set_off && !goes_on).then(|| (trim(&line[start..]), false));
    }
    None
}

/// Where the letters and digits of a line end that make so many bytes of its key.
fn place(line: &str, bytes: usize) -> usize {
    let mut left = bytes;
    for (at, c) in line.char_indices() {
        if left == 0 {
            return at;
        }
        if is_letter_or_digit(c) {
            left = left.saturating_sub(crate::text::case::folded(c).len_utf8());
        }
    }
    line.len()
}
