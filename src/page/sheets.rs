//! What the `style` elements and attributes of a page's HTML say of its elements. Native only: in the browser the computed
//! style says it.

use crate::page::style::{Style, declarations};
use ego_tree::NodeId;
use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;

/// What a page's `style` elements say of its elements.
#[derive(Default)]
pub(super) struct Sheets<'h> {
    /// In the order of the cascade.
    rules: Vec<Rule<'h>>,
    /// Elements that a rule may hide or set into a line. Of all others no style is asked: a page has thousands.
    concerned: HashSet<NodeId>,
}

impl<'h> Sheets<'h> {
    /// Reads the style elements of a page. What only holds for some screens is passed over.
    pub(super) fn of(document: &'h Html) -> Self {
        let mut rules = Vec::new();
        for node in document.tree.root().descendants() {
            let Some(element) = node.value().as_element().filter(|e| e.name() == "style") else { continue };
            let is_for_all = element.attr("media").is_none_or(|media| matches!(media.trim(), "" | "all" | "screen"));
            let is_of_a_template = || node.ancestors().any(|a| a.value().is_fragment());
            if is_for_all && !is_of_a_template() {
                for text in node.children().filter_map(|child| child.value().as_text()) {
                    read_rules(text, &mut rules);
                }
            }
        }
        // A stable sort keeps the order of the page among equals.
        rules.sort_by_key(|rule| rule.specificity);
        let concerned = rules
            .iter()
            .filter(|rule| rule.declarations.concerns_text())
            .flat_map(|rule| document.select(&rule.selector).map(|element| element.id()));
        Self { concerned: concerned.collect(), rules }
    }

    /// The style of an element: that of the sheets, and over it that of its attribute. `is_asked` says that it is worth
    /// asking whatever the element is.
    pub(super) fn style(&self, element: ElementRef<'h>, is_asked: bool) -> Style<'h> {
        let mut style = Style::default();
        if is_asked || self.concerned.contains(&element.id()) {
            for rule in self.rules.iter().filter(|rule| rule.selector.matches(&element)) {
                style.extend(&rule.declarations);
            }
        }
        if let Some(attribute) = element.value().attr("style") {
            style.extend(&declarations(attribute));
        }
        style
    }
}

struct Rule<'h> {
    selector: Selector,
    specificity: (usize, usize, usize),
    declarations: Style<'h>,
}

/// Reads the rules of a style sheet that stand in no at-rule and say anything of what is seen.
fn read_rules<'h>(sheet: &'h str, rules: &mut Vec<Rule<'h>>) {
    let mut rest = sheet;
    while let Some(open) = rest.find(['{', ';']) {
        let prelude = without_comments(&rest[..open]);
        if rest.as_bytes()[open] == b';' {
            // An at-rule without a block.
            rest = &rest[open + 1..];
            continue;
        }
        let end = end_of_block(rest, open);
        let block = &rest[open + 1..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        if prelude.starts_with('@') {
            continue;
        }
        let declarations = declarations(block);
        if declarations.is_empty() {
            continue;
        }
        for text in prelude.split(',') {
            if let Ok(selector) = Selector::parse(text.trim()) {
                rules.push(Rule { selector, specificity: specificity(text), declarations: declarations.clone() });
            }
        }
    }
}

/// Where the block that opens at `open` ends.
fn end_of_block(sheet: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in sheet.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
            _ => {}
        }
    }
    sheet.len()
}

fn without_comments(prelude: &str) -> &str {
    prelude.rsplit("*/").next().unwrap_or(prelude).trim()
}

/// Ids, classes and their like, and names in a selector, nearly: enough to order the rules of a page.
fn specificity(selector: &str) -> (usize, usize, usize) {
    let count = |marks: &[char]| selector.matches(marks).count();
    (
        count(&['#']),
        count(&['.', '[', ':']),
        selector.split_whitespace().filter(|s| s.starts_with(char::is_alphabetic)).count(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sight::Sight::{Seen, Transparent, Unseen};

    #[test]
    fn rules_of_style_elements_are_read_in_the_order_of_the_cascade() {
        let html = Html::parse_document(
            "<style>@import 'a.css'; /* a */ .a, #b .c { opacity: 0 } p.a { opacity: 1 } .a:hover { opacity: 0 }
            @media print { .d { height: 0; overflow: hidden } } .e::before { opacity: 0 } .f{left:-9999px;position:absolute}
            </style><style media=print>.d{opacity:0}</style>
            <i class=a id=1></i><p class=a id=2></p><div id=b><i class=c id=3></i></div><i class=d id=4></i><i class=e id=5></i>
            <i class=f id=6></i><i class=f id=7 style='position:static'></i>",
        );
        let sheets = Sheets::of(&html);
        let of = |id: &str| {
            let wanted = |e: &ElementRef<'_>| e.value().attr("id") == Some(id);
            html.tree.nodes().filter_map(ElementRef::wrap).find(wanted).map(|e| sheets.style(e, false).sight())
        };
        let sights: Vec<_> = ["1", "2", "3", "4", "5", "6", "7"].iter().filter_map(|id| of(id)).collect();
        assert_eq!(sights, [Transparent, Seen, Transparent, Seen, Seen, Unseen, Seen]);
    }
}
