//! What the block classifier knows of each block: small whole numbers, the same for both walkers.
//!
//! Sizes are on a logarithmic scale of eight steps an octave, shares run from 0 to 200. All of it is integer
//! arithmetic, so that every platform gives the same.

use crate::collections::hash::{Key, key_of};
use crate::collections::map::Table;
use crate::page::block::{Block, BlockKind, Page, home};
use crate::page::containers::stands_in;
use crate::page::role::Role;
use crate::page::text_figures::{OF_TEXT, TextFigures, log, share};
use crate::page::vote::Verdict;

/// Features of the place of a block.
const OF_PLACE: usize = 41;
/// Features of a block.
pub(crate) const FEATURES: usize = OF_TEXT + OF_PLACE;
/// Stands for "there is none" where a number counts up from 0.
const NONE: u8 = 255;
/// The blocks of an element, and a place among them, are counted up to here: few stories are longer, and of those that
/// are no part must look like what is known of lists.
const MOST_COUNTED: usize = 64;
/// So are pictures and fields, which are many only on pages of them.
const MOST_THINGS: u32 = 9;
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
    /// For each block, its size and its link share.
    sizes: Vec<(u8, u8)>,
    /// For each block, the distance to the last line before it that is known as boilerplate, whether the nearest heading is
    /// one, and the link share of that heading.
    labels: Vec<(u8, u8, u8)>,
    /// For each container, how many like it stand beside it, and the most that any around it has.
    repeats: Vec<(u8, u8)>,
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
            sizes: texts.iter().zip(blocks).map(|(t, b)| (log(t.size), share(b.link_bytes, b.text.len()))).collect(),
            labels: Vec::with_capacity(blocks.len()),
            repeats: Vec::with_capacity(containers.len()),
        };
        layout.read_labels();
        layout.count_alike();
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
        page.add_outward(&mut layout.holdings, |outer, inner| {
            outer.size += inner.size;
            outer.bytes += inner.bytes;
            outer.link_bytes += inner.link_bytes;
            outer.voted += inner.voted;
            outer.blocks += inner.blocks;
        });
        // Parents come before their children.
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

    fn read_labels(&mut self) {
        let (mut label, mut heading) = (None, (0, 0));
        for (at, block) in self.page.blocks.iter().enumerate() {
            self.labels.push((distance(label, at), heading.0, heading.1));
            let is_label = self.verdict.lines[at];
            label = if is_label { Some(at) } else { label };
            if matches!(block.kind, BlockKind::Heading(_)) {
                heading = (u8::from(is_label), self.sizes[at].1);
            }
        }
    }

    fn count_alike(&mut self) {
        for (container, alike) in self.page.containers.iter().zip(self.page.alike()) {
            let (own, around) = self.repeats.get(container.parent).copied().unwrap_or_default();
            self.repeats.push((alike.min(FARTHEST as u32) as u8, own.max(around)));
        }
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
        let role = match () {
            () if own.is_code => 3,
            () if stands_in(page, block, Role::Byline) => 2,
            () => u8::from(stands_in(page, block, Role::Standfirst)),
        };
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
        let controls = |at: usize| (containers[at].buttons + containers[at].fields).min(MOST_THINGS) as u8;
        let signatures = self.keys(block).map(|key| share(self.signatures.get(key), self.voted));
        let (nesting, article) = self.articles[block.container];
        let (rank, to_heading, to_title) = self.headings[at];
        let beside_it = |at: Option<usize>| at.and_then(|at| self.sizes.get(at)).copied().unwrap_or_default();
        let (before, after) = (beside_it(at.checked_sub(1)), beside_it(Some(at + 1)));
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
            before.0,
            after.0,
            before.1,
            after.1,
            self.labels[at].0,
            self.labels[at].1,
            self.labels[at].2,
            self.repeats[home].0,
            self.repeats[home].1,
            containers[home].pictures.min(MOST_THINGS) as u8,
            u8::from(block.follows_picture),
            controls(home),
            controls(outer),
        ]
    }
}

/// How many blocks after `from` a block is.
fn distance(from: Option<usize>, at: usize) -> u8 {
    from.map_or(NONE, |from| (at - from).min(FARTHEST) as u8)
}
