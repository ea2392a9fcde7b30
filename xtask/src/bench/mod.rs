//! `cargo xtask bench`: the time of an estimate beside other ways to compute it, and the length of links beside other
//! encodings.

pub mod page;

use crate::build::WASM;
use crate::manifest::Project;
use crate::run::{cargo, check, command, line};
use crate::{Outcome, root, tools};

/// Measures the engine for these numbers of draws, or for the default ones if none are given; then the links.
///
/// The wasm is compiled as the widget is, the native program for speed (profile `native`).
pub fn bench(arguments: &[&str]) -> Outcome<()> {
    let package = ["--quiet", "--package", "engine-bench"];
    check(cargo(&["build", "--release", "--lib", "--target", WASM]).args(package))?;
    check(cargo(&["build", "--profile", "native", "--bin", "engine-bench"]).args(package))?;
    if let Err(why) = tools::npm_packages(&root().join("benches")) {
        println!("Squiggle is left out, for npm did not install it: {why}");
    }
    let mut node = command("node", &["benches/engine.mjs", "--native"]);
    let target = Project::read()?.target;
    node.arg(target.join("native/engine-bench")).arg("--wasm");
    node.arg(target.join(WASM).join("release/engine_bench.wasm"));
    if !arguments.is_empty() {
        node.args(["--draws", &arguments.join(",")]);
    }
    check(&mut node)?;
    let mut link = cargo(&["bench", "--quiet", "--bench", "link"]);
    println!("\nLinks: {}", line(&link));
    check(&mut link)
}
