//! What the block classifier knows of each block: small whole numbers, the same for both walkers.
//!
//! Sizes are on a logarithmic scale of eight steps an octave, shares run from 0 to 200. All of it is integer
//! arithmetic, so that every platform gives the same.

use crate::collections::hash::{Key, key_of};
use crate::collections::map::Table;
use crate::page::block::{Block, BlockKind, Page};
use crate::page::role::Role;
use crate::page::vote::{Verdict, home, stands_in};
use crate::text::case::{is_capital, is_small};
use crate::text::chars::trim_end;
use crate::text::punctuation::{ends_as_sentence, first_char, is_closer, is_end_mark, is_letter, is_opener, last_char};

/// Features of the text of a block.
const OF_TEXT: usize = 8;
/// Features of the place of a block.
const OF_PLACE: usize = 28;
/// Features of a block.
pub(crate) const FEATURES: usize = OF_TEXT + OF_PLACE;
/// Stands for "there is none" where a number counts up from 0.
const NONE: u8 = 255;
/// The blocks of an element, and a place among them, are counted up to here: few stories are longer, and of those that
/// are no part must look like what is known of lists.
const MOST_COUNTED: usize = 64;
/// Distances are counted up to this many blocks.
const FARTHEST: usize = 250;

/// The features of all blocks of a page, in their order.
pub(crate) fn measure(page: &Page, verdict: &Verdict) -> Vec<[u8; FEATURES]> {
    let blocks = &page.blocks;
    let texts: Vec<TextFigures> = blocks.iter().map(TextFigures::new).collect();
    let layout = Layout::new(page, verdict, &texts);
    let row = |at: usize| {
        let mut row = [0; FEATURES];
        row[..OF_TEXT].copy_from_slice(&texts[at].describe(&blocks[at]));
        row[OF_TEXT..].copy_from_slice(&layout.describe(at));
        row
    };
    (0..blocks.len()).map(row).collect()
}

/// What can be known from the text of a block alone.
struct TextFigures {
    /// Characters; those of scripts without spaces count twice.
    size: usize,
    letters: usize,
    capitals: usize,
    end_marks: usize,
    spaces: usize,
    ending: u8,
    start: u8,
}

impl TextFigures {
    fn new(block: &Block) -> Self {
        let text = block.text.as_str();
        let mut figures = Self {
            size: 0,
            letters: 0,
            capitals: 0,
            end_marks: 0,
            spaces: 0,
            ending: match last_char(trim_end(text, is_closer)) {
                Some(':' | '：') => 1,
                Some('…') => 2,
                _ if text.ends_with("...") => 2,
                Some('?' | '？' | '؟') => 3,
                Some(',' | ';') => 4,
                _ if ends_as_sentence(text) => 5,
                _ => 0,
            },
            start: match first_char(text) {
                Some(c) if c.is_ascii_digit() => 1,
                Some('-' | '–' | '—' | '―' | '•' | '·' | '>' | '▪' | '■' | '►' | '▶' | '→') => 2,
                Some(c) if is_opener(c) => 3,
                Some(c) if is_small(c) => 4,
                Some(c) if is_capital(c) => 5,
                Some(c) if is_letter(c) => 6,
                _ => 0,
            },
        };
        for c in text.chars() {
            figures.size += if (c as u32) < 0x2e80 { 1 } else { 2 };
            if c == ' ' {
                figures.spaces += 1;
            } else if is_letter(c) {
                figures.letters += 1;
                figures.capitals += usize::from(is_capital(c));
            } else if is_end_mark(c) {
                figures.end_marks += 1;
            }
        }
        figures
    }

    fn describe(&self, block: &Block) -> [u8; OF_TEXT] {
        let kind = match block.kind {
            BlockKind::Heading(rank) => 8 + rank,
            BlockKind::Paragraph if block.own_element => 1,
            BlockKind::Paragraph => 2,
            BlockKind::Quote => 3,
            BlockKind::Item => 4,
            BlockKind::Caption => 5,
        };
        [
            kind,
            log(self.size),
            share(block.link_bytes, block.text.len()),
            self.ending,
            self.start,
            share(self.capitals, self.letters),
            log(self.end_marks),
            log(self.spaces),
        ]
    }
}

