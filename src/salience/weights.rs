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
    -636, -112, -254, -195, -54, -1440, 295, 496, -1704, 79, 459, 345, -736, 209, 239, 70, 535, 497, 110, -153, -51,
    -1493, 1196, -606, 96, 14, 1119, 227, 54, -157, -92,
];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [
    241, -438, -203, -136, 88, -1096, -226, 262, -2560, 183, 393, 726, -62, 59, 307, 91, 315, -388, -584, 308, 1049,
    -773, -240, 941, -1226, 83, 1415, 148, 203, -81, -283,
];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [
    -180, -525, -243, -118, 211, -1525, 121, 774, -2612, 132, 335, 1048, -1133, 304, 259, -109, 44, 571, 1480, -444,
    -939, -1090, 899, -861, 314, 109, 1425, 129, 188, -198, -289,
];
