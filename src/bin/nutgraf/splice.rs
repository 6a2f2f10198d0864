//! An input that is changed in places: what is not changed keeps its bytes, whatever its encoding.

use crate::encoding::{self, Charset};
use crate::failure::Failure;
use std::ops::Range;

/// A page or a feed, its bytes and what they say.
pub(crate) struct Spliced {
    bytes: Vec<u8>,
    text: String,
    charset: Charset,
}

/// A place of the text, and what is to stand there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) with: String,
}

impl Spliced {
    /// Of a page or a feed, which may declare its encoding.
    pub(crate) fn new(bytes: Vec<u8>) -> Result<Self, Failure> {
        let (text, charset) = encoding::decode_as(bytes.clone(), |_| true).map_err(Failure::bad_input)?;
        Ok(Self { bytes, text, charset })
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether whatever is written into it can be written as it is. An input of ASCII alone stays that, as it may be read
    /// as any encoding.
    pub(crate) fn is_unicode(&self) -> bool {
        self.charset.is_unicode() && !self.bytes.is_ascii()
    }

    /// What line ends are here, by the first one.
    pub(crate) fn line_end(&self) -> &'static str {
        let before = self.text.split_once('\n').map(|(before, _)| before);
        if before.is_some_and(|before| before.ends_with('\r')) { "\r\n" } else { "\n" }
    }

    /// The text with the edits, which do not overlap.
    pub(crate) fn edited_text(&self, edits: &[Edit]) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut from = 0;
        for Edit { range, with } in in_order(edits) {
            text.push_str(&self.text[from..range.start]);
            text.push_str(with);
            from = range.end;
        }
        text + &self.text[from..]
    }

    /// The bytes with the edits, which do not overlap.
    pub(crate) fn edited(&self, edits: &[Edit]) -> Result<Vec<u8>, Failure> {
        let edits = in_order(edits);
        let ends: Vec<usize> = edits.iter().flat_map(|edit| [edit.range.start, edit.range.end]).collect();
        let places = self
            .charset
            .places(&self.bytes, &self.text, &ends)
            .ok_or_else(|| Failure::bad_input("has broken characters where it is to be changed"))?;
        let mut bytes = Vec::with_capacity(self.bytes.len());
        let mut from = 0;
        for (edit, place) in edits.iter().zip(places.chunks_exact(2)) {
            bytes.extend_from_slice(&self.bytes[from..place[0]]);
            bytes.extend(self.encoded(&edit.with));
            from = place[1];
        }
        bytes.extend_from_slice(&self.bytes[from..]);
        Ok(bytes)
    }

    fn encoded(&self, text: &str) -> Vec<u8> {
        if !self.bytes.is_ascii() {
            return self.charset.encode(text);
        }
        let reference = |c: char| if c.is_ascii() { c.to_string() } else { format!("&#{};", u32::from(c)) };
        text.chars().map(reference).collect::<String>().into_bytes()
    }
}

fn in_order(edits: &[Edit]) -> Vec<&Edit> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    edits
}

#[cfg(test)]
mod tests {
    use super::{Edit, Spliced};

    fn edited(bytes: &[u8], places: [usize; 2], with: &str) -> Option<Vec<u8>> {
        let input = Spliced::new(bytes.to_vec()).ok()?;
        let edits = places.map(|at| Edit { range: at..at + 1, with: with.to_owned() });
        let edited = input.edited(&edits).ok()?;
        input.is_unicode().then(|| assert_eq!(edited, input.edited_text(&edits).into_bytes()));
        Some(edited)
    }

    #[test]
    fn what_is_not_changed_keeps_its_bytes() {
        assert_eq!(edited("<é>ü".as_bytes(), [3, 0], "ā").as_deref(), Some("āéāü".as_bytes()));
        assert_eq!(edited(b"<abc>", [4, 0], "\u{2019}").as_deref(), Some(b"&#8217;abc&#8217;".as_slice()));
        let latin = b"<meta charset=iso-8859-1><b>caf\xe9";
        assert_eq!(
            edited(latin, [25, 27], "é").as_deref(),
            Some(b"<meta charset=iso-8859-1>\xe9b\xe9caf\xe9".as_slice())
        );
    }

    #[test]
    fn line_ends_are_those_of_the_input() {
        let line_end = |text: &str| Spliced::new(text.into()).ok().map(|input| input.line_end());
        assert_eq!(["a\r\nb\n", "a\nb\r\n", "a"].map(line_end), [Some("\r\n"), Some("\n"), Some("\n")]);
    }
}
