//! What a page is taken for.

#[cfg(feature = "serde")]
use crate::score;

/// The kind of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PageKind {
    /// One story, report, guide or blog post.
    Article,
    /// An article that argues its author's view: comment, column, editorial, letter.
    Opinion,
    /// An article that grows by dated entries while something happens.
    LiveBlog,
    /// Links to other pages with a line on each: front page, section, tag, search results, products of a category.
    Listing,
    /// One thing for sale.
    Product,
    /// Posts of several people: a thread, a question with answers, the index of a forum.
    Forum,
    /// A page of a manual or reference.
    Documentation,
    /// What somebody offers, and forms: services of a company or an office, contact, sign in, events, jobs.
    Service,
}

impl PageKind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Article,
        Self::Opinion,
        Self::LiveBlog,
        Self::Listing,
        Self::Product,
        Self::Forum,
        Self::Documentation,
        Self::Service,
    ];

    /// A stable word: `article`, `opinion`, `live-blog`, `listing`, `product`, `forum`, `documentation` or `service`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Opinion => "opinion",
            Self::LiveBlog => "live-blog",
            Self::Listing => "listing",
            Self::Product => "product",
            Self::Forum => "forum",
            Self::Documentation => "documentation",
            Self::Service => "service",
        }
    }

    /// Whether it is one of an article's: an article, an opinion or a live blog.
    #[must_use]
    pub const fn is_article(self) -> bool {
        matches!(self, Self::Article | Self::Opinion | Self::LiveBlog)
    }

    /// As a sentence names it: "a product page".
    pub(crate) const fn described(self) -> &'static str {
        match self {
            Self::Article => "an article",
            Self::Opinion => "an opinion piece",
            Self::LiveBlog => "a live blog",
            Self::Listing => "a listing of other pages",
            Self::Product => "a product page",
            Self::Forum => "a page of a forum",
            Self::Documentation => "a page of documentation",
            Self::Service => "a page of a service",
        }
    }
}

/// What a page is taken for, and how surely.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PageGuess {
    /// The kind.
    #[cfg_attr(feature = "serde", serde(serialize_with = "by_name"))]
    pub kind: PageKind,
    /// How likely that is, from 0 to 1: of pages with a confidence of .8, about 80 % are of the kind.
    #[cfg_attr(feature = "serde", serde(serialize_with = "score::serialize"))]
    pub confidence: f64,
}

/// A confidence is a number from 0 to 1, never "not a number".
impl Eq for PageGuess {}

#[cfg(feature = "serde")]
fn by_name<S: serde::Serializer>(kind: &PageKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name())
}
