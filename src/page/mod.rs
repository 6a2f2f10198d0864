//! From a page to the article on it.
//!
//! Two walkers, the live DOM ([`dom`], in the browser) and HTML text ([`html`], native), tell one
//! [`block::PageBuilder`] what they meet. It makes a flat list of blocks; [`body`] decides which of
//! them are the story; [`article`] is what every later stage works on. Plain text ([`text`]) goes
//! to the article straight away.

pub(crate) mod article;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod block;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
pub(crate) mod body;
#[cfg(target_arch = "wasm32")]
pub(crate) mod dom;
mod furniture;
#[cfg(feature = "cli")]
mod html;
#[cfg(any(feature = "cli", target_arch = "wasm32"))]
mod role;
mod text;
