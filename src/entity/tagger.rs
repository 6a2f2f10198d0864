//! A tagger of names: for each word, whether it is inside one.
//!
//! A linear model over hashed features of the word and its neighbours, left to right, each decision seeing the ones
//! before it (Collins 2002, "Discriminative training methods for hidden Markov models", with greedy search; the
//! features after Ratinov and Roth 2009, "Design challenges and misconceptions in named entity recognition", the
//! hashing after Weinberger et al. 2009). Only words that may stand in a name are asked about: those with a capital,
//! and what stands between such a word and the next. All arithmetic is on integers, so that every platform agrees.

use crate::case::{is_capital, is_small, word_hash};
use crate::chars::trim_start;
use crate::entity::name::{is_link, may_open, without_possessive};
use crate::language::Prose;
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::punctuation::{begins, hyphen_in, is_hyphen};
use crate::span::Span;
use crate::table::{Table, is_listed};
use std::ops::Range;

/// Features that a word has in any language. More neighbours' letters cost English .7 of F1, as they share its weights.
const FEATURES: usize = 23;
/// What German has besides, where every noun has a capital: its neighbours' last letters …
const NEIGHBOURS: usize = 3;
/// … and the pairs of letters in the word itself, up to so many: they tell foreign names from German nouns, and add 3
/// to its F1.
const PAIRS: usize = 14;
/// Room for the hashes of a word's features.
type Features = [u32; MOST_FEATURES];
const MOST_FEATURES: usize = FEATURES + NEIGHBOURS + PAIRS;
/// Parts the hashes of the features from one another.
const SPREAD: u32 = 0x27d4_eb2f;

/// How a word is written: what matters of its capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Form {
    /// Outside the sentence.
    Edge,
    /// No capital.
    Lower,
    /// The first letter only.
    Capitalized,
    /// One letter: an initial, "I", "A".
    Single,
    /// Two or more letters, all capitals.
    Upper,
    /// A capital further in.
    Mixed,
    /// Begins with a digit.
    Number,
    /// A mark, or a word of a script without case.
    Mark,
}

impl Form {
    fn of(token: &Token, text: &str) -> Self {
        match (token.kind, token.case) {
            (TokenKind::Word, Case::Lower) => Self::Lower,
            (TokenKind::Word, Case::Upper) => Self::Upper,
            (TokenKind::Word, Case::Mixed) => Self::Mixed,
            (TokenKind::Word, Case::Capitalized) => {
                let one = token.span.len() <= char::MAX.len_utf8() && token.span.of(text).chars().nth(1).is_none();
                if one { Self::Single } else { Self::Capitalized }
            }
            (TokenKind::Number, _) => Self::Number,
            _ => Self::Mark,
        }
    }
}

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

/// A name: its span, its first token and the one behind its last.
pub(crate) type Found = (Span, usize, usize);

/// Tags the sentences of one article.
pub(crate) struct Tagger<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    /// Whether every noun has a capital.
    german: bool,
    /// What the article says of each word, and what it was tagged so far.
    pub(super) evidence: Table<Evidence>,
}

/// What the decisions so far in a sentence leave to the next one.
#[derive(Clone, Copy, Default)]
struct State {
    /// Whether the last word and the one before it are inside a name: 0 nothing there, 1 outside, 2 inside.
    last: [u32; 2],
    /// 0: inside the sentence; 1: only marks before it; 2: behind a colon, a quotation mark or a bullet.
    opening: u32,
}

impl<'a> Tagger<'a> {
    pub(crate) fn new(text: &'a str, prose: &'a Prose, evidence: Table<Evidence>) -> Self {
        Self { text, tokens: &prose.tokens, lexicon: prose.lexicon, german: prose.language == "de", evidence }
    }

