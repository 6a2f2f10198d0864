//! Results as JavaScript and JSON show them: byte spans become UTF-16 units here, and nowhere else.

use crate::analysis::entity::Entity;
use crate::salience::Signal;
use crate::summary::{SCORE_STEPS, Summary, SummarySentence};
#[doc(inline)]
pub use crate::text::fold::on_one_line;
use crate::text::span::Span;
use crate::text::utf16::Utf16Units;
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

/// A summary in the shape of the JSON contract.
#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SummaryOutput<'a> {
    language: &'a str,
    headline: Option<&'a str>,
    sentences: Vec<SentenceOutput<'a>>,
    entities: Vec<EntityOutput<'a>>,
    words: usize,
    reading_seconds: usize,
    article: ArticleOutput<'a>,
    worthwhile: bool,
    truncated: bool,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct SentenceOutput<'a> {
    text: &'a str,
    offset: usize,
    length: usize,
    paragraph: usize,
    rank_score: Score,
    signals: Signals<'a>,
    entities: &'a [String],
}

#[derive(Debug, serde::Serialize)]
struct EntityOutput<'a> {
    name: &'a str,
    kind: &'a str,
    weight: Score,
    mentions: usize,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleOutput<'a> {
    words: usize,
    sentences: usize,
    reading_seconds: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

/// The parts of a score by the names of their signals.
#[derive(Debug)]
struct Signals<'a>(&'a SummarySentence);

impl Serialize for Signals<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Signals", Signal::ALL.len())?;
        for signal in Signal::ALL {
            object.serialize_field(signal.name(), &Score(self.0.signal(signal)))?;
        }
        object.end()
    }
}

/// A number of at most four decimals, whole ones written without a point, as `JSON.stringify` does.
#[derive(Clone, Copy, Debug)]
struct Score(f64);

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rounded = (self.0 * SCORE_STEPS).round() / SCORE_STEPS;
        if rounded == rounded.trunc() {
            serializer.serialize_u32(rounded as u32)
        } else {
            serializer.serialize_f64(rounded)
        }
    }
}

impl<'a> SummaryOutput<'a> {
    /// `text` is the text the spans refer to. With `show_text` it is part of the output, as it must be where the
    /// reader of the output does not have it: for an article found on a page.
    #[must_use]
    pub fn new(summary: &'a Summary, text: &'a str, show_text: bool) -> Self {
        let mut units = Utf16Units::new(text);
        Self {
            language: summary.language,
            headline: summary.headline.as_deref(),
            sentences: summary
                .sentences
                .iter()
                .map(|sentence| {
                    let (offset, length) = units.of(sentence.span);
                    SentenceOutput {
                        text: &sentence.text,
                        offset,
                        length,
                        paragraph: sentence.paragraph,
                        rank_score: Score(sentence.rank_score),
                        signals: Signals(sentence),
                        entities: &sentence.entities,
                    }
                })
                .collect(),
            entities: summary.entities.iter().map(EntityOutput::new).collect(),
            words: summary.words,
            reading_seconds: summary.reading_seconds,
            article: ArticleOutput {
                words: summary.article.words,
                sentences: summary.article.sentences,
                reading_seconds: summary.article.reading_seconds,
                text: show_text.then_some(text),
            },
            worthwhile: summary.worthwhile,
            truncated: summary.truncated,
        }
    }
}

impl<'a> EntityOutput<'a> {
    fn new(entity: &'a Entity) -> Self {
        Self { name: &entity.name, kind: entity.kind.name(), weight: Score(entity.weight), mentions: entity.mentions }
    }
}

/// A piece of text and its place: a sentence, or with a name a mention of an entity.
#[derive(Debug)]
pub struct PieceOutput<'a> {
    offset: usize,
    length: usize,
    text: &'a str,
    entity: Option<&'a Entity>,
}

impl<'a> PieceOutput<'a> {
    /// The sentences at `spans`, which are in document order.
    #[must_use]
    pub fn sentences(text: &'a str, spans: &[Span]) -> Vec<Self> {
        Self::list(text, spans.iter().map(|span| (*span, None)))
    }

    /// The mentions, in document order, each with its entity.
    #[must_use]
    pub fn mentions(text: &'a str, mentions: impl Iterator<Item = (Span, &'a Entity)>) -> Vec<Self> {
        Self::list(text, mentions.map(|(span, entity)| (span, Some(entity))))
    }

    fn list(text: &'a str, pieces: impl Iterator<Item = (Span, Option<&'a Entity>)>) -> Vec<Self> {
        let mut units = Utf16Units::new(text);
        pieces
            .map(|(span, entity)| {
                let (offset, length) = units.of(span);
                Self { offset, length, text: span.of(text), entity }
            })
            .collect()
    }
}

impl Serialize for PieceOutput<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("offset", &self.offset)?;
        object.serialize_entry("length", &self.length)?;
        object.serialize_entry("text", self.text)?;
        if let Some(entity) = self.entity {
            object.serialize_entry("name", &entity.name)?;
            object.serialize_entry("kind", entity.kind.name())?;
            object.serialize_entry("weight", &Score(entity.weight))?;
        }
        object.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_written_as_javascript_writes_them() {
        let json = |v| serde_json::to_string(&Score(v)).unwrap_or_default();
        assert_eq!([json(1.0), json(0.0), json(0.12345), json(0.5)], ["1", "0", "0.1235", "0.5"]);
    }
}
