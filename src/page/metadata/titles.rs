//! The titles that a page gives itself: for those who share it (`og:title`), in its linked data, in its `title` element.

use crate::text::case::folded;
use crate::text::chars::trim;
use crate::text::punctuation::is_letter_or_digit;

/// What parts the headline from the site's name or a section in a title. Hyphens and dashes only between spaces.
const SEPARATORS: [&str; 12] = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", "｜", " ‹ ", "_"];

/// Those of them that are bars.
const BARS: [&str; 4] = [" | ", " » ", " :: ", "｜"];

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
            for separator in SEPARATORS {
                for (at, _) in title.match_indices(separator) {
                    add(&title[..at], true);
                    add(&title[at + separator.len()..], false);
                }
            }
        }
        forms
    }

    /// The title that stands for the headline where no heading of the page does: without the site's name and sections.
    pub(super) fn best(&self) -> Option<&str> {
        let mut title = self.without_site(self.shared.first().or(self.document.as_ref())?);
        // Before a dash at the beginning stands what the story is about, before a bar the site.
        for bar in BARS {
            let parts = title.split_once(bar).filter(|(site, rest)| key(site).len() * 2 < key(rest).len());
            title = parts.map_or(title, |(_, rest)| rest);
        }
        let ends = SEPARATORS.iter().flat_map(|separator| title.match_indices(separator).map(|(at, _)| at));
        // What is left is most of it.
        let end = ends.filter(|at| key(&title[*at..]).len() * 2 < key(title).len()).min();
        Some(end.map_or(title, |end| trim(&title[..end])))
    }

    /// A title without the site's name at its end or its beginning. It is known by name, or because one title of the page
    /// has it and another has not.
    pub(super) fn without_site<'t>(&self, title: &'t str) -> &'t str {
        let site = self.site.as_deref().map(key).unwrap_or_default();
        let others: Vec<String> = self.shared.iter().chain(&self.document).map(|t| key(t)).collect();
        let pieces = SEPARATORS.iter().flat_map(|separator| {
            title.match_indices(separator).map(|(at, _)| (&title[..at], &title[at + separator.len()..]))
        });
        let mut best = title;
        for (before, after) in pieces {
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
pub(super) fn key(text: &str) -> String {
    text.chars().filter(|c| is_letter_or_digit(*c)).map(folded).collect()
}
