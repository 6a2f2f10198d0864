//! Reads articles on a thread of its own, no further ahead than the window lets it, and has them answered on all cores.

use super::answer::Job;
use super::checkpoint::Passed;
use super::item::Items;
use super::window::Window;
use crate::failure::Failure;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

/// What comes back, with its place in the order of the input.
pub(crate) type Numbered = (u64, Message);

pub(crate) enum Message {
    Answer(Answer),
    /// The input is at its end, after so many articles, those among them that an earlier call has answered.
    End {
        items: u64,
        passed: Passed,
    },
    /// It cannot be read to its end.
    Broken(io::Error),
    /// It is not what an earlier call has read.
    Changed,
}

pub(crate) struct Answer {
    pub(crate) rendered: Result<(Vec<u8>, bool), Failure>,
    /// Of the article, in bytes.
    pub(crate) size: usize,
    /// Of all articles up to this one.
    pub(crate) crc32: u32,
}

/// The thread is not waited for: a closed output must not wait for an input that does not come.
pub(crate) fn start(items: Items, passed: Passed, job: &Arc<Job>, window: &Arc<Window>, results: Sender<Numbered>) {
    let (job, window) = (Arc::clone(job), Arc::clone(window));
    thread::spawn(move || {
        let place = read(items, passed, &job, &window, &results);
        // Where nobody listens any more, nobody has to know.
        let _ = results.send(place);
    });
}

fn read(
    items: Items,
    mut passed: Passed,
    job: &Arc<Job>,
    window: &Arc<Window>,
    results: &Sender<Numbered>,
) -> Numbered {
    let (mut all, mut asked) = (0, 0);
    for item in items {
        let item = match item {
            Ok(item) => item,
            Err(error) => return (asked, Message::Broken(error)),
        };
        all += 1;
        if passed.skips(&item) {
            if passed.is_other_input() {
                return (asked, Message::Changed);
            }
            continue;
        }
        let (size, crc32, place) = (item.size(), passed.crc32(), asked);
        if !window.enter(size) {
            break;
        }
        asked += 1;
        let (job, results) = (Arc::clone(job), results.clone());
        rayon::spawn(move || {
            let rendered = job.answer(&item);
            drop(item);
            let _ = results.send((place, Message::Answer(Answer { rendered, size, crc32 })));
        });
    }
    (asked, Message::End { items: all, passed })
}
