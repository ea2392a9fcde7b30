//! Pages that add and remove content in their own ways.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::json;
use std::fmt::{self, Display, Formatter};
use std::io::Write;

#[test]
fn fifty_page_swaps_leave_nothing_behind() {
    for swap in ["visit", "swap"] {
        let (site, browser) = (Site::plain(), Browser::new());
        browser.open(&site.url("/hosts/swaps.html"));
        browser.widget(0);
        let before = memory(&browser, "true");
        let swaps = "for (let count = 0; count < 50; count += 1) {
                await (input === 'visit' ? visit : swap)(`/hosts/swaps.html?${count}`);
                await until(() => isReady(widgets()[0]), 'a widget');
            }";
        browser.run(swaps, json!(swap));
        // The engine may keep the last one or two in registers or on the stack.
        let after = memory(&browser, "gone.filter((it) => it.deref()).length <= 2");
        say(&format!("Fifty page swaps ({swap}): from {before} to {after}"));
        assert_eq!(browser.run("return gone.length;", json!(null)), 50);
        assert!(after.programs <= 3, "{after}");
        assert_eq!(browser.run("return failures;", json!(null)), json!([]));
        browser.widget(0).row_field().fill("37");
        assert_eq!(browser.widget(0).row_field().value(), "37");
    }
}

/// What a page holds after garbage collection.
struct Memory {
    /// The number of programs that are still there.
    programs: u64,
    /// The memory of all of them, in bytes.
    wasm: u64,
    /// The memory of the page's scripts, in bytes, if the browser reports it.
    scripts: Option<u64>,
}

impl Display for Memory {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{} programs with {} kB", self.programs, self.wasm / 1000)?;
        self.scripts.map_or(Ok(()), |scripts| write!(f, " and {} kB of scripts' data", scripts / 1000))
    }
}

/// The memory that is held once garbage collection has made an expression hold.
#[track_caller]
fn memory(browser: &Browser, forgotten: &str) -> Memory {
    browser.until_forgotten(forgotten);
    let held = "const sizes = memories.map((it) => it.deref()?.buffer.byteLength ?? 0).filter((size) => size > 0);
        return [sizes.length, sizes.reduce((sum, size) => sum + size, 0), performance.memory?.usedJSHeapSize];";
    let held = browser.run(held, json!(null));
    let [programs, wasm] = [0, 1].map(|at| held[at].as_u64().expect("a number"));
    Memory { programs, wasm, scripts: held[2].as_u64() }
}

/// Prints a line of figures to standard error directly, because the test runner captures what a test prints.
fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("a place to print to");
}
