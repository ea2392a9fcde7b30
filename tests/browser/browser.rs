//! A browser with a fresh profile, and what a person does in it.

use crate::driver::Driver;
use crate::engine::Engine;
use crate::widget::Widget;
use serde_json::{Value, json};
use std::cell::Cell;
use std::fs;

/// The helpers of the scripts. They look into open shadow roots, too, and find elements by role and name.
const PRELUDE: &str = include_str!("prelude.js");

/// The key of an element in WebDriver's JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A new browser, closed when it is dropped.
pub struct Browser {
    driver: Driver,
    engine: Engine,
    framed: Cell<bool>,
}

impl Browser {
    /// Starts one, with an empty profile.
    #[expect(clippy::new_without_default, reason = "to start a program is more than a default value")]
    pub fn new() -> Self {
        Self::start(16, false)
    }

    /// Starts one whose scroll bars take room beside the page, as they do on most desktops.
    pub fn with_scroll_bars() -> Self {
        Self::start(16, true)
    }

    /// Starts one for a reader who has set the size of text to this many pixels.
    pub fn with_text(pixels: u8) -> Self {
        Self::start(pixels, false)
    }

    fn start(pixels: u8, bars: bool) -> Self {
        let engine = Engine::chosen();
        let browser = Self { driver: Driver::start(engine, pixels, bars), engine, framed: Cell::new(false) };
        if engine != Engine::Chromium {
            // Chromium gets this size on its command line; the windows of the others have sizes of their own.
            browser.resize(1200, 900);
        }
        browser
    }

    /// Goes to an address.
    #[track_caller]
    pub fn open(&self, url: &str) {
        let fragment = |url: &str| url.split_once('#').map(|(_, fragment)| fragment.to_owned());
        if self.engine == Engine::Firefox && fragment(url).is_some_and(|it| Some(it) == fragment(&self.address())) {
            // Firefox's driver takes another page with the same fragment for the same page, and does not wait for it.
            self.driver.post("url", json!({"url": "about:blank"}));
        }
        self.driver.post("url", json!({"url": url}));
    }

    /// Shows a page in a frame that fills an empty page; from here on scripts get the frame's document as `document`.
    /// The driver's scripts run in the outer window, so the page's changes to built-in objects do not affect the
    /// driver.
    #[track_caller]
    pub fn open_framed(&self, blank: &str, url: &str) {
        self.framed.set(false);
        self.open(blank);
        self.run(
            "const frame = Object.assign(document.createElement('iframe'), { src: input });
             frame.style = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
             await new Promise((onload) => document.body.append(Object.assign(frame, { onload })));",
            json!(url),
        );
        self.framed.set(true);
    }

    /// The address of the page that is shown.
    #[track_caller]
    pub fn address(&self) -> String {
        self.driver.get("url").as_str().expect("an address").to_owned()
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.driver.post("refresh", json!({}));
    }

    /// Runs the body of an async function with the helpers of `prelude.js` and `input` in scope; returns its value. It
    /// can use what a page has put on its window, but not a page's `const`: Firefox runs it in a separate scope.
    #[track_caller]
    pub fn run(&self, body: &str, input: Value) -> Value {
        let seen = if self.framed.get() { "frames[0]" } else { "window" };
        let script = format!(
            "const [input, done] = arguments;
             (({{ document, failures }}) => {{
                {PRELUDE}
                (async () => {{ {body} }})().then((value) => done(packed(value)), (error) => done(`!${{error}}`));
             }})({seen});"
        );
        let answer = self.driver.run(&json!({"script": script, "args": [input]}));
        match answer.as_str().map(|text| text.split_at(1)) {
            Some(("!", error)) => panic!("{error}\nin: {body}"),
            Some((_, packed)) => serde_json::from_str(packed).expect("packed() writes JSON"),
            None => answer,
        }
    }

    /// Waits until an expression holds, at most ten seconds; returns its value.
    #[track_caller]
    pub fn until(&self, expression: &str, input: Value) -> Value {
        self.run(&format!("return until(() => ({expression}), {expression:?});"), input)
    }

