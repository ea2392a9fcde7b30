//! What a person sees. It must not know which page it stands in: all it tells the page goes through [`Page`].

mod answer;
mod brief;
mod compose;
mod desk;
mod differences;
mod dotplot;
mod drafts;
mod drivers;
mod errands;
mod estimator;
mod fit;
mod focus;
mod glyph;
mod input;
mod mail;
mod markup;
mod memo;
mod notices;
mod own;
mod parts;
mod reading;
mod reply;
mod result;
mod root;
mod scope;
mod sending;
mod states;
mod steady;
mod table;
mod ui;
mod versus;

pub use parts::Part;
pub use root::Handle;

use crate::app::Action;
use crate::estimate::Estimate;
use crate::proposal::{Date, Issue, Proposal, Value};
use crate::words::{Language, Text};
use markup::{Node, tag};
use std::rc::Rc;
use ui::Ui;

/// Whom the widget serves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A prospect who estimates a project, or answers a brief.
    #[default]
    Estimate,
    /// A consultant who composes a brief.
    Compose,
}

/// What a mounted widget starts from.
pub struct Options {
    /// The agency's file, as it came.
    pub agency: Option<Value>,
    /// Whom the widget serves.
    pub mode: Mode,
    /// A sealed brief or reply to open.
    pub link: Option<String>,
    /// The language asked for; else the proposal's own.
    pub language: Option<Language>,
    /// The public address that shared links start with, without a fragment.
    pub address: String,
    /// Where the widget stands.
    pub page: Page,
    /// The day it is there.
    pub today: Date,
    /// Whether the system has a share sheet.
    pub shares: bool,
    /// Whether the link is where this page's own estimate was left.
    pub resumes: bool,
}

/// The page around the widget, as the functions it hands in.
#[derive(Clone)]
pub struct Page {
    /// Tells the page what happened.
    pub emit: Rc<dyn Fn(Event)>,
    /// Prints the document on screen.
    pub print: Rc<dyn Fn()>,
    /// Runs an errand; what it promises comes true or not.
    pub errand: Rc<dyn Fn(Errand) -> js_sys::Promise>,
    /// Promises a part of the program; `None` where it is there.
    pub part: Rc<dyn Fn(Part) -> Option<js_sys::Promise>>,
    /// Reads the JSON that an errand brought.
    pub read: fn(&js_sys::wasm_bindgen::JsValue) -> Value,
}

/// What only the page can do, each inside the click that asked for it.
#[derive(Clone, Copy, Debug)]
pub enum Errand<'a> {
    /// Put a text into the clipboard.
    Copy(&'a str),
    /// Hand a text to the system's share sheet.
    Share(&'a str),
    /// Send JSON to an address.
    Post(&'a str, &'a Value),
    /// Save a text, or JSON, as a file of this name.
    Save(&'a str, &'a Value),
    /// Ask for a file and read its JSON, which the promise brings; nothing where the person chose none.
    Open,
    /// Find the rows of the list of what was sent, which the promise brings.
    Recall,
    /// Keep a row of it.
    Keep(&'a Value),
    /// Forget the row with this id.
    Forget(&'a str),
}

/// What a page is told.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// The widget has drawn itself and can be used.
    Ready,
    /// The proposal is another; without an estimate, it cannot be computed as it stands.
    Change {
        /// The proposal as it is now.
        proposal: &'a Proposal,
        /// Its figures.
        estimate: Option<&'a Estimate>,
    },
    /// A person took a link to send it.
    Share {
        /// The whole address.
        link: &'a str,
        /// How: `copy`, `mail`, `share`.
        via: &'a str,
    },
    /// A person sends a reply.
    Reply {
        /// The reply, as JSON.
        reply: &'a Value,
        /// The whole address that carries it.
        link: &'a str,
    },
    /// What the agency's file holds that nobody reads, for whoever wrote it.
    LeftOut(&'a [Issue]),
    /// Something failed that the site's owner should know of; the widget goes on.
    Error {
        /// Where: `agency`, `link`.
        stage: &'a str,
        /// What happened.
        message: &'a str,
        /// What the site's owner can do.
        remedy: &'a str,
    },
}

/// What a page may tell a mounted widget.
#[derive(Clone, Debug)]
pub enum Inlet {
    /// Show this sealed brief or reply.
    Open(String),
    /// Show this proposal; the keys of its JSON that nobody reads.
    Show(Box<Proposal>, Vec<Issue>),
    /// Start anew from another agency's file.
    Agency(Value),
    /// Speak another language.
    Language(Option<Language>),
    /// Serve somebody else.
    Mode(Mode),
    /// Links start with another address from now on.
    Address(String),
}

/// Mounts a widget on an element that it has to itself.
pub fn mount(host: web_sys::Element, options: Options) -> Handle {
    Handle::mount(host, options)
}

/// The languages to choose from.
fn languages(ui: &Ui) -> Node {
    let present = ui.words.language();
    let choice = |language: Language, name: &'static str| {
        tag("button.button quiet")
            .set("type", "button")
            .set("lang", language.code())
            .set("aria-pressed", if present == language { "true" } else { "false" })
            .click(ui.act, Action::LanguageChosen(language))
            .text(name)
    };
    tag("div.actions languages")
        .set("role", "group")
        .set("aria-label", ui.text(Text::Language))
        .put(choice(Language::French, "Français"))
        .put(choice(Language::English, "English"))
}
