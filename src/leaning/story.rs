//! What the detectors of leaning look at: the sentences, what the headline says, where things were introduced, and what
//! stands in quotation marks.

use crate::analysis::Document;
use crate::analysis::entity::{EntityKind, Mention};
use crate::collections::hash::Key;
use crate::collections::map::Table;
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::language::token::{Token, TokenKind};
use crate::language::{Prose, Sentence};
use crate::leaning::{introduction, quotation_marks};

/// The longest word that opens a sentence in a script without spaces is Thai: "อย่างไรก็ตาม", in characters …
const LONGEST: usize = 12;
/// … and the longest that is looked for after that is Chinese, "不是真的".
const SHORT: usize = 4;

/// What opens a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SentenceOpening {
    /// Where its first word stands among its tokens.
    pub(super) at: usize,
    /// The lists of that, in a script without spaces of all that it may be.
    pub(super) one: Lists,
    /// Those of the phrase of its first two words.
    pub(super) two: Lists,
}

impl SentenceOpening {
    fn of(text: &str, prose: &Prose, sentence: &Sentence) -> Self {
        let tokens = prose.tokens_of(sentence);
        let Some(at) = tokens.iter().position(|t| t.kind != TokenKind::Mark) else { return Self::default() };
        let first = &tokens[at];
        let one = lists_at(text, prose.lexicon, first, sentence, LONGEST);
        // A phrase of two begins with a function word, or with a verb whose subject is left out: "Añadió que".
        let may_be_phrase = first.kind == TokenKind::Word && one.meets(Lists::both(List::Stop, List::Speech));
        let second = tokens[at + 1..].iter().find(|t| t.kind != TokenKind::Mark).filter(|_| may_be_phrase);
        let two = second.map(|second| prose.lexicon.lists(&text[first.span.start..second.span.end]));
        Self { at, one, two: two.unwrap_or_default() }
    }
}

fn lists_at(text: &str, lexicon: &Lexicon, token: &Token, sentence: &Sentence, longest: usize) -> Lists {
    if token.kind == TokenKind::Ideograph {
        lexicon.lists_of_beginnings(&text[token.span.start..sentence.span.end], longest)
    } else {
        token.lists
    }
}

/// A person is looked for in so many sentences before.
const PERSON_WITHIN: usize = 4;

/// An article as the detectors look at it.
pub(super) struct Story<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) text: &'d str,
    /// A quotation a sentence.
    pub(super) quotations: Vec<quotation_marks::Quotation>,
    /// For each sentence the lists of all its words together: most sentences have none of a list and need no search.
    lists: Vec<Lists>,
    /// What opens each sentence.
    openings: Vec<SentenceOpening>,
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
        let lists: Vec<Lists> = prose.sentences.iter().map(|s| lists_of(prose.tokens_of(s))).collect();
        let mut introduced = Table::with_capacity(16);
        for (number, sentence) in prose.sentences.iter().enumerate().filter(|(n, _)| lists[*n].has(List::Referent)) {
            for token in prose.tokens_of(sentence).iter().filter(|t| t.lists.has(List::Referent)) {
                let first: &mut u32 = introduced.entry(token.stem);
                if *first == 0 {
                    *first = number as u32 + 1;
                }
            }
        }
        let headline = prose.headline.iter().filter(|t| t.is_content()).map(|t| t.stem).collect();
        let text = document.article.text();
        let introductions = introduction::introductions(text, &document.entities);
        let quotations = quotation_marks::of_sentences(document);
        let openings = prose.sentences.iter().map(|s| SentenceOpening::of(text, prose, s)).collect();
        Self { document, text, quotations, openings, lists, headline, introductions, introduced }
    }

    pub(super) fn sentence(&self, number: usize) -> &'d Sentence {
        &self.document.prose.sentences[number]
    }

    pub(super) fn tokens(&self, sentence: usize) -> &'d [Token] {
        self.document.prose.tokens_of(self.sentence(sentence))
    }

    /// Whether a word of a sentence is on a list.
    pub(super) fn has(&self, sentence: usize, list: List) -> bool {
        self.lists[sentence].has(list)
    }

    /// The words of a sentence, without its marks.
    pub(super) fn words(&self, sentence: usize) -> impl Iterator<Item = &'d Token> + Clone {
        self.tokens(sentence).iter().filter(|t| t.kind != TokenKind::Mark)
    }

    pub(super) fn opening(&self, sentence: usize) -> &SentenceOpening {
        &self.openings[sentence]
    }

    /// The lists of a phrase of two words.
    pub(super) fn lists_of_two(&self, first: &Token, second: &Token) -> Lists {
        self.document.prose.lexicon.lists(&self.text[first.span.start..second.span.end])
    }

    /// The lists of a word, or of those that begin at a character of a script without spaces.
    pub(super) fn lists_at(&self, token: &Token, sentence: usize) -> Lists {
        lists_at(self.text, self.document.prose.lexicon, token, self.sentence(sentence), SHORT)
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

fn lists_of(tokens: &[Token]) -> Lists {
    tokens.iter().fold(Lists::default(), |lists, token| lists.or(token.lists))
}
