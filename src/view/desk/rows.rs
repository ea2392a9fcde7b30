//! The controls that the desk adds to the estimator's lines and factors: order, names, shapes.

use crate::app::{Action, DeskAction, Field, List, NameOf, Row, RowChoice, ShapeKind};
use crate::proposal::{Factor, Holder, Line, Shape, SourceKind};
use crate::view::components::field::Input;
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::desk::controls::{check, labelled, menu, movers};
use crate::view::focus::add_name;
use crate::view::markup::{Node, h, h_text};
use crate::view::memo::{AnyView, View};
use crate::words::Text;

const HOLDERS: [Text; 4] = [Text::HeldByAgency, Text::HeldByClient, Text::HeldByThird, Text::HeldByMarket];
const SOURCES: [(SourceKind, Text); 4] = [
    (SourceKind::Record, Text::SourceRecord),
    (SourceKind::Client, Text::SourceClient),
    (SourceKind::Public, Text::SourcePublic),
    (SourceKind::Guess, Text::SourceGuess),
];
const KINDS: [(ShapeKind, Text); 6] = [
    (ShapeKind::Pert, Text::KindPert),
    (ShapeKind::Fixed, Text::Known),
    (ShapeKind::Interval90, Text::KindInterval),
    (ShapeKind::Uniform, Text::KindUniform),
    (ShapeKind::Chance, Text::Chance),
    (ShapeKind::Count, Text::KindCount),
];

/// The controls that the desk adds to rows which prospects see as well.
pub struct Controls {
    /// The controls of a line.
    pub line: fn(&Cx, &Line) -> AnyView,
    /// The controls of a factor.
    pub factor: fn(&Cx, &Factor) -> AnyView,
    /// The button that adds a row to a list, with its name and whether it is locked.
    pub add: fn(&Cx, Text, List, bool) -> Node,
}

/// The functions of this file.
pub static CONTROLS: Controls = Controls { line, factor, add };

/// The controls of a line.
fn line(cx: &Cx, line: &Line) -> AnyView {
    let lines = &cx.app.proposal().lines;
    let unit = Field::Name { of: NameOf::LineUnit, id: line.id.clone() };
    AnyView::new(LineHandles {
        order: Order::new(Row::Line(line.id.clone()), &line.label, lines.iter().map(|own| own.id == line.id)),
        unit: Input::new(cx, unit, None),
        optional: line.optional,
        advised: line.advice.is_some(),
    })
}

/// The controls of a factor.
fn factor(cx: &Cx, factor: &Factor) -> AnyView {
    let factors = &cx.app.proposal().factors;
    let input = |of| Input::new(cx, Field::Name { of, id: factor.id.clone() }, None);
    let has_unit = !matches!(factor.value, Shape::Chance(_));
    AnyView::new(FactorHandles {
        order: Order::new(Row::Factor(factor.id.clone()), &factor.label, factors.iter().map(|own| own.id == factor.id)),
        name: input(NameOf::Factor),
        unit: has_unit.then(|| input(NameOf::FactorUnit)),
        source: input(NameOf::Source),
        kind: ShapeKind::of(&factor.value),
        holder: factor.holder,
        source_kind: factor.source.as_ref().map(|source| source.kind).unwrap_or_default(),
        leaving: leaving(cx, factor),
    })
}

/// A row, with its index and that of the last row of its list.
#[derive(PartialEq)]
struct Order {
    row: Row,
    label: String,
    place: usize,
    last: usize,
}

impl Order {
    /// A row; `is_it` says of each row of the list whether it is this one.
    fn new(row: Row, label: &str, is_it: impl ExactSizeIterator<Item = bool>) -> Self {
        let last = is_it.len().saturating_sub(1);
        let place = is_it.enumerate().find(|(_, is_it)| *is_it).map_or(0, |(place, _)| place);
        Self { row, label: label.to_owned(), place, last }
    }

