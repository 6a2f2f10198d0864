//! Paired bootstrap: how sure a difference between two systems on the same articles is (Efron and Tibshirani 1993,
//! "An introduction to the bootstrap"; Koehn 2004, "Statistical significance tests for machine translation
//! evaluation").

/// So many times the articles are drawn anew.
const DRAWS: usize = 2_000;
/// Whatever is drawn, is drawn from here.
const SEED: u64 = 2_026;

/// A small generator of numbers that look random (Steele, Lea and Flood 2014, "SplitMix").
#[derive(Debug)]
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit`, not including it.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

/// A difference in the mean over the same articles, and where it lies with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Difference {
    /// The difference of the means.
    pub mean: f64,
    /// The 2.5th percentile of the differences drawn.
    pub low: f64,
    /// The 97.5th percentile.
    pub high: f64,
}

/// The difference that a list of paired differences shows.
pub(super) fn difference(pairs: &[f64]) -> Difference {
    let count = pairs.len().max(1);
    let mut random = Random::new(SEED);
    let mut means: Vec<f64> = (0..DRAWS)
        .map(|_| (0..pairs.len()).map(|_| pairs[random.below(pairs.len())]).sum::<f64>() / count as f64)
        .collect();
    means.sort_unstable_by(f64::total_cmp);
    let tail = DRAWS / 40;
    Difference { mean: pairs.iter().sum::<f64>() / count as f64, low: means[tail], high: means[DRAWS - 1 - tail] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_holds_its_mean_and_is_the_same_every_time() {
        let pairs: Vec<f64> = (0..200).map(|n| f64::from(n % 7) - 2.0).collect();
        let found = difference(&pairs);
        assert!(found.low < found.mean && found.mean < found.high && found.low > 0.5, "{found:?}");
        assert_eq!(found, difference(&pairs));
    }
}
