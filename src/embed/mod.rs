//! The interface to the page: the functions and the class of which `retour.js` makes the element and the module.
//!
//! Nothing here depends on how figures are computed or shown. Input is read leniently, by
//! [`proposal`](crate::proposal), with its issues; everything returned can be passed in again. Each widget has its own
//! instance of the program, so that a panic or a leak in one does not affect the others.

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
