//! What a reply says of a proposal: what the prospect changed, and what had been proposed.
//!
//! It knows data alone: neither links, nor words, nor screens.

mod changes;
mod path;

pub use changes::{before, changes};
