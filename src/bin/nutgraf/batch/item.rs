//! What a batch is made of: articles as they were read, not looked at yet.

use flate2::Crc;
use std::io;

/// A line or a page of more bytes than this is answered by an error: none of an article is, and the memory that it takes
/// to read one is a multiple of its size.
pub(crate) const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Articles one by one. An error ends them.
pub(crate) type Items = Box<dyn Iterator<Item = io::Result<Item>> + Send>;

pub(crate) enum Item {
    /// A line of JSONL and its number, from 1; no bytes where it has too many.
    Line(usize, Option<Vec<u8>>),
    /// A file of a folder and what it holds, or why it cannot be read.
    Page(String, Result<Vec<u8>, String>),
}

impl Item {
    /// How many bytes it keeps in memory.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Line(_, bytes) => bytes.as_ref().map_or(0, Vec::len),
            Self::Page(path, read) => path.len() + read.as_ref().map_or(0, Vec::len),
        }
    }

    /// Adds it to a checksum.
    pub(crate) fn add_to(&self, crc: &mut Crc) {
        match self {
            Self::Line(number, bytes) => {
                crc.update(&number.to_le_bytes());
                crc.update(bytes.as_deref().unwrap_or_default());
            }
            Self::Page(path, read) => {
                crc.update(path.as_bytes());
                crc.update(read.as_deref().unwrap_or_default());
            }
        }
    }
}
