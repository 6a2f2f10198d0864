//! Clauses: the part of a sentence that says something whole within so many words, for a headline.
//!
//! A headline begins where a sentence does, or behind a phrase that opens it and the comma after that ("On Monday,
//! Riga …"), and ends where the sentence may end: at its end, at a comma, a dash or a semicolon, or before a word that
//! opens a clause or a phrase ("after", "in"), once a finite verb has been read. What stands between two commas before
//! that verb ("Riga, which lies by the sea, …") is no place to end, nor is the inside of a quotation, of brackets or of
//! a name. After the trimming of Dorr, Zajic and Schwartz (2003), "Hedge Trimmer: a parse-and-trim approach to headline
//! generation", by lists of words instead of its parser.

use crate::document::Document;
use crate::language::lexicon::List;
use crate::language::token::{Case, Token, TokenKind};
use crate::leaning::Leanings;
use crate::punctuation::is_quotation_mark;
use crate::span::Span;

/// A shorter piece says nothing whole.
const LEAST_WORDS: usize = 5;

// The costs of a headline, in log-odds like the salience that they are taken from; 0 is nothing. By the likeness
// (ROUGE-1 and ROUGE-L) of the headlines to those that editors gave 1,500 English, 500 French, 400 Vietnamese and 130
// stories in other languages, and by reading them: headlines that say half a thing are as like as whole ones.

/// For each e-fold of a sentence's place, 0 or more: headlines are written from the first sentence. From 1 to 1.5 there
/// is no difference; at .6 a fifth more headlines are side points.
const PLACE: f64 = 1.5;
/// What all of the words that may be used are worth, against none.
const FILLED: f64 = 1.5;
/// For leaving a part of the sentence out, however well.
const PART: f64 = 0.3;
/// For ending at a comma before any verb is known to have come or behind another one, and for being short.
const DOUBTFUL: f64 = 5.0;
/// For ending anywhere else: more than any place costs in an article of 1,000 sentences.
const FRAGMENT: f64 = 12.0;
/// For leaning on another sentence or being joined to it, for a question, for opening with a quotation: nearly as much as for ending where no
/// verb is known to have come.
const NOT_PLAIN: f64 = 4.0;

/// A piece of a sentence, and how good a headline it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Headline {
    pub(crate) sentence: usize,
    pub(crate) span: Span,
    worth: f64,
}

/// The best headline of at most `most` words from the sentences `candidates`, each worth what `salience` says.
pub(crate) fn headline(
    document: &Document<'_>,
    candidates: &[usize],
    most: usize,
    salience: impl Fn(usize) -> f64,
) -> Option<Headline> {
    let leanings = Leanings::new(document);
    let mut best: Option<Headline> = None;
    for sentence in candidates {
        // "However" says that something was told before, though the sentence stands by itself.
        let first = document.prose.tokens_of(&document.sentences()[*sentence]).first();
        let is_joined = first.is_some_and(|word| word.lists.has(List::Connective));
        let leans = if is_joined || !leanings.of(*sentence).is_empty() { NOT_PLAIN } else { 0.0 };
        let worth = salience(*sentence) - PLACE * libm::log(1.0 + *sentence as f64) - leans;
        pieces(document, *sentence, most, |span, words, cost| {
            let worth = worth + FILLED * words as f64 / most as f64 - cost;
            if best.is_none_or(|best| worth > best.worth) {
                best = Some(Headline { sentence: *sentence, span, worth });
            }
        });
    }
    // Marks before the first word can be more than may be used: the word is shown alone.
    best.or_else(|| {
        let sentence = *candidates.first()?;
        let mut tokens = document.prose.tokens_of(&document.sentences()[sentence]).iter();
        let word = tokens.find(|token| token.kind != TokenKind::Mark)?;
        Some(Headline { sentence, span: word.span, worth: 0.0 })
    })
}

/// Where the reading of a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the phrase that opens it.
    Opening,
    /// In its main clause, as far as is known.
    Clause,
    /// Between two commas, or behind a relative pronoun, before the verb.
    Insertion,
    /// Behind a comma behind the verb: in a list, or in what is added.
    Tail,
}

