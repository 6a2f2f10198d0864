//! The phrases that notes are known by, read from the packs of the article's language and of English, which is
//! quoted in news of all languages.
//!
//! # The files
//! A section is a line `[kind]`, by the names of [`NoteKind`](super::NoteKind), and holds a phrase a line:
//! - `signed by`: a sentence that begins so is a note.
//! - `this story ... updated`: one that begins with the first and has the second further on. Either part may stand alone
//!   (`this story ...`, `... updated`): within a kind, any beginning goes with any continuation.
//!   In `[credit]` a beginning is enough in brackets or if nothing but names follow. In `[caption]` beginnings (`photo by ...`)
//!   and continuations, which are agencies (`... reuters`), are parts of credits at a paragraph's end.
//! - `correction:` is a label: a note where a colon, a dash or a closing bracket is after it. In `[editorial]` and `[caption]`
//!   it labels its whole paragraph, and in `[caption]` it may stand at the paragraph's end.
//! - `... contributed to this report .`: a sentence that ends so, in `[credit]`, `[caption]` and `[call]`.
//!
//! `{a|b}` stands for each of the phrases `a` and `b`, `{a|}` for `a` or nothing, `0` for any number.
//!
//! To add a phrase, write it into its language's file. It should be one that no sentence of news begins with.

use crate::collections::hash::{Hasher, Key};
use crate::collections::map::Table;
use crate::language::Language;
use crate::language::pack::{self, Part, PerLanguage};
use crate::note::kind::NoteKind;
use crate::note::words::{NoteWord, phrase_hash, phrase_hashes, words_from};
use crate::text::chars::{find_text, trim};

/// No phrase has more words, in scripts with spaces and in those whose characters are words.
pub(super) const LONGEST_SPACED: usize = 8;
pub(super) const LONGEST_UNSPACED: usize = 20;
/// The same for continuations, which are looked for in many places.
const LONGEST_SPACED_PART: usize = 5;
const LONGEST_UNSPACED_PART: usize = 16;
/// A phrase takes so many bytes of its file or more on the average.
const PHRASE_BYTES: usize = 10;

/// What a phrase is, a bit for each list that it is on: for each kind one of openings, one of beginnings, one of
/// continuations; then labels of lines, of whole paragraphs, of pictures; then the ends of credits, captions and calls, and
/// the last words of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PhraseLists(u64);

impl PhraseLists {
    /// How many kinds of notes have phrases.
    pub(super) const KINDS: usize = 8;
    const OF_KINDS: u64 = (1 << Self::KINDS) - 1;
    const LINE_LABEL: u64 = 1 << (3 * Self::KINDS);
    const PARAGRAPH_LABEL: u64 = Self::LINE_LABEL << 1;
    const PICTURE_LABEL: u64 = Self::LINE_LABEL << 2;
    const CREDIT_END: u64 = Self::LINE_LABEL << 3;
    const CAPTION_END: u64 = Self::LINE_LABEL << 4;
    const CALL_END: u64 = Self::LINE_LABEL << 5;
    const LAST_WORD: u64 = Self::LINE_LABEL << 6;

    /// The kinds that begin with it, a bit for each.
    pub(super) const fn openings(self) -> u64 {
        self.0 & Self::OF_KINDS
    }

    /// The kinds that begin with it if they go on with one of the continuations.
    pub(super) const fn beginnings(self) -> u64 {
        self.0 >> Self::KINDS & Self::OF_KINDS
    }

    /// The kinds that go on with it.
    pub(super) const fn continuations(self) -> u64 {
        self.0 >> (2 * Self::KINDS) & Self::OF_KINDS
    }

    /// What it labels, if it is a label.
    pub(super) const fn label(self) -> Option<NoteKind> {
        if self.0 & (Self::PARAGRAPH_LABEL | Self::PICTURE_LABEL) != 0 {
            Some(NoteKind::LabelledParagraph)
        } else if self.0 & Self::LINE_LABEL != 0 {
            Some(NoteKind::LabelledLine)
        } else {
            None
        }
    }

    pub(super) const fn is_picture_label(self) -> bool {
        self.0 & Self::PICTURE_LABEL != 0
    }

    /// What a sentence is that ends with it, wherever it begins.
    pub(super) const fn ending(self) -> Option<NoteKind> {
        if self.0 & Self::CREDIT_END != 0 {
            Some(NoteKind::Credit)
        } else if self.0 & Self::CALL_END != 0 {
            Some(NoteKind::Call)
        } else {
            None
        }
    }

    /// Whether it is the last word of a phrase at an end.
    pub(super) const fn is_last_word(self) -> bool {
        self.0 & Self::LAST_WORD != 0
    }

