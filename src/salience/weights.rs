//! What the features weigh, in thousandths of a log-odd a unit of the feature.
//!
//! Made by `make train` (tools/salience/train.py): logistic regression on membership in the best extracts of
//! 6016 development articles, some of them twice, with and without headline. Not to be edited by hand.
//!
//! In this order:
//! 1. position: 1/(1+i)
//! 2. position: i=0
//! 3. position: ln(1+i)
//! 4. position: screens before
//! 5. position: 1/(1+paragraph)
//! 6. selfContained: words/30
//! 7. selfContained: ln words
//! 8. selfContained: words/mean
//! 9. centrality: shared by
//! 10. centrality: cosine z
//! 11. centrality: mean ln tf
//! 12. centrality: top terms
//! 13. centrality: walk
//! 14. centrality: walk z
//! 15. novelty: taken up later
//! 16. headline: coverage z
//! 17. headline: rare coverage
//! 18. headline: rare coverage z
//! 19. headline: walk
//! 20. headline: walk z
//! 21. headline: walk/√(1+i)
//! 22. headline: reach
//! 23. headline: new reach
//! 24. entityDensity: sum
//! 25. entityDensity: density
//! 26. entityDensity: density z
//! 27. entityDensity: new sum
//! 28. entityDensity: share in lead
//! 29. entityDensity: facts
//! 30. entityDensity: names
//! 31. selfContained: opens with quote

use super::FEATURES;

/// Articles with a headline, in languages with abstracts to fit to.
#[rustfmt::skip]
pub(super) const WITH_HEADLINE: [i16; FEATURES] = [
    -655, -96, -255, -194, -40, -1448, 300, 496, -1582, 79, 439, 369, -723, 207, 252, 75, 550, 490, 90, -147, -23,
    -1532, 1209, -671, 162, 10, 1066, 227, 49, -157, -90,
];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [
    241, -362, -207, -132, 84, -1115, -213, 265, -2450, 182, 377, 749, -37, 55, 309, 111, 257, -386, -544, 296, 1234,
    -904, -430, 825, -1136, 82, 1400, 148, 198, -79, -283,
];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [
    -190, -514, -248, -115, 206, -1539, 132, 770, -2507, 132, 320, 1054, -1106, 297, 262, -100, 92, 566, 1432, -435,
    -878, -1183, 885, -935, 366, 111, 1435, 127, 183, -195, -288,
];
