//! Notes on the story: what stands among its sentences and is no news. Corrections, disclosures, credits, captions, calls
//! to act and the like, known by how they open and by their form, never by what they say.
//!
//! The phrases of 23 languages are in `phrases/*.txt`; `phrases` says how they are written, [`form`] knows what is determined by
//! marks alone. Only the first words of a sentence are looked up, and more where a phrase asks for it.

mod form;
mod kind;
#[cfg(feature = "html")]
mod paragraphs;
mod phrases;
mod words;

use crate::analysis::Document;
use crate::boilerplate::is_boilerplate_line;
use crate::leaning::Leanings;
use crate::text::case::is_capital;
use crate::text::chars::{find, rfind, trim, trim_start, without_space_after};
use crate::text::punctuation::{begins, ends, is_letter, is_opener};
use crate::text::scan;
use form::may_be_of_name;
use kind::{NOTE_SENTENCES, NoteKind, SHORT_NOTE_SENTENCES, bit};
use phrases::{LONGEST_UNSPACED, PhraseLists, Phrases, longest_from};
use std::cell::OnceCell;
use words::{NoteWord, words_from};

/// The kinds that have phrases, in the order of `KIND_NAMES` in `phrases`.
const KINDS: [NoteKind; PhraseLists::KINDS] = [
    NoteKind::Correction,
    NoteKind::Editorial,
    NoteKind::Credit,
    NoteKind::Reporter,
    NoteKind::Caption,
    NoteKind::Follow,
    NoteKind::Call,
    NoteKind::Announcement,
];

/// So many words of a sentence may matter: those of the longest notes, in scripts whose characters are words too.
const MOST_WORDS: usize = 96;
/// The names and titles that a note on a reporter begins with ("Associated Press writer Lena Holt …") have at most so many
/// words; of scripts without capitals, where nothing tells where a name ends, fewer.
const NAME_WORDS: usize = 9;
const CASELESS_NAME_WORDS: usize = 8;
/// "In an", "Dans la", "In einer": so many words, of so many bytes, may stand before a note on an earlier version.
const ARTICLES: usize = 2;
const ARTICLE: usize = 8;
const BEHIND_ARTICLES: u64 = bit(NoteKind::Correction) | bit(NoteKind::Editorial);
/// Credits name so many people, places and their titles in words.
const CREDITED_WORDS: usize = 24;
/// What may stand between a label and its colon is shorter, in bytes: "Correction (May 5, 2020):".
const LONGEST_LABEL_DATE: usize = 40;
/// And so is a label that is not known, with its date.
const LONGEST_LABEL: usize = 40;

/// The sentences of an article that are notes on it, each with the name of its kind: what `tools/notes` prints.
#[cfg(feature = "eval")]
pub fn notes(article: &crate::Article<'_>) -> Vec<(crate::Span, String)> {
    let document = crate::analysis::annotate(article, None);
    let leanings = Leanings::new(&document);
    let notes = Notes::new(&document, &leanings);
    let sentences = document.sentences().iter().enumerate();
    sentences.filter_map(|(s, about)| Some((about.span, format!("{:?}", notes.kind(s)?)))).collect()
}

/// The article of a page without the paragraphs that are notes as a whole.
#[cfg(feature = "html")]
pub(crate) fn without_notes(article: crate::Article<'static>) -> crate::Article<'static> {
    paragraphs::without_notes(article, kind_of)
}

/// What notes the sentences of an article are, looked at where it is asked.
pub(crate) struct Notes<'d> {
    document: &'d Document<'d>,
    leanings: &'d Leanings,
    phrases: &'static Phrases,
    /// What each sentence is by itself, once that was asked.
    own: Vec<OnceCell<Option<NoteKind>>>,
}

impl<'d> Notes<'d> {
    pub(crate) fn new(document: &'d Document<'_>, leanings: &'d Leanings) -> Self {
        let phrases = Phrases::of(document.prose.language);
        Self { document, leanings, phrases, own: vec![OnceCell::new(); document.sentences().len()] }
    }

    /// Whether a sentence is a note on the story.
    pub(crate) fn has(&self, sentence: usize) -> bool {
        self.kind(sentence).is_some()
    }

