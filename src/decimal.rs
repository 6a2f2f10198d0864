//! Whole numbers as decimal digits: the standard library's formatting would add 2 KB to the wasm.

/// Appends a number in so many digits at least, zeros before it.
pub(crate) fn push(out: &mut String, number: u64, least: usize) {
    if number >= 10 || least > 1 {
        push(out, number / 10, least.saturating_sub(1));
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// A number by itself.
pub(crate) fn of(number: usize) -> String {
    let mut out = String::new();
    push(&mut out, number as u64, 1);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_writes_them() {
        for number in [0, 7, 10, 4_294_967_295, usize::MAX] {
            assert_eq!(of(number), number.to_string());
        }
        let mut padded = String::from(".");
        push(&mut padded, 30, 4);
        assert_eq!(padded, ".0030");
    }
}
