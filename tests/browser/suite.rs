//! The widget in a real browser, driven over WebDriver as a person would use it.
//!
//! It drives what is in `dist/`; it uses the library only to seal links that no page would. `RETOUR_BROWSER` names the
//! browser: `chromium` (the default), `firefox` or `webkit`. Screenshots are in `target/screenshots/`.

use browser_tests::{browser, engine, site, widget};

mod accessible;
mod autop;
mod chunks;
mod compose;
mod docs;
mod documented;
mod element;
mod estimator;
mod failure;
mod files;
mod foreign;
mod gateways;
mod golden;
mod hosts;
mod links;
mod looks;
mod paper;
mod react;
mod reply;
mod round;
mod sent;
mod situations;
mod standalone;
mod steady;
mod story;
mod tabs;
mod typing;
mod vite;
mod wordpress;
