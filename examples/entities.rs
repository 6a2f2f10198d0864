//! Who and what an article names, and how: `cargo run --example entities -- FILE`.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use nutgraf::analyze;
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let text = fs::read_to_string(path)?;
    let document = analyze(&text, None)?;
    let mentions = document.mentions();
    for (number, entity) in document.entities().iter().enumerate() {
        let own = mentions.iter().filter(|mention| mention.entity == number);
        let forms: Vec<&str> = own.map(|mention| mention.span.of(document.article().text())).collect();
        println!("{} ({}): {}", entity.name, entity.kind.name(), forms.join(", "));
    }
    Ok(())
}
