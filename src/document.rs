//! An article with what was found in it, for those who ask for more than one summary.

use crate::analysis::document::{Held, annotate_held};
use crate::analysis::{self, Asked, entity};
use crate::article::{Article, Input};
use crate::error::Error;
use crate::leaning::Leanings;
use crate::note::Notes;
#[cfg(feature = "html")]
use crate::note::without_notes;
use crate::options::Options;
#[cfg(feature = "html")]
use crate::page::html;
use crate::summary::{self, Mention, Summary};
use crate::text::chars::is_blank;
use crate::text::span::Span;
use crate::text::utf16::Utf16Units;
use crate::{headline, language, salience, select};

#[cfg(feature = "html")]
impl Article<'_> {
    /// Finds the article on a page given as HTML. Paragraphs that are notes on it, such as corrections and calls to
    /// subscribe, are left out.
    ///
    /// # Errors
    /// `no-article` when nothing on the page reads like one, or the page is of another kind ([`Error::page`] says of which);
    /// `empty` when there is no text at all.
    pub fn from_html(html: &str) -> Result<Article<'static>, Error> {
        let article = Self::from_any_html(html)?;
        match article.page {
            Some(page) if !page.kind.is_article() => Err(Error::no_article_on(page)),
            _ => Ok(article),
        }
    }

    /// Finds what reads most like an article on a page given as HTML, of whatever kind the page is:
    /// [`Article::page`] says what it was taken for.
    ///
    /// # Errors
    /// `no-article` when nothing on the page reads like one, `empty` when there is no text at all.
    pub fn from_any_html(html: &str) -> Result<Article<'static>, Error> {
        html::find_article(html).map(without_notes)
    }
}

/// Finds the article by trees that are not built in, packed as those are: for cross-validation.
///
/// # Errors
/// As [`Article::from_html`].
#[cfg(all(feature = "html", feature = "eval"))]
pub fn article_by_trees(html: &str, packed: &[u8]) -> Result<Article<'static>, Error> {
    html::find_article_by_trees(html, packed).map(without_notes)
}

/// An analysed article: made once by [`analyze`], asked as often as needed.
#[derive(Debug)]
pub struct Document<'a> {
    found: analysis::Document<'a>,
}

/// A sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Sentence<'d> {
    /// The sentence, a verbatim piece of the article.
    pub text: &'d str,
    /// Where it stands in the article's text, in bytes. Not in JSON.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
    /// Where it stands in the article's text, in UTF-16 units, as JavaScript counts.
    pub offset: usize,
    /// How long it is, in UTF-16 units.
    pub length: usize,
    /// Index of its paragraph in the article, from 0.
    pub paragraph: usize,
}

/// Reads plain text or an article: its sentences, and who and what is named in them. `language` is a BCP 47 tag ("en",
/// "pt-BR"); `None` takes what the article says, else what its words say.
///
/// # Errors
/// [`Empty`](crate::ErrorKind::Empty) when there is no text, [`NoArticle`](crate::ErrorKind::NoArticle) when there is no
/// word in it.
pub fn analyze<'a>(input: impl Into<Input<'a>>, language: Option<&str>) -> Result<Document<'a>, Error> {
    let article = match input.into() {
        Input::Text(text) => Held::Own(Article::from_text(text)),
        Input::Article(article) => Held::Callers(article),
    };
    let found = annotate_held(article, language);
    if summary::has_words(&found) {
        return Ok(Document { found });
    }
    Err(if is_blank(found.article.text()) { Error::empty() } else { Error::no_article() })
}

