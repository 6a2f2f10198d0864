//! The result: what a summary is, in Rust, in JSON and in JavaScript. `www/types/nutgraf.d.ts` has it in TypeScript.

use crate::analysis::Document;
use crate::analysis::entity::{self, Entity};
use crate::collections::sorted::{enter, ranked};
use crate::language::Language;
use crate::language::token::TokenKind;
use crate::page_kind::PageGuess;
use crate::salience::{SIGNALS, Signal};
use crate::score;
use crate::select::Chosen;
use crate::text::span::Span;
use crate::text::utf16::Utf16Units;

/// Words a minute at which adults read non-fiction silently (Brysbaert 2019, "How many words do we read per minute?").
const WORDS_PER_MINUTE: usize = 238;
/// A summary of a greater part of the article's words than this is hardly shorter than it. As a fraction.
const MOST_OF_ARTICLE: (usize, usize) = (2, 3);
/// A summary that spares the reader fewer words than this, 12 seconds of reading, costs as much time as it saves. With the
/// part above three key points are worthwhile of 7 in 92 articles of four sentences or fewer in the development sets, of
/// half of those that have five, and of all that have nine or more but 9 in 2,985.
const LEAST_SAVED: usize = 48;
/// Room for the entities of most summaries, so that it need not grow.
const ROOM: usize = 16;

/// A summary: sentences of the article, unchanged, in document order; or one clause as its headline.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
#[non_exhaustive]
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
    /// What the page was taken for that the article stands on, where it stands on one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub page: Option<PageGuess>,
    /// Whether it spares the reader enough of the article to be worth reading in its place. Of a text that is too short
    /// to shorten it is not.
    pub worthwhile: bool,
    /// Whether the article was longer than [`crate::MAX_TEXT_BYTES`] and its end was not read.
    pub truncated: bool,
}

/// A sentence of a summary.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct SummarySentence {
    /// The sentence, a verbatim piece of the article.
    pub text: String,
    /// Where it stands in the article's text, in bytes. Not in JSON, nor in JavaScript.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
    /// Where it stands in the article's text, in UTF-16 units, as JavaScript counts.
    pub offset: usize,
    /// How long it is, in UTF-16 units.
    pub length: usize,
    /// Index of its paragraph in the article, from 0.
    pub paragraph: usize,
    /// Its score when it was chosen, over 0 and at most 1: the first choice has the highest.
    #[cfg_attr(feature = "serde", serde(serialize_with = "score::serialize"))]
    pub rank_score: f64,
    /// The parts of the score, in the order of [`Signal::ALL`]; they sum to `rank_score`.
    #[cfg_attr(feature = "serde", serde(serialize_with = "by_name"))]
    pub signals: [f64; SIGNALS],
    /// The names it mentions, heaviest first.
    pub entities: Vec<String>,
    /// Where it mentions names, figures and dates, in document order; [`Mention::entity`] is an index into
    /// [`Summary::entities`].
    pub mentions: Vec<Mention>,
}

/// A place where an entity is mentioned, in any form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Mention {
    /// Where it stands in the article's text, in bytes. Not in JSON, nor in JavaScript.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
    /// Where it stands in the article's text, in UTF-16 units, as JavaScript counts.
    pub offset: usize,
    /// How long it is, in UTF-16 units.
    pub length: usize,
    /// Which entity it is, as an index into the list that comes with it.
    pub entity: usize,
}

impl Mention {
    pub(crate) fn new(span: Span, entity: usize, units: &mut Utf16Units<'_>) -> Self {
        let (offset, length) = units.of(span);
        Self { span, offset, length, entity }
    }
}

/// Figures of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct ArticleFigures {
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Time to read it, in seconds.
    pub reading_seconds: usize,
    /// The text that places refer to, where it is not the text that was given: of a page, or of Markdown.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub text: Option<String>,
}

impl SummarySentence {
    /// The part of the score that a signal gave.
    #[must_use]
    pub const fn signal(&self, signal: Signal) -> f64 {
        self.signals[signal as usize]
    }
}

