//! A mounted widget, as `retour.js` controls it.

use super::convert::{from_js, to_js};
use super::exports::functions;
use super::host::{PageHost, PageObject};
use crate::app::{Action, Chunk, DeskAction};
use crate::proposal::{Value, read, to_value};
use crate::view::{self, Handle, Mode, Options};
use crate::words::Language;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts a widget on an element, in place of everything in it.
///
/// `options` is plain JSON: `agency`, `mode`, `link`, `lang`, `address`, `shares`, `resumes`. Values of another type
/// are ignored.
#[wasm_bindgen]
pub fn mount(element: web_sys::Element, options: JsValue, page: PageObject) -> Widget {
    let options = from_js(&options);
    let is = |name| options.get(name) == Some(&Value::Boolean(true));
    let host = PageHost::new(page);
    let doors = host.all_doors();
    Widget(view::mount(
        element,
        Options {
            agency: options.get("agency").filter(|file| **file != Value::Null).cloned(),
            mode: mode(text(&options, "mode")),
            link: text(&options, "link").map(str::to_owned),
            language: text(&options, "lang").and_then(Language::of),
            address: text(&options, "address").unwrap_or_default().to_owned(),
            shares: is("shares"),
            resumes: is("resumes"),
            host: Rc::new(host),
            doors,
        },
    ))
}

/// A mounted widget. [`Widget::destroy`] unmounts it.
#[wasm_bindgen]
pub struct Widget(Handle);

#[wasm_bindgen]
impl Widget {
    /// Sets an option that has changed: `agency`, `mode`, `lang` or `address`.
    pub fn set(&self, name: &str, value: JsValue) {
        let value = from_js(&value);
        let text = match &value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        };
        self.0.act(match (name, text) {
            ("agency", _) => Action::AgencyGiven(value),
            ("mode", _) => Action::ModeGiven(mode(text) == Mode::Compose),
            ("lang", _) => Action::LanguageChosen(text.and_then(Language::of).unwrap_or_default()),
            ("address", _) => Action::AddressGiven(text.unwrap_or_default().to_owned()),
            _ => return,
        });
    }

    /// Shows a sealed brief or reply, or any text that holds one.
    #[wasm_bindgen(js_name = openLink)]
    pub fn open_link(&self, text: &str) {
        self.0.act(Action::LinkOpened(text.to_owned()));
    }

    /// Shows a proposal. Fails with an `Error` whose `issues` say what is wrong with it; unknown keys are logged on the
    /// console, and shown at the desk.
    #[wasm_bindgen(js_name = openProposal)]
    pub fn open_proposal(&self, proposal: &JsValue) -> Result<(), JsValue> {
        let (proposal, unknown) = (functions()?.proposal)(proposal)?;
        self.0.act(Action::ProposalShown(Box::new(proposal), unknown));
        Ok(())
    }

    /// Shows a proposal that [`Widget::proposal`] returned earlier; one with issues changes nothing.
    pub fn restore(&self, proposal: &JsValue) {
        let (proposal, issues) = read(&from_js(proposal));
        if issues.is_empty() {
            self.0.act(Action::ProposalShown(Box::new(proposal), Vec::new()));
        }
    }

    /// The whole address that opens the current proposal; none before the brief's chunk is started.
    pub fn link(&self) -> Option<String> {
        self.0.link()
    }

    /// The current proposal.
    pub fn proposal(&self) -> JsValue {
        to_js(&to_value(self.0.proposal()))
    }

    /// Whether the widget shows the user's own estimate, not a brief or a reply from a link.
    #[wasm_bindgen(js_name = isOwn)]
    pub fn is_own(&self) -> bool {
        self.0.is_own()
    }

    /// Adds the brief's chunk, which the page has loaded while it was idle.
    #[wasm_bindgen(js_name = enterBrief)]
    pub fn enter_brief(&self) {
        self.0.enter(Chunk::Brief);
    }

    /// Updates today's date. The page calls it from time to time, and when the computer wakes up.
    pub fn wake(&self) {
        self.0.wake();
    }

    /// Reads the list of sent briefs again after another tab has changed it.
    #[wasm_bindgen(js_name = listChanged)]
    pub fn list_changed(&self) {
        self.0.act(Action::Desk(DeskAction::ListChanged));
    }

    /// Stores the draft, if the user wants drafts stored: the page is about to be left.
    pub fn keep(&self) {
        self.0.keep_draft();
    }

    /// Unmounts the widget.
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