    /// What note on the story a sentence is, by itself or as part of a paragraph that is one.
    fn kind(&self, sentence: usize) -> Option<NoteKind> {
        let (sentences, paragraphs) = (self.document.sentences(), self.document.article.paragraphs());
        if let Some(kind) = self.own_kind(sentence) {
            return Some(kind);
        }
        let about = sentences.get(sentence).filter(|_| !self.leanings.is_quoted(sentence))?;
        let in_paragraph = |s: &usize| sentences[*s].paragraph == about.paragraph;
        let before = (0..sentence).rev().take(NOTE_SENTENCES).take_while(in_paragraph).count();
        let after = (sentence + 1..sentences.len()).take(NOTE_SENTENCES).take_while(in_paragraph).count();
        let all = before + 1 + after;
        // Where the marks of paragraphs are lost, one holds the whole story.
        if all > NOTE_SENTENCES || all == sentences.len() {
            return None;
        }
        if let Some(kind) = self.own_kind(sentence - before).filter(|kind| all <= kind.sentences()) {
            return Some(kind);
        }
        if all > SHORT_NOTE_SENTENCES {
            return None;
        }
        // A post ends with its link or its author, a caption with its credit, a question to the reader with a call.
        let (text, next) = (self.document.article.text(), self.own_kind(sentence + after.min(1)));
        match self.own_kind(sentence + after) {
            Some(kind @ (NoteKind::Post | NoteKind::Caption)) => Some(kind),
            _ if matches!(next, Some(NoteKind::Call | NoteKind::Follow))
                && ends(about.span.of(text), is_question_mark) =>
            {
                next
            }
            _ => {
                let paragraph = paragraphs.get(about.paragraph)?.span.of(text);
                form::credits_picture(paragraph, self.phrases).then_some(NoteKind::Caption)
            }
        }
    }

    /// What note a sentence is by itself.
    fn own_kind(&self, sentence: usize) -> Option<NoteKind> {
        *self.own.get(sentence)?.get_or_init(|| {
            let about = &self.document.sentences()[sentence];
            let own = about.span.of(self.document.article.text());
            // What somebody says to somebody is no call to the reader.
            if self.leanings.is_quoted(sentence) {
                return form::is_post(own).then_some(NoteKind::Post);
            }
            let byline = self.document.article.byline().filter(|byline| begins_with_name_of(own, byline));
            byline.map(|_| NoteKind::Reporter).or_else(|| kind_of(own, self.phrases))
        })
    }
}

/// Whether a sentence begins with a name that stands in the byline: reporters do not report on themselves by name.
fn begins_with_name_of(sentence: &str, byline: &str) -> bool {
    let mut words = words_from(sentence, 0).take_while(|word| begins(&sentence[word.start..], is_capital));
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    first.start == 0 && byline.contains(&sentence[..second.end])
}

/// What note a sentence is by itself, whoever wrote the story.
fn kind_of(sentence: &str, phrases: &Phrases) -> Option<NoteKind> {
    if form::is_post(sentence) {
        return Some(NoteKind::Post);
    }
    if ends(sentence, is_colon) {
        return Some(NoteKind::Announcement);
    }
    if begins(sentence, |c| c == '©') {
        return Some(NoteKind::Editorial);
    }
    // A quotation is no note, though a bracket or an asterisk may open one.
    if begins(sentence, |c| is_opener(c) && !is_bracket(c) && !matches!(c, '¿' | '¡')) {
        return None;
    }
    kind_by_label(sentence, phrases)
        .or_else(|| kind_from(sentence, 0, phrases))
        .or_else(|| kind_from(sentence, find(head(sentence), is_colon)?, phrases))
        .or_else(|| form::kind_by_end(sentence, phrases))
}

/// The beginning of a sentence in which a label ends.
fn head(sentence: &str) -> &str {
    let mut end = LONGEST_LABEL.min(sentence.len());
    while !sentence.is_char_boundary(end) {
        end -= 1;
    }
    &sentence[..end]
}

