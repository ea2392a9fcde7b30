//! The program of the widget. It sets the allocator; everything else is in the library.

// This links the library, which exports its functions to the page.
use retour as _;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
