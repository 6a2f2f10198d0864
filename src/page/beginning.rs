//! What stands between the headline and the body: the standfirst, lines that say who wrote the story and when, a lede in a
//! box of its own.

use crate::page::block::{Block, BlockKind, Page, VOTING_BYTES};
use crate::page::byline_line::says_who_or_when;
use crate::page::containers::stands_in;
use crate::page::role::Role;
use crate::page::story::is_heading;
use crate::page::vote::Verdict;
use crate::text::chars::length;
use crate::text::punctuation::ends_as_sentence;

/// A lede that stands apart has so many bytes or more; shorter ones are labels as often.
const LEDE_BYTES: usize = 80;
/// And the trees are not sure that it is no body: a notice on advertising.
const LEDE_SCORE: i32 = -256;
/// It stands within so many blocks of the headline.
const NEAR_HEADLINE: usize = 8;
/// A description of a page is compared in so many bytes: some are cut.
const DESCRIPTION_BYTES: usize = 48;
/// What is no sentence and has at most so many characters is a label, where it stands before the first paragraph.
const LABEL: usize = 80;
/// The longest standfirst before a byline, in bytes; what is longer is the story's first paragraph.
const LONGEST_STANDFIRST: usize = 600;

/// Where a story begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beginning {
    /// The first paragraph.
    pub(crate) first: usize,
    /// The paragraph before the byline.
    pub(crate) standfirst: Option<usize>,
}

/// The place of the first paragraph. Lines that are no sentences before it are no part of the story where paragraphs end as
/// sentences do: who wrote it, how long it takes, when it was published.
pub(crate) fn first_paragraph(page: &Page, body: &[usize]) -> Option<usize> {
    let text = || body.iter().copied().filter(|at| !is_heading(page, *at));
    let is_plain_label = |at: usize| page.blocks[at].kind == BlockKind::Paragraph && is_label(&page.blocks[at]);
    text().find(|at| !is_plain_label(*at)).or_else(|| text().next())
}

/// The beginning of a story behind its byline: of a paragraph that a byline or a date follows, and more of the story that,
/// the paragraph is the standfirst. One that a byline stands before as well is the author's portrait.
pub(crate) fn behind_byline(
    page: &Page,
    verdict: &Verdict,
    headline: Option<usize>,
    body: &[usize],
) -> Option<Beginning> {
    let from = headline? + 1;
    let near = from..page.blocks.len().min(from + NEAR_HEADLINE);
    let is_standfirst = |at: &usize| {
        let block = &page.blocks[*at];
        verdict.votes[*at] && block.kind == BlockKind::Paragraph && ends_as_sentence(&block.text)
    };
    let standfirst = near.clone().find(is_standfirst)?;
    let block = &page.blocks[standfirst];
    let is_byline = |at: usize| is_label(&page.blocks[at]) && says_who_or_when(page, &page.blocks[at]);
    let is_between =
        |at: &usize| !is_heading(page, *at) && !is_standfirst(at) && page.blocks[*at].kind != BlockKind::Quote;
    if block.link_bytes > 0
        || block.text.len() > LONGEST_STANDFIRST
        || !(from..standfirst).all(|at| is_between(&at) && !is_byline(at))
        || !(standfirst + 1..near.end).take_while(is_between).any(is_byline)
    {
        return None;
    }
    let is_paragraph = |at: &usize| !is_label(&page.blocks[*at]) && !is_heading(page, *at);
    let behind = body.iter().position(|at| *at > standfirst && is_paragraph(at))?;
    // A card of another story has a byline too: the next one's headline, a link, follows.
    let is_card = |at: usize| is_heading(page, at) && 2 * page.blocks[at].link_bytes > page.blocks[at].text.len();
    if (standfirst..body[behind]).any(is_card) {
        return None;
    }
    let rest: usize = body[behind..].iter().map(|at| page.blocks[*at].text.len()).sum();
    (rest > block.text.len()).then_some(Beginning { first: body[behind], standfirst: Some(standfirst) })
}

/// Whether a block is short and no sentence.
fn is_label(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
        && !ends_as_sentence(&block.text)
        && length(&block.text) < LABEL
}

/// Adds the paragraphs between headline and body that say of themselves neither that they are the standfirst nor anything
/// else: a lede in a box of its own.
pub(crate) fn add_lede(page: &Page, verdict: &Verdict, scores: &[i32], headline: Option<usize>, body: &mut Vec<usize>) {
    let (Some(headline), Some(first)) = (headline, body.first().copied()) else { return };
    let is_lede = |at: &usize| {
        let block = &page.blocks[*at];
        let around = verdict.ancestors[block.container];
        verdict.votes[*at]
            && scores[*at] > LEDE_SCORE
            && !is_description(page, block)
            && block.kind == BlockKind::Paragraph
            && block.text.len() >= LEDE_BYTES
            && ends_as_sentence(&block.text)
            && !around.header
            && !around.tag
            && !around.class
            && !stands_in(page, block, Role::Standfirst)
    };
    let near = first.min(headline + NEAR_HEADLINE);
    let lede: Vec<usize> = (headline + 1..near).filter(is_lede).collect();
    body.splice(0..0, lede);
}

/// The paragraph between headline and body that is marked as the standfirst, or that stands in the header and
/// reads like one.
pub(crate) fn standfirst(page: &Page, verdict: &Verdict, headline: Option<usize>, first: usize) -> Option<usize> {
    let from = headline.filter(|at| *at < first)? + 1;
    let block = |at: usize| &page.blocks[at];
    let is_prose = |at: &usize| {
        let b = block(*at);
        !matches!(b.kind, BlockKind::Heading(1)) && b.text.len() >= VOTING_BYTES && b.link_bytes == 0
    };
    let marked = |at: &usize| stands_in(page, block(*at), Role::Standfirst) || is_description(page, block(*at));
    let between = || (from..first).filter(is_prose);
    between().find(marked).or_else(|| between().find(|at| verdict.ancestors[block(*at).container].header))
}

/// Whether a block is what the page describes itself with: its standfirst.
fn is_description(page: &Page, block: &Block) -> bool {
    let description = page.head.description.as_deref().unwrap_or_default().as_bytes();
    let length = DESCRIPTION_BYTES.min(description.len());
    length > 0 && block.text.as_bytes().starts_with(&description[..length])
}
