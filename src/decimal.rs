//! Whole numbers as decimal digits: the standard library's formatting would add 2 KB to the wasm.

/// Appends a number.
pub(crate) fn push(out: &mut String, number: usize) {
    if number >= 10 {
        push(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// A number by itself.
pub(crate) fn of(number: usize) -> String {
    let mut out = String::new();
    push(&mut out, number);
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
    }
}
