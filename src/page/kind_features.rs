//! What is measured of a page to tell its kind: shares and counts of what is on it, in one pass over its blocks.
//!
//! Counts are logarithms in eighths of an octave, shares run from 0 to 200, whether something is there is 0 or 100.
//! Integers throughout, so that every platform gives the same.

use crate::collections::hash::{Key, key_of_pair};
use crate::collections::map::Table;
use crate::page::block::{Block, BlockKind, Page, home};
use crate::page::role::Role;
use crate::page::signs::{self, KIND_LISTS, Signs};
use crate::page::text_figures::{log, share};
use crate::text::punctuation::ends_as_sentence;
use std::ops::Range;

/// Features of blocks.
const OF_BLOCKS: usize = 27 + signs::LABELS;
/// Features of the signs, lists of words apart.
const OF_SIGNS: usize = signs::COUNTED + signs::LABELS + 10;
/// All features.
pub(crate) const FEATURES: usize = OF_BLOCKS + OF_SIGNS + KIND_LISTS;

/// Whether a year stands near the headline.
pub(crate) const YEAR_NEAR: usize = 20;
/// How many dated items the largest group has.
pub(crate) const DATED: usize = 22;
/// Whether the page says that it is opinion, and that it is live.
pub(crate) const SAID_OPINION: usize = OF_BLOCKS + signs::COUNTED + signs::LABELS + 5;
pub(crate) const SAID_LIVE: usize = SAID_OPINION + 1;

/// A paragraph of so many bytes that ends as a sentence is prose.
const PROSE_BYTES: usize = 60;
/// More link text than this share, of 200, makes a block a link.
const LINKED: u8 = 160;
/// A block of at most so many bytes may be a price.
const PRICE_BYTES: usize = 60;
/// A price or a date belongs to the headline when it stands within so many blocks of it.
const NEAR: usize = 14;
/// Pages of all kinds have so many fields: to search, to subscribe, to sign in.
const FEW_FIELDS: u32 = 3;
/// So many blocks before the headline may name the section that it stands in.
const KICKER_BLOCKS: usize = 3;
/// What is there.
const THERE: u8 = 100;

/// The features of a page of which the blocks `body` were taken for its article.
pub(crate) fn measure(page: &Page, body: &[usize], signs: &Signs) -> [u8; FEATURES] {
    let mut row = [0; FEATURES];
    row[..OF_BLOCKS].copy_from_slice(&of_blocks(page, body));
    let there = |is: bool| if is { THERE } else { 0 };
    let mut counts = signs.counts;
    counts[signs::FIELDS] = counts[signs::FIELDS].saturating_sub(FEW_FIELDS);
    for (place, count) in row[OF_BLOCKS..].iter_mut().zip(counts.into_iter().chain(signs.labels)) {
        *place = log(count as usize);
    }
    let rest = &mut row[OF_BLOCKS + signs::COUNTED + signs::LABELS..];
    let name = signs.lists | lists_near_headline(page, body);
    let of_kinds = |lists: u32| ((signs.lists & lists).count_ones() * u32::from(THERE)) as u8;
    rest[..10].copy_from_slice(&[
        there(signs.is_published),
        there(signs.is_authored),
        there(signs.is_root),
        log(signs.slug_words),
        there(signs.is_in_order),
        there(name & signs::OPINION != 0),
        there(name & signs::LIVE != 0),
        of_kinds(signs::OTHER_TYPES),
        of_kinds(signs::OTHER_PATHS),
        of_kinds(signs::SAYS_LISTS),
    ]);
    for (list, place) in rest[10..].iter_mut().enumerate() {
        *place = there(signs.lists >> list & 1 == 1);
    }
    row
}

/// Sums over the blocks of a page, or of its body.
#[derive(Default)]
struct Sums {
    bytes: usize,
    links: usize,
    prose: usize,
    paragraphs: usize,
    headings: usize,
    linked_headings: usize,
    questions: usize,
    labels: usize,
    items: usize,
}

impl Sums {
    fn add(&mut self, block: &Block) {
        let bytes = block.text.len();
        self.bytes += bytes;
        self.links += block.link_bytes;
        let linked = is_linked(block);
        if matches!(block.kind, BlockKind::Heading(_)) {
            self.headings += 1;
            self.linked_headings += usize::from(linked);
            self.questions += usize::from(block.text.ends_with(['?', '？', '؟']));
        } else if is_prose(block) {
            self.prose += bytes;
            self.paragraphs += 1;
        } else if !linked {
            self.labels += bytes;
        }
        if block.kind == BlockKind::Item {
            self.items += bytes;
        }
    }
}

fn is_linked(block: &Block) -> bool {
    share(block.link_bytes, block.text.len()) >= LINKED
}

fn is_prose(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Heading(_) | BlockKind::Caption)
        && block.text.len() >= PROSE_BYTES
        && block.link_bytes * 3 <= block.text.len()
        && ends_as_sentence(&block.text)
}

