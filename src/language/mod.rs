//! What depends on the language: which one it is, where its sentences end, what its words are.

mod abbreviation;
mod adjacent;
mod candidates;
mod dateline;
mod end_marks;
mod full_stop;
pub(crate) mod identify;
mod languages;
pub(crate) mod lexicon;
mod list_marker;
pub(crate) mod pack;
mod pairs;
mod reporting;
mod segmenter;
pub(crate) mod sentence;
mod thai;
pub(crate) mod token;
pub(crate) mod tokenize;
pub(crate) mod word;

use crate::article::{Article, ParagraphKind};
use crate::text::span::Span;
pub(crate) use languages::Language;
use lexicon::Lexicon;
use std::ops::Range;
use token::{Token, TokenKind};

/// An article read in its language: its sentences and their tokens.
#[derive(Debug)]
pub(crate) struct Prose {
    pub(crate) language: Language,
    pub(crate) lexicon: &'static Lexicon,
    /// In document order; subheads are not among them.
    pub(crate) sentences: Vec<Sentence>,
    /// The tokens of all sentences, in order.
    pub(crate) tokens: Vec<Token>,
    /// Those of the headline, whose spans are pieces of that.
    pub(crate) headline: Vec<Token>,
}

/// A sentence of the article.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    /// Index into the article's paragraphs.
    pub(crate) paragraph: usize,
    /// Its tokens in [`Prose::tokens`].
    pub(crate) tokens: Range<usize>,
    /// Words, by [`count_words`].
    pub(crate) words: usize,
    /// Whether it has a quotation mark.
    pub(crate) has_quotation_mark: bool,
}

impl Prose {
    /// The tokens of a sentence.
    pub(crate) fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }

    /// The tokens of a piece of a sentence.
    pub(crate) fn tokens_in(&self, sentence: &Sentence, piece: Span) -> &[Token] {
        let tokens = self.tokens_of(sentence);
        let from = tokens.partition_point(|t| t.span.start < piece.start);
        let to = tokens.partition_point(|t| t.span.end <= piece.end);
        tokens.get(from..to).unwrap_or_default()
    }

    /// The words of a piece of a sentence.
    pub(crate) fn words_in(&self, sentence: &Sentence, piece: Span) -> usize {
        count_words(self.tokens_in(sentence, piece))
    }
}

/// Segments and tokenizes an article in the language asked for, else the one it declares, else the one its
/// words are in.
pub(crate) fn read(article: &Article<'_>, asked: Option<&str>) -> Prose {
    let language = choose(article, asked);
    let lexicon = Lexicon::of(language);
    let text = article.text();
    // Of most texts a byte in five begins a token, and fewer than one in a hundred a sentence.
    let (tokens, sentences) = (Vec::with_capacity(text.len() / 5), Vec::with_capacity(text.len() / 100));
    let mut prose = Prose { language, lexicon, sentences, tokens, headline: Vec::new() };
    if let Some(headline) = article.headline() {
        tokenize::tokenize(headline, Span::new(0, headline.len()), lexicon, &mut prose.headline);
    }
    // Room for those of most paragraphs.
    let (mut spans, mut candidates) = (Vec::with_capacity(8), Vec::with_capacity(32));
    for (paragraph, about) in article.paragraphs().iter().enumerate() {
        if about.kind == ParagraphKind::Subhead {
            continue;
        }
        sentence::segment(text, about.span, lexicon, &mut candidates, &mut spans);
        for span in spans.drain(..) {
            let first = prose.tokens.len();
            let others = tokenize::tokenize(text, span, lexicon, &mut prose.tokens);
            let tokens = first..prose.tokens.len();
            let words = words_of(tokens.len() - others.marks - others.ideographs, others.ideographs);
            let has_quotation_mark = others.quotation_marks > 0;
            prose.sentences.push(Sentence { span, paragraph, tokens, words, has_quotation_mark });
        }
    }
    prose
}

/// The language that an article is read in: the one asked for, else the one it declares, unless its words are plainly of
/// another one, else the one that its words are in. One that is not known here counts for none.
pub(crate) fn choose(article: &Article<'_>, asked: Option<&str>) -> Language {
    let known = |tag: Option<&str>| tag.and_then(identify::of_tag);
    let declared = || known(article.language()).map(|declared| identify::identify_declared(article.text(), declared));
    let identified = || article.identified.map(Language::of_code);
    known(asked).or_else(declared).or_else(identified).unwrap_or_else(|| identify::identify(article.text()))
}

/// Words for a reader: in scripts without spaces, two characters are counted as one.
pub(crate) fn count_words(tokens: &[Token]) -> usize {
    let count = |is: fn(&Token) -> bool| tokens.iter().filter(|token| is(token)).count();
    words_of(count(Token::is_word), count(|token| token.kind == TokenKind::Ideograph))
}

/// The same by the words of scripts with spaces, and the characters of those without.
const fn words_of(words: usize, characters: usize) -> usize {
    words + characters.div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_asked_for_goes_before_the_declared_and_the_identified() {
        let article = Article::from_text("The mayor of Riga said on Monday that the bridge would open in May.");
        let german = Article::from_text("The mayor of Riga opened it.").with_language("de-AT");
        for (article, asked, expected) in [
            (&article, None, Language::English),
            (&article, Some("fr-CA"), Language::French),
            (&article, Some("tlh"), Language::English),
            (&german, None, Language::German),
            (&german, Some("sv"), Language::Swedish),
            (&german, Some("tlh"), Language::German),
        ] {
            assert_eq!(choose(article, asked), expected, "{asked:?}");
        }
    }
}
