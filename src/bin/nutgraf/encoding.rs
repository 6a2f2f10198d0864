//! From bytes to text: UTF-8, and for pages every encoding of the web, as browsers tell it.

use encoding_rs::{Encoding, WINDOWS_1252};

/// So far into a page its encoding is looked for; browsers ask for it in the first 1,024 bytes.
const DECLARED_WITHIN: usize = 4_096;

/// Decodes an input. A byte order mark decides; else, as long as the bytes are no UTF-8 of more than ASCII, what a page
/// declares; and a page that declares nothing is read as browsers would.
///
/// # Errors
/// Says what is wrong with plain text that is not UTF-8, and with binary data.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return Ok(encoding.decode(&bytes).0.into_owned());
    }
    let start = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let declared = declared(start);
    let is_page = declared.is_some() || holds(start, b"<html") || holds(start, b"<!doctype html");
    let error = match String::from_utf8(bytes) {
        // ASCII may be an encoding that shifts by escapes.
        Ok(text) if !text.is_ascii() || declared.is_none() => return Ok(text),
        Ok(text) => return Ok(declared.map_or(text.clone(), |e| e.decode(text.as_bytes()).0.into_owned())),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    if bytes[..bytes.len().min(DECLARED_WITHIN)].contains(&0) {
        return Err("is binary data, not text".to_owned());
    }
    if !is_page {
        return Err(format!("is not UTF-8 at byte {at}"));
    }
    Ok(declared.unwrap_or(WINDOWS_1252).decode(&bytes).0.into_owned())
}

/// The encoding that a page declares (`<meta charset>`, `<meta http-equiv>`, an XML declaration).
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let text: String = start.iter().map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let metas = text.match_indices("<meta").filter_map(|(at, _)| {
        let tag = text[at..].split('>').next()?;
        Some(tag.split_once("charset")?.1)
    });
    let declaration = text.strip_prefix("<?xml").and_then(|t| t.split("?>").next()?.split_once("encoding"));
    metas.chain(declaration.map(|(_, value)| value)).find_map(|value| {
        let value = value.trim_start().strip_prefix('=')?;
        let label: String = value
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''))
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
            .collect();
        Encoding::for_label(label.as_bytes())
    })
}

fn holds(text: &[u8], word: &[u8]) -> bool {
    text.windows(word.len()).any(|w| w.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn pages_are_decoded_as_they_declare() {
        let page = |head: &str, body: &[u8]| decode([head.as_bytes(), body].concat());
        assert!(page("<meta charset=windows-1251>", b"\xd0\xe8\xe3\xe0").is_ok_and(|t| t.ends_with("Рига")));
        assert!(
            page("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Shift_JIS'>", b"\x93\xfa\x96\x7b")
                .is_ok_and(|t| t.ends_with("日本"))
        );
        assert!(page("<meta charset=iso-2022-jp>", b"\x1b$BF|K\\\x1b(B").is_ok_and(|t| t.ends_with("日本")));
        assert!(page("<!DOCTYPE html>", b"caf\xe9").is_ok_and(|t| t.ends_with("café")));
        // What is UTF-8 is UTF-8, whatever it says.
        assert!(page("<meta charset=iso-8859-1>", "café".as_bytes()).is_ok_and(|t| t.ends_with("café")));
        assert_eq!(decode(b"\xff\xfeR\0i\0".to_vec()), Ok("Ri".to_owned()));
    }

    #[test]
    fn what_is_no_text_is_said_in_words() {
        assert_eq!(decode(b"caf\xe9".to_vec()), Err("is not UTF-8 at byte 3".to_owned()));
        assert_eq!(decode(b"\x89PNG\0\0".to_vec()), Err("is binary data, not text".to_owned()));
    }
}
