//! Lines of the person's own, on both sides of the spine: a label, a price, advice, all to be typed.

use super::desk::Desk;
use super::focus::ADD_LINE;
use super::input::Input;
use super::markup::{Node, tag};
use super::memo::{AnyView, View};
use super::scope;
use super::ui::Ui;
use crate::app::{BriefAction, Field, Side};
use crate::brief::WorkRow;
use crate::proposal::{Line, Lock};
use crate::words::{Text, symbol_of};

/// The row that adds a line, where the agency leaves the choice.
pub fn add(desk: &Desk) -> Node {
    let locked = desk.app.is_locked(Lock::Options);
    tag("li.line add")
        .key("add")
        .mark("hidden", locked)
        .put(
            tag("div.part made")
                .put(desk.button("button.button quiet", Text::AddLine, BriefAction::AddLine).set("data-add", ADD_LINE)),
        )
        .put(tag("div.part thought"))
}

/// How a line of the person's own is drawn, which takes the chunk of the brief.
pub struct OwnLine {
    /// What is made.
    pub made: fn(&Desk, &Line, &WorkRow) -> AnyView,
    /// The label of a side of the line, and what it costs.
    pub side: fn(&Desk, &'static str, (&Line, Side), &str) -> AnyView,
}

/// These functions.
pub static OWN_LINE: OwnLine = OwnLine { made, side };

/// What is made: its label, its quantity and its price; of a prospect's own line, what it is and the way out.
fn made(desk: &Desk, line: &Line, set: &WorkRow) -> AnyView {
    let composing = desk.app.is_composing();
    let currency = &desk.app.proposal().currency;
    let named = |text| match composing {
        true => [desk.text(text), desk.text(Text::Colon), desk.words().set(&line.label)].concat(),
        false => desk.text(text),
    };
    let quantity = Field::Quantity { line: line.id.clone() };
    let price = Field::Price { line: line.id.clone() };
    AnyView::new(Made {
        id: line.id.clone(),
        label: Label::new(desk, "div.part made", (line, Side::Made), &set.made.price),
        quantity: Input::new(desk, quantity, Some(named(Text::OwnQuantity))),
        price: Input::new(desk, price, Some(named(Text::OwnPrice))),
        currency: symbol_of(currency).unwrap_or(currency).to_owned(),
        composing,
    })
}

/// The label of a side of the line, and what it costs.
fn side(desk: &Desk, spec: &'static str, side: (&Line, Side), price: &str) -> AnyView {
    AnyView::new(Label::new(desk, spec, side, price))
}

#[derive(PartialEq)]
struct Made {
    id: String,
    label: Label,
    quantity: Input,
    price: Input,
    /// The sign of the currency.
    currency: String,
    composing: bool,
}

impl View for Made {
    fn draw(&self, ui: &Ui) -> Node {
        let detail = tag("span.detail")
            .put(self.quantity.draw(ui))
            .text(" × ")
            .put(self.price.draw(ui))
            .text(["\u{a0}", &self.currency].concat());
        let remove = ui.button("button.button quiet", Text::RemoveLine, BriefAction::RemoveLine(self.id.clone()));
        let note = tag("span.detail small").mark("hidden", self.composing);
        let note = note.text([&ui.text(Text::OwnNote), " "].concat()).put(remove);
        self.label.draw(ui).put(detail).put(note)
    }
}

#[derive(PartialEq)]
struct Label {
    spec: &'static str,
    input: Input,
    /// What this side costs.
    price: String,
}

impl Label {
    fn new(desk: &Desk, spec: &'static str, (line, side): (&Line, Side), price: &str) -> Self {
        let name = match (desk.app.is_composing(), side) {
            (false, Side::Made) => Text::OwnLabel,
            (false, Side::Thought) => Text::OwnAdvice,
            (true, Side::Made) => Text::Made,
            (true, Side::Thought) => Text::Thought,
        };
        let field = Field::Label { line: line.id.clone(), side };
        Self { spec, input: Input::new(desk, field, Some(desk.text(name))), price: price.to_owned() }
    }
}

impl View for Label {
    fn draw(&self, ui: &Ui) -> Node {
        tag(self.spec).put(tag("span.what").put(self.input.draw(ui))).put(scope::price(&self.price))
    }
}
