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
    -489, -251, -255, -190, -40, -1452, 308, 470, -1439, 78, 439, 426, -739, 204, 248, -623, 87, 387, 487, 43, -146,
    91, -1022, 809, -584, 242, 0, 888, 211, 47, -164, -90,
];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [
    391, -460, -196, -125, 86, -1052, -237, 267, -2545, 180, 369, 743, -22, 54, 323, 330, 93, 308, -396, -593, 310,
    1298, -1236, -93, 752, -952, 91, 1370, 138, 204, -123, -276,
];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [
    -25, -624, -235, -113, 199, -1523, 124, 770, -2447, 130, 308, 1062, -1153, 289, 273, -204, -85, 34, 547, 1431,
    -431, -829, -995, 735, -861, 432, 108, 1289, 124, 185, -213, -279,
];
