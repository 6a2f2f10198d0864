//! JSON as pages have it, read as far as it can be told: strings with line breaks in them, commas too many or too few,
//! comments around it, an end that is missing. The parsers of JSON refuse all of these, and pages have them.

/// The deepest nesting that is read.
const DEEPEST: usize = 64;

/// A value. Numbers and other words are texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The first value in a text.
    pub(super) fn read(text: &str) -> Option<Self> {
        let start = text.find(['{', '['])?;
        Reader { rest: &text[start..] }.value(0)
    }

    /// The member of an object.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// A text, if it says something.
    pub(super) fn text(&self) -> Option<&str> {
        let Self::Text(text) = self else { return None };
        Some(text.trim()).filter(|t| !t.is_empty() && *t != "null")
    }

    /// The items of a list; anything else is its own only item.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            other => std::slice::from_ref(other),
        }
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Json> {
        self.rest = self.rest.trim_start();
        let (first, behind) = (self.rest.bytes().next()?, self.rest.get(1..).unwrap_or_default());
        match first {
            b'"' => {
                self.rest = behind;
                Some(Json::Text(self.string()))
            }
            b'{' | b'[' if depth == DEEPEST => None,
            b'{' => {
                self.rest = behind;
                let mut members = Vec::new();
                while self.goes_on(b'}') {
                    let Json::Text(key) = self.value(depth + 1)? else { break };
                    self.rest = self.rest.trim_start();
                    let Some(behind) = self.rest.strip_prefix(':') else { continue };
                    self.rest = behind;
                    let Some(value) = self.value(depth + 1) else { break };
                    members.push((key, value));
                }
                Some(Json::Object(members))
            }
            b'[' => {
                self.rest = behind;
                let mut items = Vec::new();
                while self.goes_on(b']') {
                    let Some(item) = self.value(depth + 1) else { break };
                    items.push(item);
                }
                Some(Json::List(items))
            }
            _ => {
                // A number, true, false or null; a mark that belongs nowhere is a word of its own.
                let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '"' | '{' | '}' | '[' | ']');
                let length = self.rest.find(is_end).unwrap_or(self.rest.len()).max(usize::from(first.is_ascii()));
                let (word, rest) = self.rest.split_at_checked(length)?;
                self.rest = rest;
                Some(Json::Text(word.to_owned()))
            }
        }
    }

    /// Whether there is another item before the end mark; passes commas, and the end mark.
    fn goes_on(&mut self, end: u8) -> bool {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        match self.rest.bytes().next() {
            None => false,
            Some(mark @ (b'}' | b']')) => {
                // The wrong bracket ends what is around.
                self.rest = if mark == end { &self.rest[1..] } else { self.rest };
                false
            }
            Some(_) => true,
        }
    }

    /// The string that begins here, behind its quote, without its escapes.
    fn string(&mut self) -> String {
        let mut out = String::new();
        let mut units: Vec<u16> = Vec::new();
        loop {
            let end = self.rest.find(['"', '\\']).unwrap_or(self.rest.len());
            if end > 0 {
                flush(&mut units, &mut out);
            }
            out.push_str(&self.rest[..end]);
            let mark = self.rest[end..].starts_with('\\');
            self.rest = self.rest.get(end + 1..).unwrap_or_default();
            if !mark {
                flush(&mut units, &mut out);
                return out;
            }
            let unit = self.rest.strip_prefix('u').and_then(|digits| digits.get(..4));
            if let Some(unit) = unit.and_then(|digits| u16::from_str_radix(digits, 16).ok()) {
                units.push(unit);
                self.rest = &self.rest[5..];
                continue;
            }
            flush(&mut units, &mut out);
            let mut following = self.rest.chars();
            match following.next() {
                Some('n' | 'r' | 't' | 'f' | 'b') => out.push('\n'),
                Some(c) => out.push(c),
                None => {}
            }
            self.rest = following.as_str();
        }
    }
}

/// Adds what was written as UTF-16 units, in pairs where it takes two.
fn flush(units: &mut Vec<u16>, out: &mut String) {
    out.extend(char::decode_utf16(units.drain(..)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn json_is_read_as_far_as_it_can_be_told() {
        let name = |json: &str| {
            let read = Json::read(json)?;
            read.get("a").and_then(|a| a.items().last()).and_then(Json::text).map(str::to_owned)
        };
        for (json, expected) in [
            (r#"{"a": "x"}"#, "x"),
            (r#"{"b": [1, {"a": 2}], "a": ["y", "x"]}"#, "x"),
            (r#"{"a": "\u0113\ud83d\ude00 \"q\" \/"}"#, "ē😀 \"q\" /"),
            ("<!-- {\"a\": \"x\ny\"} -->", "x\ny"),
            (r#"{"b": 1,, "a": "x",}"#, "x"),
            (r#"{"b": "1" "a": "x"}"#, "x"),
            (r#"{"a": "x""#, "x"),
            (r#"{"a": "x"#, "x"),
            (r#"{"a": -1.5e3}"#, "-1.5e3"),
        ] {
            assert_eq!(name(json).as_deref(), Some(expected), "{json}");
        }
    }

    #[test]
    fn broken_json_is_no_danger() {
        for broken in [
            "",
            "{",
            "\"",
            "{\"a\": \"x\\",
            r#"{"a": "\u12"#,
            "]]]}{",
            "{\"a\":\"\\ud800\"",
            "{:}",
            "{é:é}",
            "[é",
            "{{}}",
        ] {
            let _ = Json::read(broken);
        }
        let _ = Json::read(&"[".repeat(100_000));
        let _ = Json::read(&"{\"a\":".repeat(100_000));
    }
}
