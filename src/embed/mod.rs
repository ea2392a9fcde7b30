//! What touches the page: the functions and the class that `retour.js` builds the element and the module from.
//!
//! It must not know how anything is computed or shown. Relaxed in, strict out: whatever comes in is
//! read by [`proposal`](crate::proposal) with its issues, and what goes out can come back in.
//! One instance of the program serves one widget, so that a panic or a leak in it stays its own.

mod chunks;
mod convert;
mod exports;
mod fault;
mod host;
mod module;
mod panic;
mod reply;
mod widget;

pub use chunks::started;
pub use exports::{check, estimate, open, seal, seal_reply};
pub use host::PageObject;
pub use panic::{Panicked, start};
pub use widget::{Widget, mount};

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the program, such as `1.0.0`.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
