//! Bytes that matter are rare in most texts: the others are passed over eight at a time.

/// A byte in each of eight.
const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * EACH;

/// The first byte from `at` on that `is` what is looked for. Of eight bytes `may_be` gives the highest bit of each that
/// might be: all that are, and of others few.
pub(crate) fn find(bytes: &[u8], at: usize, may_be: impl Fn(u64) -> u64, is: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = at;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let found = may_be(u64::from_le_bytes(*eight));
        at += (found.trailing_zeros() / 8) as usize;
        if found != 0 {
            if is(bytes[at]) {
                return Some(at);
            }
            at += 1;
        }
    }
    bytes[at..].iter().position(|byte| is(*byte)).map(|passed| at + passed)
}

/// Those from `!` to `?`, among them all marks and digits of ASCII that prose has.
pub(crate) const fn marks(eight: u64) -> u64 {
    at_least(b'!', eight) & !(eight << 1) & !eight & HIGH
}

/// Those that are not ASCII.
pub(crate) const fn beyond_ascii(eight: u64) -> u64 {
    eight & HIGH
}

/// Control characters.
pub(crate) const fn controls(eight: u64) -> u64 {
    !at_least(b' ', eight) & !eight & HIGH
}

/// Those of one value, of ASCII.
pub(crate) const fn equal(byte: u8, eight: u64) -> u64 {
    let differing = eight ^ (byte as u64 * EACH);
    !at_least(1, differing) & !differing & HIGH
}

/// How many UTF-16 units there are of the characters that begin in eight bytes of a text.
pub(crate) const fn utf16_units(eight: u64) -> u32 {
    // Every character is one but for its later bytes, and those of four bytes are one more.
    let later = eight & !(eight << 1) & HIGH;
    let first_of_four = eight & (eight << 1) & (eight << 2) & (eight << 3) & HIGH;
    8 - later.count_ones() + first_of_four.count_ones()
}

/// Sets the highest bit of each byte whose other bits make `least` or more.
const fn at_least(least: u8, eight: u64) -> u64 {
    (eight & !HIGH) + (0x80 - least as u64) * EACH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_wherever_it_stands() {
        type Case = (fn(u64) -> u64, fn(u8) -> bool);
        let cases: [Case; 4] = [
            (marks, |b| matches!(b, b'!'..=b'?')),
            (beyond_ascii, |b| !b.is_ascii()),
            (controls, |b| b < b' '),
            (|eight| equal(b'|', eight), |b| b == b'|'),
        ];
        for (may_be, is) in cases {
            for byte in 0..=u8::MAX {
                for place in 0..20 {
                    let mut bytes = [b'a'; 20];
                    bytes[place] = byte;
                    let told = may_be(u64::from_le_bytes(bytes[..8].try_into().unwrap_or_default()));
                    assert_eq!(told != 0, place < 8 && is(byte), "{byte} at {place}");
                    assert_eq!(find(&bytes, 0, may_be, is), is(byte).then_some(place), "{byte} at {place}");
                }
            }
        }
    }
}
