//! Places in UTF-16 units, as JavaScript counts them.

use crate::text::scan;
use crate::text::span::Span;

/// Counts UTF-16 units while walking forward through a text once.
pub(crate) struct Utf16Units<'t> {
    text: &'t str,
    /// Bytes counted, and the units they are.
    bytes: usize,
    units: usize,
}

impl<'t> Utf16Units<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, bytes: 0, units: 0 }
    }

    /// Offset and length of a span in UTF-16 units. Fast when spans come in document order.
    pub(crate) fn of(&mut self, span: Span) -> (usize, usize) {
        if span.start < self.bytes {
            (self.bytes, self.units) = (0, 0);
        }
        self.units += units_in(&self.text[self.bytes..span.start]);
        self.bytes = span.start;
        (self.units, units_in(span.of(self.text)))
    }
}

/// How many UTF-16 units a text has.
pub(crate) fn units_in(text: &str) -> usize {
    let (eights, rest) = text.as_bytes().as_chunks();
    let units: u32 = eights.iter().map(|eight| scan::utf16_units(u64::from_le_bytes(*eight))).sum();
    // Beside a single byte there are seven characters that are 0.
    units as usize + rest.iter().map(|byte| scan::utf16_units(u64::from(*byte)) as usize - 7).sum::<usize>()
}

/// The byte that stands at a UTF-16 offset of `text`; the text's end when the offset is past it.
#[cfg(target_arch = "wasm32")]
pub(crate) fn byte_at_utf16(text: &str, offset: usize) -> usize {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units >= offset {
            return at;
        }
        units += c.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_become_utf16_units() {
        let text = "a𝄞é one two";
        let mut units = Utf16Units::new(text);
        assert_eq!(units.of(Span::new(1, 7)), (1, 3));
        assert_eq!(units.of(Span::new(8, 11)), (5, 3));
        assert_eq!(units.of(Span::new(0, 1)), (0, 1));
    }
}
