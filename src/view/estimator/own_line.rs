//! Lines of the person's own, on both sides of the spine: a label, a price, advice, all to be typed.

use crate::app::{BriefAction, Field, Side};
use crate::brief::WorkRow;
use crate::proposal::{Line, Lock};
use crate::view::components::field::Input;
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::estimator::scope;
use crate::view::focus::ADD_LINE;
use crate::view::markup::{Node, h};
use crate::view::memo::{AnyView, View};
use crate::words::{Text, symbol_of};

/// The row that adds a line, where the agency leaves the choice.
pub fn add(cx: &Cx) -> Node {
    let locked = cx.app.is_locked(Lock::Options);
    h("li.line add")
        .key("add")
        .flag("hidden", locked)
        .child(
            h("div.part made").child(
                cx.button("button.button quiet", Text::AddLine, BriefAction::AddLine).attr("data-add", ADD_LINE),
            ),
        )
        .child(h("div.part thought"))
}

/// How a line of the person's own is drawn, which takes the chunk of the brief.
pub struct OwnLine {
    /// What is made.
    pub made: fn(&Cx, &Line, &WorkRow) -> AnyView,
    /// The label of a side of the line, and what it costs.
    pub side: fn(&Cx, &'static str, (&Line, Side), &str) -> AnyView,
}

/// These functions.
pub static OWN_LINE: OwnLine = OwnLine { made, side };

/// What is made: its label, its quantity and its price; of a prospect's own line, what it is and the way out.
fn made(cx: &Cx, line: &Line, set: &WorkRow) -> AnyView {
    let composing = cx.app.is_composing();
    let currency = &cx.app.proposal().currency;
    let named = |text| match composing {
        true => [cx.text(text), cx.text(Text::Colon), cx.words().set(&line.label)].concat(),
        false => cx.text(text),
    };
    let quantity = Field::Quantity { line: line.id.clone() };
    let price = Field::Price { line: line.id.clone() };
    AnyView::new(Made {
        id: line.id.clone(),
        label: Label::new(cx, "div.part made", (line, Side::Made), &set.made.price),
        quantity: Input::new(cx, quantity, Some(named(Text::OwnQuantity))),
        price: Input::new(cx, price, Some(named(Text::OwnPrice))),
        currency: symbol_of(currency).unwrap_or(currency).to_owned(),
        composing,
    })
}

/// The label of a side of the line, and what it costs.
fn side(cx: &Cx, spec: &'static str, side: (&Line, Side), price: &str) -> AnyView {
    AnyView::new(Label::new(cx, spec, side, price))
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
        let detail = h("span.detail")
            .child(self.quantity.draw(ui))
            .text(" × ")
            .child(self.price.draw(ui))
            .text(["\u{a0}", &self.currency].concat());
        let remove = ui.button("button.button quiet", Text::RemoveLine, BriefAction::RemoveLine(self.id.clone()));
        let note = h("span.detail small").flag("hidden", self.composing);
        let note = note.text([&ui.text(Text::OwnNote), " "].concat()).child(remove);
        self.label.draw(ui).child(detail).child(note)
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
    fn new(cx: &Cx, spec: &'static str, (line, side): (&Line, Side), price: &str) -> Self {
        let name = match (cx.app.is_composing(), side) {
            (false, Side::Made) => Text::OwnLabel,
            (false, Side::Thought) => Text::OwnAdvice,
            (true, Side::Made) => Text::Made,
            (true, Side::Thought) => Text::Thought,
        };
        let field = Field::Label { line: line.id.clone(), side };
        Self { spec, input: Input::new(cx, field, Some(cx.text(name))), price: price.to_owned() }
    }
}

impl View for Label {
    fn draw(&self, ui: &Ui) -> Node {
        h(self.spec).child(h("span.what").child(self.input.draw(ui))).child(scope::price(&self.price))
    }
}
