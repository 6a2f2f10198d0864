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

#[cfg(feature = "html")]
impl<'e> From<&'e scraper::node::Element> for ElementFacts<'e> {
    fn from(element: &'e scraper::node::Element) -> Self {
        let attr = |name| element.attr(name).unwrap_or_default();
        Self {
            name: element.name(),
            class: attr("class"),
            id: attr("id"),
            role: attr("role"),
            itemprop: attr("itemprop"),
            is_inline: false,
        }
    }
}

/// Elements that stand inside a line of text, by spaces.
pub(crate) const INLINE: &str = "\
    a abbr acronym b bdi bdo big blink button cite code data del dfn em font i img ins kbd label mark math nobr output q \
    rb ruby s samp slot small span strike strong sub sup svg time tt u var wbr";

/// Elements that begin a block, by commas, as in a selector. Those on neither list, custom ones mostly, stand in a line or
/// begin a block by what they hold and where they stand.
pub(crate) const BLOCK: &str = "\
    address,article,aside,blockquote,body,caption,center,dd,details,dialog,dir,div,dl,dt,fieldset,figcaption,figure,footer,\
    form,h1,h2,h3,h4,h5,h6,header,hgroup,hr,html,legend,li,listing,main,menu,nav,ol,optgroup,option,p,plaintext,pre,search,\
    section,summary,table,tbody,td,tfoot,th,thead,tr,ul,xmp";

/// Elements whose content is never text of an article, by spaces: what is said of the reading of a word or a formula is
/// no word of the sentence. The widget itself is one of them.
pub(crate) const NEVER_TEXT: &str = "\
    script style noscript template iframe object embed video audio canvas map picture select textarea input datalist \
    progress meter head title meta link rp rt rtc annotation annotation-xml desc metadata defs nut-graf";
