//! Sentence segmentation by rules, with the abbreviations of each language from its lexicon.
//!
//! Every end mark (`. ! ? …` and their kin) is a question: what stands before it, and what after? The answer
//! follows the practice of rule-based splitters since Grefenstette and Tapanainen (1994, "What is a word, what
//! is a sentence?"): abbreviations by kind, initials, ordinals, and the case of the next word. One pass; a mark is
//! judged by a bounded stretch on either side, so the work is linear in the length of any text.

use crate::language::end_marks::{emoticon, opens_word};
use crate::language::full_stop::{Dot, is_initialism, opens_sentence, word_at, word_before};
use crate::language::lexicon::{Lexicon, List};
use crate::language::segmenter::{Segmenter, opens};
use crate::language::{candidates, dateline, list_marker, thai};
use crate::text::case::{is_capital, is_small};
use crate::text::char_class::is_unspaced;
use crate::text::chars::{
    all, count, find, find_byte, rfind, split, trim_end, trim_start, without_space_after, without_space_before, words,
};
use crate::text::punctuation::{
    begins, ends, first_char, is_apostrophe, is_closer, is_digit, is_end_mark, is_full_width_end_mark, is_opener,
    is_quotation_mark, trailing_attribution,
};
use crate::text::span::Span;

/// Text without an end mark is cut at a space after this many bytes: some 300 words, longer than any sentence
/// that a reader would call one.
const LONGEST_SENTENCE: usize = 2_000;
/// A word of so many letters is hardly an abbreviation, listed or not: "psicol." has six.
const LONG_WORD: usize = 7;

/// Appends the sentences of a paragraph, without the white space between them. A dateline at the start and an
/// attribution in brackets after the last full stop are no part of any sentence. `candidates` is room for the places that
/// are looked at.
#[inline(never)]
pub(crate) fn segment(
    text: &str,
    paragraph: Span,
    lexicon: &Lexicon,
    candidates: &mut Vec<usize>,
    out: &mut Vec<Span>,
) {
    let whole = paragraph.of(text);
    let start = paragraph.start + dateline::length(whole);
    let end = trailing_attribution(whole).map_or(paragraph.end, |at| paragraph.start + at);
    let body = Span::new(start, end).trim(text);
    let whole = body.of(text);
    let has_brackets = candidates::find(whole, candidates);
    let items = list_marker::starts(whole, candidates);
    // A small letter alone marks an item, and "iPhone" is a name.
    let uncapitalized = begins(whole, is_small) && {
        let first = word_at(whole);
        first.len() > 1 && all(first, is_small)
    };
    let (mut from, mut candidates) = (0, candidates.as_slice());
    for end in items.into_iter().chain([whole.len()]) {
        let (of_item, rest) = candidates.split_at(candidates.partition_point(|candidate| *candidate < end));
        let segmenter = Segmenter { text: &whole[from..end], start: from, lexicon, uncapitalized, has_brackets };
        segmenter.run(of_item, body.start + from, out);
        (from, candidates) = (end, rest);
    }
}

