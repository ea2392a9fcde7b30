//! Whatever arrives, `check` refuses it in words or `estimate` computes it in finite figures.
//!
//! The work is that of `tests/support/totality.rs`, which the tests run for a moment too.

#![no_main]

#[path = "../../tests/support/totality.rs"]
mod totality;

libfuzzer_sys::fuzz_target!(|data: &[u8]| totality::holds(data));
