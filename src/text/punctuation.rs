//! Classes of characters that more than one stage must agree on.

use crate::text::chars::{find, rfind, trim_end, without_space_after};

/// The first character of a text. A call: to take a character out of UTF-8 is much code where it is copied.
#[inline(never)]
pub(crate) fn first_char(text: &str) -> Option<char> {
    text.chars().next()
}

/// The last character of a text.
#[inline(never)]
pub(crate) fn last_char(text: &str) -> Option<char> {
    text.chars().next_back()
}

/// Whether a text begins with a character of a class.
#[inline(never)]
pub(crate) fn begins(text: &str, is: fn(char) -> bool) -> bool {
    first_char(text).is_some_and(is)
}

/// Whether a text ends with a character of a class.
#[inline(never)]
pub(crate) fn ends(text: &str, is: fn(char) -> bool) -> bool {
    last_char(text).is_some_and(is)
}

/// Marks that may end a sentence, in any script. The Thai, Lao and Khmer scripts part sentences by spaces instead.
#[inline(never)]
pub(crate) const fn is_end_mark(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '。'
            | '．'
            | '！'
            | '？'
            | '｡'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '፧'
            | '។'
            | '៕'
            | '။'
            | '།'
            | '༎'
            | '෴'
            | '᠃'
            | '᠉'
            | '᱾'
            | '᱿'
            | '᙮'
            | '꓿'
            | '꘎'
            | '꘏'
            | '꯫'
    )
}

/// Digits of any script in use, superscripts, fractions, numbers in circles.
#[inline(never)]
pub(crate) const fn is_digit(c: char) -> bool {
    match c {
        '0'..='9'
        | '²'
        | '³'
        | '¹'
        | '¼'..='¾'
        | '٠'..='٩'
        | '۰'..='۹'
        | '๐'..='๙'
        | '໐'..='໙'
        | '၀'..='၉'
        | '០'..='៩'
        | '\u{2070}'
        | '\u{2074}'..='\u{2079}'
        | '₀'..='₉'
        | '⅐'..='ↂ'
        | 'ↅ'..='↉'
        | '①'..='⒛'
        | '⓪'..='⓿'
        | '❶'..='➓'
        | '〇'
        | '０'..='９' => true,
        // The scripts of India, each in a block of its own.
        '\u{900}'..='\u{d7f}' => matches!(c as u32 % 0x80, 0x66..=0x6f),
        _ => false,
    }
}

/// A letter of any script. What is nothing but letters in the blocks that news is mostly written in is known by its
/// place, without a search in the standard library's tables.
#[inline(never)]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' => true,
        '\0'..='\u{7f}' | '\u{2010}'..='\u{203b}' => false,
        'À'..='Ö'
        | 'Ø'..='ö'
        | 'ø'..='ˁ'
        | 'Ѐ'..='ҁ'
        | 'Ҋ'..='ԯ'
        | 'ؠ'..='ٗ'
        | 'ᄀ'..='ቈ'
        | 'Ḁ'..='ἕ'
        | '一'..='鿿'
        | '가'..='힣' => true,
        _ => c.is_alphabetic(),
    }
}

/// A letter or a digit of any script.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// End marks that need no space after them.
#[inline(never)]
pub(crate) const fn is_full_width_end_mark(c: char) -> bool {
    matches!(c, '。' | '．' | '！' | '？' | '｡' | '።' | '፧' | '។' | '៕' | '။')
}

/// Quotation marks and brackets that may close after an end mark and still belong to the sentence.
#[inline(never)]
pub(crate) const fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '»'
            | '«'
            | '›'
            | ')'
            | ']'
            | '}'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '〕'
            | '“'
            | '‘'
    )
}

/// Quotation marks and brackets that may open a sentence.
#[inline(never)]
pub(crate) const fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '('
            | '['
            | '{'
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '〈'
            | '¿'
            | '¡'
            | '”'
    )
}

/// Quotation marks of any kind, opening or closing.
#[inline(never)]
pub(crate) const fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂')
}

