//! Where in a page its summary goes: into the page's own element, or as `data-auto` of the script places it.

use super::arguments::{InjectArguments, Position};
use crate::failure::Failure;
use crate::html;
use crate::source_tree::SourceTree;
use crate::splice::Edit;
use nutgraf::{Options, Summary, on_one_line};
use scraper::{ElementRef, Selector};
use std::ops::Range;

/// What belongs to the headline and stands after it, and what the button comes after if the headline is in it: the lists
/// of www/auto.js.
const STANDFIRST: &str =
    "[class*=standfirst i],[class*=subtitle i],[class*=deck i],[class*=byline i],[role=doc-subtitle],time";
const AROUND: &str = "a,button,summary,label,[role=button],[role=link],details,header,hgroup";
const HEADINGS: &str = "h1,h2,h3,[itemprop=headline]";
const BESIDE_THE_STORY: [&str; 2] = ["aside", "nav"];

/// A place for the element, or the element that is there.
pub(super) struct Place<'t> {
    /// What holds the element, and what is its article.
    pub(super) parent: ElementRef<'t>,
    pub(super) article: ElementRef<'t>,
    side: Side,
    /// The tag by which the line is indented.
    beside: usize,
}

enum Side {
    /// Between the tags of an element that is there, of which the start tag is replaced if it says otherwise.
    Within {
        host: Vec<(String, String)>,
        start_tag: Range<usize>,
        content: Range<usize>,
    },
    /// On a line of its own before or behind this byte.
    Before(usize),
    Behind(usize),
}

impl<'t> Place<'t> {
    /// The page's own element.
    pub(super) fn of_host(host: ElementRef<'t>, tree: &'t SourceTree) -> Result<Self, Failure> {
        let tags = tree.start_tag(host).zip(tree.content(host)).zip(host.parent().and_then(ElementRef::wrap));
        let ((start_tag, content), parent) =
            tags.ok_or_else(|| Failure::bad_input("has a <nut-graf> without an end tag"))?;
        let article = html::article_of(host, &tree.html).ok_or_else(|| {
            Failure::bad_input(format!("for=\"{}\" names no element", host.attr("for").unwrap_or_default()))
        })?;
        let (host, start_tag) = (start_tag.attributes.clone(), start_tag.range.clone());
        let beside = start_tag.start;
        Ok(Self { parent, article, side: Side::Within { host, start_tag, content }, beside })
    }

    /// A place for a new element.
    pub(super) fn find(
        tree: &'t SourceTree,
        text: &str,
        headline: Option<&str>,
        summary: &Summary,
        asked: &InjectArguments,
    ) -> Result<Self, Failure> {
        if let Some(selector) = &asked.at {
            let anchor = tree.html.select(selector).next();
            let anchor = anchor.ok_or_else(|| Failure::bad_input("has nothing that --at selects"))?;
            return Self::beside(anchor, asked.position, tree, text);
        }
        let anchor = headline.and_then(|headline| below_headline(tree, headline));
        if let Some(anchor) = anchor.filter(|anchor| tree.whole(*anchor).is_some()) {
            return Self::beside(anchor, Position::After, tree, text);
        }
        let article = html::smallest_holding(&tree.html, summary);
        let article = article.ok_or_else(|| {
            Failure::bad_input("has no heading with its headline, and no element around its story: say --at")
        })?;
        Self::beside(article, Position::Prepend, tree, text)
    }

    fn beside(anchor: ElementRef<'t>, position: Position, tree: &SourceTree, text: &str) -> Result<Self, Failure> {
        let no_tags = || {
            let name = anchor.value().name();
            Failure::bad_input(format!("the <{name}> at which the summary goes has no tags of its own: say --at"))
        };
        let whole = tree.whole(anchor);
        let is_within = matches!(position, Position::Prepend | Position::Append);
        let side = match position {
            Position::Before => Side::Before(tree.start_tag(anchor).ok_or_else(no_tags)?.range.start),
            Position::After => Side::Behind(whole.ok_or_else(no_tags)?.end),
            Position::Prepend => Side::Behind(tree.start_tag(anchor).ok_or_else(no_tags)?.range.end),
            Position::Append => {
                let content = tree.content(anchor).ok_or_else(no_tags)?;
                Side::Behind(content.start + text[content].trim_end().len())
            }
        };
        let outer = anchor.parent().and_then(ElementRef::wrap);
        let parent = if is_within { Some(anchor) } else { outer }.ok_or_else(no_tags)?;
        let article = html::article_around(parent)
            .ok_or_else(|| Failure::bad_input("the place that --at selects is not in the page's body"))?;
        let beside = tree.start_tag(anchor).ok_or_else(no_tags)?.range.start;
        Ok(Self { parent, article, side, beside })
    }

