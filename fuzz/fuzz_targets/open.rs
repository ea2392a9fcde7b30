//! For any input, `open` returns the contents of a link or a reason why not.
//!
//! The property is in `tests/support/links.rs`; the tests try it for a moment, too.

#![no_main]

#[path = "../../tests/support/links.rs"]
mod links;

libfuzzer_sys::fuzz_target!(|data: &[u8]| links::holds(data));
