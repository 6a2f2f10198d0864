//! Clauses: the part of a sentence that says something whole within so many words, for a headline.
//!
//! A headline begins where a sentence does, or after a phrase that opens it and the comma after that ("On Monday,
//! Riga …"). It ends where the sentence does, or earlier where the clause is complete: a finite verb of the main clause
//! has been read; every clause that opened since has a verb of its own ("when a ferry" has none); the last word needs
//! nothing after it; and what follows is an addition: after a comma, or a clause or a phrase that the sentence can do
//! without ("after", "in"), and no verb follows in it that would make what was read a part of the subject ("A man found
//! in Riga was"). What stands between two commas before the verb ("Riga, which lies by the sea, …") is no place to end,
//! nor is the inside of a quotation, of brackets or of a name. Where the verb comes last, it is what completes a clause.
//! After the trimming of Dorr, Zajic and Schwartz (2003), "Hedge Trimmer: a parse-and-trim approach to headline
//! generation", by lists of words and endings instead of its parser: a language without such lists has its sentences cut
//! nowhere.

mod reader;

use crate::analysis::Document;
use crate::language::token::{Case, Token, TokenKind};
use crate::text::punctuation::is_quotation_mark;
use crate::text::span::Span;
use reader::ClauseReader;

/// A shorter piece of a sentence says nothing whole: "No passenger was hurt".
const LEAST_WORDS: usize = 4;

// The costs of a headline among those that are equally whole, in log-odds like the salience that they are taken from; 0
// is nothing. By the likeness (ROUGE-1 and ROUGE-L) of the headlines to those that editors gave 1,500 English, 500
// French, 400 Vietnamese and 130 stories in other languages, and by reading them: likeness does not tell a whole
// headline from half of one.

/// For leaving a part of the sentence out, however well.
const PART: f64 = 0.3;
/// For opening with a pronoun or a connective, for a question, for opening with a quotation or holding one half.
pub(crate) const NOT_PLAIN: f64 = 4.0;
/// For having no finite verb that is known, where most are: a caption or a line of a list, or a verb that is not.
const VERBLESS: f64 = 1.5;

/// How whole a piece of a sentence is, the least first. What is more whole is the better headline, wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wholeness {
    /// It stops in the middle.
    Fragment,
    /// It stops at a comma, or is very short.
    Doubtful,
    /// It is a clause, of more words than a headline should have.
    Over,
    /// It is a clause.
    Whole,
}

/// A piece of a sentence that could be a headline.
pub(crate) struct ClausePiece {
    pub(crate) span: Span,
    pub(crate) words: usize,
    pub(crate) wholeness: Wholeness,
    pub(crate) cost: f64,
}

/// Where the reading of a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ClausePosition {
    /// In the phrase that opens it.
    Opening,
    /// In its main clause, as far as is known.
    Clause,
    /// Between two commas before the verb.
    Insertion,
    /// After a comma after the verb: in a list, or in what is added.
    Tail,
}

/// What is known of the verbs of a sentence at a place in it.
#[derive(Default)]
struct Verbs {
    /// Whether there was any.
    has_any: bool,
    /// Whether there was that of the main clause, as far as is known.
    has_main: bool,
    /// Whether the last word was one of the main clause.
    ends_main: bool,
    /// How many clauses opened whose verbs are to come.
    owed: usize,
    /// Whether the last of those is what somebody said, which a "that" may open once more.
    is_report: bool,
}

impl Verbs {
    /// Reads the next word. It may be known not to be a finite verb, or to be one that a report follows.
    fn read(&mut self, reader: &ClauseReader<'_>, number: usize, is_none: bool, is_report: bool) {
        self.ends_main = false;
        if reader.is_verb(number) {
            self.has_any = true;
            if is_none {
                return;
            }
            self.ends_main = self.owed == 0;
            self.has_main |= self.ends_main;
            self.is_report = is_report;
            self.owed = self.owed.saturating_sub(1) + usize::from(self.is_report);
        } else if reader.opens_clause(number) {
            self.owed += usize::from(!self.is_report);
            self.is_report = false;
        }
    }
}