    fn draw(&self, ui: &Ui) -> Node {
        movers(ui, &self.row, &self.label, self.place, self.last)
    }
}

/// The controls of a line.
#[derive(PartialEq)]
struct LineHandles {
    order: Order,
    unit: Input,
    optional: bool,
    advised: bool,
}

impl View for LineHandles {
    fn draw(&self, ui: &Ui) -> Node {
        let (optional, advised) = (self.order.row.clone(), self.order.row.clone());
        let fields = h("div.fields")
            .child(labelled(ui, "div.field", &self.unit, ui.text(Text::UnitField), "text"))
            .child(check(ui, ui.text(Text::IsOptional), self.optional, false, move |on| {
                DeskAction::Choose(optional.clone(), RowChoice::Optional(on))
            }))
            .child(check(ui, ui.text(Text::HasAdvice), self.advised, false, move |on| {
                DeskAction::Choose(advised.clone(), RowChoice::Advised(on))
            }));
        let details = h("details.small").child(ui.h("summary", Text::MoreSettings)).child(fields);
        h("div.handles").child(self.order.draw(ui)).child(details)
    }
}

/// The controls of a factor.
#[derive(PartialEq)]
struct FactorHandles {
    order: Order,
    name: Input,
    unit: Option<Input>,
    source: Input,
    kind: ShapeKind,
    holder: Holder,
    source_kind: SourceKind,
    /// The note on the benefits that are removed with it.
    leaving: String,
}

impl View for FactorHandles {
    fn draw(&self, ui: &Ui) -> Node {
        let choice = |text: Text, on, choice| {
            (ui.text(text), on, Action::from(DeskAction::Choose(self.order.row.clone(), choice)))
        };
        let holders = Holder::ALL.into_iter().zip(HOLDERS);
        let holders = holders.map(|(own, text)| choice(text, own == self.holder, RowChoice::Holder(own))).collect();
        let sources = SOURCES.map(|(own, text)| choice(text, own == self.source_kind, RowChoice::Source(own)));
        let kinds = KINDS.map(|(own, text)| choice(text, own == self.kind, RowChoice::Shape(own)));
        let field = |input: &Input, name| labelled(ui, "div.field", input, ui.text(name), "text");
        let unit = self.unit.as_ref().map_or_else(|| h_text("p.note", ""), |unit| field(unit, Text::UnitField));
        let fields = h("div.fields")
            .child(field(&self.name, Text::FactorField))
            .child(menu(ui, ui.text(Text::KindField), kinds.to_vec()))
            .child(unit)
            .child(menu(ui, ui.text(Text::HolderColumn), holders))
            .child(menu(ui, ui.text(Text::SourceColumn), sources.to_vec()))
            .child(field(&self.source, Text::SourceField));
        let details = h("details.small")
            .child(ui.h("summary", Text::MoreSettings))
            .child(fields)
            .child(h_text("p.note", self.leaving.clone()));
        h("div.handles").key("handles").child(self.order.draw(ui)).child(details)
    }
}

/// The note on the benefits that are removed with a factor, because it is their only one; empty if there are none.
fn leaving(cx: &Cx, factor: &Factor) -> String {
    let alone = cx.app.proposal().benefits.iter().filter(|benefit| benefit.factors == [factor.id.as_str()]);
    let labels: Vec<String> = alone.map(|benefit| cx.words().typeset(&benefit.label)).collect();
    match labels.is_empty() {
        true => String::new(),
        false => cx.words().fill(Text::NeedsFactor, &[("benefits", &labels.join(", "))]),
    }
}

/// The button that adds a row to a list.
pub fn add(cx: &Cx, text: Text, list: List, locked: bool) -> Node {
    let button = cx.button("button.button quiet", text, DeskAction::AddRow(list));
    h("p.actions").key("add").child(button.flag("disabled", locked).attr("data-add", add_name(list)))
}
