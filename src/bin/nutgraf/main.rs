//! The command line: `nutgraf summarize`, `extract`, `sentences`, `entities`, `inject`, `verify` and `eval`.

mod arguments;
mod editors;
mod encoding;
mod evaluate;
mod extract;
mod failure;
mod html;
mod inject;
mod input;
mod json_ld;
mod jsonl;
mod markup;
mod page_files;
mod render;
mod source_tree;
mod splice;
mod verify;

use arguments::{Arguments, Command, Format, PiecesArguments, SummarizeArguments};
use clap::Parser;
use failure::{Failure, Status};
use input::{Input, Kind, Source, article_of_page};
use nutgraf::output::PieceOutput;
use nutgraf::{Article, Options};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => return failure::bad_call(&error),
        Err(help) => {
            // The reader of the help may have gone (`nutgraf --help | head`): nothing to tell then.
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let status = match &arguments.command {
        Command::Summarize(asked) => summarize(asked, &mut out),
        Command::Extract(asked) => extract::extract(asked, &mut out),
        Command::Sentences(asked) => pieces(asked, &mut out, sentences),
        Command::Entities(asked) => pieces(asked, &mut out, entities),
        Command::Inject(asked) => inject::run(asked, &mut out),
        Command::Verify(asked) => verify::run(asked, &mut out),
        Command::Eval(asked) => evaluate::run(asked, &mut out),
    };
    let flushed = out.flush().map_err(Failure::from);
    match status.and_then(|status| flushed.map(|()| status)) {
        Ok(status) => status.into(),
        Err(failure) => failure.report(None).into(),
    }
}

/// Summarizes each input in turn; one that fails is reported and the others go on.
fn summarize(asked: &SummarizeArguments, out: &mut impl Write) -> Result<Status, Failure> {
    let options = asked.options();
    let several = asked.files.len() > 1;
    let mut failures = Vec::new();
    for (number, source) in asked.sources().enumerate() {
        if number > 0 && asked.format != Format::Json {
            writeln!(out)?;
        }
        match summarize_source(&source, asked, &options, several, out) {
            Ok(Status::Done) => {}
            Ok(status) => failures.push(status),
            Err(failure) if failure.is_output() => return Err(failure),
            Err(failure) => {
                if asked.format == Format::Json && failure.status() == Status::NoArticle {
                    render::error_line(out, &failure)?;
                }
                failures.push(failure.report(Some(&source)));
            }
        }
    }
    Ok(match failures.as_slice() {
        [] => Status::Done,
        // Alone, an input speaks for the whole call.
        [only] if !several => *only,
        _ => Status::SomeFailed,
    })
}

fn summarize_source(
    source: &Source,
    asked: &SummarizeArguments,
    options: &Options,
    several: bool,
    out: &mut impl Write,
) -> Result<Status, Failure> {
    let (text, kind) = match source.open(asked.input)? {
        Input::Whole(text, kind) => (text, kind),
        Input::Lines(lines, size) => return jsonl::summarize(lines, size, options, asked, out),
    };
    let article = article(&text, kind, asked.any_page)?;
    let summary = nutgraf::summarize(&article, options)?;
    let name = several.then(|| source.name());
    match asked.format {
        Format::Json => {
            render::json_line(out, name.map(|n| ("source", n.into())), &summary)?;
        }
        Format::Text => render::text(out, name, &summary)?,
        Format::Markdown => render::markdown(out, &summary, options.summary_type)?,
        Format::Html => html::widget(out, &text, kind, summary, article.text(), options)?,
    }
    Ok(Status::Done)
}

fn article(text: &str, kind: Kind, any_page: bool) -> Result<Article<'_>, Failure> {
    Ok(if kind == Kind::Html { article_of_page(text, any_page)? } else { Article::from_text(text) })
}

/// What prints pieces of an input of this kind in this language.
type Printer = fn(&mut dyn Write, &str, Kind, &PiecesArguments) -> Result<(), Failure>;

/// Prints a JSON array of pieces of the input.
fn pieces(asked: &PiecesArguments, out: &mut impl Write, print: Printer) -> Result<Status, Failure> {
    let source = Source::from_argument(&asked.file);
    let mut run = || -> Result<(), Failure> {
        let (text, kind) = source.read(asked.input)?;
        print(out, &text, kind, asked)
    };
    match run() {
        Ok(()) => Ok(Status::Done),
        Err(failure) if failure.is_output() => Err(failure),
        Err(failure) => Ok(failure.report(Some(&source))),
    }
}

/// All of a text in pieces, or the sentences of a page's article.
fn sentences(out: &mut dyn Write, text: &str, kind: Kind, asked: &PiecesArguments) -> Result<(), Failure> {
    let language = asked.lang.as_deref();
    if kind == Kind::Html {
        let article = article_of_page(text, asked.any_page)?;
        let spans = nutgraf::sentences(&article, language);
        render::json_array(out, &PieceOutput::sentences(article.text(), &spans))
    } else {
        render::json_array(out, &PieceOutput::sentences(text, &nutgraf::sentences(text, language)))
    }
}

fn entities(out: &mut dyn Write, text: &str, kind: Kind, asked: &PiecesArguments) -> Result<(), Failure> {
    let article = article(text, kind, asked.any_page)?;
    let (list, mentions) = nutgraf::entities(&article, asked.lang.as_deref());
    let pieces = PieceOutput::mentions(article.text(), mentions.into_iter().map(|(span, at)| (span, &list[at])));
    render::json_array(out, &pieces)
}
