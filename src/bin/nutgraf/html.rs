//! Publish time: a `<nut-graf>` with the finished summary inside, which works without script and which the script
//! takes over while it fits the article.

use crate::failure::Failure;
use crate::input::Kind;
use ego_tree::iter::Edge;
use nutgraf::output::{SummaryOutput, on_one_line};
use nutgraf::{Options, Summary, SummaryLength, SummaryType};
use scraper::{ElementRef, Html, Node, Selector};
use std::io::Write;

/// What a widget that has no `for` takes for its article: the list of www/element.js.
const ARTICLE: &str = "article,[role=article],[itemprop=articleBody],main,[role=main],body";
/// What holds an article's text, and what holds none of it: the lists of www/published.js.
const TEXT: [&str; 9] = ["p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"];
const NO_TEXT: [&str; 10] =
    ["nut-graf", "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button"];

/// The widget's own words for each language, from the files that it fetches.
macro_rules! words {
    ($($language:literal)*) => {
        [$(($language, include_str!(concat!("../../../www/labels/", $language, ".js")))),*]
    };
}
const WORDS: [(&str, &str); 22] = words!("da" "de" "fr" "es" "pt" "it" "nl" "sv" "pl" "cs" "ru" "uk" "tr" "ar" "fa" "hi" "id" "vi" "zh" "ja" "ko" "th");
/// English, in two files: what the button needs, and the rest.
const ENGLISH: [&str; 2] = [include_str!("../../../www/labels.js"), include_str!("../../../www/labels/en.js")];

/// Prints the element. `source` is the input that `summary` was made from.
pub(crate) fn widget(
    out: &mut dyn Write,
    source: &str,
    kind: Kind,
    summary: &Summary,
    article_text: &str,
    options: &Options,
) -> Result<(), Failure> {
    let (summary_type, length) = (type_name(options.summary_type), length_name(options.length));
    let data = serde_json::json!({
        "hash": fingerprint(&if kind == Kind::Html { text_around(source, summary) } else { unspaced(article_text) }),
        "type": summary_type,
        "length": length,
        "summary": SummaryOutput::new(summary, article_text, false),
    });
    // Inside a script element only `<` could end or change anything.
    let data = data.to_string().replace('<', "\\u003c");
    let language = summary.language;
    let word = |name| escaped(&word(language, name));
    let spoken = if WORDS.iter().any(|(code, _)| *code == language) { language } else { "en" };
    writeln!(out, "<nut-graf type=\"{summary_type}\" length=\"{length}\">")?;
    writeln!(out, "  <script type=\"application/json\">{data}</script>")?;
    writeln!(out, "  <details>")?;
    writeln!(out, "    <summary lang=\"{spoken}\">{} {}</summary>", word("question"), word("call"))?;
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
    writeln!(out, "    <p lang=\"{spoken}\">{}</p>", word("unchanged"))?;
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

/// A word of the widget: the string of the member `name` in the language's file.
fn word(language: &str, name: &str) -> String {
    let own = WORDS.iter().find(|(code, _)| *code == language).map(|(_, file)| *file);
    let opening = format!("\n  {name}: '");
    let found = own.into_iter().chain(ENGLISH).find_map(|file| {
        let (_, rest) = file.split_once(&opening)?;
        Some(rest.split_once("',\n")?.0)
    });
    found.unwrap_or_default().replace("\\'", "'")
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
    use super::{WORDS, escaped, word};

    #[test]
    fn every_language_has_its_words() {
        assert_eq!(word("en", "call"), "Get a summary");
        assert_eq!(word("und", "unchanged"), "Sentences taken unchanged from this article.");
        for (language, _) in WORDS {
            for name in ["question", "call", "unchanged"] {
                let own = word(language, name);
                assert!(!own.is_empty() && own != word("en", name), "{language} {name}");
            }
        }
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<b title=\"x\"> R&D"), "&lt;b title=&quot;x&quot;&gt; R&amp;D");
    }
}
