//! Writes what the block classifier is fitted on: a line of tab-separated numbers for each block.
//!
//!     cargo run --release --features cli --example page-features -- ROOT > features.tsv
//!
//! With `--texts` the text of each block stands at the end of its line. Columns: set, page, its origin, words
//! of the page's truth, words of the block, share of the block that is in the truth, then the features in the order of `src/page/features.rs`.

#[allow(dead_code, reason = "each of the tools takes its part")]
#[path = "measure.rs"]
mod measure;

use measure::{PageCase, SHINGLE, read_set, words};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::io::Write;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (flags, roots): (Vec<_>, Vec<_>) = arguments.iter().partition(|a| a.starts_with("--"));
    let root = roots.first().map_or("../shared/pages", |root| root.as_str());
    let with_texts = flags.iter().any(|flag| *flag == "--texts");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for set in ["fundus", "wcxb"] {
        let pages = read_set(Path::new(root), set)?.ok_or_else(|| format!("{root}/{set} is not there"))?;
        let rows: Vec<Vec<String>> = pages.par_iter().map(|page| rows_of(page, with_texts)).collect();
        for (page, rows) in pages.iter().zip(rows) {
            for row in rows {
                writeln!(out, "{set}\t{}\t{}\t{row}", page.id, page.origin)?;
            }
        }
    }
    Ok(out.flush()?)
}

fn rows_of(page: &PageCase, with_texts: bool) -> Vec<String> {
    let blocks = nutgraf::block_features(&String::from_utf8_lossy(&page.html));
    let texts: Vec<Vec<&str>> = blocks.iter().map(|(text, _)| words(text)).collect();
    let labels = Labels::new(&page.body).label(&texts);
    let truth = words(&page.body).len();
    let row = |at: usize| {
        let features: Vec<String> = blocks[at].1.iter().map(u8::to_string).collect();
        let text = if with_texts { format!("\t{}", blocks[at].0) } else { String::new() };
        format!("{truth}\t{}\t{:.3}\t{}{text}", texts[at].len(), labels[at], features.join("\t"))
    };
    (0..blocks.len()).filter(|at| !texts[*at].is_empty()).map(row).collect()
}

/// The truth, to compare blocks with.
struct Labels<'t> {
    shingles: HashMap<Vec<&'t str>, usize>,
    lines: HashSet<Vec<&'t str>>,
}

impl<'t> Labels<'t> {
    fn new(truth: &'t str) -> Self {
        let mut shingles: HashMap<Vec<&str>, usize> = HashMap::new();
        for shingle in words(truth).windows(SHINGLE) {
            *shingles.entry(shingle.to_vec()).or_default() += 1;
        }
        Self { shingles, lines: truth.lines().map(words).collect() }
    }

    /// For each block the share of it that is in the truth. Of several blocks with the same text only so many are true
    /// as the truth has: those that stand among other true ones come first.
    fn label(mut self, texts: &[Vec<&'t str>]) -> Vec<f64> {
        let alone: Vec<f64> = texts.iter().map(|words| self.share(words)).collect();
        let company = |at: usize| -> f64 {
            let near = at.saturating_sub(4)..(at + 5).min(texts.len());
            near.filter(|n| *n != at).map(|n| alone[n] * texts[n].len() as f64).sum()
        };
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by(|a, b| company(*b).total_cmp(&company(*a)).then(a.cmp(b)));
        let mut labels = vec![0.0; texts.len()];
        for at in order {
            labels[at] = self.share(&texts[at]);
            if labels[at] > 0.5 {
                for shingle in texts[at].windows(SHINGLE) {
                    if let Some(count) = self.shingles.get_mut(shingle) {
                        *count = count.saturating_sub(1);
                    }
                }
                if texts[at].len() < SHINGLE {
                    self.lines.remove(&texts[at]);
                }
            }
        }
        labels
    }

    /// The share of the block's shingles in the truth; one shorter than a shingle must be a line of it.
    fn share(&self, words: &[&'t str]) -> f64 {
        if words.len() < SHINGLE {
            return f64::from(u8::from(self.lines.contains(words)));
        }
        let shingles = words.windows(SHINGLE);
        let all = shingles.len();
        shingles.filter(|s| self.shingles.get(*s).is_some_and(|n| *n > 0)).count() as f64 / all as f64
    }
}
