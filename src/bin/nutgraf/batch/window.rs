//! How much of the input is worked on at a time, so that memory does not grow with the input.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// So many articles at most: enough to keep every core busy while a long one is worked on.
const MOST_ITEMS: usize = 1_024;
/// So many bytes of them at most, but one article whatever its size.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// What has been read and not been written yet.
#[derive(Default)]
pub(crate) struct Window {
    held: Mutex<Held>,
    freed: Condvar,
}

#[derive(Default)]
struct Held {
    items: usize,
    bytes: usize,
    is_closed: bool,
}

impl Window {
    /// Waits until there is room for an article. False where nobody will write it any more.
    pub(crate) fn enter(&self, bytes: usize) -> bool {
        let is_full = |held: &mut Held| {
            !held.is_closed && held.items > 0 && (held.items >= MOST_ITEMS || held.bytes + bytes > MOST_BYTES)
        };
        let mut held = self.freed.wait_while(self.held(), is_full).unwrap_or_else(PoisonError::into_inner);
        held.items += 1;
        held.bytes += bytes;
        !held.is_closed
    }

    /// An article has been written.
    pub(crate) fn leave(&self, bytes: usize) {
        let mut held = self.held();
        held.items -= 1;
        held.bytes -= bytes;
        // The reader is woken for many articles, not for each.
        let has_room = held.items <= MOST_ITEMS / 2 && held.bytes <= MOST_BYTES / 2;
        drop(held);
        if has_room {
            self.freed.notify_one();
        }
    }

    /// Whether everything that was read has been written.
    pub(crate) fn is_empty(&self) -> bool {
        self.held().items == 0
    }

    /// Nothing will be written any more.
    pub(crate) fn close(&self) {
        self.held().is_closed = true;
        self.freed.notify_all();
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
