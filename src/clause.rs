//! Clauses: the part of a sentence that says something whole within so many words, for a headline.
//!
//! A sentence is shortened from its end only, by what can go without changing what the rest claims: a clause behind
//! the last comma that a relative pronoun or "while", "after" opens and that runs to the end, and what follows a
//! semicolon. A clause that says who said it stays, and nothing is cut out of quotations or brackets. After the trimming
//! of Dorr, Zajic and Schwartz (2003), "Hedge Trimmer: a parse-and-trim approach to headline generation", without its
//! parser.

use crate::chars;
use crate::document::Document;
use crate::entity::Mention;
use crate::language::count_words;
use crate::language::lexicon::List;
use crate::language::token::{Token, TokenKind};
use crate::span::Span;

/// A shorter piece says nothing whole.
const LEAST_WORDS: usize = 5;

/// The sentence `at`, or the clause that begins it, within `most` words.
pub(crate) fn within(document: &Document<'_>, at: usize, most: usize) -> Option<Span> {
    let sentence = &document.sentences()[at];
    let text = document.article.text();
    let mut tokens = document.prose.tokens_of(sentence);
    let mut span = sentence.span;
    loop {
        let words = words(text, tokens, span);
        if words <= most {
            return (words >= LEAST_WORDS).then_some(span);
        }
        tokens = without_tail(text, tokens)?;
        span.end = tokens.last()?.span.end;
    }
}

/// As much of the beginning of sentence `at` as `most` words hold, to a word that carries a topic, never within a name.
pub(crate) fn beginning(document: &Document<'_>, at: usize, most: usize) -> Span {
    let sentence = &document.sentences()[at];
    let tokens = document.prose.tokens_of(sentence);
    let mut span = sentence.span;
    for count in (1..=tokens.len()).rev() {
        span.end = tokens[count - 1].span.end;
        let inside = |m: &Mention| m.span.start < span.end && span.end < m.span.end;
        if tokens[count - 1].is_content()
            && words(document.article.text(), &tokens[..count], span) <= most
            && !document.entities.of_sentence(at).iter().any(inside)
        {
            break;
        }
    }
    span
}

/// Words for a reader, and no fewer than there are between spaces.
fn words(text: &str, tokens: &[Token], span: Span) -> usize {
    count_words(tokens).max(chars::words(span.of(text)).count())
}

/// The tokens without the last clause, if it can go.
fn without_tail<'t>(text: &str, tokens: &'t [Token]) -> Option<&'t [Token]> {
    for (at, token) in tokens.iter().enumerate().rev() {
        let goes = match text.as_bytes()[token.span.start] {
            b';' => true,
            b',' => tokens.get(at + 1)?.lists.has(List::Subordinator),
            // A mark of any other kind but the full stop may close a quotation or a bracket.
            _ if token.lists.has(List::Speech) || token.kind == TokenKind::Mark && at + 1 < tokens.len() => false,
            _ => continue,
        };
        return goes.then_some(&tokens[..at]);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::Article;

    fn first(text: &str, most: usize) -> (Option<String>, String) {
        let article = Article::from_text(text);
        let document = crate::annotate(&article, Some("en"));
        let piece = |span: Span| span.of(article.text()).to_owned();
        (within(&document, 0, most).map(piece), piece(beginning(&document, 0, most)))
    }

    #[test]
    fn only_what_can_go_without_a_change_of_meaning_goes() {
        for (text, clause) in [
            (
                "The mayor opened the bridge on Monday, which had cost millions.",
                Some("The mayor opened the bridge on Monday"),
            ),
            (
                "The mayor opened the bridge, after rain fell, while crowds cheered.",
                Some("The mayor opened the bridge"),
            ),
            ("The mayor opened the bridge; nobody came to see it there.", Some("The mayor opened the bridge")),
            ("The mayor – who was ill on that day – has left.", None),
            ("The mayor of Riga, who was ill on that day, has left.", None),
            ("The mayor has stolen the bridge of Riga, police said.", None),
            ("The mayor has stolen the bridge, as police have said there.", None),
            ("“The bridge is open and lit, which is good”, he said.", None),
            ("After many a long year of hope, the bridge is open.", None),
        ] {
            assert_eq!(first(text, 7).0.as_deref(), clause, "{text}");
        }
    }

    #[test]
    fn a_beginning_ends_at_a_comma_and_not_in_a_name() {
        assert_eq!(
            first("After many a long year of hope, the bridge is open.", 9).1,
            "After many a long year of hope, the bridge"
        );
        assert_eq!(first("Yesterday it was decided by Janis Karlis Berzins to go.", 6).1, "Yesterday it was decided");
        assert_eq!(first("Ja!", 1).1, "Ja");
    }
}
