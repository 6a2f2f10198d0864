//! What a page says of its kind outside its text, and what it has that is no text: types of schema.org and Open Graph,
//! the words of its address, fields of forms. Evidence, not truth: many sites call every page an article.
//!
//! Both walkers give the same: `signs.js` for the live page, [`of_html`] for HTML text.

use crate::collections::packed::{PAGE_BITS, Words};
use crate::text::case::word_hash;
use std::sync::OnceLock;

/// The words of `page_words.txt`, packed by `build.rs` in the order of `PAGE_SECTIONS` there.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/page_words.gcs"));

/// Lists of words, by their numbers in `PAGE_SECTIONS` of `build.rs`: eight of types, six of addresses, four of what the
/// page calls itself.
const TYPE_LISTS: u32 = 0xff;
const PATH_LISTS: u32 = 0x3f << 8;
pub(crate) const SAYS_LISTS: u32 = 0xf << 14;
/// Those of them that name other kinds than articles.
pub(crate) const OTHER_TYPES: u32 = TYPE_LISTS & !1 & !(0b11 << 6);
pub(crate) const OTHER_PATHS: u32 = PATH_LISTS & !(1 << 8);
/// How many lists there are of these three sorts.
pub(crate) const KIND_LISTS: usize = 18;
/// Lists of short texts that stand on pages of a kind: on buttons, beside posts, over parts of a page.
pub(crate) const LABELS: usize = 4;
/// The list of words that name opinion, wherever they stand.
pub(crate) const OPINION: u32 = 1 << 22;
/// The list of words that name live blogs.
pub(crate) const LIVE: u32 = 1 << 23;

/// The lists of types of articles.
const ARTICLE_TYPES: u32 = 1 | 1 << 6;

/// Kinds of elements that are counted.
pub(crate) const COUNTED: usize = 8;
/// Fields to fill in or choose from.
pub(crate) const FIELDS: usize = 0;
/// Fields for a password.
pub(crate) const PASSWORDS: usize = 1;
/// Points in time.
pub(crate) const TIMES: usize = 4;
/// Telephone numbers and mail addresses to follow.
pub(crate) const CONTACTS: usize = 5;

/// What was found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Signs {
    /// The lists that a word of the page is on, a bit a list.
    pub(crate) lists: u32,
    /// Whether one of its types is that of live blogs.
    pub(crate) is_live_by_type: bool,
    /// Whether the page tells when it was published.
    pub(crate) is_published: bool,
    /// Whether the page names an author.
    pub(crate) is_authored: bool,
    /// Whether its address is that of a whole site.
    pub(crate) is_root: bool,
    /// Whether it names a page before or after it.
    pub(crate) is_in_order: bool,
    /// Words in the last part of its address: of an article, as a rule those of its headline.
    pub(crate) slug_words: usize,
    /// How many elements there are of each kind.
    pub(crate) counts: [u32; COUNTED],
    /// How many buttons have a label of each of the lists.
    pub(crate) labels: [u32; LABELS],
}

/// What a walker reads for it. Absent texts are empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said<'a> {
    /// Types of schema.org, and of Open Graph with "og" before them, parted by anything but letters.
    pub(crate) types: &'a str,
    /// The page's canonical address.
    pub(crate) address: &'a str,
    /// The title, at whose end sites have their names.
    pub(crate) title: &'a str,
    /// The class of the body, and the generator.
    pub(crate) names: &'a str,
    /// Sections of the publication, a line each.
    pub(crate) sections: &'a str,
    /// What stands on buttons, a line each.
    pub(crate) buttons: &'a str,
    pub(crate) is_published: bool,
    pub(crate) is_authored: bool,
    pub(crate) is_in_order: bool,
    pub(crate) counts: [u32; COUNTED],
}

impl Signs {
    /// Whether the page says that it is an article, when it was published, or who wrote it.
    pub(crate) const fn says_article(&self) -> bool {
        self.is_published || self.is_authored || self.lists & ARTICLE_TYPES != 0
    }

    pub(crate) fn new(said: &Said<'_>) -> Self {
        let of_words =
            |text: &str| pieces(text, |c| !c.is_alphanumeric()).fold(0, |lists, word| lists | lists_of(word));
        let mut labels = [0; LABELS];
        said.buttons.split('\n').for_each(|label| count_label(label, &mut labels));
        let (path_lists, is_root, slug_words) = read_address(said.address);
        let types = of_words(said.types);
        Self {
            is_live_by_type: types & LIVE != 0,
            lists: types & (TYPE_LISTS | OPINION | LIVE)
                | path_lists & (PATH_LISTS | OPINION | LIVE)
                | (of_words(said.names) | of_words(end_of_title(said.title))) & SAYS_LISTS
                | said.sections.split('\n').fold(0, |lists, section| lists | lists_of_name(section)) & (OPINION | LIVE),
            is_published: said.is_published,
            is_authored: said.is_authored,
            is_root,
            is_in_order: said.is_in_order,
            slug_words,
            counts: said.counts,
            labels,
        }
    }
}

