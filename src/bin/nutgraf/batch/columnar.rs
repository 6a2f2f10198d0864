//! Parquet in and out, where the feature `parquet` is.

#[cfg(not(feature = "parquet"))]
mod missing;
#[cfg(feature = "parquet")]
mod rows;
#[cfg(feature = "parquet")]
mod table;

#[cfg(not(feature = "parquet"))]
pub(crate) use missing::{Table, rows};
#[cfg(feature = "parquet")]
pub(crate) use {rows::rows, table::Table};

/// The columns that articles are in.
#[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "there is nothing to find them in"))]
pub(crate) struct Columns {
    pub(crate) text: Option<String>,
    pub(crate) title: Option<String>,
}
