//! What depends on the language: which one it is, where its sentences end, what its words are.

pub(crate) mod char_class;
mod dateline;
mod end_marks;
mod full_stop;
pub(crate) mod identify;
pub(crate) mod lexicon;
mod list_marker;
pub(crate) mod sentence;
mod stops;
mod thai;
pub(crate) mod token;
mod word;

use crate::page::article::{Article, ParagraphKind};
use crate::page::text;
use crate::punctuation::is_quotation_mark;
use crate::span::Span;
use lexicon::{Lexicon, List, Lists};
use std::ops::Range;
use token::{Token, TokenKind};

/// An article read in its language: its sentences and their tokens.
#[derive(Debug)]
pub(crate) struct Prose {
    /// ISO 639-1 code, or [`identify::UNKNOWN`].
    pub(crate) language: &'static str,
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
    /// Whether all of it is part of a quotation that an earlier sentence of its paragraph opened: nobody is named here
    /// whose words they are.
    pub(crate) quoted: bool,
}

/// A pronoun in an opening phrase may stand for a name that follows within so many words.
const NAME_WITHIN: usize = 12;

impl Prose {
    /// The tokens of a sentence.
    pub(crate) fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }

    /// The words of a piece of a sentence.
    pub(crate) fn words_in(&self, sentence: &Sentence, piece: Span) -> usize {
        let tokens = self.tokens_of(sentence);
        let from = tokens.partition_point(|t| t.span.start < piece.start);
        let to = tokens.partition_point(|t| t.span.end <= piece.end);
        count_words(tokens.get(from..to).unwrap_or_default())
    }

    /// Whether a sentence of `text` opens with a pronoun or a connective ("He", "In his view", "The two", "But"), or goes
    /// on with a quotation and without its start would pass for the paper's own words, and so leans on the one before it.
    pub(crate) fn leans(&self, text: &str, sentence: &Sentence) -> bool {
        if sentence.quoted {
            return true;
        }
        let mut words = self.tokens_of(sentence).iter().filter(|t| t.kind != TokenKind::Mark);
        let Some(first) = words.next() else { return false };
        if first.kind == TokenKind::Ideograph {
            return self.lexicon.begins_leaning(&text[first.span.start..sentence.span.end]);
        }
        if first.lists.leans() {
            return true;
        }
        // A phrase of two begins with a function word, or with a verb whose subject is left out: "Añadió que".
        let opens_phrase = first.lists.meets(Lists::both(List::Stop, List::Speech));
        let Some(second) = words.next().filter(|_| opens_phrase) else { return false };
        // "After his arrest, Putin said": the name follows.
        let named = |token: &Token| token.case.is_capital() && token.is_content();
        second.lists.has(List::Anaphor) && !words.take(NAME_WITHIN).any(named)
            || self.lexicon.lists(&text[first.span.start..second.span.end]).leans()
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
        token::tokenize(headline, Span::new(0, headline.len()), lexicon, &mut prose.headline);
    }
    // Room for those of most paragraphs.
    let (mut spans, mut stops) = (Vec::with_capacity(8), Vec::with_capacity(32));
    for (paragraph, about) in article.paragraphs().iter().enumerate() {
        if about.kind == ParagraphKind::Subhead {
            continue;
        }
        sentence::segment(text, about.span, lexicon, &mut stops, &mut spans);
        let mut in_quotation = false;
        for span in spans.drain(..) {
            let first = prose.tokens.len();
            let others = token::tokenize(text, span, lexicon, &mut prose.tokens);
            let quoted = in_quotation && stays_quoted(&prose.tokens[first..]);
            // What closes in one language opens in another: every second mark closes.
            in_quotation ^= others.quotation_marks % 2 == 1;
            let tokens = first..prose.tokens.len();
            let words = words_of(tokens.len() - others.marks - others.ideographs, others.ideographs);
            prose.sentences.push(Sentence { span, paragraph, tokens, words, quoted });
        }
    }
    prose
}

/// Whether all words of a sentence that begins in a quotation are part of one.
fn stays_quoted(tokens: &[Token]) -> bool {
    let mut in_quotation = true;
    tokens.iter().all(|token| {
        let is_mark = token.kind == TokenKind::Mark;
        in_quotation ^= is_mark && is_quotation_mark(token.mark());
        is_mark || in_quotation
    })
}

fn choose(article: &Article<'_>, asked: Option<&str>) -> &'static str {
    let declared = asked.or(article.language()).and_then(identify::primary_subtag);
    declared.or(article.identified).unwrap_or_else(|| identify::identify(article.text()))
}

/// All of a plain text in pieces, headlines and lines without an end mark too: with the white space between them they
/// join back to the text. A dateline is a piece of its own; an attribution in brackets ends the sentence before it.
pub(crate) fn pieces(text: &str, asked: Option<&str>) -> Vec<Span> {
    let language = asked.and_then(identify::primary_subtag).unwrap_or_else(|| identify::identify(text));
    let lexicon = Lexicon::of(language);
    let (mut found, mut stops) = (Vec::new(), Vec::new());
    for paragraph in text::paragraphs(text, true) {
        let before = found.len();
        sentence::segment(text, paragraph, lexicon, &mut stops, &mut found);
        let dateline = Span::new(paragraph.start, found.get(before).map_or(paragraph.end, |s: &Span| s.start));
        if !dateline.trim(text).is_empty() {
            found.insert(before, dateline.trim(text));
        }
        if let Some(last) = found.last_mut() {
            last.end = paragraph.end;
        }
    }
    found
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

    /// Whether the last sentence of a text leans on the one before it.
    fn last_leans(code: &str, text: &str) -> bool {
        let article = Article::from_text(text);
        let prose = read(&article, Some(code));
        prose.sentences.last().is_some_and(|last| prose.leans(text, last))
    }

    #[test]
    fn sentences_lean_in_every_language() {
        for (code, sentence) in [
            ("en", "He opened the bridge."),
            ("en", "In his view, it was late."),
            ("en", "The two left."),
            ("de", "Das teilte die Polizei am Montag mit."),
            ("es", "Añadió que la lluvia seguía."),
            ("pt", "Dessas pontes, nenhuma ficou de pé."),
            ("pl", "Dodał, że most jest otwarty."),
            ("ru", "Об этом сообщает ТАСС."),
            ("ar", "وأضاف أن الجسر مفتوح."),
            ("nl", "Het gaat om een brug."),
        ] {
            assert!(last_leans(code, &format!("Riga. {sentence}")), "{sentence}");
        }
        for (code, sentence) in [
            ("en", "After his arrest, Putin said no more."),
            ("de", "Das Unternehmen schließt die Brücke."),
            ("es", "Dijo Sánchez que la lluvia seguía."),
            ("ar", "وأضاف الوزير أن الجسر مفتوح."),
        ] {
            assert!(!last_leans(code, &format!("Riga. {sentence}")), "{sentence}");
        }
    }

    #[test]
    fn what_is_inside_a_quotation_leans_on_its_start_unless_the_speaker_is_named() {
        assert!(last_leans("en", "The mayor said: “It rained. Riga was under water for days.”"));
        assert!(last_leans("de", "Der Bürgermeister sagte: „Es regnete. Riga stand unter Wasser.“"));
        assert!(!last_leans("en", "“It rained. Riga was under water for days,” the mayor said."));
        assert!(!last_leans("en", "“It rained,” the mayor said. Riga was under water for days."));
        assert!(!last_leans("en", "He said: “It rained.\n\n“Riga was under water for days.”"));
    }
}
