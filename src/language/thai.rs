//! Sentence ends in Thai, which has no mark for them: a space may end a sentence, a clause, or set off a name.
//!
//! A space is taken for an end after a word that closes sentences, before one that opens them, or when the
//! sentence has grown long. Best effort: readers themselves agree on these ends in four of five cases (Aroonmanakun
//! 2007, "Thoughts on word and sentence segmentation in Thai").

use crate::text::punctuation::ends;

/// A sentence has at least this many bytes, three a letter: some ten words.
const SHORTEST: usize = 120;
/// From this many bytes on any space between Thai words will do: some forty words.
const LONG: usize = 480;

/// Words that close a sentence: particles, "already", "too", "as well", "only", "the aforesaid".
const ENDERS: [&str; 10] = ["ครับ", "ค่ะ", "แล้ว", "ด้วย", "เลย", "ต่อไป", "เท่านั้น", "เช่นกัน", "ดังกล่าว", "ทั้งสิ้น"];
/// Words that open one: "moreover", "however", "meanwhile", "as for", "then", "therefore", "latest".
const OPENERS: [&str; 13] = [
    "ทั้งนี้",
    "นอกจากนี้",
    "อย่างไรก็ตาม",
    "ขณะที่",
    "ขณะเดียวกัน",
    "ส่วน",
    "ด้าน",
    "สำหรับ",
    "ต่อมา",
    "จากนั้น",
    "ดังนั้น",
    "ล่าสุด",
    "ในที่สุด",
];
/// Words that go on: "and", "or", "which", "that", "by", "because", "for".
const CONTINUERS: [&str; 8] = ["และ", "หรือ", "ซึ่ง", "ที่", "ว่า", "โดย", "เพราะ", "เพื่อ"];

/// Whether the space between `sentence`, all there is of it so far, and `next`, which begins with a Thai letter, ends
/// it.
pub(super) fn is_boundary(sentence: &str, next: &str) -> bool {
    if sentence.len() < SHORTEST {
        return false;
    }
    let among_words = ends(sentence, is_thai) && !CONTINUERS.iter().any(|word| next.starts_with(word));
    OPENERS.iter().any(|word| next.starts_with(word))
        || among_words && (sentence.len() > LONG || ENDERS.iter().any(|word| sentence.ends_with(word)))
}

pub(super) const fn is_thai(c: char) -> bool {
    matches!(c, '\u{0e01}'..='\u{0e4e}')
}
