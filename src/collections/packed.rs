//! Sets of hashes in little space, as `build.rs` packs them: Golomb-coded sets (Putze, Sanders and Singler 2009).
//!
//! A set costs about `bits − log₂(count) + 1.5` bits a member, whatever the length of its words, and takes a stranger
//! for a member once in `2^bits ÷ count` times.

use crate::collections::hash::{Key, key_of_number};
use crate::collections::map::Table;

// How many bits of their hashes words, names and lines are cut to, and which lists of lexicons are exact.
include!(concat!(env!("OUT_DIR"), "/bits.rs"));

/// Reads the set at the front of `packed`, and calls `each` with the number of its list and its members, ascending;
/// `bits` says how many bits those of a list have. Gives what follows it.
fn read(packed: &[u8], bits: impl Fn(u32) -> u32, mut each: impl FnMut(u32, u64)) -> &[u8] {
    let [low, high, list, coded @ ..] = packed else { return &[] };
    let (list, count) = (u32::from(*list), u32::from(u16::from_le_bytes([*low, *high])));
    let bits = bits(list);
    let rice = bits - (count + count / 2).max(1).ilog2();
    let mut bits = Bits { coded, held: 0, count: 0 };
    let mut last = 0;
    for _ in 0..count {
        last += bits.rice(rice);
        each(list, last);
    }
    // What is held whole bytes of was not read yet.
    let unread = bits.coded.len() + (bits.count / 8) as usize;
    coded.get(coded.len() - unread..).unwrap_or_default()
}

/// Bits of bytes, the lowest of each byte first.
struct Bits<'a> {
    coded: &'a [u8],
    held: u64,
    /// How many bits are held.
    count: u32,
}

impl Bits<'_> {
    /// Sees to it that 57 bits or more are held, while there are any.
    fn fill(&mut self) {
        while let (true, [first, rest @ ..]) = (self.count <= 56, self.coded) {
            self.held |= u64::from(*first) << self.count;
            self.count += 8;
            self.coded = rest;
        }
    }

    fn skip(&mut self, bits: u32) {
        self.held >>= bits;
        self.count = self.count.saturating_sub(bits);
    }

    /// A number in the Rice code with so many low bits: its high part as ones and a zero, then the low part.
    fn rice(&mut self, low: u32) -> u64 {
        let mut high = 0;
        loop {
            self.fill();
            let ones = self.held.trailing_ones().min(self.count);
            high += u64::from(ones);
            self.skip(ones);
            if ones == 0 || self.count > 0 {
                break;
            }
        }
        self.skip(1);
        self.fill();
        let number = high << low | self.held & ((1 << low) - 1);
        self.skip(low);
        number
    }
}

/// Words by their hashes, each with bits that say what it is.
#[derive(Debug)]
pub(crate) struct Words {
    /// How many bits of their hashes the words are cut to.
    bits: u32,
    /// The lists, a bit each, whose words are cut to [`EXACT_BITS`] instead.
    exact_lists: u64,
    pub(crate) filter: Filter,
    table: Table<u64>,
    /// The words of the exact lists by all their bits: they stand in `table` as well, cut as the others are, and only a
    /// word that is found there is looked up here.
    exact: Table<u64>,
    /// What is said of any of them.
    said_exactly: u64,
}

/// Sixteen times as many as the largest set has words: the filter lets one other word in sixteen through, or fewer.
const FILTER_BITS: u32 = 16;

/// A bit for the first [`FILTER_BITS`] of each word's hash: most words of a text are on no list, and this says so from
/// 8 KB of memory.
#[derive(Clone, Debug)]
pub(crate) struct Filter(Box<[u32; 1 << (FILTER_BITS - 5)]>);

impl Filter {
    fn add(&mut self, first: u64) {
        self.0[(first >> 5) as usize] |= 1 << (first & 31);
    }

    /// Whether a word may be one of those that were added, by its hash.
    #[inline(always)]
    pub(crate) const fn may_have(&self, hash: u64) -> bool {
        let first = hash >> (64 - FILTER_BITS);
        self.0[(first >> 5) as usize] >> (first & 31) & 1 == 1
    }

    /// What either lets through.
    pub(crate) fn or(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(one, other)| *one |= other);
        self
    }
}

impl Words {
    /// No words yet, of `packed` bytes or fewer to come.
    pub(crate) fn with_capacity(packed: usize, bits: u32, exact_lists: u64) -> Self {
        let filter = Filter(Box::new([0; 1 << (FILTER_BITS - 5)]));
        // A word takes a byte at least.
        let table = Table::with_capacity(packed / 2);
        Self { bits, exact_lists, filter, table, exact: Table::with_capacity(0), said_exactly: 0 }
    }

    /// The words of `packed` with their lists, a bit each, and the lists there are. Those of `exact_lists`, a bit each, are
    /// cut to [`EXACT_BITS`], the others to `bits`.
    pub(crate) fn of(packed: &[u8], bits: u32, exact_lists: u64) -> (Self, u64) {
        let mut words = Self::with_capacity(packed.len(), bits, exact_lists);
        let lists = words.add(packed, |list| 1 << list);
        (words, lists)
    }

    /// Adds the words of `packed`, with what `said` makes of the number of their list, and gives the lists there are,
    /// a bit each.
    pub(crate) fn add(&mut self, mut packed: &[u8], said: impl Fn(u32) -> u64) -> u64 {
        let (bits, exact_lists) = (self.bits, self.exact_lists);
        let is_exact = |list: u32| exact_lists >> list & 1 == 1;
        let mut lists = 0;
        while !packed.is_empty() {
            let bits_of = |list| if is_exact(list) { EXACT_BITS } else { bits };
            packed = read(packed, bits_of, |list, value| {
                lists |= 1 << list;
                let said = said(list);
                if said == 0 {
                    return;
                }
                if is_exact(list) {
                    *self.exact.entry(key_of_number(value as u32)) |= said;
                    self.said_exactly |= said;
                }
                let cut = value >> (bits_of(list) - bits);
                self.filter.add(cut >> (bits - FILTER_BITS));
                *self.table.entry(key_of_number(cut as u32)) |= said;
            });
        }
        lists
    }

    /// The bits of a word, by its hash; none for a word that is not among them.
    #[inline(never)]
    pub(crate) fn get(&self, hash: u64) -> u64 {
        if self.filter.may_have(hash) { self.find(hash) } else { 0 }
    }

    /// The same for what the filter lets through.
    #[inline(always)]
    pub(crate) fn find(&self, hash: u64) -> u64 {
        let said = self.table.get(key_of_cut(hash, self.bits));
        if said & self.said_exactly == 0 {
            return said;
        }
        said & !self.said_exactly | self.exact.get(key_of_cut(hash, EXACT_BITS))
    }
}

/// The key of the highest bits of a hash.
const fn key_of_cut(hash: u64, bits: u32) -> Key {
    key_of_number((hash >> (u64::BITS - bits)) as u32)
}
