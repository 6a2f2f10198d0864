//! Plain text → its pieces, of which none is left out.

use crate::language::lexicon::Lexicon;
use crate::language::{identify, sentence};
use crate::plain_text::paragraphs::paragraphs;
use crate::text::span::Span;

/// All of a plain text in pieces, headlines and lines without an end mark too: with the white space between them they
/// join back to the text. A dateline is a piece of its own; an attribution in brackets ends the sentence before it.
pub(crate) fn pieces(text: &str, asked: Option<&str>) -> Vec<Span> {
    let language = asked.and_then(identify::of_tag).unwrap_or_else(|| identify::identify(text));
    let lexicon = Lexicon::of(language);
    let (mut found, mut candidates) = (Vec::new(), Vec::new());
    for paragraph in paragraphs(text, true) {
        let before = found.len();
        sentence::segment(text, paragraph, lexicon, &mut candidates, &mut found);
        let dateline = Span::new(paragraph.start, found.get(before).map_or(paragraph.end, |s: &Span| s.start));
        if !dateline.trim(text).is_empty() {
            found.insert(before, dateline.trim(text));
        }
        if let Some(last) = found.last_mut() {
            last.end = paragraph.end;
        }
    }
    found
}
