//! A real browser, driven over WebDriver as a person would use it: shared by the tests and the bench of the page.
//!
//! It must know no tests. `RETOUR_BROWSER` names the browser: `chromium` (the default), `firefox` or `webkit`.

pub mod browser;
mod display;
pub mod driver;
pub mod engine;
pub mod site;
pub mod widget;
