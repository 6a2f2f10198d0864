//! A page parsed as browsers parse it, whose elements know where their tags stand in its source.

use ego_tree::NodeId;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeSink};
use html5ever::{Attribute, LocalName, QualName, TokenizerResult, ns};
use scraper::{ElementRef, Html, HtmlTreeSink};
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// The attribute that names an element's start tag, by its number. No source can write a name with a space.
const NUMBER: &str = "start tag";
/// Elements without an end tag.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements of which any ends another one.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A tag of the source.
pub(crate) struct PlacedTag {
    pub(crate) range: Range<usize>,
    /// Names and values of a start tag's attributes, in order.
    pub(crate) attributes: Vec<(String, String)>,
    name: String,
    opens: bool,
}

/// A page.
pub(crate) struct SourceTree {
    pub(crate) html: Html,
    tags: Vec<PlacedTag>,
}

impl SourceTree {
    pub(crate) fn parse(source: &str) -> Self {
        let tree = TreeBuilder::new(
            HtmlTreeSink::new(Html::new_document()),
            html5ever::tree_builder::TreeBuilderOpts::default(),
        );
        let recorder = Recorder {
            tree,
            tags: RefCell::default(),
            piece: Cell::default(),
            tag: Cell::default(),
            is_between: Cell::new(true),
        };
        let tokenizer = Tokenizer::new(recorder, TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() });
        let queue = BufferQueue::default();
        // A tag begins where a piece begins, and ends where one ends.
        for piece in pieces(source) {
            tokenizer.sink.begin(&piece);
            queue.push_back(StrTendril::from_slice(&source[piece]));
            while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        }
        tokenizer.end();
        let Recorder { tree, tags, .. } = tokenizer.sink;
        Self { html: tree.sink.finish(), tags: tags.into_inner() }
    }

    /// The number of the start tag of an element, where the source has one.
    fn number(element: ElementRef<'_>) -> Option<usize> {
        element.attr(NUMBER)?.parse().ok()
    }

    /// The start tag of an element, where the source has one.
    pub(crate) fn start_tag(&self, element: ElementRef<'_>) -> Option<&PlacedTag> {
        self.tags.get(Self::number(element)?)
    }

    /// The content of an element between its tags; nothing where the source leaves a tag out.
    pub(crate) fn content(&self, element: ElementRef<'_>) -> Option<Range<usize>> {
        let number = Self::number(element)?;
        Some(self.tags[number].range.end..self.end_tag(number)?.range.start)
    }

    /// An element with its tags.
    pub(crate) fn whole(&self, element: ElementRef<'_>) -> Option<Range<usize>> {
        let number = Self::number(element)?;
        let start = &self.tags[number];
        if VOID.contains(&start.name.as_str()) {
            return Some(start.range.clone());
        }
        Some(start.range.start..self.end_tag(number)?.range.end)
    }

    /// The end tag that belongs to a start tag, by those of its name between them.
    fn end_tag(&self, number: usize) -> Option<&PlacedTag> {
        let name = self.tags[number].name.as_str();
        let is_same = |other: &str| other == name || HEADINGS.contains(&name) && HEADINGS.contains(&other);
        let mut open = 0_usize;
        for tag in self.tags[number..].iter().filter(|tag| is_same(&tag.name)) {
            open = if tag.opens { open + 1 } else { open - 1 };
            if open == 0 {
                return Some(tag);
            }
        }
        None
    }
}

/// A source in pieces that begin at each "<" and behind each ">".
fn pieces(source: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = source.get(from..).filter(|rest| !rest.is_empty())?;
        let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map(|(at, _)| at);
        let end = match rest.find('>') {
            Some(close) if end.is_none_or(|open| close < open) => close + 1,
            _ => end.unwrap_or(rest.len()),
        };
        let piece = from..from + end;
        from = piece.end;
        Some(piece)
    })
}

/// Builds the tree, and notes where each tag stands.
struct Recorder {
    tree: TreeBuilder<NodeId, HtmlTreeSink>,
    tags: RefCell<Vec<PlacedTag>>,
    /// The piece that is being read.
    piece: Cell<(usize, usize)>,
    /// Where the tag begins that is being read.
    tag: Cell<usize>,
    /// Whether something ended in the last piece, so that a tag begins with the next at the earliest.
    is_between: Cell<bool>,
}

