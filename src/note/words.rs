//! How notes and the phrases that they are known by are cut into words and hashed. `build.rs` reads the phrases by the
//! same code.
//!
//! A character of a script without spaces is a word, and so is one of Hangul, whose particles have none before them. What
//! writers of one language spell in several ways is hashed alike: apostrophes and hyphens part words, any number is one
//! word, marks of Arabic and Thai vowels and tones are left out and its letters that differ by a hamza or by country are taken as one. Of a
//! word only the first [`STEM`] letters are hashed, so that most of its endings need no phrase of their own.

use crate::collections::hash::Hasher;
use crate::text::case::lower;
use crate::text::scan;

/// So many letters of a word are hashed: "correct" of "corrected", "обновле" of "обновлена". By fewer, "report" would be
/// "reporter".
const STEM: usize = 7;

/// A word of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NoteWord {
    /// Its first byte.
    pub(crate) start: usize,
    /// One past its last.
    pub(crate) end: usize,
    /// Whether it is a character of a script without spaces.
    pub(crate) alone: bool,
    hash: u64,
}

impl NoteWord {
    /// Adds the word to the hash of a phrase.
    pub(crate) fn write_to(&self, hasher: &mut Hasher) {
        hasher.mix(self.hash);
    }
}

/// The words of a text.
pub(crate) struct NoteWords<'t> {
    text: &'t str,
    at: usize,
}

/// The words of a text from a byte on.
pub(crate) const fn words_from(text: &str, at: usize) -> NoteWords<'_> {
    NoteWords { text, at }
}

/// The last word of a text.
pub(crate) fn last_word(text: &str) -> Option<NoteWord> {
    let mut start = None;
    for (at, c) in text.char_indices().rev() {
        let alone = is_unspaced(c);
        if is_of_word(c) && !(alone && start.is_some()) {
            start = Some(at);
        }
        if start.is_some() && (alone || !is_of_word(c)) {
            break;
        }
    }
    words_from(text, start?).next()
}

/// The hash of a phrase.
pub(crate) fn phrase_hash(words: &[NoteWord]) -> u64 {
    phrase_hashes(words).last().unwrap_or_default()
}

/// The hashes of the phrases of one word, two and so on from the first word on.
pub(crate) fn phrase_hashes(words: &[NoteWord]) -> impl Iterator<Item = u64> {
    words.iter().scan(Hasher::default(), |hasher, word| {
        word.write_to(hasher);
        Some(hasher.finish())
    })
}

impl Iterator for NoteWords<'_> {
    type Item = NoteWord;

    fn next(&mut self) -> Option<NoteWord> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        // To the first letter or digit.
        loop {
            let c = char_at(bytes, at)?;
            if is_of_word(c) {
                break;
            }
            at += c.len_utf8();
        }
        let start = at;
        // The letters of ASCII that begin it, the first the lowest: most words have no others.
        let (mut run, mut letters) = scan::small_letters(scan::eight(bytes, at));
        letters &= scan::first(STEM);
        let mut count = run.min(STEM);
        at += run;
        while run == 8 {
            run = scan::letters(scan::eight(bytes, at)).0;
            at += run;
        }
        if count == 0 {
            // A number is hashed as its first digit would be, were that 0.
            let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            letters = if digits > 0 { u64::from(b'0') } else { 0 };
            count = digits.min(1);
            at += digits;
        }
        let mut hasher = Hasher::of_letters(letters);
        let mut alone = false;
        while let Some(c) = char_at(bytes, at) {
            if !is_of_word(c) || at > start && is_unspaced(c) {
                break;
            }
            if let Some(c) = folded(c).filter(|_| count < STEM) {
                hasher.write(c);
                count += 1;
            }
            at += c.len_utf8();
            if is_unspaced(c) {
                alone = true;
                break;
            }
        }
        self.at = at;
        Some(NoteWord { start, end: at, alone, hash: hasher.finish() })
    }
}

/// The character that begins at a byte of a text.
#[inline(never)]
fn char_at(bytes: &[u8], at: usize) -> Option<char> {
    let byte = *bytes.get(at)?;
    Some(if byte.is_ascii() { char::from(byte) } else { scan::first_char(scan::eight(bytes, at)) })
}

/// Letters, digits and the marks above and below them, by their blocks.
const fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3041}'..='\u{d7ff}' | '\u{f900}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{20000}'..='\u{323af}')
            && !matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '×' | '÷' | '،' | '؛' | '؟' | '٪'..='٭' | '۔' | '।' | '॥' | '・')
}

/// Characters that are words of their own: of Thai, Kana, Han and Hangul.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}' | '\u{3041}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// A letter in the spelling that is hashed; none for what is left out.
const fn folded(c: char) -> Option<char> {
    Some(match c {
        '\u{640}' | '\u{64b}'..='\u{652}' => return None,
        'آ' | 'أ' | 'إ' => 'ا',
        'ى' | 'ي' => 'ی',
        'ك' => 'ک',
        'ة' => 'ه',
        'ё' | 'Ё' => 'е',
        'ı' => 'i',
        _ => lower(c),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        words_from(text, 0).map(|word| &text[word.start..word.end]).collect()
    }

    fn hash(text: &str) -> u64 {
        phrase_hash(&words_from(text, 0).collect::<Vec<_>>())
    }

    #[test]
    fn words_are_cut_by_spaces_marks_and_characters() {
        assert_eq!(words("(Editor’s note: 12.5 ships)"), ["Editor", "s", "note", "12", "5", "ships"]);
        assert_eq!(words("写真は共同"), ["写", "真", "は", "共", "同"]);
        assert_eq!(words("이 기사"), ["이", "기", "사"]);
        assert_eq!(words("यह ख़बर।"), ["यह", "ख़बर"]);
        assert!(words(" — … ").is_empty());
        for text in ["(Editor’s note: 12.5 ships)", "写真は共同。", "Foto AFP写", "यह ख़बर।", "«статья»", " — … "]
        {
            let last = last_word(text).map(|word| &text[word.start..word.end]);
            assert_eq!(last, words(text).last().copied(), "{text}");
        }
    }

    #[test]
    fn spellings_of_a_phrase_have_one_hash() {
        for (one, other) in [
            ("Editor's NOTE", "editor’s note"),
            ("in 12 ports", "In 7 ports"),
            ("أيضًا", "ايضا"),
            ("خبرنگاری", "خبرنگاري"),
            ("Все ещё", "все еще"),
        ] {
            assert_eq!(hash(one), hash(other), "{one}");
        }
        assert_ne!(hash("in 3rd"), hash("in 3"));
        assert_ne!(hash("this story"), hash("story this"));
    }
}