    pub(super) const fn ends_caption(self) -> bool {
        self.0 & Self::CAPTION_END != 0
    }
}

/// The most words that a phrase has that begins with this one.
pub(super) const fn longest_from(first: &NoteWord) -> usize {
    if first.alone { LONGEST_UNSPACED } else { LONGEST_SPACED }
}

/// As many of these words as a phrase may have.
fn at_most(words: &[NoteWord], spaced: usize, unspaced: usize) -> &[NoteWord] {
    let most = if words.first().is_some_and(|word| word.alone) { unspaced } else { spaced };
    words.get(..most).unwrap_or(words)
}

/// As many of these words as a continuation may have.
fn at_most_short(words: &[NoteWord]) -> &[NoteWord] {
    at_most(words, LONGEST_SPACED_PART, LONGEST_UNSPACED_PART)
}

/// The phrases of a language, with those of English.
pub(super) struct Phrases(Table<u64>);

impl Phrases {
    /// Those of a language; of English alone for a language without a pack, or whose pack is not
    /// there.
    pub(super) fn of(language: Language) -> &'static Self {
        static PHRASES: PerLanguage<Phrases> = PerLanguage::new(Part::Notes, Phrases::read);
        PHRASES.of(language)
    }

    fn read(own: &str, english: &str) -> Self {
        let mut known = Self(Table::with_capacity((own.len() + english.len()) / PHRASE_BYTES));
        let mut reader = PhraseReader::default();
        for (section, line) in pack::sections(own).chain(pack::sections(english)) {
            let Some(kind) = KIND_NAMES.iter().position(|name| *name == section) else { continue };
            for (list, phrase) in phrases_of_line(kind, line).into_iter().flatten() {
                reader.read(phrase).iter().for_each(|phrase| known.add(list, phrase));
            }
        }
        known
    }

    fn add(&mut self, list: usize, phrase: &Phrase) {
        *self.0.entry(phrase.hasher.key()) |= 1 << list;
        if let (true, Some(last)) = (list >= ENDS, phrase.last) {
            *self.0.entry(phrase_hash(&[last]) as Key) |= 1 << LAST_WORDS;
        }
    }

    fn lists(&self, hash: u64) -> PhraseLists {
        PhraseLists(self.0.get(hash as Key))
    }

    /// The lists of the phrase that is made of these words and no others.
    pub(super) fn lists_of(&self, words: &[NoteWord]) -> PhraseLists {
        let too_long = at_most(words, LONGEST_SPACED, LONGEST_UNSPACED).len() < words.len();
        if too_long { PhraseLists::default() } else { self.lists(phrase_hash(words)) }
    }

    /// The lists of each phrase that begins with the first of these words, the shortest first, each with its last word.
    pub(super) fn phrases_at(&self, words: &[NoteWord]) -> impl Iterator<Item = (PhraseLists, usize)> {
        let words = at_most(words, LONGEST_SPACED, LONGEST_UNSPACED);
        let all = phrase_hashes(words).enumerate().map(|(last, hash)| (self.lists(hash), last));
        all.filter(|(lists, _)| lists.0 != 0)
    }

    /// The same for phrases no longer than continuations are.
    pub(super) fn short_phrases_at(&self, words: &[NoteWord]) -> impl Iterator<Item = (PhraseLists, usize)> {
        self.phrases_at(at_most_short(words))
    }

    /// The kinds that have a continuation anywhere among these words, a bit for each.
    pub(super) fn continuations(&self, words: &[NoteWord]) -> u64 {
        let at = |at: usize| phrase_hashes(at_most_short(&words[at..]));
        (0..words.len()).flat_map(at).fold(0, |kinds, hash| kinds | self.lists(hash).continuations())
    }
}

/// The kinds of notes that have phrases, by the names of their sections, in the order of `KINDS` in `note`.
const KIND_NAMES: [&str; PhraseLists::KINDS] =
    ["correction", "editorial", "credit", "reporter", "caption", "follow", "call", "announcement"];
const CORRECTION: usize = 0;
const EDITORIAL: usize = 1;
const CREDIT: usize = 2;
const CAPTION: usize = 4;
const CALL: usize = 6;
/// The numbers of the lists after those of kinds: see [`PhraseLists`].
const LABELS: usize = 3 * PhraseLists::KINDS;
const ENDS: usize = LABELS + 3;
const LAST_WORDS: usize = ENDS + 3;

/// What stands for the words between a beginning and its continuation.
const PAUSE: &str = "...";

