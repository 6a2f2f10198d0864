//! The entities of an article and their mentions.

use crate::analysis::entity::kind::EntityKind;
use crate::analysis::entity::name;
use crate::collections::sorted::enter_sorted;
use crate::text::span::Span;
use std::borrow::Cow;

/// A name or a fact of the article, all its mentions merged.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Entity {
    /// The fullest form that the article uses.
    pub name: String,
    /// What it is; [`EntityKind::Other`] where that is not sure enough.
    pub kind: EntityKind,
    /// Its salience in the article: names share 1 among them, facts have 0.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::score::serialize"))]
    pub weight: f64,
    /// How often the article mentions it, in any form.
    pub mentions: usize,
}

/// An entity as the stages see it: its name stays in the text until it is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Referent {
    /// The mention with the fullest form.
    pub(super) span: Span,
    pub(crate) kind: EntityKind,
    pub(crate) mentions: usize,
    pub(crate) weight: f64,
}

impl Referent {
    /// The name as it is shown.
    pub(crate) fn name<'t>(&self, text: &'t str) -> Cow<'t, str> {
        name::canonical(self.span.of(text))
    }

    /// The entity as it is shown.
    pub(crate) fn entity(&self, text: &str) -> Entity {
        Entity { name: self.name(text).into_owned(), kind: self.kind, weight: self.weight, mentions: self.mentions }
    }
}

/// One mention of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where it stands in the article's text.
    pub(crate) span: Span,
    /// Index of the sentence it stands in.
    pub(crate) sentence: usize,
    /// Index into [`Entities::list`].
    pub(crate) entity: u32,
}

/// The entities of an article and their mentions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entities {
    /// By weight, heaviest first; then in order of appearance.
    pub(crate) list: Vec<Referent>,
    /// In document order.
    pub(crate) mentions: Vec<Mention>,
    /// The distinct entities of each sentence, ascending, one sentence after the other.
    distinct: Vec<u32>,
    /// Where the mentions of each sentence and its distinct entities begin; one more at the end.
    starts: Vec<(usize, usize)>,
}

impl Entities {
    /// The mentions in sentence number `sentence`.
    pub(crate) fn of_sentence(&self, sentence: usize) -> &[Mention] {
        &self.mentions[self.starts[sentence].0..self.starts[sentence + 1].0]
    }

    /// The distinct entities that a sentence mentions, ascending.
    pub(crate) fn distinct_in(&self, sentence: usize) -> &[u32] {
        &self.distinct[self.starts[sentence].1..self.starts[sentence + 1].1]
    }
}

/// Tells which mentions and which entities each sentence has.
pub(super) fn by_sentence(list: Vec<Referent>, mentions: Vec<Mention>, sentences: usize) -> Entities {
    let mut starts = Vec::with_capacity(sentences + 1);
    let mut distinct = Vec::with_capacity(mentions.len());
    let mut at = 0;
    for sentence in 0..sentences {
        starts.push((at, distinct.len()));
        let count = mentions[at..].iter().take_while(|m| m.sentence == sentence).count();
        enter_sorted(&mut distinct, mentions[at..at + count].iter().map(|m| m.entity));
        at += count;
    }
    starts.push((at, distinct.len()));
    Entities { list, mentions, distinct, starts }
}
