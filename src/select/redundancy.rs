//! Redundancy: whether a sentence says what another one or the headline says already.

use crate::analysis::term::Term;

/// Two sentences with a larger share of their terms in common say the same; with this share editors' choices are met as
/// well as without it.
const REPEATING: f64 = 0.5;
/// A sentence with a larger share of its terms and the headline's in common says nothing that the headline does not. The
/// first sentence of most stories has the headline's terms, and something besides.
const ECHOING: f64 = 2.0 / 3.0;

/// Whether two sentences of these terms say the same.
pub(crate) fn repeats(one: &[Term], other: &[Term]) -> bool {
    dice(one, other) > REPEATING
}

/// Whether a sentence of these terms only says the headline again.
pub(crate) fn echoes(sentence: &[Term], headline: &[Term]) -> bool {
    dice(sentence, headline) > ECHOING
}

/// The terms that both have, as a share of all that the two have: 0 to 1 (Dice 1945, "Measures of the amount of ecologic
/// association between species").
fn dice(one: &[Term], other: &[Term]) -> f64 {
    let shared = one.iter().filter(|term| other.contains(term)).count();
    2.0 * shared as f64 / (one.len() + other.len()).max(1) as f64
}
