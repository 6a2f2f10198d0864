//! Scores as they are shown: numbers from 0 to 1 in steps of 1/10000, so that every platform writes the same digits.

/// The steps between 0 and 1.
pub(crate) const STEPS: f64 = 10_000.0;

/// Writes a score, a whole one without a point, as `JSON.stringify` does.
#[cfg(feature = "serde")]
pub(crate) fn serialize<S: serde::Serializer>(score: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    let rounded = (score * STEPS).round() / STEPS;
    if rounded == rounded.trunc() {
        serializer.serialize_u32(rounded as u32)
    } else {
        serializer.serialize_f64(rounded)
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    #[test]
    fn scores_are_written_as_javascript_writes_them() {
        let json = |score: f64| super::serialize(&score, serde_json::value::Serializer).map(|v| v.to_string()).ok();
        assert_eq!([1.0, 0.0, 0.12345, 0.5].map(json), ["1", "0", "0.1235", "0.5"].map(|text| Some(text.to_owned())));
    }
}
