//! A priority queue of numbers.

use std::collections::BinaryHeap;

/// Numbers with a note each, by descending key, equal keys by the number: a heap, for what is pushed again while it is
/// emptied. What is ranked once is [`ranked`].
pub(crate) struct Queue(BinaryHeap<Entry>);

/// A key, and under it a number and a note; turned round, so that of equal keys the lowest number comes first.
type Entry = (u64, u64);

const fn entry(key: u64, number: usize, note: u32) -> Entry {
    (key, !((number as u64) << 32 | note as u64))
}

const fn number(entry: Entry) -> usize {
    (!entry.1 >> 32) as usize
}

impl Queue {
    /// The numbers from 0, each with its key, and 0 for a note.
    pub(crate) fn of(keys: impl ExactSizeIterator<Item = u64>) -> Self {
        let mut queue = Self(BinaryHeap::with_capacity(keys.len()));
        keys.enumerate().for_each(|(at, key)| queue.push(key, at, 0));
        queue
    }

    pub(crate) fn push(&mut self, key: u64, number: usize, note: u32) {
        self.0.push(entry(key, number, note));
    }

    /// The first number, and its note.
    pub(crate) fn pop(&mut self) -> Option<(usize, u32)> {
        self.0.pop().map(|entry| (number(entry), !entry.1 as u32))
    }
}
