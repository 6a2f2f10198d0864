//! What the features weigh.

use super::FEATURES;

pub(super) const WEIGHTS: [i32; FEATURES] = [0; FEATURES];
