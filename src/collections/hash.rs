//! Hashes of words and lines, and keys of tables.

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

    /// Of eight bytes of ASCII or fewer, the first the lowest; zeros after the last. After eight only
    /// [`write_after_eight`](Self::write_after_eight) may write.
    pub(crate) const fn of_letters(letters: u64) -> Self {
        Self { state: Self::NEW, pending: letters }
    }

    /// Takes in the next eight letters of ASCII, or fewer with zeros after the last, where what was taken in so far is a
    /// multiple of eight.
    #[inline(always)]
    pub(crate) const fn write_eight(&mut self, letters: u64) {
        self.pending = letters;
        self.take_in_eight();
    }

    /// The same where eight letters are pending.
    #[inline(always)]
    pub(crate) const fn write_after_eight(&mut self, letters: u64) {
        self.take_in();
        self.pending = letters;
    }

    /// Takes in letters of ASCII, the first the lowest, zeros after the last.
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
