//! A real browser, driven over WebDriver as a person would: what the tests and the bench of the page share.
//!
//! It must know no test. `RETOUR_BROWSER` names the browser: `chromium` (the default), `firefox` or `webkit`.

pub mod browser;
mod display;
pub mod driver;
pub mod engine;
pub mod site;
pub mod widget;
