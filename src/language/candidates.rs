//! Where sentences may end: one pass over a paragraph for all that asks for such places.

use crate::language::thai::is_thai;
use crate::text::punctuation::{is_end_mark, is_full_width_end_mark};
use crate::text::scan;

/// What else was seen in a paragraph.
#[derive(Default)]
pub(super) struct Seen {
    /// A `[`.
    pub(super) bracket: bool,
    /// An end mark that needs no space after it.
    pub(super) full_width: bool,
}

/// Finds where something is to be decided in a paragraph: at the marks that may end sentences, and at Thai letters.
pub(super) fn find(text: &str, candidates: &mut Vec<usize>) -> Seen {
    let bytes = text.as_bytes();
    candidates.clear();
    let mut seen = Seen::default();
    // Commas and digits are many: they are passed over.
    let may_be = |eight| {
        let listed = scan::equal(b'.', eight) | scan::equal(b'!', eight) | scan::equal(b'[', eight);
        listed | scan::marks(eight) | scan::beyond_cyrillic(eight)
    };
    scan::each_place(bytes, may_be, |at| {
        let is_candidate = match bytes.get(at).copied().unwrap_or_default() {
            b'.' | b'!' | b'?' | b':' | b';' => true,
            b'[' => {
                seen.bracket = true;
                false
            }
            // The bytes that begin such characters.
            0xd6 | 0xd8 | 0xdb | 0xe0..=0xe3 | 0xea | 0xef => {
                let c = scan::first_char(scan::eight(bytes, at));
                seen.full_width |= is_full_width_end_mark(c);
                is_end_mark(c) || is_thai(c)
            }
            _ => false,
        };
        if is_candidate {
            candidates.push(at);
        }
    });
    seen
}
