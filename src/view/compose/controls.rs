//! Controls of the desk: labelled boxes, choices, and what moves or removes a row.

use super::super::desk::Desk;
use super::super::input::Input;
use super::super::markup::{Heard, Node, say, several, tag};
use super::super::notices;
use super::super::ui::Ui;
use crate::app::{Action, DeskAction, Field, Row};
use crate::words::Text;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};

/// A labelled box for a text or a day; `kind` is that of the input, or `area` for several lines.
pub fn entry(desk: &Desk, spec: &'static str, field: Field, name: String, kind: &'static str) -> Node {
    // A row of several boxes says once why it is refused.
    let why = match field.row() {
        row @ Row::Entry(_) => notices::refused(desk, &row),
        _ => several(Vec::new()),
    };
    labelled(&desk.ui(), spec, &Input::new(desk, field, None), name, kind).put(why)
}

/// A labelled box; `kind` is that of the input, or `area` for several lines.
pub fn labelled(ui: &Ui, spec: &'static str, input: &Input, name: String, kind: &'static str) -> Node {
    let element = if kind == "area" { tag("textarea").set("rows", "4") } else { tag("input").set("type", kind) };
    tag(spec).put(tag("label").put(say("span", name)).put(input.bind(ui, element)))
}

/// One of several, in a menu: what each is called, whether it is chosen, what choosing it does.
pub fn menu(ui: &Ui, name: String, options: Vec<(String, bool, Action)>) -> Node {
    let (mut shown, mut acts) = (Vec::new(), Vec::new());
    for (label, on, action) in options {
        shown.push(tag("option").chosen(on).text(label));
        acts.push(action);
    }
    let chosen = move |event: &Event| {
        let menu = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let place = menu.map_or(0, |menu| menu.selected_index().max(0) as usize);
        acts[place.min(acts.len() - 1)].clone()
    };
    let menu = tag("select").all(shown).on(Heard::Change, ui.act, chosen);
    tag("div.field").put(tag("label").put(say("span", name)).put(menu))
}

/// A box to tick, with what it says.
pub fn check<A: Into<Action>>(
    ui: &Ui,
    text: String,
    on: bool,
    locked: bool,
    make: impl Fn(bool) -> A + 'static,
) -> Node {
    tag("label.check").put(ui.tick(on, locked, make)).text(text)
}

/// What moves a row, or removes it; the name says which.
pub fn movers(ui: &Ui, row: &Row, label: &str, place: usize, last: usize) -> Node {
    let named = |spec: &'static str, text: Text, action| {
        let name = [&ui.text(text), &ui.text(Text::Colon), label].concat();
        ui.button(spec, text, action).set("aria-label", name)
    };
    let way = |spec, text, up, at_end| -> Node {
        named(spec, text, DeskAction::MoveRow(row.clone(), up)).mark("disabled", at_end)
    };
    tag("p.actions small")
        .put(way("button.button quiet up", Text::MoveUp, true, place == 0))
        .put(way("button.button quiet down", Text::MoveDown, false, place >= last))
        .put(named("button.button quiet", Text::Remove, DeskAction::RemoveRow(row.clone())))
}