/// Calls `found` with each piece of a sentence that could be a headline within `most` words.
pub(crate) fn pieces(document: &Document<'_>, at: usize, most: usize, mut found: impl FnMut(ClausePiece)) {
    let reader = ClauseReader::new(document, at);
    let tokens = reader.tokens;
    let end = reader.end();
    let last_part = (0..end).rev().find(|n| reader.parts(*n));
    let mentions = document.entities.of_sentence(at);
    let mut start = 0;
    let opens = reader.opens_phrase(0) || reader.opens_clause(0);
    let mut place = if opens && !mentions.iter().any(|m| m.span.start == tokens[0].span.start) {
        ClausePosition::Opening
    } else {
        ClausePosition::Clause
    };
    // In brackets or quotation marks.
    let mut is_inside = false;
    let mut verbs = Verbs::default();
    let mut base = if reader.is_question() { NOT_PLAIN } else { 0.0 };
    let (mut words, mut characters, mut pieces) = (0, 0, 0);
    let mut has_insertion = false;
    // The first name that does not end yet.
    let mut named = 0;
    for (number, token) in tokens[..end].iter().enumerate() {
        let gap = if number > start { tokens[number - 1].span.end } else { token.span.start };
        pieces += usize::from(number == start || gap < token.span.start);
        match token.kind {
            TokenKind::Ideograph => characters += 1,
            TokenKind::Word | TokenKind::Number => words += 1,
            TokenKind::Mark => {
                let mark = token.mark();
                is_inside ^= matches!(mark, '(' | ')' | '[' | ']') || is_quotation_mark(mark);
                if number == 0 && is_inside {
                    base += NOT_PLAIN;
                }
                if !is_inside && reader.parts(number) {
                    let begins = |t: &Token| t.is_word() && t.case != Case::Lower;
                    if place == ClausePosition::Opening && tokens[..end].get(number + 1).is_some_and(begins) {
                        start = number + 1;
                        (words, characters, pieces) = (0, 0, 0);
                    }
                    if matches!(place, ClausePosition::Opening | ClausePosition::Insertion) {
                        verbs.owed = 0;
                    }
                    has_insertion |= place == ClausePosition::Insertion;
                    place = match place {
                        ClausePosition::Clause if !verbs.has_main => ClausePosition::Insertion,
                        ClausePosition::Clause | ClausePosition::Tail => ClausePosition::Tail,
                        ClausePosition::Opening | ClausePosition::Insertion => ClausePosition::Clause,
                    };
                }
            }
        }
        let counts = reader.is_verb_final() || matches!(place, ClausePosition::Clause | ClausePosition::Tail);
        if token.kind != TokenKind::Mark && counts && !is_inside {
            // Capitalized at the start it is an imperative, a question or a participle.
            let is_first = number == start && token.case != Case::None;
            let is_none = is_first || has_insertion && reader.is_reduced(number);
            verbs.read(&reader, number, is_none, place == ClausePosition::Clause && reader.opens_report(number));
        }
        let spoken = words + usize::div_ceil(characters, 2);
        let words = spoken.max(pieces);
        if words > most && place != ClausePosition::Opening {
            return;
        }
        let span = Span::new(tokens[start].span.start, token.span.end);
        while mentions.get(named).is_some_and(|m| m.span.end <= span.end) {
            named += 1;
        }
        let within_name = mentions.get(named).is_some_and(|m| m.span.start < span.end);
        let next = number + 1;
        let can_end = token.is_content() || reader.is_verb_final() && reader.is_verb(number);
        if spoken == 0 || words > most || spoken > 1 && next < end && (!can_end || within_name) {
            continue;
        }
        let is_short = spoken < LEAST_WORDS;
        let wholeness = if next == end {
            // What is left behind an opening phrase must be a clause.
            if reader.is_introduction() || start > 0 && !verbs.has_main {
                Wholeness::Fragment
            } else if is_short {
                Wholeness::Doubtful
            } else {
                Wholeness::Whole
            }
        } else if is_short || is_inside {
            Wholeness::Fragment
        } else if reader.is_verb_final() {
            if verbs.ends_main && reader.completes(number) { Wholeness::Whole } else { Wholeness::Fragment }
        } else if matches!(place, ClausePosition::Opening | ClausePosition::Insertion)
            || verbs.owed > 0
            || reader.leads_on(number)
        {
            Wholeness::Fragment
        } else if reader.parts(next) {
            let closes = || {
                place == ClausePosition::Clause && (reader.parts_clauses(next) || reader.adds(next + 1))
                    || last_part == Some(next) && reader.names_source(next + 1)
            };
            if verbs.has_main && closes() { Wholeness::Whole } else { Wholeness::Doubtful }
        } else if place == ClausePosition::Clause && verbs.has_main && reader.can_stop_before(next) {
            Wholeness::Whole
        } else {
            Wholeness::Fragment
        };
        let is_cut = next < end || start > 0;
        let is_verbless = next == end && reader.knows_verbs() && !verbs.has_any;
        let mut cost = base;
        for (applies, by) in [(is_cut, PART), (is_verbless, VERBLESS), (next == end && is_inside, NOT_PLAIN)] {
            cost += if applies { by } else { 0.0 };
        }
        found(ClausePiece { span, words, wholeness, cost });
    }
}
