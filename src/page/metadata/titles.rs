//! The titles that a page gives itself: for those who share it (`og:title`), in its linked data, in its `title` element.

use crate::text::case::folded;
use crate::text::chars::trim;
use crate::text::punctuation::is_letter_or_digit;

/// Whether a mark parts the headline from the site's name or a section in a title where it stands between spaces.
const fn is_separator(c: char) -> bool {
    matches!(c, '|' | '-' | '–' | '—' | '·' | '•' | '»' | '‹' | '/' | '｜' | '_')
}

/// The same with no space around it.
const fn needs_no_space(c: char) -> bool {
    matches!(c, '｜' | '_')
}

/// What stands before and behind each separator of a title, and the separator.
#[inline(never)]
fn parted(title: &str) -> Vec<(&str, &str, char)> {
    let part = |(at, c): (usize, char)| {
        let (before, behind) = (&title[..at], &title[at + c.len_utf8()..]);
        let is_between = needs_no_space(c) || before.ends_with(' ') && behind.starts_with(' ');
        (is_separator(c) && is_between).then_some((before, behind, c))
    };
    title.char_indices().filter_map(part).collect()
}

/// The titles of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Titles {
    /// What is told to those who share the page, and to search engines: as a rule without the site's name.
    pub(crate) shared: Vec<String>,
    /// The content of the `title` element: as a rule with the site's name.
    pub(crate) document: Option<String>,
    /// The page's only first-rank heading, where it stands outside of what was walked.
    pub(crate) heading: Option<String>,
    /// The site's name.
    pub(crate) site: Option<String>,
}

/// How much of a title something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// A piece at the end that is shorter than the rest: a section, or the site's name.
    Minor,
    /// The same at the beginning: a short headline as a rule.
    Beginning,
    /// A piece that is as long as the rest, or longer.
    Major,
    Whole,
}

/// A title, or some of its pieces: the letters and digits.
pub(super) struct Form {
    pub(super) key: String,
    pub(super) part: Part,
}

impl Titles {
    /// Every title and every beginning and end of one that a separator sets off, but the site's name.
    pub(super) fn forms(&self) -> Vec<Form> {
        let mut forms = Vec::new();
        let site = self.site.as_deref().map(key).unwrap_or_default();
        for title in self.shared.iter().chain(&self.document) {
            let whole = key(title);
            let mut add = |text, is_beginning| {
                let key = key(text);
                let is_small = key.len() * 2 < whole.len();
                let part = match (key.len() == whole.len(), is_small, is_beginning) {
                    (true, ..) => Part::Whole,
                    (_, false, _) => Part::Major,
                    (_, _, true) => Part::Beginning,
                    _ => Part::Minor,
                };
                if !key.is_empty() && key != site {
                    forms.push(Form { key, part });
                }
            };
            add(title.as_str(), true);
            for (before, behind, _) in parted(title) {
                add(before, true);
                add(behind, false);
            }
        }
        forms
    }

    /// The title that stands for the headline where no heading of the page does: without the site's name and sections.
    pub(super) fn best(&self) -> Option<&str> {
        let mut title = self.without_site(self.shared.first().or(self.document.as_ref())?);
        // Before a dash at the beginning stands what the story is about, before a bar the site.
        for (site, rest, separator) in parted(title) {
            if matches!(separator, '|' | '»' | '｜') && key(site).len() * 2 < key(rest).len() {
                title = rest;
                break;
            }
        }
        // What is left is most of it.
        let most = |part: &&str| key(part).len() * 2 > key(title).len();
        let beginning = parted(title).into_iter().map(|(before, ..)| before).find(most);
        Some(trim(beginning.unwrap_or(title)))
    }

    /// A title without the site's name at its end or its beginning. It is known by name, or because one title of the page
    /// has it and another has not.
    pub(super) fn without_site<'t>(&self, title: &'t str) -> &'t str {
        let site = self.site.as_deref().map(key).unwrap_or_default();
        let others: Vec<String> = self.shared.iter().chain(&self.document).map(|t| key(t)).collect();
        let mut best = title;
        for (before, after, _) in parted(title) {
            for (kept, dropped) in [(before, after), (after, before)] {
                let (dropped, kept_key) = (key(dropped), key(kept));
                let is_site = !dropped.is_empty() && dropped == site || others.contains(&kept_key);
                if is_site && !kept_key.is_empty() && kept.len() < best.len() {
                    best = kept;
                }
            }
        }
        trim(best)
    }
}

/// The letters and digits of a text, in small letters: what two forms of a title have in common.
#[inline(never)]
pub(super) fn key(text: &str) -> String {
    text.chars().filter(|c| is_letter_or_digit(*c)).map(folded).collect()
}
