//! Ctrl-C (SIGINT) and SIGTERM: the call ends after the article it is at, with one line and the status 128 + signal.

use crate::failure::Failure;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use std::{process, thread};

/// How long a call may take to end by itself. One that waits for its input or for the reader of its output cannot.
const GRACE: Duration = Duration::from_secs(1);
/// How often it is asked whether a signal has come.
const PAUSE: Duration = Duration::from_millis(20);

#[derive(Default)]
pub(crate) struct Stop {
    /// The signal that has come, or 0.
    signal: Arc<AtomicUsize>,
    /// A file that must not stay behind.
    unfinished: Arc<Mutex<Option<PathBuf>>>,
    watch: OnceLock<()>,
}

impl Stop {
    /// From now on the signals end the call in this way.
    pub(crate) fn watch(&self) {
        self.watch.get_or_init(|| {
            for signal in [SIGINT, SIGTERM] {
                // Where the system lets nobody catch it, it ends the process as it always does.
                let _ = flag::register_usize(signal, Arc::clone(&self.signal), signal as usize);
            }
            let (signal, unfinished) = (Arc::clone(&self.signal), Arc::clone(&self.unfinished));
            thread::spawn(move || end_late(&signal, &unfinished));
        });
    }

    /// Says which file is to be removed, where the call must end at once. It does not while what is returned is kept.
    pub(crate) fn removes(&self, path: Option<PathBuf>) -> MutexGuard<'_, Option<PathBuf>> {
        let mut unfinished = self.unfinished.lock().unwrap_or_else(PoisonError::into_inner);
        *unfinished = path;
        unfinished
    }

    /// Fails where a signal has come, after so many articles.
    pub(crate) fn check(&self, articles: u64) -> Result<(), Failure> {
        match self.signal.load(Ordering::Relaxed) {
            0 => Ok(()),
            signal => Err(Failure::Stopped { signal: signal as u8, articles: Some(articles) }),
        }
    }
}

/// Ends the process after a signal, where it does not end by itself.
fn end_late(signal: &AtomicUsize, unfinished: &Mutex<Option<PathBuf>>) {
    while signal.load(Ordering::Relaxed) == 0 {
        thread::sleep(PAUSE);
    }
    thread::sleep(GRACE);
    let unfinished = unfinished.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(path) = &*unfinished {
        let _ = fs::remove_file(path);
    }
    let stopped = Failure::Stopped { signal: signal.load(Ordering::Relaxed) as u8, articles: None };
    process::exit(stopped.report(None).number().into());
}
