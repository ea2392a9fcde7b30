//! A timer of the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::Callback;

/// A timer that calls back after a delay, at most once for each start.
pub struct Timer {
    delay: i32,
    call: Closure<dyn Fn()>,
    running: Option<i32>,
}

impl Timer {
    /// A timer that is not running; `delay` is in milliseconds.
    pub fn new(delay: i32, callback: Callback<()>) -> Self {
        Self { delay, call: Closure::new(move || callback.emit(())), running: None }
    }

    /// Starts, unless it is running.
    pub fn start(&mut self) {
        if self.running.is_none() {
            self.restart();
        }
    }

    /// Starts again from the beginning.
    pub fn restart(&mut self) {
        self.stop();
        let call = self.call.as_ref().unchecked_ref();
        self.running = web_sys::window()
            .and_then(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(call, self.delay).ok());
    }

    /// Stops, if it is running.
    pub fn stop(&mut self) {
        if let (Some(timer), Some(window)) = (self.running.take(), web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.stop();
    }
}