/// The phrases of a line, two at most, with the numbers of their lists.
fn phrases_of_line(kind: usize, line: &str) -> [Option<(usize, &str)>; 2] {
    if let Some(phrase) = line.strip_suffix(':') {
        let of = match kind {
            CAPTION => 2,
            CORRECTION | EDITORIAL => 1,
            _ => 0,
        };
        return [Some((LABELS + of, phrase)), None];
    }
    if let Some(phrase) = line.strip_suffix(" .") {
        let of = [CREDIT, CAPTION, CALL].iter().position(|known| *known == kind);
        return [of.map(|of| (ENDS + of, phrase.strip_prefix(PAUSE).unwrap_or(phrase))), None];
    }
    let Some(pause) = find_text(line, PAUSE) else { return [Some((kind, line)), None] };
    let (begin, continuation) = (trim(&line[..pause]), trim(&line[pause + PAUSE.len()..]));
    let parts = [(PhraseLists::KINDS + kind, begin), (2 * PhraseLists::KINDS + kind, continuation)];
    parts.map(|part| Some(part).filter(|(_, phrase)| !phrase.is_empty()))
}

/// What is read of a phrase.
#[derive(Clone, Copy, Default)]
struct Phrase {
    hasher: Hasher,
    words: usize,
    last: Option<NoteWord>,
}

impl Phrase {
    fn add(&mut self, word: NoteWord) {
        word.write_to(&mut self.hasher);
        self.words += 1;
        self.last = Some(word);
    }
}

/// Reads the phrases that a text stands for.
#[derive(Default)]
struct PhraseReader {
    /// Those of the text as far as it is read.
    phrases: Vec<Phrase>,
    /// Room for those of the next piece.
    longer: Vec<Phrase>,
}

impl PhraseReader {
    /// The phrases that a text stands for: `this {story|article}` is two. Words do not go on over a brace.
    fn read(&mut self, text: &str) -> &[Phrase] {
        self.phrases.clear();
        self.phrases.push(Phrase::default());
        let mut rest = text;
        loop {
            let end = rest.bytes().position(|byte| matches!(byte, b'{' | b'|' | b'}')).unwrap_or(rest.len());
            let alternative = self.longer.len();
            self.longer.extend_from_slice(&self.phrases);
            for word in words_from(&rest[..end], 0) {
                self.longer[alternative..].iter_mut().for_each(|phrase| phrase.add(word));
            }
            let mark = rest.as_bytes().get(end);
            // What stands outside braces is a choice of one.
            if mark != Some(&b'|') {
                std::mem::swap(&mut self.phrases, &mut self.longer);
                self.longer.clear();
            }
            if mark.is_none() {
                return &self.phrases;
            }
            rest = &rest[end + 1..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack::PHRASES;

    #[test]
    fn phrases_are_no_longer_than_what_is_looked_up() {
        for (code, source) in Language::ALL.iter().map(|language| language.code()).zip(PHRASES) {
            assert!(source.starts_with('#') && source.contains("Licence:"), "{code} names no source");
            for (section, line) in pack::sections(source).filter(|(_, line)| !line.is_empty()) {
                let kind = KIND_NAMES.iter().position(|name| *name == section);
                assert!(kind.is_some(), "{code}: no kind is called {section}");
                let phrases = phrases_of_line(kind.unwrap_or_default(), line);
                assert!(phrases.iter().any(Option::is_some), "{code}: [{section}] has no such phrases: {line}");
                for (list, line_phrase) in phrases.into_iter().flatten() {
                    let is_continuation = (2 * PhraseLists::KINDS..LABELS).contains(&list);
                    for phrase in PhraseReader::default().read(line_phrase) {
                        let alone = words_from(line_phrase, 0).next().is_some_and(|first| first.alone);
                        let longest = match (is_continuation, alone) {
                            (false, false) => LONGEST_SPACED,
                            (false, true) => LONGEST_UNSPACED,
                            (true, false) => LONGEST_SPACED_PART,
                            (true, true) => LONGEST_UNSPACED_PART,
                        };
                        assert!((1..=longest).contains(&phrase.words), "{code}: too long or empty: {line_phrase}");
                    }
                }
            }
        }
    }

    #[test]
    fn alternatives_are_phrases_of_their_own() {
        let hash = |text: &str| phrase_hash(&words_from(text, 0).collect::<Vec<_>>()) as Key;
        let mut reader = PhraseReader::default();
        let all: Vec<Key> = reader.read("{ab|b} of c {写真|}").iter().map(|phrase| phrase.hasher.key()).collect();
        assert_eq!(all, ["ab of c 写真", "b of c 写真", "ab of c", "b of c"].map(hash));
    }
}
