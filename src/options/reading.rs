//! Options from JSON or JavaScript: each member may be absent, and an error names the one that is wrong.

use crate::error::Error;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::fmt;
use std::str::FromStr;

const STRING: &str = "a string";
const WHOLE_NUMBER: &str = "a whole number";

/// A member as it is given.
enum Given {
    Nothing,
    Text(String),
    Number(usize),
    /// What no member may be, as it is shown.
    Other(String),
}

impl Given {
    /// A value that is neither string nor number is not looked into.
    fn read<'de, D: Deserializer<'de>>(member: D) -> Self {
        Self::deserialize(member).unwrap_or_else(|_| Self::Other("something else".to_owned()))
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(member: D) -> Result<Self, D::Error> {
        member.deserialize_any(GivenVisitor)
    }
}

struct GivenVisitor;

impl Visitor<'_> for GivenVisitor {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or a whole number")
    }

    fn visit_unit<E>(self) -> Result<Given, E> {
        Ok(Given::Nothing)
    }

    fn visit_str<E>(self, text: &str) -> Result<Given, E> {
        Ok(Given::Text(text.to_owned()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Given, E> {
        Ok(usize::try_from(number).map_or_else(|_| Given::Other(number.to_string()), Given::Number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Given, E> {
        Ok(usize::try_from(number).map_or_else(|_| Given::Other(number.to_string()), Given::Number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Given, E> {
        Ok(Given::Other(number.to_string()))
    }
}

/// A member that is a string.
fn text<E: de::Error>(name: &'static str, given: Given) -> Result<Option<String>, E> {
    match given {
        Given::Nothing => Ok(None),
        Given::Text(text) => Ok(Some(text)),
        Given::Number(number) => Err(E::custom(Error::invalid_option(name, number.to_string(), STRING))),
        Given::Other(shown) => Err(E::custom(Error::invalid_option(name, shown, STRING))),
    }
}

/// A member that is a whole number.
fn number<E: de::Error>(name: &'static str, given: Given) -> Result<Option<usize>, E> {
    match given {
        Given::Nothing => Ok(None),
        Given::Number(number) => Ok(Some(number)),
        Given::Text(shown) | Given::Other(shown) => Err(E::custom(Error::invalid_option(name, shown, WHOLE_NUMBER))),
    }
}

/// A member that is one of a few words.
fn word<E: de::Error, T: FromStr<Err = Error> + Default>(name: &'static str, given: Given) -> Result<T, E> {
    text(name, given)?.map_or_else(|| Ok(T::default()), |word| word.parse().map_err(E::custom))
}

/// A function for each member, as serde calls them.
macro_rules! members {
    ($($member:ident: $type:ty = $read:ident($name:literal);)*) => {
        $(pub(super) fn $member<'de, D: Deserializer<'de>>(member: D) -> Result<$type, D::Error> {
            $read($name, Given::read(member))
        })*
    };
}

members! {
    summary_type: super::SummaryType = word("type");
    length: super::SummaryLength = word("length");
    sentences: Option<usize> = number("sentences");
    words: Option<usize> = number("words");
    language: Option<String> = text("lang");
    context: Option<String> = text("context");
}

#[cfg(test)]
mod tests {
    use crate::options::{Options, SummaryLength, SummaryType};
    use serde_json::{Value, json};

    fn read(options: Value) -> Result<Options, String> {
        serde_json::from_value(options).map_err(|error| error.to_string())
    }

    #[test]
    fn members_are_read_by_their_names_in_javascript() {
        let all = json!({ "type": "tldr", "length": "long", "sentences": 2, "words": 60, "lang": "de", "context": "Riga", "tone": 1 });
        let expected = Options {
            summary_type: SummaryType::Tldr,
            length: SummaryLength::Long,
            sentences: Some(2),
            words: Some(60),
            language: Some("de".to_owned()),
            context: Some("Riga".to_owned()),
        };
        assert_eq!(read(all.clone()), Ok(expected));
        let none =
            json!({ "type": null, "length": null, "sentences": null, "words": null, "lang": null, "context": null });
        assert!(all.as_object().is_some_and(|all| Options::MEMBERS.iter().all(|name| all.contains_key(*name))));
        assert_eq!([read(none), read(json!({}))], [Ok(Options::default()), Ok(Options::default())]);
    }

    #[test]
    fn an_error_names_the_member_that_is_wrong() {
        for (options, message) in [
            (json!({ "type": "poem" }), "type is “poem”, but it must be key-points, tldr, teaser or headline"),
            (json!({ "length": 3 }), "length is “3”, but it must be a string"),
            (json!({ "sentences": 1.5 }), "sentences is “1.5”, but it must be a whole number"),
            (json!({ "words": -1 }), "words is “-1”, but it must be a whole number"),
            (json!({ "words": "many" }), "words is “many”, but it must be a whole number"),
            (json!({ "lang": true }), "lang is “something else”, but it must be a string"),
            (json!({ "lang": ["de"] }), "lang is “something else”, but it must be a string"),
            (json!({ "context": 7 }), "context is “7”, but it must be a string"),
        ] {
            assert_eq!(read(options), Err(message.to_owned()));
        }
    }
}
