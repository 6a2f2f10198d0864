//! `nutgraf extract`: the article of a page.

use crate::arguments::{ExtractArguments, ExtractFormat};
use crate::failure::{Failure, Status};
use crate::input::{Kind, Source, article_of_page};
use crate::render;
use nutgraf::output::ArticleOutput;
use std::io::Write;

/// Prints the article. A page without one is told in the output too, where that is JSON.
pub(crate) fn extract(asked: &ExtractArguments, out: &mut impl Write) -> Result<Status, Failure> {
    let source = Source::from_argument(&asked.file);
    match source.read(Kind::Html).and_then(|(html, _)| print(&html, asked, out)) {
        Ok(()) => Ok(Status::Done),
        Err(failure) if failure.is_output() => Err(failure),
        Err(failure) => {
            if asked.format == ExtractFormat::Json && failure.status() == Status::NoArticle {
                render::error_line(out, &failure)?;
            }
            Ok(failure.report(Some(&source)))
        }
    }
}

fn print(html: &str, asked: &ExtractArguments, out: &mut impl Write) -> Result<(), Failure> {
    let article = article_of_page(html, asked.any_page)?;
    match asked.format {
        ExtractFormat::Text => {
            for (number, paragraph) in article.paragraphs().iter().enumerate() {
                let text = paragraph.span.of(article.text());
                writeln!(out, "{}{text}", if number == 0 { "" } else { "\n" })?;
            }
        }
        ExtractFormat::Json => render::json_line(out, None, &ArticleOutput::of(&article))?,
    }
    Ok(())
}
