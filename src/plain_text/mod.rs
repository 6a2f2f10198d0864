//! Plain text → article: by its [`lines`], or, where it is Markdown, by its blocks ([`markdown`]) without the marks in them
//! ([`inline`]).

mod heading;
mod imprint;
mod inline;
mod lines;
mod markdown;
mod paragraphs;
mod pieces;

pub(crate) use heading::is_heading;
pub(crate) use pieces::pieces;

use crate::article::{Article, MAX_TEXT_BYTES, Paragraph, ParagraphKind, cut_at_boundary};
use crate::boilerplate::is_boilerplate_line;
use crate::language::Language;
use crate::language::identify::identify;
use crate::language::lexicon::Lexicon;
use crate::plain_text::imprint::Imprint;
use crate::text::chars::{length, words};
use crate::text::fold::on_one_line;
use markdown::Reading;
use paragraphs::joined;
use std::borrow::Cow;

/// A headline has at least this many words: fewer are a section's name or a breadcrumb ("All news").
const HEADLINE_WORDS: usize = 4;

impl<'t> Article<'t> {
    /// Reads plain text. A blank line parts paragraphs, and so does a line break unless the text is hard-wrapped.
    /// Of Markdown and quoted mail the text is taken without the marks.
    /// A first line without an end mark is the headline, unless it is a date or a byline; other lines without one are
    /// subheads or boilerplate.
    #[must_use]
    pub fn from_text(text: &'t str) -> Self {
        read(text)
    }
}

fn read(text: &str) -> Article<'_> {
    let kept = cut_at_boundary(text, MAX_TEXT_BYTES);
    let truncated = kept.len() < text.len();
    let lines = lines::read(kept);
    let mut article = match markdown::read(kept, &lines) {
        Some(Reading { text, paragraphs, title }) => story(Cow::Owned(text), paragraphs, title),
        None => {
            let kind = ParagraphKind::Paragraph;
            let paragraphs = joined(kept, &lines, false).into_iter().map(|span| Paragraph { kind, span }).collect();
            story(Cow::Borrowed(text), paragraphs, None)
        }
    };
    article.truncated = truncated;
    article
}

