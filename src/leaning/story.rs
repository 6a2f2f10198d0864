//! What the detectors of leaning look at: the sentences, what the headline says, where things were introduced, and what
//! stands in quotation marks.

use crate::document::Document;
use crate::entity::{EntityKind, Mention};
use crate::language::Sentence;
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Token, TokenKind};
use crate::leaning::{name, quotation};
use crate::table::{Key, Table};

/// A person is looked for in so many sentences before.
const PERSON_WITHIN: usize = 4;

/// An article as the detectors look at it.
pub(super) struct Story<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) text: &'d str,
    /// A quotation a sentence.
    pub(super) quotations: Vec<quotation::Quotation>,
    /// The stems of the headline's words.
    headline: Vec<Key>,
    /// For each entity the sentence that introduces it.
    pub(super) introductions: Vec<Option<usize>>,
    /// For the stem of each referent the sentence that has it first, plus one.
    introduced: Table<u32>,
}

impl<'d> Story<'d> {
    pub(super) fn new(document: &'d Document<'_>) -> Self {
        let prose = &document.prose;
        let mut introduced = Table::with_capacity(16);
        for (sentence, number) in prose.sentences.iter().zip(1..) {
            for token in prose.tokens_of(sentence).iter().filter(|t| t.lists.has(List::Referent)) {
                let first: &mut u32 = introduced.entry(token.stem);
                if *first == 0 {
                    *first = number;
                }
            }
        }
        let headline = prose.headline.iter().filter(|t| t.is_content()).map(|t| t.stem).collect();
        let text = document.article.text();
        let introductions = name::introductions(text, &document.entities);
        Self { document, text, quotations: quotation::of_sentences(document), headline, introductions, introduced }
    }

    pub(super) fn sentence(&self, number: usize) -> &'d Sentence {
        &self.document.prose.sentences[number]
    }

    pub(super) fn tokens(&self, sentence: usize) -> &'d [Token] {
        self.document.prose.tokens_of(self.sentence(sentence))
    }

    /// The words of a sentence, without its marks.
    pub(super) fn words(&self, sentence: usize) -> impl Iterator<Item = &'d Token> + Clone {
        self.tokens(sentence).iter().filter(|t| t.kind != TokenKind::Mark)
    }

    /// The lists of a phrase of two words.
    pub(super) fn lists_of_two(&self, first: &Token, second: &Token) -> Lists {
        self.document.prose.lexicon.lists(&self.text[first.span.start..second.span.end])
    }

    /// The lists of a word, or of those that begin at a character of a script without spaces.
    pub(super) fn lists_at(&self, token: &Token, sentence: usize) -> Lists {
        if token.kind != TokenKind::Ideograph {
            return token.lists;
        }
        self.document.prose.lexicon.lists_of_beginnings(&self.text[token.span.start..self.sentence(sentence).span.end])
    }

    /// Whether the headline has a word with this stem.
    pub(super) fn in_headline(&self, token: &Token) -> bool {
        self.headline.contains(&token.stem)
    }

    /// Whether a sentence says most of the headline.
    pub(super) fn echoes_headline(&self, sentence: usize) -> bool {
        let terms = &self.document.terms;
        let shared = terms.headline.iter().filter(|t| terms.of_sentence(sentence).contains(t)).count();
        shared >= 2 && 2 * shared >= self.headline.len()
    }

    /// Whether the persons that were mentioned last before a sentence are named in the headline, or one of them.
    pub(super) fn is_last_person_in_headline(&self, sentence: usize) -> bool {
        let entities = &self.document.entities;
        let is_person = |m: &&Mention| entities.list[m.entity as usize].kind == EntityKind::Person;
        let near = (sentence.saturating_sub(PERSON_WITHIN)..sentence).rev();
        let last = near.into_iter().find(|s| entities.of_sentence(*s).iter().any(|m| is_person(&m)));
        last.is_some_and(|last| {
            entities.of_sentence(last).iter().filter(is_person).any(|mention| {
                let tokens = self.tokens(last).iter();
                tokens.rev().find(|t| t.span.start < mention.span.end).is_some_and(|t| self.in_headline(t))
            })
        })
    }

    /// The first sentence that has a referent, if it is an earlier one.
    pub(super) fn introduced_before(&self, token: &Token, sentence: usize) -> Option<usize> {
        (self.introduced.get(token.stem) as usize).checked_sub(1).filter(|first| *first < sentence)
    }
}
