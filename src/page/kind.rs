//! Which kind a page is of.
//!
//! Trees say whether it is an article; of the others, a weighted sum of the features says which kind they are. Opinion
//! pieces and live blogs are articles that say so. `docs/page-kinds.md` has what is measured and how well it tells.

use super::kind_weights::{LEAST, WEIGHTS};
use crate::page::block::Page;
use crate::page::kind_features::{self, DATED, FEATURES, SAID_LIVE, SAID_OPINION, YEAR_NEAR};
use crate::page::signs::{self, Signs};
use crate::page::trees::Forest;
use crate::page_kind::{PageGuess, PageKind};
use std::sync::OnceLock;

/// The trees, packed by `build.rs`.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/kind_trees.bin"));
/// The kinds in the order of the weights.
const OTHERS: [PageKind; 5] =
    [PageKind::Listing, PageKind::Product, PageKind::Forum, PageKind::Documentation, PageKind::Service];
/// The feature behind the last one, which every page has.
const ALWAYS: i32 = 100;
/// The weights are steps of 1/32 for a hundred of a feature.
const WEIGHT_STEPS: f64 = 3200.0;
/// Trees count in steps of 1/128 of a logit.
const TREE_STEPS: f64 = 128.0;
/// The share of pages that say that they are opinion, or live, of which that is true: one site in ten or so has a section
/// of that name for something else.
const SAID_IS_TRUE: f64 = 0.9;
/// A live blog has so many dated entries, as its feature counts: four.
const LEAST_ENTRIES: u8 = 18;
/// From this probability on nothing speaks against an article.
const SURE: f64 = 0.85;
/// A page that asks for a password, or names nobody and no time but a way to call, and has less prose than this, in bytes,
/// is no article.
const LEAST_PROSE: usize = 1200;

/// Takes a page of which the blocks `body` would be the article for one of the kinds.
pub(crate) fn guess(page: &Page, body: &[usize], signs: &Signs) -> PageGuess {
    let row = kind_features::measure(page, body, signs);
    let article = probability_of_article(&row);
    if article * 10_000.0 >= f64::from(LEAST) {
        if article < SURE && is_counter(page, body, signs, &row) {
            return PageGuess { kind: PageKind::Service, confidence: SAID_IS_TRUE };
        }
        return of_article(&row, signs, article);
    }
    let scores = WEIGHTS.map(|weights| score(&row, &weights));
    let highest = scores.iter().copied().fold(f64::MIN, f64::max);
    let all: f64 = scores.iter().map(|score| libm::exp(score - highest)).sum();
    let at = scores.iter().position(|score| *score == highest).unwrap_or_default();
    PageGuess { kind: OTHERS[at], confidence: (1.0 - article) / all }
}

/// Whether a page with little prose is where one signs in, or where one calls somebody who offers something: nothing on it
/// says that it is an article, nor who wrote it, nor when.
fn is_counter(page: &Page, body: &[usize], signs: &Signs, row: &[u8; FEATURES]) -> bool {
    let prose: usize = body.iter().map(|at| page.blocks[*at].text.len()).sum();
    let counts = signs.counts;
    prose < LEAST_PROSE
        && !signs.says_article()
        && row[YEAR_NEAR] == 0
        && counts[signs::TIMES] == 0
        && (counts[signs::PASSWORDS] > 0 || counts[signs::CONTACTS] > 0)
}

fn probability_of_article(row: &[u8; FEATURES]) -> f64 {
    static FOREST: OnceLock<Forest> = OnceLock::new();
    let logit = FOREST.get_or_init(|| Forest::unpack(PACKED)).score(row);
    1.0 / (1.0 + libm::exp(-f64::from(logit) / TREE_STEPS))
}

fn score(row: &[u8; FEATURES], weights: &[i8; FEATURES + 1]) -> f64 {
    let values = row.iter().map(|value| i32::from(*value)).chain([ALWAYS]);
    let sum: i32 = values.zip(weights).map(|(value, weight)| value * i32::from(*weight)).sum();
    f64::from(sum) / WEIGHT_STEPS
}

/// Which of the articles' kinds it is, where it is surely enough one.
fn of_article(row: &[u8; FEATURES], signs: &Signs, article: f64) -> PageGuess {
    let is_live = signs.is_live_by_type || row[SAID_LIVE] > 0 && row[DATED] >= LEAST_ENTRIES;
    let said = if is_live { Some(PageKind::LiveBlog) } else { (row[SAID_OPINION] > 0).then_some(PageKind::Opinion) };
    match said {
        Some(kind) => PageGuess { kind, confidence: article * SAID_IS_TRUE },
        None => PageGuess { kind: PageKind::Article, confidence: article },
    }
}
