//! Finds the tools that the chores need, in their pinned versions, and installs those that are missing.
//!
//! README.md lists them, with the way to get each where it cannot be installed from here.
//!
//! Looks on `PATH` first, then in the tool folder (`RETOUR_TOOLS`, else `retour/tools` in the user's cache).

mod debian;
pub mod fonts;
mod npm;
mod rust;

pub use npm::{packages as npm_packages, tool as npm_tool};

use crate::Outcome;
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The names of Firefox's program: in Debian, and elsewhere.
pub const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

const GECKODRIVER: &str = "0.37.1";
const TRUNK: &str = "0.21.14";

/// Installs what a build of the page needs: Rust's library for browsers and the npm tools; Node has to be there.
pub fn for_build() -> Outcome<()> {
    npm::node()?;
    rust::wasm_target()?;
    npm_packages(&npm::folder())
}

/// Installs what the checks need of Rust: formatter, linter, the library for browsers.
pub fn for_checks() -> Outcome<()> {
    rust::components()?;
    rust::wasm_target()
}

/// Installs Trunk and its wasm-bindgen, which only the test of a build by Trunk needs.
pub fn trunk(wasm_bindgen: &str) -> Outcome<()> {
    rust::program("trunk", "trunk", TRUNK, &["--locked", "--no-default-features", "--features", "rustls"])?;
    // The lock file of wasm-bindgen-cli names a crate version that is gone, so its dependencies are resolved again.
    rust::program("wasm-bindgen", "wasm-bindgen-cli", wasm_bindgen, &[])
}

/// Installs Chromium, its WebDriver, and pdftotext, which reads the documents that it prints.
pub fn chromium() -> Outcome<()> {
    debian::install(&["chromium", "chromedriver", "pdftotext"], &["chromium", "chromium-driver", "poppler-utils"])
}

/// Installs Firefox, its WebDriver, and pdftotext, which reads the documents that it prints.
pub fn firefox() -> Outcome<()> {
    debian::install(&["pdftotext"], &["poppler-utils"])?;
    if FIREFOX.iter().all(|name| which(name).is_none()) {
        debian::install(&FIREFOX[..1], &FIREFOX[..1])?;
    }
    rust::program("geckodriver", "geckodriver", GECKODRIVER, &["--locked"])
}

/// Installs WebKitGTK with its MiniBrowser, its WebDriver, and Xvfb, a virtual screen to show it on.
pub fn webkit() -> Outcome<()> {
    debian::install(&["WebKitWebDriver", "Xvfb"], &["webkit2gtk-driver", "xvfb"])
}

/// Installs Apache, without the service that Debian's other package would start; returns its program.
pub fn apache() -> Outcome<PathBuf> {
    debian::install(&["apache2"], &["apache2-bin"])?;
    which("apache2").ok_or_else(|| "There is no apache2.".to_owned())
}

/// Installs nginx; returns its program. Debian's package would start a service, so only the program is taken out of it.
pub fn nginx() -> Outcome<PathBuf> {
    let place = folder().join("nginx");
    let own = place.join("usr/sbin/nginx");
    match which("nginx") {
        Some(program) => return Ok(program),
        None if own.is_file() => {}
        None => debian::unpack(&["nginx"], &place)?,
    }
    Ok(own)
}

/// The `PATH`, extended by the programs of the tool folder.
pub fn path() -> OsString {
    let installed = folder().join("bin");
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = env::split_paths(&rest).chain(std::iter::once(installed));
    env::join_paths(all).unwrap_or(rest)
}

/// The file of a program on the `PATH`, if there is one.
pub fn which(program: &str) -> Option<PathBuf> {
    // The folder of server programs is only on the `PATH` of administrators.
    let folders = env::split_paths(&path()).chain([PathBuf::from("/usr/sbin")]).collect::<Vec<_>>();
    folders.iter().map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The tool folder: tools that are not on the `PATH` are installed there.
pub fn folder() -> PathBuf {
    if let Some(folder) = env::var_os("RETOUR_TOOLS") {
        return folder.into();
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || env::var_os("HOME").map_or_else(env::temp_dir, PathBuf::from).join(".cache");
    cache.unwrap_or_else(home).join("retour/tools")
}
