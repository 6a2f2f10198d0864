//! The portrait of the author behind a story: a paragraph that begins with the name over it or in the byline, or a list that
//! is none.

use crate::page::block::{Block, BlockKind, Page};
use crate::page::byline_line::says_who_or_when;
use crate::page::prose::{is_label, is_paragraph};
use crate::text::case::is_capital;
use crate::text::chars::find_text;
use crate::text::punctuation::begins;

/// The story before it has so many paragraphs.
const BEFORE: usize = 3;
/// Of all paragraphs it is one of the last so many.
const LAST: usize = 3;
/// The byline stands within so many blocks of the headline.
const NEAR_HEADLINE: usize = 10;
/// The first character of scripts whose names have no capitals and no spaces.
const FIRST_UNSPACED: char = '\u{e00}';
/// So much of a text in them is as long as a name.
const CHARACTERS_OF_NAME: usize = 3;

/// Marks portraits; `before` has the paragraphs before each block.
pub(super) fn mark(page: &Page, before: &[usize], apart: &mut [bool]) {
    let blocks = &page.blocks;
    let title = blocks.iter().position(|block| block.kind == BlockKind::Heading(1));
    let Some((title, all)) = title.zip(before.last()) else { return };
    let near = title + 1..blocks.len().min(title + NEAR_HEADLINE);
    let is_byline = |block: &&Block| is_label(block) && says_who_or_when(page, block);
    let bylines: Vec<&Block> = blocks[near].iter().filter(is_byline).collect();
    let last_of_story = blocks.iter().rposition(|block| block.kind == BlockKind::Paragraph && is_paragraph(block));
    for (at, block) in blocks.iter().enumerate().skip(title) {
        if before[at] < BEFORE || before[at] + LAST <= *all || !is_paragraph(block) {
            continue;
        }
        let name = name_at(&block.text);
        let over = &blocks[at - 1];
        let is_named = name.is_some_and(|name| {
            over.text == name || bylines.iter().any(|byline| find_text(&byline.text, name).is_some())
        });
        // A list of one item, behind the story.
        let is_item = |at: usize| blocks.get(at).is_some_and(|block| block.kind == BlockKind::Item);
        let is_alone = is_item(at) && !is_item(at - 1) && !is_item(at + 1);
        if is_named || is_alone && last_of_story.is_some_and(|last| last < at) {
            apart[at] = true;
            apart[at - 1] |= name.is_some_and(|name| over.text == name);
        }
    }
}

/// What a text begins with that may be a name: two words with capitals, or three characters of a script without.
fn name_at(text: &str) -> Option<&str> {
    if begins(text, |c| c >= FIRST_UNSPACED) {
        let end = text.char_indices().nth(CHARACTERS_OF_NAME).map(|(at, _)| at);
        return end.map(|end| &text[..end]);
    }
    let (first, rest) = text.split_once(' ')?;
    let second = rest.split([' ', ',']).next()?;
    let is_name = begins(first, is_capital) && begins(second, is_capital);
    is_name.then(|| &text[..first.len() + 1 + second.len()])
}
