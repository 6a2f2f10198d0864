//! Sets of hashes in little space, as `build.rs` packs them: Golomb-coded sets (Putze, Sanders and Singler 2009).
//!
//! A set costs about `bits − log₂(count) + 1.5` bits a member, whatever the length of its words, and takes a stranger
//! for a member once in `2^bits ÷ count` times.

use crate::table::Table;

// How many bits of their hashes the words of lexicons and the lines of furniture are cut to.
include!(concat!(env!("OUT_DIR"), "/bits.rs"));

/// Reads the set at the front of `packed`, and calls `each` with the number of its list and its members, ascending.
/// Gives what follows it.
pub(crate) fn read(packed: &[u8], bits: u32, mut each: impl FnMut(u32, u64)) -> &[u8] {
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

/// Reads sections of words: the lists of every word, a bit a list, by its hash [`cut`], and the lists there are.
pub(crate) fn read_sections(mut packed: &[u8], bits: u32) -> (Table<u32>, u32) {
    let mut words = Table::with_capacity(packed.len() / 2);
    let mut lists = 0;
    while !packed.is_empty() {
        packed = read(packed, bits, |list, value| {
            lists |= 1 << list;
            *words.entry(value + 1) |= 1 << list;
        });
    }
    (words, lists)
}

/// A hash cut to the bits that sets are made of; 1 added, so that 0 is free for tables.
pub(crate) const fn cut(hash: u64, bits: u32) -> u64 {
    (hash >> (64 - bits)) + 1
}
