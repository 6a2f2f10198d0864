//! Answers without their questions; questions and announcements without what follows.

use super::Reason;
use super::story::Story;
use crate::article::ParagraphKind;
use crate::language::lexicon::List;
use crate::language::token::{Token, TokenKind};
use crate::text::punctuation::{ends, is_closer};

/// An answer of more words says what it is about.
const SHORT: usize = 12;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let count = story.document.sentences().len();
    let next = Some(sentence + 1).filter(|next| *next < count);
    let mark = closing_mark(story, sentence);
    if is_question_mark(mark) || is_colon(mark) {
        add(Reason::Announcement, next);
    }
    let before = sentence.checked_sub(1);
    let is_short = story.sentence(sentence).words <= SHORT;
    let opens_as_answer = opens_as_answer(story, sentence);
    match before.filter(|before| asks(story, *before)) {
        _ if is_question_mark(mark) => {}
        Some(question) if opens_as_answer || is_short => add(Reason::Answer, Some(question)),
        None if opens_as_answer => add(Reason::Answer, before),
        None if is_short && follows_asking_subhead(story, sentence) => add(Reason::Answer, None),
        _ => {}
    }
}

/// Whether a sentence opens with "Yes," or is nothing but "Because …".
fn opens_as_answer(story: &Story<'_>, sentence: usize) -> bool {
    let opening = story.opening(sentence);
    if !opening.one.has(List::Answer) {
        return false;
    }
    let tokens = &story.tokens(sentence)[opening.at..];
    // "Because rain fell, Riga …" is whole.
    let comma = |t: &Token| matches!(t.mark(), ',' | '،' | '，' | '、');
    if opening.one.has(List::Connective) { !tokens.iter().any(comma) } else { is_set_off(tokens) }
}

/// Whether a mark stands after the first word, in a script without spaces after a few characters.
fn is_set_off(tokens: &[Token]) -> bool {
    /// "もちろん".
    const LONGEST: usize = 4;
    let length = tokens.iter().take_while(|t| t.kind == TokenKind::Ideograph).count().max(1);
    length <= LONGEST && tokens.get(length).is_none_or(|next| next.kind == TokenKind::Mark)
}

/// Whether a sentence is the first under a subhead that asks.
fn follows_asking_subhead(story: &Story<'_>, sentence: usize) -> bool {
    let paragraph = story.sentence(sentence).paragraph;
    let is_first = sentence == 0 || story.sentence(sentence - 1).paragraph != paragraph;
    let before = paragraph.checked_sub(1).and_then(|p| story.document.article.paragraphs().get(p));
    is_first
        && before.is_some_and(|p| p.kind == ParagraphKind::Subhead && ends(p.span.of(story.text), is_question_mark))
}

fn asks(story: &Story<'_>, sentence: usize) -> bool {
    is_question_mark(closing_mark(story, sentence))
}

/// The mark that a sentence ends with, quotation marks and brackets after it aside.
fn closing_mark(story: &Story<'_>, sentence: usize) -> char {
    let last = story.tokens(sentence).iter().rev().find(|t| t.kind != TokenKind::Mark || !is_closer(t.mark()));
    last.map_or('\0', Token::mark)
}

const fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？' | '؟' | '⁇' | '⁈')
}

const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}
