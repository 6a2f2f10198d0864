//! A tagger of names: for each word, whether it is inside one.
//!
//! A linear model over hashed features of the word and its neighbours, left to right, each decision seeing the ones
//! before it (Collins 2002, "Discriminative training methods for hidden Markov models", with greedy search; the
//! features after Ratinov and Roth 2009, "Design challenges and misconceptions in named entity recognition", the
//! hashing after Weinberger et al. 2009). Only words that may stand in a name are asked about: those with a capital,
//! and what stands between such a word and the next. All arithmetic is on integers, so that every platform agrees.

use crate::case::{is_capital, is_small, word_hash};
use crate::chars::trim_start;
use crate::entity::name::{is_link, is_plain, may_open, without_possessive};
use crate::language::Prose;
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::punctuation::{begins, hyphen_in, is_hyphen};
use crate::span::Span;
use crate::table::{Table, is_listed};

/// German, where every noun has a capital, asks for the pairs of letters in the word itself too, up to so many: they tell
/// foreign names from German nouns, and add 3 to its F1.
const PAIRS: usize = 14;
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
    /// The form of a word by its case, in the order of [`Case`].
    const OF_CASE: [Self; 5] = [Self::Lower, Self::Capitalized, Self::Upper, Self::Mixed, Self::Mark];

    fn of(token: &Token, text: &str) -> Self {
        match token.kind {
            TokenKind::Word if is_single(token, text) => Self::Single,
            TokenKind::Word => Self::OF_CASE[token.case as usize],
            TokenKind::Number => Self::Number,
            TokenKind::Ideograph | TokenKind::Mark => Self::Mark,
        }
    }
}

/// Whether a word is one letter, a capital.
fn is_single(token: &Token, text: &str) -> bool {
    token.case == Case::Capitalized
        && token.span.len() <= char::MAX.len_utf8()
        && token.span.of(text).chars().nth(1).is_none()
}

/// What the article says of a word. Tables keep it as a number: theirs is one code for all numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    /// Times it stands capitalized where a small letter could stand, up to 255.
    pub(crate) capitalized: u8,
    /// Times it stands in small letters, up to 255.
    pub(crate) lower: u8,
    /// What it was last tagged: 0 nothing yet, 1 outside, 2 inside.
    pub(crate) last: u8,
}

impl Evidence {
    pub(crate) const fn of(kept: u32) -> Self {
        let [capitalized, lower, last, _] = kept.to_le_bytes();
        Self { capitalized, lower, last }
    }

    pub(crate) const fn kept(self) -> u32 {
        u32::from_le_bytes([self.capitalized, self.lower, self.last, 0])
    }
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
    /// The [`Evidence`] of each word.
    pub(super) evidence: Table<u32>,
}

/// What a capital may be owed to, besides its word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// Nothing: it stands inside a sentence.
    Inside,
    /// The start of the sentence: only marks stand before it.
    Sentence,
    /// A colon, a quotation mark or a bullet right before it.
    Mark,
}

impl Opening {
    /// What the token behind `token` stands in.
    pub(super) fn behind(self, token: &Token, text: &str) -> Self {
        if token.kind != TokenKind::Mark {
            Self::Inside
        } else if self == Self::Sentence {
            self
        } else if may_open(token.span.of(text)) {
            Self::Mark
        } else {
            Self::Inside
        }
    }
}

/// What the decisions so far in a sentence leave to the next one.
#[derive(Clone, Copy)]
struct State {
    /// Whether the last word and the one before it are inside a name: 0 nothing there, 1 outside, 2 inside.
    last: [u32; 2],
    opening: Opening,
}

impl<'a> Tagger<'a> {
    pub(crate) fn new(text: &'a str, prose: &'a Prose, evidence: Table<u32>) -> Self {
        Self { text, tokens: &prose.tokens, lexicon: prose.lexicon, german: prose.language == "de", evidence }
    }

