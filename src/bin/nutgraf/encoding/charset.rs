//! An encoding, and which byte of an input a place in its decoded text is.

use encoding_rs::{CoderResult, Encoding, GB18030, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Charset {
    /// One of the web.
    Web(&'static Encoding),
    /// UTF-32, which browsers do not know.
    Utf32Le,
    Utf32Be,
}

impl Charset {
    /// Whether it has every character.
    pub(crate) fn is_unicode(self) -> bool {
        match self {
            Self::Web(encoding) => [UTF_8, UTF_16LE, UTF_16BE, GB18030].contains(&encoding),
            Self::Utf32Le | Self::Utf32Be => true,
        }
    }

    /// The text in this encoding; what it lacks, as character references of HTML and XML.
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf32Le => text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(),
            Self::Utf32Be => text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect(),
            Self::Web(encoding) if encoding == UTF_16LE => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Web(encoding) if encoding == UTF_16BE => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Self::Web(encoding) => encoding.encode(text).0.into_owned(),
        }
    }

    /// How many bytes of an input its byte order mark takes.
    fn mark(self, bytes: &[u8]) -> usize {
        match self {
            Self::Web(encoding) => {
                Encoding::for_bom(bytes).filter(|(e, _)| *e == encoding).map_or(0, |(_, length)| length)
            }
            Self::Utf32Le => 4 * usize::from(bytes.starts_with(b"\xff\xfe\0\0")),
            Self::Utf32Be => 4 * usize::from(bytes.starts_with(b"\0\0\xfe\xff")),
        }
    }

    /// The bytes of an input at which these places of its decoded text are, in ascending order; nothing where one of them
    /// is inside a character.
    pub(crate) fn places(self, bytes: &[u8], text: &str, places: &[usize]) -> Option<Vec<usize>> {
        let mark = self.mark(bytes);
        match self {
            // Every byte is its own, as none is broken.
            Self::Web(encoding) if encoding == UTF_8 && mark + text.len() == bytes.len() => {
                Some(places.iter().map(|place| mark + place).collect())
            }
            Self::Web(encoding) => decoded_places(encoding, bytes, mark, places),
            Self::Utf32Le | Self::Utf32Be => {
                places.iter().map(|place| Some(mark + 4 * text.get(..*place)?.chars().count())).collect()
            }
        }
    }
}

/// Decodes byte by byte, and counts what comes of it.
fn decoded_places(encoding: &'static Encoding, bytes: &[u8], mark: usize, places: &[usize]) -> Option<Vec<usize>> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut found = Vec::with_capacity(places.len());
    let mut places = places.iter().copied().peekable();
    let mut written = 0;
    while places.next_if_eq(&0).is_some() {
        found.push(mark);
    }
    // A byte may end what is broken and be a character of its own: room for both, whatever they are.
    let mut buffer = [0; 32];
    for (at, byte) in bytes.iter().enumerate().skip(mark) {
        if places.peek().is_none() {
            break;
        }
        let (result, _, length, _) = decoder.decode_to_utf8(&[*byte], &mut buffer, false);
        if result == CoderResult::OutputFull {
            return None;
        }
        // Behind a broken character stands this byte itself.
        let is_itself = length > 1 && byte.is_ascii() && buffer[length - 1] == *byte;
        while let Some(place) = places.next_if(|place| *place <= written + length) {
            if place == written + length {
                found.push(unshifted(encoding, bytes, at + 1));
            } else if is_itself && place + 1 == written + length {
                found.push(at);
            } else {
                return None;
            }
        }
        written += length;
    }
    places.next().is_none().then_some(found)
}

/// Behind the escape by which ISO-2022-JP shifts back to ASCII, where one stands here.
fn unshifted(encoding: &'static Encoding, bytes: &[u8], at: usize) -> usize {
    let shifts_back = [b"\x1b(B", b"\x1b(J"].iter().any(|escape| bytes[at..].starts_with(*escape));
    if encoding == ISO_2022_JP && shifts_back { at + 3 } else { at }
}

#[cfg(test)]
mod tests {
    use super::Charset;
    use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

    /// What stands before and behind each mark of the text, split where its bytes say.
    fn check(charset: Charset, before: &[u8], text: &str) {
        let bytes = [before, &charset.encode(text)].concat();
        for (place, _) in text.match_indices(['<', '>']) {
            for place in [place, place + 1] {
                let at = charset.places(&bytes, text, &[place]).map(|found| found[0]);
                let expected = before.len() + charset.encode(&text[..place]).len();
                assert_eq!(at, Some(expected), "{charset:?}, {place}");
            }
        }
    }

    #[test]
    fn each_place_has_its_byte() {
        let text = "<h1>Острад, 5</h1>\r\n<p>里加 – ñ</p>";
        for (charset, mark) in [
            (Charset::Web(UTF_8), b"\xef\xbb\xbf".as_slice()),
            (Charset::Web(UTF_16LE), b"\xff\xfe"),
            (Charset::Web(UTF_16BE), b"\xfe\xff"),
            (Charset::Utf32Le, b"\xff\xfe\0\0"),
            (Charset::Utf32Be, b"\0\0\xfe\xff"),
        ] {
            check(charset, mark, text);
            check(charset, b"", text);
        }
        for (label, text) in [
            ("windows-1251", "<h1>Острад, 5</h1>\r\n<p>Рига</p>"),
            ("gb18030", "<h1>市议会</h1><p>里加 ñ</p>"),
            ("big5", "<h1>市議會</h1><p>里加</p>"),
            ("shift_jis", "<h1>市議会</h1><p>ｱ里</p>"),
            ("iso-2022-jp", "<h1>市議会</h1><p>里</p>"),
        ] {
            if let Some(encoding) = Encoding::for_label(label.as_bytes()) {
                check(Charset::Web(encoding), b"", text);
            }
        }
    }

    #[test]
    fn broken_characters_hold_no_place_up() {
        let bytes = b"<p>caf\xe9<b>\xff</b>\xe2\x82</p>";
        let text = String::from_utf8_lossy(bytes);
        let utf8 = Charset::Web(UTF_8);
        let at = |mark: &str| text.find(mark).and_then(|place| Some(utf8.places(bytes, &text, &[place])?[0]));
        assert_eq!(["<p>", "<b>", "</b>", "</p>"].map(at), [Some(0), Some(7), Some(11), Some(17)]);
        assert_eq!(utf8.places(bytes, &text, &[7]), None);
    }

    #[test]
    fn what_an_encoding_lacks_is_a_reference() {
        let encoding = Encoding::for_label(b"windows-1252").map(Charset::Web);
        assert_eq!(encoding.map(|e| e.encode("é ā")), Some(b"\xe9 &#257;".to_vec()));
        assert_eq!(encoding.map(Charset::is_unicode), Some(false));
    }
}