    /// Finds the names of the sentence that has the tokens from `start` to `end`; `decide` gets what is asked about
    /// and its features.
    pub(crate) fn tag(
        &mut self,
        start: usize,
        end: usize,
        mut decide: impl FnMut(Span, &[u32]) -> bool,
        mut each: impl FnMut(Found),
    ) {
        let mut state = State { last: [0; 2], opening: 1 };
        let mut features = [0; MOST_FEATURES];
        // The name that may go on, up to its last word with a capital or number.
        let mut open: Option<Found> = None;
        for at in start..end {
            let token = &self.tokens[at];
            // Most words are small and behind no name: nothing is asked about them.
            if token.case == Case::Lower && open.is_none() {
                state = State { last: [1, state.last[0]], opening: 0 };
                continue;
            }
            let form = Form::of(token, self.text);
            let capital = token.kind == TokenKind::Word && token.case.is_capital();
            let asked = if capital {
                Some(self.core(at, open.is_some()))
            } else {
                open.filter(|_| self.may_join(at, form, end)).map(|_| token.span)
            };
            let mut inside = false;
            let mut closed = false;
            if let Some(span) = asked {
                let count = self.features(at, start..end, span, state, form, &mut features);
                inside = decide(span, &features[..count]);
                if capital {
                    let key = self.key(token, span);
                    self.evidence.entry(key).last = 1 + u8::from(inside);
                    closed = span.end < token.span.end;
                }
                // "anti-Obama" begins a name whatever stands before it.
                if inside && span.start > token.span.start {
                    open.take().into_iter().for_each(&mut each);
                }
                if inside && (capital || form == Form::Number) {
                    let (whole, first, _) = open.unwrap_or((span, at, at));
                    open = Some((Span::new(whole.start, span.end), first, at + 1));
                }
            }
            if !inside || closed {
                open.take().into_iter().for_each(&mut each);
            }
            state.last = [1 + u32::from(inside && !closed), state.last[0]];
            state.opening = match state.opening {
                1 if token.kind == TokenKind::Mark => 1,
                _ if token.kind == TokenKind::Mark && may_open(token.span.of(self.text)) => 2,
                _ => 0,
            };
        }
        open.into_iter().for_each(&mut each);
    }

    /// Whether a token without a capital may be inside a name: a number, and a mark or a small word with a capital
    /// behind it or behind the next token.
    fn may_join(&self, at: usize, form: Form, end: usize) -> bool {
        let token = &self.tokens[at];
        let small = || form == Form::Mark || token.lists.has(List::Stop) || is_link(token.span.of(self.text));
        form == Form::Number || self.tokens[at + 1..end.min(at + 3)].iter().any(|t| t.case.is_capital()) && small()
    }

    /// The part of a capitalized token that may be a name: without its possessive, "London" of "London-based" and
    /// "Obama" of "anti-Obama", but all of "Jong-un" behind a name.
    fn core(&self, at: usize, after_name: bool) -> Span {
        let token = &self.tokens[at];
        let word = without_possessive(token.span.of(self.text));
        let whole = Span::new(token.span.start, token.span.start + word.len());
        let Some(hyphen) = hyphen_in(word) else { return whole };
        let tail = trim_start(&word[hyphen..], is_hyphen);
        let rest = Span::new(whole.end - tail.len(), whole.end);
        if !begins(word, is_capital) {
            // "al-Assad", "e-Golf"
            return if hyphen <= SHORT_PREFIX || !begins(tail, is_capital) { whole } else { rest };
        }
        let given = after_name && token.case == Case::Capitalized && tail.len() <= GIVEN_NAME && !is_suffix(tail);
        if begins(tail, is_small) && !given { Span::new(whole.start, whole.start + hyphen) } else { whole }
    }

    /// The hash by which evidence of a word, or of its part `span`, is kept.
    fn key(&self, token: &Token, span: Span) -> u64 {
        if span.end == token.span.end && span.start == token.span.start {
            token.word
        } else {
            word_hash(span.of(self.text))
        }
    }