/// The story among the paragraphs of a text, in which only marks have shown subheads so far. `title` is the headline where
/// it is marked as one.
fn story(text: Cow<'_, str>, mut paragraphs: Vec<Paragraph>, title: Option<String>) -> Article<'_> {
    // Who wrote the story and when is no part of it.
    let mut imprint = [None, None];
    let mut identified = None;
    let mut is_imprint = |line: &str| {
        if !Imprint::may_be(line) {
            return false;
        }
        let language = identified.get_or_insert_with(|| identify(&text));
        let found = Imprint::of(line, Lexicon::of(*language));
        if let Some(which) = found {
            imprint[which as usize].get_or_insert_with(|| on_one_line(line).into_owned());
        }
        found.is_some()
    };
    paragraphs.retain_mut(|paragraph| {
        let line = paragraph.span.of(&text);
        if paragraph.kind != ParagraphKind::Item && is_heading(line) {
            paragraph.kind = ParagraphKind::Subhead;
        }
        !is_boilerplate_line(line) && !is_imprint(line)
    });

    let is_prose = |p: &Paragraph| match p.kind {
        ParagraphKind::Subhead => false,
        ParagraphKind::Item => !is_heading(p.span.of(&text)),
        ParagraphKind::Paragraph | ParagraphKind::Quote => true,
    };
    let shown = |p: &Paragraph| on_one_line(p.span.of(&text)).into_owned();
    let mut headline = title;
    let mut standfirst = None;
    if let (Some(first), Some(last)) = (paragraphs.iter().position(is_prose), paragraphs.iter().rposition(is_prose)) {
        // Lines without an end mark: before the story its headline and standfirst, after it boilerplate.
        let above = &paragraphs[..first];
        let is_headline = |p: &Paragraph| {
            let line = p.span.of(&text);
            headline.as_deref().map_or_else(|| word_count(line) >= HEADLINE_WORDS, |title| line == title)
        };
        let nearest = above.len().checked_sub(1).filter(|_| headline.is_none());
        if let Some(at) = above.iter().position(is_headline).or(nearest) {
            standfirst = above.get(at + 1).map(shown);
            headline = Some(shown(&above[at]));
        }
        paragraphs.truncate(last + 1);
        paragraphs.drain(..first);
    } else {
        // Nothing ends as a sentence does: then the lines themselves are all there is.
        for paragraph in &mut paragraphs {
            paragraph.kind = ParagraphKind::Paragraph;
        }
    }
    let [byline, published] = imprint;
    Article {
        text,
        paragraphs,
        headline,
        standfirst,
        byline,
        published,
        identified: identified.map(Language::code),
        ..Article::default()
    }
}

/// Words by spaces; in a line without spaces, half as many as there are characters.
fn word_count(line: &str) -> usize {
    let spaced = words(line).count();
    if spaced > 1 { spaced } else { length(line) / if line.is_ascii() { 8 } else { 2 } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headline_standfirst_and_furniture_are_told_apart() {
        let article = read(concat!(
            "All news\n\nMinister declines to say more\n\nShe stressed that talks go on\n\n",
            "RIGA, May 2. /LETA/. The minister said no more.\n\nWhat came before\n\nTalks began in May.\n\n",
            "Next Article\n\nFive tips for a fresh start"
        ));
        assert_eq!(article.headline(), Some("Minister declines to say more"));
        assert_eq!(article.standfirst(), Some("She stressed that talks go on"));
        let kinds: Vec<_> = article.paragraphs().iter().map(|p| p.kind.name()).collect();
        assert_eq!(kinds, ["paragraph", "subhead", "paragraph"]);
    }

    #[test]
    fn dates_and_bylines_are_no_headlines_and_no_sentences() {
        for (lines, headline, story) in [
            (["Sunday, January 20, 2008", "Hackers attack a church"], "Hackers attack a church", "It was on Monday."),
            (["Hackers attack a church", "Last updated at 3:31 PM on 19th July 2011"], "Hackers attack a church", "A."),
            (
                ["Von Anna Berg und Jo Lang", "20. Januar 2008, 10:30 Uhr"],
                "",
                "Der Regen hat in der Stadt nicht aufgehört.",
            ),
            (
                ["воскресенье, 20 января 2008 г.", "В Москве прошёл дождь и град"],
                "В Москве прошёл дождь и град",
                "Это было вчера.",
            ),
            (["2008年1月20日 星期日", "北京今天下了一场大雨"], "北京今天下了一场大雨", "雨很大。"),
            (
                ["2008년 1월 20일 일요일", "서울에 비가 많이 내렸다고 한다"],
                "서울에 비가 많이 내렸다고 한다",
                "비가 그쳤다.",
            ),
            (
                ["20/01/2008 10:30", "Pluie sur la ville de Riga"],
                "Pluie sur la ville de Riga",
                "Il a plu dans la ville.",
            ),
        ] {
            let text = format!("{}\n\n{}\n\n{story}", lines[0], lines[1]);
            let article = read(&text);
            assert_eq!(article.headline().unwrap_or_default(), headline, "{text}");
            assert_eq!(article.standfirst(), None, "{text}");
            assert!(article.published().is_some(), "{text}");
            let kept: Vec<_> = article.paragraphs().iter().map(|p| p.span.of(&text)).collect();
            assert_eq!(kept, [story]);
        }
        assert_eq!(read("By the river, Riga builds a park\n\nIt rained.").byline(), None);
        assert_eq!(read("By Anna Berg, for the Riga Times\n\nIt rained.").headline(), None);
        assert_eq!(read("Budget 2024: 5 things to know\n\nIt rained.").published(), None);
    }

    #[test]
    fn text_without_any_end_mark_is_taken_as_it_is() {
        let article = read("hello world");
        assert_eq!(article.headline(), None);
        assert_eq!(article.paragraphs().len(), 1);
    }
}
