//! A summary as JSON text for the browser: what [`crate::output`] gives, as lists of values without their names, which
//! `boundary.js` puts back. Scores are whole numbers of ten-thousandths, kinds their places among [`EntityKind`].
//!
//! One string crosses to JavaScript, whose own parser reads it: a call for each member took longer than the summary, and
//! names and lists cost more to read than what they hold. A test holds it against the contract's own JSON.

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
    let article = &summary.article;
    for number in [summary.words, summary.reading_seconds, article.words, article.sentences, article.reading_seconds] {
        json.number(number);
    }
    json.word(if summary.truncated { "true" } else { "false" });
    if shown {
        json.text(text);
    }
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
        sentence.signals.iter().for_each(|part| self.score(*part));
        sentence.entities.iter().for_each(|name| self.text(name));
        self.close();
    }

    fn entity(&mut self, entity: &Entity) {
        self.text(&entity.name);
        self.number(entity.kind as usize);
        self.score(entity.weight);
        self.number(entity.mentions);
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
    use crate::{Article, EntityKind, Options, Signal, summarize};
    use serde_json::{Value, json};

    /// The values of a summary in the shape of the contract, as they cross.
    fn lists(contract: &Value) -> Value {
        let steps = |score: &Value| json!((score.as_f64().unwrap_or_default() * SCORE_STEPS).round() as usize);
        let of = |object: &Value, names: &[&str]| names.iter().map(|name| object[name].clone()).collect::<Vec<_>>();
        let all = |list: &Value| list.as_array().cloned().unwrap_or_default();
        let sentence = |sentence: &Value| {
            let mut values = of(sentence, &["text", "offset", "length", "paragraph"]);
            values.push(steps(&sentence["rankScore"]));
            values.extend(Signal::ALL.map(|signal| steps(&sentence["signals"][signal.name()])));
            values.extend(all(&sentence["entities"]));
            Value::Array(values)
        };
        let entity = |entity: &Value| {
            let kind = EntityKind::ALL.iter().position(|kind| entity["kind"] == kind.name());
            [entity["name"].clone(), json!(kind), steps(&entity["weight"]), entity["mentions"].clone()]
        };
        let mut values = of(contract, &["language", "headline"]);
        values.push(all(&contract["sentences"]).iter().map(sentence).collect());
        values.push(all(&contract["entities"]).iter().flat_map(entity).collect());
        values.extend(of(contract, &["words", "readingSeconds"]));
        values.extend(of(&contract["article"], &["words", "sentences", "readingSeconds"]));
        values.push(contract["truncated"].clone());
        values.extend(contract["article"].get("text").cloned());
        Value::Array(values)
    }

    #[test]
    fn says_what_the_contract_says() -> Result<(), Box<dyn std::error::Error>> {
        let text = "Riga \"opens\" its \\ bridge\u{1f}\n\nThe mayor of Riga\topened the “new” bridge 𝄞 on Monday. It had cost \
            9 million euros. Fishermen from Jurmala protested against Mayor Jānis Bērziņš on 5 May.";
        let article = Article::from_text(text);
        let summary = summarize(&article, &Options { sentences: Some(2), ..Options::default() })?;
        for shown in [false, true] {
            let contract = serde_json::to_value(SummaryOutput::new(&summary, text, shown))?;
            assert_eq!(lists(&contract), serde_json::from_str::<Value>(&of(&summary, text, shown))?);
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
