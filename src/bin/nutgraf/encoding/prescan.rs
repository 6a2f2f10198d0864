//! The encoding that a page declares: "prescan a byte stream to determine its encoding" of the HTML standard,
//! <https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding>.
//!
//! The standard looks at the first 1,024 bytes, and its parser changes the encoding when a declaration comes later. Here
//! the whole page is there at once, so one scan of all of it finds what those two steps find. What scripts and style
//! sheets hold is passed over, as the parser does.

use encoding_rs::{Encoding, WINDOWS_1252, X_USER_DEFINED};

/// What a page says of its encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Declared<'p> {
    /// An encoding of the web.
    Known(&'static Encoding),
    /// One that the standard has no decoder for, by its label: browsers show nothing of such a page.
    Refused(&'p [u8]),
}

/// Elements whose content holds no tags.
const RAW_TEXT: [&[u8]; 7] = [b"script", b"style", b"title", b"textarea", b"xmp", b"iframe", b"noframes"];

/// The encoding that a page declares, by a `meta` element, else by an XML declaration.
pub(super) fn declared(page: &[u8]) -> Option<Declared<'_>> {
    let mut rest = page;
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix(b"!--") {
            // The two hyphens of the start may be those of the end: "<!-->".
            let inside = &rest[1..];
            rest = after(inside, b"-->").unwrap_or(&comment[comment.len()..]);
            continue;
        }
        let name_end = rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(name_end);
        let begins_name = name.first().is_some_and(u8::is_ascii_alphabetic);
        if !begins_name {
            // An end tag, a declaration or an instruction ends with the next ">"; anything else is text.
            if matches!(rest.first(), Some(b'/' | b'!' | b'?')) {
                rest = after(rest, b">").unwrap_or_default();
            }
            continue;
        }
        let mut attributes = Attributes { rest: behind };
        if name.eq_ignore_ascii_case(b"meta") {
            if let Some(found) = of_meta(&mut attributes) {
                return Some(found);
            }
        } else {
            attributes.by_ref().for_each(drop);
        }
        rest = attributes.rest;
        if RAW_TEXT.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
            rest = after_end_tag(rest, name).unwrap_or_default();
        }
    }
    of_xml_declaration(page)
}

/// What a `meta` element declares.
fn of_meta<'p>(attributes: &mut Attributes<'p>) -> Option<Declared<'p>> {
    let (mut charset, mut content, mut is_content_type) = (None, None, false);
    for (name, value) in attributes {
        // Of an attribute that is given twice the first counts.
        match name.to_ascii_lowercase().as_slice() {
            b"charset" => charset = charset.or(Some(value)),
            b"content" => content = content.or(Some(value)),
            b"http-equiv" => is_content_type |= value.eq_ignore_ascii_case(b"content-type"),
            _ => {}
        }
    }
    let label = charset.or_else(|| content.filter(|_| is_content_type).and_then(charset_in_content))?;
    of_label(label).map(|found| match found {
        Declared::Known(encoding) if encoding == X_USER_DEFINED => Declared::Known(WINDOWS_1252),
        found => found,
    })
}

/// The encoding of a label. That UTF-16 could be read to here shows that it is something else: UTF-8.
fn of_label(label: &[u8]) -> Option<Declared<'_>> {
    let encoding = Encoding::for_label(label)?;
    let has_decoder = Encoding::for_label_no_replacement(label).is_some();
    Some(if has_decoder { Declared::Known(encoding.output_encoding()) } else { Declared::Refused(label.trim_ascii()) })
}

/// The label in `text/html; charset=…`.
fn charset_in_content(content: &[u8]) -> Option<&[u8]> {
    let mut rest = content;
    loop {
        let at = rest.windows(7).position(|w| w.eq_ignore_ascii_case(b"charset"))?;
        rest = rest[at + 7..].trim_ascii_start();
        let Some(value) = rest.strip_prefix(b"=") else { continue };
        let value = value.trim_ascii_start();
        return match value.first()? {
            quote @ (b'"' | b'\'') => {
                let value = &value[1..];
                Some(&value[..value.iter().position(|b| b == quote)?])
            }
            _ => {
                let end = value.iter().position(|b| b.is_ascii_whitespace() || *b == b';');
                Some(&value[..end.unwrap_or(value.len())])
            }
        };
    }
}

/// "Get an XML encoding" of the standard: what `<?xml … encoding="…"` at the very beginning names.
fn of_xml_declaration(page: &[u8]) -> Option<Declared<'_>> {
    let declaration = page.strip_prefix(b"<?xml")?;
    let declaration = &declaration[..declaration.iter().position(|b| *b == b'>')?];
    let behind = after(declaration, b"encoding")?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let quote = behind.first().filter(|b| matches!(b, b'"' | b'\''))?;
    let value = &behind[1..];
    of_label(&value[..value.iter().position(|b| b == quote)?])
}

/// "Get an attribute" of the standard, until the tag's end, which is passed.
struct Attributes<'p> {
    rest: &'p [u8],
}

