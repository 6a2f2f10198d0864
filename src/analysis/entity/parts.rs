//! Small words inside names, and what stands after them.

use crate::collections::word_list::Listed;
use crate::text::punctuation::is_apostrophe;

/// Small words inside names: "Ministry of Defence", "Ludwig van Beethoven", "Rio de Janeiro".
pub(super) fn is_link(word: &str) -> bool {
    static LINKS: Listed = Listed::of(
        "of de del della der den des di da das do dos du la le van von zu bin ibn al el ter ten af av för für",
    );
    LINKS.has(word)
}

pub(super) fn without_possessive(name: &str) -> &str {
    let bare = name.strip_suffix(['s', 'S']).and_then(|n| n.strip_suffix(is_apostrophe));
    bare.unwrap_or_else(|| name.strip_suffix(is_apostrophe).unwrap_or(name))
}
