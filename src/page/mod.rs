//! From a page to the article on it.
//!
//! Two walkers, the live DOM ([`dom`], in the browser) and HTML text ([`html`], native), tell one
//! [`block::PageBuilder`] what they meet. It makes a flat list of blocks; [`body`] decides which of
//! them are the story.

#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod block;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
pub(crate) mod body;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod boxes;
#[cfg(feature = "html")]
mod depth;
#[cfg(target_arch = "wasm32")]
pub(crate) mod dom;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod element;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod features;
#[cfg(feature = "html")]
pub(crate) mod html;
#[cfg(feature = "html")]
mod linked_data;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod role;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod story;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod text_figures;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod trees;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod vote;
