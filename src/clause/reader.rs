//! What the words of a sentence are in a clause, as far as lists of words and endings tell.

use crate::analysis::Document;
use crate::language::Language;
use crate::language::lexicon::{Lexicon, List};
use crate::language::token::{Case, Token, TokenKind};
use crate::text::case::word_hash;

/// The longest ending of a finite verb in the lexicons, in characters.
const LONGEST_ENDING: usize = 6;
/// In so few words that name the source the verb may stand anywhere: "police said on Monday".
const SHORT_SOURCE: usize = 4;
/// What an ending leaves of a verb at least, in characters: "fell" has "ell" in common with nothing.
const SHORTEST_STEM: usize = 2;

/// The tokens of a sentence, and what they are in a clause.
pub(super) struct ClauseReader<'d> {
    text: &'d str,
    pub(super) tokens: &'d [Token],
    lexicon: &'static Lexicon,
    is_english: bool,
}

impl<'d> ClauseReader<'d> {
    pub(super) fn new(document: &'d Document<'_>, at: usize) -> Self {
        let prose = &document.prose;
        let tokens = prose.tokens_of(&document.sentences()[at]);
        let is_english = prose.language == Language::English;
        Self { text: document.article.text(), tokens, lexicon: prose.lexicon, is_english }
    }

    /// Whether the verb of the language's clauses comes last, and completes them.
    pub(super) fn is_verb_final(&self) -> bool {
        self.lexicon.verb_final
    }

    /// The mark after the last word, or NUL.
    fn last_mark(&self) -> char {
        match self.tokens {
            [_, .., last] => last.mark(),
            _ => '\0',
        }
    }

    /// How many tokens there are but for the full stop: headlines have none.
    pub(super) fn end(&self) -> usize {
        self.tokens.len() - usize::from(matches!(self.last_mark(), '.' | '。' | '।' | '۔'))
    }

    pub(super) fn is_question(&self) -> bool {
        matches!(self.last_mark(), '?' | '？' | '؟')
    }

    /// Whether the sentence says that something follows it.
    pub(super) fn is_introduction(&self) -> bool {
        matches!(self.last_mark(), ':' | '：' | ',' | '،' | '，' | ';' | '–' | '—' | '-')
    }

    /// Whether a comma, a semicolon or a dash stands there.
    pub(super) fn parts(&self, number: usize) -> bool {
        matches!(self.tokens[number].mark(), ',' | '،' | '、' | '，') || self.parts_clauses(number)
    }

    /// Whether a semicolon or a dash stands there, which stand between clauses rather than within them.
    pub(super) fn parts_clauses(&self, number: usize) -> bool {
        match self.tokens[number].mark() {
            ';' | '؛' | '；' => true,
            '–' | '—' | '-' => number > 0 && self.tokens[number - 1].span.end < self.tokens[number].span.start,
            _ => false,
        }
    }

    fn has(&self, number: usize, list: List) -> bool {
        self.tokens.get(number).is_some_and(|token| token.lists.has(list))
    }

    /// Whether an English word of more than four letters ends in "ing".
    fn is_participle(&self, number: usize) -> bool {
        self.is_english
            && self.tokens.get(number).is_some_and(|t| t.span.len() > 4 && t.span.of(self.text).ends_with("ing"))
    }

    /// Whether a verb of saying stands there. The list is of all languages: function words of this one are none.
    fn is_speech(&self, number: usize) -> bool {
        self.has(number, List::Speech) && !self.has(number, List::Stop)
    }

    /// Whether a finite verb may stand there, by the lists or by its ending.
    pub(super) fn is_verb(&self, number: usize) -> bool {
        self.has(number, List::Verb) || self.is_speech(number) || self.ends_as_verb(number)
    }

    fn ends_as_verb(&self, number: usize) -> bool {
        let token = &self.tokens[number];
        if token.kind != TokenKind::Word || token.lists.has(List::Stop) || token.case.is_capital() {
            return false;
        }
        // "The wanted man", but "she wanted".
        if self.is_english && number > 0 && self.has(number - 1, List::Stop) {
            let before = self.tokens[number - 1].lists;
            if !before.has(List::Anaphor) && !before.has(List::ClauseOpener) {
                return false;
            }
        }
        let word = token.span.of(self.text);
        let starts = word.char_indices().map(|(start, _)| start);
        let stem = starts.clone().nth(SHORTEST_STEM).unwrap_or(word.len());
        starts
            .rev()
            .take(LONGEST_ENDING)
            .take_while(|start| *start >= stem)
            .any(|start| self.lexicon.lists_of_hash(word_hash(&word[start..])).has(List::VerbEnding))
    }

    /// Whether the word that ends as a finite verb may as well be a participle, by the phrase after it: "based in".
    pub(super) fn is_reduced(&self, number: usize) -> bool {
        !self.has(number, List::Verb) && self.ends_as_verb(number) && self.opens_phrase(number + 1)
    }

    /// Whether most of the language's finite verbs are known.
    pub(super) fn knows_verbs(&self) -> bool {
        self.lexicon.knows_verbs
    }

