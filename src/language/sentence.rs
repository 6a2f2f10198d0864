//! Sentence segmentation by rules, with the abbreviations of each language from its lexicon.
//!
//! Every end mark (`. ! ? …` and their kin) is a question: what stands before it, and what after? The answer
//! follows the practice of rule-based splitters since Grefenstette and Tapanainen (1994, "What is a word, what
//! is a sentence?"): abbreviations by kind, initials, ordinals, and the case of the next word. One pass; a mark is
//! judged by a bounded stretch on either side, so the work is linear in the length of any text.

use crate::language::adjacent::{is_initialism, opens_sentence, word_at, word_before};
use crate::language::end_marks::{emoticon, opens_word};
use crate::language::full_stop::Dot;
use crate::language::lexicon::{Lexicon, List, Lists};
use crate::language::segmenter::{Segmenter, opens};
use crate::language::{candidates, dateline, list_marker, pairs, reporting, thai};
use crate::text::case::{is_capital, is_small};
use crate::text::char_class::is_unspaced;
use crate::text::chars::{
    all, count, find, find_byte, length, rfind, split, trim_start, without_space_after, without_space_before,
};
use crate::text::punctuation::{
    begins, ends, first_char, is_apostrophe, is_closer, is_digit, is_end_mark, is_full_width_end_mark, is_letter,
    is_opener, is_quotation_mark, trailing_attribution,
};
use crate::text::span::Span;

