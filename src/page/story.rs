//! From the blocks that read like body, one by one, to one story: what they say of each other.

use crate::article::ParagraphKind;
use crate::boilerplate::announces_others;
use crate::collections::hash::Key;
use crate::collections::map::Table;
use crate::page::block::{Block, BlockKind, Page, home};
use crate::page::metadata::titles::Titles;
use crate::page::vote::Verdict;
use crate::text::chars::trim;
use crate::text::punctuation::ends_as_sentence;

/// A body with less than this share of the prose of its own make is not believed.
const LEAST_SHARE: f64 = 0.3;
/// A score counts up to here for that of a list, in steps of 1/128 of a logit: one sure item must not decide for all.
const SURE: i32 = 384;

/// The items of a list are scored together: each is worth half of what it is by itself, and half of what they are on the
/// average.
pub(crate) fn score_lists_together(page: &Page, scores: &mut [i32]) {
    let mut sums = vec![(0, 0); page.containers.len()];
    let lists: Vec<(usize, usize)> = (page.blocks.iter().enumerate())
        .filter(|(_, block)| block.kind == BlockKind::Item)
        .map(|(at, block)| (at, home(page, block)))
        .collect();
    for (at, list) in &lists {
        sums[*list].0 += scores[*at].clamp(-SURE, SURE);
        sums[*list].1 += 1;
    }
    for (at, list) in lists {
        scores[at] = (scores[at] + sums[list].0 / sums[list].1) / 2;
    }
}

/// Where the body lies in several `article` elements that have a headline each, only one stays: that whose headline is the
/// page's title, or else the one with the most text.
pub(crate) fn keep_one(page: &Page, body: &mut Vec<usize>) {
    let containers = &page.containers;
    // For each container the innermost article element around it that has a headline of its own.
    let mut article = vec![None; containers.len()];
    let mut titled = None;
    let Titles { shared, document, .. } = &page.head.titles;
    let titles = shared.iter().chain(document);
    for block in page.blocks.iter().filter(|b| b.kind == BlockKind::Heading(1)) {
        let mut at = block.container;
        while !containers[at].is_article && containers[at].parent != at {
            at = containers[at].parent;
        }
        if containers[at].is_article {
            article[at] = Some(at);
            let is_title = titles.clone().any(|title| trim(title).starts_with(&*block.text));
            titled = titled.or(is_title.then_some(at));
        }
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
    let most = longest.map_or(0, |at| bytes[at]);
    let kept = titled.filter(|at| bytes[*at] as f64 > LEAST_SHARE * most as f64).or(longest);
    body.retain(|at| story(at).is_none_or(|story| Some(story) == kept));
}

/// Where the body is little beside prose of the same make, all of that is body: the paragraphs of a long story may be
/// parted over many elements.
pub(crate) fn join_make(page: &Page, verdict: &Verdict, body: &mut Vec<usize>) {
    let make = |block: &Block| -> Key {
        let own = &page.containers[block.container];
        let outer = page.containers[home(page, block)].signature;
        own.signature.wrapping_mul(3).wrapping_add(outer) | 1
    };
    let mut prose: Table<usize> = Table::with_capacity(64);
    for (block, _) in page.blocks.iter().zip(&verdict.votes).filter(|(_, votes)| **votes) {
        *prose.entry(make(block)) += block.text.len();
    }
    let paragraphs = body.iter().copied().filter(|at| verdict.votes[*at]);
    let Some(longest) = paragraphs.clone().max_by_key(|at| page.blocks[*at].text.len()) else { return };
    let made = make(&page.blocks[longest]);
    let taken: usize = paragraphs.map(|at| page.blocks[at].text.len()).sum();
    if (taken as f64) < LEAST_SHARE * prose.get(made) as f64 {
        let missing = (0..page.blocks.len()).filter(|at| verdict.votes[*at] && make(&page.blocks[*at]) == made);
        body.extend(missing);
        body.sort_unstable();
        body.dedup();
    }
}

/// Leaves out headings of sections of which nothing but links is there, lists of other stories, and headings behind the last
/// paragraph.
pub(crate) fn drop_empty_sections(page: &Page, body: &mut Vec<usize>) {
    let containers = &page.containers;
    let mut last_in = vec![0; containers.len()];
    for (at, block) in page.blocks.iter().enumerate() {
        last_in[block.container] = at;
    }
    for at in (1..containers.len()).rev() {
        let parent = containers[at].parent;
        last_in[parent] = last_in[parent].max(last_in[at]);
    }
    let mut is_body = vec![false; page.blocks.len()];
    body.iter().for_each(|at| is_body[*at] = true);
    let is_empty = |at: usize| {
        // The innermost element that goes on behind the heading.
        let mut around = page.blocks[at].container;
        while last_in[around] == at && containers[around].parent != around {
            around = containers[around].parent;
        }
        let behind = at + 1..=last_in[around];
        let mut section = behind.take_while(|next| !is_heading(page, *next)).peekable();
        let has_links = section.clone().any(|next| 2 * page.blocks[next].link_bytes > page.blocks[next].text.len());
        section.peek().is_some() && has_links && !section.any(|next| is_body[next])
    };
    let is_sentence: Vec<bool> = page.blocks.iter().map(|block| ends_as_sentence(&block.text)).collect();
    let mut next = body.iter().copied().skip(1).collect::<Vec<_>>().into_iter();
    let mut of_others = false;
    body.retain(|at| {
        let next = next.next();
        if is_heading(page, *at) {
            of_others = announces_others(&page.blocks[*at].text) && next.is_none_or(|next| !is_sentence[next]);
            return !of_others && !is_empty(*at);
        }
        // A list of other stories ends where there are sentences again.
        of_others &= !is_sentence[*at];
        !of_others
    });
    while body.last().is_some_and(|at| is_heading(page, *at)) {
        body.pop();
    }
}

pub(crate) fn is_heading(page: &Page, at: usize) -> bool {
    matches!(page.blocks[at].kind, BlockKind::Heading(_))
}

/// What a block is in the article.
pub(crate) const fn kind_of(block: &Block) -> ParagraphKind {
    match block.kind {
        BlockKind::Heading(_) => ParagraphKind::Subhead,
        BlockKind::Item => ParagraphKind::Item,
        BlockKind::Quote => ParagraphKind::Quote,
        BlockKind::Paragraph | BlockKind::Caption => ParagraphKind::Paragraph,
    }
}
