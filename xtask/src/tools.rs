//! Finds the tools that the chores need, in their pinned versions, and installs those that are missing.
//!
//! README.md lists them, with the way to get each where it cannot be installed from here.
//!
//! Looks on `PATH` first, then in the tool folder (`RETOUR_TOOLS`, else `retour/tools` in the user's cache).

use crate::build::WASM;
use crate::run::{cargo, check, command, output};
use crate::{Outcome, debian, root};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What Firefox is called: by Debian, and elsewhere.
pub const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

const GECKODRIVER: &str = "0.37.1";
const TRUNK: &str = "0.21.14";
const NODE: u32 = 20;

/// What a build of the page needs: Rust's library for browsers, Node and the npm tools.
pub fn for_build() -> Outcome<()> {
    node()?;
    wasm_target()?;
    npm_packages(&npm_folder())
}

/// What the toolchain that runs this very program needs for the checks: formatter, linter, the library for browsers.
pub fn for_checks() -> Outcome<()> {
    let missing = |name: &&str| {
        let said = cargo(&[name.trim_start_matches("rust"), "--version"]).stderr(Stdio::null()).output();
        !said.is_ok_and(|it| it.status.success())
    };
    let names: Vec<&str> = ["rustfmt", "clippy"].into_iter().filter(missing).collect();
    if !names.is_empty() {
        rustup("component", &names)?;
    }
    wasm_target()
}

/// Rust's standard library for browsers. That the toolchain file names it installs nothing where rustup is told to
/// install nothing by itself (`RUSTUP_AUTO_INSTALL=0`).
fn wasm_target() -> Outcome<()> {
    let library = output(&mut command("rustc", &["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() { Ok(()) } else { rustup("target", &[WASM]) }
}

/// Adds a target or components to the toolchain of this project.
fn rustup(kind: &str, names: &[&str]) -> Outcome<()> {
    let names = names.join(" ");
    let by_hand = format!("Rust's {kind} {names} is missing.");
    if which("rustup").is_none() {
        return Err(format!(
            "{by_hand} There is no rustup here to add it: install it from where this Rust came from, or take Rust from \
             https://rustup.rs."
        ));
    }
    println!("Adding Rust's {kind} {names}.");
    let words: Vec<&str> = [kind, "add"].into_iter().chain(names.split(' ')).collect();
    check(command("rustup", &words).stdout(Stdio::null()).stderr(Stdio::null()))
        .map_err(|why| format!("{why} {by_hand} Try it by hand: rustup {}", words.join(" ")))
}

/// Trunk and the tool that it binds with, which nothing here needs but the test that builds by Trunk.
pub fn trunk(wasm_bindgen: &str) -> Outcome<()> {
    crate_tool("trunk", TRUNK, &["--locked", "--no-default-features", "--features", "rustls"])?;
    // Its own lock file names a crate version that is gone, so this one is resolved anew.
    crate_tool("wasm-bindgen", wasm_bindgen, &[])
}

/// The `PATH` on which everything that was installed is found.
pub fn path() -> OsString {
    let installed = folder().join("bin");
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = env::split_paths(&rest).chain(std::iter::once(installed));
    env::join_paths(all).unwrap_or(rest)
}

/// The tool of an npm package in the project's lock file.
pub fn npm_tool(name: &str) -> PathBuf {
    npm_folder().join("node_modules/.bin").join(name)
}

/// Installs what a folder's lock file names, when that is newer than what lies there.
pub fn npm_packages(folder: &Path) -> Outcome<()> {
    let changed = |file: &str| fs::metadata(folder.join(file)).and_then(|it| it.modified()).ok();
    let there = changed("node_modules/.package-lock.json");
    if there.is_some() && there >= changed("package-lock.json") {
        return Ok(());
    }
    println!("Installing the npm packages of {}.", folder.strip_prefix(root()).unwrap_or(folder).display());
    let quiet = ["ci", "--no-fund", "--no-audit", "--loglevel=error"];
    check(command("npm", &quiet).current_dir(folder))
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
    crate_tool("geckodriver", GECKODRIVER, &["--locked"])
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

/// A program from the crates registry whose package is called like it, or `<name>-cli`.
fn crate_tool(name: &str, version: &str, options: &[&str]) -> Outcome<()> {
    if which_of_version(name, version).is_some() {
        return Ok(());
    }
    let package = if name == "wasm-bindgen" { "wasm-bindgen-cli" } else { name };
    println!("Installing {name} {version} into {} (a few minutes, once).", folder().display());
    let wanted = format!("{package}@{version}");
    let folder = folder();
    let mut install = cargo(&["install", "--quiet", &wanted, "--root"]);
    // Half as long to build, and fast enough for a tool that runs for a second.
    install.envs([("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"), ("CARGO_PROFILE_RELEASE_LTO", "off")]);
    install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    check(install.arg(&folder).args(options).env_remove("CARGO_BUILD_TARGET"))
        .map_err(|why| format!("{why} Try it by hand: cargo install {wanted} {}", options.join(" ")))?;
    which_of_version(name, version).map(|_| ()).ok_or_else(|| {
        format!("Another {name} than {version} comes first on PATH; put {}/bin before it.", folder.display())
    })
}

/// The program on the `PATH`, or in the tool folder, that says it is of this version.
fn which_of_version(name: &str, version: &str) -> Option<PathBuf> {
    let file = which(name)?;
    let said = Command::new(&file).arg("--version").stderr(Stdio::null()).output().ok()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    said.split_whitespace().any(|word| word == version).then_some(file)
}

/// Node and npm, which no registry of this project's has.
fn node() -> Outcome<()> {
    let remedy = format!("Node {NODE} or later with npm is needed: https://nodejs.org, or your system's packages.");
    let said = Command::new("node").arg("--version").output().map_err(|_| remedy.clone())?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let major = said.trim_start_matches('v').split('.').next().and_then(|text| text.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE && which("npm").is_some() => Ok(()),
        _ => Err(remedy),
    }
}

fn npm_folder() -> PathBuf {
    root().join("tests")
}
