//! Reports a panic to the page. After it, this instance must not be used any more.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The page's function that takes the message of a panic.
    pub type Panicked;

    #[wasm_bindgen(method, js_name = call)]
    fn call(this: &Panicked, this_value: &Panicked, message: &str);
}

thread_local! {
    static PANICKED: std::cell::OnceCell<Panicked> = const { std::cell::OnceCell::new() };
}

/// Sets the function to which panics are reported. Must be called once, before a widget is mounted.
#[wasm_bindgen]
pub fn start(panicked: Panicked) {
    PANICKED.with(|it| it.set(panicked).ok());
    yew::set_custom_panic_hook(Box::new(|info| {
        PANICKED.with(|it| {
            if let Some(panicked) = it.get() {
                panicked.call(panicked, &info.to_string());
            }
        });
    }));
}
