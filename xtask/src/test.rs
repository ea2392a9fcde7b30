//! `cargo xtask test`: every check and every test, and one line that sums them up.

use crate::manifest::Project;
use crate::run::{cargo, command, line, watch};
use crate::sizes::{self, BUDGET, TARGET, WHOLE_BUDGET};
use crate::{Outcome, build, fonts, root, tools, trunk};
use std::process::Command;
use std::time::Instant;

/// How a line starts that says what a test has left out, and why. Such lines are repeated at the end of the run.
pub const LEFT_OUT: &str = "LEFT OUT";

/// Runs everything, whatever fails on the way, and closes with `N passed, N failed` alone on a line.
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
        let trunk = || tools::trunk(&Project::read()?.wasm_bindgen);
        tally.step_where("the same files from Trunk", trunk, trunk::compare);
    }
    tally.close()
}

/// The widget in every engine with the system's fonts, and in one with others.
fn browsers(tally: &mut Tally) {
    if tally.step("Chromium", tools::chromium) {
        println!("Text is set in {}.", fonts::families(None));
        tally.tests("widget in Chromium", &mut widget_in("chromium"));
        let name = "widget in Chromium with other fonts";
        match fonts::others() {
            Ok(file) => {
                println!("Text is set in {}.", fonts::families(Some(&file)));
                tally.tests(name, widget_in("chromium").env(fonts::CONFIGURATION, file));
            }
            Err(why) => tally.leave_out(name, &why),
        }
    }
    tally.tests_where("widget in Firefox", tools::firefox, &mut widget_in("firefox"));
    tally.tests_where("widget in WebKit", tools::webkit, &mut widget_in("webkit"));
}

/// The tests in a browser, by the name that they know it by.
fn widget_in(browser: &str) -> Command {
    let mut command = cargo(&["test", "--quiet", "--package", "browser-tests"]);
    command.env("RETOUR_BROWSER", browser);
    command
}

/// No build may outgrow the budget.
fn size() -> Outcome<()> {
    let (weight, whole) = (sizes::widget()?, sizes::whole()?);
    println!("The widget weighs {weight} bytes as brotli sends them; target {TARGET}, budget {BUDGET}.");
    println!("With all parts it weighs {whole}; budget {WHOLE_BUDGET}.");
    if weight <= BUDGET && whole <= WHOLE_BUDGET { Ok(()) } else { Err("The widget is over its budget.".to_owned()) }
}

/// How many checks and tests have passed and failed so far, and which steps did.
#[derive(Default)]
struct Tally {
    passed: u32,
    failed: u32,
    complaints: Vec<String>,
    left_out: Vec<String>,
}

impl Tally {
    /// A command that passes or fails as one.
    fn check(&mut self, name: &str, command: &mut Command) -> bool {
        self.step(name, || match watch(command, |_| ())? {
            true => Ok(()),
            false => Err(format!("Failed: {}", line(command))),
        })
    }

    /// A command that counts its tests itself.
    fn tests(&mut self, name: &str, command: &mut Command) {
        println!("\n== {name}");
        let start = Instant::now();
        let (mut passed, mut failed) = (0, 0);
        let succeeded = watch(command, |line| {
            if line.starts_with(LEFT_OUT) {
                self.left_out.push(line.to_owned());
            }
            let (good, bad) = counted(line);
            passed += good;
            failed += bad;
        });
        // A run that breaks off before it has counted has failed all the same; so has one that ran nothing.
        let broken = succeeded != Ok(true) || passed == 0;
        if broken && failed == 0 {
            failed = 1;
        }
        self.passed += passed;
        self.failed += failed;
        println!("-- {name}: {passed} passed, {failed} failed in {:.1} s", start.elapsed().as_secs_f64());
        if failed > 0 {
            self.complaints.push(format!("{name}: {}", line(command)));
        }
    }

    /// Such a command, if what it needs can be had; else the run says at its end why not, and has not failed.
    fn tests_where(&mut self, name: &str, get: impl FnOnce() -> Outcome<()>, command: &mut Command) {
        match get() {
            Ok(()) => self.tests(name, command),
            Err(why) => self.leave_out(name, &why),
        }
    }

    /// A step of our own, if what it needs can be had.
    fn step_where(&mut self, name: &str, get: impl FnOnce() -> Outcome<()>, step: impl FnOnce() -> Outcome<()>) {
        match get() {
            Ok(()) => drop(self.step(name, step)),
            Err(why) => self.leave_out(name, &why),
        }
    }

    fn leave_out(&mut self, name: &str, why: &str) {
        println!("\n== {name}\n-- {name}: left out");
        self.left_out.push(format!("{LEFT_OUT}: {name}. {why}"));
    }

    /// A step of our own, which counts as one.
    fn step(&mut self, name: &str, step: impl FnOnce() -> Outcome<()>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = step();
        let seconds = start.elapsed().as_secs_f64();
        match &outcome {
            Ok(()) => self.passed += 1,
            Err(why) => {
                self.failed += 1;
                self.complaints.push(format!("{name}: {why}"));
            }
        }
        println!("-- {name}: {} in {seconds:.1} s", if outcome.is_ok() { "passed" } else { "failed" });
        outcome.is_ok()
    }

    fn close(self) -> Outcome<()> {
        println!();
        self.left_out.iter().for_each(|it| println!("!!! {it}"));
        self.complaints.iter().for_each(|complaint| println!("{complaint}"));
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { Err(format!("See above, in {}.", root().display())) }
    }
}

/// How many tests a line of a runner's summary says have passed and failed: `cargo test`, or TAP from Node.
fn counted(line: &str) -> (u32, u32) {
    let number = |text: Option<&str>| text.and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    if let Some(result) = line.strip_prefix("test result: ") {
        let before = |word: &str| result.split_once(word).and_then(|(text, _)| text.trim_end().rsplit(' ').next());
        return (number(before("passed;")), number(before("failed;")));
    }
    (number(line.strip_prefix("# pass ")), number(line.strip_prefix("# fail ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_both_runners_are_read() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(counted(cargo), (12, 3));
        assert_eq!(counted("# pass 7"), (7, 0));
        assert_eq!(counted("# fail 2"), (0, 2));
        assert_eq!(counted("test words ... ok"), (0, 0));
    }

    #[test]
    fn what_cannot_be_had_is_left_out_and_said() {
        let mut tally = Tally::default();
        tally.tests_where("widget in Lynx", || Err("No package.".to_owned()), &mut Command::new("never-started"));
        assert_eq!((tally.passed, tally.failed), (0, 0));
        assert_eq!(tally.left_out, ["LEFT OUT: widget in Lynx. No package."]);
    }
}
