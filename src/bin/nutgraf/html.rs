//! Publish time: a `<nut-graf>` with the finished summary inside, which works without script and which the script
//! takes over while it fits the article.

use crate::failure::Failure;
use crate::input::Kind;
use ego_tree::iter::Edge;
use nutgraf::{Options, Summary, SummaryLength, SummaryType, on_one_line};
use scraper::{ElementRef, Html, Node, Selector};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::iter;

/// What a widget that has no `for` takes for its article: the list of www/article.js.
const ARTICLE: &str = "article,[role=article],[itemprop=articleBody],main,[role=main],body";
/// What holds an article's text, and what holds none of it: the lists of www/published.js.
const TEXT: [&str; 9] = ["p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"];
const NO_TEXT: [&str; 10] =
    ["nut-graf", "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button"];

/// The files that the widget's labels are built from, by the tag of their language.
const LABELS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// Tags that have the labels of another one, as JSON.
const LABEL_ALIASES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/www/label-aliases.json"));

/// The labels that stand in the page before any script runs.
#[derive(Deserialize)]
struct Labels {
    lang: String,
    question: String,
    call: String,
    unchanged: String,
}

impl Labels {
    /// For a BCP 47 tag by lookup (RFC 4647, 3.4), English where there are none: what `languageOf` in www/labels.js does with the
    /// names that scripts/build.mjs gives it, its aliases included.
    fn of(tag: &str) -> Result<Self, Failure> {
        let tag = tag.to_ascii_lowercase();
        let aliases: BTreeMap<&str, &str> = serde_json::from_str(LABEL_ALIASES)
            .map_err(|error| Failure::bad_input(format!("the tags with another one's labels: {error}")))?;
        let (_, file) = iter::successors(Some(&*tag), |range| range.rsplit_once('-').map(|(shorter, _)| shorter))
            .chain(["en"])
            .map(|range| aliases.get(range).copied().unwrap_or(range))
            .find_map(|range| LABELS.iter().find(|(known, _)| known.eq_ignore_ascii_case(range)))
            .ok_or_else(|| Failure::bad_input("there are no labels".to_owned()))?;
        serde_json::from_str(file).map_err(|error| Failure::bad_input(format!("the labels for {tag}: {error}")))
    }

    /// The button's text. Full-width punctuation has its space in it.
    fn button(&self) -> String {
        let space = if self.question.ends_with(|c| ('\u{ff01}'..='\u{ff60}').contains(&c)) { "" } else { " " };
        format!("{}{space}{}", self.question, self.call)
    }
}

/// A finished element: a summary, and what else is published with it.
pub(crate) struct Finished<'s> {
    summary: Summary,
    options: &'s Options,
    /// The summary's BCP 47 tag.
    language: String,
    /// Of the article's text, by [`fingerprint_of`].
    hash: u32,
}

impl<'s> Finished<'s> {
    /// `source` is the input that `summary` was made from.
    pub(crate) fn new(mut summary: Summary, options: &'s Options, source: &str, kind: Kind, hash: u32) -> Self {
        // The page has it.
        summary.article.text = None;
        let language = full_tag(source, kind, options, summary.language);
        Self { summary, options, language, hash }
    }

    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// The lines of its content, one within the other. `linked` is JSON-LD to publish with it; where the page's encoding
    /// has no Unicode, JSON is in ASCII.
    pub(crate) fn content(&self, linked: Option<&Value>, is_unicode: bool) -> Result<Vec<String>, Failure> {
        let Self { summary, options, language, hash } = self;
        let data = serde_json::json!({
            "hash": hash,
            "type": type_name(options.summary_type),
            "length": length_name(options.length),
            "summary": summary,
        });
        let labels = Labels::of(language)?;
        let spoken = &labels.lang;
        let script =
            |kind: &str, json: &Value| format!("  <script type=\"{kind}\">{}</script>", in_script(json, is_unicode));
        let mut lines = vec![script("application/json", &data)];
        lines.extend(linked.map(|linked| script("application/ld+json", linked)));
        lines.push("  <details>".to_owned());
        lines.push(format!("    <summary lang=\"{spoken}\">{}</summary>", escaped(&labels.button())));
        let language = if language == "und" { String::new() } else { format!(" lang=\"{language}\"") };
        let mut sentences = summary.sentences.iter().map(|s| escaped(&on_one_line(&s.text)));
        if options.summary_type == SummaryType::KeyPoints {
            lines.push(format!("    <ul{language} dir=\"auto\">"));
            lines.extend(sentences.map(|sentence| format!("      <li>{sentence}</li>")));
            lines.push("    </ul>".to_owned());
        } else {
            let text: Vec<String> = sentences.by_ref().collect();
            lines.push(format!("    <p{language} dir=\"auto\">{}</p>", text.join(summary.sentence_gap())));
        }
        lines.push(format!("    <p lang=\"{spoken}\">{}</p>", escaped(&labels.unchanged)));
        lines.push("  </details>".to_owned());
        Ok(lines)
    }
}