impl<'a> Document<'a> {
    /// The article that was read, to whose text all spans and offsets refer.
    #[must_use]
    pub fn article(&self) -> &Article<'a> {
        &self.found.article
    }

    /// The language that it was read in, as an ISO 639-1 code, or `und`.
    #[must_use]
    pub const fn language(&self) -> &'static str {
        self.found.prose.language.code()
    }

    /// The sentences of the story, in order, without headings and datelines.
    #[must_use]
    pub fn sentences(&self) -> Vec<Sentence<'_>> {
        let text = self.found.article.text();
        let mut units = Utf16Units::new(text);
        let sentence = |read: &language::Sentence| {
            let (offset, length) = units.of(read.span);
            Sentence { text: read.span.of(text), span: read.span, offset, length, paragraph: read.paragraph }
        };
        self.found.sentences().iter().map(sentence).collect()
    }

    /// Who and what the sentences name, heaviest first, then the figures and dates in order of appearance.
    #[must_use]
    pub fn entities(&self) -> Vec<entity::Entity> {
        self.found.entities.list.iter().map(|referent| referent.entity(self.found.article.text())).collect()
    }

    /// Where the sentences mention them, in document order. [`Mention::entity`] is an index into
    /// [`entities`](Self::entities).
    #[must_use]
    pub fn mentions(&self) -> Vec<Mention> {
        let mut units = Utf16Units::new(self.found.article.text());
        self.found.entities.mentions.iter().map(|m| Mention::new(m.span, m.entity as usize, &mut units)).collect()
    }

    /// Summarizes the article.
    ///
    /// # Errors
    /// [`InvalidOption`](crate::ErrorKind::InvalidOption) when an option is out of its range, or when its language is another
    /// than the one that the article was read in.
    pub fn summarize(&self, options: &Options) -> Result<Summary, Error> {
        let document = &self.found;
        let budget = options.budget()?;
        if let Some(asked) = &options.language
            && language::choose(&document.article, Some(asked)) != document.prose.language
        {
            return Err(Error::invalid_option("lang", asked, "the language that the article was read in"));
        }
        let leanings = Leanings::new(document);
        let asked = options.context.as_deref().and_then(|context| Asked::read(document, context));
        let salience = salience::measure(document, &salience::Model::fitted(), asked.as_ref());
        let notes = Notes::new(document, &leanings);
        let chosen = match budget.headline {
            Some(most) => {
                headline::choose(document, &leanings, &notes, &salience, most, budget.words).into_iter().collect()
            }
            None => select::choose(document, &leanings, &notes, &salience, budget),
        };
        Ok(Summary::new(document, &chosen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ErrorKind, SummaryType, summarize};

    const STORY: &str = "Riga opens its bridge\n\nThe mayor of Riga opened the new bridge on 5 May. 𝄞 Fishermen from \
        Jurmala protested. Mayor Jānis Bērziņš said that Riga would pay.";

    #[test]
    fn an_article_is_read_once_and_summarized_as_often_as_asked() -> Result<(), Error> {
        let document = analyze(STORY, None)?;
        for summary_type in [SummaryType::KeyPoints, SummaryType::Tldr, SummaryType::Headline] {
            let options = Options { summary_type, ..Options::default() };
            assert_eq!(document.summarize(&options), summarize(STORY, &options));
        }
        let sentences = document.sentences();
        assert!(sentences.iter().all(|s| s.span.of(document.article().text()) == s.text));
        let units: Vec<u16> = document.article().text().encode_utf16().collect();
        let entities = document.entities();
        for mention in document.mentions() {
            let piece = String::from_utf16_lossy(&units[mention.offset..][..mention.length]);
            assert_eq!(mention.span.of(document.article().text()), piece);
            assert!(mention.entity < entities.len());
        }
        Ok(())
    }

    #[test]
    fn a_document_is_not_summarized_in_another_language() -> Result<(), Error> {
        let document = analyze(STORY, Some("en-GB"))?;
        let asked = |language: &str| {
            let options = Options { language: Some(language.to_owned()), ..Options::default() };
            document.summarize(&options).map_err(|error| error.kind()).err()
        };
        assert_eq!([asked("en"), asked("de")], [None, Some(ErrorKind::InvalidOption)]);
        Ok(())
    }
}
