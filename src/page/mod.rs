//! From a page to the article on it.
//!
//! Two walkers, the live DOM ([`dom`], in the browser) and HTML text ([`markup`], native), write what they meet as the
//! same [`events`]. A flat list of blocks is made of them; [`body`] decides which of them are the story, and [`sight`]
//! leaves out of it what nobody sees.

#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod beginning;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod block;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
pub(crate) mod body;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod boxes;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod byline_line;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod containers;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod credit;
#[cfg(feature = "html")]
mod depth;
#[cfg(target_arch = "wasm32")]
pub(crate) mod dom;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod element;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod events;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod features;
#[cfg(feature = "html")]
mod hidden;
#[cfg(feature = "html")]
pub(crate) mod html;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod inline;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
pub(crate) mod kind;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
pub(crate) mod kind_features;
#[cfg(all(feature = "html", feature = "eval"))]
pub(crate) mod kind_names;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod kind_weights;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod linked_prose;
#[cfg(feature = "html")]
mod markup;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod metadata;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod portrait;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod prose;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod role;
#[cfg(feature = "html")]
mod sheets;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod sight;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
pub(crate) mod signs;
#[cfg(feature = "html")]
mod signs_html;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod story;
#[cfg(feature = "html")]
mod style;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod text_figures;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod trees;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod vote;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
mod white_space;
