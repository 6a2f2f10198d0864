//! The lines of JSONL, but empty ones.

use super::item::{Item, MOST_BYTES};
use std::io::{self, BufRead, Read};

pub(crate) struct Lines<R> {
    input: R,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    pub(crate) const fn new(input: R) -> Self {
        Self { input, number: 0 }
    }

    /// The next line, nothing at the end.
    fn read(&mut self) -> io::Result<Option<Item>> {
        loop {
            let mut line = Vec::new();
            if self.input.by_ref().take(MOST_BYTES as u64 + 1).read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            if line.len() > MOST_BYTES {
                if !line.ends_with(b"\n") {
                    self.input.skip_until(b'\n')?;
                }
                return Ok(Some(Item::Line(self.number, None)));
            }
            if !line.trim_ascii().is_empty() {
                return Ok(Some(Item::Line(self.number, Some(line))));
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Item>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, Lines, MOST_BYTES};

    #[test]
    fn long_lines_are_left_out_and_the_others_keep_their_numbers() {
        let long = "x".repeat(MOST_BYTES);
        let input = format!("a\n\n \r\n{long}\n{long}y\nb");
        let lines: Vec<_> = Lines::new(input.as_bytes())
            .filter_map(Result::ok)
            .map(|item| match item {
                Item::Line(number, bytes) => (number, bytes.map(|b| String::from_utf8_lossy(&b).into_owned())),
                Item::Page(..) => (0, None),
            })
            .collect();
        assert_eq!(lines, [(1, Some("a\n".to_owned())), (4, None), (5, None), (6, Some("b".to_owned()))]);
    }
}
