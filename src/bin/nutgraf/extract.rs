//! `nutgraf extract`: the article of a page.

use crate::arguments::{ExtractArguments, ExtractFormat};
use crate::failure::{Failure, Status};
use crate::input::{Kind, Source, article_of_page};
use crate::render;
use nutgraf::{PageGuess, ParagraphKind};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct ArticleOutput<'a> {
    headline: Option<&'a str>,
    standfirst: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<&'a str>,
    language: Option<&'a str>,
    #[serde(flatten)]
    page: Option<PageGuess>,
    paragraphs: Vec<ParagraphOutput<'a>>,
}

#[derive(Serialize)]
struct ParagraphOutput<'a> {
    kind: &'static str,
    text: &'a str,
}

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
    let texts = article.paragraphs().iter().map(|p| (p.kind, p.span.of(article.text())));
    match asked.format {
        ExtractFormat::Text => {
            for (number, (_, text)) in texts.enumerate() {
                writeln!(out, "{}{text}", if number == 0 { "" } else { "\n" })?;
            }
        }
        ExtractFormat::Json => {
            let paragraphs =
                texts.map(|(kind, text)| ParagraphOutput { kind: ParagraphKind::name(kind), text }).collect();
            let shown = ArticleOutput {
                headline: article.headline(),
                standfirst: article.standfirst(),
                byline: article.byline(),
                published: article.published(),
                language: article.language(),
                page: article.page(),
                paragraphs,
            };
            render::json_line(out, None, &shown)?;
        }
    }
    Ok(())
}