    /// The widget of that number on the page, from 0. Waits until it is ready.
    #[track_caller]
    pub fn widget(&self, number: usize) -> Widget<'_> {
        self.until("isReady(widgets()[input])", json!(number));
        Widget::new(self, number)
    }

    /// The element that an expression finds. Waits until it is there.
    #[track_caller]
    pub fn element(&self, expression: &str, input: Value) -> Element<'_> {
        let found = self.until(expression, input);
        let id = found[ELEMENT].as_str().unwrap_or_else(|| panic!("no element: {expression}")).to_owned();
        Element { browser: self, id }
    }

    /// Types with the keyboard, wherever the focus is. Special keys are WebDriver's code points.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|key| {
            let key = key.to_string();
            [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]
        });
        let strokes: Vec<_> = strokes.collect();
        self.driver.post("actions", json!({"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]}));
    }

    /// Types a key while Ctrl is held.
    #[track_caller]
    pub fn press_with_ctrl(&self, key: &str) {
        const CTRL: &str = "\u{e009}";
        let strokes = [("keyDown", CTRL), ("keyDown", key), ("keyUp", key), ("keyUp", CTRL)];
        let strokes = strokes.map(|(kind, value)| json!({"type": kind, "value": value}));
        self.driver.post("actions", json!({"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]}));
    }

    /// Types with the keyboard at a person's pace: about `pace` milliseconds from key to key, never in step with the
    /// frames of a screen.
    #[track_caller]
    pub fn press_slowly(&self, keys: impl IntoIterator<Item = char>, pace: usize) {
        let strokes = keys.into_iter().enumerate().flat_map(|(at, key)| {
            let key = key.to_string();
            let pause = pace + at * 7 % 17;
            [
                json!({"type": "keyDown", "value": key}),
                json!({"type": "keyUp", "value": key}),
                json!({"type": "pause", "duration": pause}),
            ]
        });
        let strokes: Vec<_> = strokes.collect();
        self.driver.post("actions", json!({"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]}));
    }

    /// How many milliseconds the page's main thread has worked so far, for whatever purpose; Chromium only.
    #[track_caller]
    pub fn busy(&self) -> Option<f64> {
        if self.engine != Engine::Chromium {
            return None;
        }
        self.ask_chromium("Performance.enable", json!({}));
        let answer = self.ask_chromium("Performance.getMetrics", json!({}));
        let metric = answer["metrics"].as_array()?.iter().find(|it| it["name"] == "TaskDuration")?;
        Some(metric["value"].as_f64()? * 1e3)
    }

    /// Makes the page's processor this many times slower than the machine's; Chromium only.
    #[track_caller]
    pub fn slow_down(&self, times: f64) {
        self.ask_chromium("Emulation.setCPUThrottlingRate", json!({"rate": times}));
    }

    /// Has the page styled as it would be printed; Chromium only.
    #[track_caller]
    pub fn style_for_paper(&self) {
        self.ask_chromium("Emulation.setEmulatedMedia", json!({"media": "print"}));
    }

    /// Sends a command of the DevTools protocol with its parameters; returns the result.
    #[track_caller]
    fn ask_chromium(&self, command: &str, parameters: Value) -> Value {
        self.driver.post("goog/cdp/execute", json!({"cmd": command, "params": parameters}))
    }

    /// Makes the page this many CSS pixels wide and high.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        match self.engine {
            // The windows of Chromium and Firefox are never as narrow as a telephone; the page inside them can be.
            Engine::Chromium => {
                let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
                self.ask_chromium("Emulation.setDeviceMetricsOverride", metrics);
            }
            Engine::Firefox => self.run_in_firefox(
                "const { style } = gBrowser.selectedBrowser;
                 style.setProperty('width', `${arguments[0]}px`);
                 style.setProperty('height', `${arguments[1]}px`);",
                json!([width, height]),
            ),
            Engine::WebKit => {
                let inside = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight];", json!(null));
                let [across, down] = [0, 1].map(|at| inside[at].as_u64().unwrap_or_default());
                let outside = json!({"width": u64::from(width) + across, "height": u64::from(height) + down});
                self.driver.post("window/rect", outside);
            }
        }
        self.until("innerWidth === input[0] && innerHeight === input[1]", json!([width, height]));
    }

    /// Runs a script with Firefox's privileges, outside the page.
    #[track_caller]
    fn run_in_firefox(&self, script: &str, arguments: Value) {
        self.driver.post("moz/context", json!({"context": "chrome"}));
        self.driver.post("execute/sync", json!({"script": script, "args": arguments}));
        self.driver.post("moz/context", json!({"context": "content"}));
    }

    /// Saves a picture of the page as `target/screenshots/<name>.png`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        let folder = xtask::root().join("target/screenshots");
        let picture = self.driver.get("screenshot");
        let picture = base64(picture.as_str().expect("a picture in base64"));
        fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(format!("{name}.png")), picture)).unwrap();
    }

    /// The page on A4 as a PDF.
    #[track_caller]
    pub fn pdf(&self) -> Vec<u8> {
        // In centimetres, as WebDriver expects; the page's styles set the margins.
        let paper =
            json!({"page": {"width": 21.0, "height": 29.7}, "margin": {"top": 0, "bottom": 0, "left": 0, "right": 0}});
        base64(self.driver.post("print", paper).as_str().expect("a document in base64"))
    }

    /// Has the browser collect garbage, and waits until an expression holds.
    #[track_caller]
    pub fn until_forgotten(&self, expression: &str) -> Value {
        match self.engine {
            Engine::Chromium => {
                self.ask_chromium("HeapProfiler.collectGarbage", json!({}));
            }
            Engine::Firefox => self.run_in_firefox(
                "for (const kind of ['gc', 'cc', 'gc']) Services.obs.notifyObservers(null, `child-${kind}-request`);",
                json!([]),
            ),
            // WebKit has no command for it: it collects garbage when scripts need much memory.
            Engine::WebKit => drop(self.run(
                "for (let round = 0; round < 100; round += 1) {
                    Array.from({ length: 100 }, () => new Array(20_000).fill({}));
                    await new Promise((resolve) => setTimeout(resolve));
                 }",
                json!(null),
            )),
        }
        self.until(expression, json!(null))
    }

    /// The warnings and errors of the page's console since the last call. Where the driver does not report them, the
    /// pages of a [`Site`](crate::site::Site) have recorded them: what scripts wrote, what they threw and what a policy
    /// forbade, but nothing that the browser itself would add.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        if !self.engine.offers_console() {
            let kept = self.run("return takeComplaints();", json!(null));
            return kept
                .as_array()
                .into_iter()
                .flatten()
                .map(|it| it.as_str().unwrap_or_default().to_owned())
                .collect();
        }
        let entries = self.driver.post("se/log", json!({"type": "browser"}));
        let serious = |entry: &&Value| ["SEVERE", "WARNING"].contains(&entry["level"].as_str().unwrap_or_default());
        let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
        entries.as_array().into_iter().flatten().filter(serious).map(message).collect()
    }
}

