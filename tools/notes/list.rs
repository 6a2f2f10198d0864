//! Prints what is taken for a note on the story in articles: `cargo run --release --features cli --example list-notes
//! FILE…`, each a JSON object a line with a text (`{"text", "title"?}`) or a page (`.html`). A line of output has the kind, the file
//! with the line, the bytes where the sentence stands, and the sentence. For reading what new phrases of `src/note/phrases` find.

use nutgraf::{Article, notes};
use std::error::Error;
use std::io::Write;
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    for file in env::args().skip(1) {
        let content = fs::read_to_string(&file)?;
        if file.ends_with(".html") {
            if let Ok(article) = Article::from_html(&content) {
                print(&article, &file)?;
            }
            continue;
        }
        for (number, line) in content.lines().enumerate() {
            let row: serde_json::Value = serde_json::from_str(line)?;
            let mut article = Article::from_text(row["text"].as_str().unwrap_or_default());
            if let Some(title) = row["title"].as_str() {
                article = article.with_headline(title);
            }
            print(&article, &format!("{file}:{}", number + 1))?;
        }
    }
    Ok(())
}

fn print(article: &Article<'_>, place: &str) -> io::Result<()> {
    for (span, kind) in notes(article) {
        let sentence: Vec<&str> = span.of(article.text()).split_whitespace().collect();
        writeln!(io::stdout(), "{kind}\t{place}\t{}\t{}\t{}", span.start, span.end, sentence.join(" "))?;
    }
    Ok(())
}
