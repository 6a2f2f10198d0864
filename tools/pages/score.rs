//! `make eval-pages`: how well the article is found on the development pages, beside the peers' figures.
//!
//!     cargo run --release --features cli --example score-pages -- [ROOT] [--worst N] [--show ID]

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

#[allow(dead_code, reason = "each of the tools takes its part")]
#[path = "measure.rs"]
mod measure;

use measure::{PageScore, SetScore, read_set};
use nutgraf::Article;
use rayon::prelude::*;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

/// Sets of development pages.
const SETS: [&str; 2] = ["fundus", "wcxb"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut root = "../shared/pages".to_owned();
    let (mut worst, mut show) = (0, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--worst" => worst = arguments.next().unwrap_or_default().parse()?,
            "--show" => show = arguments.next(),
            _ => root = argument,
        }
    }
    println!("{:<44}{:>9}{:>8}{:>8}{:>8}{:>8}", "set", "precision", "recall", "F1", "exact", "bad");
    let mut milliseconds = Vec::new();
    for set in SETS {
        let Some(pages) = read_set(Path::new(&root), set)? else {
            println!("{set:<44}not there: {root}/{set}");
            continue;
        };
        let found: Vec<_> = pages.par_iter().map(|page| extract(&page.html)).collect();
        let scores: Vec<_> = pages.iter().zip(&found).map(|(page, text)| PageScore::new(&page.body, text)).collect();
        let score = SetScore::new(&scores);
        println!(
            "{:<44}{:>9.3}{:>8.3}{:>8.3}{:>8.2}{:>8.2}",
            format!("{set}, {} pages", pages.len()),
            score.precision,
            score.recall,
            score.f1,
            score.exact,
            score.bad
        );
        let mut by_score: Vec<_> = pages.iter().zip(&scores).collect();
        by_score.sort_by(|a, b| a.1.f1().total_cmp(&b.1.f1()));
        for (page, score) in by_score.into_iter().take(worst) {
            println!("  {:.3} p {:.3} r {:.3}  {}", score.f1(), score.precision, score.recall, page.id);
        }
        if let Some(at) = pages.iter().position(|p| show.as_ref() == Some(&p.id)) {
            println!("---- truth\n{}\n---- found\n{}\n----", pages[at].body, found[at]);
        }
        for page in &pages {
            let start = Instant::now();
            std::hint::black_box(extract(&page.html));
            milliseconds.push(start.elapsed().as_secs_f64() * 1e3);
        }
    }
    for line in include_str!("peers.txt").lines().filter(|l| !l.starts_with('#')) {
        println!("{line}");
    }
    milliseconds.sort_by(f64::total_cmp);
    if let Some(median) = milliseconds.get(milliseconds.len() / 2) {
        println!("median time of a page, parsing and decision: {median:.2} ms");
    }
    Ok(())
}

fn extract(html: &[u8]) -> String {
    Article::from_html(&String::from_utf8_lossy(html)).map(|a| a.text().to_owned()).unwrap_or_default()
}