/// Counts a label for the lists that it is on.
pub(crate) fn count_label(label: &str, counts: &mut [u32; LABELS]) {
    let label = label.trim();
    if label.len() <= LONGEST_NAME {
        let lists = lists_of(label) >> KIND_LISTS;
        counts.iter_mut().enumerate().for_each(|(list, count)| *count += lists >> list & 1);
    }
}

/// The end of a title, behind the last mark that parts it.
fn end_of_title(title: &str) -> &str {
    title.rsplit(['|', '–', '—', '·', '-', ':', '»']).next().unwrap_or_default()
}

fn pieces(text: &str, is_border: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(is_border).filter(|piece| !piece.is_empty())
}

/// The lists that a word is on.
fn lists_of(word: &str) -> u32 {
    static KNOWN: OnceLock<Words> = OnceLock::new();
    KNOWN.get_or_init(|| Words::of(PACKED, PAGE_BITS)).get(word_hash(word))
}

/// The lists that the name of a section is on: the whole of it, or what stands before a colon or a bar.
pub(crate) fn lists_of_name(name: &str) -> u32 {
    pieces(name, |c| matches!(c, ':' | '：' | '|' | ',' | '/' | '&' | '»' | '>')).take(2).fold(0, |lists, part| {
        let part = part.trim_matches(|c: char| c == '"' || c.is_whitespace());
        // Longer ones are sentences.
        if part.len() > LONGEST_NAME { lists } else { lists | lists_of(part) | lists_of(&part.replace(' ', "-")) }
    })
}

/// The longest name of a section, in bytes.
pub(crate) const LONGEST_NAME: usize = 40;
/// Parts of an address of more words than this are made of headlines, and say nothing of the kind.
const WORDS_OF_SECTION: usize = 2;

/// The lists that the parts of an address are on, whether it is that of a whole site, and the words of its last part.
fn read_address(address: &str) -> (u32, bool, usize) {
    let (host, path) = match address.split_once("://") {
        Some((_, rest)) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", address),
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    // "docs.example.org"
    let mut lists = host.split_once('.').map_or(0, |(first, _)| lists_of(first));
    let (mut parts, mut words) = (0, 0);
    for part in pieces(path, |c| c == '/') {
        parts += 1;
        words = pieces(part, |c| matches!(c, '-' | '_' | '.' | '+')).count();
        if words <= WORDS_OF_SECTION {
            lists |= lists_of(part);
            lists |= pieces(part, |c| matches!(c, '-' | '_' | '.')).fold(0, |lists, word| lists | lists_of(word));
        }
    }
    // "/en/" and "/index.html" are whole sites too.
    let is_root = !address.is_empty() && (parts == 0 || parts == 1 && (path.len() <= 4 || path.starts_with("/index.")));
    (lists, is_root, words)
}

/// The signs of the live page that an element stands on.
#[cfg(target_arch = "wasm32")]
pub(crate) fn of_live(root: &web_sys::Element) -> Signs {
    let stream = signs_of(root);
    let mut parts = stream.split('\u{1}');
    let mut part = || parts.next().unwrap_or_default();
    let [types, address, title, names, sections, buttons] = [(); 6].map(|()| part());
    let mut there = part().bytes().map(|digit| digit == b'1');
    let mut is_there = || there.next().unwrap_or_default();
    let [is_published, is_authored, is_in_order] = [(); 3].map(|()| is_there());
    let mut counts = [0; COUNTED];
    for (count, number) in counts.iter_mut().zip(part().split(',')) {
        *count = number.parse().unwrap_or_default();
    }
    Signs::new(&Said {
        types,
        address,
        title,
        names,
        sections,
        buttons,
        is_published,
        is_authored,
        is_in_order,
        counts,
    })
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(module = "/src/page/signs.js")]
extern "C" {
    #[wasm_bindgen(js_name = signs)]
    fn signs_of(root: &web_sys::Element) -> String;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(address: &str) -> u32 {
        Signs::new(&Said { address, ..Said::default() }).lists
    }

    #[test]
    fn the_parts_of_an_address_are_read_and_headlines_in_it_are_not() {
        assert_eq!(path("https://example.org/product/blue-chair"), 1 << 10);
        assert_eq!(path("https://example.org/the-best-product-for-a-forum-of-chairs"), 0);
        assert_ne!(path("https://example.org/forum/viewtopic.php?f=3&t=20") & 1 << 11, 0);
        assert_ne!(path("https://example.org/2026/05/opinion/the-bridge-must-stay-open") & OPINION, 0);
        let root = |address| Signs::new(&Said { address, ..Said::default() }).is_root;
        assert_eq!(
            ["https://example.org", "https://example.org/", "/en/", "https://example.org/bridge", ""].map(root),
            [true, true, true, false, false]
        );
    }

    #[test]
    fn a_section_is_named_by_all_of_a_short_text() {
        for name in ["Opinion", "Kommentar: Die Brücke", "Мнение", "社説", "Opinion | Riga"] {
            assert_eq!(lists_of_name(name) & OPINION, OPINION, "{name}");
        }
        assert_eq!(lists_of_name("Public opinion in Riga") & OPINION, 0);
    }
}
