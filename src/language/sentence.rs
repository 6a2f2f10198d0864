//! Sentence segmentation by rules, with the abbreviations of each language from its lexicon.
//!
//! Every end mark (`. ! ? …` and their kin) is a question: what stands before it, and what behind? The answer
//! follows the practice of rule-based splitters since Grefenstette and Tapanainen (1994, "What is a word, what
//! is a sentence?"): abbreviations by kind, initials, ordinals, and the case of the next word. One pass, linear.

use crate::language::dateline;
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::language::token::is_unspaced;
use crate::punctuation::{
    is_apostrophe, is_closer, is_end_mark, is_full_width_end_mark, is_hyphen, is_opener, is_quotation_mark,
    trailing_attribution,
};
use crate::span::Span;

/// Text without an end mark is cut at a space after this many bytes: some 300 words, longer than any sentence
/// that a reader would call one.
const LONGEST_SENTENCE: usize = 2_000;
/// An ordinal number with a dot has at most this many digits: "31. Oktober", not "2020. Merkel".
const ORDINAL_DIGITS: usize = 2;

/// Appends the sentences of a paragraph, without the white space between them. A dateline at the start and an
/// attribution in brackets behind the last full stop are no part of any sentence.
pub(crate) fn segment(text: &str, paragraph: Span, lexicon: &Lexicon, out: &mut Vec<Span>) {
    let whole = paragraph.of(text);
    let start = paragraph.start + dateline::length(whole);
    let end = trailing_attribution(whole).map_or(paragraph.end, |at| paragraph.start + at);
    let body = Span::new(start, end).trim(text);
    Segmenter { text: body.of(text), lexicon }.run(body.start, out);
}

struct Segmenter<'a> {
    /// The paragraph's sentences; offsets in here count from its start.
    text: &'a str,
    lexicon: &'a Lexicon,
}

