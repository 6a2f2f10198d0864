//! The files of a folder and of those in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The files that are wanted, in the order of their names, and the folders that cannot be listed. Links to folders are not
/// followed: they may lead in a circle. A link that leads nowhere is kept, for its error.
pub(crate) fn files<F: Fn(&Path) -> bool>(
    folder: &Path,
    is_wanted: F,
) -> impl Iterator<Item = (PathBuf, io::Result<()>)> + use<F> {
    let of_root = folder.to_owned();
    WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(move |entry| match entry {
        Ok(entry) => {
            let is_file = || fs::metadata(entry.path()).map_or(true, |about| about.is_file());
            (is_wanted(entry.path()) && is_file()).then(|| (entry.into_path(), Ok(())))
        }
        Err(error) => Some((error.path().unwrap_or(&of_root).to_owned(), Err(error.into()))),
    })
}
