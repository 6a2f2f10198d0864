//! Values on a common scale.

/// What is below is rounding.
const LEAST_DEVIATION: f64 = 1e-9;

/// 1 for yes, 0 for no.
pub(super) fn flag(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

/// Turns a feature into standard deviations from its mean in the article; all 0 where it does not differ.
pub(super) fn standardize<const COUNT: usize>(rows: &mut [[f64; COUNT]], feature: usize) {
    let count = rows.len().max(1) as f64;
    let mean = rows.iter().map(|row| row[feature]).sum::<f64>() / count;
    let variance = rows.iter().map(|row| (row[feature] - mean) * (row[feature] - mean)).sum::<f64>() / count;
    let deviation = variance.sqrt();
    let scale = if deviation > LEAST_DEVIATION { 1.0 / deviation } else { 0.0 };
    for row in rows {
        row[feature] = (row[feature] - mean) * scale;
    }
}
