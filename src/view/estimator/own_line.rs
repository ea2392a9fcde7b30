//! Lines that the user adds: their label, quantity, price and advice can be typed.

use crate::app::{BriefAction, Field, Side, parts};
use crate::brief::{TaxWords, WorkRow};
use crate::proposal::{Line, Lock};
use crate::view::components::field::Input;
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::estimator::scope;
use crate::view::focus::ADD_LINE;
use crate::view::markup::{Node, h, text};
use crate::view::memo::{AnyView, View};
use crate::words::{Text, symbol_of};

/// The row with the button that adds a line, hidden if the agency has locked the options.
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

/// The functions that draw a line which the user added. They are in the brief's chunk.
pub struct OwnLine {
    /// Draws the production side.
    pub made: fn(&Cx, &Line, &WorkRow) -> AnyView,
    /// Draws the label and the price of a side of the line.
    pub side: fn(&Cx, &'static str, (&Line, Side), &str) -> AnyView,
}

/// The functions of this file.
pub static OWN_LINE: OwnLine = OwnLine { made, side };

/// The production side: label, quantity and price; for a prospect, also a note and the button that removes the line.
fn made(cx: &Cx, line: &Line, set: &WorkRow) -> AnyView {
    let composing = cx.app.is_composing();
    let currency = &cx.app.proposal().currency;
    let tax = TaxWords::new(cx.app.proposal(), cx.words());
    let named = |text| match composing {
        true => [tax.fill(text, cx.words()), cx.text(Text::Colon), cx.words().typeset(&line.label)].concat(),
        false => tax.fill(text, cx.words()),
    };
    let quantity = Field::Quantity { line: line.id.clone() };
    let price = Field::Price { line: line.id.clone() };
    AnyView::new(Made {
        id: line.id.clone(),
        label: Label::new(cx, "div.part made", (line, Side::Made), &set.made.price),
        quantity: Input::new(cx, quantity, Some(named(Text::OwnQuantity))),
        price: line.unit_price.known().map(|_| Input::new(cx, price, Some(named(Text::OwnPrice)))),
        range: parts(&line.unit_price).iter().map(|x| cx.words().number(*x, 2)).collect::<Vec<_>>().join(" – "),
        priced: line.percent_of.is_none(),
        currency: symbol_of(currency).unwrap_or(currency).to_owned(),
        composing,
    })
}

/// The label and the price of a side of the line.
fn side(cx: &Cx, spec: &'static str, side: (&Line, Side), price: &str) -> AnyView {
    AnyView::new(Label::new(cx, spec, side, price))
}

#[derive(PartialEq)]
struct Made {
    id: String,
    label: Label,
    quantity: Input,
    /// The field of its price; `None` for a range, which the desk sets elsewhere.
    price: Option<Input>,
    /// The numbers of the price.
    range: String,
    /// Whether it has a price of its own.
    priced: bool,
    /// The symbol of the currency, else its code.
    currency: String,
    composing: bool,
}

impl View for Made {
    fn draw(&self, ui: &Ui) -> Node {
        let price = self.price.as_ref().map_or_else(|| text(self.range.clone()), |price| price.draw(ui));
        let detail = h("span.detail")
            .flag("hidden", !self.priced)
            .child(self.quantity.draw(ui))
            .text(" × ")
            .child(price)
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
    /// The price of this side.
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
