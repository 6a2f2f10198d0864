//! Where sentences may end: one pass over a paragraph for all that asks for such places.

use crate::language::thai::is_thai;
use crate::text::punctuation::is_end_mark;
use crate::text::scan;

/// Finds where something is to be decided in a paragraph: at the marks that may end sentences, and at Thai letters. Gives
/// whether there is a `[` in it, too.
pub(super) fn find(text: &str, candidates: &mut Vec<usize>) -> bool {
    let bytes = text.as_bytes();
    candidates.clear();
    let mut has_brackets = false;
    // Commas and digits are many: they are passed over.
    let may_be = |eight| {
        let listed = scan::equal(b'.', eight) | scan::equal(b'!', eight) | scan::equal(b'[', eight);
        listed | scan::marks(eight) | scan::beyond_cyrillic(eight)
    };
    scan::each_place(bytes, may_be, |at| {
        let is_candidate = match bytes.get(at).copied().unwrap_or_default() {
            b'.' | b'!' | b'?' | b':' | b';' => true,
            b'[' => {
                has_brackets = true;
                false
            }
            // The bytes that begin such characters.
            0xd6 | 0xd8 | 0xdb | 0xe0..=0xe3 | 0xef => {
                let c = scan::first_char(scan::eight(bytes, at));
                is_end_mark(c) || is_thai(c)
            }
            _ => false,
        };
        if is_candidate {
            candidates.push(at);
        }
    });
    has_brackets
}