impl Recorder {
    fn begin(&self, piece: &Range<usize>) {
        self.piece.set((piece.start, piece.end));
        if self.is_between.replace(false) {
            self.tag.set(piece.start);
        }
    }

    /// Notes a tag, and gives an element its number.
    fn note(&self, tag: &mut Tag) {
        let (_, end) = self.piece.get();
        let mut tags = self.tags.borrow_mut();
        let number = tags.len();
        let attributes = tag.attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        let opens = tag.kind == TagKind::StartTag;
        tags.push(PlacedTag { range: self.tag.get()..end, attributes, name: tag.name.to_string(), opens });
        if opens {
            let name = QualName::new(None, ns!(), LocalName::from(NUMBER));
            tag.attrs.push(Attribute { name, value: number.to_string().into() });
        }
    }
}

impl TokenSink for Recorder {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let token = match token {
            Token::TagToken(mut tag) => {
                self.note(&mut tag);
                self.is_between.set(true);
                Token::TagToken(tag)
            }
            // It may be of a tag that is still being read.
            error @ Token::ParseError(_) => error,
            other => {
                self.tag.set(self.piece.get().0);
                self.is_between.set(true);
                other
            }
        };
        self.tree.process_token(token, line)
    }

    fn end(&self) {
        self.tree.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.tree.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::SourceTree;
    use scraper::{Html, Selector};

    fn whole<'s>(source: &'s str, selector: &str) -> Option<&'s str> {
        let tree = SourceTree::parse(source);
        let selector = Selector::parse(selector).ok()?;
        let element = tree.html.select(&selector).next()?;
        Some(&source[tree.whole(element)?])
    }

    #[test]
    fn elements_are_found_in_their_source() {
        let page = "\u{feff}<!DOCTYPE html>\r\n<title>a <b> c</title><script>if (a < b && c > d) w('<h1>no</h1>')</script>\
            <!-- <h1>no</h1> --><H1 title=\"a > b < c\" class=x>R&ampD &lt; 3 <3 &amp<em>x</em></H1\n><div><div>1</div>2</div>\
            <img src=x>&nbsp<p>one<p id=two>two</p><svg><title>t</title><![CDATA[<h1>]]></svg>";
        assert_eq!(whole(page, "h1"), Some("<H1 title=\"a > b < c\" class=x>R&ampD &lt; 3 <3 &amp<em>x</em></H1\n>"));
        assert_eq!(whole(page, "em"), Some("<em>x</em>"));
        assert_eq!(whole(page, "div"), Some("<div><div>1</div>2</div>"));
        assert_eq!(whole(page, "div div"), Some("<div>1</div>"));
        assert_eq!(whole(page, "img"), Some("<img src=x>"));
        assert_eq!(whole(page, "#two"), Some("<p id=two>two</p>"));
        assert_eq!(whole(page, "svg"), Some("<svg><title>t</title><![CDATA[<h1>]]></svg>"));
        assert_eq!(whole(page, "title"), Some("<title>a <b> c</title>"));
        // These the parser made.
        assert_eq!(whole(page, "body"), None);
    }

    #[test]
    fn the_tree_is_that_of_the_parser() {
        for page in [
            "<p>a<b>b<p>c</b>d<table>x<tr><td>1</table><ul><li>1<li>2</ul>",
            "&amp&lt<3 <a href=\"x>y\"b='<'>t</a\t>&notit;<textarea></p></textarea>",
            "<!--x><b>--><svg><![CDATA[a>b]]></svg><plaintext>a</p>",
            "a<",
            "<a",
            "",
        ] {
            let plain = Html::parse_document(page).html();
            let numbered = SourceTree::parse(page).html.html();
            let mut without = String::new();
            let mut rest = numbered.as_str();
            while let Some((before, behind)) = rest.split_once(" start tag=\"") {
                without.push_str(before);
                rest = behind.split_once('"').map_or("", |(_, behind)| behind);
            }
            assert_eq!(without + rest, plain, "{page}");
        }
    }
}
