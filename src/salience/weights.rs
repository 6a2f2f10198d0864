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
//! 16. novelty: in the first
//! 17. headline: coverage z
//! 18. headline: rare coverage
//! 19. headline: rare coverage z
//! 20. headline: walk
//! 21. headline: walk z
//! 22. headline: walk/√(1+i)
//! 23. headline: reach
//! 24. headline: new reach
//! 25. entityDensity: sum
//! 26. entityDensity: density
//! 27. entityDensity: density z
//! 28. entityDensity: new sum
//! 29. entityDensity: share in lead
//! 30. entityDensity: facts
//! 31. entityDensity: names
//! 32. selfContained: opens with quote

use super::FEATURES;

/// Articles with a headline, in languages with abstracts to fit to.
#[rustfmt::skip]
pub(super) const WITH_HEADLINE: [i16; FEATURES] = [
    -491, -246, -257, -192, -40, -1456, 310, 487, -1426, 75, 450, 450, -737, 206, 230, -634, 82, 440, 485, 30, -140,
    78, -1088, 841, -616, 247, 1, 890, 200, 47, -154, -89,
];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [
    349, -443, -193, -128, 84, -1075, -221, 263, -2600, 183, 372, 783, -24, 56, 321, 410, 93, 312, -410, -555, 324,
    1352, -1475, 61, 676, -935, 84, 1331, 148, 204, -110, -281,
];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [
    -37, -600, -235, -113, 201, -1528, 126, 766, -2492, 131, 320, 1086, -1102, 297, 263, -178, -83, 93, 534, 1428,
    -420, -834, -1111, 799, -942, 466, 104, 1263, 129, 185, -204, -286,
];