impl<'p> Iterator for Attributes<'p> {
    type Item = (&'p [u8], &'p [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let skip = |bytes: &'p [u8], is: fn(&u8) -> bool| {
            let end = bytes.iter().position(|b| !is(b)).unwrap_or(bytes.len());
            bytes.split_at(end)
        };
        let start = skip(self.rest, |b| b.is_ascii_whitespace() || *b == b'/').1;
        if matches!(start.first(), None | Some(b'>')) {
            self.rest = start.get(1..).unwrap_or_default();
            return None;
        }
        // An equals sign at the beginning belongs to the name.
        let named = skip(&start[1..], |b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>' | b'=')).1;
        let name = &start[..start.len() - named.len()];
        let Some(value) = named.trim_ascii_start().strip_prefix(b"=") else {
            self.rest = named;
            return Some((name, b""));
        };
        let value = value.trim_ascii_start();
        if let Some(quote @ (b'"' | b'\'')) = value.first() {
            let inside = &value[1..];
            let end = inside.iter().position(|b| b == quote).unwrap_or(inside.len());
            self.rest = inside.get(end + 1..).unwrap_or_default();
            return Some((name, &inside[..end]));
        }
        let (value, behind) = skip(value, |b| !b.is_ascii_whitespace() && *b != b'>');
        self.rest = behind;
        Some((name, value))
    }
}

/// What follows the first `mark`.
fn after<'p>(text: &'p [u8], mark: &[u8]) -> Option<&'p [u8]> {
    text.windows(mark.len()).position(|w| w == mark).map(|at| &text[at + mark.len()..])
}

/// What follows the name in the next end tag of this name.
fn after_end_tag<'p>(text: &'p [u8], name: &[u8]) -> Option<&'p [u8]> {
    let is_end = |w: &[u8]| w.starts_with(b"</") && w[2..].eq_ignore_ascii_case(name);
    text.windows(name.len() + 2).position(is_end).map(|at| &text[at + name.len() + 2..])
}

#[cfg(test)]
mod tests {
    use super::{Declared, declared};

    /// The name of the encoding, in small letters; a label that is refused in brackets.
    fn named(page: &str) -> Option<String> {
        declared(page.as_bytes()).map(|found| match found {
            Declared::Known(encoding) => encoding.name().to_ascii_lowercase(),
            Declared::Refused(label) => format!("({})", String::from_utf8_lossy(label)),
        })
    }

    #[test]
    fn declarations_are_found_as_the_standard_says() {
        let late = format!("<head>{}<meta charset=koi8-r>", "<link rel=preload href=/x.css>".repeat(200));
        for (page, expected) in [
            ("<meta charset=windows-1251>", "windows-1251"),
            ("<META CHARSET = 'Shift_JIS' />", "shift_jis"),
            ("<meta http-equiv=Content-Type content='text/html; charset=gb2312'>", "gbk"),
            ("<meta content=\"text/html;charset='big5'\" http-equiv=\"content-type\">", "big5"),
            ("<meta name=description content='a>b charset=utf-8'><meta charset=euc-kr>", "euc-kr"),
            ("<!-- <meta charset=utf-8> --><meta charset=iso-8859-2>", "iso-8859-2"),
            ("<!--><meta charset=iso-8859-7>-->", "iso-8859-7"),
            ("<script>x = '<meta charset=utf-8>'</script><meta charset=koi8-u>", "koi8-u"),
            ("<p title='<meta charset=utf-8>'><meta charset=iso-8859-5>", "iso-8859-5"),
            // A label that nobody knows is none.
            ("<meta charset=nonsense><meta charset=latin1>", "windows-1252"),
            ("<meta charset=utf-16>", "utf-8"),
            ("<meta charset=utf-16be>", "utf-8"),
            ("<meta charset=x-user-defined>", "windows-1252"),
            ("<meta charset=iso-2022-kr>", "(iso-2022-kr)"),
            ("<?xml version='1.0' encoding=\"EUC-JP\"?><html>", "euc-jp"),
            ("<?xml version='1.0' encoding='utf-16'?><html>", "utf-8"),
            ("<?xml version='1.0' encoding='utf-8'?><html><meta charset=koi8-r>", "koi8-r"),
            (late.as_str(), "koi8-r"),
        ] {
            assert_eq!(named(page).as_deref(), Some(expected), "{page}");
        }
    }

    #[test]
    fn what_declares_nothing_is_told() {
        for page in [
            "",
            "<",
            "<meta",
            "<meta charset",
            "<meta charset=>",
            "<meta charset='utf-8",
            "<meta content='text/html; charset=utf-8'>",
            "<meta name=charset content=utf-8>",
            "</meta charset=utf-8>",
            "<metadata charset=utf-8>",
            "<!-- <meta charset=utf-8>",
            " <?xml version='1.0' encoding='koi8-r'?>",
            "charset=utf-8",
            "<script><meta charset=utf-8>",
        ] {
            // An attribute that never ends is taken as far as it goes.
            let expected = page.ends_with("'utf-8").then_some("utf-8");
            assert_eq!(named(page).as_deref(), expected, "{page}");
        }
    }
}
