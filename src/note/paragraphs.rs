//! Paragraphs of a page that are notes on its story from end to end.

use crate::article::{Article, ParagraphKind};
use crate::language;
use crate::note::form;
use crate::note::kind::NoteKind;
use crate::note::phrases::Phrases;

/// Notes are at most this share of an article: what has more of them is a guide, whose text calls to act.
const MOST_NOTES: f64 = 0.4;

/// What a caption ends with, in bytes: "Photo: Lena Holt".
const CREDIT_BYTES: usize = 60;

/// What note a sentence is by itself.
pub(super) type KindOf = fn(&str, &Phrases) -> Option<NoteKind>;

/// The article without the paragraphs that are notes as a whole: corrections, calls to subscribe, credits, captions. What
/// announces a list or a quotation stays, and so does everything where there is nothing else.
pub(super) fn without_notes(article: Article<'static>, kind_of: KindOf) -> Article<'static> {
    let prose = language::read(&article, None);
    let (text, phrases) = (article.text(), Phrases::of(prose.language));
    let mut sentences = prose.sentences.iter().peekable();
    let is_note = |(at, paragraph): (usize, &crate::Paragraph)| {
        let (mut count, mut notes, mut first, mut last) = (0, 0, None, None);
        while let Some(sentence) = sentences.next_if(|sentence| sentence.paragraph == at) {
            let kind = kind_of(sentence.span.of(text), phrases).filter(|kind| *kind != NoteKind::Announcement);
            first = if count == 0 { kind } else { first };
            last = kind.filter(|_| sentence.span.range().len() <= CREDIT_BYTES);
            count += 1;
            notes += usize::from(kind.is_some());
        }
        let own = paragraph.span.of(text);
        match paragraph.kind {
            ParagraphKind::Item => return false,
            // A line that ends as no sentence has none.
            ParagraphKind::Subhead => return form::credits_picture(own, phrases),
            _ => {}
        }
        let is_whole = first.is_some_and(|kind| count <= kind.sentences()) || count > 0 && notes == count;
        let is_credited = matches!(last, Some(NoteKind::Caption | NoteKind::LabelledParagraph | NoteKind::Post));
        let is_caption = || is_credited || form::credits_picture(own, phrases);
        is_whole || count > 0 && count <= NoteKind::Caption.sentences() && is_caption()
    };
    let notes: Vec<bool> = article.paragraphs().iter().enumerate().map(is_note).collect();
    let marked = article.paragraphs().iter().zip(&notes).filter(|(_, is_note)| **is_note);
    let bytes: usize = marked.map(|(paragraph, _)| paragraph.span.range().len()).sum();
    if bytes == 0 || bytes as f64 > MOST_NOTES * text.len() as f64 {
        return article;
    }
    let story = article.paragraphs().iter().zip(&notes).filter(|(_, is_note)| !**is_note);
    let story = Article::from_paragraphs(story.map(|(paragraph, _)| (paragraph.kind, paragraph.span.of(text))));
    Article { text: story.text, paragraphs: story.paragraphs, ..article }
}