impl Segmenter<'_> {
    /// Cuts it where the candidates in it say so.
    fn run(&self, candidates: &[usize], base: usize, out: &mut Vec<Span>) {
        let mut start = 0;
        let mut at = list_marker::length(self.text);
        for next in candidates.iter().map(|candidate| candidate - self.start).chain([self.text.len()]) {
            if next < at {
                continue;
            }
            while next - start > LONGEST_SENTENCE {
                let mut longest = at.max(start + LONGEST_SENTENCE + 1);
                while !self.text.is_char_boundary(longest) {
                    longest += 1;
                }
                let cut = self.forced_cut(start, longest);
                self.push(base, start, cut, out);
                start = cut;
            }
            at = next;
            let Some(c) = self.char_at(at) else { break };
            let mut end = at + c.len_utf8();
            let smile = if matches!(c, ':' | ';') { emoticon(&self.text[at..]) } else { 0 };
            if is_end_mark(c)
                || smile > 0
                || c == ':' && ends(&self.text[..at], is_armenian)
                || c == ';' && opens_sentence(self.lexicon, without_space_before(self.ahead(end)))
            {
                end = self.end_of_marks(at, end.max(at + smile));
                if self.is_boundary(start, at, end) {
                    self.push(base, start, end, out);
                    start = end;
                }
            } else if thai::is_thai(c)
                && self.text[start..at].ends_with(' ')
                && thai::is_boundary(without_space_after(&self.text[start..at]), self.ahead(at))
            {
                self.push(base, start, at, out);
                start = at;
            }
            at = end;
        }
        self.push(base, start, self.text.len(), out);
    }

    fn push(&self, base: usize, start: usize, end: usize, out: &mut Vec<Span>) {
        let span = Span::new(start, end).trim(self.text);
        if !span.is_empty() {
            out.push(Span::new(base + span.start, base + span.end));
        }
    }

    /// Whether a sentence that began at `start` ends at `end`, where the marks from `mark` on end.
    fn is_boundary(&self, start: usize, mark: usize, end: usize) -> bool {
        let Some(following) = self.char_at(end) else { return true };
        let marks = &self.text[mark..end];
        // Where every mark is set off by spaces, so are the dots in numbers.
        let before = without_space_after(self.before(start, mark));
        let rest = self.ahead(end);
        if before.is_empty() || marks == "." && before.len() < mark - start && is_inside_number(before, rest) {
            return false;
        }
        // "[16: firma? 13:28]"
        if self.has_brackets
            && rfind(before, |c| matches!(c, '[' | ']')).is_some_and(|at| before[at..].starts_with('['))
            && find_byte(rest, b']').is_some()
        {
            return false;
        }
        // "(!)", "[...]": the marks are all that stands in the brackets; an omission may stand between sentences.
        if ends(before, |c| matches!(c, '(' | '[')) && find(marks, |c| matches!(c, ')' | ']')).is_some() {
            return marks == "...]" && opens(without_space_before(rest));
        }
        let dotted = marks.starts_with('.');
        if !dotted && begins(marks, is_full_width_end_mark) {
            return self.is_full_width_boundary(start, mark, end, following);
        }
        let next = if opens_word(rest) {
            &rest[1..]
        } else {
            trim_start(rest, |c| c.is_whitespace() || is_opener(c) || matches!(c, '-' | '–' | '—' | '•' | '*'))
        };
        let Some(letter) = first_char(next) else { return true };
        if !following.is_whitespace() {
            return self.is_unspaced_boundary(before, marks, rest);
        }
        // A small letter goes on, unless it is a name of the iPhone kind.
        let small = is_small(letter) && find(word_at(next), is_capital).is_none();
        if small && !self.may_open_small(before, marks, next) {
            return false;
        }
        let closed = marks.len() > 1 && ends(marks, is_closer);
        if !dotted && begins(marks, |c| matches!(c, '!' | '?' | '؟' | '‼' | '⁇' | '⁈' | '⁉')) {
            // "Yahoo! Finance" is listed with the titles that stand before names.
            return if closed {
                !(ends(marks, is_quotation_mark) && self.is_reporting(next))
            } else {
                let name = marks == "!" && self.lexicon.lists(word_before(before)).has(List::BeforeName);
                !name || opens_sentence(self.lexicon, next)
            };
        }
        if !dotted || marks.starts_with("..") || marks.starts_with(". .") {
            // "Well ... I did not mean it": the pronoun's capital says nothing.
            return closed || split(word_at(next), is_apostrophe).next() != Some("I");
        }
        let word = word_before(before);
        closed && has_second(word) && !is_initialism(word)
            || Dot { lexicon: self.lexicon, sentence: before, next }.is_full_stop(word)
    }

    /// Whether a sentence may open with the small letter of `next`: always where the writer knows no capitals, else
    /// after a word that is too long for an abbreviation, unless `next` says who spoke ("… bekliyoruz. dedi").
    fn may_open_small(&self, before: &str, marks: &str, next: &str) -> bool {
        marks.len() == 1
            && (self.uncapitalized
                || marks == "."
                    && count(word_before(before), is_small) >= LONG_WORD
                    && !self.lexicon.lists(word_at(next)).has(List::Speech))
    }

    /// Without a space ("It ended.The next", "for 1,000.That"): only where the next word could hardly be anything
    /// else, and the whole is no address.
    fn is_unspaced_boundary(&self, before: &str, marks: &str, rest: &str) -> bool {
        if !opens(rest) && !begins(rest, is_unspaced) {
            return false;
        }
        let last = rfind(before, char::is_whitespace).map_or(before, |at| without_space_before(&before[at..]));
        let first = split(rest, char::is_whitespace).next().unwrap_or_default();
        let address = [last, first]
            .iter()
            .any(|part| find(part, |c| matches!(c, '@' | '/' | '_' | '=')).is_some() || part.starts_with("www."));
        let word = word_before(before);
        let lists = self.lexicon.lists(word);
        let shortened = lists.has(List::Abbreviation) || lists.has(List::BeforeName) || lists.has(List::BeforeNumber);
        if address || shortened || !has_second(word) || !matches!(marks, "." | "!" | "?") {
            return false;
        }
        let next = word_at(rest);
        let host = ["Com", "Net", "Org"].contains(&next);
        let capitalized = next.chars().nth(1).is_some_and(is_small) && !host;
        if ends(before, is_small) {
            marks == "." && (capitalized || begins(rest, is_unspaced)) || opens_sentence(self.lexicon, rest)
        } else {
            word.bytes().all(|b| b.is_ascii_digit()) && opens_sentence(self.lexicon, rest)
        }
    }

    /// Full-width marks end a sentence without a space, but not inside brackets or a quotation that goes on
    /// ("（雨。風。）", "「行く。」と言った"), nor in a number.
    fn is_full_width_boundary(&self, start: usize, mark: usize, end: usize, following: char) -> bool {
        let marks = &self.text[mark..end];
        let before = self.before(start, mark);
        if marks == "．" && is_digit(following) && ends(before, is_digit) {
            return false;
        }
        const PAIRS: [(char, char); 3] = [('（', '）'), ('「', '」'), ('『', '』')];
        let inside = PAIRS.iter().any(|(open, close)| {
            let has = |text: &str| text.chars().any(|c| c == *close);
            let opened = before.rfind(*open).is_some_and(|at| !has(&before[at..]));
            opened && !has(marks) && has(self.ahead(end))
        });
        let carried_on = is_unspaced(following)
            && (ends(marks, |c| matches!(c, '」' | '』' | '）')) || !begins(marks, |c| c == '。'));
        !inside && (!ends(marks, is_closer) || !carried_on || following.is_whitespace())
    }

    /// Whether `next`, after a quotation that ended in `!` or `?`, says who spoke: "Peskov asked".
    fn is_reporting(&self, next: &str) -> bool {
        /// Name, or title and name, before the verb.
        const WITHIN_WORDS: usize = 4;
        // A colon leads to the next quotation: "Others yet say:".
        let clause = split(next, |c| matches!(c, ',' | ';' | '!' | '?')).next().unwrap_or(next);
        let verb = words(clause)
            .take(WITHIN_WORDS)
            .skip(1)
            .find(|word| self.lexicon.lists(trim_end(word, |c| matches!(c, '.' | ':'))).has(List::Speech));
        verb.is_some_and(|verb| !verb.ends_with(':'))
    }

    /// Where to cut text that has no end mark: after the last space, or where it stands.
    fn forced_cut(&self, start: usize, at: usize) -> usize {
        rfind(&self.text[start..at], char::is_whitespace)
            .filter(|cut| *cut > LONGEST_SENTENCE / 2)
            .map_or(at, |cut| start + cut)
    }
}

