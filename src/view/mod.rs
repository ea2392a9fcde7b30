//! The view, in Yew. It does not depend on the page around the widget: it asks for everything through [`Host`].

mod brief;
mod components;
mod cx;
mod desk;
mod estimator;
mod focus;
mod host;
mod keys;
mod markup;
mod memo;
mod reply;
mod root;
mod timer;

pub use host::{BRIEF, BriefDoor, DESK, DeskDoor, Doors, Host, REPLY, ReplyDoor};
pub use root::Handle;

use crate::app::Action;
use crate::proposal::Value;
use crate::words::{Language, Text};
use components::ui::Ui;
use markup::{Node, h};
use std::rc::Rc;

/// The mode of a widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A prospect who estimates a project, or answers a brief.
    #[default]
    Estimate,
    /// A consultant who composes a brief.
    Compose,
}

/// The options with which a widget is mounted.
pub struct Options {
    /// The agency's file, as the page gives it.
    pub agency: Option<Value>,
    /// The mode.
    pub mode: Mode,
    /// A sealed brief or reply to open.
    pub link: Option<String>,
    /// The language, if the page asks for one; `None` means the default language.
    pub language: Option<Language>,
    /// The public address that shared links start with. It may have a fragment, if the link's key can be appended to
    /// it.
    pub address: String,
    /// The page around the widget.
    pub host: Rc<dyn Host>,
    /// The doors of the chunks that are loaded at the start.
    pub doors: Doors,
    /// Whether the system has a share sheet.
    pub shares: bool,
    /// Whether `link` is the user's own estimate from before a reload, not a brief that somebody sent.
    pub resumes: bool,
}

/// Mounts a widget on an element, in place of everything in it.
pub fn mount(element: web_sys::Element, options: Options) -> Handle {
    Handle::mount(element, options)
}

/// The buttons that switch the language.
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
