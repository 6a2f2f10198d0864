//! What the detectors of leaning look at: the sentences, what the headline says, where things were introduced, and what
//! stands in quotation marks.

use crate::document::Document;
use crate::language::Sentence;
use crate::leaning::name;
use crate::span::Span;
use crate::language::lexicon::{List, Lists};
use crate::language::token::{Token, TokenKind};
use crate::punctuation::is_quotation_mark;
use crate::table::{Key, Table};

/// Where a sentence stands towards quotations.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotation {
    /// The sentence that opened the quotation which this one begins in.
    pub(super) begun_in: Option<usize>,
    /// Whether a quotation goes on behind it.
    pub(super) open: bool,
    /// Whether it has words in quotation marks, and whether it has any outside.
    pub(super) inside: bool,
    pub(super) outside: bool,
}

/// An article as the detectors look at it.
pub(super) struct Story<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) text: &'d str,
    /// A quotation a sentence.
    pub(super) quotations: Vec<Quotation>,
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
        Self { document, text, quotations: quotations(document), headline, introductions, introduced }
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

    /// The lists of what begins at a character of a script without spaces.
    pub(super) fn lists_at(&self, token: &Token, sentence: usize) -> Lists {
        self.document.prose.lexicon.lists_of_beginnings(&self.text[token.span.start..self.sentence(sentence).span.end])
    }

    /// Whether the headline has a word with this stem.
    pub(super) fn in_headline(&self, token: &Token) -> bool {
        self.headline.contains(&token.stem)
    }

    /// Whether the headline has the last word of a name.
    pub(super) fn is_named_in_headline(&self, sentence: usize, name: Span) -> bool {
        self.tokens(sentence).iter().rfind(|t| t.span.start < name.end).is_some_and(|t| self.in_headline(t))
    }

    /// The first sentence that has a referent, if it is an earlier one.
    pub(super) fn introduced_before(&self, token: &Token, sentence: usize) -> Option<usize> {
        (self.introduced.get(token.stem) as usize).checked_sub(1).filter(|first| *first < sentence)
    }
}

/// A quotation a sentence. What closes in one language opens in another: every second mark closes. A quotation that is
/// open at the end of a paragraph goes on in the next one if that begins with a mark.
fn quotations(document: &Document<'_>) -> Vec<Quotation> {
    let prose = &document.prose;
    let mut found = Vec::with_capacity(prose.sentences.len());
    let mut begun: Option<usize> = None;
    let mut paragraph = usize::MAX;
    for (number, sentence) in prose.sentences.iter().enumerate() {
        let tokens = prose.tokens_of(sentence);
        let mut marks = tokens.iter();
        let mut quotation = Quotation { begun_in: begun, ..Quotation::default() };
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            let goes_on = tokens.first().is_some_and(|t| is_quotation_mark(t.mark()));
            if goes_on {
                if begun.is_some() {
                    // This mark does not close.
                    marks.next();
                }
            } else {
                begun = None;
            }
            quotation.begun_in = begun;
        }
        for token in marks {
            if token.kind != TokenKind::Mark {
                quotation.inside |= begun.is_some();
                quotation.outside |= begun.is_none();
            } else if is_quotation_mark(token.mark()) {
                begun = if begun.is_some() { None } else { Some(number) };
            }
        }
        quotation.open = begun.is_some();
        found.push(quotation);
    }
    found
}
