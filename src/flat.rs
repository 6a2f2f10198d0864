//! A summary as numbers and one string for the browser: what [`crate::output`] gives, without names, which `boundary.js`
//! puts back. Scores are whole numbers of ten-thousandths, kinds their places among [`crate::EntityKind`].
//!
//! Two views of the memory cross to JavaScript: a call for each member took longer than the summary, and to write JSON
//! and read it took a twentieth of it. Sentences cross as places, as JavaScript has the text.

use crate::output::{Utf16Units, units_in};
use crate::summary::{SCORE_STEPS, Summary, SummarySentence};

/// A summary in the order in which the other side reads it.
pub(crate) struct Flat {
    /// Whole numbers: of each piece of the string its length in UTF-16 units, and all that is no string.
    pub(crate) numbers: Vec<u32>,
    /// The language, the headline, and the names of the entities; at the end the text, where it is shown.
    pub(crate) string: String,
}

impl Flat {
    /// The summary of `text`, which comes with it when it is `shown`.
    pub(crate) fn of(summary: &Summary, text: &str, shown: bool) -> Self {
        let mut flat = Self { numbers: Vec::new(), string: String::new() };
        flat.piece(summary.language);
        // A headline that is there has letters.
        flat.piece(summary.headline.as_deref().unwrap_or_default());
        let article = &summary.article;
        for number in
            [summary.words, summary.reading_seconds, article.words, article.sentences, article.reading_seconds]
        {
            flat.number(number);
        }
        flat.number(usize::from(summary.truncated));
        flat.number(summary.entities.len());
        for entity in &summary.entities {
            flat.piece(&entity.name);
            flat.number(entity.kind as usize);
            flat.score(entity.weight);
            flat.number(entity.mentions);
        }
        flat.number(summary.sentences.len());
        let mut units = Utf16Units::new(text);
        for sentence in &summary.sentences {
            let (offset, length) = units.of(sentence.span);
            flat.number(offset);
            flat.number(length);
            flat.sentence(sentence, summary);
        }
        if shown {
            flat.string.push_str(text);
        }
        flat
    }

    fn sentence(&mut self, sentence: &SummarySentence, summary: &Summary) {
        self.number(sentence.paragraph);
        self.score(sentence.rank_score);
        sentence.signals.iter().for_each(|part| self.score(*part));
        let named = |name: &String| summary.entities.iter().position(|entity| entity.name == *name);
        self.number(sentence.entities.len());
        sentence.entities.iter().filter_map(named).for_each(|entity| self.number(entity));
    }

    fn piece(&mut self, piece: &str) {
        self.number(units_in(piece));
        self.string.push_str(piece);
    }

    #[inline(never)]
    fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }

    /// A number from 0 to 1.
    fn score(&mut self, score: f64) {
        self.number((score * SCORE_STEPS).round() as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::SummaryOutput;
    use crate::{Article, EntityKind, Options, Signal, summarize};
    use serde_json::{Map, Value, json};

    /// Reads the numbers and the string as `boundary.js` does.
    struct Reader<'a> {
        numbers: std::slice::Iter<'a, u32>,
        units: &'a [u16],
    }

    impl Reader<'_> {
        fn number(&mut self) -> usize {
            self.numbers.next().map_or(0, |number| *number as usize)
        }

        fn score(&mut self) -> Value {
            match self.number() as f64 / SCORE_STEPS {
                whole if whole == whole.trunc() => json!(whole as u32),
                score => json!(score),
            }
        }

        fn piece(&mut self) -> String {
            let (piece, rest) = self.units.split_at(self.number());
            self.units = rest;
            String::from_utf16_lossy(piece)
        }

        fn summary(&mut self, text: &str, shown: bool) -> Value {
            let text: Vec<u16> = text.encode_utf16().collect();
            let language = self.piece();
            let headline = Some(self.piece()).filter(|headline| !headline.is_empty());
            let [words, seconds, article_words, article_sentences, article_seconds] = [(); 5].map(|()| self.number());
            let truncated = self.number() == 1;
            let mut names = Vec::new();
            let entities: Vec<Value> = (0..self.number())
                .map(|_| {
                    names.push(self.piece());
                    let kind = EntityKind::ALL[self.number()].name();
                    json!({ "name": names.last(), "kind": kind, "weight": self.score(), "mentions": self.number() })
                })
                .collect();
            let sentences: Vec<Value> = (0..self.number())
                .map(|_| {
                    let (offset, length) = (self.number(), self.number());
                    let text = String::from_utf16_lossy(&text[offset..offset + length]);
                    let (paragraph, score) = (self.number(), self.score());
                    let signals: Map<_, _> =
                        Signal::ALL.map(|signal| (signal.name().to_owned(), self.score())).into_iter().collect();
                    let own: Vec<String> = (0..self.number()).map(|_| names[self.number()].clone()).collect();
                    json!({
                        "text": text, "offset": offset, "length": length, "paragraph": paragraph, "rankScore": score,
                        "signals": signals, "entities": own,
                    })
                })
                .collect();
            let mut article =
                json!({ "words": article_words, "sentences": article_sentences, "readingSeconds": article_seconds });
            if shown {
                article["text"] = String::from_utf16_lossy(self.units).into();
            }
            json!({
                "language": language, "headline": headline, "sentences": sentences, "entities": entities, "words": words,
                "readingSeconds": seconds, "article": article, "truncated": truncated,
            })
        }
    }

    #[test]
    fn says_what_the_contract_says() -> Result<(), Box<dyn std::error::Error>> {
        let text = "Riga \"opens\" its \\ bridge\u{0}\n\nThe mayor of Riga\topened the “new” bridge 𝄞 on Monday. It had cost \
            9 million euros. Fishermen from Jurmala protested against Mayor Jānis Bērziņš on 5 May.";
        let article = Article::from_text(text);
        let summary = summarize(&article, &Options { sentences: Some(2), ..Options::default() })?;
        for shown in [false, true] {
            let flat = Flat::of(&summary, text, shown);
            let units: Vec<u16> = flat.string.encode_utf16().collect();
            let mut reader = Reader { numbers: flat.numbers.iter(), units: &units };
            assert_eq!(reader.summary(text, shown), serde_json::to_value(SummaryOutput::new(&summary, text, shown))?);
            assert_eq!(reader.numbers.len(), 0);
        }
        Ok(())
    }
}