/// JSON as the content of a script element, which only `<` could end or change. Character references mean nothing there:
/// what the page's encoding may lack is escaped as JSON has it.
fn in_script(json: &Value, is_unicode: bool) -> String {
    let json = json.to_string().replace('<', "\\u003c");
    if is_unicode {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            out.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

/// Prints the element. `source` is the input that `summary` was made from.
pub(crate) fn widget(
    out: &mut dyn Write,
    source: &str,
    kind: Kind,
    summary: Summary,
    article_text: &str,
    options: &Options,
) -> Result<(), Failure> {
    let text = if kind == Kind::Html { text_around(source, &summary) } else { unspaced(article_text) };
    let finished = Finished::new(summary, options, source, kind, fingerprint(&text));
    let (summary_type, length) = (type_name(options.summary_type), length_name(options.length));
    writeln!(out, "<nut-graf type=\"{summary_type}\" length=\"{length}\">")?;
    for line in finished.content(None, true)? {
        writeln!(out, "{line}")?;
    }
    Ok(writeln!(out, "</nut-graf>")?)
}

/// What a widget takes for its article: `articleOf` of www/article.js. Nothing where its `for` names nothing.
pub(crate) fn article_of<'p>(host: ElementRef<'p>, page: &'p Html) -> Option<ElementRef<'p>> {
    let Some(name) = host.attr("for").filter(|name| !name.is_empty()) else {
        return article_around(host.parent().and_then(ElementRef::wrap)?);
    };
    let mut elements = page.root_element().descendants().filter_map(ElementRef::wrap);
    elements.find(|element| element.attr("id") == Some(name)).or_else(|| {
        let selector = Selector::parse(name).ok()?;
        page.select(&selector).next()
    })
}

/// The article that an element is or stands in.
pub(crate) fn article_around(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let selector = Selector::parse(ARTICLE).ok()?;
    let outward = iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap));
    outward.into_iter().find(|element| selector.matches(element))
}

/// Whether a text is one of those that the widget adds to a summary, in whatever language.
pub(crate) fn is_label(text: &str) -> bool {
    LABELS
        .iter()
        .filter_map(|(_, file)| serde_json::from_str::<Labels>(file).ok())
        .any(|labels| [labels.button(), labels.unchanged].iter().any(|label| on_one_line(label) == text))
}

/// The language of the summary, with region and script where the caller or the page says them.
fn full_tag(source: &str, kind: Kind, options: &Options, language: &str) -> String {
    let page = Html::parse_document(if kind == Kind::Html { source } else { "" });
    let selector = Selector::parse("[lang]");
    let said = selector.iter().flat_map(|selector| page.select(selector)).filter_map(|element| element.attr("lang"));
    let mut tags = options.language.as_deref().into_iter().chain(said);
    let tag = tags.find(|tag| tag.split('-').next().is_some_and(|code| code.eq_ignore_ascii_case(language)));
    tag.filter(|tag| tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .unwrap_or(language)
        .to_owned()
}

pub(crate) const fn type_name(summary_type: SummaryType) -> &'static str {
    match summary_type {
        SummaryType::KeyPoints => "key-points",
        SummaryType::Tldr => "tldr",
        SummaryType::Teaser => "teaser",
        SummaryType::Headline => "headline",
    }
}

