//! The container vote, in the manner of the readability family: every readable paragraph speaks for the element
//! around it, and with half a voice for the one around that; the winner and its like beside it are the region.
//!
//! What is boilerplate by tag, role, class, link density or wording has no vote. The verdict is one of the features
//! of the block classifier ([`crate::page::features`]).

use crate::boilerplate::is_boilerplate_line;
use crate::collections::map::Table;
use crate::page::block::{Block, BlockKind, Container, Page, VOTING_BYTES, home};
use crate::page::boxes;
use crate::page::containers::stands_in;
use crate::page::role::Role;
use crate::text::chars::{find, trim};
use crate::text::punctuation::ends_as_sentence;

/// A paragraph's vote grows with its length up to this many bytes; one long block must not decide alone.
const LARGEST_VOTE: usize = 500;
/// The share of a vote that the element one level further out gets.
const OUTER_SHARE: f64 = 0.5;
/// How much an element that is an article by tag or role is preferred.
const ARTICLE_BONUS: f64 = 1.25;
/// A sibling of the winner is part of the body from this share of its votes on.
const SIBLING_SHARE: f64 = 0.2;
/// More link text than this share makes a block a list of links.
const LINK_SHARE: f64 = 0.5;
/// A box that names itself no part of the story holds at most this share of the page's prose.
const LARGEST_BOX: f64 = 0.2;
/// A paragraph without an end mark is a label (a byline, a credit) under this many characters.
const LABEL_CHARACTERS: usize = 80;
/// An element that holds more than this share of the page's prose is not believed to be boilerplate: wrappers of whole
/// pages bear the names of what is in them ("has-sidebar").
const LARGEST_BOILERPLATE: f64 = 0.6;
/// Class names, and then tags too, are disbelieved when they call more than so many times the rest of the prose
/// boilerplate: some pages put the whole story into a header.
const DISBELIEF: usize = 4;
/// The same for comments, which may well be longer than the story: beyond this there is none.
const LONGEST_COMMENTS: usize = 60;

/// What the vote says of every block, and of the page.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// For each block, whether nothing speaks against its being prose of some article and it is long enough.
    pub(crate) votes: Vec<bool>,
    /// For each block, whether the vote takes it for body.
    pub(crate) keeps: Vec<bool>,
    /// For each block, whether it is boilerplate by its wording.
    pub(crate) lines: Vec<bool>,
    /// For each block, whether it is boilerplate by its wording or by a word of the class of a small element around it.
    pub(crate) boilerplate: Vec<bool>,
    /// For each container, whether it lies in the region that won.
    pub(crate) inside: Vec<bool>,
    /// The container that won.
    pub(crate) winner: usize,
    /// For each container, in what boilerplate it stands.
    pub(crate) ancestors: Vec<BoilerplateAncestors>,
}

/// Whether a container, or one around it, is boilerplate; what holds most of the prose is not believed to be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BoilerplateAncestors {
    /// By its tag or ARIA role.
    pub(crate) tag: bool,
    /// By the words of its class or id.
    pub(crate) class: bool,
    /// Whether it is a header.
    pub(crate) header: bool,
    /// Whether it holds readers' comments by the words of its class or id.
    comments: bool,
}

/// Holds the vote. Nothing when no block has a vote.
pub(crate) fn hold(page: &Page) -> Option<Verdict> {
    let lines: Vec<bool> = page.blocks.iter().map(is_boilerplate).collect();
    let apart = boxes::apart(page, &lines);
    let boilerplate: Vec<bool> = lines.iter().zip(apart).map(|(line, apart)| *line || apart).collect();
    let ancestors = ancestors(page);
    let judge = Judge::new(page, &boilerplate, &ancestors);
    let readable: Vec<bool> = (0..page.blocks.len()).map(|at| judge.is_readable(at)).collect();
    let votes: Vec<bool> = readable.iter().zip(&page.blocks).map(|(readable, b)| *readable && is_prose(b)).collect();
    let (winner, inside) = region(page, &votes)?;
    let keeps = (readable.iter().zip(&page.blocks))
        .map(|(readable, block)| *readable && inside[block.container] && !is_label(block))
        .collect();
    let in_boilerplate_box = in_boilerplate_box(page, &votes, &inside, winner);
    let boilerplate = boilerplate
        .iter()
        .zip(in_boilerplate_box)
        .map(|(line, in_boilerplate_box)| *line || in_boilerplate_box)
        .collect();
    Some(Verdict { votes, keeps, lines, boilerplate, inside, winner, ancestors })
}

