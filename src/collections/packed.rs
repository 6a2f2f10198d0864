//! Sets of hashes in little space, as `build.rs` packs them: Golomb-coded sets (Putze, Sanders and Singler 2009).
//!
//! A set costs about `bits − log₂(count) + 1.5` bits a member, whatever the length of its words, and takes a stranger
//! for a member once in `2^bits ÷ count` times.

use crate::collections::hash::key_of_number;
use crate::collections::map::Table;

// How many bits of their hashes words, names and lines are cut to.
include!(concat!(env!("OUT_DIR"), "/bits.rs"));

/// Reads the set at the front of `packed`, and calls `each` with the number of its list and its members, ascending. Gives
/// what follows it.
fn read(packed: &[u8], bits: u32, mut each: impl FnMut(u32, u64)) -> &[u8] {
    let [low, high, list, coded @ ..] = packed else { return &[] };
    let (list, count) = (u32::from(*list), u32::from(u16::from_le_bytes([*low, *high])));
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
    /// Sees to it that 56 bits or more are held, while there are any.
    fn fill(&mut self) {
        if let (0..=56, Some(eight)) = (self.count, self.coded.first_chunk()) {
            // Those of a byte that is held in part are held again at the same place when its turn comes.
            let bytes = (u64::BITS - 1 - self.count) / 8;
            self.held |= u64::from_le_bytes(*eight) << self.count;
            self.coded = &self.coded[bytes as usize..];
            self.count += 8 * bytes;
            return;
        }
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
        if self.count < low {
            self.fill();
        }
        let number = high << low | self.held & ((1 << low) - 1);
        self.skip(low);
        number
    }
}

/// Words by their hashes, each with the lists it is on.
#[derive(Debug)]
pub(crate) struct Words {
    /// How many bits of their hashes the words are cut to.
    bits: u32,
    table: Table<u32>,
}

impl Words {
    /// The words of `packed`, each with its lists, a bit each. Their hashes are cut to `bits`.
    pub(crate) fn of(mut packed: &[u8], bits: u32) -> Self {
        // In a list of 180 words each takes six bits less than its hash has; in longer ones less still.
        let mut table = Table::<u32>::with_capacity(packed.len() * 8 / (bits as usize - 6));
        while !packed.is_empty() {
            packed = read(packed, bits, |list, value| *table.entry(key_of_number(value as u32)) |= 1 << list);
        }
        Self { bits, table }
    }

    /// The lists of a word, by its hash; none for a word that is not among them.
    #[inline(never)]
    pub(crate) fn get(&self, hash: u64) -> u32 {
        self.table.get(key_of_number((hash >> (u64::BITS - self.bits)) as u32))
    }
}
