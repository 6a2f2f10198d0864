//! Clauses: the part of a sentence that says something whole within so many words, for a headline.
//!
//! A headline begins where a sentence does, or behind a phrase that opens it and the comma after that ("On Monday,
//! Riga …"). It ends where the sentence does, or earlier where the clause is complete: a finite verb of the main clause
//! has been read; every clause that opened since has a verb of its own ("when a ferry" has none); the last word needs
//! nothing behind it; and what follows is an addition: behind a comma, or a clause or a phrase that the sentence can do
//! without ("after", "in"), and no verb follows in it that would make what was read a part of the subject ("A man found
//! in Riga was"). What stands between two commas before the verb ("Riga, which lies by the sea, …") is no place to end,
//! nor is the inside of a quotation, of brackets or of a name. Where the verb comes last, it is what completes a clause.
//! After the trimming of Dorr, Zajic and Schwartz (2003), "Hedge Trimmer: a parse-and-trim approach to headline
//! generation", by lists of words and endings instead of its parser: a language without such lists has its sentences cut
//! nowhere.

mod reader;

use crate::analysis::Document;
use crate::language::token::{Case, Token, TokenKind};
use crate::leaning::Leanings;
use crate::text::punctuation::is_quotation_mark;
use crate::text::span::Span;
use reader::Reader;

/// A shorter piece of a sentence says nothing whole: "No passenger was hurt".
const LEAST_WORDS: usize = 4;
/// A clause that is longer than this many times the words that a headline should have is none.
const MOST_OVER: usize = 3;

// The costs of a headline among those that are equally whole, in log-odds like the salience that they are taken from; 0
// is nothing. By the likeness (ROUGE-1 and ROUGE-L) of the headlines to those that editors gave 1,500 English, 500
// French, 400 Vietnamese and 130 stories in other languages, and by reading them: likeness does not tell a whole
// headline from half of one.

/// For each e-fold of a sentence's place, 0 or more: headlines are written from the first sentence. From 1 to 1.5 there
/// is no difference; at .6 a fifth more headlines are side points.
const PLACE: f64 = 1.5;
/// What all of the words that may be used are worth, against none.
const FILLED: f64 = 1.5;
/// For leaving a part of the sentence out, however well.
const PART: f64 = 0.3;
/// For opening with a pronoun or a connective, for a question, for opening with a quotation or holding one half.
const NOT_PLAIN: f64 = 4.0;
/// For having no finite verb that is known, where most are: a caption or a line of a list, or a verb that is not.
const VERBLESS: f64 = 1.5;
/// For words past those that a headline should have, as many as those: the shortest comes, unless it stands far below.
const OVER: f64 = 6.0;

/// How whole a piece of a sentence is, the least first. What is more whole is the better headline, wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Wholeness {
    /// It stops in the middle.
    Fragment,
    /// It stops at a comma, or is very short.
    Doubtful,
    /// It is a clause, of more words than a headline should have.
    Over,
    /// It is a clause.
    Whole,
}

/// A piece of a sentence, and how good a headline it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Headline {
    pub(crate) sentence: usize,
    pub(crate) span: Span,
    wholeness: Wholeness,
    worth: f64,
}