impl Segmenter<'_> {
    fn run(&self, base: usize, out: &mut Vec<Span>) {
        let mut start = 0;
        let mut at = 0;
        let bytes = self.text.as_bytes();
        while at < bytes.len() {
            if bytes[at].is_ascii() && !matches!(bytes[at], b'.' | b'!' | b'?') {
                at += 1;
            } else {
                let c = self.char_at(at).unwrap_or(' ');
                if is_end_mark(c) {
                    let end = self.end_of_marks(at + c.len_utf8());
                    if self.is_boundary(start, at, end) {
                        self.push(base, start, end, out);
                        start = end;
                    }
                    at = end;
                } else {
                    at += c.len_utf8();
                }
            }
            if at - start > LONGEST_SENTENCE {
                let cut = self.forced_cut(start, at);
                self.push(base, start, cut, out);
                start = cut;
            }
        }
        self.push(base, start, bytes.len(), out);
    }

    fn push(&self, base: usize, start: usize, end: usize, out: &mut Vec<Span>) {
        let span = Span::new(start, end).trim(self.text);
        if !span.is_empty() {
            out.push(Span::new(base + span.start, base + span.end));
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// The end of a run of end marks with the closing marks and footnote numbers that cling to it.
    fn end_of_marks(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(c) = self.char_at(at) {
            let next = at + c.len_utf8();
            let spaced_dot = c == ' ' && self.text[next..].starts_with('.') && self.text[..at].ends_with('.');
            let french_closer = matches!(c, ' ' | '\u{a0}' | '\u{202f}')
                && self.text[next..].starts_with('»')
                && self.text[next..].chars().nth(1).is_none_or(char::is_whitespace);
            if spaced_dot || french_closer {
                at = next + if spaced_dot { 1 } else { '»'.len_utf8() };
            } else if c == '[' {
                let Some(close) = self.footnote_end(next) else { break };
                at = close;
            } else if is_end_mark(c) || is_closer(c) {
                at = next;
            } else {
                break;
            }
        }
        at
    }

    /// The end of a footnote mark "[12]" whose bracket opened before `at`.
    fn footnote_end(&self, at: usize) -> Option<usize> {
        let digits = self.text[at..].bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0 && self.text[at + digits..].starts_with(']')).then_some(at + digits + 1)
    }

    /// Whether a sentence that began at `start` ends at `end`, where the marks from `mark` on end.
    fn is_boundary(&self, start: usize, mark: usize, end: usize) -> bool {
        let Some(following) = self.char_at(end) else { return true };
        let marks = &self.text[mark..end];
        let closed = marks.ends_with(is_closer);
        if marks.starts_with(is_full_width_end_mark) {
            return self.is_full_width_boundary(marks, closed, following);
        }
        let rest = &self.text[end..];
        let next = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || is_opener(c) || matches!(c, '-' | '–' | '—' | '•' | '*')
        });
        let Some(first) = next.chars().next() else { return true };
        if !following.is_whitespace() {
            // A missing space ("It ended.The next"): only where the next word could hardly be anything else.
            return marks == "."
                && self.text[..mark].ends_with(char::is_lowercase)
                && (self.opens_sentence(rest) || is_unspaced(first));
        }
        let next_word = word_at(next);
        // A small letter goes on, unless it is a name of the iPhone kind.
        if first.is_lowercase() && !next_word.chars().any(char::is_uppercase) {
            return false;
        }
        if marks.starts_with(['!', '?', '؟', '‼', '⁇', '⁈', '⁉']) {
            return !(closed && marks.ends_with(is_quotation_mark) && self.is_reporting(next));
        }
        if !marks.starts_with('.') || marks.starts_with("..") || marks.starts_with(". .") {
            return true;
        }
        let before = word_before(&self.text[start..mark]);
        closed && !before_is_short(before) || self.is_full_stop(start, mark, before, next)
    }

    /// Full-width marks end a sentence without a space, but inside quotation marks only if the quotation is not
    /// carried on ("「行く。」と言った").
    fn is_full_width_boundary(&self, marks: &str, closed: bool, following: char) -> bool {
        let carried_on = is_unspaced(following) && (marks.ends_with(['」', '』']) || !marks.starts_with('。'));
        !closed || !carried_on || following.is_whitespace()
    }

    /// Whether a dot behind the word `before` is a full stop, when `next` begins with a capital, a digit or a
    /// letter without case.
    fn is_full_stop(&self, start: usize, mark: usize, before: &str, next: &str) -> bool {
        if before.is_empty() {
            return true;
        }
        let opens = self.opens_sentence(next);
        let number_next = next.starts_with(|c: char| c.is_numeric());
        if before.chars().all(|c| c.is_ascii_digit()) {
            return self.is_full_stop_after_number(start, mark, before, next, opens);
        }
        let lists = self.lists(before);
        if lists.has(List::BeforeNumber) && (number_next || is_roman(word_at(next))) {
            return false;
        }
        if lists.has(List::BeforeName) {
            // "Main St. The …": such words end a sentence only when written with a capital behind a name.
            return opens && !lists.has(List::Honorific) && self.follows_name(start, mark, before) && !is_title(before);
        }
        let letters = before.chars().filter(|c| c.is_alphabetic()).count();
        if letters == 1 && before.chars().count() == 1 {
            // An initial, or the pronoun I.
            return opens || before == "I" && !next.starts_with(char::is_uppercase);
        }
        if before.contains('.') || lists.has(List::Abbreviation) {
            return opens;
        }
        true
    }

    /// A number with a dot: the mark of an item ("1. Peel the potatoes"), an ordinal ("3. Oktober"), or an end.
    fn is_full_stop_after_number(&self, start: usize, mark: usize, before: &str, next: &str, opens: bool) -> bool {
        let at = mark - before.len();
        if self.text[start..at].trim().is_empty() && before.len() <= 3 {
            return false;
        }
        if !self.lexicon.ordinal_dot || before.len() > ORDINAL_DIGITS {
            return true;
        }
        let next_lists = self.lists(word_at(next));
        if next_lists.has(List::Month) || next_lists.has(List::Weekday) {
            return false;
        }
        // "der 2. Weltkrieg", but "auf Platz 2. Danach" and "Platz 5. Bayern".
        opens || !self.lists(word_before(self.text[start..at].trim_end())).has(List::Stop)
    }

    fn lists(&self, word: &str) -> Lists {
        self.lexicon.lists(word)
    }

    /// Whether `next` begins with a capitalized word that opens sentences rather than names: The, He, In.
    fn opens_sentence(&self, next: &str) -> bool {
        let bare = next.trim_start_matches(is_opener);
        let word = word_at(bare);
        // "A. S. Pushkin": a letter with a dot is an initial, not a word that opens a sentence.
        let initial = word.chars().count() == 1 && bare[word.len()..].starts_with('.');
        if initial || !word.starts_with(char::is_uppercase) {
            return false;
        }
        let lists = self.lists(word);
        lists.has(List::Stop) || lists.has(List::Anaphor) || lists.has(List::Connective)
    }

    /// Whether a capitalized word stands before the abbreviation at `mark`: "Main St."
    fn follows_name(&self, start: usize, mark: usize, before: &str) -> bool {
        let earlier = self.text[start..mark - before.len()].trim_end();
        word_before(earlier).starts_with(char::is_uppercase)
    }

    /// Whether `next`, behind a quotation that ended in `!` or `?`, says who spoke: "Peskov asked".
    fn is_reporting(&self, next: &str) -> bool {
        /// Name, or title and name, before the verb.
        const WITHIN_WORDS: usize = 4;
        let clause = next.split([',', ';', ':', '!', '?']).next().unwrap_or(next);
        clause
            .split_whitespace()
            .take(WITHIN_WORDS)
            .skip(1)
            .any(|w| self.lists(w.trim_end_matches('.')).has(List::Speech))
    }

    /// Where to cut text that has no end mark: behind the last space, or where it stands.
    fn forced_cut(&self, start: usize, at: usize) -> usize {
        self.text[start..at]
            .rfind(char::is_whitespace)
            .filter(|cut| *cut > LONGEST_SENTENCE / 2)
            .map_or(at, |cut| start + cut)
    }
}

