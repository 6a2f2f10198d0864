//! Which blocks of a page are the article.
//!
//! The trees decide block by block ([`trees`]), on what [`features`] tells them, the container vote ([`vote`]) among
//! it. What can never be body has no say in it: captions, lines known as boilerplate, and the headline.

use crate::article::{Article, ParagraphKind};
use crate::error::Error;
use crate::page::beginning::{self, Beginning};
use crate::page::block::{BlockKind, Page};
use crate::page::metadata::headline::{self, Headline};
use crate::page::trees::Forest;
use crate::page::vote::{self, Verdict};
use crate::page::{features, story};
use crate::plain_text::is_heading;
use crate::text::chars;
use crate::text::punctuation::{ends_as_sentence, is_letter};

/// A block is body above this score, in steps of 1/128 of a logit. Above 0: a summary that shows boilerplate is
/// worse than one that misses a line.
const THRESHOLD: i32 = 48;
/// The same where the class of an element around it names what is no story.
const NAMED_THRESHOLD: i32 = 192;

/// A paragraph is all link from this share on; what is left may be a mark or a lead word.
const ALL_LINK: f64 = 0.8;

/// A paragraph of at most so many bytes that has no letter is none.
const LONGEST_MARK: usize = 16;

/// The article of a page, and where it stands on it.
pub(crate) struct Found {
    pub(crate) article: Article<'static>,
    /// For each paragraph the index of its block.
    pub(crate) blocks: Vec<usize>,
    /// The index of the headline's block.
    #[cfg(feature = "html")]
    pub(crate) headline: Option<usize>,
}

/// Finds the article of a page.
pub(crate) fn find(page: &Page) -> Result<Found, Error> {
    find_by(page, Forest::built_in())
}

/// Finds the article of a page by trees that may be others than those that are built in.
pub(crate) fn find_by(page: &Page, forest: &Forest) -> Result<Found, Error> {
    let Chosen { blocks, headline, standfirst } = choose(page, forest)?;
    let body = || blocks.iter().map(|at| &page.blocks[*at]);
    // Where paragraphs end as sentences do, a line that does not is a heading or a caption, whatever its element is.
    let ending = body().filter(|block| ends_as_sentence(&block.text)).count();
    let are_marked = 2 * ending > blocks.len();
    let article = Article::from_paragraphs(body().map(|block| {
        let kind = match story::kind_of(block) {
            ParagraphKind::Paragraph if are_marked && is_heading(&block.text) => ParagraphKind::Subhead,
            kind => kind,
        };
        (kind, block.text.as_str())
    }));
    let standfirst = standfirst.map(|at| page.blocks[at].text.clone());
    let article = Article { headline: headline.text, standfirst, language: page.head.language.clone(), ..article };
    Ok(Found {
        article,
        blocks,
        #[cfg(feature = "html")]
        headline: headline.block,
    })
}

/// What was chosen of a page's blocks.
struct Chosen {
    /// The indices of the body's blocks, in order and at least one.
    blocks: Vec<usize>,
    headline: Headline,
    standfirst: Option<usize>,
}

fn choose(page: &Page, forest: &Forest) -> Result<Chosen, Error> {
    if page.blocks.is_empty() {
        return Err(Error::empty());
    }
    let verdict = vote::hold(page).ok_or_else(Error::no_article)?;
    let rows = features::measure(page, &verdict);
    let mut scores: Vec<i32> = rows.iter().map(|row| forest.score(row)).collect();
    story::score_lists_together(page, &mut scores);
    let threshold =
        |at: usize| if verdict.ancestors[page.blocks[at].container].class { NAMED_THRESHOLD } else { THRESHOLD };
    let mut body: Vec<usize> =
        (0..rows.len()).filter(|at| can_be_body(page, &verdict, *at) && scores[*at] > threshold(*at)).collect();
    story::join_make(page, &verdict, &mut body);
    story::keep_one(page, &mut body);
    let Some(first) = beginning::first_paragraph(page, &body) else { return Err(Error::no_article()) };
    // Headings before the first paragraph are the headline's, those after the last one belong to what follows.
    let headline = headline::find(page, &verdict, first);
    let Beginning { first, standfirst } = beginning::behind_byline(page, &verdict, headline.block, &body)
        .unwrap_or(Beginning { first, standfirst: None });
    body.retain(|at| *at >= first);
    if standfirst.is_none() {
        beginning::add_lede(page, &verdict, &scores, headline.block, &mut body);
    }
    story::drop_empty_sections(page, &mut body);
    if let Some(headline) = headline.block {
        let repeated = &page.blocks[headline].text;
        body.retain(|at| page.blocks[*at].text != *repeated);
    }
    let Some(first) = body.first() else { return Err(Error::no_article()) };
    let standfirst = standfirst.or_else(|| beginning::standfirst(page, &verdict, headline.block, *first));
    Ok(Chosen { blocks: body, headline, standfirst })
}

/// The features of every block of a page with its text: what the trees are fitted on.
#[cfg(all(feature = "html", feature = "eval"))]
pub(crate) fn block_features(page: &Page) -> Vec<(String, Vec<u8>)> {
    let Some(verdict) = vote::hold(page) else { return Vec::new() };
    let rows = features::measure(page, &verdict);
    let candidates = rows.iter().enumerate().filter(|(at, _)| can_be_body(page, &verdict, *at));
    candidates.map(|(at, row)| (page.blocks[at].text.clone(), row.to_vec())).collect()
}

/// Whether a block may be body at all: no caption, no known boilerplate, no paragraph that is a link and no sentence, or
/// has no letters.
fn can_be_body(page: &Page, verdict: &Verdict, at: usize) -> bool {
    let block = &page.blocks[at];
    let is_link = block.kind == BlockKind::Paragraph
        && block.link_bytes as f64 > ALL_LINK * block.text.len() as f64
        && !ends_as_sentence(&block.text);
    let is_caption = block.kind == BlockKind::Caption || page.containers[block.container].in_figure;
    // The time of an entry, stars between sections.
    let is_mark = block.kind == BlockKind::Paragraph
        && block.text.len() <= LONGEST_MARK
        && chars::find(&block.text, is_letter).is_none();
    !verdict.boilerplate[at] && !is_link && !is_caption && !is_mark
}
