//! What a person sees. It must not know which page it stands in: whatever the page is to do goes through [`Host`].

mod brief;
mod components;
mod cx;
mod desk;
mod estimator;
mod focus;
mod host;
mod markup;
mod memo;
mod reply;
mod root;

pub use host::{BRIEF, BriefDoor, DESK, DeskDoor, Doors, Host, REPLY, ReplyDoor};
pub use root::Handle;

use crate::app::Action;
use crate::proposal::{Date, Value};
use crate::words::{Language, Text};
use components::ui::Ui;
use markup::{Node, h};
use std::rc::Rc;

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
        h("button.button quiet")
            .attr("type", "button")
            .attr("lang", language.code())
            .attr("aria-pressed", if present == language { "true" } else { "false" })
            .on_click(ui.act, Action::LanguageChosen(language))
            .text(name)
    };
    h("div.actions languages")
        .attr("role", "group")
        .attr("aria-label", ui.text(Text::Language))
        .child(choice(Language::French, "Français"))
        .child(choice(Language::English, "English"))
}
