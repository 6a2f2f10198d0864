//! `nutgraf summarize`: a summary an input, or of batches a summary an article.

use crate::arguments::{Format, SummarizeArguments};
use crate::article;
use crate::batch::Batches;
use crate::batch::output::Output;
use crate::batch::stop::Stop;
use crate::failure::{Failure, Status, complain};
use crate::html;
use crate::input::{Input, Source};
use crate::render;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use nutgraf::Options;
use std::io::Write;

/// Summarizes each input in turn; one that fails is reported and the others go on.
pub(crate) fn run(asked: &SummarizeArguments) -> Result<Status, Failure> {
    let (options, stop) = (asked.options(), Stop::default());
    let mut output = Output::open(&asked.batch, asked.format, &decisive(asked, &options), &stop)?;
    let mut batches = Batches::new(asked, &output, &stop);
    let status = summarize_all(asked, &options, &mut batches, &mut output)?;
    let (articles, failed) = batches.counts();
    output.finish(status, &stop)?;
    if failed > 0 && status == Status::SomeFailed && !asked.batch.quiet {
        complain(&format!("{failed} of {articles} articles have no summary: the output says why, each in its place"));
    }
    Ok(status)
}

/// What of a call decides on its output, besides the input.
fn decisive(asked: &SummarizeArguments, options: &Options) -> String {
    let format = asked.format.to_possible_value();
    let format = format.as_ref().map_or("", PossibleValue::get_name);
    let (version, inputs, any_page) = (env!("CARGO_PKG_VERSION"), asked.files.len(), asked.any_page);
    format!("nutgraf {version}, {inputs} inputs, {format}, any page {any_page}, {options:?}")
}

fn summarize_all(
    asked: &SummarizeArguments,
    options: &Options,
    batches: &mut Batches<'_>,
    output: &mut Output,
) -> Result<Status, Failure> {
    let several = asked.files.len() > 1;
    let mut failures = Vec::new();
    for (number, source) in asked.sources().enumerate() {
        // Where a call goes on, what it has written is not written again.
        if number > 0 && !asked.format.is_json() && !batches.is_behind() {
            writeln!(output)?;
        }
        match summarize_source(&source, asked, options, batches, output) {
            Ok(()) => {}
            Err(failure) if failure.is_output() || failure.is_stop() => return Err(failure),
            // What is missing would be missing for good: the call can go on when it is there.
            Err(failure) if output.has_checkpoint() && failure.is_incomplete() => {
                return Ok(failure.report(Some(&source)));
            }
            Err(failure) => {
                if asked.format.is_json() && failure.status() == Status::NoArticle {
                    render::error_line(output, &failure)?;
                }
                failures.push(failure.report(Some(&source)));
            }
        }
    }
    if batches.is_behind() {
        return Err(Failure::bad_input("there are fewer articles than when the checkpoint was made"));
    }
    Ok(match failures.as_slice() {
        // Those that an earlier call has answered count as well.
        [] if batches.counts().1 == 0 => Status::Done,
        // Alone, an input speaks for the whole call.
        [only] if !several => *only,
        _ => Status::SomeFailed,
    })
}

fn summarize_source(
    source: &Source,
    asked: &SummarizeArguments,
    options: &Options,
    batches: &mut Batches<'_>,
    output: &mut Output,
) -> Result<(), Failure> {
    let (text, kind) = match source.open(asked.input)? {
        Input::Batch(batch) => return batches.run(batch, output),
        Input::Whole(..) if output.has_checkpoint() => {
            return Err(Failure::Unreadable("is one article: --checkpoint is for batches".to_owned()));
        }
        Input::Whole(text, kind) => (text, kind),
    };
    let article = article(&text, kind, asked.any_page)?;
    let summary = nutgraf::summarize(&article, options)?;
    let name = (asked.files.len() > 1).then(|| source.name());
    match asked.format {
        Format::Json | Format::Parquet => {
            render::json_line(output, name.map(|n| ("source", render::Label::Text(n))), &summary)?
        }
        Format::Text => render::text(output, name, &summary)?,
        Format::Markdown => render::markdown(output, &summary, options.summary_type)?,
        Format::Html => html::widget(output, &text, kind, summary, article.text(), options)?,
    }
    Ok(())
}
