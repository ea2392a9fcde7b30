//! What every view draws with: the words, where actions go, and the controls made of both.

use crate::app::Action;
use crate::view::markup::{EventKind, Node, h, h_text};
use crate::words::{Text, Words};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};
use yew::Callback;

/// The words of the reader, and where actions go.
#[derive(Clone, Copy)]
pub struct Ui<'a> {
    /// The words of the reader.
    pub words: &'a Words,
    /// Where actions go.
    pub act: &'a Callback<Action>,
}

impl Ui<'_> {
    /// A sentence.
    pub fn text(&self, text: Text) -> String {
        self.words.text(text)
    }

    /// An element that holds a sentence.
    pub fn h(&self, spec: &'static str, sentence: Text) -> Node {
        h_text(spec, self.text(sentence))
    }

    /// A button, beginning with its classes, that does one thing.
    pub fn button(&self, spec: &'static str, name: Text, action: impl Into<Action>) -> Node {
        h(spec).attr("type", "button").on_click(self.act, action).text(self.text(name))
    }

    /// A box to tick.
    pub fn tick<A: Into<Action>>(&self, on: bool, locked: bool, make: impl Fn(bool) -> A + 'static) -> Node {
        let make = move |event: &Event| make(input_of(event).is_some_and(|input| input.checked()));
        h("input").attr("type", "checkbox").checked(on).flag("disabled", locked).on(EventKind::Change, self.act, make)
    }

    /// One choice of several that carry the same name.
    pub fn choice(&self, name: &'static str, on: bool, locked: bool, action: impl Into<Action>) -> Node {
        let action = action.into();
        h("input").attr("type", "radio").attr("name", name).checked(on).flag("disabled", locked).on(
            EventKind::Change,
            self.act,
            move |_| action.clone(),
        )
    }
}

/// What stands in the field that an event comes from.
pub fn value_of(event: &Event) -> String {
    let area = || event.target()?.dyn_into::<HtmlTextAreaElement>().ok();
    input_of(event).map(|input| input.value()).or_else(|| area().map(|area| area.value())).unwrap_or_default()
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
