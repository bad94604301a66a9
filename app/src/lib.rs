//! The face of Waxwing.
//!
//! Pages are rendered on the server only; what reaches the browser is [`islands`]. Everything under
//! `ssr` may call `service` and holds no rules; every page and form works without scripts.

#![recursion_limit = "512"]

pub mod islands;

#[cfg(feature = "ssr")]
pub mod http;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod text;
#[cfg(feature = "ssr")]
mod ui;

#[cfg(feature = "ssr")]
pub use http::router;

/// Brings the islands of a page to life.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
