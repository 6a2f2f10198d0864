//! Publish time: a `<nut-graf>` with the finished summary inside, which works without script and which the script
//! takes over while it fits the article.

use crate::failure::Failure;
use crate::input::Kind;
use ego_tree::iter::Edge;
use nutgraf::{Options, Summary, SummaryLength, SummaryType, on_one_line};
use scraper::{ElementRef, Html, Node, Selector};
use serde::Deserialize;
use std::io::Write;

/// What a widget that has no `for` takes for its article: the list of www/article.js.
const ARTICLE: &str = "article,[role=article],[itemprop=articleBody],main,[role=main],body";
/// What holds an article's text, and what holds none of it: the lists of www/published.js.
const TEXT: [&str; 9] = ["p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"];
const NO_TEXT: [&str; 10] =
    ["nut-graf", "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button"];

/// The files that the widget's labels are built from, by language.
macro_rules! label_files {
    ($($language:literal)*) => {
        [$(($language, include_str!(concat!("../../../www/labels/", $language, ".json")))),*]
    };
}
const LABELS: [(&str, &str); 23] = label_files!("en" "da" "de" "fr" "es" "pt" "it" "nl" "sv" "pl" "cs" "ru" "uk" "tr" "ar" "fa" "hi" "id" "vi" "zh" "ja" "ko" "th");

/// The labels that stand in the page before any script runs.
#[derive(Deserialize)]
struct Labels {
    lang: String,
    question: String,
    call: String,
    unchanged: String,
}

impl Labels {
    /// In the language, or in English where the widget has none in it.
    fn of(language: &str) -> Result<Self, Failure> {
        let [english, ..] = LABELS;
        let (code, file) = LABELS.into_iter().find(|(code, _)| *code == language).unwrap_or(english);
        serde_json::from_str(file).map_err(|error| Failure::bad_input(format!("the labels for {code}: {error}")))
    }
}

/// Prints the element. `source` is the input that `summary` was made from.
pub(crate) fn widget(
    out: &mut dyn Write,
    source: &str,
    kind: Kind,
    mut summary: Summary,
    article_text: &str,
    options: &Options,
) -> Result<(), Failure> {
    // The page has it.
    summary.article.text = None;
    let (summary_type, length) = (type_name(options.summary_type), length_name(options.length));
    let data = serde_json::json!({
        "hash": fingerprint(&if kind == Kind::Html { text_around(source, &summary) } else { unspaced(article_text) }),
        "type": summary_type,
        "length": length,
        "summary": summary,
    });
    // Inside a script element only `<` could end or change anything.
    let data = data.to_string().replace('<', "\\u003c");
    let language = summary.language;
    let labels = Labels::of(language)?;
    let spoken = &labels.lang;
    writeln!(out, "<nut-graf type=\"{summary_type}\" length=\"{length}\">")?;
    writeln!(out, "  <script type=\"application/json\">{data}</script>")?;
    writeln!(out, "  <details>")?;
    writeln!(out, "    <summary lang=\"{spoken}\">{} {}</summary>", escaped(&labels.question), escaped(&labels.call))?;
    let language = if language == "und" { String::new() } else { format!(" lang=\"{language}\"") };
    let sentences: Vec<String> = summary.sentences.iter().map(|s| escaped(&s.text)).collect();
    if options.summary_type == SummaryType::KeyPoints {
        writeln!(out, "    <ul{language} dir=\"auto\">")?;
        for sentence in sentences {
            writeln!(out, "      <li>{sentence}</li>")?;
        }
        writeln!(out, "    </ul>")?;
    } else {
        writeln!(out, "    <p{language} dir=\"auto\">{}</p>", sentences.join(" "))?;
    }
    writeln!(out, "    <p lang=\"{spoken}\">{}</p>", escaped(&labels.unchanged))?;
    Ok(writeln!(out, "  </details>\n</nut-graf>")?)
}

const fn type_name(summary_type: SummaryType) -> &'static str {
    match summary_type {
        SummaryType::KeyPoints => "key-points",
        SummaryType::Tldr => "tldr",
        SummaryType::Teaser => "teaser",
        SummaryType::Headline => "headline",
    }
}

const fn length_name(length: SummaryLength) -> &'static str {
    match length {
        SummaryLength::Short => "short",
        SummaryLength::Medium => "medium",
        SummaryLength::Long => "long",
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in on_one_line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// FNV-1a of the article's text, which is without white space, over UTF-16 units, in 32 bits: what www/published.js computes of
/// the live article.
fn fingerprint(text: &str) -> u32 {
    text.encode_utf16().fold(0x811c_9dc5, |hash: u32, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193))
}

/// The text of the smallest article-like element that holds the whole summary.
fn text_around(source: &str, summary: &Summary) -> String {
    let page = Html::parse_document(source);
    let sentences: Vec<String> = summary.sentences.iter().map(|s| unspaced(&s.text)).collect();
    let Ok(selector) = Selector::parse(ARTICLE) else { return String::new() };
    let texts = page.select(&selector).map(text_of);
    let holding = texts.filter(|text| sentences.iter().all(|sentence| text.contains(sentence)));
    holding.min_by_key(String::len).unwrap_or_default()
}

fn text_of(root: ElementRef<'_>) -> String {
    let mut text = String::new();
    let (mut counting, mut skipping) = (0_usize, 0_usize);
    for edge in root.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node.value(), true),
            Edge::Close(node) => (node.value(), false),
        };
        match node {
            Node::Element(element) => {
                for (list, depth) in [(TEXT.as_slice(), &mut counting), (NO_TEXT.as_slice(), &mut skipping)] {
                    if list.contains(&element.name()) {
                        *depth = if opens { *depth + 1 } else { depth.saturating_sub(1) };
                    }
                }
            }
            Node::Text(piece) if opens && counting > 0 && skipping == 0 => text.push_str(&unspaced(piece)),
            _ => {}
        }
    }
    text
}

/// Without what JavaScript's `\s` takes for white space.
fn unspaced(text: &str) -> String {
    text.chars().filter(|c| !(c.is_whitespace() && *c != '\u{85}' || *c == '\u{feff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::{LABELS, Labels, escaped};

    #[test]
    fn every_language_has_its_labels() {
        for (language, _) in LABELS {
            let labels = Labels::of(language).map_err(|failure| failure.message());
            assert_eq!(labels.as_ref().map(|labels| labels.lang.as_str()), Ok(language));
            assert!(
                labels.is_ok_and(|own| [own.question, own.call, own.unchanged].iter().all(|label| !label.is_empty())),
                "{language}"
            );
        }
    }

    #[test]
    fn a_language_without_labels_gets_the_english_ones() {
        let call = Labels::of("und").map(|labels| labels.call).map_err(|failure| failure.message());
        assert_eq!(call.as_deref(), Ok("Get a summary"));
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<b title=\"x\"> R&D"), "&lt;b title=&quot;x&quot;&gt; R&amp;D");
    }
}
