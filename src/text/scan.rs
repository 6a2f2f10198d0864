//! Bytes that matter are rare in most texts: the others are passed over eight at a time.

/// A byte in each of eight.
const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * EACH;

/// A byte in each of eight.
pub(crate) const fn each(byte: u8) -> u64 {
    byte as u64 * EACH
}

/// All bits of the first so many bytes of eight.
pub(crate) const fn first(count: usize) -> u64 {
    (1 << (8 * count)) - 1
}

/// How many of eight bytes, from the first on, are letters of ASCII, and all their bits.
#[inline(always)]
pub(crate) const fn letters(eight: u64) -> (usize, u64) {
    // Whatever their case.
    run(eight, eight | each(b' '), b'a', 26)
}

/// The letters of ASCII in lower case that eight bytes begin with, and how many they are.
#[inline(always)]
pub(crate) const fn small_letters(eight: u64) -> (usize, u64) {
    let (count, mask) = letters(eight);
    (count, (eight | each(b' ')) & mask)
}

/// How many are digits of ASCII, and all their bits.
#[inline(always)]
pub(crate) const fn digits(eight: u64) -> (usize, u64) {
    run(eight, eight, b'0', 10)
}

/// How many of eight bytes, from the first on, are one of `count` from `from` on, given them twice: as they are, and as
/// they are compared. And all their bits.
#[inline(always)]
const fn run(eight: u64, compared: u64, from: u8, count: u8) -> (usize, u64) {
    // From 0 on; what is carried over from a byte that is none does not matter.
    let places = compared.wrapping_sub(each(from));
    let others = (places | places.wrapping_add(each(0x80 - count)) | eight) & HIGH;
    let end = others >> 7;
    ((others.trailing_zeros() / 8) as usize, end.wrapping_sub(1) & !end)
}

/// The eight bytes of a text from `at` on, the first the lowest; zeros after its end.
#[inline(always)]
pub(crate) fn eight(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => last(bytes, at),
    }
}

/// The same for the last bytes of a text.
#[inline(never)]
fn last(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match bytes.last_chunk() {
        Some(_) if rest.is_empty() => 0,
        Some(last) => u64::from_le_bytes(*last) >> (u64::BITS as usize - 8 * rest.len()),
        None => rest.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// The character that begins eight bytes of a text. A call: it is much code where it is copied.
#[inline(never)]
pub(crate) fn first_char(eight: u64) -> char {
    let first = eight as u32 & 0xff;
    let tail = |place: u32| (eight >> (8 * place)) as u32 & 0x3f;
    let code = match first {
        0..0x80 => first,
        0x80..0xe0 => (first & 0x1f) << 6 | tail(1),
        0xe0..0xf0 => (first & 0xf) << 12 | tail(1) << 6 | tail(2),
        _ => (first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3),
    };
    char::from_u32(code).unwrap_or_default()
}

/// The first byte from `at` on that `is` what is looked for. Of eight bytes `may_be` gives the highest bit of each that
/// might be: all that are, and of others few.
#[inline(always)]
pub(crate) fn find(bytes: &[u8], at: usize, may_be: impl Fn(u64) -> u64, is: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = at;
    while at < bytes.len() {
        let mut found = may_be(eight(bytes, at));
        while found != 0 {
            let place = at + (found.trailing_zeros() / 8) as usize;
            if bytes.get(place).is_some_and(|byte| is(*byte)) {
                return Some(place);
            }
            found &= found - 1;
        }
        at += 8;
    }
    None
}

/// Calls `each` with the place of each byte that may be what is looked for.
#[inline(always)]
pub(crate) fn each_place(bytes: &[u8], may_be: impl Fn(u64) -> u64, mut each: impl FnMut(usize)) {
    let (mut rest, mut at) = (bytes, 0);
    while !rest.is_empty() {
        let mut found = may_be(eight(rest, 0));
        while found != 0 {
            each(at + (found.trailing_zeros() / 8) as usize);
            found &= found - 1;
        }
        rest = rest.get(8..).unwrap_or_default();
        at += 8;
    }
}

/// Those from `:` to `?`: most marks of ASCII that end something, but for dots.
pub(crate) const fn marks(eight: u64) -> u64 {
    // What is carried over from a byte beyond ASCII makes a `9` seem a mark.
    eight.wrapping_add(each(0x80 - b':')) & !(eight << 1 | eight) & HIGH
}

/// Those from `[` to '`': of ASCII, square brackets, underscores and grave accents.
pub(crate) const fn brackets(eight: u64) -> u64 {
    let low = eight & !HIGH;
    (low + each(0x80 - b'[')) & !(low + each(0x80 - b'a')) & !eight & HIGH
}

/// Those that begin letters after the Armenian ones: as bytes, 0xd6 and more.
pub(crate) const fn beyond_cyrillic(eight: u64) -> u64 {
    ((eight & !HIGH) + each(0x80 - (0xd6 - 0x80))) & eight & HIGH
}

/// Control characters.
pub(crate) const fn controls(eight: u64) -> u64 {
    eight.wrapping_sub(each(b' ')) & !eight & HIGH
}

/// Those of one value.
pub(crate) const fn equal(byte: u8, eight: u64) -> u64 {
    let differing = eight ^ each(byte);
    differing.wrapping_sub(EACH) & !differing & HIGH
}

/// How many UTF-16 units there are of the characters that begin in eight bytes of a text.
pub(crate) const fn utf16_units(eight: u64) -> u32 {
    // Every character is one but for its later bytes, and those of four bytes are one more.
    let later = eight & !(eight << 1) & HIGH;
    let first_of_four = eight & (eight << 1) & (eight << 2) & (eight << 3) & HIGH;
    8 - later.count_ones() + first_of_four.count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_and_digits_end_where_they_end() {
        let eight = |text: &[u8; 8]| u64::from_le_bytes(*text);
        assert_eq!(letters(eight(b"Riga's w")), (4, first(4)));
        assert_eq!(letters(eight(b"AzaZ[\xe2{0")), (4, first(4)));
        assert_eq!(letters(eight(b"azAZriga")), (8, u64::MAX));
        assert_eq!(digits(eight(b"2013:9/a")), (4, first(4)));
        assert_eq!((letters(eight(b"@`  aaaa")).0, digits(eight(b"\x10\xb0 00000")).0), (0, 0));
    }

    #[test]
    fn every_byte_is_told_wherever_it_stands() {
        type Case = (fn(u64) -> u64, fn(u8) -> bool);
        let cases: [Case; 5] = [
            (brackets, |b| matches!(b, b'['..=b'`')),
            (marks, |b| matches!(b, b':'..=b'?')),
            (beyond_cyrillic, |b| b >= 0xd6),
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