/// Calls `found` with each piece of a sentence that could be a headline within `most` words, its words and its cost.
fn pieces(document: &Document<'_>, at: usize, most: usize, mut found: impl FnMut(Span, usize, f64)) {
    let reader = Reader::new(document, at);
    let tokens = reader.tokens;
    let end = reader.end();
    let last_part = (0..end).rev().find(|n| reader.parts(*n));
    let mentions = document.entities.of_sentence(at);
    let mut start = 0;
    let mut place = if reader.opens_phrase(0) && !mentions.iter().any(|m| m.span.start == tokens[0].span.start) {
        Place::Opening
    } else {
        Place::Clause
    };
    // In brackets or quotation marks.
    let (mut has_verb, mut is_inside) = (false, false);
    let mut base = if reader.is_question() { NOT_PLAIN } else { 0.0 };
    let (mut words, mut characters, mut pieces) = (0, 0, 0);
    // The first name that does not end yet.
    let mut named = 0;
    for (number, token) in tokens[..end].iter().enumerate() {
        let had_verb = has_verb;
        let gap = if number > start { tokens[number - 1].span.end } else { token.span.start };
        pieces += usize::from(number == start || gap < token.span.start);
        match token.kind {
            TokenKind::Ideograph => characters += 1,
            TokenKind::Word | TokenKind::Number => {
                words += 1;
                if place == Place::Clause && !has_verb && token.lists.has(List::Relative) {
                    place = Place::Insertion;
                }
                has_verb |= place == Place::Clause && number > start && reader.is_verb(token);
            }
            TokenKind::Mark => {
                let mark = token.mark();
                is_inside ^= matches!(mark, '(' | ')' | '[' | ']') || is_quotation_mark(mark);
                if number == 0 && is_inside {
                    base += NOT_PLAIN;
                }
                if !is_inside && reader.parts(number) {
                    let begins = |t: &Token| t.is_word() && t.case != Case::Lower;
                    if place == Place::Opening && tokens[..end].get(number + 1).is_some_and(begins) {
                        start = number + 1;
                        (words, characters, pieces) = (0, 0, 0);
                    }
                    place = match place {
                        Place::Clause if !has_verb => Place::Insertion,
                        Place::Clause | Place::Tail => Place::Tail,
                        Place::Opening | Place::Insertion => Place::Clause,
                    };
                }
            }
        }
        let spoken = words + usize::div_ceil(characters, 2);
        let words = spoken.max(pieces);
        if words > most && place != Place::Opening {
            return;
        }
        let span = Span::new(tokens[start].span.start, token.span.end);
        while mentions.get(named).is_some_and(|m| m.span.end <= span.end) {
            named += 1;
        }
        let within_name = mentions.get(named).is_some_and(|m| m.span.start < span.end);
        let next = number + 1;
        if spoken == 0 || words > most || spoken > 1 && next < end && (!token.is_content() || within_name) {
            continue;
        }
        let cost = if next == end && words >= LEAST_WORDS {
            if start > 0 { PART } else { 0.0 }
        } else if next == end {
            DOUBTFUL
        } else if words < LEAST_WORDS
            || is_inside
            || matches!(place, Place::Opening | Place::Insertion)
            || reader.leads_on(token)
        {
            FRAGMENT
        } else if reader.parts(next) {
            let can_go = || had_verb || last_part == Some(next) && reader.can_go(next + 1);
            if place == Place::Clause && can_go() { PART } else { DOUBTFUL }
        } else if place == Place::Clause && had_verb && reader.opens_phrase(next) && !reader.opens_phrase(next + 1) {
            PART
        } else {
            FRAGMENT
        };
        found(span, words, base + cost);
    }
}

