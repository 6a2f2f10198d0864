//! Writes what the kinds of pages are fitted on: a line of tab-separated values for each page of a list.
//!
//!     cargo run --release --features cli --example page-kind-features -- LIST.tsv > features.tsv
//!
//! A line of the list is path, site, kind and set; pages may be packed (`.html.gz`). The pages that the project makes
//! itself (`made.rs`) follow it. Columns: set, site, kind, path, 1 if anything on the page reads like an article, then
//! the features in the order of `src/page/kind_features.rs`. The first line names them.

mod made;

use flate2::read::MultiGzDecoder;
use rayon::prelude::*;
use std::error::Error;
use std::fs;
use std::io::{self, Read, Write};

/// Of each template so many pages are made in each dress.
const COPIES: usize = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let list = std::env::args().nth(1).ok_or("which list?")?;
    let list = fs::read_to_string(list)?;
    let lines: Vec<Vec<&str>> = list.lines().map(|line| line.split('\t').collect()).collect();
    let rows: Vec<io::Result<String>> = lines
        .par_iter()
        .filter_map(|line| <[&str; 4]>::try_from(line.as_slice()).ok())
        .map(|[path, site, kind, set]| Ok(row(&read(path)?, [set, site, kind, path])))
        .collect();
    let made = made::pages(0..COPIES);
    let made_rows: Vec<String> = made
        .par_iter()
        .map(|page| row(&page.html, ["made", page.name, page.kind, &format!("{:?}", page.dress)]))
        .collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "set\tsite\tkind\tpath\tfound\t{}", nutgraf::PAGE_KIND_FEATURES.join("\t"))?;
    for row in rows {
        writeln!(out, "{}", row?)?;
    }
    for row in made_rows {
        writeln!(out, "{row}")?;
    }
    Ok(out.flush()?)
}

fn row(html: &str, labels: [&str; 4]) -> String {
    let (features, is_found) = nutgraf::page_kind_features(html);
    let features: Vec<String> = features.iter().map(u8::to_string).collect();
    format!("{}\t{}\t{}", labels.join("\t"), u8::from(is_found), features.join("\t"))
}

fn read(path: &str) -> io::Result<String> {
    let mut bytes = fs::read(path)?;
    if path.ends_with(".gz") {
        let packed = std::mem::take(&mut bytes);
        MultiGzDecoder::new(packed.as_slice()).read_to_end(&mut bytes)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
