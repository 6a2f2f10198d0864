//! From a page to the article on it.
//!
//! Two walkers, the live DOM ([`dom`], in the browser) and HTML text ([`html`], native), tell one
//! [`block::PageBuilder`] what they meet. It makes a flat list of blocks; [`body`] decides which of
//! them are the story; [`article`] is what every later stage works on. Plain text ([`text`]) goes
//! to the article straight away: by its [`lines`], or, where it is Markdown, by its blocks
//! ([`markdown`]) without the marks in them ([`inline`]).

pub(crate) mod article;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod block;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
pub(crate) mod body;
#[cfg(feature = "cli")]
mod depth;
#[cfg(target_arch = "wasm32")]
pub(crate) mod dom;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod features;
pub(crate) mod furniture;
#[cfg(feature = "cli")]
pub(crate) mod html;
mod imprint;
mod inline;
mod lines;
#[cfg(feature = "cli")]
mod linked_data;
mod markdown;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod role;
pub(crate) mod text;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod trees;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod vote;
