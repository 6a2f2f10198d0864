//! JSON text for the browser, where `serde_json` would weigh more than all the rest of the boundary.
//!
//! A serializer for what [`crate::output`] gives: strings, whole numbers, scores of at most four decimals, booleans,
//! options, lists and objects. One string crosses to JavaScript, whose own parser makes the objects: a call for each
//! member took longer than the summary. A test holds it against `serde_json`.

use crate::chars::trim_end;
use crate::decimal;
use serde::ser::{Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer, StdError};
use std::fmt::{self, Display};

/// Three sentences and their names fit into so many bytes.
const CAPACITY: usize = 4_096;
/// The decimals that a score has.
const DECIMALS: usize = 4;

/// The JSON of an output; nothing for what no output holds.
pub(crate) fn of(value: &impl Serialize) -> Option<String> {
    let mut json = Json(String::with_capacity(CAPACITY));
    value.serialize(&mut json).ok()?;
    Some(json.0)
}

struct Json(String);

/// What cannot be written: no output has it.
#[derive(Debug)]
struct Unknown;

impl Display for Unknown {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl StdError for Unknown {}

impl Error for Unknown {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), Unknown>;

impl Json {
    fn text(&mut self, text: &str) {
        self.0.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|b| b < b' ' || matches!(b, b'"' | b'\\')) {
            self.0.push_str(&rest[..at]);
            let byte = rest.as_bytes()[at];
            self.0.push('\\');
            if byte < b' ' {
                self.0.push_str(if byte < 16 { "u000" } else { "u001" });
                self.0.push(char::from(b"0123456789abcdef"[usize::from(byte % 16)]));
            } else {
                self.0.push(char::from(byte));
            }
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
        self.0.push('"');
    }

    /// A comma before all members but the first of a list or an object.
    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), Some(b'[' | b'{')) {
            self.0.push(',');
        }
    }
}

/// What [`crate::output`] has none of.
macro_rules! refuse {
    ($($method:ident($($argument:ty),*) -> $given:ty;)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$given, Unknown> { Err(Unknown) })*
    };
}

type Name = &'static str;
type None = Impossible<(), Unknown>;

impl<'j> Serializer for &'j mut Json {
    type Ok = ();
    type Error = Unknown;
    type SerializeSeq = Members<'j>;
    type SerializeTuple = None;
    type SerializeTupleStruct = None;
    type SerializeTupleVariant = None;
    type SerializeMap = Members<'j>;
    type SerializeStruct = Members<'j>;
    type SerializeStructVariant = None;

    fn serialize_bool(self, value: bool) -> Written {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        decimal::push(&mut self.0, value, 1);
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Written {
        const STEPS: f64 = 10_u32.pow(DECIMALS as u32) as f64;
        let steps = (value.abs() * STEPS).round() as u64;
        if value < 0.0 {
            self.0.push('-');
        }
        decimal::push(&mut self.0, steps / STEPS as u64, 1);
        self.0.push('.');
        decimal::push(&mut self.0, steps % STEPS as u64, DECIMALS);
        self.0.truncate(trim_end(&self.0, |c| c == '0').len());
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text(value);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'j>, Unknown> {
        Ok(self.members('[', ']'))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'j>, Unknown> {
        Ok(self.members('{', '}'))
    }

    fn serialize_struct(self, _: Name, _: usize) -> Result<Members<'j>, Unknown> {
        Ok(self.members('{', '}'))
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: Name, _: &T) -> Written {
        Err(Unknown)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(self, _: Name, _: u32, _: Name, _: &T) -> Written {
        Err(Unknown)
    }

    refuse! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_f32(f32) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(Name) -> ();
        serialize_unit_variant(Name, u32, Name) -> ();
        serialize_tuple(usize) -> None;
        serialize_tuple_struct(Name, usize) -> None;
        serialize_tuple_variant(Name, u32, Name, usize) -> None;
        serialize_struct_variant(Name, u32, Name, usize) -> None;
    }
}

/// A list or an object that is being written.
struct Members<'j> {
    json: &'j mut Json,
    close: char,
}

impl Json {
    fn members(&mut self, open: char, close: char) -> Members<'_> {
        self.0.push(open);
        Members { json: self, close }
    }
}

impl Members<'_> {
    fn end(self) -> Written {
        self.json.0.push(self.close);
        Ok(())
    }
}

impl SerializeSeq for Members<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        self.json.comma();
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Written {
        self.end()
    }
}

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Written {
        self.json.comma();
        key.serialize(&mut *self.json)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        self.json.0.push(':');
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Written {
        self.end()
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: Name, value: &T) -> Written {
        self.serialize_key(key)?;
        self.serialize_value(value)
    }

    fn end(self) -> Written {
        self.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::SummaryOutput;
    use crate::{Article, Options, summarize};

    #[test]
    fn says_what_serde_json_says() -> Result<(), crate::Error> {
        let text = "Riga \"opens\" its \\ bridge\u{1f}\n\nThe mayor of Riga\topened the “new” bridge 𝄞 on Monday. It had cost \
            9 million euros. Fishermen from Jurmala protested against Mayor Jānis Bērziņš on 5 May.";
        let article = Article::from_text(text);
        let summary = summarize(&article, &Options { sentences: Some(2), ..Options::default() })?;
        for show_text in [false, true] {
            let output = SummaryOutput::new(&summary, text, show_text);
            let read = of(&output).and_then(|json| serde_json::from_str(&json).ok());
            assert_eq!(read, serde_json::to_value(&output).ok());
        }
        Ok(())
    }

    #[test]
    fn control_characters_are_read_back() {
        let all: String = (0..0x80_u8).map(char::from).collect();
        let json = of(&all.as_str()).unwrap_or_default();
        assert_eq!(serde_json::from_str::<String>(&json).ok(), Some(all));
    }
}