    /// Writes down the hashes of the features of what is asked about, in the sentence of the tokens `sentence`, and gives
    /// how many there are.
    fn features(
        &self,
        at: usize,
        sentence: Range<usize>,
        span: Span,
        state: State,
        form: Form,
        found: &mut Features,
    ) -> usize {
        let view = |i: Option<usize>| i.filter(|i| sentence.contains(i)).map_or(EDGE, |i| self.view(&self.tokens[i]));
        let (before, next) = (view(at.checked_sub(1)), view(Some(at + 1)));
        let (before2, next2) = (view(at.checked_sub(2)), view(Some(at + 2)));
        let token = &self.tokens[at];
        let key = self.key(token, span);
        let class = class(if key == token.word { token.lists } else { self.lexicon.lists_of_hash(key) });
        let word = span.of(self.text);
        let own = Ends::of(word);
        let length = word.len().min(LONGEST) as u32 / 2;
        let seen = if token.kind == TokenKind::Word { self.evidence.get(key) } else { Evidence::default() };
        let known = u32::from(seen.capitalized.min(2)) * 3 + u32::from(seen.lower.min(2));
        let (here, form) = (key as u32, form as u32);
        let formed = form * 4 + state.opening;
        let [last, last2] = state.last;
        let german = u32::from(self.german);
        let common: [u32; FEATURES] = [
            formed * 2 + german,
            here,
            mix(own.tails[0], form),
            mix(own.tails[1], form),
            mix(own.tails[2], form),
            mix(own.head, form),
            (length * 16 + form) * 2 + german,
            mix(before.word, form),
            mix(next.word, form),
            (before.form as u32 * 16 + next.form as u32) * 64 + formed,
            mix(next2.word, form),
            (before2.form as u32 * 16 + next2.form as u32) * 16 + form,
            (last * 16 + next.form as u32) * 64 + formed,
            if self.german { own.tails[2] } else { mix(here, last) },
            mix(before.word, last),
            (last * 4 + last2) * 16 + form,
            mix(own.tails[1], if self.german { state.opening } else { last }),
            known * 64 + formed,
            u32::from(seen.last) * 16 + form,
            class * 64 + formed,
            (before.class * 16 + form) * 4 + last,
            (next.class * 16 + form) * 4 + last,
            ((length * 16 + before.form as u32) * 16 + next.form as u32) * 4 + last,
        ];
        let spread = |value: u32, kind: usize| mix(value, kind as u32 + 1).wrapping_mul(SPREAD) >> 8;
        for (kind, (value, slot)) in common.iter().zip(&mut *found).enumerate() {
            *slot = spread(*value, kind);
        }
        let mut count = FEATURES;
        if self.german {
            let (left, right) = (Ends::of(before.span.of(self.text)), Ends::of(next.span.of(self.text)));
            let neighbours = [mix(left.tails[1], form), mix(right.tails[1], form), mix(left.tails[0], before.class)];
            // All pairs are one kind of feature, wherever they stand.
            let pairs = word.as_bytes().windows(2);
            let pairs = pairs.map(|pair| pair.iter().fold(1, |sum, byte| sum << 8 | u32::from(byte | 0x20)));
            for (value, slot) in neighbours.into_iter().chain(pairs).zip(&mut found[FEATURES..]) {
                *slot = spread(value, count.min(FEATURES + NEIGHBOURS));
                count += 1;
            }
        }
        count
    }

    fn view(&self, token: &Token) -> View {
        let form = Form::of(token, self.text);
        let word = if form == Form::Mark { Ends::of(token.span.of(self.text)).tails[2] } else { token.word as u32 };
        View { form, word, class: class(token.lists), span: token.span }
    }
}

/// Lengths beyond this make no difference. In bytes.
const LONGEST: usize = 24;
/// What of a hyphenated word's front is no prefix: "al-Assad". In bytes.
const SHORT_PREFIX: usize = 2;
/// The second part of a Korean or Chinese given name has at most this many letters: "Ki-moon".
const GIVEN_NAME: usize = 4;

/// Short words that follow a name's hyphen and are no part of it.
fn is_suffix(word: &str) -> bool {
    is_listed("led era born made run held wide like", word)
}

/// A neighbour.
#[derive(Clone, Copy)]
struct View {
    form: Form,
    word: u32,
    class: u32,
    span: Span,
}

const EDGE: View = View { form: Form::Edge, word: 0, class: 0, span: Span { start: 0, end: 0 } };