    /// Whether a verb that comes last completes its clause, with a comma or an "and" after it. What was said may follow a
    /// verb of saying.
    pub(super) fn completes(&self, number: usize) -> bool {
        let next = number + 1;
        self.is_verb(number)
            && !self.has(number, List::Speech)
            && (self.parts(next) || self.has(next, List::Connective))
    }

    /// Whether a word opens a clause with a verb of its own.
    pub(super) fn opens_clause(&self, number: usize) -> bool {
        self.has(number, List::ClauseOpener)
    }

    /// Whether a clause follows in which somebody's words are told: "said", "told reporters".
    pub(super) fn opens_report(&self, number: usize) -> bool {
        !self.lexicon.verb_final && self.is_speech(number)
    }

    /// Whether a clause or a phrase may begin there that the sentence can do without.
    pub(super) fn opens_phrase(&self, number: usize) -> bool {
        self.has(number, List::Subordinator) || number == 0 && self.is_participle(0)
    }

    /// Whether the clause that ends before `next`, without a comma, is complete there: what follows is a clause of its
    /// own, or a phrase that neither goes with the last verb, participle or predicate ("is far | from") nor belongs to
    /// the subject.
    pub(super) fn can_stop_before(&self, next: usize) -> bool {
        if !self.opens_phrase(next) || self.opens_phrase(next + 1) {
            return false;
        }
        let last = next - 1;
        let is_predicate = self.is_verb(last) || last > 0 && self.has(last - 1, List::Verb) || self.is_participle(last);
        self.opens_clause(next) || (!is_predicate || self.is_time(next + 1)) && !self.has_verb_from(next)
    }

    /// Whether a date or a number stands there.
    fn is_time(&self, number: usize) -> bool {
        self.tokens.get(number).is_some_and(|token| {
            token.kind == TokenKind::Number || token.lists.has(List::Weekday) || token.lists.has(List::Month)
        })
    }

    /// Whether a finite verb comes from there on that no comma and no word that opens a clause stands before. Endings
    /// do not count: participles have them.
    fn has_verb_from(&self, number: usize) -> bool {
        let within = self.tokens.iter().skip(number);
        within
            .take_while(|token| token.kind != TokenKind::Mark && !token.lists.has(List::ClauseOpener))
            .any(|token| token.lists.has(List::Verb))
    }

    /// Whether what begins after a comma adds to the clause before it. A word that carries a topic may go on with a
    /// list of adjectives ("a big, red house"), and a word that opens a clause with what the verb before needs ("sagt,
    /// dass").
    pub(super) fn adds(&self, number: usize) -> bool {
        let Some(token) = self.tokens.get(number) else { return true };
        let opens = self.opens_phrase(number) || self.is_participle(number) || self.ends_as_verb(number);
        let goes_on = token.is_content() && token.case == Case::Lower || self.lists_names(number);
        opens || !goes_on && !self.opens_clause(number)
    }

    /// Whether a name stands there that "and" ties to what follows, which ends a list: "Anna, Bob and Carla".
    fn lists_names(&self, number: usize) -> bool {
        let rest = self.tokens.iter().skip(number);
        let names = rest.take_while(|token| token.is_content() && token.case.is_capital()).count();
        let after = number + names;
        let opens = self.opens_phrase(after) || self.opens_clause(after) || self.has(after, List::Verb);
        names > 0 && self.has(after, List::Stop) && !opens
    }

    /// Whether what is left of the sentence from there on names the source: "police said on Monday", "said Anna Berg of
    /// Riga", "the head of the Riga office said".
    pub(super) fn names_source(&self, number: usize) -> bool {
        let words = number..self.end();
        let ends = [words.start, words.end.saturating_sub(1)];
        ends.into_iter().any(|end| self.is_speech(end))
            || words.len() <= SHORT_SOURCE && words.into_iter().any(|word| self.is_speech(word))
    }

    /// Whether something must follow after a word: a verb after its auxiliary has its object to come, a verb of
    /// saying what was said. After a form of "be" it has none: "was arrested".
    pub(super) fn leads_on(&self, number: usize) -> bool {
        if self.is_verb_final() {
            return false;
        }
        let before = |list| number > 0 && self.has(number - 1, list);
        let is_lower = !self.tokens[number].case.is_capital() && self.tokens[number].kind == TokenKind::Word;
        let lacks_verb = if self.lexicon.verb_bracket {
            self.leaves_bracket_open(number)
        } else {
            is_lower && before(List::Auxiliary)
        };
        lacks_verb
            || (before(List::Auxiliary) || !before(List::Stop)) && self.is_verb(number)
            || self.has(number, List::Subordinator)
            || self.opens_clause(number)
    }

    /// Whether an auxiliary verb came whose participle or infinitive did not, by the last word's looks.
    fn leaves_bracket_open(&self, number: usize) -> bool {
        let token = &self.tokens[number];
        let word = token.span.of(self.text);
        let closes = token.case == Case::Lower && ["t", "d", "n"].iter().any(|ending| word.ends_with(ending));
        !closes && self.tokens[..number].iter().any(|token| token.lists.has(List::Auxiliary))
    }
}
