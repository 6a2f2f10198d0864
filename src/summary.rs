//! The output contract: what a summary is.

use crate::analysis::Document;
use crate::analysis::entity::Entity;
use crate::collections::sorted::{enter, ranked};
use crate::language::token::TokenKind;
use crate::salience::{SIGNALS, Signal};
use crate::select::Chosen;
use crate::text::span::Span;

/// Words a minute at which adults read non-fiction silently (Brysbaert 2019, "How many words do we read per minute?").
const WORDS_PER_MINUTE: usize = 238;
/// A summary of a greater part of the article's words than this is hardly shorter than it. As a fraction.
const MOST_OF_ARTICLE: (usize, usize) = (2, 3);
/// A summary that spares the reader fewer words than this, 12 seconds of reading, costs as much time as it saves. With the
/// part above three key points are worthwhile of 7 in 92 articles of four sentences or fewer in the development sets, of
/// half of those that have five, and of all that have nine or more but 9 in 2,985.
const LEAST_SAVED: usize = 48;
/// Scores are given in steps of 1/10000, so that every platform writes the same digits.
pub(crate) const SCORE_STEPS: f64 = 10_000.0;

/// A summary: sentences of the article, unchanged, in document order; or one clause as its headline.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The article's language as an ISO 639-1 code, or `und`.
    pub language: &'static str,
    /// The article's headline, where there is one.
    pub headline: Option<String>,
    /// The chosen sentences, in document order.
    pub sentences: Vec<SummarySentence>,
    /// The names that the summary's sentences mention, heaviest first, then the figures and dates.
    pub entities: Vec<Entity>,
    /// Words of the summary.
    pub words: usize,
    /// Time to read the summary, in seconds.
    pub reading_seconds: usize,
    /// What it was made from.
    pub article: ArticleFigures,
    /// Whether it spares the reader enough of the article to be worth reading in its place. Of a text that is too short
    /// to shorten it is not.
    pub worthwhile: bool,
    /// Whether the article was longer than [`crate::MAX_TEXT_BYTES`] and its end was not read.
    pub truncated: bool,
}

/// A sentence of a summary.
#[derive(Clone, Debug, PartialEq)]
pub struct SummarySentence {
    /// The sentence, a verbatim piece of the article.
    pub text: String,
    /// Where it stands in the article's text, in bytes.
    pub span: Span,
    /// Index of its paragraph in the article, from 0.
    pub paragraph: usize,
    /// Its score when it was chosen, over 0 and at most 1: the first choice has the highest.
    pub rank_score: f64,
    /// The parts of the score, in the order of [`Signal::ALL`]; they sum to `rank_score`.
    pub signals: [f64; SIGNALS],
    /// The names it mentions, heaviest first.
    pub entities: Vec<String>,
}

/// Figures of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArticleFigures {
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Time to read it, in seconds.
    pub reading_seconds: usize,
}

impl SummarySentence {
    /// The part of the score that a signal gave.
    #[must_use]
    pub const fn signal(&self, signal: Signal) -> f64 {
        self.signals[signal as usize]
    }
}

/// A summary while its sentences and names are places in the text.
pub(crate) struct Outline {
    /// In document order.
    pub(crate) sentences: Vec<Outlined>,
    /// The numbers of all entities that they mention, ascending: the list of entities is by weight, heaviest first.
    pub(crate) entities: Vec<u32>,
    pub(crate) words: usize,
    pub(crate) reading_seconds: usize,
    pub(crate) article: ArticleFigures,
    pub(crate) worthwhile: bool,
}

/// A sentence of a summary, or the clause that is its headline.
pub(crate) struct Outlined {
    pub(crate) span: Span,
    pub(crate) paragraph: usize,
    pub(crate) rank_score: f64,
    pub(crate) signals: [f64; SIGNALS],
    /// The numbers of the names that it mentions, ascending.
    pub(crate) names: Vec<u32>,
}

/// Room for the entities of most summaries, so that it need not grow.
const ROOM: usize = 16;

impl Outline {
    pub(crate) fn new(document: &Document<'_>, chosen: &[Chosen]) -> Self {
        let all = document.sentences();
        let list = &document.entities.list;
        let mut entities = Vec::with_capacity(ROOM);
        let mut words = 0;
        let mut sentences = Vec::with_capacity(chosen.len());
        for at in ranked(chosen.len(), |at| chosen[at].sentence as u64) {
            let choice = &chosen[at];
            let sentence = &all[choice.sentence];
            let mut names = Vec::with_capacity(ROOM);
            for mention in document.entities.of_sentence(choice.sentence) {
                if choice.span.contains(mention.span) {
                    enter(&mut entities, 0, mention.entity);
                    if !list[mention.entity as usize].kind.is_fact() {
                        enter(&mut names, 0, mention.entity);
                    }
                }
            }
            let (signals, rank_score) = in_steps(choice.parts);
            words += document.prose.words_in(sentence, choice.span);
            sentences.push(Outlined { span: choice.span, paragraph: sentence.paragraph, rank_score, signals, names });
        }
        let article_words = all.iter().map(|s| s.words).sum();
        let article = ArticleFigures {
            words: article_words,
            sentences: all.len(),
            reading_seconds: reading_seconds(article_words),
        };
        let worthwhile = is_worthwhile(words, article_words);
        Self { sentences, entities, words, reading_seconds: reading_seconds(words), article, worthwhile }
    }
}

