//! Position: how early a sentence stands, in the article and among its paragraphs.
//!
//! News is an inverted pyramid, so the lead is the hardest baseline to beat (Edmundson 1969; Nenkova 2005,
//! "Automatic text summarization of newswire"). How steeply to fall from sentence to sentence, and from which
//! point of view (sentences, paragraphs, words already read), is left to the weights.

use super::Columns;
use super::logs::ln_1p;
use crate::document::Document;

/// A screenful, in words: the unit of what stands before a sentence.
const SCREEN: f64 = 60.0;
/// From this many screens on, more of them make no difference.
const MOST_SCREENS: f64 = 5.0;

pub(super) const NAMES: &[&str] = &["1/(1+i)", "i=0", "ln(1+i)", "screens before", "1/(1+paragraph)"];
/// Which of them is `ln(1+i)`: these are the first of all features.
pub(super) const LN_PLACE: usize = 2;

pub(super) fn measure(document: &Document<'_>, out: &mut Columns) {
    let sentences = document.sentences();
    let (mut paragraph, mut words) = (0, 0);
    for (at, sentence) in sentences.iter().enumerate() {
        paragraph += usize::from(at > 0 && sentence.paragraph != sentences[at - 1].paragraph);
        out.row(
            at,
            0,
            [
                1.0 / (1.0 + at as f64),
                f64::from(u8::from(at == 0)),
                ln_1p(at),
                (words as f64 / SCREEN).min(MOST_SCREENS),
                1.0 / (1.0 + paragraph as f64),
            ],
        );
        words += sentence.words;
    }
}
