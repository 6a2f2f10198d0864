//! What says that Parquet is not there.

use super::Columns;
use crate::batch::item::Items;
use crate::failure::Failure;
use std::fs::File;
use std::io::{self, Write};

const MISSING: &str = "this nutgraf was built without Parquet: cargo install nutgraf --features parquet";

pub(crate) fn rows(_: File, _: &Columns) -> Result<(Items, u64), Failure> {
    Err(Failure::bad_input(MISSING))
}

/// There is none.
pub(crate) enum Table {}

impl Table {
    pub(crate) fn new(_: impl Write) -> Result<Self, Failure> {
        Err(Failure::bad_input(MISSING))
    }

    pub(crate) fn finish(&mut self) -> io::Result<()> {
        match *self {}
    }
}

impl Write for Table {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        match *self {}
    }

    fn flush(&mut self) -> io::Result<()> {
        match *self {}
    }
}
