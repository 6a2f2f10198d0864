//! Whether a text is a page, or a piece of one, by its content.
//!
//! A page may begin with white space, comments, instructions (`<?xml …?>`) and a document type; a piece of a page with any
//! element. But a text may mention tags, and Markdown may hold some: HTML is what has most of its words inside elements.

/// Elements that begin no word of prose where their tag is written: those of HTML, by spaces.
const ELEMENTS: &str = "\
    a abbr acronym address amp-img applet area article aside audio b base basefont bdi bdo big blink blockquote body br \
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed \
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img \
    input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol \
    optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small \
    source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr \
    track tt u ul var video wbr";
/// Elements without an end, by spaces.
const VOID: &str = "area base basefont br col embed frame hr img input link meta param source track wbr";
/// Elements whose content is neither prose nor markup, by spaces.
const RAW: &str = "script style textarea pre xmp svg math";
/// Whole pages begin with these, and nothing else does.
const OF_PAGES: [&str; 3] = ["html", "head", "body"];
/// So many line breaks or rules part paragraphs that stand in no element.
const PARTING: usize = 2;

/// Whether a text is HTML.
pub(crate) fn is_html(text: &str) -> bool {
    let text = without_prologue(text);
    if starts_with(text, "<!doctype") || starts_with(text, "<?xml") {
        return true;
    }
    let Some(first) = Tag::at(text).filter(|tag| !tag.closes && tag.is_element()) else { return false };
    if OF_PAGES.iter().any(|name| first.name.eq_ignore_ascii_case(name)) {
        return true;
    }
    // "<p> is the element of paragraphs": markup has no space before a small letter.
    let behind = &text[first.length..];
    if !first.is_in(VOID) && behind.starts_with(' ') && behind.trim_start().starts_with(char::is_lowercase) {
        return false;
    }
    let found = Measure::of(text);
    found.tags > 1 && !found.is_markdown && (found.inside > found.outside || found.parting >= PARTING)
}

/// Whether a text is a page that a browser saved with all its parts as one MIME message (MHTML).
pub(crate) fn is_mhtml(text: &str) -> bool {
    let headers = text.split("\n\n").next().and_then(|h| h.split("\r\n\r\n").next()).unwrap_or_default();
    let has = |header: &str| headers.lines().any(|line| starts_with(line, header));
    has("mime-version:") && has("content-type: multipart/related")
}

/// Without white space, byte order marks, comments and instructions other than XML's.
fn without_prologue(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<?") && !starts_with(rest, "<?xml") {
            rest.find("?>").map(|at| at + 2)
        } else {
            None
        };
        match end {
            Some(end) => rest = &rest[end..],
            None => return rest,
        }
    }
}

fn starts_with(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// A start tag or an end tag.
struct Tag<'t> {
    name: &'t str,
    closes: bool,
    /// From "<" to ">".
    length: usize,
}

impl<'t> Tag<'t> {
    /// The tag that a text begins with.
    fn at(text: &'t str) -> Option<Self> {
        let behind = text.strip_prefix('<')?;
        let (closes, behind) = behind.strip_prefix('/').map_or((false, behind), |behind| (true, behind));
        let is_in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_' | '.');
        let name = &behind[..behind.find(|c| !is_in_name(c))?];
        let attributes = &behind[name.len()..];
        let delimited = attributes.starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !delimited {
            return None;
        }
        let mut quote = None;
        let end = attributes.char_indices().find(|(at, c)| match quote {
            Some(open) => {
                quote = Some(open).filter(|open| open != c);
                false
            }
            None if *c == '>' => true,
            None => {
                // A quote opens a value; elsewhere it is a slip.
                quote = Some(*c).filter(|c| matches!(c, '"' | '\'') && attributes[..*at].trim_end().ends_with('='));
                false
            }
        });
        let (end, _) = end?;
        Some(Self { name, closes, length: text.len() - attributes.len() + end + 1 })
    }

    fn is_in(&self, names: &str) -> bool {
        names.split(' ').any(|name| name.eq_ignore_ascii_case(self.name))
    }

    /// Whether its name is an element's: HTML's own, or one with a hyphen, which pages define.
    fn is_element(&self) -> bool {
        self.name.contains('-') || self.is_in(ELEMENTS)
    }
}

/// What of a text stands inside elements.
#[derive(Default)]
struct Measure {
    /// Bytes of text inside elements, and outside of any.
    inside: usize,
    outside: usize,
    tags: usize,
    /// Line breaks and rules.
    parting: usize,
    /// Whether a line has a mark that only Markdown has.
    is_markdown: bool,
}

