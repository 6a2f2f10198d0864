//! Who wrote the article of a page, and when it was published.

use super::reader::{Around, Metadata};
use super::{byline, published};
use crate::page::block::Page;

/// Who wrote an article, and when it was published.
#[derive(Debug, Default)]
pub(crate) struct Imprint {
    pub(crate) byline: Option<String>,
    pub(crate) published: Option<String>,
}

impl Imprint {
    /// Of the story that `body`, the indices of its blocks, is on a page.
    pub(crate) fn of(metadata: &Metadata, page: &Page, headline: Option<usize>, body: &[usize]) -> Self {
        let around = Around::new(page, headline, body);
        let byline = Some(byline::find(metadata, &around).join(", ")).filter(|names| !names.is_empty());
        Self { byline, published: published::find(metadata, &around) }
    }
}
