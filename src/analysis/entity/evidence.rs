//! Evidence: what the sentences of an article say of words with capitals, where they may be owed to the start of a sentence.

use crate::collections::map::Table;
use crate::language::lexicon::List;
use crate::language::token::{Case, Token, TokenKind};
use crate::language::{Prose, Sentence};
use crate::text::punctuation::is_quotation_mark;
use std::ops::Range;

/// What the article says of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    /// Times it stands capitalized where a small letter could stand, up to 255.
    pub(crate) capitalized: u8,
    /// Times it stands in small letters, up to 255.
    pub(crate) lower: u8,
    /// What it was last tagged: 0 nothing yet, 1 outside, 2 inside.
    pub(crate) last: u8,
}

/// What a capital may be owed to, besides its word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum CapitalPosition {
    /// Nothing: it stands inside a sentence.
    Inside,
    /// The start of the sentence: only marks stand before it.
    Sentence,
    /// A colon, a quotation mark or a bullet right before it.
    Mark,
}

impl CapitalPosition {
    /// What the token at `at` of a sentence stands in that begins with so many marks.
    #[inline(always)]
    pub(super) fn of(tokens: &[Token], marks: usize, at: usize) -> Self {
        match at.checked_sub(1) {
            Some(before) if at > marks => {
                if may_open(tokens[before].mark()) {
                    Self::Mark
                } else {
                    Self::Inside
                }
            }
            _ => Self::Sentence,
        }
    }
}

/// How many marks a sentence begins with.
pub(super) fn marks_before(tokens: &[Token]) -> usize {
    tokens.iter().take_while(|token| token.kind == TokenKind::Mark).count()
}

/// What sentences say of words with capitals.
pub(super) struct Gathered {
    /// How each stands in them.
    pub(super) evidence: Table<Evidence>,
    pub(super) capitals: Capitals,
}

/// Which tokens of some sentences have a capital: a bit each.
pub(super) struct Capitals {
    bits: Vec<u64>,
    /// The token of the first bit, as an index into [`Prose::tokens`].
    start: usize,
}

impl Capitals {
    fn of(tokens: &[Token], start: usize) -> Self {
        let bits = |some: &[Token]| some.iter().rev().fold(0, |bits, t| bits << 1 | u64::from(t.case.is_capital()));
        Self { bits: tokens.chunks(u64::BITS as usize).map(bits).collect(), start }
    }

    /// The first that has one from `at` on, before `end`; else that.
    #[inline(never)]
    pub(super) fn next(&self, at: usize, end: usize) -> usize {
        let at = at - self.start;
        let mut word = at / u64::BITS as usize;
        let mut from = at % u64::BITS as usize;
        while self.start + word * u64::BITS as usize <= end
            && let Some(bits) = self.bits.get(word)
        {
            let found = bits >> from << from;
            if found != 0 {
                return end.min(self.start + word * u64::BITS as usize + found.trailing_zeros() as usize);
            }
            (word, from) = (word + 1, 0);
        }
        end
    }
}

/// Looks at sentences that follow on each other.
pub(super) fn gather(prose: &Prose, sentences: &[Sentence]) -> Gathered {
    let range = |(first, last): (&Sentence, &Sentence)| first.tokens.start..last.tokens.end;
    let range = sentences.first().zip(sentences.last()).map_or(0..0, range);
    let tokens = &prose.tokens[range.clone()];
    let capitals = Capitals::of(tokens, range.start);
    let mut evidence = Table::with_capacity(tokens.len() / 8);
    for sentence in sentences {
        let Range { start, end } = sentence.tokens;
        let tokens = prose.tokens_of(sentence);
        let marks = marks_before(tokens);
        let mut next = start;
        loop {
            next = capitals.next(next, end);
            if next == end {
                break;
            }
            let at = next - start;
            next += 1;
            let before_title = tokens.get(at + 1).is_some_and(|next| next.lists.has(List::Honorific));
            let counts = CapitalPosition::of(tokens, marks, at) == CapitalPosition::Inside && !before_title;
            let seen: &mut Evidence = evidence.entry(tokens[at].word);
            seen.capitalized = seen.capitalized.saturating_add(u8::from(counts));
        }
    }
    // Only of words that stand with a capital somewhere is it asked whether they stand without.
    for token in tokens.iter().filter(|token| token.case == Case::Lower) {
        if let Some(seen) = evidence.get_mut(token.word) {
            seen.lower = seen.lower.saturating_add(1);
        }
    }
    Gathered { evidence, capitals }
}

/// Whether a capital after this mark may be owed to it alone.
pub(super) const fn may_open(mark: char) -> bool {
    is_quotation_mark(mark) || matches!(mark, ':' | '•' | '–' | '—' | '-' | '*' | '‘' | '\'')
}
