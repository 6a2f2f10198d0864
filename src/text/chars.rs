//! Walks over a text by classes of characters.
//!
//! The standard library's, each compiled once for all classes, which a pointer tells apart: to take characters out of
//! UTF-8 is much code where it is copied for every class, as happens when a closure is the pattern.

use crate::text::scan;

/// A class of characters.
type Class = fn(char) -> bool;

/// Where the first character of a class stands.
#[inline(never)]
pub(crate) fn find(text: &str, is: Class) -> Option<usize> {
    text.find(is)
}

/// Where the last character of a class stands.
#[inline(never)]
pub(crate) fn rfind(text: &str, is: Class) -> Option<usize> {
    text.rfind(is)
}

/// Whether all characters are of a class; those of an empty text are.
#[inline(never)]
pub(crate) fn all(text: &str, is: Class) -> bool {
    text.chars().all(is)
}

/// How many characters are of a class.
#[inline(never)]
pub(crate) fn count(text: &str, is: Class) -> usize {
    text.chars().filter(|c| is(*c)).count()
}

/// How many characters there are.
#[inline(never)]
pub(crate) fn length(text: &str) -> usize {
    text.chars().count()
}

/// A text without the characters of a class that begin it.
#[inline(never)]
pub(crate) fn trim_start(text: &str, is: Class) -> &str {
    text.trim_start_matches(is)
}

/// A text without the characters of a class that end it.
#[inline(never)]
pub(crate) fn trim_end(text: &str, is: Class) -> &str {
    text.trim_end_matches(is)
}

/// A text without the white space that begins it: for most a space at most.
#[inline(never)]
pub(crate) fn without_space_before(text: &str) -> &str {
    let rest = text.strip_prefix(' ').unwrap_or(text);
    if is_solid(rest.as_bytes().first()) { rest } else { trim_start(rest, char::is_whitespace) }
}

/// A text without the white space that ends it: for most none.
#[inline(never)]
pub(crate) fn without_space_after(text: &str) -> &str {
    if is_solid(text.as_bytes().last()) { text } else { trim_end(text, char::is_whitespace) }
}

/// Whether a byte is of ASCII and neither white space nor a control character.
fn is_solid(byte: Option<&u8>) -> bool {
    byte.is_some_and(u8::is_ascii_graphic)
}

/// A text without the white space around it.
pub(crate) fn trim(text: &str) -> &str {
    without_space_after(without_space_before(text))
}

/// Whether a text is nothing but white space.
pub(crate) fn is_blank(text: &str) -> bool {
    all(text, char::is_whitespace)
}

/// Where a byte of ASCII first stands.
#[inline(never)]
pub(crate) fn find_byte(text: &str, byte: u8) -> Option<usize> {
    scan::find(text.as_bytes(), 0, |eight| scan::equal(byte, eight), |b| b == byte)
}

/// Where a text first stands in another. The standard library's search, which is fast for long ones, is 2 KB more.
#[inline(never)]
pub(crate) fn find_text(text: &str, what: &str) -> Option<usize> {
    let (bytes, first) = (text.as_bytes(), *what.as_bytes().first()?);
    let mut at = 0;
    loop {
        at = scan::find(bytes, at, |eight| scan::equal(first, eight), |b| b == first)?;
        if bytes[at..].starts_with(what.as_bytes()) {
            return Some(at);
        }
        at += 1;
    }
}

/// The pieces of a text between all that is of a class. The standard library's `Split` is 1 KB of brotli more.
pub(crate) struct Pieces<'t> {
    rest: Option<&'t str>,
    is: Class,
}

/// What stands between the characters of a class, empty pieces too.
pub(crate) fn split(text: &str, is: Class) -> Pieces<'_> {
    Pieces { rest: Some(text), is }
}

/// What stands between white space: the words of a text, as a writer parts them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    split(text, char::is_whitespace).filter(|word| !word.is_empty())
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let whole = self.rest?;
        let Some(end) = find(whole, self.is) else { return self.rest.take() };
        let mut after = whole[end..].chars();
        after.next();
        self.rest = Some(after.as_str());
        Some(&whole[..end])
    }
}
