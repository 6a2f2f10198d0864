//! A summary as numbers and one string for the browser: what [`crate::output`] gives, without names, which `boundary.js`
//! puts back. Scores are whole numbers of ten-thousandths, kinds their places among [`crate::EntityKind`].
//!
//! Two views of the memory cross to JavaScript: a call for each member took longer than the summary, and to write JSON
//! and read it took a twentieth of it. Sentences cross as places, as JavaScript has the text.

use crate::analysis::Document;
use crate::article::Article;
use crate::error::Error;
use crate::options::Options;
use crate::select::Chosen;
use crate::summarize_article;
use crate::summary::{Outline, SCORE_STEPS};
use crate::text::utf16::{Utf16Units, units_in};

/// A summary in the order in which the other side reads it.
pub(crate) struct Flat {
    /// Whole numbers: of each piece of the string its length in UTF-16 units, and all that is no string.
    pub(crate) numbers: Vec<u32>,
    /// The language, the headline, and the names of the entities; at the end the text, where it is shown.
    pub(crate) string: String,
}

/// Room for what most summaries are, so that it need not grow.
const ROOM: usize = 512;

impl Flat {
    /// Summarizes an article as [`crate::summarize`] does.
    pub(crate) fn summarize(article: &Article<'_>, options: &Options, shown: bool) -> Result<Self, Error> {
        summarize_article(article, options, |document, chosen| Self::of(document, chosen, shown))
    }

    /// The summary of an article, whose text comes with it when it is `shown`.
    fn of(document: &Document<'_>, chosen: &[Chosen], shown: bool) -> Self {
        let text = document.article.text();
        let list = &document.entities.list;
        let outline = Outline::new(document, chosen);
        let mut flat = Self { numbers: Vec::with_capacity(ROOM), string: String::with_capacity(ROOM) };
        flat.piece(document.prose.language);
        // A headline that is there has letters.
        flat.piece(document.article.headline().unwrap_or_default());
        let article = &outline.article;
        for number in
            [outline.words, outline.reading_seconds, article.words, article.sentences, article.reading_seconds]
        {
            flat.number(number);
        }
        flat.number(usize::from(outline.worthwhile));
        flat.number(usize::from(document.article.is_truncated()));
        flat.number(outline.entities.len());
        for number in &outline.entities {
            let entity = &list[*number as usize];
            flat.piece(&entity.name(text));
            flat.number(entity.kind as usize);
            flat.score(entity.weight);
            flat.number(entity.mentions);
        }
        flat.number(outline.sentences.len());
        let mut units = Utf16Units::new(text);
        for sentence in &outline.sentences {
            let (offset, length) = units.of(sentence.span);
            flat.number(offset);
            flat.number(length);
            flat.number(sentence.paragraph);
            flat.score(sentence.rank_score);
            sentence.signals.iter().for_each(|part| flat.score(*part));
            flat.number(sentence.names.len());
            let places =
                sentence.names.iter().filter_map(|name| outline.entities.iter().position(|entity| entity == name));
            places.for_each(|place| flat.number(place));
        }
        if shown {
            flat.string.push_str(text);
        }
        flat
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
    use crate::{EntityKind, Signal, summarize};
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
            let [worthwhile, truncated] = [(); 2].map(|()| self.number() == 1);
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
                "readingSeconds": seconds, "article": article, "worthwhile": worthwhile, "truncated": truncated,
            })
        }
    }

    #[test]
    fn says_what_the_contract_says() -> Result<(), Box<dyn std::error::Error>> {
        let text = "Riga \"opens\" its \\ bridge\u{0}\n\nThe mayor of Riga\topened the “new” bridge 𝄞 on Monday. It had cost \
            9 million euros. Fishermen from Jurmala protested against Mayor Jānis Bērziņš on 5 May.";
        let article = Article::from_text(text);
        let options = Options { sentences: Some(2), ..Options::default() };
        let summary = summarize(&article, &options)?;
        for shown in [false, true] {
            let flat = Flat::summarize(&article, &options, shown)?;
            let units: Vec<u16> = flat.string.encode_utf16().collect();
            let mut reader = Reader { numbers: flat.numbers.iter(), units: &units };
            assert_eq!(reader.summary(text, shown), serde_json::to_value(SummaryOutput::new(&summary, text, shown))?);
            assert_eq!(reader.numbers.len(), 0);
        }
        Ok(())
    }
}
