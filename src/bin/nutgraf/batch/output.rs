//! Where `summarize` writes to: standard output, or a file that is there whole or not at all.

use super::arguments::BatchArguments;
use super::checkpoint::{Checkpoint, Passed, folder_of, sync_folder};
use super::columnar::Table;
use super::stop::Stop;
use crate::arguments::Format;
use crate::failure::{Failure, Status};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use tempfile::{Builder, TempPath};

/// Bytes that are written at once.
const BUFFER: usize = 64 * 1024;

pub(crate) struct Output {
    writer: Writer,
    end: End,
}

/// What answers go through.
enum Writer {
    Bytes(BufWriter<Box<dyn Write>>),
    Parquet(Box<Table>),
}

/// What makes a file of what was written.
enum End {
    /// It is where it belongs: standard output, a pipe or a device.
    Nothing,
    Rename {
        file: File,
        from: TempPath,
        to: PathBuf,
    },
    Checkpoint {
        file: File,
        checkpoint: Checkpoint,
        to: PathBuf,
    },
}

impl Output {
    /// `call` is what decides on the output; a checkpoint of another one is refused.
    pub(crate) fn open(asked: &BatchArguments, format: Format, call: &str, stop: &Stop) -> Result<Self, Failure> {
        let is_parquet = format == Format::Parquet;
        if is_parquet && (asked.out.is_none() || asked.checkpoint.is_some()) {
            return Err(Failure::bad_input("--format parquet needs --out, and takes no --checkpoint"));
        }
        let Some(out) = asked.out.as_ref().filter(|out| out.as_os_str() != "-") else {
            return Ok(Self { writer: Writer::new(io::stdout(), is_parquet)?, end: End::Nothing });
        };
        // A link stays one.
        let to = fs::canonicalize(out).unwrap_or_else(|_| out.clone());
        let old = fs::metadata(&to).ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            if asked.checkpoint.is_some() {
                return Err(Failure::bad_input(format!("{}: is no file, which --checkpoint needs", out.display())));
            }
            let file = File::options().write(true).open(&to)?;
            return Ok(Self { writer: Writer::new(file, is_parquet)?, end: End::Nothing });
        }
        stop.watch();
        if let Some(path) = &asked.checkpoint {
            let (checkpoint, file) = Checkpoint::open(path, &to, asked.checkpoint_every, call)?;
            let writer = Writer::new(file.try_clone()?, is_parquet)?;
            return Ok(Self { writer, end: End::Checkpoint { file, checkpoint, to } });
        }
        let mut builder = Builder::new();
        // As a file that is created, and not for its owner alone.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let (file, from) = builder.prefix(".nutgraf-").tempfile_in(folder_of(&to))?.into_parts();
        if let Some(old) = old {
            fs::set_permissions(&from, old.permissions())?;
        }
        drop(stop.removes(Some(from.to_path_buf())));
        let writer = Writer::new(file.try_clone()?, is_parquet)?;
        Ok(Self { writer, end: End::Rename { file, from, to } })
    }

    /// The checkpoint that the call goes on from.
    const fn checkpoint(&self) -> Option<&Checkpoint> {
        match &self.end {
            End::Checkpoint { checkpoint, .. } => Some(checkpoint),
            _ => None,
        }
    }

    pub(crate) const fn has_checkpoint(&self) -> bool {
        self.checkpoint().is_some()
    }

    /// The articles that are answered already.
    pub(crate) fn passed(&self) -> Passed {
        Passed::of(self.checkpoint())
    }

    /// How many are, and how many of them have no summary.
    pub(crate) fn counts(&self) -> (u64, u64) {
        self.checkpoint().map_or((0, 0), |checkpoint| (checkpoint.state().items, checkpoint.state().failed))
    }

    /// Saves a checkpoint where enough articles have come since the last one, or `at_once`.
    pub(crate) fn save(&mut self, items: u64, failed: u64, crc32: u32, at_once: bool) -> Result<(), Failure> {
        if let End::Checkpoint { file, checkpoint, .. } = &mut self.end
            && (at_once && items > checkpoint.state().items || checkpoint.is_due(items))
        {
            self.writer.as_write().flush()?;
            checkpoint.save(file, items, failed, crc32)?;
        }
        Ok(())
    }

    /// Puts the file in its place, where the call has come to its end; the old one stays where it has not.
    pub(crate) fn finish(mut self, status: Status, stop: &Stop) -> Result<(), Failure> {
        self.flush()?;
        if !matches!(status, Status::Done | Status::SomeFailed) {
            return Ok(());
        }
        if let Writer::Parquet(table) = &mut self.writer {
            table.finish()?;
        }
        match self.end {
            End::Nothing => {}
            End::Rename { file, from, to } => {
                file.sync_all()?;
                drop((file, self.writer));
                let _held = stop.removes(None);
                from.persist(&to).map_err(|error| error.error)?;
                sync_folder(&to);
            }
            End::Checkpoint { file, checkpoint, to } => {
                file.sync_all()?;
                drop((file, self.writer));
                checkpoint.finish(&to)?;
            }
        }
        Ok(())
    }
}

impl Writer {
    fn new(file: impl Write + Send + 'static, is_parquet: bool) -> Result<Self, Failure> {
        Ok(if is_parquet {
            Self::Parquet(Box::new(Table::new(file)?))
        } else {
            Self::Bytes(BufWriter::with_capacity(BUFFER, Box::new(file)))
        })
    }

    fn as_write(&mut self) -> &mut dyn Write {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Parquet(table) => table,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.as_write().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.as_write().flush()
    }
}
