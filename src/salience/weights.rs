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
    -525, -155, -244, -193, -39, -1443, 303, 490, -1587, 80, 437, 380, -733, 209, 258, 80, 573, 484, 85, -143, -6,
    -1619, 1251, -629, 222, 2, 946, 193, 47, -155, -89,
];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [
    360, -486, -197, -127, 83, -1083, -216, 266, -2518, 181, 374, 783, -39, 54, 315, 125, 286, -416, -528, 305, 1347,
    -1009, -390, 650, -913, 83, 1335, 152, 204, -109, -282,
];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [
    -47, -581, -233, -114, 201, -1525, 125, 767, -2530, 132, 317, 1078, -1100, 298, 267, -88, 138, 539, 1440, -422,
    -860, -1300, 952, -941, 459, 104, 1271, 126, 185, -205, -286,
];
