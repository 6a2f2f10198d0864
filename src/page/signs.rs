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

/// Kinds of elements that are counted.
pub(crate) const COUNTED: usize = 8;
/// Fields to fill in or choose from.
pub(crate) const FIELDS: usize = 0;
/// Fields for a password.
const PASSWORDS: usize = 1;
/// Preformatted text.
const PREFORMATTED: usize = 2;
/// Pieces of code in a line of text.
const CODE: usize = 3;
/// Points in time.
const TIMES: usize = 4;
/// Telephone numbers and mail addresses to follow.
const CONTACTS: usize = 5;
/// Links to places on the same page.
const PLACES: usize = 6;
/// Links to pages beside this one, as generators of documentation write them.
const RELATIVE: usize = 7;

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
    /// The class of the body, the generator, and the end of the title, where sites have their names.
    pub(crate) classes: &'a str,
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
    pub(crate) fn new(said: &Said<'_>) -> Self {
        let of_words = |text: &str| pieces(text, |c| !c.is_alphanumeric()).fold(0, |lists, word| lists | lists_of(word));
        let mut labels = [0; LABELS];
        said.buttons.split('\n').for_each(|label| count_label(label, &mut labels));
        let (path_lists, is_root, slug_words) = read_address(said.address);
        let types = of_words(said.types);
        Self {
            is_live_by_type: types & LIVE != 0,
            lists: types & (TYPE_LISTS | OPINION | LIVE)
                | path_lists & (PATH_LISTS | OPINION | LIVE)
                | of_words(said.classes) & SAYS_LISTS
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
#[cfg(feature = "html")]
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
        let part = part.trim();
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

/// The signs of a page given as HTML.
#[cfg(feature = "html")]
pub(crate) fn of_html(document: &scraper::Html) -> Signs {
    let mut texts = Texts::default();
    for node in document.tree.root().descendants() {
        if let Some(element) = node.value().as_element() {
            let text = || node.descendants().filter_map(|d| d.value().as_text().map(|t| &**t)).collect::<String>();
            texts.read(element, text);
        }
    }
    let classes = format!("{} {}", texts.classes, end_of_title(&texts.title));
    Signs::new(&Said {
        types: &texts.types,
        address: if texts.canonical.is_empty() { &texts.shared_address } else { &texts.canonical },
        classes: &classes,
        sections: &texts.sections,
        buttons: &texts.buttons,
        is_published: texts.is_published,
        is_authored: texts.is_authored,
        is_in_order: texts.is_in_order,
        counts: texts.counts,
    })
}

#[cfg(feature = "html")]
#[derive(Default)]
struct Texts {
    types: String,
    canonical: String,
    shared_address: String,
    classes: String,
    sections: String,
    buttons: String,
    title: String,
    is_published: bool,
    is_authored: bool,
    is_in_order: bool,
    counts: [u32; COUNTED],
}

#[cfg(feature = "html")]
impl Texts {
    fn read(&mut self, element: &scraper::node::Element, text: impl Fn() -> String) {
        let attr = |name| element.attr(name).unwrap_or_default();
        let is_button = element.name() == "button" || element.name() == "input" && matches!(attr("type"), "submit" | "button");
        let kind = match element.name() {
            _ if is_button => None,
            "input" if attr("type") == "password" => Some(PASSWORDS),
            "input" if attr("type") != "hidden" => Some(FIELDS),
            "select" | "textarea" => Some(FIELDS),
            "pre" => Some(PREFORMATTED),
            "code" => Some(CODE),
            "time" => Some(TIMES),
            "a" if attr("href").starts_with("tel:") || attr("href").starts_with("mailto:") => Some(CONTACTS),
            "a" if attr("href").starts_with('#') => Some(PLACES),
            "a" if is_relative(attr("href")) => Some(RELATIVE),
            _ => None,
        };
        if let Some(kind) = kind {
            self.counts[kind] += 1;
        }
        let add = |to: &mut String, said: &str| to.extend([said, "\n"]);
        if let Some(said) = element.attr("itemtype") {
            add(&mut self.types, said);
        }
        self.is_published |= attr("itemprop") == "datePublished";
        self.is_in_order |= matches!(attr("rel"), "next" | "prev");
        self.is_authored |= attr("rel") == "author" || attr("itemprop") == "author";
        if is_button {
            add(&mut self.buttons, element.attr("value").map_or_else(&text, str::to_owned).trim());
        }
        match element.name() {
            "title" if self.title.is_empty() => self.title = text(),
            "body" => add(&mut self.classes, attr("class")),
            "link" if attr("rel") == "canonical" => self.canonical = attr("href").to_owned(),
            "meta" => match element.attr("property").or_else(|| element.attr("name")).unwrap_or_default() {
                "og:type" => self.types.extend(["og", attr("content"), "\n"]),
                "og:url" => self.shared_address = attr("content").to_owned(),
                "generator" => add(&mut self.classes, attr("content")),
                "article:section" => add(&mut self.sections, attr("content")),
                "article:published_time" => self.is_published = true,
                "author" | "article:author" => self.is_authored = true,
                _ => {}
            },
            "script" if attr("type") == "application/ld+json" => {
                let json = text();
                self.is_published |= json.contains("\"datePublished\"");
                self.is_authored |= json.contains("\"author\"");
                values(&json, "\"@type\"", |said| add(&mut self.types, said));
                values(&json, "\"articleSection\"", |said| add(&mut self.sections, said));
            }
            _ => {}
        }
    }
}

/// Whether an address is that of a page in the same folder, or beside or under it.
#[cfg(feature = "html")]
fn is_relative(address: &str) -> bool {
    address.starts_with(|c: char| c == '.' || c.is_ascii_alphanumeric()) && !address.split(['/', '?', '#']).any(|part| part.ends_with(':')) && !address.starts_with("javascript:")
}

/// Calls `each` with the raw text of every value of a key: a string, or a list of strings with what parts them.
#[cfg(feature = "html")]
fn values(json: &str, key: &str, mut each: impl FnMut(&str)) {
    for rest in json.split(key).skip(1) {
        let Some(value) = rest.trim_start().strip_prefix(':').map(str::trim_start) else { continue };
        let end = match value.as_bytes().first() {
            Some(b'"') => value[1..].find('"').map(|at| at + 1),
            Some(b'[') => value.find(']'),
            _ => None,
        };
        if let Some(end) = end {
            each(value[1..end].trim_matches('"'));
        }
    }
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
        assert_eq!(["https://example.org", "https://example.org/", "/en/", "https://example.org/bridge", ""].map(root), [
            true, true, true, false, false
        ]);
    }

    #[test]
    fn a_section_is_named_by_all_of_a_short_text() {
        for name in ["Opinion", "Kommentar: Die Brücke", "Мнение", "社説", "Opinion | Riga"] {
            assert_eq!(lists_of_name(name) & OPINION, OPINION, "{name}");
        }
        assert_eq!(lists_of_name("Public opinion in Riga") & OPINION, 0);
    }
}
