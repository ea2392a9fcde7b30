//! From a checked proposal to its estimate: pure, deterministic, no clock, no entropy.
//!
//! It must not know of languages, links or screens.

mod figures;
mod result;

pub use figures::{ENGINE, Figures};
pub use result::*;