fn of_blocks(page: &Page, body: &[usize]) -> [u8; OF_BLOCKS] {
    let (mut all, mut own) = (Sums::default(), Sums::default());
    page.blocks.iter().for_each(|block| all.add(block));
    body.iter().for_each(|at| own.add(&page.blocks[*at]));
    let title = page.blocks.iter().position(|b| b.kind == BlockKind::Heading(1));
    let near = title.map_or(0..0, |at| at.saturating_sub(NEAR)..(at + NEAR).min(page.blocks.len()));
    let is_near = |of: &dyn Fn(&Block) -> bool| if page.blocks[near.clone()].iter().any(of) { THERE } else { 0 };
    let prices = page.blocks.iter().filter(|b| is_price(b)).count();
    let groups = Groups::new(page, body);
    let midst = midst(title, body);
    let mut labels = [0; signs::LABELS];
    page.blocks[midst.clone()].iter().for_each(|block| signs::count_label(&block.text, &mut labels));
    let [listing, product, forum, service] = labels.map(|count| log(count as usize));
    let in_midst: usize = page.blocks[midst].iter().map(|block| block.text.len()).sum();
    let homes = homes(page, body);
    [
        log(own.prose / PROSE_BYTES),
        log(own.paragraphs),
        log(own.prose / own.paragraphs.max(1)),
        share(all.prose, all.bytes),
        share(own.prose, all.prose),
        share(all.links, all.bytes),
        share(own.links, own.bytes),
        share(all.linked_headings, all.headings),
        log(all.linked_headings),
        share(all.headings, all.headings + all.paragraphs),
        log(groups.cards),
        share(groups.card_bytes, all.bytes),
        log(groups.posts),
        share(groups.post_bytes, own.bytes),
        log(prices),
        is_near(&is_price),
        share(all.labels, all.bytes),
        share(own.items, own.bytes),
        share(all.questions, all.headings),
        log(page.containers.iter().filter(|c| c.is_article).count()),
        is_near(&has_year),
        title.map_or(0, |at| if is_linked(&page.blocks[at]) { THERE / 2 } else { THERE }),
        log(groups.dated),
        share(groups.dated_bytes, own.bytes),
        share(own.bytes, in_midst),
        log(homes.len()),
        share(homes.iter().map(|(_, bytes)| *bytes).max().unwrap_or_default(), own.prose),
        listing,
        product,
        forum,
        service,
    ]
}

/// The lists of words that the headline begins with, or that stand alone near before it: "Opinion", "Live".
pub(crate) fn lists_near_headline(page: &Page, body: &[usize]) -> u32 {
    let Some(title) = headline(page, body) else { return 0 };
    let near = title.saturating_sub(KICKER_BLOCKS)..title;
    // What stands in a menu says where else one may go.
    let is_alone = |block: &&Block| {
        block.text.len() <= signs::LONGEST_NAME
            && block.kind == BlockKind::Paragraph
            && page.containers[block.container].role != Role::BoilerplateTag
            && !holds_item(page, block)
    };
    let alone = page.blocks[near].iter().filter(is_alone);
    let lists = alone.fold(0, |lists, block| lists | signs::lists_of_name(&block.text));
    let (begins, _) = page.blocks[title].text.split_once([':', '：', '|', '–', '—']).unwrap_or_default();
    (lists | signs::lists_of_name(begins)) & (signs::OPINION | signs::LIVE)
}

/// The heading that is the headline by its place: the last of the first rank before the body, for the first may be the
/// site's name; without one the last of any rank.
fn headline(page: &Page, body: &[usize]) -> Option<usize> {
    let first = body.first().copied().unwrap_or(page.blocks.len());
    let kind = |at: &usize| page.blocks[*at].kind;
    let before = (0..first).rev().find(|at| kind(at) == BlockKind::Heading(1));
    let behind = || (first..page.blocks.len()).find(|at| kind(at) == BlockKind::Heading(1));
    before.or_else(behind).or_else(|| (0..first).rev().find(|at| matches!(kind(at), BlockKind::Heading(_))))
}

/// Whether a block stands beside links of the same make: in a menu or a list of places.
fn holds_item(page: &Page, block: &Block) -> bool {
    let own = &page.containers[block.container];
    let is_like = |other: &&Block| {
        let around = &page.containers[other.container];
        other.container != block.container
            && is_linked(other)
            && around.parent == own.parent
            && around.signature == own.signature
    };
    page.blocks.iter().filter(is_like).count() > 1
}

/// The blocks from the headline, or the body's first, to the body's last.
fn midst(title: Option<usize>, body: &[usize]) -> Range<usize> {
    match (body.first(), body.last()) {
        (Some(first), Some(last)) => title.map_or(*first, |title| title.min(*first))..last + 1,
        _ => 0..0,
    }
}