/// The bytes at the ends of a word, in lower case: the first 3; the last 2, 3, 4.
#[derive(Clone, Copy, Default)]
struct Ends {
    head: u32,
    tails: [u32; 3],
}

impl Ends {
    fn of(word: &str) -> Self {
        // The bit that parts small letters from capitals in ASCII does so in the second bytes of most others.
        let take = |sum: u32, byte: u8| sum << 8 | u32::from(byte | 0x20);
        let mut found = Self { head: word.bytes().take(3).fold(0, take), tails: [0; 3] };
        let mut tail = 0;
        for (at, byte) in word.bytes().rev().take(4).enumerate() {
            tail = take(tail, byte);
            for known in &mut found.tails[at.saturating_sub(1)..] {
                *known = tail;
            }
        }
        found
    }
}

const fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    mixed ^ (mixed >> 15)
}

/// What lists of the lexicon say of a word, as one small number.
fn class(lists: Lists) -> u32 {
    if lists == Lists::default() {
        return 0;
    }
    const CLASSES: [Lists; 6] = [
        Lists::both(List::Month, List::Weekday),
        Lists::both(List::Honorific, List::BeforeName),
        Lists::both(List::Stop, List::Stop),
        Lists::both(List::Organisation, List::Place),
        Lists::both(List::Speech, List::Speech),
        Lists::both(List::Unit, List::Currency),
    ];
    CLASSES.iter().position(|class| lists.meets(*class)).map_or(0, |at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::name;
    use crate::language;
    use crate::page::article::Article;

    /// What is asked about in a text, and the names found where all that is asked about is a name if `is_name`.
    fn tag(text: &str, is_name: impl Fn(&str) -> bool) -> (Vec<String>, Vec<String>) {
        let article = Article::from_text(text);
        let prose = language::read(&article, Some("en"));
        let text = article.text();
        let mut tagger = Tagger::new(text, &prose, name::gather(text, &prose, &prose.sentences));
        let (mut asked, mut found) = (Vec::new(), Vec::new());
        let decide = |span: Span, _: &[u32]| {
            asked.push(span.of(text).to_owned());
            is_name(span.of(text))
        };
        tagger.tag(0, prose.tokens.len(), decide, |name| found.push(name.0.of(text).to_owned()));
        (asked, found)
    }

    #[test]
    fn only_words_that_may_be_in_names_are_asked_about() {
        let (asked, found) = tag("Late on Friday the mayor of Riga met Anna de Groot there.", |word| {
            matches!(word, "Riga" | "Anna" | "de" | "Groot")
        });
        assert_eq!(asked, ["Late", "Friday", "Riga", "Anna", "de", "Groot"]);
        assert_eq!(found, ["Riga", "Anna de Groot"]);
    }

    #[test]
    fn possessives_end_names_and_hyphens_are_weighed() {
        let all = |text| tag(text, |word| word != "and").1;
        assert_eq!(all("in Kenya\u{2019}s London-based O'Brien"), ["Kenya", "London", "O'Brien"]);
        assert_eq!(all("with Kim Jong-un of Nagorno\u{2011}Karabakh"), ["Kim Jong-un of Nagorno\u{2011}Karabakh"]);
        assert_eq!(all("an anti-Obama and South Korea-led al-Assad"), ["Obama", "South Korea", "al-Assad"]);
    }

    #[test]
    fn a_name_ends_with_a_capital_or_a_number() {
        let found = tag("the Vostok 1 of Bank of the West and", |_| true).1;
        assert_eq!(found, ["Vostok 1 of Bank of the West"]);
    }

    #[test]
    fn ends_of_words_are_bytes_in_lower_case() {
        assert_eq!(Ends::of("Baku").tails, Ends::of("BAKU").tails);
        assert_eq!(Ends::of("Baku").head, Ends::of("bakery").head);
        assert_eq!(Ends::of("\u{d6}l").tails[0], Ends::of("\u{f6}L").tails[0]);
        assert_ne!(Ends::of("Baku").tails[0], Ends::of("Bake").tails[0]);
    }
}
