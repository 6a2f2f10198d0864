//! nutgraf and dom_smoothie finding the article on the pages `*.html` of the folder that NUTGRAF_BENCH_PAGES names.
//!
//! Prints a line for each page: its name, and the CPU milliseconds of nutgraf and of dom_smoothie, between tabs. Criterion
//! would measure one after the other; here they take turns on each page, so that what else the machine does falls on both.
use cpu_time::ProcessTime;
use dom_smoothie::Readability;
use nutgraf::Article;
use std::hint::black_box;
use std::path::PathBuf;

/// Calls before memory and caches are as they will be, and calls of which the median counts.
const WARM_UP_CALLS: usize = 2;
const CALLS: usize = 7;

/// CPU milliseconds of a call, what it gives back freed.
fn milliseconds(work: impl FnOnce()) -> f64 {
    let start = ProcessTime::now();
    work();
    start.elapsed().as_secs_f64() * 1e3
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Both parse the page and decide; a page on which one finds nothing counts, as finding that out takes its time too.
fn times(html: &str) -> (f64, f64) {
    let calls = (0..WARM_UP_CALLS + CALLS).map(|_| {
        let nutgraf = milliseconds(|| drop(black_box(Article::from_html(black_box(html)))));
        let dom_smoothie = milliseconds(|| {
            drop(black_box(Readability::new(black_box(html), None, None).and_then(|mut page| page.parse())));
        });
        (nutgraf, dom_smoothie)
    });
    let (nutgraf, dom_smoothie) = calls.skip(WARM_UP_CALLS).unzip();
    (median(nutgraf), median(dom_smoothie))
}

fn main() {
    let folder = std::env::var_os("NUTGRAF_BENCH_PAGES")
        .expect("NUTGRAF_BENCH_PAGES names the folder of the pages; run make bench");
    let mut pages: Vec<PathBuf> =
        std::fs::read_dir(&folder).expect("a folder of pages").map(|entry| entry.expect("a file").path()).collect();
    pages.sort();
    for path in pages {
        let html = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let (nutgraf, dom_smoothie) = times(&html);
        println!("{name}\t{nutgraf:.4}\t{dom_smoothie:.4}");
    }
}
