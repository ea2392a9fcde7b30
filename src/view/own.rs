//! Lines of the person's own, on both sides of the spine: a label, a price, advice, all to be typed.

use super::desk::{Desk, blank};
use super::focus::ADD_LINE;
use super::markup::{Node, tag, text};
use super::scope;
use crate::app::{Action, Field, Side};
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
                .put(desk.button("button.button quiet", Text::AddLine, Action::LineAdded).set("data-add", ADD_LINE)),
        )
        .put(tag("div.part thought"))
}

/// What is made: its label, its quantity and its price; of a prospect's own line, what it is and the way out.
pub fn made(desk: &Desk, line: &Line, set: &WorkRow) -> Node {
    let quantity = Field::Quantity { line: line.id.clone() };
    let price = Field::Price { line: line.id.clone() };
    let currency = &desk.app.proposal().currency;
    let sign = symbol_of(currency).unwrap_or(currency);
    let named = |text| match desk.app.is_composing() {
        true => [desk.text(text), desk.text(Text::Colon), desk.words().set(&line.label)].concat(),
        false => desk.text(text),
    };
    let detail = tag("span.detail")
        .put(blank(desk, quantity, Some(named(Text::OwnQuantity))))
        .put(text(" × "))
        .put(blank(desk, price, Some(named(Text::OwnPrice))))
        .text(["\u{a0}", sign].concat());
    let remove = desk.button("button.button quiet", Text::RemoveLine, Action::LineRemoved(line.id.clone()));
    let note = tag("span.detail small").mark("hidden", desk.app.is_composing());
    side(desk, "div.part made", (line, Side::Made), &set.made.price)
        .put(detail)
        .put(note.text([&desk.text(Text::OwnNote), " "].concat()).put(remove))
}

/// The label of a side of the line, and what it costs.
pub fn side(desk: &Desk, spec: &'static str, (line, side): (&Line, Side), price: &str) -> Node {
    let name = match (desk.app.is_composing(), side) {
        (false, Side::Made) => Text::OwnLabel,
        (false, Side::Thought) => Text::OwnAdvice,
        (true, Side::Made) => Text::Made,
        (true, Side::Thought) => Text::Thought,
    };
    let field = Field::Label { line: line.id.clone(), side };
    tag(spec).put(tag("span.what").put(blank(desk, field, Some(desk.text(name))))).put(scope::price(price))
}
