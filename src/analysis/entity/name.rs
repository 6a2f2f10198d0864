//! Names: in English and German what the tagger says, elsewhere runs of capitalized words, and what [`caseless`] finds.
//!
//! Which is better was measured (`make train-names`, `make score-names`): F1 of exact spans by rules and by a tagger of
//! 2 KB is 24 and 59 in German, 57 and 64 on English web text, but 81 and 76 in Portuguese and 67 and 61 in Russian.
//!
//! A capital at the start of a sentence proves nothing by itself; there the rest of the article is asked whether
//! the word stands capitalized inside a sentence (a name) or in small letters (none), after Mikheev (1999),
//! "A knowledge-free method for capitalized word disambiguation".

use crate::analysis::entity::caseless;
use crate::analysis::entity::evidence::{Evidence, gather, may_open};
use crate::analysis::entity::features::Form;
use crate::analysis::entity::gazetteer::{self, GIVEN_NAME, PLACE};
use crate::analysis::entity::parts::{is_link, without_possessive};
use crate::analysis::entity::tagger::Tagger;
use crate::analysis::entity::title_case;
use crate::analysis::entity::weights::TaggerModel;
use crate::collections::map::Table;
use crate::language::Language;
use crate::language::Prose;
use crate::language::lexicon::List;
use crate::language::token::{Case, Token, TokenKind};
use crate::language::word::after_elision;
use crate::text::case::is_small;
use crate::text::chars::{count, find as find_char};
use crate::text::fold::on_one_line;
use crate::text::punctuation::{begins, is_apostrophe, is_invisible};
use crate::text::span::Span;
use std::borrow::Cow;
use std::ops::Range;

/// A mention of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) span: Span,
    pub(super) sentence: usize,
    /// Its tokens, as indices into [`Prose::tokens`].
    pub(super) first: usize,
    pub(super) end: usize,
    /// Whether a title or an office stands before it ("President", "Mr").
    pub(super) titled: bool,
}

/// The longest name, in tokens: beyond that it is a headline or a list.
const LONGEST_NAME: usize = 12;

/// Whether a mark stands between names rather than in them: "Group G, Belgium".
const fn is_between(mark: char) -> bool {
    matches!(mark, ',' | ';' | ':' | '—' | '–' | '(' | ')' | '[' | ']' | '|' | '“' | '”' | '"' | '«' | '»')
}

/// All mentions of names, in document order.
pub(super) fn find(text: &str, prose: &Prose) -> Vec<Name> {
    let model = TaggerModel::of(prose.language);
    let mut tagger = Tagger::new(text, prose, gather(prose, &prose.sentences));
    // As many as news have, or more.
    let mut names = Vec::with_capacity(prose.tokens.len() / 16);
    for (number, sentence) in prose.sentences.iter().enumerate() {
        let is_title = title_case::is_title(text, prose, sentence, &tagger.gathered.evidence);
        if is_title {
            title_case::disregard(prose, sentence, &mut tagger.gathered.evidence);
        }
        match model.filter(|_| !is_title) {
            Some(model) => tagged(prose, number, &mut tagger, model, &mut names),
            None => {
                let evidence = &tagger.gathered.evidence;
                let mut finder = Finder { text, prose, evidence, is_title, sentence: number, names: &mut names };
                finder.sentence(sentence.tokens.start, sentence.tokens.end);
            }
        }
    }
    names
}

/// Appends the names that the tagger finds in a sentence.
fn tagged(prose: &Prose, number: usize, tagger: &mut Tagger<'_>, model: TaggerModel, names: &mut Vec<Name>) {
    let Range { start, end } = prose.sentences[number].tokens;
    tagger.tag(
        start,
        end,
        |candidate| !(candidate.form == Form::Mark && begins(candidate.word, is_between)) && model.is_name(candidate),
        |(span, first, end)| {
            let titled = is_titled(prose, start, first);
            match title_within(prose, first, end) {
                Some((title, person)) => {
                    let seat = Span::new(span.start, prose.tokens[title - 1].span.end);
                    names.push(Name { span: seat, sentence: number, first, end: title, titled });
                    let holder = Span::new(prose.tokens[person].span.start, span.end);
                    names.push(Name { span: holder, sentence: number, first: person, end, titled: true });
                }
                None => names.push(Name { span, sentence: number, first, end, titled }),
            }
        },
    );
}

/// Titles between the names of an office's seat and of its holder, "Kremlin Spokesman Dmitry Peskov": the token where
/// they begin and the one after them. The title of an office alone belongs to its name: "Office of the President".
fn title_within(prose: &Prose, first: usize, end: usize) -> Option<(usize, usize)> {
    let capital = |at: usize| prose.tokens[at].case.is_capital();
    let is_title = |at: usize| capital(at) && prose.tokens[at].lists.has(List::Honorific);
    let title = (first + 1..end).find(|at| is_title(*at) && capital(at - 1))?;
    let person = (title..end).find(|at| !is_title(*at))?;
    capital(person).then_some((title, person))
}

