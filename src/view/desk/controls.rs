//! Controls of the desk: labelled fields, menus, checkboxes, and the buttons that move or remove a row.

use crate::app::{Action, DeskAction, Field, Row};
use crate::view::components::field::Input;
use crate::view::components::notices;
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::markup::{EventKind, Node, fragment, h, h_text};
use crate::words::Text;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};

/// A labelled field for a text or a date; `kind` is the type of the input, or `area` for several lines.
pub fn entry(cx: &Cx, spec: &'static str, field: Field, name: String, kind: &'static str) -> Node {
    // A row of several fields shows only once why it was refused.
    let why = match field.row() {
        row @ Row::Entry(_) => notices::refused(cx, &row),
        _ => fragment(Vec::new()),
    };
    labelled(&cx.ui(), spec, &Input::new(cx, field, None), name, kind).child(why)
}

/// A labelled field; `kind` is the type of the input, or `area` for several lines.
pub fn labelled(ui: &Ui, spec: &'static str, input: &Input, name: String, kind: &'static str) -> Node {
    let element = if kind == "area" { h("textarea").attr("rows", "4") } else { h("input").attr("type", kind) };
    h(spec).child(h("label").child(h_text("span", name)).child(input.bind(ui, element)))
}

/// A menu with its label; each option has a label, whether it is selected, and the action for choosing it.
pub fn menu(ui: &Ui, name: String, options: Vec<(String, bool, Action)>) -> Node {
    h("div.field").child(h("label").child(h_text("span", name)).child(select(ui, options)))
}

/// A menu without a label.
pub fn select(ui: &Ui, options: Vec<(String, bool, Action)>) -> Node {
    let (mut shown, mut acts) = (Vec::new(), Vec::new());
    for (label, on, action) in options {
        shown.push(h("option").selected(on).text(label));
        acts.push(action);
    }
    let chosen = move |event: &Event| {
        let menu = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let place = menu.map_or(0, |menu| menu.selected_index().max(0) as usize);
        acts[place.min(acts.len() - 1)].clone()
    };
    h("select").children(shown).on(EventKind::Change, ui.act, chosen)
}

/// A checkbox with its label.
pub fn check<A: Into<Action>>(
    ui: &Ui,
    text: String,
    on: bool,
    locked: bool,
    make: impl Fn(bool) -> A + 'static,
) -> Node {
    h("label.check").child(ui.tick(on, locked, make)).text(text)
}

/// The buttons that move or remove a row; `label` completes their accessible names.
pub fn movers(ui: &Ui, row: &Row, label: &str, place: usize, last: usize) -> Node {
    let named = |spec: &'static str, text: Text, action| {
        let name = [&ui.text(text), &ui.text(Text::Colon), label].concat();
        ui.button(spec, text, action).attr("aria-label", name)
    };
    let way = |spec, text, up, at_end| -> Node {
        named(spec, text, DeskAction::MoveRow(row.clone(), up)).flag("disabled", at_end)
    };
    h("p.actions small")
        .child(way("button.button quiet up", Text::MoveUp, true, place == 0))
        .child(way("button.button quiet down", Text::MoveDown, false, place >= last))
        .child(named("button.button quiet", Text::Remove, DeskAction::RemoveRow(row.clone())))
}