/// Apostrophes: the typewriter's, the typographer's, the modifier letter, and the full-width one.
#[inline(never)]
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

/// Hyphens inside words: ASCII, Unicode and no-break.
#[inline(never)]
pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Dashes between the ends of a range: "5-7", "10–12".
pub(crate) const fn is_range_dash(c: char) -> bool {
    is_hyphen(c) || c == '–'
}

/// Where the first hyphen of a word stands. Most words have none: a loop of its own for this question.
#[inline(never)]
pub(crate) fn hyphen_in(word: &str) -> Option<usize> {
    // The others begin with the same byte.
    if word.bytes().all(|b| !matches!(b, b'-' | 0xe2)) { None } else { find(word, is_hyphen) }
}

/// Characters that are not seen and are no part of the word they stand in: they say where a line may break or may not.
/// (The joiners of Persian and Hindi are letters' business.)
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Line ends of Unicode.
pub(crate) const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `text` ends as a sentence does: with an end mark or a colon, after it at most closing
/// quotation marks, brackets, and one attribution in brackets ("… stalemate. (TASS)").
pub(crate) fn ends_as_sentence(text: &str) -> bool {
    let bare = without_space_after(text);
    let has_end = |s: &str| {
        let marked = trim_end(s, |c| is_closer(c) || c.is_whitespace());
        ends(marked, |c| is_end_mark(c) || matches!(c, ':' | '：'))
    };
    has_end(bare) || trailing_attribution(bare).is_some_and(|at| has_end(&bare[..at]))
}

/// Longest attribution in brackets, in bytes.
const LONGEST_ATTRIBUTION: usize = 120;

/// The byte where an attribution in brackets at the very end of `text` begins, if there is one after an end mark.
pub(crate) fn trailing_attribution(text: &str) -> Option<usize> {
    let bare = without_space_after(text);
    let closer = last_char(bare).filter(|c| matches!(c, ')' | ']' | '）'))?;
    let inner = &bare[..bare.len() - closer.len_utf8()];
    let at = rfind(inner, |c| matches!(c, '(' | '[' | '（'))?;
    let before = without_space_after(&bare[..at]);
    let after_end = ends(trim_end(before, is_closer), is_end_mark);
    (bare.len() - at <= LONGEST_ATTRIBUTION && after_end && !before.is_empty() && !ends_inside(inner)).then_some(at)
}

/// Whether what stands in the brackets is itself a sentence ("(He declined to comment.)"), not a name.
fn ends_inside(inner: &str) -> bool {
    ends(inner, is_end_mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributions_are_found_at_the_end_only() {
        assert_eq!(trailing_attribution("It rained. (TASS)"), Some(11));
        assert_eq!(trailing_attribution("It rained (a lot)"), None);
        assert_eq!(trailing_attribution("It rained (a lot). More came"), None);
        assert_eq!(trailing_attribution("It rained. (He laughed.)"), None);
        assert_eq!(trailing_attribution("(TASS)"), None);
    }

    #[test]
    fn ends_of_sentences() {
        for yes in ["Done.", "“Done!” ", "Done? (TASS)", "終わり。」", "He said:"] {
            assert!(ends_as_sentence(yes), "{yes}");
        }
        for no in ["Get a summary", "Peace Process", "", "(TASS)"] {
            assert!(!ends_as_sentence(no), "{no}");
        }
    }

    #[test]
    fn letters_are_those_of_unicode() {
        assert_eq!(('\0'..='\u{3ffff}').find(|c| is_letter(*c) != c.is_alphabetic()), None);
    }

    #[test]
    fn digits_are_those_of_unicode() {
        let wrong = |c: &char| is_digit(*c) && !c.is_numeric() || c.is_ascii() && is_digit(*c) != c.is_ascii_digit();
        assert_eq!(('\0'..='\u{ffff}').find(wrong), None);
        assert!("٣۳३৩๓３½②".chars().all(is_digit));
    }
}
