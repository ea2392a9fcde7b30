//! The widget in a real browser, driven over WebDriver as a person would.
//!
//! Everything it needs of the project is in `dist/`. `RETOUR_BROWSER` names the browser: `chromium`
//! (the default), `firefox` or `webkit`. Screenshots go to `target/screenshots/`.

use browser_tests::{browser, site, widget};

mod accessible;
mod element;
mod estimator;
mod failure;
mod hosts;
mod standalone;
mod story;