fn ancestors(page: &Page) -> Vec<BoilerplateAncestors> {
    let containers = &page.containers;
    let mut prose = vec![0; containers.len()];
    for block in page.blocks.iter().filter(|b| is_prose(b)) {
        prose[block.container] += block.text.len();
    }
    page.add_outward(&mut prose, |outer, inner| *outer += inner);
    let all = prose.first().copied().unwrap_or_default();
    let alike = of_make(page, &prose, |container| container.role == Role::BoilerplateClass);
    let mut ancestors: Vec<BoilerplateAncestors> = Vec::with_capacity(containers.len());
    for (container, prose) in containers.iter().zip(prose) {
        let outer = ancestors.get(container.parent).copied().unwrap_or_default();
        let may_be = |prose: usize| prose as f64 <= LARGEST_BOILERPLATE * all as f64;
        let is_believed = may_be(prose);
        let is = |role| is_believed && container.role == role;
        ancestors.push(BoilerplateAncestors {
            tag: outer.tag || is(Role::BoilerplateTag),
            class: outer.class || is(Role::BoilerplateClass) && may_be(alike.get(container.signature)),
            header: outer.header || is(Role::Header),
            comments: outer.comments || is_believed && container.says_comments,
        });
    }
    ancestors
}

/// By signature, what all elements hold that are made alike and are of some kind: a story whose every paragraph bears the
/// name of a paywall is a story.
fn of_make(page: &Page, held: &[usize], is: impl Fn(&Container) -> bool) -> Table<usize> {
    let mut all = Table::with_capacity(64);
    for (container, held) in page.containers.iter().zip(held).filter(|(container, _)| is(container)) {
        *all.entry(container.signature) += held;
    }
    all
}

/// Whether a block is a line that pages carry beside every story, or begins as one ("Read also: …") and is no sentence.
fn is_boilerplate(block: &Block) -> bool {
    let begins = || {
        find(&block.text, |c| matches!(c, ':' | '：')).is_some_and(|at| is_boilerplate_line(trim(&block.text[..at])))
    };
    is_boilerplate_line(&block.text) || (block.link_bytes > 0 || !ends_as_sentence(&block.text)) && begins()
}

/// For each block, whether it stands in an element that names itself something that is never part of a story, and that
/// is small beside the prose of the page, or among comments outside the region: those may be longer than the story.
/// Elements around the winner bear such names too ("has-comments", "caption-left"), of which nothing follows.
fn in_boilerplate_box(page: &Page, voters: &[bool], inside: &[bool], winner: usize) -> Vec<bool> {
    let containers = &page.containers;
    let mut holds_winner = vec![false; containers.len()];
    let mut at = winner;
    while !std::mem::replace(&mut holds_winner[at], true) {
        at = containers[at].parent;
    }
    // For each container the outermost element around it that names itself so, and whether one holds comments.
    let mut named: Vec<(Option<usize>, bool)> = Vec::with_capacity(containers.len());
    for (at, container) in containers.iter().enumerate() {
        let (never, comments) = named.get(container.parent).copied().unwrap_or_default();
        named.push(if holds_winner[at] {
            (None, false)
        } else {
            (never.or(container.says_never.then_some(at)), comments || container.says_comments)
        });
    }
    let mut bytes = vec![0; containers.len()];
    let mut prose = 0;
    for (block, votes) in page.blocks.iter().zip(voters) {
        if let Some(around) = named[block.container].0 {
            bytes[around] += block.text.len();
        }
        prose += if *votes { block.text.len() } else { 0 };
    }
    let alike = of_make(page, &bytes, |container| container.says_never);
    let is_small = |around: usize| alike.get(containers[around].signature) as f64 <= LARGEST_BOX * prose as f64;
    let is_in_box = |block: &Block| {
        let (never, comments) = named[block.container];
        never.is_some_and(is_small) || comments && !inside[block.container]
    };
    page.blocks.iter().map(is_in_box).collect()
}