/// Text without an end mark is cut at a space after this many bytes: some 300 words, longer than any sentence
/// that a reader would call one.
const LONGEST_SENTENCE: usize = 2_000;
/// A word of so many letters is hardly an abbreviation, listed or not: "psicol." has six.
const LONG_WORD: usize = 7;
/// An acronym has at least so many letters: fewer may be initials.
const SHORTEST_ACRONYM: usize = 3;
/// The lists of abbreviations.
const SHORTENED: Lists = Lists::both(List::Abbreviation, List::BeforeName)
    .or(Lists::both(List::SentenceFinal, List::Company))
    .or(Lists::of(List::BeforeNumber));

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
    let seen = candidates::find(whole, candidates);
    let pairs = if seen.full_width { pairs::find(whole) } else { Vec::new() };
    let items = list_marker::starts(whole, candidates);
    // A small letter alone marks an item, and "iPhone" is a name.
    let uncapitalized = begins(whole, is_small) && {
        let first = word_at(whole);
        first.len() > 1 && all(first, is_small)
    };
    let (mut from, mut candidates) = (0, candidates.as_slice());
    for end in items.into_iter().chain([whole.len()]) {
        let (of_item, rest) = candidates.split_at(candidates.partition_point(|candidate| *candidate < end));
        let segmenter = Segmenter {
            text: &whole[from..end],
            start: from,
            lexicon,
            uncapitalized,
            has_brackets: seen.bracket,
            pairs: &pairs,
        };
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
                || c == ';' && ends(&self.text[..at], is_greek)
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
        let quoted = closed && ends(marks, |c| is_quotation_mark(c) || is_apostrophe(c));
        let quotation_next = begins(without_space_before(rest), is_opener);
        if quoted && may_precede_attribution(marks) && !quotation_next && reporting::is_attribution(self.lexicon, next)
        {
            return false;
        }
        if !dotted && begins(marks, is_exclamation) {
            return closed || marks.len() > 1 || !self.is_name_with_mark(before, mark, next);
        }
        if is_omission(marks) {
            return closed || !self.goes_on_after_omission(before, next);
        }
        if !dotted {
            return closed || !is_pronoun_i(next);
        }
        let word = word_before(before);
        let bracketed = closed && !quoted && self.is_bracketed_abbreviation(before, word);
        if bracketed {
            return opens_sentence(self.lexicon, next);
        }
        let bracket_next = begins(without_space_before(rest), |c| matches!(c, '(' | '['));
        closed && has_second(word) && !is_initialism(word)
            || Dot { lexicon: self.lexicon, sentence: before, next, bracket_next }.is_full_stop(word)
    }

    /// Whether the sentence up to `before` ends in a name that is written with an exclamation or question mark, at `mark`:
    /// "Yahoo! Finance", "Panic! At the Disco", "Guess? Inc."
    fn is_name_with_mark(&self, before: &str, mark: usize, next: &str) -> bool {
        let (name, second) = (word_before(before), word_at(next));
        if !begins(name, is_capital) {
            return false;
        }
        let listed = |lists: Lists| lists.has(List::Exclaimed);
        let earlier = without_space_after(&before[..before.len() - name.len()]);
        let with_first = &before[earlier.len() - word_before(earlier).len()..];
        // The name, its mark, a space and the next word.
        let with_second = self.text.get(mark - name.len()..mark + second.len() + 2).unwrap_or_default();
        self.lexicon.lists(second).has(List::Company)
            || listed(self.lexicon.lists_without(with_second, is_end_mark))
            || (listed(self.lexicon.lists(name)) || listed(self.lexicon.lists(with_first)))
                && !opens_sentence(self.lexicon, next)
    }

    /// Whether a sentence goes on after dots: before an amount ("comes to... $40"), and after a word that leads to another
    /// ("the winner is... Anna Berg"); and "Well ... I did not mean it": the pronoun's capital says nothing.
    fn goes_on_after_omission(&self, before: &str, next: &str) -> bool {
        let amount = begins(next, |c| is_digit(c) || matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₺' | '₩'));
        let lists = self.lexicon.lists(word_before(before));
        let leading = Lists::both(List::Verb, List::Auxiliary)
            .or(Lists::both(List::Attribute, List::PlacePreposition))
            .or(Lists::of(List::Definite));
        let leads = lists.has(List::Stop) && lists.meets(leading) && begins(next, is_capital)
            || lists.has(List::Connective) && !begins(next, is_capital);
        amount || leads && !opens_sentence(self.lexicon, next) || is_pronoun_i(next)
    }

    /// Whether the dot before a closing bracket belongs to an abbreviation in the sentence around it: "(ret.)",
    /// "(formerly Acme Inc.)"; not "He left (at last.)", nor where the sentence began in the brackets.
    fn is_bracketed_abbreviation(&self, before: &str, word: &str) -> bool {
        let Some(open) = rfind(before, |c| matches!(c, '(' | '[')).filter(|open| *open > 0) else { return false };
        find(&before[open..], char::is_whitespace).is_none()
            || is_initialism(word)
            || self.lexicon.lists(word).meets(SHORTENED)
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
        if !opens(rest) && !begins(rest, |c| is_unspaced(c) || is_letter(c) && !is_small(c)) {
            return false;
        }
        let last = rfind(before, char::is_whitespace).map_or(before, |at| without_space_before(&before[at..]));
        let first = split(rest, char::is_whitespace).next().unwrap_or_default();
        let address = [last, first]
            .iter()
            .any(|part| find(part, |c| matches!(c, '@' | '/' | '_' | '=')).is_some() || part.starts_with("www."));
        let word = word_before(before);
        let lists = self.lexicon.lists(word);
        let shortened = lists.meets(SHORTENED);
        if address || shortened {
            return false;
        }
        // Marks of other scripts stand in no word.
        if begins(marks, |c| matches!(c, '।' | '॥' | '۔' | '؟' | '։' | '෴' | '།')) {
            return find(rest, is_letter) == Some(0);
        }
        if !has_second(word) || !matches!(marks, "." | "!" | "?") {
            return false;
        }
        let next = word_at(rest);
        let host = ["Com", "Net", "Org", "Gov", "Edu"].contains(&next);
        let capitalized = next.chars().nth(1).is_some_and(is_small) && !host;
        // "at 5 GMT.Plus the rest": an acronym, and a word that more words follow.
        let acronym = length(word) >= SHORTEST_ACRONYM
            && all(word, is_capital)
            && begins(&rest[next.len()..], char::is_whitespace);
        if acronym && marks == "." && capitalized && has_second(next) {
            true
        } else if ends(before, is_small) {
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
        if pairs::hold(self.pairs, self.start + mark, self.start + end) || matches!(following, '，' | '、' | '；') {
            return false;
        }
        if !ends(marks, is_closer) || !is_unspaced(following) && !is_digit(following) {
            return true;
        }
        // 「行く。」と言った, “好。”他说。
        !begins(marks, |c| c != '。')
            && !ends(marks, |c| matches!(c, '」' | '』' | '）' | ')' | '》' | '〉'))
            && !reporting::is_unspaced_attribution(self.lexicon, self.ahead(end))
    }

    /// Where to cut text that has no end mark: after the last space, or where it stands.
    fn forced_cut(&self, start: usize, at: usize) -> usize {
        rfind(&self.text[start..at], char::is_whitespace)
            .filter(|cut| *cut > LONGEST_SENTENCE / 2)
            .map_or(at, |cut| start + cut)
    }
}

/// Whether a quotation may end in these marks though the sentence goes on with who said it.
fn may_precede_attribution(marks: &str) -> bool {
    is_omission(marks) || begins(marks, is_exclamation)
}

/// Marks of exclamation and question.
const fn is_exclamation(c: char) -> bool {
    matches!(c, '!' | '?' | '؟' | '‼' | '⁇' | '⁈' | '⁉')
}

/// Whether marks say that something is left out: "...", "…", ". . .".
fn is_omission(marks: &str) -> bool {
    ["..", "…", ". ."].iter().any(|dots| marks.starts_with(dots))
}

/// Whether a text begins with the pronoun that is always a capital: "I", "I'm".
fn is_pronoun_i(text: &str) -> bool {
    split(word_at(text), is_apostrophe).next() == Some("I")
}

/// Whether a text has more than one character.
fn has_second(text: &str) -> bool {
    text.chars().nth(1).is_some()
}

/// Whether the dot with spaces around it between `before` and `rest` stands in a number: "28 . 000".
fn is_inside_number(before: &str, rest: &str) -> bool {
    ends(before, is_digit) && begins(without_space_before(rest), is_digit)
}

/// The Greek question mark is typed as a semicolon.
const fn is_greek(c: char) -> bool {
    matches!(c, '\u{0370}'..='\u{03ff}' | '\u{1f00}'..='\u{1fff}')
}

/// The Armenian full stop is often typed as a colon.
const fn is_armenian(c: char) -> bool {
    matches!(c, '\u{0531}'..='\u{0587}')
}

#[cfg(test)]
mod tests;