/// One element of the page.
pub struct Element<'a> {
    browser: &'a Browser,
    id: String,
}

impl Element<'_> {
    /// Clicks it, after scrolling it to the middle of the page, as a person does if a sticky bar covers it, and waiting
    /// until it is at rest. A screen that has just changed may still scroll its title into view: then this scrolls
    /// back.
    #[track_caller]
    pub fn click(&self) {
        self.eval(
            "let last;
             await until(() => {
                input.scrollIntoView({ block: 'center', behavior: 'instant' });
                const [{ left, top, width, height }] = input.getClientRects();
                const before = last;
                last = `${left} ${top}`;
                const hit = input.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
                return last === before && input.contains(hit);
             }, `${nameOf(input)} at rest with nothing over it`);",
        );
        self.post("click", json!({}));
    }

    /// Focuses it and types at the end of its text.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.post("value", json!({"text": text}));
    }

    /// Replaces its text, key by key.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.eval("input.focus(); input.select();");
        self.browser.press(text);
    }

    /// The value of a field.
    #[track_caller]
    pub fn value(&self) -> String {
        self.eval("return input.value;").as_str().unwrap_or_default().to_owned()
    }

    /// Its text, as a person sees it.
    #[track_caller]
    pub fn text(&self) -> String {
        self.eval("return input.innerText;").as_str().unwrap_or_default().to_owned()
    }

    /// Runs the body of an async function with the element as `input`.
    #[track_caller]
    pub fn eval(&self, body: &str) -> Value {
        self.browser.run(body, json!({ELEMENT: self.id}))
    }

    #[track_caller]
    fn post(&self, command: &str, body: Value) {
        self.browser.driver.post(&format!("element/{}/{command}", self.id), body);
    }
}

/// The bytes of a text in base64.
fn base64(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = text.bytes().filter_map(digit).map(u32::from).collect();
    let group = |group: &[u32]| {
        let bits = group.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - group.len()));
        bits.to_be_bytes()[1..group.len()].to_vec()
    };
    digits.chunks(4).flat_map(group).collect()
}
