//! A tagger of names: for each word, whether it is inside one.
//!
//! A linear model over hashed features of the word and its neighbours, left to right, each decision seeing the ones
//! before it (Collins 2002, "Discriminative training methods for hidden Markov models", with greedy search; the
//! [`features`](crate::analysis::entity::features) after Ratinov and Roth 2009, "Design challenges and misconceptions in named
//! entity recognition", the hashing after Weinberger et al. 2009). Only words that may stand in a name are asked about:
//! those with a capital, and what stands between such a word and the next. All arithmetic is on integers, so that every
//! platform agrees.

use crate::analysis::entity::evidence::{CapitalPosition, Evidence, Gathered, marks_before};
use crate::analysis::entity::features::{Candidate, Form, View, class_of};
use crate::analysis::entity::parts::{is_link, without_possessive};
use crate::collections::hash::Key;
use crate::collections::word_list::Listed;
use crate::language::Prose;
use crate::language::lexicon::{Lexicon, List};
use crate::language::token::{Case, Token, TokenKind};
use crate::text::case::{is_capital, is_small, word_hash};
use crate::text::chars::trim_start;
use crate::text::punctuation::{begins, hyphen_in, is_hyphen};
use crate::text::span::Span;

/// A name: its span, its first token and the one after its last.
pub(crate) type TaggedSpan = (Span, usize, usize);

/// Tags the sentences of one article.
pub(crate) struct Tagger<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    /// Whether every noun has a capital.
    german: bool,
    pub(super) gathered: Gathered,
}

impl<'a> Tagger<'a> {
    pub(crate) fn new(text: &'a str, prose: &'a Prose, gathered: Gathered) -> Self {
        let german = prose.language.capitalizes_nouns();
        Self { text, tokens: &prose.tokens, lexicon: prose.lexicon, german, gathered }
    }

    /// Finds the names of the sentence that has the tokens from `start` to `end`.
    pub(crate) fn tag(
        &mut self,
        start: usize,
        end: usize,
        mut decide: impl FnMut(&Candidate<'a>) -> bool,
        mut each: impl FnMut(TaggedSpan),
    ) {
        let text = self.text;
        let tokens = &self.tokens[start..end];
        let view = |at: usize| tokens.get(at).map_or(View::EDGE, View::of);
        let form_at = |at: usize| tokens.get(at).map_or(Form::Edge, Form::of);
        let shown = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
        let marks = marks_before(tokens);
        let mut last = [0; 2];
        // The name that may go on, up to its last word with a capital or number.
        let mut open: Option<TaggedSpan> = None;
        let mut at = 0;
        loop {
            // Most words are after no name and have no capital: nothing is asked about them.
            if open.is_none() {
                let next = self.gathered.capitals.next(start + at, end) - start;
                let passed = next - at;
                let before = if passed == 0 { last[1] } else { last[0] };
                last = [if passed == 0 { last[0] } else { 1 }, if passed > 1 { 1 } else { before }];
                at = next;
            }
            let Some(token) = tokens.get(at) else { break };
            let form = Form::of(token);
            let capital = token.kind == TokenKind::Word && token.case.is_capital();
            let (mut inside, mut closed) = (false, false);
            if capital || open.is_some() && may_join(text, tokens, at, form) {
                let span = if capital { core(text, token, open.is_some()) } else { token.span };
                let word = span.of(text);
                let (key, lists) = if span == token.span {
                    (token.word, token.lists)
                } else {
                    let hash = word_hash(word);
                    let is_same = hash as Key == token.word;
                    (hash as Key, if is_same { token.lists } else { self.lexicon.lists_of_hash(hash) })
                };
                let mut none = Evidence::default();
                let kept = if token.kind == TokenKind::Word { self.gathered.evidence.entry(key) } else { &mut none };
                let seen = *kept;
                // Before the first token stands what is after the last: nothing.
                let (before, next) = (at.wrapping_sub(1), at + 1);
                inside = decide(&Candidate {
                    #[cfg(feature = "eval")]
                    span,
                    word,
                    key,
                    form,
                    class: class_of(lists),
                    seen,
                    last,
                    opening: CapitalPosition::of(tokens, marks, at),
                    before: view(before),
                    next: view(next),
                    beyond: [form_at(at.wrapping_sub(2)), form_at(at + 2)],
                    beside: if self.german { Some([shown(before), shown(next)]) } else { None },
                });
                if capital {
                    kept.last = 1 + u8::from(inside);
                    closed = span.end < token.span.end;
                }
                // "anti-Obama" begins a name whatever stands before it.
                if inside
                    && span.start > token.span.start
                    && let Some(found) = open.take()
                {
                    each(found);
                }
                if inside && (capital || form == Form::Number) {
                    let (whole, first, _) = open.unwrap_or((span, start + at, 0));
                    open = Some((Span::new(whole.start, span.end), first, start + at + 1));
                }
            }
            let ends = !inside || closed;
            if ends && let Some(found) = open.take() {
                each(found);
            }
            last = [1 + u32::from(!ends), last[0]];
            at += 1;
        }
        if let Some(found) = open {
            each(found);
        }
    }
}

/// Whether a token without a capital may be inside a name: a number, and a mark or a small word with a capital after it
/// or after the next token.
fn may_join(text: &str, tokens: &[Token], at: usize, form: Form) -> bool {
    let token = &tokens[at];
    let small = || form == Form::Mark || token.lists.has(List::Stop) || is_link(token.span.of(text));
    form == Form::Number || tokens[at + 1..].iter().take(2).any(|t| t.case.is_capital()) && small()
}

/// The part of a capitalized token that may be a name: without its possessive, "London" of "London-based" and "Obama" of
/// "anti-Obama", but all of "Jong-un" after a name.
fn core(text: &str, token: &Token, after_name: bool) -> Span {
    if token.plain {
        return token.span;
    }
    let word = without_possessive(token.span.of(text));
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

/// What of a hyphenated word's front is no prefix: "al-Assad". In bytes.
const SHORT_PREFIX: usize = 2;
/// The second part of a Korean or Chinese given name has at most this many letters: "Ki-moon".
const GIVEN_NAME: usize = 4;

/// Short words that follow a name's hyphen and are no part of it.
fn is_suffix(word: &str) -> bool {
    static SUFFIXES: Listed = Listed::of("led era born made run held wide like");
    SUFFIXES.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::entity::evidence;
    use crate::article::Article;
    use crate::language;

    /// What is asked about in a text, and the names found where all that is asked about is a name if `is_name`.
    fn tag(text: &str, is_name: impl Fn(&str) -> bool) -> (Vec<String>, Vec<String>) {
        let article = Article::from_text(text);
        let prose = language::read(&article, Some("en"));
        let text = article.text();
        let mut tagger = Tagger::new(text, &prose, evidence::gather(&prose, &prose.sentences));
        let (mut candidate, mut found) = (Vec::new(), Vec::new());
        let decide = |word: &Candidate<'_>| {
            candidate.push(word.word.to_owned());
            is_name(word.word)
        };
        tagger.tag(0, prose.tokens.len(), decide, |name| found.push(name.0.of(text).to_owned()));
        (candidate, found)
    }

    #[test]
    fn only_words_that_may_be_in_names_are_asked_about() {
        let (candidate, found) = tag("Late on Friday the mayor of Riga met Anna de Groot there.", |word| {
            matches!(word, "Riga" | "Anna" | "de" | "Groot")
        });
        assert_eq!(candidate, ["Late", "Friday", "Riga", "Anna", "de", "Groot"]);
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
}
