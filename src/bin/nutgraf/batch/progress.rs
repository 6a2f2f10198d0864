//! The bar on a terminal: how far, how fast, and how long still.

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How often it is drawn where nothing comes.
const TICK: Duration = Duration::from_millis(200);

/// How much of an input there is, and how much of it has been read.
#[derive(Clone)]
pub(crate) enum Extent {
    /// In bytes of the file, which may be compressed.
    Bytes { all: Option<u64>, read: Arc<AtomicU64> },
    /// In articles.
    Articles(Option<u64>),
}

pub(crate) struct Progress {
    bar: ProgressBar,
    extent: Extent,
    articles: Arc<AtomicU64>,
}

impl Progress {
    /// Whether a bar can be seen: on standard error, and where no answers come between.
    pub(crate) fn is_shown(is_quiet: bool, is_to_file: bool) -> bool {
        !is_quiet && io::stderr().is_terminal() && (is_to_file || !io::stdout().is_terminal())
    }

    pub(crate) fn new(is_shown: bool, extent: Extent) -> Self {
        let articles = Arc::new(AtomicU64::new(0));
        let (all, form) = match &extent {
            Extent::Bytes { all, .. } => (*all, "{bytes} of {total_bytes}"),
            Extent::Articles(all) => (*all, "{human_pos} of {human_len}"),
        };
        let template = match all {
            Some(_) => format!("{{wide_bar}} {form}, {{articles}}, {{eta}} left"),
            None => "{spinner} {elapsed}, {articles}".to_owned(),
        };
        let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(all, target);
        if let Ok(style) = ProgressStyle::with_template(&template) {
            let count = Arc::clone(&articles);
            bar.set_style(style.with_key("articles", move |state: &ProgressState, out: &mut dyn Write| {
                let count = count.load(Ordering::Relaxed);
                let rate = count as f64 / state.elapsed().as_secs_f64().max(f64::MIN_POSITIVE);
                let _ = write!(out, "{} articles, {} a second", HumanCount(count), HumanCount(rate as u64));
            }));
        }
        if is_shown {
            bar.enable_steady_tick(TICK);
        }
        Self { bar, extent, articles }
    }

    /// One more article is written.
    pub(crate) fn advance(&self) {
        let articles = self.articles.fetch_add(1, Ordering::Relaxed) + 1;
        self.bar.set_position(match &self.extent {
            Extent::Bytes { read, .. } => read.load(Ordering::Relaxed),
            Extent::Articles(_) => articles,
        });
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
