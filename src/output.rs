//! An article, and pieces of a text, as JSON shows them.

use crate::analysis::entity::{Entity, EntityKind};
use crate::article::Article;
use crate::page_kind::PageGuess;
use crate::score;
use crate::text::span::Span;
use crate::text::utf16::Utf16Units;
use serde::Serialize;

/// A piece of text and its place: a sentence, or with a name a mention of an entity.
#[derive(Debug, Serialize)]
pub struct PieceOutput<'a> {
    offset: usize,
    length: usize,
    text: &'a str,
    #[serde(flatten)]
    entity: Option<EntityOutput<'a>>,
}

#[derive(Debug, Serialize)]
struct EntityOutput<'a> {
    name: &'a str,
    kind: EntityKind,
    #[serde(serialize_with = "score::serialize")]
    weight: f64,
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
                let entity = entity.map(|e| EntityOutput { name: &e.name, kind: e.kind, weight: e.weight });
                Self { offset, length, text: span.of(text), entity }
            })
            .collect()
    }
}

/// The article of a page, with what the page says about it.
#[derive(Debug, Serialize)]
pub struct ArticleOutput<'a> {
    headline: Option<&'a str>,
    standfirst: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<&'a str>,
    language: Option<&'a str>,
    #[serde(flatten)]
    page: Option<PageGuess>,
    paragraphs: Vec<ParagraphOutput<'a>>,
}

#[derive(Debug, Serialize)]
struct ParagraphOutput<'a> {
    kind: &'static str,
    text: &'a str,
}

impl<'a> ArticleOutput<'a> {
    /// All of an article.
    #[must_use]
    pub fn of(article: &'a Article<'_>) -> Self {
        let paragraphs = article.paragraphs().iter();
        Self {
            headline: article.headline(),
            standfirst: article.standfirst(),
            byline: article.byline(),
            published: article.published(),
            language: article.language(),
            page: article.page(),
            paragraphs: paragraphs
                .map(|p| ParagraphOutput { kind: p.kind.name(), text: p.span.of(article.text()) })
                .collect(),
        }
    }
}