/// What a container holds, with all that stands inside it.
#[derive(Clone, Copy, Default)]
struct Holding {
    size: usize,
    link_bytes: usize,
    bytes: usize,
    voted: usize,
    blocks: usize,
}

/// What can be known from where the blocks stand.
struct Layout<'p> {
    page: &'p Page,
    verdict: &'p Verdict,
    holdings: Vec<Holding>,
    /// For each container, the elements named `article` around it, itself included, and the innermost of them.
    articles: Vec<(u8, usize)>,
    /// For each container, the steps outward to the nearest that says it holds a body.
    says_body: Vec<u8>,
    /// Voted text by the signature of a block's container, and by that and its parent's together.
    signatures: Table<usize>,
    texts: Table<u32>,
    voted: usize,
    voted_before: Vec<usize>,
    first: usize,
    last: usize,
    article_elements: usize,
    /// For each block, the distances back to the nearest heading of any rank, and of the first rank.
    headings: Vec<(u8, u8, u8)>,
    /// For each block, the distance to the nearest kept block before and after.
    kept: Vec<(u8, u8)>,
    place: Vec<(usize, usize)>,
}

impl<'p> Layout<'p> {
    fn new(page: &'p Page, verdict: &'p Verdict, texts: &[TextFigures]) -> Self {
        let (blocks, containers) = (&page.blocks, &page.containers);
        let mut layout = Self {
            page,
            verdict,
            holdings: vec![Holding::default(); containers.len()],
            articles: Vec::with_capacity(containers.len()),
            says_body: Vec::with_capacity(containers.len()),
            signatures: Table::with_capacity(64),
            texts: Table::with_capacity(blocks.len()),
            voted: 0,
            voted_before: Vec::with_capacity(blocks.len()),
            first: verdict.keeps.iter().position(|kept| *kept).unwrap_or(0),
            last: verdict.keeps.iter().rposition(|kept| *kept).unwrap_or(0),
            article_elements: containers.iter().filter(|c| c.is_article).count(),
            headings: Vec::with_capacity(blocks.len()),
            kept: vec![(NONE, NONE); blocks.len()],
            place: Vec::with_capacity(blocks.len()),
        };
        let mut in_home = vec![0_usize; containers.len()];
        let (mut heading, mut title) = (None, None);
        for (at, block) in blocks.iter().enumerate() {
            let size = texts[at].size;
            let voted = if verdict.votes[at] { size } else { 0 };
            layout.voted_before.push(layout.voted);
            layout.voted += voted;
            let own = &mut layout.holdings[block.container];
            own.size += size;
            own.bytes += block.text.len();
            own.link_bytes += block.link_bytes;
            own.voted += voted;
            own.blocks += 1;
            for key in layout.keys(block) {
                *layout.signatures.entry(key) += voted;
            }
            *layout.texts.entry(key_of(&block.text)) += 1;
            let home = home(page, block);
            in_home[home] += 1;
            layout.place.push((home, in_home[home]));
            let rank_of = |at: Option<usize>| match at.map(|at| blocks[at].kind) {
                Some(BlockKind::Heading(rank)) => rank,
                _ => 0,
            };
            layout.headings.push((rank_of(heading), distance(heading, at), distance(title, at)));
            if let BlockKind::Heading(rank) = block.kind {
                heading = Some(at);
                if rank == 1 {
                    title = Some(at);
                }
            }
        }
        let mut nearest = None;
        for at in 0..blocks.len() {
            layout.kept[at].0 = distance(nearest, at);
            nearest = if verdict.keeps[at] { Some(at) } else { nearest };
        }
        nearest = None;
        for at in (0..blocks.len()).rev() {
            layout.kept[at].1 = nearest.map_or(NONE, |near: usize| (near - at).min(FARTHEST) as u8);
            nearest = if verdict.keeps[at] { Some(at) } else { nearest };
        }
        // Parents come before their children: backwards for sums, forwards for what is handed down.
        for at in (1..containers.len()).rev() {
            let (inner, outer) = (layout.holdings[at], &mut layout.holdings[containers[at].parent]);
            outer.size += inner.size;
            outer.bytes += inner.bytes;
            outer.link_bytes += inner.link_bytes;
            outer.voted += inner.voted;
            outer.blocks += inner.blocks;
        }
        for (at, container) in containers.iter().enumerate() {
            let (outer, steps) = if container.parent == at {
                ((0, at), NONE)
            } else {
                (layout.articles[container.parent], layout.says_body[container.parent])
            };
            layout.articles.push(if container.is_article { (outer.0.saturating_add(1), at) } else { outer });
            layout.says_body.push(if container.says_body { 0 } else { steps.saturating_add(1) });
        }
        layout
    }

