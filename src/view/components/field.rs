//! A field that can be typed in. It shows the typed text verbatim until it loses the focus.

use crate::app::{Action, Field};
use crate::view::components::ui::{Ui, value_of};
use crate::view::cx::Cx;
use crate::view::markup::{EventKind, Node, h};
use crate::words::cells;

/// Characters of a name that always fit into one line of its field.
const LABEL_CHARACTERS: usize = 22;

/// A field and its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The field.
    pub field: Field,
    /// Its text.
    pub text: String,
    /// Whether its text was refused.
    pub wrong: bool,
    /// Its accessible name, if it has no label.
    name: Option<String>,
    /// Whether it is read-only.
    closed: bool,
    /// Whether it shows a name in as many lines as needed.
    tall: bool,
}

impl Input {
    /// The field in its current state.
    pub fn new(cx: &Cx, field: Field, name: Option<String>) -> Self {
        let refused = cx.app.refused(&field.row());
        Self {
            text: cx.app.text_of(&field),
            wrong: refused.is_some_and(|refused| refused.field.as_ref().is_none_or(|own| *own == field)),
            name,
            closed: cx.app.is_closed(&field),
            // At the desk, names are shown in full, as prospects will see them.
            tall: field.is_text() && cx.app.is_composing(),
            field,
        }
    }

    /// Draws the field as a blank inside a sentence.
    pub fn draw(&self, ui: &Ui) -> Node {
        const WIDTHS: [&str; 11] = ["w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "w10", "w11", "w12"];
        let characters = self.text.chars().count();
        let is_label = self.field.is_text();
        let input = if self.tall {
            h("textarea").attr("rows", (1 + characters / LABEL_CHARACTERS).to_string())
        } else {
            h("input").attr("type", "text").attr("inputmode", if is_label { "text" } else { "decimal" })
        };
        let width = if is_label { "label" } else { WIDTHS[characters.clamp(2, 12) - 2] };
        let mut input = self.bind(ui, input.class(&["fill", width]).flag("readonly", self.closed));
        if let Some(name) = &self.name {
            if is_label {
                input = input.attr("placeholder", name.clone());
            }
            input = input.attr("aria-label", name.clone());
        }
        input
    }

    /// Gives an element the field's text, and listens to typing and to the loss of the focus.
    pub fn bind(&self, ui: &Ui, element: Node) -> Node {
        let (typed, left) = (self.field.clone(), self.field.clone());
        let element = element
            .attr("autocomplete", "off")
            .value(self.text.clone())
            .on(EventKind::Input, ui.act, move |event| Action::Typed(typed.clone(), value_of(event)))
            .on(EventKind::FocusOut, ui.act, move |_| Action::Left(left.clone()));
        let element = if self.field.is_text() { element } else { self.bind_paste(ui, element) };
        if self.wrong { element.attr("aria-invalid", "true") } else { element }
    }

    /// Types cells pasted from a table into the fields of the shape. The browser would join cells of one column into
    /// one text.
    fn bind_paste(&self, ui: &Ui, element: Node) -> Node {
        let field = self.field.clone();
        element.on_paste(ui.act, move |text| {
            let cells = cells(text);
            (cells.len() > 1).then(|| Action::Typed(field.clone(), cells.join("\t")))
        })
    }
}

/// A field as a blank inside a sentence.
pub fn blank(cx: &Cx, field: Field, name: Option<String>) -> Node {
    Input::new(cx, field, name).draw(&cx.ui())
}
