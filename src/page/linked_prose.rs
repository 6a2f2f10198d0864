//! Paragraphs of a story that are all link.

use crate::page::block::{Block, BlockKind, Page, VOTING_BYTES};
use crate::text::punctuation::ends_as_sentence;

/// How many elements a linked paragraph may have around it that the paragraphs beside it do not have.
const WRAPPERS: usize = 2;

/// Counts no link in a paragraph that stands between two others and is a sentence as they are: a writer linked all of it.
/// Lists of links, which link text gives away, do not stand so.
pub(crate) fn unlink(page: &mut Page) {
    for at in 1..page.blocks.len().saturating_sub(1) {
        if is_linked_prose(page, at) {
            page.blocks[at].link_bytes = 0;
        }
    }
}

fn is_linked_prose(page: &Page, at: usize) -> bool {
    let block = &page.blocks[at];
    let [before, after] = [&page.blocks[at - 1], &page.blocks[at + 1]];
    if !is_mostly_link(block) || !is_prose(block) || [before, after].iter().any(|b| is_mostly_link(b) || !is_prose(b)) {
        return false;
    }
    let around = |block: &Block| page.containers[block.container].parent;
    let mut outer = block.container;
    (0..=WRAPPERS).any(|_| {
        outer = page.containers[outer].parent;
        outer == around(before) && outer == around(after)
    })
}

fn is_mostly_link(block: &Block) -> bool {
    2 * block.link_bytes > block.text.len()
}

fn is_prose(block: &Block) -> bool {
    block.kind == BlockKind::Paragraph && block.text.len() >= VOTING_BYTES && ends_as_sentence(&block.text)
}
