//! Which blocks are prose, and which are labels, where nothing but the block is known.

use crate::page::block::{Block, BlockKind, VOTING_BYTES};
use crate::text::chars::{length, trim_end};
use crate::text::punctuation::ends_as_sentence;

/// The longest label, call or name of a link, in characters.
pub(super) const LABEL: usize = 60;

/// A block of prose: long enough, ends as a sentence, and no list of links.
pub(super) fn is_paragraph(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Heading(_) | BlockKind::Caption)
        && block.text.len() >= VOTING_BYTES
        && 2 * block.link_bytes <= block.text.len()
        && (ends_as_sentence(&block.text) || ends_before_link(block))
}

pub(super) fn is_label(block: &Block) -> bool {
    length(&block.text) <= LABEL && (!ends_as_sentence(&block.text) || block.text.len() < VOTING_BYTES)
}

/// Whether a sentence ends before the link at the end of a block: "It will open in April. Read the story".
pub(super) fn ends_before_link(block: &Block) -> bool {
    let before = block.text.len().saturating_sub(block.link_bytes);
    block.ends_in_link && block.text.get(..before).is_some_and(|text| ends_as_sentence(trim_end(text, |c| c == ' ')))
}
