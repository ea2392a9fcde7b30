//! Whatever is handed to `open`, it says what it holds or plainly why not.
//!
//! The work is that of `tests/support/links.rs`, which the tests run for a moment too.

#![no_main]

#[path = "../../tests/support/links.rs"]
mod links;

libfuzzer_sys::fuzz_target!(|data: &[u8]| links::holds(data));
