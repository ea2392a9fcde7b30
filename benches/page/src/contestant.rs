//! The pages that are compared, and what is done on each.

use crate::figures::{Load, Stroke, Typing};
use crate::site::Site;
use browser_tests::browser::Browser;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

/// How many digits are typed into a field, on the machine as it is and on the slow one.
const DIGITS: usize = 60;
/// How many digits are typed after each load.
const DIGITS_AFTER_LOAD: usize = 5;
/// Milliseconds from key to key: for a fast typist, and for somebody at a telephone.
const PACES: [usize; 2] = [100, 300];
/// How many times slower a cheap telephone is than this machine.
const SLOWNESS: f64 = 6.0;
/// The size of a page on a telephone, in CSS pixels.
const TELEPHONE: [u32; 2] = [390, 844];
/// The backspace key, as WebDriver's code point.
const BACKSPACE: char = '\u{e003}';

/// One page, and the field of it that is typed into.
pub struct Contestant {
    /// Its name in the table.
    pub name: String,
    /// The folder of its files.
    pub folder: PathBuf,
    /// Selector of the field. Any number of one or two digits is valid in it.
    field: &'static str,
    /// Selector of the figure that depends on the field.
    figure: &'static str,
}

/// All pages: Retour with each kind of field, then the baseline and the other forms.
pub fn all() -> Vec<Contestant> {
    let own = |name: &str, field, figure| Contestant {
        name: format!("Retour, {name}"),
        folder: xtask::dist_folder(),
        field,
        figure,
    };
    let form = |name: &str, package: &str, folder| Contestant {
        name: format!("{name} {}", version(package)),
        folder: xtask::bench::page::built(folder),
        field: "input[type=text], input[type=number], input:not([type])",
        figure: "output",
    };
    vec![
        // The minimum of the first factor, whose likely value is above 29, the largest number that is typed.
        own("factor", ".factor input", ".verdicts"),
        own("quantity", "input[aria-label^=Quantit]", ".cost .total"),
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

    /// Loads the page in a new browser, and types the first digits into its field.
    pub fn load(&self, site: &Site, fields: usize) -> Load {
        site.sent();
        let browser = self.open(site, fields);
        let shown = browser.run(
            "return { ready: probe.ready, fields: probe.all('input, select, textarea').length,
                usable: probe.all(input)[0]?.matches(':enabled:not([readonly])') ?? false };",
            json!(self.field),
        );
        let sent = site.sent();
        assert_eq!(shown["usable"], true, "{}: the first field does not take input", self.name);
        assert_eq!(shown["fields"], json!(fields), "{}: fields shown", self.name);
        // No person starts typing sooner.
        sleep(Duration::from_millis(300));
        self.begin(&browser);
        browser.press_slowly(digits(DIGITS_AFTER_LOAD), PACES[0]);
        Load { taken: shown["ready"].as_f64().expect("a time"), sent, strokes: strokes(&browser, DIGITS_AFTER_LOAD) }
    }

    /// Types digits into its field as a person would.
    pub fn typing(&self, site: &Site, fields: usize) -> Typing {
        let browser = self.open(site, fields);
        self.begin(&browser);
        let before = browser.busy();
        browser.press_slowly(digits(DIGITS), PACES[0]);
        let busy = browser.busy().zip(before).map(|(after, before)| (after - before) / (2 * DIGITS) as f64);
        Typing { strokes: strokes(&browser, DIGITS).split_off(1), busy, slow: self.on_a_telephone(site, fields) }
    }

    /// The same digits on a narrow screen with a slow processor.
    fn on_a_telephone(&self, site: &Site, fields: usize) -> Vec<Stroke> {
        let browser = self.open(site, fields);
        browser.resize(TELEPHONE[0], TELEPHONE[1]);
        browser.slow_down(SLOWNESS);
        self.begin(&browser);
        browser.press_slowly(digits(DIGITS), PACES[1]);
        strokes(&browser, DIGITS).split_off(1)
    }

    /// Opens the page in a browser with a fresh profile, and waits until the first field takes input and is painted.
    fn open(&self, site: &Site, fields: usize) -> Browser {
        let browser = Browser::new();
        browser.open(&site.url(fields));
        browser.until("probe.ready", json!(null));
        browser
    }

    /// Replaces the value of the field by one digit, so that every digit that is measured later is the second one.
    fn begin(&self, browser: &Browser) {
        let begin = "const [field, figure] = input.map((selector) => probe.all(selector)[0]);
            probe.watch(figure);
            field.scrollIntoView({ block: 'center' });
            field.focus();
            field.select();";
        browser.run(begin, json!([self.field, self.figure]));
        browser.press("2");
    }
}

/// This many digits, each followed by a backspace: a field that holds one digit then always holds one or two.
fn digits(count: usize) -> impl Iterator<Item = char> {
    (0..count).flat_map(|at| [char::from(b"134567890"[at % 9]), BACKSPACE])
}

/// What the probe has recorded of the first digit and of `more` digits, once the last of them is painted.
fn strokes(browser: &Browser, more: usize) -> Vec<Stroke> {
    browser.until("probe.strokes.length > input && probe.strokes.every((it) => it.painted)", json!(more));
    let noted = browser.run("return probe.strokes;", json!(null));
    noted.as_array().into_iter().flatten().filter_map(Stroke::read).collect()
}

/// The version that the lock file of `benches/page` pins.
fn version(package: &str) -> String {
    let lock = std::fs::read_to_string(xtask::root().join("benches/page/package-lock.json")).unwrap_or_default();
    let lock: Value = serde_json::from_str(&lock).unwrap_or_default();
    lock["packages"][format!("node_modules/{package}")]["version"].as_str().unwrap_or_default().to_owned()
}