/// Whether a text has more than one character.
fn has_second(text: &str) -> bool {
    text.chars().nth(1).is_some()
}

/// Whether the dot with spaces around it between `before` and `rest` stands in a number: "28 . 000".
fn is_inside_number(before: &str, rest: &str) -> bool {
    ends(before, is_digit) && begins(without_space_before(rest), is_digit)
}

/// The Armenian full stop is often typed as a colon.
const fn is_armenian(c: char) -> bool {
    matches!(c, '\u{0531}'..='\u{0587}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn sentences<'t>(code: &str, text: &'t str) -> Vec<&'t str> {
        let mut out = Vec::new();
        segment(text, Span::new(0, text.len()), Lexicon::of(Language::of_code(code)), &mut Vec::new(), &mut out);
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
            "He ended.|The next one came. | It cost 1,000.|That is a lot. | Mail Jane.Doe@example.com now.",
            "They paid\u{a0}Anna.|The rest came later.",
            "He left at 6 p.m. | Travelers stayed. | It began at 5 p.m. Monday. | At 5 a.m. Mr. Smith rose.",
            "See example.com/a.html. | Roe vs. Wade was heard. | It grew [...] slowly. | Yahoo! Finance fell.",
            "It was so (a claim).1 | They met.[2] | He met Mr. Jones. | \"I agree,\" he said.",
            "it rained. | she left! | the end. | It rained. | He left :) | Then he came. ;-) | So it was :D",
            "It was wonderful. | then they parted. | He met Sen. smith. | It ended; he left. | It ended; | The rest came.",
            "Finally: | 1. Red | 2. Blue. | So it was. | . . . Then . . . he left. . . .",
        ] {
            check("en", marked);
        }
        check("en", "1) The first item | 2) The second item");
    }

    #[test]
    fn other_languages() {
        check("cs", "Most otevřeli 12. 3. 2024 ráno. | Skončili na místě 2. | Vedou.");
        check("de", "Am 3. Oktober kam Dr. Braun. | Der 2. Weltkrieg war vorbei. | Das war z. B. 1945. | Merkel ging.");
        check("fr", "M. Dupont a dit « oui. » | Mme Martin est partie.");
        check("ru", "Это было в 1999 г. в Москве. | Потом А. С. Пушкин ушёл.");
        check("es", "¿Qué pasa? | ¡Nada! | El Sr. López salió.");
        check("hi", "वह आया। | वह गया।");
        check("ar", "هل جاء؟ | نعم.");
        check("zh", "他来了。 | 她走了！ | “好。”");
        check("ja", "「行く。」と彼は言った。 | 雨が降った（雨。風。）と３．５％。 | 終わり。");
        check("zh", "他来了。|“好的，”他说。");
        check("de", "Papst Johannes XXIII. Roncalli kam am 5. Juli. | Er blieb.");
        check("es", "Los EE. UU. Mexicanos ganaron. | Habla el Lic. Soto, del n.º 5. | Fin.");
        check("it", "Sono l'Ing. Rossi. | Buongiorno.");
        check("fr", "Il dit : « Non ! » | « Oui », dit-elle.");
        check("vi", "Anh hỏi : \" Sao ? \" . | Giá 28 . 000 đồng .");
        check("hi", "बी. सी. में पुलिस आई। | वह गया।");
        check("tr", "\"Geldiler ve bekliyorlar. dedi. | Gitti.");
        check("hy", "Մութ է: | Ես պետք է տուն վերադառնամ:");
        check("da", "Han arbejder for Acme Inc. og Mr. Smith. | They met at 5 p.m. | Det er alt.");
    }

    #[test]
    fn datelines_and_attributions_are_no_sentences() {
        assert_eq!(
            sentences("en", "MOSCOW, October 30. /TASS/. It rained. It snowed. (TASS)"),
            ["It rained.", "It snowed."]
        );
    }

    #[test]
    fn thai_ends_at_spaces_before_openers_and_after_enders() {
        let (clause, opener) = ("นายกรัฐมนตรีกล่าวว่ารัฐบาลจะเดินหน้าโครงการ", "อย่างไรก็ตาม");
        check("th", &format!("{clause} {clause}แล้ว | {opener}{clause} {clause} 5 | {opener}{clause}"));
    }

    /// A mark is judged by a bounded stretch on either side, whatever the text: were it not, this would take hours.
    #[test]
    fn long_runs_of_marks_are_read_and_join_back() {
        const BYTES: usize = 100_000;
        let pieces = [
            ". . . ", "((((", "A. A. A.", "\"\"\" ", "a.", "1. ", "• ", "؟” A ", "。「", "a) ", ".... ''", "！（", "ก ",
        ];
        for piece in pieces {
            let text = piece.repeat(BYTES / piece.len()) + " Ende.";
            let mut spans = Vec::new();
            segment(&text, Span::new(0, text.len()), Lexicon::of(Language::German), &mut Vec::new(), &mut spans);
            let solid = |s: &str| s.bytes().filter(|b| !b.is_ascii_whitespace()).count();
            assert_eq!(spans.iter().map(|s| solid(s.of(&text))).sum::<usize>(), solid(&text), "{piece}");
        }
    }

    #[test]
    fn text_without_an_end_is_cut_at_spaces() {
        let text = "word ".repeat(2_000);
        let found = sentences("en", &text);
        assert!(found.len() > 2 && found.iter().all(|s| s.len() <= LONGEST_SENTENCE));
    }
}