/// Whether a capital at `at` may be owed to the start of a sentence or of a quotation.
fn opens(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|b| &tokens[b]) else { return true };
    may_open(before.mark()) || tokens[..at].iter().all(|t| t.kind == TokenKind::Mark)
}

/// Whether a title stands right before the token at `first`: "president Vladimir Putin".
pub(super) fn is_titled(prose: &Prose, sentence_start: usize, first: usize) -> bool {
    first.checked_sub(1).filter(|b| *b >= sentence_start).is_some_and(|b| {
        let before = &prose.tokens[b];
        before.lists.has(List::Honorific) && before.kind == TokenKind::Word
    })
}

struct Finder<'a> {
    text: &'a str,
    prose: &'a Prose,
    evidence: &'a Table<Evidence>,
    /// Whether the sentence is a line in title case.
    is_title: bool,
    sentence: usize,
    names: &'a mut Vec<Name>,
}

impl Finder<'_> {
    fn sentence(&mut self, start: usize, limit: usize) {
        let mut at = start;
        while at < limit {
            let token = &self.prose.tokens[at];
            if self.may_be_name(token) {
                let end = self.end_of_run(at, limit);
                self.run(start, at, end);
                at = end;
            } else {
                let unclaimed = self.names.last().map_or(start, |n| n.end.max(start));
                let found = caseless::name_at(self.text, self.prose, at, unclaimed..limit);
                let name = found.unwrap_or(at + 1..at + 1);
                self.push(name.start, name.end, name.start != at);
                at = name.end.max(at + 1);
            }
        }
    }

    fn may_be_name(&self, token: &Token) -> bool {
        token.kind == TokenKind::Word
            && token.case.is_capital()
            && !token.lists.has(List::Month)
            && !token.lists.has(List::Weekday)
            && (!self.is_title || self.is_name_elsewhere(token))
    }

    /// Whether the rest of the article shows that a word is a name, or part of one.
    fn is_name_elsewhere(&self, token: &Token) -> bool {
        let seen = self.evidence.get(token.word);
        seen.capitalized > 0 && seen.lower <= seen.capitalized
    }

    /// The end of the run of capitalized words from `at` on, small words and initials inside it included.
    fn end_of_run(&self, at: usize, limit: usize) -> usize {
        let tokens = &self.prose.tokens;
        let capital = |i: usize| i < limit && self.may_be_name(&tokens[i]);
        let link = |i: usize| i < limit && tokens[i].case == Case::Lower && is_link(tokens[i].span.of(self.text));
        let mut end = at + 1;
        while end < limit && end - at < LONGEST_NAME {
            let mark = tokens[end].span.of(self.text);
            let touches = tokens[end].span.start == tokens[end - 1].span.end;
            let before = tokens[end - 1].span;
            if self.is_title && without_possessive(before.of(self.text)).len() < before.len() {
                break;
            }
            // The case ending of a Turkish name: "Ankara'da Almanya" are two.
            if self.prose.language == Language::Turkish && find_char(before.of(self.text), is_apostrophe).is_some() {
                break;
            }
            let inner_dot = mark == "." && touches && self.takes_dot(&tokens[end - 1]);
            if capital(end) {
                end += 1;
            } else if capital(end + 1) && (inner_dot || link(end) || mark == "&") {
                end += 2;
            } else if link(end) && link(end + 1) && capital(end + 2) {
                end += 3;
            } else {
                break;
            }
        }
        end
    }

    /// Initials and abbreviations before a name keep their dot inside it: "J. Smith", "St. Petersburg".
    fn takes_dot(&self, token: &Token) -> bool {
        token.span.of(self.text).chars().count() == 1 || token.lists.has(List::BeforeName)
    }

    /// Takes a run apart: words that only open the sentence, titles, and the names themselves.
    fn run(&mut self, sentence_start: usize, first: usize, end: usize) {
        let tokens = &self.prose.tokens;
        let mut first = first;
        let opening = !self.is_title && opens(&tokens[sentence_start..end], first - sentence_start);
        while first < end && self.is_function_word(first) {
            first += 1;
        }
        if first == end {
            return;
        }
        if opening && self.only_opens(first, end) {
            first += 1;
            while first < end && (self.is_function_word(first) || tokens[first].case == Case::Lower) {
                first += 1;
            }
        }
        // "Armenian Prime Minister Nikol Pashinyan": what stands before the titles, the titles, the person.
        let is_title = |i: usize| tokens[i].lists.has(List::Honorific) || tokens[i].lists.has(List::BeforeName);
        let Some(title) = (first..end).find(|i| is_title(*i)) else {
            self.push(first, end, is_titled(self.prose, sentence_start, first));
            return;
        };
        // A title after "of" belongs to the name of an office: "Office of the President".
        if title > first && tokens[title - 1].case == Case::Lower {
            self.push(first, end, false);
            return;
        }
        if title > first && self.is_name_before_title(first, title) {
            self.push(first, title, false);
        }
        let mut person = title;
        while person < end
            && (is_title(person) || tokens[person].kind == TokenKind::Mark || tokens[person].case == Case::Lower)
        {
            person += 1;
        }
        self.push(person, end, true);
    }

    /// Capitalized function words are no names: The, In, I.
    fn is_function_word(&self, at: usize) -> bool {
        let token = &self.prose.tokens[at];
        let lists = token.lists;
        (lists.has(List::Stop) || lists.has(List::Anaphor) || lists.has(List::Connective))
            && (token.case != Case::Upper || token.span.len() < 2)
    }

    /// Whether the capital of the run's first word is owed to the sentence's start alone.
    fn only_opens(&self, first: usize, end: usize) -> bool {
        let token = &self.prose.tokens[first];
        let seen = self.evidence.get(token.word);
        let alone = end - first == 1;
        match token.case {
            Case::Upper if token.span.len() > 1 => false,
            _ if alone => seen.capitalized == 0 || seen.lower > seen.capitalized,
            _ => seen.lower > seen.capitalized,
        }
    }

    /// "Russian" of "Russian President", but not "Foreign" of "Foreign Minister".
    fn is_name_before_title(&self, first: usize, title: usize) -> bool {
        let seen = self.evidence.get(self.prose.tokens[first].word);
        title - first > 1 || seen.capitalized > seen.lower
    }

    fn push(&mut self, first: usize, end: usize, titled: bool) {
        let tokens = &self.prose.tokens;
        let mut end = end;
        while end > first && (tokens[end - 1].kind == TokenKind::Mark || tokens[end - 1].case == Case::Lower) {
            end -= 1;
        }
        if let Some(person) = self.person_after_place(first, end) {
            self.push(first, person, false);
            return self.push(person, end, titled);
        }
        if first < end && (end - first > 1 || tokens[first].span.len() > 1) {
            let start = tokens[first].span.start + self.elided(&tokens[first]);
            let whole = Span::new(start, tokens[end - 1].span.end);
            let span = Span::new(start, start + self.without_ending(whole.of(self.text)).len());
            self.names.push(Name { span, sentence: self.sentence, first, end, titled });
        }
    }

    /// A name without its possessive, or the case ending after an apostrophe that it has in Turkish: "Ankara'da".
    fn without_ending<'n>(&self, name: &'n str) -> &'n str {
        let ending = if self.prose.language == Language::Turkish { find_char(name, is_apostrophe) } else { None };
        ending.map_or_else(|| without_possessive(name), |at| &name[..at])
    }

    /// Where a person's name begins after that of a place or an acronym, as Slavic languages have it with nothing
    /// between: "России Владимир Путин", "МИД РФ Сергей Лавров".
    fn person_after_place(&self, first: usize, end: usize) -> Option<usize> {
        let tokens = &self.prose.tokens;
        let known_as = |piece: Span| gazetteer::known(piece.of(self.text), self.prose.language);
        let is_place = |at: usize| {
            let before = Span::new(tokens[first].span.start, tokens[at - 1].span.end);
            let is_acronym = tokens[at - 1].case == Case::Upper && tokens[at - 1].span.len() > 1;
            is_acronym || known_as(before) & PLACE != 0 || known_as(tokens[at - 1].span) & PLACE != 0
        };
        let last = end.checked_sub(1)?;
        (first + 1..last).find(|at| known_as(tokens[*at].span) & GIVEN_NAME != 0 && is_place(*at))
    }

    /// The bytes of the article or preposition that is joined to a word by an apostrophe: "d'Emmanuel", "dell'Italia".
    fn elided(&self, token: &Token) -> usize {
        let word = token.span.of(self.text);
        let name = after_elision(word, self.prose.lexicon).filter(|_| begins(word, is_small));
        name.map_or(0, |name| word.len() - name.len())
    }
}

/// Whether a name is an acronym: NATO, the EU of "EU-led", the CNN of "CNN's". `first` is its first token.
pub(super) fn is_acronym(text: &str, name: &Name, first: &Token) -> bool {
    let is_capitals = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_uppercase());
    let is_part = name.span.len() < first.span.len();
    name.end - name.first == 1 && (first.case == Case::Upper || is_part && is_capitals(name.span.of(text)))
}

/// A name or a fact as it is shown: on one line, without what only says where lines may break.
pub(super) fn canonical(piece: &str) -> Cow<'_, str> {
    let shown = on_one_line(piece);
    if count(&shown, is_invisible) == 0 {
        return shown;
    }
    Cow::Owned(shown.chars().filter(|c| !is_invisible(*c)).collect())
}
