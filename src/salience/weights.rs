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
    -643, -116, -255, -194, -63, -1332, 232, 453, -1460, 83, 363, 384, -727, 206, 255, 77, 482, 502, 128, -162, -40,
    -1450, 1163, -674, 141, 7, 1159, 229, 50, -145, -89,
];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [
    289, -481, -201, -134, 84, -1055, -249, 250, -2601, 184, 399, 717, -36, 59, 297, 84, 272, -364, -596, 290, 1060,
    -718, -216, 873, -1172, 80, 1422, 146, 198, -75, -278,
];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [
    -161, -538, -240, -119, 206, -1477, 101, 752, -2564, 134, 321, 1058, -1108, 302, 248, -109, 9, 583, 1492, -456,
    -926, -1101, 913, -920, 346, 107, 1443, 130, 183, -190, -281,
];
