//! Answers without their questions; questions and announcements without what follows.

use super::Reason;
use super::story::Story;
use crate::chars::trim_end;
use crate::language::lexicon::List;
use crate::page::article::ParagraphKind;
use crate::punctuation::{ends, is_closer};

/// An answer of more words says what it is about.
const SHORT: usize = 10;

pub(super) fn find(story: &Story<'_>, sentence: usize, add: &mut impl FnMut(Reason, Option<usize>)) {
    let count = story.document.sentences().len();
    let next = Some(sentence + 1).filter(|next| *next < count);
    if asks(story, sentence) || closes_with(story, sentence, is_colon) {
        add(Reason::Announcement, next);
    }
    let opens_as_answer = story.words(sentence).next().is_some_and(|w| w.lists.has(List::Answer));
    let is_short = story.sentence(sentence).words <= SHORT;
    let has_comma = || story.tokens(sentence).iter().any(|t| matches!(t.mark(), ',' | '،' | '，' | '、'));
    match sentence.checked_sub(1).filter(|before| asks(story, *before)) {
        Some(question) if !asks(story, sentence) => {
            if opens_as_answer || is_short {
                add(Reason::Answer, Some(question));
            }
        }
        _ if opens_as_answer && !has_comma() => add(Reason::Answer, sentence.checked_sub(1)),
        _ if follows_asking_subhead(story, sentence) && (opens_as_answer || is_short) => add(Reason::Answer, None),
        _ => {}
    }
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
    closes_with(story, sentence, is_question_mark)
}

fn closes_with(story: &Story<'_>, sentence: usize, is: fn(char) -> bool) -> bool {
    ends(trim_end(story.sentence(sentence).span.of(story.text), is_closer), is)
}

const fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？' | '؟' | '⁇' | '⁈')
}

const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}
