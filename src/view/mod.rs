//! What a person sees. It must not know which page it stands in: whatever the page is to do goes through [`Host`].

mod answer;
mod brief;
mod compose;
mod desk;
mod differences;
mod dotplot;
mod drivers;
mod estimator;
mod fit;
mod focus;
mod glyph;
mod host;
mod input;
mod mail;
mod markup;
mod memo;
mod notices;
mod own;
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

pub use host::{BRIEF, BriefDoor, DESK, DeskDoor, Doors, Host, REPLY, ReplyDoor};
pub use root::Handle;

use crate::app::Action;
use crate::proposal::{Date, Value};
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
    /// The page around it.
    pub host: Rc<dyn Host>,
    /// The doors of the chunks that are there from the start.
    pub doors: Doors,
    /// The day it is there.
    pub today: Date,
    /// Whether the system has a share sheet.
    pub shares: bool,
    /// Whether the link is where this page's own estimate was left.
    pub resumes: bool,
}

/// Mounts a widget on an element that it has to itself.
pub fn mount(element: web_sys::Element, options: Options) -> Handle {
    Handle::mount(element, options)
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
