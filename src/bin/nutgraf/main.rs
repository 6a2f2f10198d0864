//! The command line: `nutgraf summarize`, `extract`, `sentences`, `entities`, `inject`, `verify` and `eval`.

mod arguments;
mod batch;
mod compressed;
mod editors;
mod encoding;
mod evaluate;
mod extract;
mod failure;
mod folder;
mod html;
mod inject;
mod input;
mod json_ld;
mod markup;
mod page_files;
mod render;
mod source_tree;
mod splice;
mod summarize;
mod verify;

use arguments::{Arguments, Command, PiecesArguments};
use clap::Parser;
use failure::{Failure, Status};
use input::{Kind, Source, article_of_page};
use nutgraf::Article;
use nutgraf::output::PieceOutput;
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
        Command::Summarize(asked) => summarize::run(asked),
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