/// Titles are followed by a name whatever its first word.
fn is_title(word: &str) -> bool {
    !["st", "mt", "ft"].iter().any(|street| word.eq_ignore_ascii_case(street))
}

/// A word of one letter, or with inner dots: what may be an abbreviation even before a closing bracket.
fn before_is_short(word: &str) -> bool {
    word.chars().count() < 2 || word.contains('.')
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// The word that ends `text`, inner dots, hyphens and apostrophes included.
fn word_before(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .find(|(_, c)| !(c.is_alphanumeric() || *c == '.' || is_apostrophe(*c) || is_hyphen(*c) || is_mark(*c)))
        .map_or(0, |(at, c)| at + c.len_utf8());
    text[start..].trim_start_matches(|c: char| c == '.' || is_apostrophe(c) || is_hyphen(c))
}

/// The word that begins `text`.
fn word_at(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || is_apostrophe(c) || is_mark(c))).unwrap_or(text.len());
    text[..end].trim_end_matches(is_apostrophe)
}

/// Vowel signs of Indic scripts are no letters but belong to words.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences<'t>(code: &str, text: &'t str) -> Vec<&'t str> {
        let mut out = Vec::new();
        segment(text, Span::new(0, text.len()), Lexicon::of(code), &mut out);
        out.into_iter().map(|s| s.of(text)).collect()
    }

    /// `|` marks where the text must be cut.
    fn check(code: &str, marked: &str) {
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        let text = marked.replace('|', "");
        assert_eq!(sentences(code, &text), expected, "{marked}");
    }

    #[test]
    fn english() {
        for marked in [
            "Mr. Smith met Dr. Jones. | They talked.",
            "He works for Acme Inc. in Ohio. | She left Acme Inc. | The firm closed.",
            "J. K. Rowling wrote it. | George W. Bush read it.",
            "The U.S. Senate met. | He lives in the U.S. | He votes there.",
            "It costs $3.5 million. | See example.com for more.",
            "He came at 5 p.m. on Friday. | Nobody saw him.",
            "“Is it over?” Peskov asked. | “Yes!” the mayor said.",
            "\"It is over.\" | \"The president knows,\" he said.",
            "See No. 2 on p. 15. | No. | Never.",
            "Yahoo! and others came. | Wait... | What? | Nothing… he said.",
            "He left (at last.) | Then she came.",
            "He ended.The next one came.",
        ] {
            if marked.ends_with("came.") && marked.contains(".The") {
                assert_eq!(sentences("en", marked).len(), 2);
            } else {
                check("en", marked);
            }
        }
    }

    #[test]
    fn other_languages() {
        check("de", "Am 3. Oktober kam Dr. Braun. | Der 2. Weltkrieg war vorbei. | Das war z. B. 1945. | Merkel ging.");
        check("fr", "M. Dupont a dit « oui. » | Mme Martin est partie.");
        check("ru", "Это было в 1999 г. в Москве. | Потом А. С. Пушкин ушёл.");
        check("es", "¿Qué pasa? | ¡Nada! | El Sr. López salió.");
        check("hi", "वह आया। | वह गया।");
        check("ar", "هل جاء؟ | نعم.");
        check("zh", "他来了。 | 她走了！ | “好。”");
        check("ja", "「行く。」と彼は言った。 | 雨が降った。");
    }

    #[test]
    fn datelines_and_attributions_are_no_sentences() {
        assert_eq!(
            sentences("en", "MOSCOW, October 30. /TASS/. It rained. It snowed. (TASS)"),
            ["It rained.", "It snowed."]
        );
    }

    #[test]
    fn text_without_an_end_is_cut_at_spaces() {
        let text = "word ".repeat(2_000);
        let found = sentences("en", &text);
        assert!(found.len() > 2 && found.iter().all(|s| s.len() <= LONGEST_SENTENCE));
    }
}