impl Summary {
    pub(crate) fn new(document: &Document<'_>, chosen: &[Chosen]) -> Self {
        let text = document.article.text();
        let list = &document.entities.list;
        let outline = Outline::new(document, chosen);
        let sentence = |outlined: Outlined| SummarySentence {
            text: outlined.span.of(text).to_owned(),
            span: outlined.span,
            paragraph: outlined.paragraph,
            rank_score: outlined.rank_score,
            signals: outlined.signals,
            entities: outlined.names.iter().map(|number| list[*number as usize].name(text).into_owned()).collect(),
        };
        Self {
            language: document.prose.language,
            headline: document.article.headline().map(str::to_owned),
            sentences: outline.sentences.into_iter().map(sentence).collect(),
            entities: outline.entities.iter().map(|number| list[*number as usize].entity(text)).collect(),
            words: outline.words,
            reading_seconds: outline.reading_seconds,
            article: outline.article,
            worthwhile: outline.worthwhile,
            truncated: document.article.is_truncated(),
        }
    }

    /// The sentences' texts, a space between them.
    #[must_use]
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.sentences.iter().map(|s| s.text.as_str()).collect();
        texts.join(" ")
    }
}

/// Seconds to read so many words, rounded up.
const fn reading_seconds(words: usize) -> usize {
    (words * 60).div_ceil(WORDS_PER_MINUTE)
}

/// Whether a summary of so many words is worth reading in place of an article of so many.
const fn is_worthwhile(words: usize, article_words: usize) -> bool {
    let (part, of) = MOST_OF_ARTICLE;
    words * of <= article_words * part && article_words - words >= LEAST_SAVED
}

/// Rounds a score to steps, and its parts so that what is shown adds up: what they lack goes to the largest.
fn in_steps(parts: [f64; SIGNALS]) -> ([f64; SIGNALS], f64) {
    let score = (parts.iter().sum::<f64>() * SCORE_STEPS).round().min(SCORE_STEPS);
    let mut steps = parts.map(|p| (p * SCORE_STEPS).floor());
    let largest = (0..SIGNALS).fold(0, |best, at| if steps[at] > steps[best] { at } else { best });
    steps[largest] += score - steps.iter().sum::<f64>();
    (steps.map(|s| s / SCORE_STEPS), score / SCORE_STEPS)
}

/// Whether there is anything to choose from: a sentence with a word in it.
pub(crate) fn has_words(document: &Document<'_>) -> bool {
    document.prose.tokens.iter().any(|t| !matches!(t.kind, TokenKind::Mark))
}

#[cfg(test)]
mod tests {
    use crate::{Options, Signal, SummaryType, summarize};

    #[test]
    fn the_only_sentence_of_a_text_has_the_highest_score_for_its_novelty() {
        let summary = summarize("The mayor of Riga opened the repaired bridge on Monday morning.", &Options::default());
        let shown =
            summary.map(|s| s.sentences.iter().map(|s| (s.rank_score, s.signal(Signal::Novelty))).collect::<Vec<_>>());
        assert_eq!(shown, Ok(vec![(1.0, 1.0)]));
    }

    #[test]
    fn a_summary_is_worthwhile_where_it_is_much_shorter_than_the_article() {
        const STORY: [&str; 12] = [
            "The mayor of Riga opened the repaired bridge over the river on Monday morning.",
            "Heavy lorries have been banned from the harbour road since the spring floods.",
            "Fishermen from Jurmala asked the council for eleven new moorings last week.",
            "A bakery near the cathedral gave away four hundred loaves to pensioners.",
            "Teachers at two village schools will strike over unpaid overtime in autumn.",
            "The national museum lent its oldest maps to a gallery in Helsinki.",
            "Prosecutors dropped charges against a ferry captain accused of smuggling amber.",
            "Farmers expect the smallest rye harvest for a decade after the June drought.",
            "An orchestra of nurses and doctors plays Mozart at the clinic every Sunday.",
            "Engineers found cracks in the roof of the municipal swimming pool.",
            "Parliament votes tomorrow on a tax for second homes along the coast.",
            "The ice hockey team hired a coach who had won three titles in Sweden.",
        ];
        let worthwhile = |sentences: usize, options: &Options| {
            let text = STORY[..sentences].join(" ");
            summarize(&text, options).map(|summary| summary.worthwhile)
        };
        let points = Options::default();
        assert_eq!([1, 3, 5, 12].map(|n| worthwhile(n, &points)), [false, false, false, true].map(Ok));
        // What is asked for counts: a line of a brief is, and twelve sentences of twelve are not.
        let headline = Options { summary_type: SummaryType::Headline, ..Options::default() };
        assert_eq!([1, 3, 6].map(|n| worthwhile(n, &headline)), [false, false, true].map(Ok));
        assert_eq!(worthwhile(12, &Options { sentences: Some(12), ..Options::default() }), Ok(false));
    }
}
