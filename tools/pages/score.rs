//! `make eval-pages`: how well the article is found on the development pages, beside the peers' figures.
//!
//!     cargo run --release --features cli --example score-pages -- [ROOT] [--worst N] [--show ID] [--found FOLDER] [--folds FOLDER]
//!
//! With `--found` the texts are read from `FOLDER/<set>/<id>.txt`, as the live walk left them, beside those of the walk of
//! the HTML; pages that are not there do not count. With `--folds` each page is read by trees that have seen no page of its
//! origin, as `tools/pages/train.py` wrote them into the folder.

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

#[allow(dead_code, reason = "each of the tools takes its part")]
#[path = "measure.rs"]
mod measure;

use measure::{PageCase, PageScore, SetScore, read_set};
use nutgraf::Article;
use rayon::prelude::*;
use std::collections::HashMap;
use std::error::Error;
use std::fs::read_to_string;
use std::path::Path;
use std::time::Instant;

/// Sets of development pages.
const SETS: [&str; 2] = ["fundus", "wcxb"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut root = "../shared/pages".to_owned();
    let (mut worst, mut show, mut folder, mut folds) = (0, None, None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--worst" => worst = arguments.next().unwrap_or_default().parse()?,
            "--show" => show = arguments.next(),
            "--found" => folder = arguments.next(),
            "--folds" => folds = Some(Folds::read(&arguments.next().unwrap_or_default())?),
            _ => root = argument,
        }
    }
    println!("{:<44}{:>9}{:>8}{:>8}{:>8}{:>8}", "set", "precision", "recall", "F1", "exact", "bad");
    let mut milliseconds = Vec::new();
    for set in SETS {
        let Some(mut pages) = read_set(Path::new(&root), set)? else {
            println!("{set:<44}not there: {root}/{set}");
            continue;
        };
        let live = |page: &PageCase| {
            folder.as_ref().and_then(|folder| read_to_string(format!("{folder}/{set}/{}.txt", page.id)).ok())
        };
        pages.retain(|page| folder.is_none() || live(page).is_some());
        let found: Vec<_> = pages.par_iter().map(|page| extract(&page.html, trees_of(&folds, set, page))).collect();
        let scores = print_scores(&format!("{set}, {} pages", pages.len()), &pages, &found);
        let mut order: Vec<usize> = (0..pages.len()).collect();
        if folder.is_some() {
            let live: Vec<_> = pages.iter().map(|page| live(page).unwrap_or_default()).collect();
            let live_scores = print_scores(&format!("{set}, live walk"), &pages, &live);
            let difference = |at: usize| live_scores[at].f1() - scores[at].f1();
            let same = (0..pages.len()).filter(|at| live[*at] == found[*at]).count();
            println!("  the same text on {same} pages");
            order.sort_by(|a, b| difference(*a).total_cmp(&difference(*b)));
            for at in order.into_iter().filter(|at| difference(*at) < 0.0).take(worst) {
                println!("  {:.3} live, {:.3} HTML  {}", live_scores[at].f1(), scores[at].f1(), pages[at].id);
            }
        } else {
            order.sort_by(|a, b| scores[*a].f1().total_cmp(&scores[*b].f1()));
            for at in order.into_iter().take(worst) {
                let score = scores[at];
                println!("  {:.3} p {:.3} r {:.3}  {}", score.f1(), score.precision, score.recall, pages[at].id);
            }
        }
        if let Some(at) = pages.iter().position(|p| show.as_ref() == Some(&p.id)) {
            println!("---- truth\n{}\n---- found\n{}\n----", pages[at].body, found[at]);
        }
        for page in &pages {
            let start = Instant::now();
            std::hint::black_box(extract(&page.html, None));
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

/// Prints a line of the table, and gives the scores of the pages.
fn print_scores(name: &str, pages: &[PageCase], found: &[String]) -> Vec<PageScore> {
    let scores: Vec<_> = pages.iter().zip(found).map(|(page, text)| PageScore::new(&page.body, text)).collect();
    let SetScore { precision, recall, f1, exact, bad } = SetScore::new(&scores);
    println!("{name:<44}{precision:>9.3}{recall:>8.3}{f1:>8.3}{exact:>8.2}{bad:>8.2}");
    scores
}

fn extract(html: &[u8], trees: Option<&[u8]>) -> String {
    let html = String::from_utf8_lossy(html);
    let article = trees.map_or_else(|| Article::from_any_html(&html), |trees| nutgraf::article_by_trees(&html, trees));
    article.map(|a| a.text().to_owned()).unwrap_or_default()
}

/// Trees that were fitted without some pages, and which these are.
struct Folds {
    trees: Vec<Vec<u8>>,
    of_page: HashMap<String, usize>,
}

impl Folds {
    /// Reads `folds.tsv`, a page and the number of its fold in each line, and the packed trees of each fold.
    fn read(folder: &str) -> Result<Self, Box<dyn Error>> {
        let mut of_page = HashMap::new();
        for line in read_to_string(format!("{folder}/folds.tsv"))?.lines() {
            let (page, fold) = line.split_once('\t').ok_or("a line has no fold")?;
            of_page.insert(page.to_owned(), fold.parse()?);
        }
        let count = of_page.values().max().map_or(0, |last: &usize| last + 1);
        let trees = (0..count).map(|fold| std::fs::read(format!("{folder}/{fold}.bin"))).collect::<Result<_, _>>()?;
        Ok(Self { trees, of_page })
    }
}

/// The trees that have not seen a page, if there are folds.
fn trees_of<'f>(folds: &'f Option<Folds>, set: &str, page: &PageCase) -> Option<&'f [u8]> {
    let folds = folds.as_ref()?;
    folds.of_page.get(&format!("{set}/{}", page.id)).and_then(|fold| folds.trees.get(*fold)).map(Vec::as_slice)
}
