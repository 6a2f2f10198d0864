//! Sets of hashes in little space, as `build.rs` packs them: Golomb-coded sets (Putze, Sanders and Singler 2009).
//!
//! A set costs about `bits − log₂(count) + 1.5` bits a member, whatever the length of its words, and takes a stranger
//! for a member once in `2^bits ÷ count` times.

use crate::table::Table;

// How many bits of their hashes the words of lexicons and the lines of furniture are cut to.
include!(concat!(env!("OUT_DIR"), "/bits.rs"));

/// Reads the set at the front of `packed`, and calls `each` with the number of its list and its members, ascending.
/// Gives what follows it.
fn read(packed: &[u8], bits: u32, mut each: impl FnMut(u32, u64)) -> &[u8] {
    let [low, high, coded @ ..] = packed else { return &[] };
    let head = u32::from(u16::from_le_bytes([*low, *high]));
    let (list, count) = (head >> 11, head & 0x7ff);
    let rice = bits - (count + count / 2).max(1).ilog2();
    let mut at = 0;
    let mut bit = || {
        let set = coded.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1);
        at += 1;
        set
    };
    let mut last = 0;
    for _ in 0..count {
        let mut step = 0;
        while bit() {
            step += 1_u64;
        }
        for _ in 0..rice {
            step = step << 1 | u64::from(bit());
        }
        last += step;
        each(list, last);
    }
    coded.get(at.div_ceil(8)..).unwrap_or_default()
}

/// Words by their hashes, each with bits that say what it is.
#[derive(Debug)]
pub(crate) struct Words {
    /// How many bits of their hashes the words are cut to.
    bits: u32,
    /// A bit for the first [`FILTER_BITS`] of each word's hash: most words of a text are on no list, and this says so
    /// from 8 KB of memory.
    filter: Vec<u32>,
    table: Table<u32>,
}

/// Sixteen times as many as the largest set has words: the filter lets one other word in sixteen through, or fewer.
const FILTER_BITS: u32 = 16;

impl Words {
    /// No words yet, of `packed` bytes or fewer to come.
    pub(crate) fn with_capacity(packed: usize, bits: u32) -> Self {
        // A word takes a byte at least.
        Self { bits, filter: vec![0; 1 << (FILTER_BITS - 5)], table: Table::with_capacity(packed / 2) }
    }

    /// The words of `packed` with their lists, a bit each, and the lists there are.
    pub(crate) fn of(packed: &[u8], bits: u32) -> (Self, u32) {
        let mut words = Self::with_capacity(packed.len(), bits);
        let lists = words.add(packed, |list| 1 << list);
        (words, lists)
    }

    /// Adds the words of `packed`, with what `said` makes of the number of their list, and gives the lists there are,
    /// a bit each.
    pub(crate) fn add(&mut self, mut packed: &[u8], said: impl Fn(u32) -> u32) -> u32 {
        let bits = self.bits;
        let mut lists = 0;
        while !packed.is_empty() {
            packed = read(packed, bits, |list, value| {
                lists |= 1 << list;
                let said = said(list);
                if said != 0 {
                    let at = value >> (bits - FILTER_BITS);
                    self.filter[(at >> 5) as usize] |= 1 << (at & 31);
                    *self.table.entry(value + 1) |= said;
                }
            });
        }
        lists
    }

    /// The bits of a word, by its hash; none for a word that is not among them.
    pub(crate) fn get(&self, hash: u64) -> u32 {
        let at = hash >> (64 - FILTER_BITS);
        if self.filter[(at >> 5) as usize] >> (at & 31) & 1 == 0 {
            return 0;
        }
        // 1 added, so that 0 is free for tables.
        self.table.get((hash >> (64 - self.bits)) + 1)
    }
}
