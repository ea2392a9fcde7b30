//! What has passed, failed or been left out so far, and one line that sums it up.

use crate::run::{check, line, watch};
use crate::{Outcome, root};
use std::process::Command;
use std::time::Instant;

/// The start of a line in which a test reports what it has left out, and why. Such lines are repeated at the end of the
/// run.
pub const LEFT_OUT: &str = "LEFT OUT";

/// The numbers of checks and tests that have passed and failed so far, and what failed or was left out.
#[derive(Default)]
pub struct Tally {
    passed: u32,
    failed: u32,
    complaints: Vec<String>,
    left_out: Vec<String>,
}

impl Tally {
    /// Runs a step of xtask itself, which counts as one check. Returns whether it passed.
    pub fn step(&mut self, name: &str, step: impl FnOnce() -> Outcome<()>) -> bool {
        self.count(name, |_| match step() {
            Ok(()) => (1, 0, None),
            Err(why) => (0, 1, Some(why)),
        })
    }

    /// Runs a command that counts as one check. Returns whether it passed.
    pub fn check(&mut self, name: &str, command: &mut Command) -> bool {
        self.step(name, || check(command))
    }

    /// Runs a command that reports the number of its tests.
    pub fn tests(&mut self, name: &str, command: &mut Command) {
        self.count(name, |left_out| {
            let (mut passed, mut failed) = (0, 0);
            let succeeded = watch(command, |line| {
                if line.starts_with(LEFT_OUT) {
                    left_out.push(line.to_owned());
                }
                let (good, bad) = counted(line);
                passed += good;
                failed += bad;
            });
            // A run that ends before its summary has failed as well; so has one that ran no tests.
            let broken = succeeded != Ok(true) || passed == 0;
            failed = failed.max(u32::from(broken));
            (passed, failed, Some(line(command)))
        });
    }

    /// Gets what a step needs. If that is not available, the step is left out: the reason is printed at the end of the
    /// run, and nothing counts as failed.
    pub fn get_or_leave_out<T>(&mut self, name: &str, get: impl FnOnce() -> Outcome<T>) -> Option<T> {
        let leave_out = |why: &String| {
            println!("\n== {name}\n-- {name}: left out");
            self.left_out.push(format!("{LEFT_OUT}: {name}. {why}"));
        };
        get().inspect_err(leave_out).ok()
    }

    /// Runs a step, counts what passed and failed in it, prints how long it took, and keeps its complaint if something
    /// failed.
    fn count(&mut self, name: &str, run: impl FnOnce(&mut Vec<String>) -> (u32, u32, Option<String>)) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let (passed, failed, complaint) = run(&mut self.left_out);
        println!("-- {name}: {passed} passed, {failed} failed in {:.1} s", start.elapsed().as_secs_f64());
        self.passed += passed;
        self.failed += failed;
        if failed > 0 {
            self.complaints.extend(complaint.map(|it| format!("{name}: {it}")));
        }
        failed == 0
    }

    /// Prints what was left out, what failed, and the sum.
    pub fn close(self) -> Outcome<()> {
        println!();
        self.left_out.iter().for_each(|it| println!("!!! {it}"));
        self.complaints.iter().for_each(|complaint| println!("{complaint}"));
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { Err(format!("See above, in {}.", root().display())) }
    }
}

/// The numbers of passed and failed tests in a line of a runner's summary, of `cargo test` or of TAP from Node; 0 for
/// any other line.
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
        assert_eq!(tally.get_or_leave_out::<()>("widget in Lynx", || Err("No package.".to_owned())), None);
        assert_eq!((tally.passed, tally.failed), (0, 0));
        assert_eq!(tally.left_out, ["LEFT OUT: widget in Lynx. No package."]);
    }
}
