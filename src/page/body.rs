//! Which blocks of a page are the article.
//!
//! The trees decide block by block ([`trees`]), on what [`features`] tells them, the container vote ([`vote`]) among
//! it. What can never be body has no say in it: captions, lines known as boilerplate, and the headline.

use crate::article::{Article, ParagraphKind};
use crate::error::Error;
use crate::page::block::{Block, BlockKind, Page};
use crate::page::role::Role;
use crate::page::vote::{self, VOTING_BYTES, Verdict};
use crate::page::{features, trees};
use crate::plain_text::is_heading;
use crate::text::punctuation::ends_as_sentence;

/// A block is body above this score, in steps of 1/128 of a logit. Above 0: a summary that shows boilerplate is
/// worse than one that misses a line.
const THRESHOLD: i32 = 64;

/// A paragraph is all link from this share on; what is left may be a mark or a lead word.
const ALL_LINK: f64 = 0.8;

/// The article of a page, and where it stands on it.
pub(crate) struct Found {
    pub(crate) article: Article<'static>,
    /// For each paragraph the index of its block.
    pub(crate) blocks: Vec<usize>,
}

/// Finds the article of a page.
pub(crate) fn find(page: &Page) -> Result<Found, Error> {
    let (blocks, headline, verdict) = choose(page)?;
    let body = || blocks.iter().map(|at| &page.blocks[*at]);
    // Where paragraphs end as sentences do, a line that does not is a heading or a caption, whatever its element is.
    let ending = body().filter(|block| ends_as_sentence(&block.text)).count();
    let are_marked = 2 * ending > blocks.len();
    let article = Article::from_paragraphs(body().map(|block| {
        let kind = match kind_of(block) {
            ParagraphKind::Paragraph if are_marked && is_heading(&block.text) => ParagraphKind::Subhead,
            kind => kind,
        };
        (kind, block.text.as_str())
    }));
    let standfirst = standfirst(page, &verdict, headline, blocks[0]);
    let headline = headline.map(|at| page.blocks[at].text.clone()).or_else(|| page.head.title.clone());
    let article = Article { headline, standfirst, language: page.head.language.clone(), ..article };
    Ok(Found { article, blocks })
}

/// The indices of the body's blocks, in order and at least one, and of the headline's, and what the vote says.
fn choose(page: &Page) -> Result<(Vec<usize>, Option<usize>, Verdict), Error> {
    if page.blocks.is_empty() {
        return Err(Error::empty());
    }
    let verdict = vote::hold(page).ok_or_else(Error::no_article)?;
    let rows = features::measure(page, &verdict);
    let mut body: Vec<usize> =
        (0..rows.len()).filter(|at| can_be_body(page, &verdict, *at) && trees::score(&rows[*at]) > THRESHOLD).collect();
    keep_one_story(page, &mut body);
    let has_rank = |at: usize| matches!(page.blocks[at].kind, BlockKind::Heading(_));
    let Some(first) = body.iter().copied().find(|at| !has_rank(*at)) else { return Err(Error::no_article()) };
    // Headings before the first paragraph are the headline's, those after the last one belong to what follows.
    let headline = headline(page, &verdict, first);
    body.retain(|at| *at >= first);
    while body.last().is_some_and(|at| has_rank(*at)) {
        body.pop();
    }
    if let Some(headline) = headline {
        let repeated = &page.blocks[headline].text;
        body.retain(|at| page.blocks[*at].text != *repeated);
    }
    if body.is_empty() { Err(Error::no_article()) } else { Ok((body, headline, verdict)) }
}

/// Where the body lies in several `article` elements that have a headline each, only the one with the most text stays.
fn keep_one_story(page: &Page, body: &mut Vec<usize>) {
    let containers = &page.containers;
    // For each container the innermost article element around it that has a headline of its own.
    let mut article = vec![None; containers.len()];
    for block in page.blocks.iter().filter(|b| b.kind == BlockKind::Heading(1)) {
        let mut at = block.container;
        while !containers[at].is_article && containers[at].parent != at {
            at = containers[at].parent;
        }
        article[at] = containers[at].is_article.then_some(at);
    }
    for at in 0..containers.len() {
        article[at] = article[at].or(article[containers[at].parent]);
    }
    let story = |at: &usize| article[page.blocks[*at].container];
    let mut bytes = vec![0; containers.len()];
    for at in body.iter() {
        if let Some(story) = story(at) {
            bytes[story] += page.blocks[*at].text.len();
        }
    }
    let longest = (0..bytes.len()).filter(|at| bytes[*at] > 0).max_by(|a, b| bytes[*a].cmp(&bytes[*b]).then(b.cmp(a)));
    body.retain(|at| story(at).is_none_or(|story| Some(story) == longest));
}

/// The features of every block of a page with its text: what the trees are fitted on.
#[cfg(all(feature = "html", feature = "eval"))]
pub(crate) fn block_features(page: &Page) -> Vec<(String, Vec<u8>)> {
    let Some(verdict) = vote::hold(page) else { return Vec::new() };
    let rows = features::measure(page, &verdict);
    let candidates = rows.iter().enumerate().filter(|(at, _)| can_be_body(page, &verdict, *at));
    candidates.map(|(at, row)| (page.blocks[at].text.clone(), row.to_vec())).collect()
}

/// Whether a block may be body at all: no caption, no known boilerplate, no paragraph that is a link and no sentence.
fn can_be_body(page: &Page, verdict: &Verdict, at: usize) -> bool {
    let block = &page.blocks[at];
    let is_link = block.kind == BlockKind::Paragraph
        && block.link_bytes as f64 > ALL_LINK * block.text.len() as f64
        && !ends_as_sentence(&block.text);
    let is_caption = block.kind == BlockKind::Caption || page.containers[block.container].in_figure;
    !verdict.boilerplate[at] && !is_link && !is_caption
}

fn kind_of(block: &Block) -> ParagraphKind {
    match block.kind {
        BlockKind::Heading(_) => ParagraphKind::Subhead,
        BlockKind::Item => ParagraphKind::Item,
        BlockKind::Quote => ParagraphKind::Quote,
        BlockKind::Paragraph | BlockKind::Caption => ParagraphKind::Paragraph,
    }
}

/// The headline of the body that begins at block `first`: the nearest first-rank heading before it, else the
/// first on the page, else the nearest second-rank heading before it.
fn headline(page: &Page, verdict: &Verdict, first: usize) -> Option<usize> {
    let blocks = &page.blocks;
    let of_rank = |rank: u8| {
        move |at: &usize| {
            let block = &blocks[*at];
            block.kind == BlockKind::Heading(rank) && !verdict.ancestors[block.container].tag
        }
    };
    (0..first)
        .rev()
        .find(of_rank(1))
        .or_else(|| (first..blocks.len()).find(of_rank(1)))
        .or_else(|| (0..first).rev().find(of_rank(2)))
}

/// The paragraph between headline and body that is marked as the standfirst, or that stands in the header and
/// reads like one.
fn standfirst(page: &Page, verdict: &Verdict, headline: Option<usize>, first: usize) -> Option<String> {
    let from = headline.filter(|at| *at < first)? + 1;
    let is_prose =
        |b: &&Block| !matches!(b.kind, BlockKind::Heading(1)) && b.text.len() >= VOTING_BYTES && b.link_bytes == 0;
    let marked = |b: &&Block| vote::stands_in(page, b, Role::Standfirst);
    let between = || page.blocks[from..first].iter().filter(is_prose);
    let found = between().find(marked).or_else(|| between().find(|b| verdict.ancestors[b.container].header));
    found.map(|b| b.text.clone())
}