    /// Finds the names of the sentence that has the tokens from `start` to `end`.
    pub(crate) fn tag(
        &mut self,
        start: usize,
        end: usize,
        mut decide: impl FnMut(&Asked<'a>) -> bool,
        mut each: impl FnMut(Found),
    ) {
        let text = self.text;
        let tokens = &self.tokens[start..end];
        let view = |at: usize| tokens.get(at).map_or(View::EDGE, |token| View::of(token, text));
        let shown = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
        let mut state = State { last: [0; 2], opening: Opening::Sentence };
        // The name that may go on, up to its last word with a capital or number.
        let mut open: Option<Found> = None;
        for (at, token) in tokens.iter().enumerate() {
            // Most words are small and behind no name: nothing is asked about them.
            if token.case == Case::Lower && open.is_none() {
                state = State { last: [1, state.last[0]], opening: Opening::Inside };
                continue;
            }
            let form = Form::of(token, text);
            let capital = token.kind == TokenKind::Word && token.case.is_capital();
            let (mut inside, mut closed) = (false, false);
            if capital || open.is_some() && may_join(text, tokens, at, form) {
                let span = if capital { core(text, token, open.is_some()) } else { token.span };
                let word = span.of(text);
                let key = if span == token.span { token.word } else { word_hash(word) };
                let lists = if key == token.word { token.lists } else { self.lexicon.lists_of_hash(key) };
                let kept = if token.kind == TokenKind::Word { self.evidence.get(key) } else { 0 };
                let seen = Evidence::of(kept);
                // Before the first token stands what is behind the last: nothing.
                let (before, next) = (at.wrapping_sub(1), at + 1);
                inside = decide(&Asked {
                    span,
                    word,
                    key: key as u32,
                    form,
                    class: class(lists),
                    seen,
                    state,
                    before: view(before),
                    before2: view(at.wrapping_sub(2)),
                    next: view(next),
                    next2: view(at + 2),
                    beside: if self.german { Some([shown(before), shown(next)]) } else { None },
                });
                if capital {
                    let last = 1 + u8::from(inside);
                    // As most were last time.
                    if last != seen.last {
                        *self.evidence.entry(key) = Evidence { last, ..seen }.kept();
                    }
                    closed = span.end < token.span.end;
                }
                // "anti-Obama" begins a name whatever stands before it.
                if inside && span.start > token.span.start {
                    open.take().into_iter().for_each(&mut each);
                }
                if inside && (capital || form == Form::Number) {
                    let (whole, first, _) = open.unwrap_or((span, start + at, 0));
                    open = Some((Span::new(whole.start, span.end), first, start + at + 1));
                }
            }
            if !inside || closed {
                open.take().into_iter().for_each(&mut each);
            }
            let last = [1 + u32::from(inside && !closed), state.last[0]];
            state = State { last, opening: state.opening.behind(token, text) };
        }
        open.into_iter().for_each(&mut each);
    }
}

/// Whether a token without a capital may be inside a name: a number, and a mark or a small word with a capital behind it
/// or behind the next token.
fn may_join(text: &str, tokens: &[Token], at: usize, form: Form) -> bool {
    let token = &tokens[at];
    let small = || form == Form::Mark || token.lists.has(List::Stop) || is_link(token.span.of(text));
    form == Form::Number || tokens[at + 1..].iter().take(2).any(|t| t.case.is_capital()) && small()
}

/// The part of a capitalized token that may be a name: without its possessive, "London" of "London-based" and "Obama" of
/// "anti-Obama", but all of "Jong-un" behind a name.
fn core(text: &str, token: &Token, after_name: bool) -> Span {
    let word = token.span.of(text);
    if is_plain(word) {
        return token.span;
    }
    let word = without_possessive(word);
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

/// What is asked about: a token, or the part of one that may be a name, where it stands.
pub(crate) struct Asked<'a> {
    pub(crate) span: Span,
    word: &'a str,
    /// The hash of the word in lower case.
    key: u32,
    pub(crate) form: Form,
    class: u32,
    seen: Evidence,
    state: State,
    before: View,
    before2: View,
    next: View,
    next2: View,
    /// The words before and behind it, where every noun has a capital.
    beside: Option<[&'a str; 2]>,
}

impl Asked<'_> {
    /// Calls `each` with the hash of each feature. They are not walked in a list: made where they are summed up, they
    /// cost half.
    #[inline(always)]
    pub(crate) fn each_feature(&self, mut each: impl FnMut(u32)) {
        let Self { before, before2, next, next2, .. } = self;
        let own = Ends::of(self.word);
        let length = self.word.len().min(LONGEST) as u32 / 2;
        let known = u32::from(self.seen.capitalized.min(2)) * 3 + u32::from(self.seen.lower.min(2));
        let (here, form, class, opening) = (self.key, self.form as u32, self.class, self.state.opening as u32);
        let formed = form * 4 + opening;
        let [last, last2] = self.state.last;
        let german = u32::from(self.beside.is_some());
        each(spread(0, formed * 2 + german));
        each(spread(1, here));
        each(spread(2, mix(own.tails[0], form)));
        each(spread(3, mix(own.tails[1], form)));
        each(spread(4, mix(own.tails[2], form)));
        each(spread(5, mix(own.head, form)));
        each(spread(6, (length * 16 + form) * 2 + german));
        each(spread(7, mix(before.word, form)));
        each(spread(8, mix(next.word, form)));
        each(spread(9, (before.form as u32 * 16 + next.form as u32) * 64 + formed));
        each(spread(10, mix(next2.word, form)));
        each(spread(11, (before2.form as u32 * 16 + next2.form as u32) * 16 + form));
        each(spread(12, (last * 16 + next.form as u32) * 64 + formed));
        each(spread(13, if self.beside.is_some() { own.tails[2] } else { mix(here, last) }));
        each(spread(14, mix(before.word, last)));
        each(spread(15, (last * 4 + last2) * 16 + form));
        each(spread(16, mix(own.tails[1], if self.beside.is_some() { opening } else { last })));
        each(spread(17, known * 64 + formed));
        each(spread(18, u32::from(self.seen.last) * 16 + form));
        each(spread(19, class * 64 + formed));
        each(spread(20, (before.class * 16 + form) * 4 + last));
        each(spread(21, (next.class * 16 + form) * 4 + last));
        each(spread(22, ((length * 16 + before.form as u32) * 16 + next.form as u32) * 4 + last));
        // More neighbours' letters cost English .7 of F1, as they share its weights.
        if let Some([left, right]) = self.beside {
            let (left, right) = (Ends::of(left), Ends::of(right));
            each(spread(23, mix(left.tails[1], form)));
            each(spread(24, mix(right.tails[1], form)));
            each(spread(25, mix(left.tails[0], before.class)));
            // All pairs are one kind of feature, wherever they stand.
            for pair in self.word.as_bytes().windows(2).take(PAIRS) {
                let letters = pair.iter().fold(1, |sum, byte| sum << 8 | u32::from(byte | SMALL));
                each(spread(26, letters));
            }
        }
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
    word: u32,
    class: u32,
    form: Form,
}

impl View {
    /// Outside the sentence.
    const EDGE: Self = Self { word: 0, class: 0, form: Form::Edge };

    fn of(token: &Token, text: &str) -> Self {
        let form = Form::of(token, text);
        let word = match form {
            Form::Mark if token.span.len() == 1 => u32::from(text.as_bytes()[token.span.start] | SMALL),
            Form::Mark => Ends::of(token.span.of(text)).tails[2],
            _ => token.word as u32,
        };
        Self { word, class: class(token.lists), form }
    }
}

/// The bit that parts small letters from capitals in ASCII does so in the second bytes of most others.
const SMALL: u8 = 0x20;

/// The bytes at the ends of a word, in lower case: the first 3; the last 2, 3, 4.
#[derive(Clone, Copy, Default)]
struct Ends {
    head: u32,
    tails: [u32; 3],
}

impl Ends {
    fn of(word: &str) -> Self {
        const ALL_SMALL: u32 = u32::from_le_bytes([SMALL; 4]);
        let bytes = word.as_bytes();
        if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let tail = u32::from_le_bytes(*last) | ALL_SMALL;
            return Self { head: (u32::from_be_bytes(*first) | ALL_SMALL) >> 8, tails: [tail >> 16, tail >> 8, tail] };
        }
        let (mut head, mut tail) = (0, 0);
        for (at, byte) in bytes.iter().enumerate() {
            let byte = u32::from(byte | SMALL);
            head = head << 8 | byte;
            tail |= byte << (8 * at);
        }
        let two = if bytes.len() > 2 { tail >> 8 } else { tail };
        Self { head, tails: [two, tail, tail] }
    }
}

/// The hash of a feature of some kind.
#[inline(always)]
const fn spread(kind: u32, value: u32) -> u32 {
    mix(value, kind + 1).wrapping_mul(SPREAD) >> 8
}

#[inline(always)]
const fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    mixed ^ (mixed >> 15)
}

/// What lists of the lexicon say of a word, as one small number.
fn class(lists: Lists) -> u32 {
    const CLASSES: [Lists; 6] = [
        Lists::both(List::Month, List::Weekday),
        Lists::both(List::Honorific, List::BeforeName),
        Lists::both(List::Stop, List::Stop),
        Lists::both(List::Organisation, List::Place),
        Lists::both(List::Speech, List::Speech),
        Lists::both(List::Unit, List::Currency),
    ];
    if lists == Lists::default() {
        return 0;
    }
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
        let decide = |word: &Asked<'_>| {
            asked.push(word.span.of(text).to_owned());
            is_name(word.span.of(text))
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
