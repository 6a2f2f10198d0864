//! Elements of a page, as a walker meets them.

/// What a walker says of an element it enters. Names in lower case; absent attributes are empty.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ElementFacts<'a> {
    pub(crate) name: &'a str,
    pub(crate) class: &'a str,
    pub(crate) id: &'a str,
    pub(crate) role: &'a str,
    pub(crate) itemprop: &'a str,
    /// Whether it stands inside a line of text ([`INLINE`]).
    pub(crate) is_inline: bool,
}

/// Elements that stand inside a line of text, by spaces; all others, unknown ones too, begin a block.
pub(crate) const INLINE: &str = "\
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp slot \
    small span strike strong sub sup time tt u var wbr";

/// Elements whose content is never text of an article, by spaces. The widget itself is one of them.
pub(crate) const NEVER_TEXT: &str = "\
    script style noscript template svg math iframe object embed video audio canvas map img picture button \
    select textarea input datalist progress meter head title meta link nut-graf";
