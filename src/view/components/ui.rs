//! What every view draws with: the sentences, the callback for actions, and the controls made of both.

use crate::app::Action;
use crate::view::markup::{EventKind, Node, h, h_text};
use crate::words::{Text, Words};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};
use yew::{AttrValue, Callback};

/// The context of a view.
#[derive(Clone, Copy)]
pub struct Ui<'a> {
    /// The sentences in the reader's language.
    pub words: &'a Words,
    /// The callback for actions.
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

    /// A button that dispatches an action; `spec` is its element and classes, as in [`h`].
    pub fn button(&self, spec: &'static str, name: Text, action: impl Into<Action>) -> Node {
        h(spec).attr("type", "button").on_click(self.act, action).text(self.text(name))
    }

    /// A checkbox; `make` gives the action for its new state.
    pub fn tick<A: Into<Action>>(&self, on: bool, locked: bool, make: impl Fn(bool) -> A + 'static) -> Node {
        let make = move |event: &Event| make(input_of(event).is_some_and(|input| input.checked()));
        h("input").attr("type", "checkbox").checked(on).flag("disabled", locked).on(EventKind::Change, self.act, make)
    }

    /// A radio button of the group `name`.
    pub fn choice(&self, name: impl Into<AttrValue>, on: bool, locked: bool, action: impl Into<Action>) -> Node {
        let action = action.into();
        h("input").attr("type", "radio").attr("name", name).checked(on).flag("disabled", locked).on(
            EventKind::Change,
            self.act,
            move |_| action.clone(),
        )
    }
}

/// The text in the field that is the target of an event.
pub fn value_of(event: &Event) -> String {
    let area = || event.target()?.dyn_into::<HtmlTextAreaElement>().ok();
    input_of(event).map(|input| input.value()).or_else(|| area().map(|area| area.value())).unwrap_or_default()
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
