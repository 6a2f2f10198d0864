//! Summarizes a text file: `cargo run --example summarize_file -- FILE`.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use nutgraf::{Options, summarize};
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let text = fs::read_to_string(path)?;
    let summary = summarize(&text, &Options::default())?;
    if let Some(headline) = &summary.headline {
        println!("{headline}\n");
    }
    for sentence in &summary.sentences {
        println!("- {}", nutgraf::on_one_line(&sentence.text));
    }
    println!("\n{} seconds instead of {}", summary.reading_seconds, summary.article.reading_seconds);
    Ok(())
}
