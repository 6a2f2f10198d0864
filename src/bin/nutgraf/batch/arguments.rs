//! What can be asked for of a batch on the command line.

use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct BatchArguments {
    /// Write to FILE instead of standard output: it is there whole at the end, or as it was before
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Note in FILE how far JSONL or a folder is done: after a kill the same call goes on from there
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(crate) checkpoint: Option<PathBuf>,
    /// Note it every N articles
    #[arg(long, value_name = "N", default_value_t = 10_000, requires = "checkpoint",
        value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) checkpoint_every: u64,
    /// Parquet: the column with the articles [default: text, else html]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) text: Option<String>,
    /// Parquet: the column with their headlines [default: title, if there is one]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) title: Option<String>,
    /// No progress on the terminal, and no count of bad lines at the end
    #[arg(long, short)]
    pub(crate) quiet: bool,
}
