//! `cargo xtask test`: every check and every test, and one line that sums them up.

mod tally;
mod trunk;

pub use tally::LEFT_OUT;

use crate::build::sizes::{self, BUDGET, TARGET, WHOLE_BUDGET};
use crate::manifest::Project;
use crate::run::{cargo, command};
use crate::tools::{self, fonts};
use crate::{Outcome, build};
use std::process::Command;
use tally::Tally;

/// The browser tests whose results may depend on fonts: they measure a page, and are run again in other fonts.
const MEASURING: [&str; 6] =
    ["accessible::nothing_overflows", "documented::a_frame", "estimator::", "looks::", "paper::", "steady::"];

/// Runs everything, even after a failure, and prints `N passed, N failed` as its last line.
pub fn test() -> Outcome<()> {
    let mut tally = Tally::default();
    tally.step("Rust's components", tools::for_checks);
    tally.check("formatting", &mut cargo(&["fmt", "--all", "--check"]));
    let lints = ["--quiet", "--", "--deny", "warnings"];
    tally.check("lints", cargo(&["clippy", "--workspace", "--all-targets"]).args(lints));
    tally.check("lints in the browser", cargo(&["clippy", "--target", "wasm32-unknown-unknown"]).args(lints));
    let mut docs = cargo(&["doc", "--workspace", "--no-deps", "--quiet"]);
    tally.check("documentation", docs.env("RUSTDOCFLAGS", "--deny warnings"));
    tally.tests("native tests", &mut cargo(&["test", "--quiet", "--workspace", "--exclude", "browser-tests"]));

    if tally.step("dist/", build::build) {
        tally.step("size", size);
        tally.check(
            "types",
            command(&tools::npm_tool("tsc").display().to_string(), &["--project", "tests/module"])
                .env("PATH", tools::path()),
        );
        tally.tests("module in Node", &mut command("node", &["--test", "--test-reporter=tap", "tests/module/"]));
        browsers(&mut tally);
        let name = "the same files from Trunk";
        if tally.get_or_leave_out(name, || tools::trunk(&Project::read()?.wasm_bindgen)).is_some() {
            tally.step(name, trunk::compare);
        }
    }
    tally.close()
}

/// Tests the widget in every engine with the system's fonts, and in one with other fonts.
fn browsers(tally: &mut Tally) {
    if tally.step("Chromium", tools::chromium) {
        println!("Text is set in {}.", fonts::families(None));
        tally.tests("widget in Chromium", &mut widget_in("chromium"));
        let name = "widget in Chromium with other fonts";
        if let Some(file) = tally.get_or_leave_out(name, fonts::others) {
            println!("Text is set in {}.", fonts::families(Some(&file)));
            let mut others = widget_in("chromium");
            others.arg("--").args(MEASURING);
            tally.tests(name, others.env(fonts::CONFIGURATION, file));
        }
    }
    if tally.get_or_leave_out("widget in Firefox", tools::firefox).is_some() {
        tally.tests("widget in Firefox", &mut widget_in("firefox"));
    }
    if tally.get_or_leave_out("widget in WebKit", tools::webkit).is_some() {
        tally.tests("widget in WebKit", &mut widget_in("webkit"));
    }
}

/// The command that runs the tests in a browser, by its name in `RETOUR_BROWSER`.
fn widget_in(browser: &str) -> Command {
    let mut command = cargo(&["test", "--quiet", "--package", "browser-tests"]);
    command.env("RETOUR_BROWSER", browser);
    command
}

/// Fails if the widget is larger than its budget.
fn size() -> Outcome<()> {
    let (weight, whole) = (sizes::widget()?, sizes::whole()?);
    println!("The widget weighs {weight} bytes as brotli sends them; target {TARGET}, budget {BUDGET}.");
    println!("With all chunks it weighs {whole}; budget {WHOLE_BUDGET}.");
    if weight <= BUDGET && whole <= WHOLE_BUDGET { Ok(()) } else { Err("The widget is over its budget.".to_owned()) }
}