    /// The white space before the tag beside it, if nothing else is on its line.
    pub(super) fn indent<'s>(&self, text: &'s str) -> &'s str {
        let line = text[..self.beside].rsplit(['\n', '\r']).next().unwrap_or_default();
        if line.chars().all(|c| c == ' ' || c == '\t') { line } else { "" }
    }

    /// What changes in the page. `content` is what the element holds, and ends with the end of a line and its indent.
    pub(super) fn edits(&self, content: &str, options: &Options, line_end: &str) -> Vec<Edit> {
        let (kind, length) = (html::type_name(options.summary_type), html::length_name(options.length));
        let indent = content.rsplit('\n').next().unwrap_or_default();
        let element = || format!("<nut-graf type=\"{kind}\" length=\"{length}\">{content}</nut-graf>");
        match &self.side {
            Side::Within { host, start_tag, content: old } => {
                let mut edits = vec![Edit { range: old.clone(), with: content.to_owned() }];
                if let Some(attributes) = with_values(host, [("type", kind), ("length", length)]) {
                    edits.push(Edit { range: start_tag.clone(), with: format!("<nut-graf{attributes}>") });
                }
                edits
            }
            Side::Before(at) => vec![Edit { range: *at..*at, with: format!("{}{line_end}{indent}", element()) }],
            Side::Behind(at) => vec![Edit { range: *at..*at, with: format!("{line_end}{indent}{}", element()) }],
        }
    }
}

/// The attributes with these values; nothing where they have them already, or leave out what is the default.
fn with_values(host: &[(String, String)], values: [(&str, &str); 2]) -> Option<String> {
    let said = |name: &str| host.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let defaults = Options::default();
    let defaults = [html::type_name(defaults.summary_type), html::length_name(defaults.length)];
    let is_said = values
        .iter()
        .zip(defaults)
        .all(|((name, value), default)| said(name).map_or(*value == default, |said| said.eq_ignore_ascii_case(value)));
    if is_said {
        return None;
    }
    let kept = host.iter().filter(|(own, _)| values.iter().all(|(name, _)| own != name));
    let all = kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(values);
    Some(all.map(|(name, value)| format!(" {name}=\"{}\"", html::escaped(value))).collect())
}

/// The last of what belongs to the headline.
fn below_headline<'t>(tree: &'t SourceTree, headline: &str) -> Option<ElementRef<'t>> {
    let [headings, around, standfirst] = [HEADINGS, AROUND, STANDFIRST].map(|list| Selector::parse(list).ok());
    let (headings, around, standfirst) = (headings?, around?, standfirst?);
    let headline = on_one_line(headline);
    let outward = |element: ElementRef<'t>| element.ancestors().filter_map(ElementRef::wrap);
    let of_story = tree
        .html
        .select(&headings)
        .filter(|heading| !outward(*heading).any(|outer| BESIDE_THE_STORY.contains(&outer.value().name())))
        .map(|heading| (heading, on_one_line(&heading.text().collect::<String>()).trim().to_owned()));
    let of_story: Vec<_> = of_story.collect();
    // A kicker may stand in the heading, too.
    let found = of_story.iter().find(|(_, text)| *text == headline);
    let (heading, _) = found.or_else(|| of_story.iter().find(|(_, text)| text.contains(&*headline)))?;
    let article = html::article_around(*heading)?;
    let within = outward(*heading).take_while(|outer| outer.id() != article.id());
    let mut place = within.filter(|outer| around.matches(outer)).last().unwrap_or(*heading);
    while let Some(next) = place.next_siblings().find_map(ElementRef::wrap).filter(|next| standfirst.matches(next)) {
        place = next;
    }
    Some(place)
}
