//! What of a page is not seen although it takes part in the layout: words for screen readers, words struck out, a
//! transparent copy for search engines.
//!
//! To ask for the style of every element would cost as much as the walk. So the story is found first, then each of its
//! pieces is looked at, and while one is not seen, the story is found without it.

use crate::error::Error;
use crate::page::block::{BlockKind, Head, Page};
use crate::page::body::Found;
use crate::page::events::{Event, Piece, build};

/// How a text stands on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sight {
    #[default]
    Seen,
    /// Transparent, perhaps until the reader scrolls to it.
    Transparent,
    /// Cut off, out of sight, without size, or struck out.
    Unseen,
}

/// Transparent text is read when it is more than this part of the story: pages fade their paragraphs in.
const LEAST_FADED: usize = 3;
/// How often a story is found anew; what is left out may bring others in.
const ROUNDS: usize = 4;

/// A page as it is seen, and the story on it.
pub(crate) struct Reading {
    pub(crate) page: Page,
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "only a live page has a place to go back to"))]
    pub(crate) pieces: Vec<Piece>,
    pub(crate) found: Result<Found, Error>,
}

/// Finds the story in events. `look` says of texts and images, by their numbers, how they stand on the page.
pub(crate) fn read(
    events: &[Event<'_>],
    head: &Head,
    find: impl Fn(&Page) -> Result<Found, Error>,
    mut look: impl FnMut(&[u32]) -> Vec<Sight>,
) -> Reading {
    let mut sights = Sights::default();
    let mut round = 1;
    loop {
        let (page, pieces) = build(events, head, |node| sights.leave_out(node));
        let found = find(&page);
        let asked = match &found {
            Ok(found) if round < ROUNDS => sights.unknown(&pieces, &may_be_shown(&page, &found.blocks)),
            _ => Vec::new(),
        };
        let seen = if asked.is_empty() { Vec::new() } else { look(&asked) };
        if seen.iter().all(|sight| *sight == Sight::Seen) {
            return Reading { page, pieces, found };
        }
        sights.learn(&asked, &seen);
        if let Ok(found) = &found {
            sights.judge_fading(&page, &pieces, &found.blocks);
        }
        round += 1;
    }
}

/// What is known of texts and images, by their numbers.
#[derive(Default)]
struct Sights {
    known: Vec<Option<Sight>>,
    /// Whether what is transparent is there to be faded in; nothing while nothing is.
    are_faded: Option<bool>,
}

impl Sights {
    fn of(&self, node: usize) -> Option<Sight> {
        self.known.get(node).copied().flatten()
    }

    fn leave_out(&self, node: usize) -> bool {
        match self.of(node) {
            Some(Sight::Transparent) => self.are_faded == Some(false),
            Some(Sight::Unseen) => true,
            _ => false,
        }
    }

    /// The numbers of pieces that stand in the blocks of a story and were not looked at.
    fn unknown(&self, pieces: &[Piece], may_be_shown: &[bool]) -> Vec<u32> {
        let is_new = |piece: &&Piece| may_be_shown[piece.place.block] && self.of(piece.node).is_none();
        pieces.iter().filter(is_new).map(|piece| piece.node as u32).collect()
    }

    fn learn(&mut self, asked: &[u32], seen: &[Sight]) {
        let most = asked.iter().max().map_or(0, |node| *node as usize + 1);
        self.known.resize(self.known.len().max(most), None);
        for (node, sight) in asked.iter().zip(seen) {
            self.known[*node as usize] = Some(*sight);
        }
    }

    /// Says once whether so much of a story is transparent that it must be faded in.
    fn judge_fading(&mut self, page: &Page, pieces: &[Piece], story: &[usize]) {
        let is_transparent = |piece: &Piece| self.of(piece.node) == Some(Sight::Transparent);
        if self.are_faded.is_some() || !pieces.iter().any(is_transparent) {
            return;
        }
        let bytes = |at: usize| {
            let place = pieces[at].place;
            let next = pieces.get(at + 1).map(|piece| piece.place).filter(|next| next.block == place.block);
            next.map_or(page.blocks[place.block].text.len(), |next| next.offset).saturating_sub(place.offset)
        };
        let of_story = (0..pieces.len()).filter(|at| story.binary_search(&pieces[*at].place.block).is_ok());
        let (mut all, mut transparent) = (0, 0);
        for at in of_story {
            all += bytes(at);
            transparent += if is_transparent(&pieces[at]) { bytes(at) } else { 0 };
        }
        self.are_faded = Some(transparent * LEAST_FADED > all);
    }
}

/// For each block whether it may be shown: the story, what stands between its headline and it, and headlines.
fn may_be_shown(page: &Page, story: &[usize]) -> Vec<bool> {
    let is_headline = |at: &usize| page.blocks[*at].kind == BlockKind::Heading(1);
    let first = story.first().copied().unwrap_or_default();
    let from = (0..first).rev().find(is_headline).unwrap_or(first);
    let is_shown = |at: usize| (from..first).contains(&at) || is_headline(&at) || story.binary_search(&at).is_ok();
    (0..page.blocks.len()).map(is_shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::body;
    use crate::page::element::ElementFacts;

    const STORY: [&str; 10] = [
        "The harbour council of Port Ellery voted on Tuesday night to close the old north pier to all traffic.",
        "Engineers who inspected the pier in March found that a third of its piles had lost half of their strength.",
        "Nobody has run the port for longer than Ines Calder, who has been its harbour master for eleven years.",
        "Some 60 fishing boats land their catch there every morning, and there is little room for them elsewhere.",
        "The council set aside 4.2 million crowns for repairs, which the report calls enough for the piles alone.",
        "Work is to begin in September, after the summer ferries have stopped, and to last until the next spring.",
        "A group of skippers led by Tomas Brandt has asked a court to delay the closing by a year at the least.",
        "The court in Ellery said on Wednesday that it would hear the case within ten days of the vote.",
        "Larger boats are to land their catch in Westhaven, which is 12 kilometres away, until the work is done.",
        "The deck of the pier was last repaired after the storm of 1987, in which two of its cranes were lost.",
    ];

    /// The paragraphs of ten that the story has, of which those in `range` stand on the page in a way of their own.
    fn paragraphs_of_ten(sight: Sight, range: std::ops::Range<u32>) -> usize {
        let element = |name| Event::Open(ElementFacts { name, ..ElementFacts::default() });
        let mut events = vec![element("article")];
        for sentence in STORY {
            events.extend([element("p"), Event::Text(sentence), Event::Close]);
        }
        let look =
            |nodes: &[u32]| nodes.iter().map(|node| if range.contains(node) { sight } else { Sight::Seen }).collect();
        read(&events, &Head::default(), body::find, look).found.map_or(0, |found| found.blocks.len())
    }

    #[test]
    fn what_is_not_seen_is_left_out_and_a_story_that_is_faded_in_is_not() {
        assert_eq!(paragraphs_of_ten(Sight::Unseen, 2..4), 8);
        assert_eq!(paragraphs_of_ten(Sight::Unseen, 1..9), 2);
        assert_eq!(paragraphs_of_ten(Sight::Transparent, 2..4), 8);
        assert_eq!(paragraphs_of_ten(Sight::Transparent, 2..10), 10);
        assert_eq!(paragraphs_of_ten(Sight::Seen, 0..10), 10);
    }
}
