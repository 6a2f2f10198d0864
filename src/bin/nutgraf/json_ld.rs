//! What a page tells machines of its summary: JSON-LD in the terms of schema.org, `abstract` and `speakable` of the article.

use nutgraf::{Summary, on_one_line};
use scraper::{ElementRef, Html};
use serde_json::{Value, json};

/// The elements that hold the sentences of a finished summary, to be read aloud.
const SPOKEN: &str = "nut-graf [dir=auto]";
/// How the names of the types end that have `speakable`: those of articles.
const ARTICLES: [&str; 2] = ["Article", "BlogPosting"];

/// By what type and name the page already speaks of its article, so that what is added is said of the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ArticleNode {
    types: Value,
    id: Option<Value>,
}

impl ArticleNode {
    /// The page's node that has this headline, else its first article, else a `NewsArticle` without a name.
    pub(crate) fn of_page(page: &Html, headline: Option<&str>) -> Self {
        let scripts: Vec<Value> =
            scripts(page).filter(|script| !is_in_element(*script)).filter_map(|script| parsed(script).ok()).collect();
        let mut articles = Vec::new();
        scripts.iter().for_each(|script| collect(script, &mut articles));
        articles.retain(|node| is_article(node));
        let has_headline = |node: &&&Value| {
            let own = node.get("headline").and_then(Value::as_str).map(on_one_line);
            own.is_some_and(|own| headline.is_some_and(|headline| own == on_one_line(headline)))
        };
        let chosen = articles.iter().find(has_headline).or_else(|| articles.first());
        Self {
            types: chosen.and_then(|node| node.get("@type")).cloned().unwrap_or_else(|| "NewsArticle".into()),
            id: chosen.and_then(|node| node.get("@id")).filter(|id| id.is_string()).cloned(),
        }
    }
}

/// Says the summary of the article. `language` is the summary's BCP 47 tag, `und` where it is not known.
pub(crate) fn of_summary(summary: &Summary, language: &str, article: &ArticleNode) -> Value {
    let mut node = json!({
        "@context": "https://schema.org",
        "@type": article.types,
        "abstract": on_one_line(&summary.text()),
        "speakable": { "@type": "SpeakableSpecification", "cssSelector": [SPOKEN] },
    });
    if let Some(id) = &article.id {
        node["@id"] = id.clone();
    }
    if let Some(headline) = &summary.headline {
        node["headline"] = on_one_line(headline).into();
    }
    if language != "und" {
        node["inLanguage"] = language.into();
    }
    node
}

/// What the page says of its summary: in a `<nut-graf>`, or wherever `speakable` names one. An error is JSON in a
/// `<nut-graf>` that cannot be read.
pub(crate) fn published(page: &Html) -> Vec<Result<Value, serde_json::Error>> {
    let mut found = Vec::new();
    for script in scripts(page) {
        match parsed(script) {
            Ok(json) if is_in_element(script) => found.push(Ok(json)),
            Ok(json) => {
                let mut nodes = Vec::new();
                collect(&json, &mut nodes);
                found.extend(nodes.into_iter().filter(|node| speaks_of_element(node)).cloned().map(Ok));
            }
            Err(error) if is_in_element(script) => found.push(Err(error)),
            // Of other things.
            Err(_) => {}
        }
    }
    found
}

fn scripts(page: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    page.root_element().descendants().filter_map(ElementRef::wrap).filter(|element| {
        let is_linked_data = |kind: &str| kind.trim().eq_ignore_ascii_case("application/ld+json");
        element.value().name() == "script" && element.attr("type").is_some_and(is_linked_data)
    })
}

fn parsed(script: ElementRef<'_>) -> serde_json::Result<Value> {
    serde_json::from_str(&script.text().collect::<String>())
}

fn is_in_element(script: ElementRef<'_>) -> bool {
    script.ancestors().filter_map(ElementRef::wrap).any(|element| element.value().name() == "nut-graf")
}

/// All objects, outer ones first.
fn collect<'j>(json: &'j Value, into: &mut Vec<&'j Value>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| collect(item, into)),
        Value::Object(members) => {
            into.push(json);
            members.values().for_each(|value| collect(value, into));
        }
        _ => {}
    }
}

/// The strings of a member that is one or a list of them.
fn strings(member: Option<&Value>) -> impl Iterator<Item = &str> {
    let items = member.map(|value| value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice));
    items.unwrap_or_default().iter().filter_map(Value::as_str)
}

fn is_article(node: &Value) -> bool {
    strings(node.get("@type")).any(|name| ARTICLES.iter().any(|of| name.ends_with(of)))
}

fn speaks_of_element(node: &Value) -> bool {
    let Some(speakable) = node.get("speakable") else { return false };
    let items = speakable.as_array().map_or(std::slice::from_ref(speakable), Vec::as_slice);
    items.iter().any(|item| strings(item.get("cssSelector")).any(|selector| selector.trim().starts_with("nut-graf")))
}

#[cfg(test)]
mod tests {
    use super::{ArticleNode, of_summary, published};
    use nutgraf::Options;
    use scraper::Html;
    use serde_json::json;

    fn node(script: &str, headline: &str) -> serde_json::Value {
        let page = Html::parse_document(&format!("<script type='application/ld+json'>{script}</script>"));
        let article = ArticleNode::of_page(&page, Some(headline));
        json!([article.types, article.id])
    }

    #[test]
    fn it_is_said_of_the_article_that_the_page_speaks_of() {
        assert_eq!(node("{}", "A"), json!(["NewsArticle", null]));
        assert_eq!(node("{", "A"), json!(["NewsArticle", null]));
        let graph = r##"{"@graph": [{"@type": "WebPage", "@id": "#page"},
            {"@type": ["Article", "BlogPosting"], "@id": "#one", "headline": "One"},
            {"@type": "ReportageNewsArticle", "@id": "#two", "headline": "Two  of them"}]}"##;
        assert_eq!(node(graph, "Two of them"), json!(["ReportageNewsArticle", "#two"]));
        assert_eq!(node(graph, "None"), json!([["Article", "BlogPosting"], "#one"]));
    }

    #[test]
    fn the_abstract_is_the_summary() -> Result<(), nutgraf::Error> {
        let text = "The mayor of Riga opened the new bridge on Monday.\n\nTrains will cross it from May.";
        let summary = nutgraf::summarize(text, &Options::default())?;
        let article = ArticleNode { types: "NewsArticle".into(), id: Some("#story".into()) };
        assert_eq!(
            of_summary(&summary, "en-GB", &article),
            json!({
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "@id": "#story",
                "abstract": "The mayor of Riga opened the new bridge on Monday. Trains will cross it from May.",
                "inLanguage": "en-GB",
                "speakable": { "@type": "SpeakableSpecification", "cssSelector": ["nut-graf [dir=auto]"] },
            })
        );
        Ok(())
    }

    #[test]
    fn what_speaks_of_a_summary_is_found_wherever_it_stands() {
        let page = Html::parse_document(
            r#"<script type="application/ld+json">[{"abstract": "of another"}, {"abstract": "a",
                "speakable": [{"cssSelector": "nut-graf li"}]}]</script>
            <script type="application/ld+json">{ no</script>
            <nut-graf><script type="Application/LD+JSON">{"abstract": "b"}</script>
            <script type="application/ld+json">{ no</script></nut-graf>"#,
        );
        let found: Vec<Option<String>> =
            published(&page).into_iter().map(|node| Some(node.ok()?["abstract"].as_str()?.to_owned())).collect();
        assert_eq!(found, [Some("a".to_owned()), Some("b".to_owned()), None]);
    }
}
