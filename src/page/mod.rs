//! From a page to the article on it.
//!
//! Two walkers, the live DOM ([`dom`], in the browser) and HTML text ([`html`], native), tell one
//! [`block::PageBuilder`] what they meet. It makes a flat list of blocks; [`body`] decides which of
//! them are the story.

#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod block;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
pub(crate) mod body;
#[cfg(feature = "cli")]
mod depth;
#[cfg(target_arch = "wasm32")]
pub(crate) mod dom;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod element;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod features;
#[cfg(feature = "cli")]
pub(crate) mod html;
#[cfg(feature = "cli")]
mod linked_data;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod role;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod trees;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod vote;
