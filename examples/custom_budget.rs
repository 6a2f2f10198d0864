//! One article, read once and summarized within several budgets: `cargo run --example custom_budget -- FILE`.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use nutgraf::{Options, SummaryType, analyze};
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let text = fs::read_to_string(path)?;
    let document = analyze(&text, None)?;
    let budgets = [
        // A push message: one clause of at most twelve words.
        ("headline", Options { summary_type: SummaryType::Headline, words: Some(12), ..Options::default() }),
        // A teaser: one sentence.
        ("sentence", Options { sentences: Some(1), ..Options::default() }),
        // A brief that takes twenty seconds to read: whole sentences until eighty words are reached.
        ("brief", Options { words: Some(80), ..Options::default() }),
    ];
    for (name, options) in budgets {
        let summary = document.summarize(&options)?;
        println!("{name} ({} words): {}", summary.words, nutgraf::on_one_line(&summary.text()));
    }
    Ok(())
}
