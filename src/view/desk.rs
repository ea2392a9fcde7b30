//! What every part of a screen is given: the state to read and the way to act on it.

use super::markup::{Heard, Node, say, several, tag, text};
use crate::app::{Action, App, Field};
use crate::proposal::Fault;
use crate::words::{Text, Words, fault_sentence};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};
use yew::Callback;

/// The state, and where actions go.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The state.
    pub app: &'a App,
    /// Where actions go.
    pub act: &'a Callback<Action>,
    /// Whether the system has a share sheet.
    pub shares: bool,
}

impl<'a> Desk<'a> {
    /// The words of the reader.
    pub fn words(&self) -> &'a Words {
        self.app.words()
    }

    /// A sentence.
    pub fn text(&self, text: Text) -> String {
        self.words().text(text)
    }

    /// What is wrong, and what to do.
    pub fn fault(&self, fault: &Fault) -> String {
        fault_sentence(fault, self.words().language())
    }

    /// An element that holds a sentence.
    pub fn say(&self, spec: &'static str, sentence: Text) -> Node {
        say(spec, self.text(sentence))
    }

    /// A button, beginning with its classes, that does one thing.
    pub fn button(&self, spec: &'static str, name: Text, action: Action) -> Node {
        tag(spec).set("type", "button").click(self.act, action).text(self.text(name))
    }

    /// A box to tick.
    pub fn tick(&self, on: bool, locked: bool, make: impl Fn(bool) -> Action + 'static) -> Node {
        let make = move |event: &Event| make(input_of(event).is_some_and(|input| input.checked()));
        tag("input").set("type", "checkbox").checked(on).mark("disabled", locked).on(Heard::Change, self.act, make)
    }

    /// One choice of several that carry the same name.
    pub fn choice(&self, name: &'static str, on: bool, locked: bool, action: Action) -> Node {
        tag("input").set("type", "radio").set("name", name).checked(on).mark("disabled", locked).on(
            Heard::Change,
            self.act,
            move |_| action.clone(),
        )
    }
}

/// Characters of a name that surely fit one line of its blank.
const LABEL_CHARACTERS: usize = 22;

/// A blank to fill in: it shows what was typed, verbatim, until it is left.
pub fn blank(desk: &Desk, field: Field, label: Option<String>) -> Node {
    let content = desk.app.text_of(&field);
    let locked = desk.app.is_closed(&field);
    let is_label = field.is_text();
    let refused = desk.app.refused(&field.row());
    let wrong = refused.is_some_and(|refused| refused.field.as_ref().is_none_or(|own| *own == field));
    const WIDTHS: [&str; 11] = ["w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "w10", "w11", "w12"];
    let characters = content.chars().count();
    let left = field.clone();
    let input = if is_label && desk.app.is_composing() {
        // Whole names are in view, as prospects will see them.
        tag("textarea").set("rows", (1 + characters / LABEL_CHARACTERS).to_string())
    } else {
        tag("input").set("type", "text").set("inputmode", if is_label { "text" } else { "decimal" })
    };
    let mut input = input
        .set("autocomplete", "off")
        .class(&["fill", if is_label { "label" } else { WIDTHS[characters.clamp(2, 12) - 2] }])
        .mark("readonly", locked)
        .value(content)
        .on(Heard::Input, desk.act, move |event| Action::Typed(field.clone(), value_of(event)))
        .on(Heard::FocusOut, desk.act, move |_| Action::Left(left.clone()));
    if wrong {
        input = input.set("aria-invalid", "true");
    }
    if let Some(label) = label {
        if is_label {
            input = input.set("placeholder", label.clone());
        }
        input = input.set("aria-label", label);
    }
    input
}

/// A sentence with its strong (`*…*`) and raised (`^…^`) parts.
pub fn rich(sentence: &str) -> Node {
    let parts = sentence.split('*').enumerate();
    several(parts.map(|(i, part)| if i % 2 == 1 { tag("strong").put(raised(part)) } else { raised(part) }).collect())
}

fn raised(sentence: &str) -> Node {
    let parts = sentence.split('^').map(str::to_owned).enumerate();
    several(parts.map(|(i, part)| if i % 2 == 1 { say("sup", part) } else { text(part) }).collect())
}

/// What stands in the field that an event comes from.
pub fn value_of(event: &Event) -> String {
    let area = || event.target()?.dyn_into::<HtmlTextAreaElement>().ok();
    input_of(event).map(|input| input.value()).or_else(|| area().map(|area| area.value())).unwrap_or_default()
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
