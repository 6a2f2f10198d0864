//! How white space folds on a page: one rule for both walkers, and for the way back from a summary to the page.

use crate::text::punctuation::is_invisible;

/// Appends `raw` to `out` with runs of HTML white space folded to one space, none at the start.
/// Calls `each` for every character that is kept with its byte offsets in `raw` and in `out`.
pub(crate) fn fold(out: &mut String, raw: &str, mut each: impl FnMut(usize, usize)) {
    for (at, c) in raw.char_indices() {
        if c.is_ascii() && is_space(c as u8) {
            if out.is_empty() || out.ends_with(' ') {
                continue;
            }
            each(at, out.len());
            out.push(' ');
        } else {
            each(at, out.len());
            out.push(c);
        }
    }
}

/// White space of HTML, or a character that is not seen.
pub(crate) const fn is_blank_character(c: char) -> bool {
    is_invisible(c) || c.is_ascii() && is_space(c as u8)
}

/// HTML's ASCII white space. A no-break space is text.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}
