//! Which blocks of a page are the article.
//!
//! A container vote in the manner of the readability family: every readable paragraph speaks for the element
//! around it, and with half a voice for the one around that; the winner and its like beside it are the body.
//! What is furniture by tag, role, class, link density or wording has no vote and no place in the body.

use crate::error::Error;
use crate::page::article::{Article, ParagraphKind};
use crate::page::block::{Block, BlockKind, Page};
use crate::page::furniture::is_furniture_line;
use crate::page::role::Role;
use crate::punctuation::ends_as_sentence;

/// A paragraph votes from this many bytes on: shorter ones are labels as often as prose.
const VOTING_BYTES: usize = 40;
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
/// A paragraph without an end mark is a label (a byline, a credit) under this many characters.
const LABEL_CHARACTERS: usize = 80;
/// Class names are disbelieved when they call more than so many times the rest of the prose furniture.
const CLASS_DISBELIEF: usize = 4;

/// Finds the article of a page.
pub(crate) fn find_article(page: &Page) -> Result<Article<'static>, Error> {
    let (blocks, headline) = choose(page)?;
    let article =
        Article::from_paragraphs(blocks.iter().map(|at| (kind_of(&page.blocks[*at]), page.blocks[*at].text.as_str())));
    let standfirst = standfirst(page, headline, blocks[0]);
    let headline = headline.map(|at| page.blocks[at].text.clone()).or_else(|| page.title.clone());
    Ok(Article { headline, standfirst, language: page.language.clone(), ..article })
}

/// The indices of the body's blocks, in order and at least one, and of the headline's.
pub(crate) fn choose(page: &Page) -> Result<(Vec<usize>, Option<usize>), Error> {
    let judge = Judge::new(page);
    let region =
        judge.region().ok_or_else(|| if page.blocks.is_empty() { Error::empty() } else { Error::no_article() })?;
    let mut body: Vec<usize> = (0..page.blocks.len()).filter(|at| judge.is_body(&page.blocks[*at], &region)).collect();
    let is_heading = |at: usize| matches!(page.blocks[at].kind, BlockKind::Heading(_));
    let Some(first) = body.iter().copied().find(|at| !is_heading(*at)) else { return Err(Error::no_article()) };
    // Headings before the first paragraph are the headline's, those after the last one belong to what follows.
    let headline = judge.headline(first);
    body.retain(|at| *at >= first);
    while body.last().is_some_and(|at| is_heading(*at)) {
        body.pop();
    }
    if let Some(headline) = headline {
        let repeated = &page.blocks[headline].text;
        body.retain(|at| page.blocks[*at].text != *repeated);
    }
    if body.is_empty() { Err(Error::no_article()) } else { Ok((body, headline)) }
}

fn kind_of(block: &Block) -> ParagraphKind {
    match block.kind {
        BlockKind::Heading(_) => ParagraphKind::Subhead,
        BlockKind::Item => ParagraphKind::Item,
        BlockKind::Quote => ParagraphKind::Quote,
        BlockKind::Paragraph | BlockKind::Caption => ParagraphKind::Paragraph,
    }
}

struct Judge<'p> {
    page: &'p Page,
    believes_classes: bool,
}

impl<'p> Judge<'p> {
    fn new(page: &'p Page) -> Self {
        let mut judge = Self { page, believes_classes: true };
        let prose = |judge: &Judge<'_>| -> usize {
            page.blocks.iter().filter(|b| judge.is_readable(b) && judge.votes(b)).map(|b| b.text.len()).sum()
        };
        let believed = prose(&judge);
        judge.believes_classes = false;
        let all = prose(&judge);
        judge.believes_classes = all <= believed * CLASS_DISBELIEF;
        judge
    }

    /// Whether nothing speaks against the block being prose of some article.
    fn is_readable(&self, block: &Block) -> bool {
        let container = &self.page.containers[block.container];
        let furniture = container.in_furniture_tag || self.believes_classes && container.in_furniture_class;
        let linked = block.link_bytes as f64 > LINK_SHARE * block.text.len() as f64;
        !furniture
            && !container.in_header
            && !linked
            && block.kind != BlockKind::Caption
            && !self.stands_in(block, Role::Byline)
            && !self.stands_in(block, Role::Standfirst)
            && !is_furniture_line(&block.text)
    }

    /// Whether the block's own element or the one around it has a role.
    fn stands_in(&self, block: &Block, role: Role) -> bool {
        let own = &self.page.containers[block.container];
        own.role == role || self.page.containers[own.parent].role == role
    }

    fn votes(&self, block: &Block) -> bool {
        !matches!(block.kind, BlockKind::Heading(_)) && block.text.len() >= VOTING_BYTES
    }

    /// The element that a block speaks for: the one around its own.
    fn home(&self, block: &Block) -> usize {
        if block.own_element { self.page.containers[block.container].parent } else { block.container }
    }

    /// The elements whose readable blocks are the body.
    fn region(&self) -> Option<Vec<bool>> {
        let containers = &self.page.containers;
        let mut votes = vec![0.0; containers.len()];
        for block in self.page.blocks.iter().filter(|b| self.is_readable(b) && self.votes(b)) {
            let vote = block.text.len().min(LARGEST_VOTE) as f64;
            let home = self.home(block);
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
        let winner = (0..votes.len())
            .filter(|at| votes[*at] > 0.0)
            .max_by(|a, b| votes[*a].total_cmp(&votes[*b]).then(b.cmp(a)))?;
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
        Some(inside)
    }

    fn is_body(&self, block: &Block, region: &[bool]) -> bool {
        let is_label = || {
            block.kind == BlockKind::Paragraph
                && !ends_as_sentence(&block.text)
                && block.text.chars().count() < LABEL_CHARACTERS
        };
        region[block.container] && self.is_readable(block) && !is_label()
    }

    /// The headline of the body that begins at block `first`: the nearest first-rank heading before it, else the
    /// first on the page, else the nearest second-rank heading before it.
    fn headline(&self, first: usize) -> Option<usize> {
        let blocks = &self.page.blocks;
        let of_rank = |rank: u8| {
            move |at: &usize| {
                let block = &blocks[*at];
                block.kind == BlockKind::Heading(rank) && !self.page.containers[block.container].in_furniture_tag
            }
        };
        (0..first)
            .rev()
            .find(of_rank(1))
            .or_else(|| (first..blocks.len()).find(of_rank(1)))
            .or_else(|| (0..first).rev().find(of_rank(2)))
    }
}

/// The paragraph between headline and body that is marked as the standfirst, or that stands in the header and
/// reads like one.
fn standfirst(page: &Page, headline: Option<usize>, first: usize) -> Option<String> {
    let from = headline.filter(|at| *at < first)? + 1;
    let is_prose =
        |b: &&Block| !matches!(b.kind, BlockKind::Heading(1)) && b.text.len() >= VOTING_BYTES && b.link_bytes == 0;
    let marked = |b: &&Block| {
        let own = &page.containers[b.container];
        own.role == Role::Standfirst || page.containers[own.parent].role == Role::Standfirst
    };
    let between = || page.blocks[from..first].iter().filter(is_prose);
    let found = between().find(marked).or_else(|| between().find(|b| page.containers[b.container].in_header));
    found.map(|b| b.text.clone())
}
