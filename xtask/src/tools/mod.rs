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

/// What Firefox is called: by Debian, and elsewhere.
pub const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

const GECKODRIVER: &str = "0.37.1";
const TRUNK: &str = "0.21.14";

/// What a build of the page needs: Rust's library for browsers, Node and the npm tools.
pub fn for_build() -> Outcome<()> {
    npm::node()?;
    rust::wasm_target()?;
    npm_packages(&npm::folder())
}

/// What the checks need of Rust: formatter, linter, the library for browsers.
pub fn for_checks() -> Outcome<()> {
    rust::components()?;
    rust::wasm_target()
}

/// Trunk and the tool that it binds with, which nothing here needs but the test that builds by Trunk.
pub fn trunk(wasm_bindgen: &str) -> Outcome<()> {
    rust::program("trunk", "trunk", TRUNK, &["--locked", "--no-default-features", "--features", "rustls"])?;
    // Its own lock file names a crate version that is gone, so this one is resolved anew.
    rust::program("wasm-bindgen", "wasm-bindgen-cli", wasm_bindgen, &[])
}

/// Chromium, its WebDriver, and what reads the documents that it prints.
pub fn chromium() -> Outcome<()> {
    debian::install(&["chromium", "chromedriver", "pdftotext"], &["chromium", "chromium-driver", "poppler-utils"])
}

/// Firefox, its WebDriver, and what reads the documents that it prints.
pub fn firefox() -> Outcome<()> {
    debian::install(&["pdftotext"], &["poppler-utils"])?;
    if FIREFOX.iter().all(|name| which(name).is_none()) {
        debian::install(&FIREFOX[..1], &FIREFOX[..1])?;
    }
    rust::program("geckodriver", "geckodriver", GECKODRIVER, &["--locked"])
}

/// WebKitGTK with its small browser, its WebDriver, and a screen in memory to show it on.
pub fn webkit() -> Outcome<()> {
    debian::install(&["WebKitWebDriver", "Xvfb"], &["webkit2gtk-driver", "xvfb"])
}

/// Apache, without the service that Debian's other package would start.
pub fn apache() -> Outcome<PathBuf> {
    debian::install(&["apache2"], &["apache2-bin"])?;
    which("apache2").ok_or_else(|| "There is no apache2.".to_owned())
}

/// nginx. Debian's package would start a service, so only its program is taken out of it.
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

/// The `PATH` on which everything that was installed is found.
pub fn path() -> OsString {
    let installed = folder().join("bin");
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = env::split_paths(&rest).chain(std::iter::once(installed));
    env::join_paths(all).unwrap_or(rest)
}

/// Where a program lies on the `PATH`, if it does.
pub fn which(program: &str) -> Option<PathBuf> {
    // Where servers lie is on the `PATH` of administrators alone.
    let folders = env::split_paths(&path()).chain([PathBuf::from("/usr/sbin")]).collect::<Vec<_>>();
    folders.iter().map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Where tools are installed that are nowhere on the `PATH`.
pub fn folder() -> PathBuf {
    if let Some(folder) = env::var_os("RETOUR_TOOLS") {
        return folder.into();
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || env::var_os("HOME").map_or_else(env::temp_dir, PathBuf::from).join(".cache");
    cache.unwrap_or_else(home).join("retour/tools")
}
