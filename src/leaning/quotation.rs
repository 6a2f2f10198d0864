//! Quotations that are cut: where they begin, or who speaks, is told by another sentence.

use super::Reason;
use super::story::Story;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let quotation = &story.quotations[sentence];
    if let Some(begun_in) = quotation.begun_in {
        add(Reason::Quotation, Some(begun_in));
    } else if quotation.is_whole() {
        // "“It rained.” The mayor did not smile." or "The mayor did not smile. “It rained.”"
        let before = sentence.checked_sub(1);
        let is_beside = |other: usize| {
            let other_quotation = story.quotations.get(other).filter(|q| q.outside > 0);
            other_quotation.is_some() && story.sentence(other).paragraph == story.sentence(sentence).paragraph
        };
        let comes_behind = is_beside(sentence + 1) && !before.is_some_and(is_beside);
        add(Reason::Quotation, if comes_behind { Some(sentence + 1) } else { before });
    }
}