/// The best headline of `words` words or fewer from the sentences `candidates`, each worth what `salience` says. Where
/// none of them has a clause so short, one of more words comes, but never of more than `limit`.
pub(crate) fn headline(
    document: &Document<'_>,
    leanings: &Leanings,
    candidates: &[usize],
    words: usize,
    limit: usize,
    salience: impl Fn(usize) -> f64,
) -> Option<Headline> {
    let limit = limit.min(words.saturating_mul(MOST_OVER));
    let mut best: Option<Headline> = None;
    for sentence in candidates {
        let leans = if leanings.of(*sentence).is_empty() { 0.0 } else { NOT_PLAIN };
        let worth = salience(*sentence) - PLACE * libm::log(1.0 + *sentence as f64) - leans;
        pieces(document, *sentence, limit, |piece| {
            let share = piece.words as f64 / words as f64;
            let (wholeness, length) = match piece.wholeness {
                Wholeness::Whole if share > 1.0 => (Wholeness::Over, OVER * (1.0 - share)),
                _ if share > 1.0 => return,
                wholeness => (wholeness, FILLED * share),
            };
            let worth = worth + length - piece.cost;
            if best.is_none_or(|best| (wholeness, worth) > (best.wholeness, best.worth)) {
                best = Some(Headline { sentence: *sentence, span: piece.span, wholeness, worth });
            }
        });
    }
    // Marks before the first word can be more than may be used: the word is shown alone.
    best.or_else(|| {
        let sentence = *candidates.first()?;
        let mut tokens = document.prose.tokens_of(&document.sentences()[sentence]).iter();
        let word = tokens.find(|token| token.kind != TokenKind::Mark)?;
        Some(Headline { sentence, span: word.span, wholeness: Wholeness::Fragment, worth: 0.0 })
    })
}

/// A piece of a sentence that could be a headline.
struct Piece {
    span: Span,
    words: usize,
    wholeness: Wholeness,
    cost: f64,
}

/// Where the reading of a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the phrase that opens it.
    Opening,
    /// In its main clause, as far as is known.
    Clause,
    /// Between two commas before the verb.
    Insertion,
    /// Behind a comma behind the verb: in a list, or in what is added.
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
    fn read(&mut self, reader: &Reader<'_>, number: usize, is_none: bool, is_report: bool) {
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
fn pieces(document: &Document<'_>, at: usize, most: usize, mut found: impl FnMut(Piece)) {
    let reader = Reader::new(document, at);
    let tokens = reader.tokens;
    let end = reader.end();
    let last_part = (0..end).rev().find(|n| reader.parts(*n));
    let mentions = document.entities.of_sentence(at);
    let mut start = 0;
    let opens = reader.opens_phrase(0) || reader.opens_clause(0);
    let mut place = if opens && !mentions.iter().any(|m| m.span.start == tokens[0].span.start) {
        Place::Opening
    } else {
        Place::Clause
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
                    if place == Place::Opening && tokens[..end].get(number + 1).is_some_and(begins) {
                        start = number + 1;
                        (words, characters, pieces) = (0, 0, 0);
                    }
                    if matches!(place, Place::Opening | Place::Insertion) {
                        verbs.owed = 0;
                    }
                    has_insertion |= place == Place::Insertion;
                    place = match place {
                        Place::Clause if !verbs.has_main => Place::Insertion,
                        Place::Clause | Place::Tail => Place::Tail,
                        Place::Opening | Place::Insertion => Place::Clause,
                    };
                }
            }
        }
        let counts = reader.is_verb_final() || matches!(place, Place::Clause | Place::Tail);
        if token.kind != TokenKind::Mark && counts && !is_inside {
            // Capitalized at the start it is an imperative, a question or a participle.
            let is_first = number == start && token.case != Case::None;
            let is_none = is_first || has_insertion && reader.is_reduced(number);
            verbs.read(&reader, number, is_none, place == Place::Clause && reader.opens_report(number));
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
        } else if matches!(place, Place::Opening | Place::Insertion) || verbs.owed > 0 || reader.leads_on(number) {
            Wholeness::Fragment
        } else if reader.parts(next) {
            let closes = || {
                place == Place::Clause && (reader.parts_clauses(next) || reader.adds(next + 1))
                    || last_part == Some(next) && reader.names_source(next + 1)
            };
            if verbs.has_main && closes() { Wholeness::Whole } else { Wholeness::Doubtful }
        } else if place == Place::Clause && verbs.has_main && reader.can_stop_before(next) {
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
        found(Piece { span, words, wholeness, cost });
    }
}

#[cfg(test)]
mod tests;
