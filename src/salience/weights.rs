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
    -495, -246, -258, -192, -41, -1459, 310, 489, -1433, 75, 453, 449, -735, 204, 227, -635, 82, 435, 485, 33, -141,
    74, -1076, 837, -587, 218, 4, 898, 200, 47, -157, -89,
];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [
    351, -395, -193, -128, 84, -1075, -220, 263, -2633, 183, 375, 784, -20, 55, 320, 426, 87, 299, -405, -553, 324,
    1328, -1454, 32, 682, -939, 84, 1331, 148, 204, -111, -281,
];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [
    -57, -600, -240, -111, 202, -1534, 126, 772, -2484, 130, 323, 1070, -1106, 295, 259, -169, -89, 86, 543, 1421,
    -423, -850, -1075, 785, -819, 366, 111, 1331, 125, 185, -219, -286,
];