/// Writes the parts of a score by the names of their signals.
#[cfg(feature = "serde")]
fn by_name<S: serde::Serializer>(signals: &[f64; SIGNALS], serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeStruct;

    #[derive(serde::Serialize)]
    struct Score(#[serde(serialize_with = "score::serialize")] f64);

    // The context has no part where none is given.
    let shown = Signal::ALL.into_iter().filter(|signal| *signal != Signal::Context || signals[*signal as usize] > 0.0);
    let mut object = serializer.serialize_struct("Signals", SIGNALS)?;
    for signal in shown {
        object.serialize_field(signal.name(), &Score(signals[signal as usize]))?;
    }
    object.end()
}

/// What a chosen piece mentions, in document order.
fn mentions_in<'d>(document: &'d Document<'_>, choice: &Chosen) -> impl Iterator<Item = &'d entity::Mention> {
    let span = choice.span;
    document.entities.of_sentence(choice.sentence).iter().filter(move |mention| span.contains(mention.span))
}

impl Summary {
    pub(crate) fn new(document: &Document<'_>, chosen: &[Chosen]) -> Self {
        let text = document.article.text();
        let list = &document.entities.list;
        let mut units = Utf16Units::new(text);
        // The numbers of all entities that are mentioned, ascending: the list of entities is by weight, heaviest first.
        let mut entities = Vec::with_capacity(ROOM);
        let all = chosen.iter().flat_map(|choice| mentions_in(document, choice));
        all.for_each(|mention| enter(&mut entities, 0, mention.entity));
        let mut names = Vec::with_capacity(ROOM);
        let mut sentences = Vec::with_capacity(chosen.len());
        let mut words = 0;
        for at in ranked(chosen.len(), |at| chosen[at].sentence as u64) {
            let choice = &chosen[at];
            let sentence = &document.sentences()[choice.sentence];
            let (offset, length) = units.of(choice.span);
            let mut mentions = Vec::with_capacity(ROOM);
            names.clear();
            for mention in mentions_in(document, choice) {
                let place = entities.partition_point(|entity| *entity < mention.entity);
                mentions.push(Mention::new(mention.span, place, &mut units));
                if !list[mention.entity as usize].kind.is_fact() {
                    enter(&mut names, 0, mention.entity);
                }
            }
            let (signals, rank_score) = in_steps(choice.parts);
            words += document.prose.words_in(sentence, choice.span);
            sentences.push(SummarySentence {
                text: choice.span.of(text).to_owned(),
                span: choice.span,
                offset,
                length,
                paragraph: sentence.paragraph,
                rank_score,
                signals,
                entities: names.iter().map(|number| list[*number as usize].name(text).into_owned()).collect(),
                mentions,
            });
        }
        let article_words = document.sentences().iter().map(|s| s.words).sum();
        Self {
            language: document.prose.language.code(),
            headline: document.article.headline().map(str::to_owned),
            sentences,
            entities: entities.iter().map(|number| list[*number as usize].entity(text)).collect(),
            words,
            reading_seconds: reading_seconds(words),
            article: ArticleFigures {
                words: article_words,
                sentences: document.sentences().len(),
                reading_seconds: reading_seconds(article_words),
                text: document.article.owns_text().then(|| text.to_owned()),
            },
            page: document.article.page(),
            worthwhile: is_worthwhile(words, article_words),
            truncated: document.article.is_truncated(),
        }
    }

    /// The sentences' texts, with a space between them in languages that write one.
    #[must_use]
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.sentences.iter().map(|s| s.text.as_str()).collect();
        texts.join(self.sentence_gap())
    }

    /// What stands between two sentences of a paragraph in the summary's language: a space, in Chinese and Japanese nothing.
    #[must_use]
    pub fn sentence_gap(&self) -> &'static str {
        if Language::of_code(self.language).parts_sentences_by_space() { " " } else { "" }
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
    let whole = (parts.iter().sum::<f64>() * score::STEPS).round().min(score::STEPS);
    let mut steps = parts.map(|p| (p * score::STEPS).floor());
    let largest = (0..SIGNALS).fold(0, |best, at| if steps[at] > steps[best] { at } else { best });
    steps[largest] += whole - steps.iter().sum::<f64>();
    (steps.map(|s| s / score::STEPS), whole / score::STEPS)
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
    fn a_space_stands_between_sentences_where_the_language_writes_one() {
        let text = |story: &str| summarize(story, &Options::default()).map(|summary| summary.text());
        let japanese = "市議会は火曜日、プールの閉鎖を決めた。工事費は1400万クローネである。";
        assert_eq!(text(japanese).as_deref(), Ok(japanese));
        assert_eq!(text("The hall closes. The work is dear.").as_deref(), Ok("The hall closes. The work is dear."));
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
