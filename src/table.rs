//! A small map from hashes to values: what interning and the lexicons stand on.
//!
//! The standard library's map would add 10 KB to the wasm; this one relies on keys that are hashes already.

use std::collections::BinaryHeap;

/// What tables are keyed by: an odd number whose other bits are spread evenly, such as the low half of a hash. Of 3,000
/// different words two share one in one article of 500.
pub(crate) type Key = u32;

/// The key of a number below 2³¹: a character's code, or a hash that is cut to fewer bits.
pub(crate) const fn key_of_number(number: u32) -> Key {
    number << 1 | 1
}

/// The key of two things in this order, by their own keys.
pub(crate) const fn key_of_pair(first: Key, second: Key) -> Key {
    first.rotate_left(1) ^ second | 1
}

/// An open-addressed table with linear probing, at most half full.
#[derive(Clone, Debug)]
pub(crate) struct Table<V> {
    /// Keys and their values. Key 0 marks a free slot.
    slots: Vec<(Key, V)>,
    used: usize,
}

impl<V: Copy + Default> Table<V> {
    /// A table with room for `expected` keys before it grows.
    pub(crate) fn with_capacity(expected: usize) -> Self {
        Self { slots: vec![(0, V::default()); (expected * 2 + 2).next_power_of_two()], used: 0 }
    }

    // Both are copied to where they are called, for 850 bytes after brotli: 3 % of the time of all.
    /// The value of a key, or the default.
    #[inline(always)]
    pub(crate) fn get(&self, key: Key) -> V {
        // Free slots have the default.
        self.slots[self.slot(key)].1
    }

    /// Whether a key is there, and its value to change, which must stay the default if it is not: for those who can do
    /// without a branch on what nobody foresees.
    #[inline(always)]
    pub(crate) fn find(&mut self, key: Key) -> (bool, &mut V) {
        let at = self.slot(key);
        let (known, value) = &mut self.slots[at];
        (*known != 0, value)
    }

    /// The value of a key to change, entered as the default if it is new.
    #[inline(always)]
    pub(crate) fn entry(&mut self, key: Key) -> &mut V {
        if (self.used + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let at = self.slot(key);
        let (known, value) = &mut self.slots[at];
        if *known == 0 {
            *known = key;
            self.used += 1;
        }
        value
    }

    fn grow(&mut self) {
        let mut larger = Self::with_capacity(self.used);
        for (key, value) in &self.slots {
            if *key != 0 {
                *larger.entry(*key) = *value;
            }
        }
        *self = larger;
    }

    /// The slot of a key, or the free one where it would go.
    fn slot(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key >> 1) as usize & mask;
        loop {
            let known = self.slots[at].0;
            // The key or 0: a product with an odd number is 0 only if the other is. Of two branches neither is foreseen.
            if known.wrapping_mul(known ^ key) == 0 {
                return at;
            }
            at = (at + 1) & mask;
        }
    }
}

/// 2⁶⁴ over the golden section, the odd number next to it: its multiples are spread evenly (Knuth 1998, "Sorting and
/// Searching", 6.4).
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
/// Mixes hashes. Lexicons keep only their highest bits and so take some words for listed ones; by this multiplier they
/// mistake the words of running text least, of 2,949 tried (`tools/language/multiplier.py`).
const MULTIPLIER: u64 = 0x142f_ab55_fe90_9103;

/// A 64-bit hash of words and lines, after FxHash: up to eight letters of ASCII are taken in by one multiplication, a
/// letter of another script by one, each turned round so that the next meets all bits. The bits are mixed once more at the
/// end, so that the low half serves as a [`Key`] and the high bits as what lexicons keep.
#[derive(Clone, Copy)]
pub(crate) struct Hasher {
    state: u64,
    /// The letters of ASCII not taken in yet, the first the lowest.
    pending: u64,
}

impl Default for Hasher {
    fn default() -> Self {
        Self::of_letters(0)
    }
}

impl Hasher {
    const NEW: u64 = 0xcbf2_9ce4_8422_2325;

    /// Of eight bytes of ASCII or fewer, the first the lowest; zeros behind the last. Behind eight only
    /// [`write_behind_eight`](Self::write_behind_eight) may write.
    pub(crate) const fn of_letters(letters: u64) -> Self {
        Self { state: Self::NEW, pending: letters }
    }

    /// Takes in the next eight letters of ASCII, or fewer with zeros behind the last, where what was taken in so far is a
    /// multiple of eight.
    #[inline(always)]
    pub(crate) const fn write_eight(&mut self, letters: u64) {
        self.pending = letters;
        self.take_in_eight();
    }

    /// The same where eight letters are pending.
    #[inline(always)]
    pub(crate) const fn write_behind_eight(&mut self, letters: u64) {
        self.take_in();
        self.pending = letters;
    }

    /// Takes in letters of ASCII, the first the lowest, zeros behind the last.
    #[inline(always)]
    pub(crate) const fn write_letters(&mut self, letters: u64) {
        let held = self.held();
        self.pending |= letters << held;
        self.take_in_eight();
        if held > 0 && self.pending == 0 {
            self.pending = letters >> (u64::BITS - held);
        }
    }

    /// Takes in a character.
    pub(crate) const fn write(&mut self, c: char) {
        if c.is_ascii() {
            self.write_letters(c as u64);
        } else {
            self.mix(c as u64);
        }
    }

    /// How many bits are pending. A NUL counts for nothing.
    const fn held(&self) -> u32 {
        (u64::BITS - self.pending.leading_zeros()).next_multiple_of(u8::BITS)
    }

    /// Takes in what is pending if it is eight letters.
    #[inline(always)]
    const fn take_in_eight(&mut self) {
        if self.pending >> 56 != 0 {
            self.take_in();
        }
    }

