//! Logarithms of whole numbers: most of them come again and again.

/// `ln(1 + n)` of every whole number asked for so far, and of all below.
pub(super) struct Logs(Vec<f64>);

/// Few articles have more sentences, or more words in one.
const CAPACITY: usize = 64;

impl Logs {
    pub(super) fn new() -> Self {
        Self(Vec::with_capacity(CAPACITY))
    }

    pub(super) fn of(&mut self, n: usize) -> f64 {
        while self.0.len() <= n {
            self.0.push(libm::log(1.0 + self.0.len() as f64));
        }
        self.0[n]
    }
}
