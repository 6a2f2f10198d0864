//! Batches: many articles in, an answer each out, in order, on all cores, in memory that does not grow with the input.
//!
//! A thread reads articles (`reader`) as far ahead as the window lets it (`window`); the threads of rayon answer them
//! (`answer`); the calling thread writes the answers in the order of the input (here).

mod answer;
pub(crate) mod arguments;
mod checkpoint;
mod columnar;
mod item;
mod lines;
pub(crate) mod output;
mod pages;
pub(crate) mod progress;
mod reader;
pub(crate) mod stop;
mod window;

use crate::arguments::SummarizeArguments;
use crate::failure::Failure;
use answer::Job;
use checkpoint::Passed;
use columnar::Columns;
use item::Items;
use lines::Lines;
use output::Output;
use progress::{Extent, Progress};
use reader::{Message, Numbered};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, Write};
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};
use stop::Stop;
use window::Window;

/// Answers wait so long at most until they are handed on.
const PAUSE: Duration = Duration::from_millis(100);
/// Between two looks at the answers, while others are worked on. The window holds the work of many such times.
const BREATH: Duration = Duration::from_millis(1);

/// An input of many articles.
pub(crate) enum Batch {
    /// JSONL, and how much there is of it.
    Lines(Box<dyn BufRead + Send>, Extent),
    /// A folder of pages or texts.
    Folder(PathBuf),
    /// Parquet, a row an article.
    Parquet(File),
}

/// The batches of a call, one after the other.
pub(crate) struct Batches<'a> {
    job: Arc<Job>,
    columns: Columns,
    stop: &'a Stop,
    is_shown: bool,
    passed: Passed,
    /// Articles that are answered, and those of them that have no summary, in the whole call.
    items: u64,
    failed: u64,
}

impl<'a> Batches<'a> {
    pub(crate) fn new(asked: &SummarizeArguments, output: &Output, stop: &'a Stop) -> Self {
        let (items, failed) = output.counts();
        let is_shown = Progress::is_shown(asked.batch.quiet, asked.batch.out.is_some());
        let columns = Columns { text: asked.batch.text.clone(), title: asked.batch.title.clone() };
        Self { job: Arc::new(Job::new(asked)), columns, stop, is_shown, passed: output.passed(), items, failed }
    }

    /// Articles so far, and those of them that have no summary.
    pub(crate) const fn counts(&self) -> (u64, u64) {
        (self.items, self.failed)
    }

    /// Whether articles that an earlier call has answered are still to come.
    pub(crate) const fn is_behind(&self) -> bool {
        self.passed.is_short()
    }

    /// Answers every article of an input. One that has no summary gets an error in its place.
    pub(crate) fn run(&mut self, content: Batch, output: &mut Output) -> Result<(), Failure> {
        self.stop.watch();
        let (items, extent, nothing): (Items, _, _) = match content {
            Batch::Lines(lines, extent) => (Box::new(Lines::new(lines)), extent, "there is no line to read"),
            Batch::Folder(path) => {
                let kind = self.job.kind;
                let count = self.is_shown.then(|| pages::count(&path, kind));
                (pages::items(&path, kind), Extent::Articles(count), "there is no page in it")
            }
            Batch::Parquet(file) => {
                let (rows, count) = columnar::rows(file, &self.columns)?;
                (rows, Extent::Articles(Some(count)), "there is no row to read")
            }
        };
        let progress = Progress::new(self.is_shown, extent);
        let window = Arc::new(Window::default());
        let (sender, results) = mpsc::channel();
        reader::start(items, mem::take(&mut self.passed), &self.job, &window, sender);
        let read = self.write(&results, &window, &progress, output);
        window.close();
        if read? == 0 { Err(Failure::bad_input(nothing)) } else { Ok(()) }
    }

    /// Writes the answers in the order of the input as they come; gives the number of articles in it.
    fn write(
        &mut self,
        results: &Receiver<Numbered>,
        window: &Window,
        progress: &Progress,
        output: &mut Output,
    ) -> Result<u64, Failure> {
        let mut waiting = BTreeMap::new();
        let (mut next, mut flushed) = (0, Instant::now());
        let mut crc32 = None;
        loop {
            match results.recv_timeout(PAUSE) {
                Ok(first) => waiting.extend([first].into_iter().chain(results.try_iter())),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(Failure::Internal),
            }
            while let Some(message) = waiting.remove(&next) {
                next += 1;
                match message {
                    Message::Answer(answer) => {
                        let (rendered, is_summary) = answer.rendered?;
                        output.write_all(&rendered)?;
                        window.leave(answer.size);
                        progress.advance();
                        self.items += 1;
                        self.failed += u64::from(!is_summary);
                        crc32 = Some(answer.crc32);
                        output.save(self.items, self.failed, answer.crc32, false)?;
                    }
                    Message::End { items, passed } => {
                        self.passed = passed;
                        output.flush()?;
                        return Ok(items);
                    }
                    Message::Broken(error) => {
                        return Err(Failure::Unreadable(format!("cannot be read to the end: {error}")));
                    }
                    Message::Changed => {
                        let changed = "is not what it was when the checkpoint was made";
                        return Err(Failure::Unreadable(changed.to_owned()));
                    }
                }
            }
            if let Err(stopped) = self.stop.check(self.items) {
                crc32.map_or(Ok(()), |crc32| output.save(self.items, self.failed, crc32, true))?;
                output.flush()?;
                return Err(stopped);
            }
            // Whoever writes one line and waits for the answer gets it.
            if window.is_empty() || flushed.elapsed() >= PAUSE {
                output.flush()?;
                flushed = Instant::now();
            }
            // While there is work, answers are taken many at a time: to wake for each costs more than to write it.
            if !window.is_empty() {
                thread::sleep(BREATH);
            }
        }
    }
}