/// What note a sentence is by the phrase that it begins with, or that begins after a colon: "Update: This story was
/// corrected".
fn kind_from(sentence: &str, from: usize, phrases: &Phrases) -> Option<NoteKind> {
    let mut rest = words_from(sentence, from);
    let first = rest.next()?;
    let cased = begins(&sentence[first.start..], is_capital);
    let most_names = if cased { NAME_WORDS } else { CASELESS_NAME_WORDS };
    let mut words: Vec<NoteWord> = Vec::with_capacity(LONGEST_UNSPACED + NAME_WORDS);
    words.push(first);
    words.extend(rest.by_ref().take(longest_from(&first) - 1));
    let mut labelled = None;
    for (lists, last) in phrases.phrases_at(&words) {
        let end = words[last].end;
        labelled = labelled.or(lists.label().filter(|_| is_parted(sentence, end)));
        if let Some(kind) = kind_by(lists, u64::MAX, sentence, end, phrases) {
            return Some(labelled.unwrap_or(kind));
        }
    }
    // Only some kinds may stand after other words: "In an earlier version …", "Lena Holt is our …".
    let (mut small, mut named) = (labelled.is_none(), labelled.is_none());
    for start in 1..=most_names {
        let before = words[start - 1];
        small &= start <= ARTICLES && before.end - before.start <= ARTICLE;
        named &= may_be_of_name(sentence, &before);
        let kinds = if small { BEHIND_ARTICLES } else { 0 } | if named { bit(NoteKind::Reporter) } else { 0 };
        words.extend(rest.by_ref().take(1));
        if kinds == 0 || start >= words.len() {
            break;
        }
        // Where names have capitals, what stands after them has none.
        if cased && begins(&sentence[words[start].start..], is_capital) {
            continue;
        }
        for (lists, last) in phrases.short_phrases_at(&words[start..]) {
            let found = kind_by(lists, kinds, sentence, words[start + last].end, phrases);
            if found.is_some() {
                return found;
            }
        }
    }
    labelled
}

/// Of some kinds, which a sentence is by a phrase that ends at a byte of it.
fn kind_by(lists: PhraseLists, kinds: u64, sentence: &str, end: usize, phrases: &Phrases) -> Option<NoteKind> {
    let mut found = lists.openings() & kinds;
    let beginnings = lists.beginnings() & kinds;
    if found == 0 && beginnings != 0 {
        let behind = from_words(sentence, end);
        found = beginnings & (phrases.continuations(&behind) | kinds_by_names(sentence, &behind));
    }
    KINDS.get(found.trailing_zeros() as usize).copied()
}

/// The words of a sentence from a byte on, as many as may matter.
fn from_words(sentence: &str, at: usize) -> Vec<NoteWord> {
    words_from(sentence, at).take(MOST_WORDS).collect()
}

/// The kinds for which it is enough that nothing but names follow their beginning, a bit for each: "Written by Anna Berg",
/// "Lena Holt reported from Varn". Credits in brackets may have other words.
fn kinds_by_names(sentence: &str, behind: &[NoteWord]) -> u64 {
    let cased = behind.first().is_some_and(|word| begins(&sentence[word.start..], is_capital));
    let most = if cased { CREDITED_WORDS } else { CASELESS_NAME_WORDS };
    let names = !behind.is_empty() && behind.len() <= most && behind.iter().all(|word| may_be_of_name(sentence, word));
    let credit = if names || begins(sentence, is_bracket) { bit(NoteKind::Credit) } else { 0 };
    credit | if names && cased { bit(NoteKind::Reporter) | bit(NoteKind::Caption) } else { 0 }
}

const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

const fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？' | '؟')
}

const fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '【' | '〈' | '＜')
}

/// What note a sentence is by a label before a colon or a bar: "Read more: Rain in Riga", "It ended.Read more: …", "(Also
/// read: …".
fn kind_by_label(sentence: &str, phrases: &Phrases) -> Option<NoteKind> {
    let may_be = |eight| scan::equal(b':', eight) | scan::equal(b'|', eight);
    let mut found = find(head(sentence), |c| c == '：').and_then(|at| kind_of_label(&sentence[..at], phrases));
    scan::each_place(sentence.as_bytes(), may_be, |at| {
        let start = rfind(&sentence[..at], |c| matches!(c, '.' | '!' | '?' | '(' | ')' | ':' | '|' | '"' | '”' | '’'));
        found = found.or_else(|| kind_of_label(trim(&sentence[start.unwrap_or(0)..at]), phrases));
    });
    found
}

/// Whether a label that ends here is parted from what it names: by a colon, a bar, a dash between spaces, the end of the
/// bracket around it. A date may stand between: "Correction (May 5):", "Clarification, May 5:".
fn is_parted(sentence: &str, end: usize) -> bool {
    // The label may end in an abbreviation: "Anm. d. Red.:".
    let behind = sentence[end..].strip_prefix('.').unwrap_or(&sentence[end..]);
    let bare = trim_start(behind, char::is_whitespace);
    if begins(bare, |c| is_colon(c) || matches!(c, '|' | '｜' | '=' | '＝'))
        || bare.len() < behind.len() && begins(bare, |c| matches!(c, '–' | '—' | '-'))
        || begins(sentence, is_bracket) && begins(bare, |c| matches!(c, ']' | '】' | '〉' | '＞'))
    {
        return true;
    }
    let Some(colon) = find(bare, is_colon).filter(|at| *at < LONGEST_LABEL_DATE) else { return false };
    let between = without_space_after(&bare[..colon]);
    let enclosed = begins(between, |c| matches!(c, '(' | '（')) && ends(between, |c| matches!(c, ')' | '）'));
    enclosed || begins(between, |c| c == ',') && between.bytes().any(|b| b.is_ascii_digit())
}