fn is_prose(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Heading(_)) && block.text.len() >= VOTING_BYTES
}

fn is_label(block: &Block) -> bool {
    block.kind == BlockKind::Paragraph
        && block.text.len() < LABEL_CHARACTERS * 4
        && !ends_as_sentence(&block.text)
        && block.text.chars().count() < LABEL_CHARACTERS
}

/// Which words of a page about its own elements are believed, from all to none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Belief {
    All,
    Tags,
    Comments,
    Nothing,
}

struct Judge<'p> {
    page: &'p Page,
    boilerplate: &'p [bool],
    ancestors: &'p [BoilerplateAncestors],
    belief: Belief,
}

impl<'p> Judge<'p> {
    fn new(page: &'p Page, boilerplate: &'p [bool], ancestors: &'p [BoilerplateAncestors]) -> Self {
        let prose = |belief| -> usize {
            let judge = Self { page, boilerplate, ancestors, belief };
            let voters = page.blocks.iter().enumerate().filter(|(at, b)| is_prose(b) && judge.is_readable(*at));
            voters.map(|(_, b)| b.text.len()).sum()
        };
        let mut belief = Belief::All;
        let mut believed = prose(belief);
        for next in [Belief::Tags, Belief::Comments, Belief::Nothing] {
            let all = prose(next);
            let most = if next == Belief::Nothing { LONGEST_COMMENTS } else { DISBELIEF };
            if all > believed * most {
                (belief, believed) = (next, all);
            }
        }
        Self { page, boilerplate, ancestors, belief }
    }

    /// Whether nothing speaks against the block being prose of some article.
    fn is_readable(&self, at: usize) -> bool {
        let block = &self.page.blocks[at];
        let around = self.ancestors[block.container];
        let boilerplate = self.belief < Belief::Nothing && around.comments
            || self.belief < Belief::Comments && (around.tag || around.header)
            || self.belief < Belief::Tags && around.class;
        let linked = block.link_bytes as f64 > LINK_SHARE * block.text.len() as f64;
        !boilerplate
            && !linked
            && block.kind != BlockKind::Caption
            && !stands_in(self.page, block, Role::Byline)
            && !stands_in(self.page, block, Role::Standfirst)
            && !self.boilerplate[at]
    }
}

/// The container with the most votes, and whether each container lies in it or in one like it beside it.
fn region(page: &Page, voters: &[bool]) -> Option<(usize, Vec<bool>)> {
    let containers = &page.containers;
    let mut votes = vec![0.0; containers.len()];
    for (block, _) in page.blocks.iter().zip(voters).filter(|(_, votes)| **votes) {
        let vote = block.text.len().min(LARGEST_VOTE) as f64;
        let home = home(page, block);
        votes[home] += vote;
        if containers[home].parent != home {
            votes[containers[home].parent] += vote * OUTER_SHARE;
        }
    }
    for (vote, container) in votes.iter_mut().zip(containers) {
        if container.role == Role::Article {
            *vote *= ARTICLE_BONUS;
        }
    }
    let winner =
        (0..votes.len()).filter(|at| votes[*at] > 0.0).max_by(|a, b| votes[*a].total_cmp(&votes[*b]).then(b.cmp(a)))?;
    let around = containers[winner].parent;
    let mut inside = vec![false; containers.len()];
    for at in 0..containers.len() {
        // Parents come before their children, so one pass fills the whole subtree.
        let parent = containers[at].parent;
        let like_winner = parent == around
            && at != around
            && votes[at] >= SIBLING_SHARE * votes[winner]
            && containers[at].role != Role::Article;
        inside[at] = at == winner || at != parent && inside[parent] || like_winner;
    }
    Some((winner, inside))
}