    #[inline(always)]
    const fn take_in(&mut self) {
        self.mix_only(self.pending);
        self.pending = 0;
    }

    /// Takes in a number: a character beyond ASCII, or another hash.
    pub(crate) const fn mix(&mut self, value: u64) {
        if self.pending != 0 {
            self.take_in();
        }
        self.mix_only(value);
    }

    #[inline(always)]
    const fn mix_only(&mut self, value: u64) {
        self.state = (self.state ^ value).wrapping_mul(GOLDEN).rotate_left(u64::BITS / 2);
    }

    /// The hash as a key.
    pub(crate) const fn key(self) -> Key {
        self.finish() as Key
    }

    /// The hash; odd, as keys are.
    #[inline(always)]
    pub(crate) const fn finish(mut self) -> u64 {
        if self.pending != 0 {
            self.take_in();
        }
        let mixed = (self.state ^ (self.state >> 32)).wrapping_mul(MULTIPLIER);
        (mixed ^ (mixed >> 29)) | 1
    }
}

/// The hash of a text given whole.
pub(crate) fn hash_of(text: &str) -> u64 {
    hash_folded(text, |c| c)
}

/// The same with each character taken as another, of ASCII one of ASCII.
#[inline(always)]
pub(crate) fn hash_folded(text: &str, folded: impl Fn(char) -> char) -> u64 {
    let mut hasher = Hasher::default();
    if text.is_ascii() {
        let letters = |some: &[u8]| some.iter().rev().fold(0, |all, byte| all << 8 | folded(char::from(*byte)) as u64);
        text.as_bytes().chunks(8).for_each(|some| hasher.write_eight(letters(some)));
    } else {
        text.chars().for_each(|c| hasher.write(folded(c)));
    }
    hasher.finish()
}

/// The key of a text given whole.
pub(crate) fn key_of(text: &str) -> Key {
    hash_of(text) as Key
}

/// The key of a word of ASCII that is known when this is compiled.
pub(crate) const fn key_of_ascii(word: &str) -> Key {
    let mut hasher = Hasher::of_letters(0);
    let mut at = 0;
    while at < word.len() {
        hasher.write(word.as_bytes()[at] as char);
        at += 1;
    }
    hasher.key()
}

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

/// All indices `0..count` by ascending key, equal keys in their own order.
pub(crate) fn ranked(count: usize, key: impl Fn(usize) -> u64) -> impl Iterator<Item = usize> {
    let mut order: Vec<(u64, usize)> = (0..count).map(|at| (key(at), at)).collect();
    sort(&mut order);
    order.into_iter().map(|(_, at)| at)
}

/// The sort of Shell (1959), "A high-speed sorting procedure": what is nearly in order, as names by weight are, it sorts in
/// a fraction of the time of a heap. Each of the standard library's sorts would add 3 KB to the wasm.
#[inline(never)]
fn sort(order: &mut [(u64, usize)]) {
    let mut gap = 1;
    while gap < order.len() / 3 {
        gap = 3 * gap + 1;
    }
    while gap > 0 {
        for from in gap..order.len() {
            let moved = order[from];
            let mut to = from;
            while to >= gap && order[to - gap] > moved {
                order[to] = order[to - gap];
                to -= gap;
            }
            order[to] = moved;
        }
        gap /= 3;
    }
}

/// Appends the distinct members of a short list of numbers, ascending.
pub(crate) fn enter_sorted(all: &mut Vec<u32>, numbers: impl Iterator<Item = u32>) {
    let start = all.len();
    numbers.for_each(|number| enter(all, start, number));
}

/// Enters a number among those from `start` on, which are distinct and ascending, if it is not there.
pub(crate) fn enter(all: &mut Vec<u32>, start: usize, number: u32) {
    // Most come in order.
    if all.len() == start || all.last().is_some_and(|last| *last < number) {
        all.push(number);
        return;
    }
    let at = start + all[start..].partition_point(|known| *known < number);
    if all.get(at) != Some(&number) {
        all.insert(at, number);
    }
}

/// A short list of words.
pub(crate) struct Listed {
    /// The words with a space between: a fraction of the code that comparing a word with each takes.
    words: &'static str,
    /// The [`bit`](Self::bit) of each: most other words lack it.
    bits: u64,
}

impl Listed {
    pub(crate) const fn of(words: &'static str) -> Self {
        let (mut bits, mut start, mut at) = (0, 0, 0);
        let bytes = words.as_bytes();
        while at < bytes.len() {
            at += 1;
            if at == bytes.len() || bytes[at] == b' ' {
                bits |= Self::bit(bytes[start], bytes[at - 1], at - start);
                start = at + 1;
            }
        }
        Self { words, bits }
    }

    /// One of 64 bits for a word that begins and ends so.
    const fn bit(first: u8, last: u8, length: usize) -> u64 {
        1 << ((first as usize * 5 + last as usize * 3 + length * 16) % u64::BITS as usize)
    }

    #[inline(never)]
    pub(crate) fn has(&self, word: &str) -> bool {
        let (Some(first), Some(last)) = (word.as_bytes().first(), word.as_bytes().last()) else { return false };
        self.bits & Self::bit(*first, *last, word.len()) != 0
            && self.words.as_bytes().split(|b| *b == b' ').any(|listed| listed == word.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_it_is_given_while_it_grows() {
        let mut table = Table::<u32>::with_capacity(1);
        for n in 0..1_000_u32 {
            *table.entry(key_of(&n.to_string())) += n;
        }
        assert!((0..1_000).all(|n| table.get(key_of(&n.to_string())) == n));
        assert_eq!(table.get(key_of("none")), 0);
    }
}