/// The tokens of a sentence, and what they are in a clause.
struct Reader<'d> {
    text: &'d str,
    tokens: &'d [Token],
    is_english: bool,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document<'_>, at: usize) -> Self {
        let tokens = document.prose.tokens_of(&document.sentences()[at]);
        Self { text: document.article.text(), tokens, is_english: document.prose.language == "en" }
    }

    /// The mark behind the last word, or 0.
    fn last_mark(&self) -> char {
        match self.tokens {
            [_, .., last] => last.mark(),
            _ => '\0',
        }
    }

    /// How many tokens there are but for the full stop: headlines have none.
    fn end(&self) -> usize {
        self.tokens.len() - usize::from(matches!(self.last_mark(), '.' | '。' | '।' | '۔'))
    }

    fn is_question(&self) -> bool {
        matches!(self.last_mark(), '?' | '？' | '؟')
    }

    /// Whether a comma, a semicolon or a dash stands there.
    fn parts(&self, number: usize) -> bool {
        match self.tokens[number].mark() {
            ',' | ';' | '،' | '؛' | '、' | '，' | '；' => true,
            '–' | '—' | '-' => number > 0 && self.tokens[number - 1].span.end < self.tokens[number].span.start,
            _ => false,
        }
    }

    /// Whether an English word of more than four letters ends so.
    fn ends(&self, token: &Token, ending: &str) -> bool {
        self.is_english && token.span.len() > 4 && token.span.of(self.text).ends_with(ending)
    }

    /// Whether a finite verb may stand there, by the list and by the English ending.
    fn is_verb(&self, token: &Token) -> bool {
        token.lists.has(List::Verb) || self.ends(token, "ed")
    }

    /// Whether a clause or a phrase may begin there that the sentence can do without.
    fn opens_phrase(&self, number: usize) -> bool {
        self.tokens.get(number).is_some_and(|token| {
            token.lists.has(List::Subordinator)
                || token.lists.has(List::PlacePreposition)
                || number == 0 && self.ends(token, "ing")
        })
    }

    /// Whether what begins there, behind the last comma, adds something or names the source.
    fn can_go(&self, number: usize) -> bool {
        self.opens_phrase(number)
            || self.tokens.get(number).is_some_and(|token| self.ends(token, "ing"))
            || self.tokens.iter().skip(number).any(|token| token.lists.has(List::Speech))
    }

    /// Whether something must follow behind a word: whom police arrested, as a rule.
    fn leads_on(&self, token: &Token) -> bool {
        token.lists.has(List::Speech) || self.ends(token, "ed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::Article;

    fn first(text: &str, most: usize) -> Option<String> {
        let article = Article::from_text(text);
        let document = crate::annotate(&article, Some("en"));
        headline(&document, &[0], most, |_| 0.0).map(|found| found.span.of(article.text()).to_owned())
    }

    #[test]
    fn a_headline_ends_where_the_sentence_may() {
        for (text, clause) in [
            (
                "The mayor opened the bridge on Monday, which had cost millions.",
                "The mayor opened the bridge on Monday",
            ),
            ("The mayor opened the bridge after rain had fallen on Riga.", "The mayor opened the bridge"),
            ("The mayor opened the bridge; nobody came to see it there.", "The mayor opened the bridge"),
            ("The mayor of Riga has left his wife, police said on Monday.", "The mayor of Riga has left his wife"),
            ("Rain fell on the bridge of Riga.", "Rain fell on the bridge of Riga"),
        ] {
            assert_eq!(first(text, 8).as_deref(), Some(clause), "{text}");
        }
    }

    #[test]
    fn what_opens_a_sentence_goes_where_a_name_follows() {
        let text = "After many a long year of hope, Riga has opened its new bridge on Monday.";
        assert_eq!(first(text, 8).as_deref(), Some("Riga has opened its new bridge on Monday"));
    }

    #[test]
    fn neither_an_opening_nor_an_insertion_nor_a_quotation_is_a_headline() {
        let costs = |text: &str| {
            let article = Article::from_text(text);
            let document = crate::annotate(&article, Some("en"));
            let mut least = f64::INFINITY;
            pieces(&document, 0, 9, |_, _, cost| least = least.min(cost));
            least
        };
        for text in [
            "After the mayor had opened the bridge of Riga on the first of May, the rain came down on it.",
            "Riga, which opened a bridge that had cost millions of euros on Monday, was visited by the press.",
            "“The bridge has opened in the rain, after all of these years”, the mayor of Riga told the press.",
        ] {
            assert!(costs(text) >= FRAGMENT, "{text}");
        }
        assert!(costs("The bridge has opened in the rain on Monday, after all of these years") <= PART);
    }

    #[test]
    fn where_nothing_whole_fits_a_piece_comes_that_ends_in_a_topic_and_not_in_a_name() {
        let text = "Yesterday the council gave Janis Karlis Berzins leave to go.";
        assert_eq!(first(text, 5).as_deref(), Some("Yesterday the council gave"));
        assert_eq!(first("Ja!", 1).as_deref(), Some("Ja!"));
        assert_eq!(first("– !!! – a", 2).as_deref(), Some("a"));
    }
}
