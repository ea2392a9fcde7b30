//! The pages that are compared, and what is done to each.

use crate::figures::{Load, Stroke, Typing};
use crate::site::Site;
use browser_tests::browser::Browser;
use serde_json::{Value, json};
use std::path::PathBuf;

/// How many digits are typed into a field.
const DIGITS: usize = 60;

/// One page.
pub struct Contestant {
    /// What the table calls it.
    pub name: String,
    /// Where its files lie.
    pub folder: PathBuf,
    /// Finds the field that is typed into, and the figure that depends on it.
    selectors: [&'static str; 2],
}

/// All of them, ours first, the baseline second.
pub fn all() -> Vec<Contestant> {
    let form = |name: &str, package: &str, folder| Contestant {
        name: format!("{name} {}", version(package)),
        folder: xtask::bench_page::built(folder),
        selectors: ["input[type=text], input[type=number], input:not([type])", "output"],
    };
    let own = Contestant {
        name: "Retour".to_owned(),
        folder: xtask::dist_folder(),
        selectors: ["input[aria-label^=Quantit]", ".cost .total"],
    };
    vec![
        own,
        form("React", "react", "react"),
        form("SurveyJS", "survey-core", "survey"),
        form("formio.js", "@formio/js", "formio"),
    ]
}

impl Contestant {
    /// How many fields a person sees.
    pub fn fields(&self, site: &Site) -> usize {
        let browser = self.open(site, 0);
        let count = browser.run("return probe.all('input, select, textarea').length;", json!(null));
        count.as_u64().expect("a count") as usize
    }

    /// Loads it in a browser of its own.
    pub fn load(&self, site: &Site, fields: usize) -> Load {
        site.sent();
        let browser = self.open(site, fields);
        let shown = browser.run(
            "return { ready: probe.ready, fields: probe.all('input, select, textarea').length,
                usable: probe.all(input)[0]?.matches(':enabled:not([readonly])') ?? false };",
            json!(self.selectors[0]),
        );
        assert_eq!(shown["usable"], true, "{}: the first field does not take input", self.name);
        assert_eq!(shown["fields"], json!(fields), "{}: fields shown", self.name);
        Load { taken: shown["ready"].as_f64().expect("a time"), sent: site.sent() }
    }

    /// Types digits into a field as a person would, taking each back again: the field holds one or two digits.
    pub fn typing(&self, site: &Site, fields: usize) -> Typing {
        /// What the first digit replaces, so that the measured ones all come second.
        const BACKSPACE: char = '\u{e003}';
        let browser = self.open(site, fields);
        let begin = "const [field, figure] = input.map((selector) => probe.all(selector)[0]);
            probe.watch(figure);
            field.scrollIntoView({ block: 'center' });
            field.focus();
            field.select();";
        browser.run(begin, json!(self.selectors));
        browser.press("4");
        let digits = (0..DIGITS).flat_map(|at| [char::from(b"123567890"[at % 9]), BACKSPACE]);
        let before = browser.busy();
        browser.press_slowly(digits);
        let busy = browser.busy().zip(before).map(|(after, before)| (after - before) / (2 * DIGITS) as f64);
        browser.until("probe.strokes.length > input && probe.strokes.every((it) => it.painted)", json!(DIGITS));
        let noted = browser.run("return probe.strokes.slice(1);", json!(null));
        let strokes = noted.as_array().into_iter().flatten().filter_map(Stroke::read).collect();
        Typing { strokes, busy }
    }

    /// In a browser with a fresh profile, once the first field takes input and is painted.
    fn open(&self, site: &Site, fields: usize) -> Browser {
        let browser = Browser::new();
        browser.open(&site.url(fields));
        browser.until("probe.ready", json!(null));
        browser
    }
}

/// The version that the lock file of `benches/page` pins.
fn version(package: &str) -> String {
    let lock = std::fs::read_to_string(xtask::root().join("benches/page/package-lock.json")).unwrap_or_default();
    let lock: Value = serde_json::from_str(&lock).unwrap_or_default();
    lock["packages"][format!("node_modules/{package}")]["version"].as_str().unwrap_or_default().to_owned()
}
