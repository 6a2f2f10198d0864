//! What can go wrong, in one line on standard error and an exit status.

use crate::input::Source;
use nutgraf::PageGuess;
use std::io::{self, Write};
use std::process::ExitCode;

/// The exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// 0: all inputs are done.
    Done,
    /// 1: some inputs failed, or are not proven.
    SomeFailed,
    /// 2: a bad call, or input that cannot be read.
    Bad,
    /// 3: no article.
    NoArticle,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::SomeFailed => 1,
            Status::Bad => 2,
            Status::NoArticle => 3,
        })
    }
}

/// Why an input gave no result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The library's own reason.
    Summary(nutgraf::Error),
    /// The input cannot be read, or is not what it should be.
    Input(String),
    /// What is published is not proven.
    Unproven(String),
    /// Standard output cannot be written.
    Output(io::Error),
}

impl Failure {
    pub(crate) fn bad_input(message: impl Into<String>) -> Self {
        Self::Input(message.into())
    }

    pub(crate) const fn is_output(&self) -> bool {
        matches!(self, Self::Output(_))
    }

    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Summary(error) => error.code(),
            Self::Input(_) => "bad-input",
            Self::Unproven(_) => "unproven",
            Self::Output(_) => "output",
        }
    }

    pub(crate) fn message(&self) -> String {
        match self {
            Self::Summary(error) => error.to_string(),
            Self::Input(message) | Self::Unproven(message) => message.clone(),
            Self::Output(error) => format!("cannot write the output: {error}"),
        }
    }

    /// What the page was taken for on which no article was found.
    pub(crate) fn page(&self) -> Option<PageGuess> {
        match self {
            Self::Summary(error) => error.page(),
            _ => None,
        }
    }

    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Summary(error) if error.code() == "no-article" => Status::NoArticle,
            Self::Unproven(_) => Status::SomeFailed,
            // Whoever read the output has enough of it (`nutgraf … | head`).
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Done,
            _ => Status::Bad,
        }
    }

    /// Says it in one line on standard error, and gives the status.
    pub(crate) fn report(&self, source: Option<&Source>) -> Status {
        let status = self.status();
        if status != Status::Done {
            let named = source.map(|s| format!("{}: ", s.name())).unwrap_or_default();
            complain(&format!("{named}{}", self.message()));
        }
        status
    }
}

impl From<nutgraf::Error> for Failure {
    fn from(error: nutgraf::Error) -> Self {
        Self::Summary(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

/// Reports a call that cannot be understood: the first line of clap's message says which part.
pub(crate) fn bad_call(error: &clap::Error) -> ExitCode {
    let rendered = error.render().to_string();
    let mut parts =
        rendered.lines().map(str::trim).take_while(|line| !line.starts_with("Usage:")).filter(|l| !l.is_empty());
    let first = parts.next().unwrap_or("the call cannot be understood");
    let rest: Vec<&str> = parts.filter(|l| !l.starts_with("For more information")).collect();
    let space = if rest.is_empty() { "" } else { " " };
    complain(&format!("{}{space}{} (see nutgraf --help)", first.trim_start_matches("error: "), rest.join(" ")));
    Status::Bad.into()
}

fn complain(message: &str) {
    let one_line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    // With standard error closed there is nobody left to tell; the exit status still says it.
    let _ = writeln!(io::stderr(), "nutgraf: {one_line}");
}
