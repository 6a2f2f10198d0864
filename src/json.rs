//! A summary as JSON text for the browser: what [`crate::output`] gives, as lists of values without their names, which
//! `boundary.js` puts back. Scores are whole numbers of ten-thousandths.
//!
//! One string crosses to JavaScript, whose own parser reads it: a call for each member took longer than the summary, and
//! names cost more to read than what they name. A test holds it against the contract's own JSON.

use crate::decimal;
use crate::entity::Entity;
use crate::output::Utf16Units;
use crate::summary::{SCORE_STEPS, Summary, SummarySentence};

/// Three sentences and their names fit into so many bytes.
const CAPACITY: usize = 4_096;

/// The summary of `text`, which comes with it when it is `shown`.
pub(crate) fn of(summary: &Summary, text: &str, shown: bool) -> String {
    let mut json = Json(String::with_capacity(CAPACITY));
    json.open();
    json.text(summary.language);
    match &summary.headline {
        Some(headline) => json.text(headline),
        None => json.word("null"),
    }
    json.open();
    let mut units = Utf16Units::new(text);
    for sentence in &summary.sentences {
        json.sentence(sentence, units.of(sentence.span));
    }
    json.close();
    json.open();
    summary.entities.iter().for_each(|entity| json.entity(entity));
    json.close();
    json.number(summary.words);
    json.number(summary.reading_seconds);
    json.open();
    json.number(summary.article.words);
    json.number(summary.article.sentences);
    json.number(summary.article.reading_seconds);
    if shown {
        json.text(text);
    }
    json.close();
    json.word(if summary.truncated { "true" } else { "false" });
    json.close();
    json.0
}

/// What is written so far. A comma stands before all members of a list but the first.
struct Json(String);

impl Json {
    fn sentence(&mut self, sentence: &SummarySentence, (offset, length): (usize, usize)) {
        self.open();
        self.text(&sentence.text);
        self.number(offset);
        self.number(length);
        self.number(sentence.paragraph);
        self.score(sentence.rank_score);
        self.open();
        sentence.signals.iter().for_each(|part| self.score(*part));
        self.close();
        self.open();
        sentence.entities.iter().for_each(|name| self.text(name));
        self.close();
        self.close();
    }

    fn entity(&mut self, entity: &Entity) {
        self.open();
        self.text(&entity.name);
        self.text(entity.kind.name());
        self.score(entity.weight);
        self.number(entity.mentions);
        self.close();
    }

    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'[')) {
            self.0.push(',');
        }
    }

    #[inline(never)]
    fn open(&mut self) {
        self.comma();
        self.0.push('[');
    }

    #[inline(never)]
    fn close(&mut self) {
        self.0.push(']');
    }

    fn word(&mut self, word: &str) {
        self.comma();
        self.0.push_str(word);
    }

    #[inline(never)]
    fn number(&mut self, number: usize) {
        self.comma();
        decimal::push(&mut self.0, number);
    }

    /// A number from 0 to 1.
    fn score(&mut self, score: f64) {
        self.number((score * SCORE_STEPS).round() as usize);
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.comma();
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::SummaryOutput;
    use crate::{Article, Options, summarize};
    use serde_json::Value;

    /// JSON text with lists for its objects, the names of their members left out.
    fn without_names(json: &str) -> String {
        let mut out = String::new();
        let mut rest = json;
        while let Some(first) = rest.chars().next() {
            let mut length = first.len_utf8();
            if first == '"' {
                let mut escaped = false;
                let closes = |c: char| {
                    let is_end = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    is_end
                };
                length += rest[1..].find(closes).map_or(0, |at| at + 1);
                if rest[length..].starts_with(':') {
                    rest = &rest[length + 1..];
                    continue;
                }
            }
            out.push_str(match first {
                '{' => "[",
                '}' => "]",
                _ => &rest[..length],
            });
            rest = &rest[length..];
        }
        out
    }

    /// Whether two values are the same where one has scores as they are and the other in steps.
    fn is_same(shown: &Value, written: &Value) -> bool {
        match (shown, written) {
            (Value::Array(one), Value::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
            }
            (Value::Number(one), Value::Number(other)) => {
                one == other || one.as_f64() == other.as_f64().map(|steps| steps / SCORE_STEPS)
            }
            _ => shown == written,
        }
    }

    #[test]
    fn says_what_the_contract_says() -> Result<(), Box<dyn std::error::Error>> {
        let text = "Riga \"opens\" its \\ bridge\u{1f}\n\nThe mayor of Riga\topened the “new” bridge 𝄞 on Monday. It had cost \
            9 million euros. Fishermen from Jurmala protested against Mayor Jānis Bērziņš on 5 May.";
        let article = Article::from_text(text);
        let summary = summarize(&article, &Options { sentences: Some(2), ..Options::default() })?;
        for shown in [false, true] {
            let contract = serde_json::to_string(&SummaryOutput::new(&summary, text, shown))?;
            let contract = serde_json::from_str(&without_names(&contract))?;
            let written = serde_json::from_str(&of(&summary, text, shown))?;
            assert!(is_same(&contract, &written), "{contract}\n{written}");
        }
        Ok(())
    }

    #[test]
    fn control_characters_are_read_back() -> Result<(), serde_json::Error> {
        let all: String = (0..0x80_u8).map(char::from).collect();
        let mut json = Json(String::new());
        json.text(&all);
        assert_eq!(serde_json::from_str::<String>(&json.0)?, all);
        Ok(())
    }
}