/// The elements around the body's prose, each with the bytes of it.
fn homes(page: &Page, body: &[usize]) -> Vec<(usize, usize)> {
    let mut homes: Vec<(usize, usize)> = Vec::new();
    for block in body.iter().map(|at| &page.blocks[*at]).filter(|b| is_prose(b)) {
        let home = home(page, block);
        // The prose of one stands together, as a rule.
        match homes.iter_mut().rev().find(|(known, _)| *known == home) {
            Some((_, bytes)) => *bytes += block.text.len(),
            None => homes.push((home, block.text.len())),
        }
    }
    homes
}

/// Whether a block is short and has a sum of money.
fn is_price(block: &Block) -> bool {
    let text = block.text.as_str();
    if text.len() > PRICE_BYTES || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let is_sign = |c| matches!(c, '$' | '\u{a3}' | '\u{a5}' | '\u{e3f}' | '\u{20a0}'..='\u{20c0}' | '円' | '元' | '원');
    let is_code = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        ["kr", "zł", "Kč", "EUR", "USD", "GBP", "CHF", "TL", "руб", "грн", "Rp", "lei", "Ft", "ریال", "تومان"]
            .contains(&word)
    };
    text.contains(is_sign) || text.split(' ').any(is_code)
}

/// Whether a block is short and has a year of this century or the last decades of the one before.
fn has_year(block: &Block) -> bool {
    let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("20") || digits.starts_with("199"));
    block.text.len() <= 2 * PRICE_BYTES && block.text.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

/// Whether a block is short and has a digit, as a date has.
fn is_date(block: &Block) -> bool {
    block.text.len() <= PRICE_BYTES && block.text.bytes().any(|b| b.is_ascii_digit()) && !is_price(block)
}

/// Elements of one make side by side, of which pages of several things are made.
#[derive(Default)]
struct Groups {
    /// Items of the largest group whose items have a link and a second block each.
    cards: usize,
    card_bytes: usize,
    /// Items of the largest group whose items have prose and a second block each, weighed by the body's text.
    posts: usize,
    post_bytes: usize,
    /// The same of items with a short text that has a digit, such as a date or a number of posts.
    dated: usize,
    dated_bytes: usize,
}

/// What an element holds, with all that stands inside it.
#[derive(Clone, Copy, Default)]
struct Holding {
    blocks: u32,
    links: u32,
    prose: u32,
    dates: u32,
    bytes: u32,
    body_bytes: u32,
}

impl Groups {
    fn new(page: &Page, body: &[usize]) -> Self {
        let containers = &page.containers;
        let mut holdings = vec![Holding::default(); containers.len()];
        for block in &page.blocks {
            let held = &mut holdings[block.container];
            held.blocks += 1;
            held.links += u32::from(block.link_bytes > 0);
            held.prose += u32::from(is_prose(block));
            held.dates += u32::from(is_date(block));
            held.bytes += block.text.len() as u32;
        }
        for at in body {
            holdings[page.blocks[*at].container].body_bytes += page.blocks[*at].text.len() as u32;
        }
        page.add_outward(&mut holdings, |outer, inner| {
            outer.blocks += inner.blocks;
            outer.links += inner.links;
            outer.prose += inner.prose;
            outer.dates += inner.dates;
            outer.bytes += inner.bytes;
            outer.body_bytes += inner.body_bytes;
        });
        let mut groups = Self::default();
        let [mut cards, mut posts, mut dated] = [(); 3].map(|()| Largest::default());
        for (at, held) in holdings.into_iter().enumerate().skip(1) {
            if held.blocks < 2 {
                continue;
            }
            let key = key_of_pair(containers[at].signature, containers[at].parent as u32);
            if held.links > 0 {
                cards.add(key, held.bytes);
            }
            if held.prose > 0 && held.body_bytes > 0 {
                posts.add(key, held.body_bytes);
                if held.dates > 0 {
                    dated.add(key, held.body_bytes);
                }
            }
        }
        (groups.cards, groups.card_bytes) = cards.largest;
        (groups.posts, groups.post_bytes) = posts.largest;
        (groups.dated, groups.dated_bytes) = dated.largest;
        groups
    }
}

/// Finds the largest of groups that are told one by one.
struct Largest {
    groups: Table<(u32, u32)>,
    largest: (usize, usize),
}

impl Default for Largest {
    fn default() -> Self {
        Self { groups: Table::with_capacity(64), largest: (0, 0) }
    }
}

impl Largest {
    fn add(&mut self, group: Key, bytes: u32) {
        let (count, sum) = self.groups.entry(group);
        (*count, *sum) = (*count + 1, *sum + bytes);
        self.largest = self.largest.max((*count as usize, *sum as usize));
    }
}

#[cfg(all(test, feature = "html", feature = "eval"))]
mod tests {
    use super::*;
    use crate::page::kind_names::NAMES;

    #[test]
    fn features_that_are_known_by_their_number_have_it() {
        assert_eq!(NAMES[YEAR_NEAR], "year near the headline");
        assert_eq!(NAMES[DATED], "dated items of the largest group with prose");
        assert_eq!([SAID_OPINION, SAID_LIVE].map(|at| NAMES[at]), ["said to be opinion", "said to be live"]);
    }
}
