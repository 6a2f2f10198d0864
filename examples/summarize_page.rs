//! Finds the article on a page and gives its summary as JSON:
//! `cargo run --features html,serde --example summarize_page -- FILE.html`.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use nutgraf::{Article, ErrorKind, Options, summarize};
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let page = fs::read_to_string(path)?;
    let summary = Article::from_html(&page).and_then(|article| summarize(&article, &Options::default()));
    match summary {
        Ok(summary) => println!("{}", serde_json::to_string_pretty(&summary)?),
        // A page of links, a login form: nothing to summarize, and no fault.
        Err(error) if error.kind() == ErrorKind::NoArticle => println!("null"),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
