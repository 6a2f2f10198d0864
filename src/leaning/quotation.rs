//! Quotations that are cut: their beginning, or who speaks, stands in another sentence.

use super::Reason;
use super::story::Story;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let quotation = &story.quotations[sentence];
    if let Some(begun_in) = quotation.begun_in {
        add(Reason::Quotation, Some(begun_in));
    }
    let speaks_outside = |number: usize| {
        story.quotations.get(number).is_some_and(|q| q.outside)
            && story.sentence(number).paragraph == story.sentence(sentence).paragraph
    };
    if quotation.inside && !quotation.outside {
        // "“It rained.” The mayor did not smile." and "The mayor did not smile. “It rained.”"
        let neighbour = if speaks_outside(sentence + 1) && !sentence.checked_sub(1).is_some_and(speaks_outside) {
            Some(sentence + 1)
        } else {
            sentence.checked_sub(1)
        };
        add(Reason::Quotation, neighbour);
    }
}
