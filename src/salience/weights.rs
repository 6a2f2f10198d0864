//! What the features weigh, in ten-thousandths of a log-odd a unit of the feature.
//!
//! Made by `make train` (tools/salience/train.py): ListNet on what editors chose from
//! 968 development articles. Not to be edited by hand.
//!
//! In this order:
//! 1. position: 1/(1+i)
//! 2. position: i=0
//! 3. position: ln(1+i)
//! 4. position: screens before
//! 5. position: 1/(1+paragraph)
//! 6. position: i/n
//! 7. position: ln sentences of paragraph
//! 8. position: place in paragraph
//! 9. selfContained: words/mean
//! 10. selfContained: short
//! 11. selfContained: plain
//! 12. selfContained: word length z
//! 13. centrality: shared by
//! 14. centrality: cosine z
//! 15. centrality: walk
//! 16. centrality: walk z
//! 17. novelty: taken up later
//! 18. novelty: new share
//! 19. novelty: fresh share
//! 20. novelty: ln fresh
//! 21. novelty: fresh/words
//! 22. novelty: in the one before
//! 23. headline: coverage z
//! 24. headline: walk
//! 25. headline: walk/√(1+i)
//! 26. headline: new reach
//! 27. entityDensity: new density
//! 28. entityDensity: new facts
//! 29. entityDensity: share in lead
//! 30. selfContained: quote share
//! 31. selfContained: question
//! 32. selfContained: exclamation
//! 33. selfContained: colon
//! 34. selfContained: link
//! 35. selfContained: no end mark
//! 36. cue: person
//! 37. cue: opinion
//! 38. cue: event
//! 39. cue: anaphor
//! 40. cue: stop share

use super::features::FEATURES;

#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; FEATURES] = [
    2471, -2546, 521, -392, 704, 1179, -392, -667, -1726, -1357, -905, 175, -6805, 601, -1179, 543, 1208, -7680, 4897,
    2191, 563, -1210, 96, 1109, -1373, 2856, 796, 1208, 664, -1725, -1347, -1442, -1477, -2090, -3433, -585, -762,
    739, -137, 3520,
];
