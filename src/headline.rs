//! A headline: the clause that best stands for the story.

use crate::analysis::Document;
use crate::clause::{NOT_PLAIN, Wholeness, pieces};
use crate::language::token::TokenKind;
use crate::leaning::Leanings;
use crate::note::Notes;
use crate::salience::Salience;
use crate::select::{Chosen, is_whole, scored};
use crate::text::span::Span;

/// A clause that is longer than this many times the words that a headline should have is none.
const MOST_OVER: usize = 3;

// The costs of a headline among those that are equally whole, in log-odds like the salience that they are taken from; 0
// is nothing. By the likeness (ROUGE-1 and ROUGE-L) of the headlines to those that editors gave 1,500 English, 500
// French, 400 Vietnamese and 130 stories in other languages, and by reading them: likeness does not tell a whole
// headline from half of one.

/// For each e-fold of a sentence's place, 0 or more: headlines are written from the first sentence. From 1 to 1.5 there
/// is no difference; at .6 a fifth more headlines are side points.
const PLACE: f64 = 1.5;
/// What all of the words that may be used are worth, against none.
const FILLED: f64 = 1.5;
/// For words past those that a headline should have, as many as those: the shortest comes, unless it stands far below.
const OVER: f64 = 6.0;

/// The headline of `most` words or fewer, or of more up to `limit` where no sentence has a clause so short. Nothing for an
/// article without a word.
pub(crate) fn choose(
    document: &Document<'_>,
    leanings: &Leanings,
    notes: &Notes<'_>,
    salience: &Salience,
    most: usize,
    limit: usize,
) -> Option<Chosen> {
    let worth = |sentence: usize| salience.signals[sentence].iter().sum();
    let best = best(document, leanings, &to_shorten(document, notes), most, limit, worth)?;
    let parts = scored(salience.signals[best.sentence], salience.scale(), 1.0);
    Some(Chosen { sentence: best.sentence, span: best.span, parts })
}

/// The sentences to make a headline from: no fragment and no note on the story while there are others. It may say what the
/// article's headline says.
fn to_shorten(document: &Document<'_>, notes: &Notes<'_>) -> Vec<usize> {
    let sentences = document.sentences();
    let fitting: Vec<usize> = (0..sentences.len()).filter(|s| is_whole(document, notes, *s)).collect();
    if fitting.is_empty() { (0..sentences.len()).filter(|s| sentences[*s].words > 0).collect() } else { fitting }
}

/// A piece of a sentence, and how good a headline it is.
#[derive(Clone, Copy, Debug)]
struct Headline {
    sentence: usize,
    span: Span,
    wholeness: Wholeness,
    worth: f64,
}

/// The best headline of `words` words or fewer from the sentences `candidates`, each worth what `salience` says. Where
/// none of them has a clause so short, one of more words comes, but never of more than `limit`.
fn best(
    document: &Document<'_>,
    leanings: &Leanings,
    candidates: &[usize],
    words: usize,
    limit: usize,
    salience: impl Fn(usize) -> f64,
) -> Option<Headline> {
    let limit = limit.min(words.saturating_mul(MOST_OVER));
    let mut best: Option<Headline> = None;
    for sentence in candidates {
        let leans = if leanings.of(*sentence).is_empty() { 0.0 } else { NOT_PLAIN };
        let worth = salience(*sentence) - PLACE * libm::log(1.0 + *sentence as f64) - leans;
        pieces(document, *sentence, limit, |piece| {
            let share = piece.words as f64 / words as f64;
            let (wholeness, length) = match piece.wholeness {
                Wholeness::Whole if share > 1.0 => (Wholeness::Over, OVER * (1.0 - share)),
                _ if share > 1.0 => return,
                wholeness => (wholeness, FILLED * share),
            };
            let worth = worth + length - piece.cost;
            if best.is_none_or(|best| (wholeness, worth) > (best.wholeness, best.worth)) {
                best = Some(Headline { sentence: *sentence, span: piece.span, wholeness, worth });
            }
        });
    }
    // Marks before the first word can be more than may be used: the word is shown alone.
    best.or_else(|| {
        let sentence = *candidates.first()?;
        let mut tokens = document.prose.tokens_of(&document.sentences()[sentence]).iter();
        let word = tokens.find(|token| token.kind != TokenKind::Mark)?;
        Some(Headline { sentence, span: word.span, wholeness: Wholeness::Fragment, worth: 0.0 })
    })
}

#[cfg(test)]
mod tests;
