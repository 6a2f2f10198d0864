//! Logarithms of whole numbers: most of them come again and again.

use std::sync::OnceLock;

/// Few articles have more sentences, or more words in one: the logarithms of what is below are kept for all articles.
const COMMON: usize = 128;

/// `ln(1 + n)`.
pub(super) fn ln_1p(n: usize) -> f64 {
    static KNOWN: OnceLock<[f64; COMMON]> = OnceLock::new();
    let calculated = |n: usize| libm::log(1.0 + n as f64);
    let known = KNOWN.get_or_init(|| std::array::from_fn(calculated));
    known.get(n).copied().unwrap_or_else(|| calculated(n))
}
