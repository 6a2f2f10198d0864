//! The pages that a call names: files, and all pages in folders.

use crate::failure::{Failure, Status};
use crate::input::Source;
use std::fs;
use std::io::Write;
use std::path::Path;
use tempfile::NamedTempFile;
use walkdir::WalkDir;

/// How names of pages end.
const ENDINGS: [&str; 5] = ["html", "htm", "xhtml", "xht", "shtml"];

/// A page, and whether the call names it; else it is one of a folder.
#[derive(Clone, Debug)]
pub(crate) struct PageFile {
    pub(crate) source: Source,
    pub(crate) is_named: bool,
}

/// The pages in the order of the call, those of a folder by name.
pub(crate) fn listed(paths: &[String]) -> Result<Vec<PageFile>, Failure> {
    let mut pages = Vec::new();
    for path in paths {
        if path == "-" || !Path::new(path).is_dir() {
            pages.push(PageFile { source: Source::from_argument(path), is_named: true });
            continue;
        }
        for entry in WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|error| Failure::bad_input(error.to_string()))?;
            let ending = entry.path().extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
            if entry.path().is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
                let name = entry.path().to_str().ok_or_else(|| {
                    Failure::bad_input(format!("{}: the name is not Unicode", entry.path().display()))
                })?;
                pages.push(PageFile { source: Source::File(name.to_owned()), is_named: false });
            }
        }
    }
    Ok(pages)
}

/// Does something with each page; one that fails is reported and the others go on.
pub(crate) fn each(
    pages: &[PageFile],
    mut of_page: impl FnMut(&PageFile) -> Result<(), Failure>,
) -> Result<Status, Failure> {
    let mut failures = Vec::new();
    for page in pages {
        match of_page(page) {
            Ok(()) => {}
            Err(failure) if failure.is_output() => return Err(failure),
            Err(failure) => failures.push(failure.report(Some(&page.source))),
        }
    }
    Ok(match failures.as_slice() {
        [] => Status::Done,
        // Alone, a page speaks for the whole call.
        [only] if pages.len() == 1 => *only,
        _ => Status::SomeFailed,
    })
}

/// Writes a file whole or not at all; it keeps its permissions, and links to it stay.
pub(crate) fn replace(path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let write = || {
        let path = fs::canonicalize(path)?;
        let mut file = NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        fs::set_permissions(file.path(), fs::metadata(&path)?.permissions())?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error: std::io::Error| Failure::bad_input(format!("cannot be written: {error}")))
}
