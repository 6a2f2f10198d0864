//! How far a call has come, in a file, so that after a kill the same call goes on: nothing is lost and nothing is there
//! twice.
//!
//! The output grows in a file beside its place. A checkpoint is written after the output is on the disk, and says how many
//! bytes of it count, and of how many articles. Going on cuts the output there and passes over these articles, whose
//! checksum must be the same.

use super::item::Item;
use crate::failure::Failure;
use flate2::Crc;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{self, Path, PathBuf};

/// What the file holds.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct State {
    /// The version, and what of the call decides on the output.
    call: String,
    /// Articles that are answered, and those among them that have no summary.
    pub(crate) items: u64,
    pub(crate) failed: u64,
    /// Of these articles as they were read.
    crc32: u32,
    /// Of the output, in bytes.
    length: u64,
    /// Whether all of the output is there, and only its name is not its own yet.
    is_complete: bool,
}

pub(crate) struct Checkpoint {
    path: PathBuf,
    partial: PathBuf,
    every: u64,
    /// The last that was saved.
    state: State,
}

impl Checkpoint {
    /// The checkpoint of a call, from its file if there is one, and the output up to there, open at its end.
    pub(crate) fn open(path: &Path, output: &Path, every: u64, call: &str) -> Result<(Self, File), Failure> {
        let partial = beside(output, ".partial");
        let bad = |what: String| Failure::bad_input(format!("{}: {what}", path.display()));
        let whole = |path: &Path| path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if [output, &partial].iter().any(|other| whole(other) == whole(path)) {
            return Err(bad("is where the output goes".to_owned()));
        }
        let mut state = match fs::read(path) {
            Ok(bytes) => serde_json::from_slice::<State>(&bytes).map_err(|_| bad("is no checkpoint".to_owned()))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                State { call: call.to_owned(), ..State::default() }
            }
            Err(error) => return Err(bad(format!("cannot be read: {error}"))),
        };
        if state.call != call {
            return Err(bad("is the checkpoint of another call or version; remove it to begin anew".to_owned()));
        }
        if state.is_complete && !partial.exists() {
            // Killed after the output got its name.
            fs::copy(output, &partial).map_err(|e| bad(format!("says that {} is there: {e}", output.display())))?;
        }
        let mut file = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&partial)
            .map_err(Failure::Output)?;
        if file.metadata()?.len() < state.length {
            return Err(bad(format!("{} is shorter than it says; remove both to begin anew", partial.display())));
        }
        file.set_len(state.length)?;
        file.seek(SeekFrom::End(0))?;
        state.is_complete = false;
        Ok((Self { path: path.to_owned(), partial, every: every.max(1), state }, file))
    }

    pub(crate) const fn state(&self) -> &State {
        &self.state
    }

    pub(crate) const fn is_due(&self, items: u64) -> bool {
        items >= self.state.items + self.every
    }

    /// Saves how far the call has come. `file` is the output, all of it handed to the system.
    pub(crate) fn save(&mut self, file: &mut File, items: u64, failed: u64, crc32: u32) -> Result<(), Failure> {
        file.sync_data()?;
        let length = file.stream_position()?;
        self.state = State { items, failed, crc32, length, ..self.state.clone() };
        self.write()
    }

    /// Gives the output its name.
    pub(crate) fn finish(mut self, output: &Path) -> Result<(), Failure> {
        self.state.is_complete = true;
        self.write()?;
        if let Ok(old) = fs::metadata(output) {
            fs::set_permissions(&self.partial, old.permissions())?;
        }
        fs::rename(&self.partial, output)?;
        sync_folder(output);
        fs::remove_file(&self.path)?;
        Ok(())
    }

    fn write(&self) -> Result<(), Failure> {
        // Always the same name: what a kill leaves of it is written over.
        let new = beside(&self.path, ".new");
        let mut file = File::create(&new)?;
        file.write_all(&serde_json::to_vec(&self.state)?)?;
        file.sync_all()?;
        fs::rename(&new, &self.path)?;
        sync_folder(&self.path);
        Ok(())
    }
}

impl Drop for Checkpoint {
    /// An output of which nothing counts is not left behind.
    fn drop(&mut self) {
        if self.state.items == 0 {
            let _ = fs::remove_file(&self.partial);
        }
    }
}

/// The articles that an earlier call has answered.
#[derive(Default)]
pub(crate) struct Passed {
    /// Still to come.
    left: u64,
    /// What their checksum was.
    expected: u32,
    /// Of all articles so far; nothing where no checkpoint needs it.
    crc: Option<Crc>,
}

impl Passed {
    pub(crate) fn of(checkpoint: Option<&Checkpoint>) -> Self {
        checkpoint.map_or_else(Self::default, |Checkpoint { state, .. }| Self {
            left: state.items,
            expected: state.crc32,
            crc: Some(Crc::new()),
        })
    }

    /// Whether an article is one of them. Each is asked of once.
    pub(crate) fn skips(&mut self, item: &Item) -> bool {
        if let Some(crc) = &mut self.crc {
            item.add_to(crc);
        }
        let is_passed = self.left > 0;
        self.left = self.left.saturating_sub(1);
        is_passed
    }

    /// Whether all of them have been read, and are not what they were.
    pub(crate) fn is_other_input(&self) -> bool {
        self.left == 0 && self.crc32() != self.expected
    }

    /// Whether some have not come.
    pub(crate) const fn is_short(&self) -> bool {
        self.left > 0
    }

    pub(crate) fn crc32(&self) -> u32 {
        self.crc.as_ref().map_or(0, Crc::sum)
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The folder that a file is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Has the names of a file's folder written. Not every system can, and none loses more than the new name then.
pub(crate) fn sync_folder(path: &Path) {
    if let Ok(folder) = File::open(folder_of(path)) {
        let _ = folder.sync_all();
    }
}
