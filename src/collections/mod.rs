//! Hashes, and what is kept by them: smaller in the wasm than the standard library's.

pub(crate) mod hash;
pub(crate) mod map;
pub(crate) mod packed;
pub(crate) mod queue;
pub(crate) mod sorted;
pub(crate) mod word_list;
