//! Installs what is missing of Rust: components, the library for browsers, programs from the crates registry.

use super::{folder, which};
use crate::Outcome;
use crate::build::WASM;
use crate::run::{cargo, check, command, output};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Adds formatter and linter, which the checks need, to the toolchain that runs this program.
pub fn components() -> Outcome<()> {
    // A component, and the subcommand of cargo that it provides.
    let missing = |(_, subcommand): &(&str, &str)| {
        let said = cargo(&[subcommand, "--version"]).stderr(Stdio::null()).output();
        !said.is_ok_and(|it| it.status.success())
    };
    let names: Vec<&str> =
        [("rustfmt", "fmt"), ("clippy", "clippy")].into_iter().filter(missing).map(|it| it.0).collect();
    if names.is_empty() { Ok(()) } else { rustup("component", &names) }
}

/// Adds Rust's standard library for browsers. The toolchain file names it, but rustup does not install it by itself
/// where that is switched off (`RUSTUP_AUTO_INSTALL=0`).
pub fn wasm_target() -> Outcome<()> {
    let library = output(&mut command("rustc", &["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() { Ok(()) } else { rustup("target", &[WASM]) }
}

/// Adds a target or components to the toolchain of this project.
fn rustup(kind: &str, names: &[&str]) -> Outcome<()> {
    let all = names.join(" ");
    let by_hand = format!("Rust's {kind} {all} is missing.");
    if which("rustup").is_none() {
        return Err(format!(
            "{by_hand} There is no rustup here to add it: install it from where this Rust came from, or take Rust from \
             https://rustup.rs."
        ));
    }
    println!("Adding Rust's {kind} {all}.");
    let mut add = command("rustup", &[kind, "add"]);
    check(add.args(names).stdout(Stdio::null()).stderr(Stdio::null()))
        .map_err(|why| format!("{why} {by_hand} Try it by hand: rustup {kind} add {all}"))
}

/// Installs this version of a program from a package of the crates registry, unless it is there.
pub fn program(name: &str, package: &str, version: &str, options: &[&str]) -> Outcome<()> {
    if which_of_version(name, version).is_some() {
        return Ok(());
    }
    let (wanted, folder) = (format!("{package}@{version}"), folder());
    println!("Installing {name} {version} into {} (a few minutes, once).", folder.display());
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

/// The program on the `PATH`, or in the tool folder, if it reports this version.
fn which_of_version(name: &str, version: &str) -> Option<PathBuf> {
    let file = which(name)?;
    let said = Command::new(&file).arg("--version").stderr(Stdio::null()).output().ok()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    said.split_whitespace().any(|word| word == version).then_some(file)
}
