//! One mounted widget, as `retour.js` drives it.

use super::convert::{from_js, to_js};
use super::fault::{warn, warn_of_file};
use super::module::{checked, language};
use crate::proposal::{Date, Value, to_value, unknown_keys};
use crate::view::{self, Errand, Event, Handle, Inlet, Mode, Options, Page, Part};
use crate::words::Language;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// What the page hands in beside the options.
    pub type PageObject;

    /// Dispatches `retour-<name>` on the element.
    #[wasm_bindgen(method)]
    fn emit(this: &PageObject, name: &str, detail: JsValue);

    /// Prints the document on screen.
    #[wasm_bindgen(method)]
    fn print(this: &PageObject);

    /// Runs an errand by its name, with its text or JSON and, for `post` and `save`, where to.
    #[wasm_bindgen(method)]
    fn errand(this: &PageObject, kind: &str, what: JsValue, to: &str) -> js_sys::Promise;

    /// Promises the parts of the program up to this one; nothing where they are there.
    #[wasm_bindgen(method)]
    fn part(this: &PageObject, part: u32) -> Option<js_sys::Promise>;
}

/// Mounts a widget on an element that it has to itself.
///
/// `options` is plain JSON: `agency`, `mode`, `link`, `lang`, `address`; whatever does not fit is left out.
#[wasm_bindgen]
pub fn mount(host: web_sys::Element, options: JsValue, page: PageObject) -> Widget {
    let options = from_js(&options);
    let page = Rc::new(page);
    let (printer, runner, shelf) = (page.clone(), page.clone(), page.clone());
    Widget(view::mount(
        host,
        Options {
            agency: options.get("agency").filter(|file| **file != Value::Null).cloned(),
            mode: mode(text(&options, "mode")),
            link: text(&options, "link").map(str::to_owned),
            language: text(&options, "lang").and_then(Language::of),
            address: text(&options, "address").unwrap_or_default().to_owned(),
            page: Page {
                emit: Rc::new(move |event| tell(&page, event)),
                print: Rc::new(move || printer.print()),
                errand: Rc::new(move |errand| match errand {
                    Errand::Copy(text) => runner.errand("copy", text.into(), ""),
                    Errand::Share(text) => runner.errand("share", text.into(), ""),
                    Errand::Post(address, what) => runner.errand("post", to_js(what), address),
                    Errand::Save(name, what) => runner.errand("save", to_js(what), name),
                    Errand::Open => runner.errand("open", JsValue::NULL, ""),
                    Errand::Recall => runner.errand("recall", JsValue::NULL, ""),
                    Errand::Keep(row) => runner.errand("keep", to_js(row), ""),
                    Errand::Forget(id) => runner.errand("forget", id.into(), ""),
                }),
                part: Rc::new(move |part: Part| shelf.part(part as u32)),
                read: from_js,
            },
            today: today(),
            shares: options.get("shares") == Some(&Value::Boolean(true)),
            resumes: options.get("resumes") == Some(&Value::Boolean(true)),
        },
    ))
}

/// A mounted widget. Freeing it takes it off the page.
#[wasm_bindgen]
pub struct Widget(Handle);

#[wasm_bindgen]
impl Widget {
    /// Hands in one option that has changed: `agency`, `mode`, `lang` or `address`.
    pub fn set(&self, name: &str, value: JsValue) {
        let value = from_js(&value);
        let text = match &value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        };
        self.0.send(match (name, text) {
            ("agency", _) => Inlet::Agency(value),
            ("mode", _) => Inlet::Mode(mode(text)),
            ("lang", _) => Inlet::Language(text.and_then(Language::of)),
            ("address", _) => Inlet::Address(text.unwrap_or_default().to_owned()),
            _ => return,
        });
    }

    /// Shows a sealed brief or reply, or any text that holds one.
    #[wasm_bindgen(js_name = openLink)]
    pub fn open_link(&self, text: &str) {
        self.0.send(Inlet::Open(text.to_owned()));
    }

    /// Shows a proposal. Fails with an `Error` whose `issues` say what is wrong with it; unknown keys are
    /// told on the console, and at the desk.
    #[wasm_bindgen(js_name = openProposal)]
    pub fn open_proposal(&self, proposal: &JsValue) -> Result<(), JsValue> {
        let value = from_js(proposal);
        let checked = checked(&value, None)?;
        let unknown = unknown_keys(&value);
        warn(&unknown, language(None, &value));
        self.0.send(Inlet::Show(Box::new(checked.proposal().clone()), unknown));
        Ok(())
    }

    /// The whole address that opens what is shown now.
    pub fn link(&self) -> String {
        self.0.link()
    }

    /// The proposal as it is now.
    pub fn proposal(&self) -> JsValue {
        to_js(&to_value(self.0.proposal()))
    }

    /// Whether what is shown is the person's own estimate, not somebody else's brief or reply.
    #[wasm_bindgen(js_name = isOwn)]
    pub fn is_own(&self) -> bool {
        self.0.is_own()
    }

    /// Keeps the draft, if the person wants drafts kept: the page is about to go.
    pub fn keep(&self) {
        self.0.keep();
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

fn text<'a>(options: &'a Value, name: &str) -> Option<&'a str> {
    match options.get(name) {
        Some(Value::Text(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

fn mode(name: Option<&str>) -> Mode {
    match name {
        Some("compose") => Mode::Compose,
        _ => Mode::Estimate,
    }
}

/// The day it is where the page is read.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date::new(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
        .unwrap_or_else(|| Date::new(1970, 1, 1).expect("a day of the calendar"))
}

fn tell(page: &PageObject, event: Event) {
    let (name, detail) = match event {
        Event::LeftOut(keys) => return warn_of_file(keys),
        Event::Ready => ("ready", Value::Null),
        Event::Change { proposal, estimate } => {
            let (proposal, estimate) = (to_value(proposal.clone()), to_value(estimate.cloned()));
            ("change", Value::object(vec![("proposal", proposal), ("estimate", estimate)]))
        }
        Event::Share { link, via } => ("share", Value::object(vec![("link", link.into()), ("via", via.into())])),
        Event::Reply { reply, link } => ("reply", Value::object(vec![("reply", reply.clone()), ("link", link.into())])),
        Event::Error { stage, message, remedy } => (
            "error",
            Value::object(vec![("stage", stage.into()), ("message", message.into()), ("remedy", remedy.into())]),
        ),
    };
    page.emit(name, to_js(&detail));
}