/// What a text labels, if it is a label and nothing else.
fn kind_of_label(text: &str, phrases: &Phrases) -> Option<NoteKind> {
    find(text, is_letter)?;
    let words: Vec<NoteWord> = words_from(text, 0).take(LONGEST_UNSPACED + 1).collect();
    phrases.lists_of(&words).label().or_else(|| is_boilerplate_line(text).then_some(NoteKind::LabelledLine))
}

#[cfg(all(test, feature = "eval"))]
mod tests {
    use super::*;
    use crate::language::Language;

    /// The examples of a language: whether each is a note, and the sentence.
    fn examples(code: &str) -> Vec<(bool, &'static str)> {
        let all = include_str!("examples.txt");
        let section = all.split("\n[").find_map(|section| section.strip_prefix(code)?.strip_prefix("]\n"));
        let lines = section.unwrap_or_default().lines();
        lines.filter_map(|line| line.split_once(' ').map(|(sign, sentence)| (sign == "+", sentence))).collect()
    }

    #[test]
    fn notes_are_told_from_news_in_every_language() {
        let mut wrong = Vec::new();
        for language in Language::ALL.iter().copied() {
            let code = language.code();
            let examples = examples(code);
            for is_note in [true, false] {
                assert!(examples.iter().filter(|example| example.0 == is_note).count() >= 5, "{code}");
            }
            wrong.extend(
                examples
                    .into_iter()
                    .filter(|(is_note, sentence)| kind_of(sentence, Phrases::of(language)).is_some() != *is_note),
            );
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// The notes in a plain text, by their first words.
    fn notes_in(text: &str) -> Vec<String> {
        let article = crate::Article::from_text(text);
        let opening = |span: crate::Span| span.of(text).split(' ').take(2).collect::<Vec<_>>().join(" ");
        notes(&article).into_iter().map(|(span, _)| opening(span)).collect()
    }

    #[test]
    fn a_paragraph_is_a_note_as_a_whole() {
        let story = "The port of Varn was closed on Monday. Nobody was hurt.";
        let correction =
            "This article was amended on 5 May. The strike costs 2 million a day, not 20. We had it wrong.";
        assert_eq!(notes_in(&format!("{correction}\n\n{story}")), ["This article", "The strike", "We had"]);
        let caption = "Workers wait at the gate. The port is closed. (Photo by Lena Holt/Getty Images)";
        assert_eq!(notes_in(&format!("{story}\n\n{caption}")), ["Workers wait", "The port"]);
        // A line of calls in a paragraph is one, and the paragraph is not.
        let glued = "Read more: What the strike means. The harbour company has stopped 40 ships in the port.";
        assert_eq!(notes_in(&format!("{glued}\n\n{story}")), ["Read more:"]);
        // Nor is a text without paragraphs.
        assert_eq!(notes_in(&format!("{correction} {story}")), ["This article"]);
    }

    #[test]
    fn reporters_are_known_by_their_byline_and_questions_by_their_call() {
        let story = "The port of Varn was closed on Monday. Lena Berg was hurt.";
        let text = format!("Port of Varn closed\n\nBy Lena Holt\n\n{story}\n\nLena Holt knows every ship in the port.");
        assert_eq!(notes_in(&text), ["Lena Holt"]);
        let text = format!("{story}\n\nWere you there when it began? Tell us at tips@varn.example.");
        assert_eq!(notes_in(&text), ["Were you", "Tell us"]);
        let text = format!("{story}\n\nWho will pay for the bridge? The council of Varn has no answer.");
        assert!(notes_in(&text).is_empty());
    }

    #[test]
    fn what_is_quoted_is_no_call() {
        let story = "The port of Varn was closed on Monday.";
        let quoted = "The union wrote: “The strike goes on. Follow us on Facebook. Sign up to our newsletter.”";
        assert!(notes_in(&format!("{story}\n\n{quoted}")).is_empty());
    }
}