pub(crate) const fn length_name(length: SummaryLength) -> &'static str {
    match length {
        SummaryLength::Short => "short",
        SummaryLength::Medium => "medium",
        SummaryLength::Long => "long",
    }
}

pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
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

/// The same of what is in an element.
pub(crate) fn fingerprint_of(root: ElementRef<'_>) -> u32 {
    fingerprint(&text_of(root))
}

/// The text of the smallest article-like element that holds the whole summary.
fn text_around(source: &str, summary: &Summary) -> String {
    let page = Html::parse_document(source);
    smallest_holding(&page, summary).map(text_of).unwrap_or_default()
}

/// The smallest article-like element that holds the whole summary.
pub(crate) fn smallest_holding<'p>(page: &'p Html, summary: &Summary) -> Option<ElementRef<'p>> {
    let sentences: Vec<String> = summary.sentences.iter().map(|s| unspaced(&s.text)).collect();
    let selector = Selector::parse(ARTICLE).ok()?;
    let texts = page.select(&selector).map(|element| (element, text_of(element)));
    let holding = texts.filter(|(_, text)| sentences.iter().all(|sentence| text.contains(sentence)));
    holding.min_by_key(|(_, text)| text.len()).map(|(element, _)| element)
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
pub(crate) fn unspaced(text: &str) -> String {
    text.chars().filter(|c| !(c.is_whitespace() && *c != '\u{85}' || *c == '\u{feff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::{LABELS, Labels, escaped, full_tag};
    use crate::input::Kind;
    use nutgraf::Options;

    fn spoken(tag: &str) -> Option<String> {
        Labels::of(tag).ok().map(|labels| labels.lang)
    }

    #[test]
    fn every_language_has_its_labels() {
        for (language, _) in LABELS {
            assert_eq!(spoken(language).as_deref(), Some(*language));
            let own = Labels::of(language).ok();
            assert!(
                own.is_some_and(|own| [own.question, own.call, own.unchanged].iter().all(|label| !label.is_empty())),
                "{language}"
            );
        }
    }

    #[test]
    fn labels_are_looked_up_by_the_whole_tag() {
        for (tag, language) in [
            ("pt-BR", "pt-BR"),
            ("PT-br-x-abc", "pt-BR"),
            ("pt-PT", "pt"),
            ("pt-AO", "pt"),
            ("zh-TW", "zh-Hant"),
            ("zh-hk-x-abc", "zh-Hant"),
            ("zh-Hant-MO", "zh-Hant"),
            ("zh-Hans-HK", "zh"),
            ("zh-CN", "zh"),
            ("de-Latn-CH-1996", "de"),
            ("und", "en"),
            ("is", "en"),
            ("", "en"),
            ("デ", "en"),
        ] {
            assert_eq!(spoken(tag).as_deref(), Some(language), "{tag}");
        }
    }

    #[test]
    fn no_space_follows_full_width_punctuation() {
        let button = |tag| Labels::of(tag).ok().map(|labels| labels.button());
        assert_eq!(button("en").as_deref(), Some("No time to read? Get a summary"));
        assert_eq!(button("zh-TW").as_deref(), Some("沒時間讀完？查看摘要"));
    }

    #[test]
    fn the_page_says_more_of_the_language_than_the_summary() {
        let tag = |source: &str, language: Option<&str>, known: &str| {
            let options = Options { language: language.map(str::to_owned), ..Options::default() };
            full_tag(source, Kind::Html, &options, known)
        };
        assert_eq!(tag("<html lang=pt-BR><p>", None, "pt"), "pt-BR");
        assert_eq!(tag("<html lang=en><a lang=fr></a><article lang=zh-TW>", None, "zh"), "zh-TW");
        assert_eq!(tag("<html lang=pt-PT>", Some("pt-BR"), "pt"), "pt-BR");
        assert_eq!(tag("<html lang=en>", None, "de"), "de");
        assert_eq!(tag("<html lang='de-\"&gt;'>", None, "de"), "de");
        assert_eq!(tag("<html>", None, "und"), "und");
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<b title=\"x\"> R&D"), "&lt;b title=&quot;x&quot;&gt; R&amp;D");
    }
}
