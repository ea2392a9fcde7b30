//! The changes in a reply: what the prospect changed in a proposal, and what had been proposed.
//!
//! It knows the data only: no links, words or screens.

mod changes;
mod path;

pub use changes::{before, changes};
