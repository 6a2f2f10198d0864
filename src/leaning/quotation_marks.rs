//! Where sentences stand towards quotations, by their quotation marks.

use crate::analysis::Document;
use crate::language::token::{Token, TokenKind};
use crate::text::punctuation::{first_char, is_end_mark, is_letter_or_digit, is_opener, is_quotation_mark, last_char};

/// Where a sentence stands towards quotations.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotation {
    /// The sentence that opened the quotation which this one begins in.
    pub(super) begun_in: Option<usize>,
    /// Whether it opens with a quotation mark.
    pub(super) opens_with_mark: bool,
    /// How many words it has in quotation marks, and how many outside.
    pub(super) inside: usize,
    pub(super) outside: usize,
}

impl Quotation {
    /// Whether all of its words are in quotation marks: nobody is named whose words they are.
    pub(super) const fn is_whole(&self) -> bool {
        self.inside > 0 && self.outside == 0
    }
}

/// A quotation of more sentences has a mark that was not closed, or that is none.
const LONGEST: usize = 8;

/// A quotation that is open.
#[derive(Clone, Copy, Debug)]
struct Begun {
    /// The sentence that opened it.
    sentence: usize,
    /// Whether with a single mark.
    is_single: bool,
}

/// A quotation a sentence. A quotation that is open at the end of a paragraph goes on in the next one if that begins with
/// a mark.
pub(super) fn of_sentences(document: &Document<'_>) -> Vec<Quotation> {
    let prose = &document.prose;
    let text = document.article.text();
    let mut found = Vec::with_capacity(prose.sentences.len());
    let mut begun: Option<Begun> = None;
    let mut paragraph = usize::MAX;
    for (number, sentence) in prose.sentences.iter().enumerate() {
        let tokens = prose.tokens_of(sentence);
        let starts_paragraph = sentence.paragraph != paragraph;
        paragraph = sentence.paragraph;
        let opens_with_mark = tokens.first().is_some_and(|t| is_quotation_mark(t.mark())) || opens_with_single(tokens);
        let ends_with_paragraph = |from: Begun| from.is_single || !opens_with_mark;
        if starts_paragraph && begun.is_some_and(ends_with_paragraph)
            || begun.is_some_and(|from| number - from.sentence > LONGEST)
        {
            begun = None;
        }
        if begun.is_none() && !opens_with_mark && !sentence.has_quotation_mark {
            found.push(Quotation { outside: sentence.words, ..Quotation::default() });
            continue;
        }
        let begun_in = begun.map(|from| from.sentence);
        let mut quotation = Quotation { begun_in, opens_with_mark, ..Quotation::default() };
        for (at, token) in tokens.iter().enumerate() {
            if token.kind != TokenKind::Mark {
                quotation.inside += usize::from(begun.is_some());
                quotation.outside += usize::from(begun.is_none());
            } else if !(starts_paragraph && at == 0 && begun.is_some()) {
                begun = behind(text, token, begun, number, at == 0 && opens_with_mark);
            }
        }
        // "“It rained,” she said" is whole, though the quotation of the paragraph before goes on in it.
        if starts_paragraph && quotation.outside > 0 {
            quotation.begun_in = None;
        }
        found.push(quotation);
    }
    found
}

/// What is open after a mark. Single marks are apostrophes too: they open only at the front of a sentence, and close only
/// after another mark, as they do where somebody speaks: "'It rained,' she said."
fn behind(text: &str, token: &Token, begun: Option<Begun>, sentence: usize, is_first: bool) -> Option<Begun> {
    let mark = token.mark();
    if is_single(mark) {
        let closes = || last_char(&text[..token.span.start]).is_some_and(|c| c == ',' || is_end_mark(c));
        return match begun {
            None if is_first => Some(Begun { sentence, is_single: true }),
            Some(from) if from.is_single && closes() => None,
            _ => begun,
        };
    }
    if !is_quotation_mark(mark) || begun.is_some_and(|from| from.is_single) {
        return begun;
    }
    let opened = Some(Begun { sentence, is_single: false });
    match side(text, token) {
        Some(Side::Opens) => opened,
        Some(Side::Closes) => None,
        None if begun.is_some() => None,
        None => opened,
    }
}

/// Whether a sentence opens with a single mark, in a script that has capitals: in Korean it is for names and for words.
fn opens_with_single(tokens: &[Token]) -> bool {
    matches!(tokens, [mark, word, ..] if is_single(mark.mark()) && word.case.is_capital())
}

const fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚')
}

/// What a quotation mark does.
enum Side {
    Opens,
    Closes,
}

/// Whether a mark opens or closes, by the white space beside it: one character does both in different languages. In French
/// and in scripts without spaces it has white space on both sides or on none, and its form tells.
fn side(text: &str, mark: &Token) -> Option<Side> {
    let parts = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/');
    let before = last_char(&text[..mark.span.start]).is_none_or(parts);
    let ends = |c: char| c.is_whitespace() || !is_letter_or_digit(c) && !is_opener(c);
    let after = first_char(&text[mark.span.end..]).is_none_or(ends);
    match (before, after, mark.mark()) {
        (true, false, _) => Some(Side::Opens),
        (false, true, _) => Some(Side::Closes),
        (_, _, '«' | '‹' | '「' | '『' | '„') => Some(Side::Opens),
        (_, _, '»' | '›' | '」' | '』' | '”') => Some(Side::Closes),
        _ => None,
    }
}
