//! The article: the one input of every later stage.

use crate::page_kind::PageGuess;
use crate::text::chars::is_blank;
use crate::text::punctuation::ends_as_sentence;
use crate::text::span::Span;
use std::borrow::Cow;

/// The most text that is read, in bytes; the rest is cut off at a sentence's end. A long novel's worth, and
/// small enough that a page's memory stays under 32 MB.
pub const MAX_TEXT_BYTES: usize = 1_000_000;

/// What a paragraph of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Paragraph,
    /// A heading inside the story: serves the scoring, is never a summary sentence.
    Subhead,
    /// An item of a list.
    Item,
    /// A paragraph of a block quotation.
    Quote,
}

impl ParagraphKind {
    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Subhead => "subhead",
            Self::Item => "item",
            Self::Quote => "quote",
        }
    }
}

/// A paragraph of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paragraph {
    /// What it is.
    pub kind: ParagraphKind,
    /// Where it stands in [`Article::text`].
    pub span: Span,
}

/// What can be summarized: plain text, or an article.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// Plain text or Markdown, read by [`Article::from_text`].
    Text(&'a str),
    /// An article, however it was made.
    Article(&'a Article<'a>),
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Article<'a>> for Input<'a> {
    fn from(article: &'a Article<'a>) -> Self {
        Self::Article(article)
    }
}

/// A news story without the page around it.
///
/// ```
/// use nutgraf::Article;
/// let article = Article::from_text("Rain in Riga\n\nIt rained in Riga on Monday.");
/// assert_eq!(article.headline(), Some("Rain in Riga"));
/// assert_eq!(article.paragraphs().len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Article<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) headline: Option<String>,
    pub(crate) standfirst: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) language: Option<String>,
    /// What its page was taken for.
    pub(crate) page: Option<PageGuess>,
    /// The language that the text is in by its words, if that had to be known to find the article in it.
    pub(crate) identified: Option<&'static str>,
    pub(crate) truncated: bool,
}

impl<'t> Article<'t> {
    #[cfg(any(feature = "html", target_arch = "wasm32"))]
    /// Builds an article from paragraphs, joining them by a blank line: what a page's article is.
    pub(crate) fn from_paragraphs<'p>(paragraphs: impl Iterator<Item = (ParagraphKind, &'p str)>) -> Article<'static> {
        let mut text = String::new();
        let mut spans = Vec::new();
        let mut truncated = false;
        for (kind, paragraph) in paragraphs {
            if text.len() >= MAX_TEXT_BYTES {
                truncated = true;
                break;
            }
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            let kept = cut_at_boundary(paragraph, MAX_TEXT_BYTES.saturating_sub(start));
            truncated |= kept.len() < paragraph.len();
            text.push_str(kept);
            spans.push(Paragraph { kind, span: Span::new(start, text.len()) });
        }
        Article { text: Cow::Owned(text), paragraphs: spans, truncated, ..Article::default() }
    }

    /// Sets the headline, for callers that know it: it serves the scoring and is never a summary sentence.
    #[must_use]
    pub fn with_headline(mut self, headline: impl Into<String>) -> Self {
        let headline = headline.into();
        // A title line that the text repeats is no sentence of the story.
        let line = Span::new(0, headline.len()).trim(&headline).of(&headline);
        if self.headline.as_deref() != Some(line) {
            let text = &self.text;
            self.paragraphs.retain(|p| p.span.trim(text).of(text) != line);
        }
        self.headline = Some(headline).filter(|h| !is_blank(h));
        self
    }

    /// Sets the language as a BCP 47 tag.
    #[must_use]
    pub fn with_language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into()).filter(|l| !is_blank(l));
        self
    }

    /// The same with every line of the text as a paragraph that is part of the story: headings too, which no summary has.
    pub(crate) fn with_all_lines(&self, is_of_story: impl Fn(&str) -> bool) -> Article<'_> {
        let text = self.text();
        let kind = ParagraphKind::Paragraph;
        let mut paragraphs = Vec::new();
        let last = self.paragraphs.last().map_or(0, |p| p.span.end);
        let end = if self.truncated { last } else { text.len() };
        let mut at = 0;
        for paragraph in self.paragraphs.iter().map(|p| p.span).chain([Span::new(end, end)]) {
            for line in text.get(at..paragraph.start).unwrap_or_default().split_inclusive('\n') {
                let span = Span::new(at, at + line.len());
                at = span.end;
                if !is_blank(line) && is_of_story(line) {
                    paragraphs.push(Paragraph { kind, span });
                }
            }
            paragraphs.extend((paragraph.start < paragraph.end).then_some(Paragraph { kind, span: paragraph }));
            at = at.max(paragraph.end);
        }
        let headline = self.headline.clone();
        Article {
            text: Cow::Borrowed(text),
            paragraphs,
            headline,
            language: self.language.clone(),
            identified: self.identified,
            ..Article::default()
        }
    }

    /// The text that all spans refer to: plain text as given, or the paragraphs of a page or of Markdown joined by a blank
    /// line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the text is not the input itself but was made from it: from a page, or from Markdown.
    #[must_use]
    pub const fn owns_text(&self) -> bool {
        matches!(self.text, Cow::Owned(_))
    }

    /// The paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The headline, where there is one.
    #[must_use]
    pub fn headline(&self) -> Option<&str> {
        self.headline.as_deref()
    }

    /// The standfirst: the sentence under the headline that says what the story is about.
    #[must_use]
    pub fn standfirst(&self) -> Option<&str> {
        self.standfirst.as_deref()
    }

    /// Who wrote it, as the page or text says.
    #[must_use]
    pub fn byline(&self) -> Option<&str> {
        self.byline.as_deref()
    }

    /// When it was published, as the page or text writes it: of a page as a rule a date and time of ISO 8601.
    #[must_use]
    pub fn published(&self) -> Option<&str> {
        self.published.as_deref()
    }

    /// The language the page or the caller declares, as a BCP 47 tag.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// What the page was taken for that it stands on. Nothing where it was made of text.
    #[must_use]
    pub const fn page(&self) -> Option<PageGuess> {
        self.page
    }

    /// Whether text was cut off past [`MAX_TEXT_BYTES`].
    #[must_use]
    pub const fn is_truncated(&self) -> bool {
        self.truncated
    }
}

/// At most `most` bytes of `text`, cut after the last end mark that is followed by a space, if there is one in
/// the second half, else at a character boundary.
pub(crate) fn cut_at_boundary(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let sentence_end = head
        .rmatch_indices([' ', '\n'])
        .map(|(at, _)| at)
        .take_while(|at| *at > end / 2)
        .find(|at| ends_as_sentence(&head[..*at]));
    &head[..sentence_end.unwrap_or(end)]
}
