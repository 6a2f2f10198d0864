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
    -529, -155, -245, -193, -39, -1446, 303, 492, -1594, 79, 439, 378, -730, 208, 255, 79, 568, 484, 88, -143, -10,
    -1608, 1247, -599, 192, 4, 954, 193, 47, -158, -89,
];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [
    363, -441, -197, -127, 84, -1084, -215, 265, -2546, 181, 377, 784, -34, 54, 314, 120, 273, -412, -526, 303, 1321,
    -972, -433, 655, -916, 83, 1336, 153, 204, -110, -282,
];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [
    -66, -581, -238, -112, 202, -1531, 124, 773, -2518, 132, 320, 1061, -1103, 296, 263, -94, 128, 548, 1433, -425,
    -874, -1254, 931, -819, 359, 112, 1339, 123, 185, -219, -286,
];
