//! The widget's entry point in the browser. It holds the allocator; everything else stands in the library.

// Linking the library is what exports its functions to the page.
use retour as _;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