impl Measure {
    fn of(text: &str) -> Self {
        let mut found = Self::default();
        let mut open: Vec<&str> = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find('<').unwrap_or(rest.len());
            found.read(&rest[..end], !open.is_empty());
            rest = &rest[end..];
            if rest.starts_with("<!--") {
                rest = rest.find("-->").map_or("", |at| &rest[at + 3..]);
                continue;
            }
            let Some(tag) = Tag::at(rest).filter(Tag::is_element) else {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            };
            rest = &rest[tag.length..];
            found.tags += 1;
            if tag.closes {
                if let Some(at) = open.iter().rposition(|name| name.eq_ignore_ascii_case(tag.name)) {
                    open.truncate(at);
                }
            } else if tag.is_in(RAW) {
                rest = after_end(rest, tag.name);
            } else if tag.is_in(VOID) {
                found.parting += usize::from(tag.is_in("br hr"));
            } else {
                // An element whose end is left out ends where the next of its kind begins.
                if open.last().is_some_and(|name| name.eq_ignore_ascii_case(tag.name))
                    && tag.is_in("p li td th tr dd dt")
                {
                    open.pop();
                }
                open.push(tag.name);
            }
        }
        found
    }

    /// Counts text between two tags.
    fn read(&mut self, text: &str, is_inside: bool) {
        let bytes = text.split_whitespace().map(str::len).sum::<usize>();
        *if is_inside { &mut self.inside } else { &mut self.outside } += bytes;
        let has_mark = |line: &str| {
            let heading = line.trim_start_matches('#');
            let is_heading = (1..=6).contains(&(line.len() - heading.len())) && heading.starts_with(' ');
            is_heading || line.starts_with("```") || line.contains("](") || !is_inside && line.starts_with("- ")
        };
        self.is_markdown |= text.lines().skip(1).any(has_mark);
    }
}

/// What follows the end tag of an element whose content is no markup.
fn after_end<'t>(text: &'t str, name: &str) -> &'t str {
    let is_end = |at: &usize| {
        let behind = &text[at + 2..];
        starts_with(behind, name)
    };
    let end = text.match_indices("</").map(|(at, _)| at).find(is_end);
    end.and_then(|at| text[at..].find('>').map(|length| &text[at + length + 1..])).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{is_html, is_mhtml};

    const STORY: &str = "The town council of Ostrand voted on Tuesday to close the old swimming hall.";

    #[test]
    fn pages_are_known_whatever_they_begin_with() {
        let paragraphs = format!("<p>{STORY}</p>\n<p>{STORY}</p>");
        for page in [
            format!("<!DOCTYPE html><title>t</title>{paragraphs}"),
            format!("<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"x\">{paragraphs}"),
            format!(
                "\u{feff} \n<!-- saved from url=(0030)https://v.example/ -->\n<!-- b --><!DOCTYPE html>{paragraphs}"
            ),
            format!("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">{paragraphs}</html>"),
            format!("<?php header('X: y'); ?>\n<div>{paragraphs}</div>"),
            format!("<html lang=en><body>{STORY}"),
            format!("<meta charset=utf-8><title>t</title>{paragraphs}"),
            format!("<script>if (a < b) run('# x')</script><link rel=stylesheet href=/x.css>{paragraphs}"),
            format!("<style>\n# a {{}}\n- b\n</style>{paragraphs}"),
            format!("<img src=x.jpg alt='a > b'>{paragraphs}"),
            format!("<story-body data-x='1'>{STORY}</story-body>"),
            format!("<span>{STORY}</span>"),
            format!("<h1>Hall</h1>{STORY}<br><br>{STORY}<br><br>{STORY}"),
            format!("<P>{STORY}\n<P>{STORY}"),
            format!("<UL>\n<LI>{STORY}\n<LI>{STORY}\n</UL>"),
            format!("<table><tr><td>{STORY}<td>{STORY}</table>"),
            format!("<!-- only a comment -->{paragraphs}"),
            paragraphs.clone(),
        ] {
            assert!(is_html(&page), "{page}");
        }
        for name in ["div", "section", "article", "main", "header", "blockquote", "figure", "font", "center", "a", "em"]
        {
            assert!(is_html(&format!("<{name} class=\"x y\">{paragraphs}</{name}>")), "{name}");
        }
    }

    #[test]
    fn texts_that_mention_tags_and_markdown_are_no_pages() {
        for text in [
            STORY.to_owned(),
            format!("The <p> element. {STORY} <p>{STORY}</p>"),
            format!("<p> is the element of paragraphs, which </p> ends. {STORY}"),
            format!("<3 to all of you. {STORY}"),
            format!("<anna.berg@ostrand.example> wrote: {STORY}"),
            format!("<https://ostrand.example/> {STORY}"),
            format!("<anna> {STORY}\n<jan> {STORY}"),
            format!("<b>Note:</b> {STORY}"),
            format!("<p align=\"center\"><img src=\"x.svg\"></p>\n\n# Hall\n\n{STORY}"),
            format!("<div align=center>\n\n# Hall\n\n{STORY}\n\n</div>"),
            format!("<!-- title: hall -->\n\n{STORY}"),
            format!("<details><summary>More</summary>a [link](https://x.example)\n[a](b)\n</details>\n\n{STORY}"),
            format!("<br>\n{STORY}"),
            "<div".to_owned(),
            "<?php echo 1;".to_owned(),
            "<T> T max(T a, T b) { return a < b ? b : a; }".to_owned(),
            "<<EOF".to_owned(),
            "<".to_owned(),
            String::new(),
        ] {
            assert!(!is_html(&text), "{text}");
        }
    }

    #[test]
    fn saved_messages_are_known() {
        let message = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n";
        assert!(is_mhtml(message));
        assert!(!is_mhtml("From: Anna\n\nMIME-Version: 1.0\nContent-Type: multipart/related"));
    }
}
