//! The pages or texts of a folder, one by one, with only their names on the way in memory.

use super::item::{Item, Items, MOST_BYTES};
use crate::folder;
use crate::input::{Kind, Source};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What the files hold whose names say that they are of this kind. One that cannot be read is an item as well: it is answered
/// in its place.
pub(crate) fn items(folder: &Path, kind: Kind) -> Items {
    Box::new(files(folder, kind).map(|(path, listed)| {
        let read = listed.and_then(|()| read(&path)).map_err(|error| format!("cannot be read: {error}"));
        Ok(Item::Page(path.to_string_lossy().into_owned(), read))
    }))
}

/// How many files there are to read.
pub(crate) fn count(folder: &Path, kind: Kind) -> u64 {
    files(folder, kind).filter(|(_, listed)| listed.is_ok()).count() as u64
}

fn files(folder: &Path, kind: Kind) -> impl Iterator<Item = (PathBuf, io::Result<()>)> + use<> {
    folder::files(folder, move |path| Source::kind_by_name(&path.to_string_lossy()) == kind)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
