//! For any input, `check` refuses the proposal with sentences or `estimate` computes finite figures.
//!
//! The property is in `tests/support/totality.rs`; the tests try it for a moment, too.

#![no_main]

#[path = "../../tests/support/totality.rs"]
mod totality;

libfuzzer_sys::fuzz_target!(|data: &[u8]| totality::holds(data));
