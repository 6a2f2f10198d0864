//! The pages of a folder and of those in it, in the order of their names.

use super::item::{Item, MOST_BYTES};
use crate::input::{Kind, Source};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A folder at a time, so that only the names of those on the way to a page are kept.
pub(crate) struct Folder {
    kind: Kind,
    /// What is still to be read, the next one last.
    waiting: Vec<PathBuf>,
}

impl Folder {
    /// The files whose names say that they are of a kind. Links to folders are not followed: they may lead in a circle.
    pub(crate) fn new(path: &Path, kind: Kind) -> Self {
        Self { kind, waiting: vec![path.to_owned()] }
    }

    /// How many files there are to read.
    pub(crate) fn count(path: &Path, kind: Kind) -> u64 {
        Self::new(path, kind).paths().filter(|(_, listed)| listed.is_ok()).count() as u64
    }

    /// The files, and the folders that cannot be listed.
    fn paths(mut self) -> impl Iterator<Item = (PathBuf, io::Result<()>)> {
        std::iter::from_fn(move || self.next_path())
    }

    fn next_path(&mut self) -> Option<(PathBuf, io::Result<()>)> {
        while let Some(path) = self.waiting.pop() {
            let is_folder = path.is_dir();
            if !is_folder {
                return Some((path, Ok(())));
            }
            match self.wanted(&path) {
                Ok(mut wanted) => {
                    wanted.sort_unstable_by(|a, b| b.cmp(a));
                    self.waiting.append(&mut wanted);
                }
                Err(error) => return Some((path, Err(error))),
            }
        }
        None
    }

    /// What of a folder is to be read.
    fn wanted(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut wanted = Vec::new();
        for entry in fs::read_dir(folder)? {
            let (entry, path) = entry.map(|entry| (entry.file_type(), entry.path()))?;
            let is_of_kind = || Source::kind_by_name(&path.to_string_lossy()) == self.kind;
            // A link that leads nowhere is kept, for its error.
            let is_file = || fs::metadata(&path).map_or(true, |about| about.is_file());
            if entry.is_ok_and(|kind| kind.is_dir()) || is_of_kind() && is_file() {
                wanted.push(path);
            }
        }
        Ok(wanted)
    }
}

impl Iterator for Folder {
    type Item = io::Result<Item>;

    /// A file that cannot be read is an item as well: it is answered in its place.
    fn next(&mut self) -> Option<Self::Item> {
        let (path, listed) = self.next_path()?;
        let name = path.to_string_lossy().into_owned();
        let read = listed.and_then(|()| read(&path)).map_err(|error| format!("cannot be read: {error}"));
        Some(Ok(Item::Page(name, read)))
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
