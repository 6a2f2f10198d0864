//! Keeps a page from being nested too deep before it is parsed. Native only.
//!
//! For every start tag the parser looks through the elements that are open: on a page of 100,000 nested elements that is
//! five billion steps. Browsers stop at 512 and make further elements siblings; here their tags are left out, and
//! their text stays.

use std::borrow::Cow;

/// Elements open at the same time; the depth at which Blink and WebKit stop as well.
const DEEPEST: usize = 512;

/// The page without the tags that nest deeper than browsers go.
pub(crate) fn limit(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let Some(tag) = Tag::at(html, start) else {
            at = start + 1;
            continue;
        };
        at = tag.end;
        let too_deep = if !tag.nests {
            false
        } else if tag.closes {
            depth = depth.saturating_sub(1);
            depth >= DEEPEST
        } else {
            depth += 1;
            depth > DEEPEST
        };
        if too_deep {
            out.push_str(&html[copied..start]);
            copied = tag.end;
        }
        if let Some(name) = tag.raw_text {
            // What stands in a script is no markup.
            at = end_of_raw_text(html, at, name);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[copied..]);
    Cow::Owned(out)
}

struct Tag {
    end: usize,
    closes: bool,
    /// Whether it adds to the depth: not so void elements, and those that the next of their kind closes.
    nests: bool,
    raw_text: Option<&'static str>,
}

impl Tag {
    fn at(html: &str, start: usize) -> Option<Self> {
        let rest = html.get(start + 1..)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            let end = comment.find("-->").map_or(html.len(), |at| start + 4 + at + 3);
            return Some(Self { end, closes: false, nests: false, raw_text: None });
        }
        let closes = rest.starts_with('/');
        let name_start = start + 1 + usize::from(closes);
        let length = html[name_start..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        let name = &html[name_start..name_start + length];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = end_of_tag(html, name_start + length);
        let is = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(name));
        let raw_text = if closes { None } else { RAW_TEXT.iter().find(|n| n.eq_ignore_ascii_case(name)).copied() };
        let nests = !is(&VOID) && !is(&CLOSED_BY_THE_NEXT) && !is(&RAW_TEXT);
        Some(Self { end, closes, nests, raw_text })
    }
}

/// Elements without content.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements whose end tag may be left out; pages that do so are long, not deep.
const CLOSED_BY_THE_NEXT: [&str; 14] =
    ["p", "li", "dd", "dt", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "rp", "rt"];
/// Elements whose content is text to the parser.
const RAW_TEXT: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "iframe"];

/// One past the `>` of a tag; quoted values may hold one.
fn end_of_tag(html: &str, from: usize) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in html.bytes().enumerate().skip(from) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            // A quote opens a value only after an equals sign.
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    html.len()
}

fn end_of_raw_text(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        at += found + 2;
        if html.get(at..at + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)) {
            return at - 2;
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_pages_stay_as_they_are() {
        let page = format!("<ul>{}</ul><script>{}</script><br>", "<li>x".repeat(2_000), "'<div>'".repeat(2_000));
        assert!(matches!(limit(&page), Cow::Borrowed(_)));
    }

    #[test]
    fn tags_too_deep_are_left_out_and_their_text_is_not() {
        let deep = format!("{}a{}b", "<div title='>'>".repeat(2_000), "</div>".repeat(2_000));
        let limited = limit(&deep);
        assert_eq!(limited.matches("<div").count(), DEEPEST);
        assert_eq!(limited.matches("</div").count(), DEEPEST);
        assert!(limited.contains(">a<") && limited.ends_with('b'));
    }

    #[test]
    fn broken_tags_are_no_danger() {
        for broken in ["<", "</", "<a", "<a href='", "<!--", "<!-->", "<script>", "<é>", "<a<b>"] {
            let _ = limit(broken);
        }
    }
}
