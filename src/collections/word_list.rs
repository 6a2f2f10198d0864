//! Short lists of words.

/// A short list of words.
pub(crate) struct Listed {
    /// The words with a space between: a fraction of the code that comparing a word with each takes.
    words: &'static str,
    /// The [`bit`](Self::bit) of each: most other words lack it.
    bits: u64,
}

impl Listed {
    pub(crate) const fn of(words: &'static str) -> Self {
        let (mut bits, mut start, mut at) = (0, 0, 0);
        let bytes = words.as_bytes();
        while at < bytes.len() {
            at += 1;
            if at == bytes.len() || bytes[at] == b' ' {
                bits |= Self::bit(bytes[start], bytes[at - 1], at - start);
                start = at + 1;
            }
        }
        Self { words, bits }
    }

    /// One of 64 bits for a word that begins and ends so.
    const fn bit(first: u8, last: u8, length: usize) -> u64 {
        1 << ((first as usize * 5 + last as usize * 3 + length * 16) % u64::BITS as usize)
    }

    #[inline(never)]
    pub(crate) fn has(&self, word: &str) -> bool {
        let (Some(first), Some(last)) = (word.as_bytes().first(), word.as_bytes().last()) else { return false };
        self.bits & Self::bit(*first, *last, word.len()) != 0
            && self.words.as_bytes().split(|b| *b == b' ').any(|listed| listed == word.as_bytes())
    }
}