    fn keys(&self, block: &Block) -> [Key; 2] {
        let own = &self.page.containers[block.container];
        let outer = &self.page.containers[own.parent];
        [own.signature, own.signature.wrapping_mul(3).wrapping_add(outer.signature) | 1]
    }

    fn describe(&self, at: usize) -> [u8; OF_PLACE] {
        let (page, verdict) = (self.page, self.verdict);
        let block = &page.blocks[at];
        let containers = &page.containers;
        let own = &containers[block.container];
        let inside = verdict.inside[block.container];
        let ancestors = verdict.ancestors[block.container];
        let role =
            if stands_in(page, block, Role::Byline) { 2 } else { u8::from(stands_in(page, block, Role::Standfirst)) };
        // 100 in the midst of what the vote keeps, less before it and more after it.
        let beside = if at < self.first {
            100 - (self.first - at).min(100)
        } else {
            100 + at.saturating_sub(self.last).min(150)
        };
        let (home, place) = self.place[at];
        let outer = containers[home].parent;
        let third = containers[outer].parent;
        let voted = |container: usize| share(self.holdings[container].voted, self.voted);
        let linked = |container: usize| share(self.holdings[container].link_bytes, self.holdings[container].bytes);
        let below_winner = own.depth.saturating_sub(containers[verdict.winner].depth).min(FARTHEST as u32) as u8;
        let held = self.holdings[home];
        let signatures = self.keys(block).map(|key| share(self.signatures.get(key), self.voted));
        let (nesting, article) = self.articles[block.container];
        let (rank, to_heading, to_title) = self.headings[at];
        [
            u8::from(verdict.keeps[at]) * 2 + u8::from(inside),
            u8::from(ancestors.class) + 2 * u8::from(ancestors.tag),
            role,
            share(self.voted_before[at], self.voted),
            beside as u8,
            own.depth.min(FARTHEST as u32) as u8,
            voted(home),
            voted(outer),
            voted(third),
            voted(containers[third].parent),
            if inside { below_winner } else { NONE },
            linked(home),
            log(held.blocks.min(MOST_COUNTED)),
            log(held.size / held.blocks.max(1)),
            log(place.min(MOST_COUNTED)),
            linked(outer),
            signatures[0],
            signatures[1],
            self.says_body[block.container],
            nesting,
            if nesting == 0 { NONE } else { voted(article) },
            log(self.article_elements),
            self.texts.get(key_of(&block.text)).min(FARTHEST as u32) as u8,
            rank,
            to_heading,
            to_title,
            self.kept[at].0,
            self.kept[at].1,
        ]
    }
}

/// How many blocks after `from` a block is.
fn distance(from: Option<usize>, at: usize) -> u8 {
    from.map_or(NONE, |from| (at - from).min(FARTHEST) as u8)
}

/// A logarithm to the base 2, in eighths, of `count` + 1: 0 for 0, 8 for 1, 16 for 3.
pub(crate) fn log(count: usize) -> u8 {
    let count = count.min(1 << 24) as u32 + 1;
    let octave = count.ilog2();
    let eighths = ((u64::from(count) << 3) >> octave) & 7;
    (octave * 8 + eighths as u32) as u8
}

/// A share of a whole in steps of half a per cent; 0 when there is no whole.
pub(crate) fn share(part: usize, whole: usize) -> u8 {
    (part.min(whole) * 200).checked_div(whole).unwrap_or(0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_monotonous_and_stay_in_a_byte() {
        assert_eq!([log(0), log(1), log(3), log(7)], [0, 8, 16, 24]);
        assert!((0..5_000).all(|n| log(n) <= log(n + 1)));
        assert_eq!(log(usize::MAX), 192);
        assert_eq!([share(0, 0), share(1, 2), share(9, 3)], [0, 100, 200]);
    }
}
