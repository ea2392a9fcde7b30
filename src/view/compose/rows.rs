//! What the desk adds to the estimator's lines and factors: their order, their names, their shapes.

use super::super::desk::Desk;
use super::super::focus::add_name;
use super::super::input::Input;
use super::super::markup::{Node, say, tag};
use super::super::memo::{AnyView, View};
use super::super::ui::Ui;
use super::controls::{check, labelled, menu, movers};
use crate::app::{Action, Choice, DeskAction, Field, Kind, List, Named, Row};
use crate::proposal::{Factor, Holder, Line, Shape, SourceKind};
use crate::words::Text;

const HOLDERS: [Text; 4] = [Text::HeldByAgency, Text::HeldByClient, Text::HeldByThird, Text::HeldByMarket];
const SOURCES: [(SourceKind, Text); 4] = [
    (SourceKind::Record, Text::SourceRecord),
    (SourceKind::Client, Text::SourceClient),
    (SourceKind::Public, Text::SourcePublic),
    (SourceKind::Guess, Text::SourceGuess),
];
const KINDS: [(Kind, Text); 6] = [
    (Kind::Pert, Text::KindPert),
    (Kind::Fixed, Text::Known),
    (Kind::Interval90, Text::KindInterval),
    (Kind::Uniform, Text::KindUniform),
    (Kind::Chance, Text::Chance),
    (Kind::Count, Text::KindCount),
];

/// What the desk adds to rows that prospects see as well.
pub struct Controls {
    /// What can be done with a line.
    pub line: fn(&Desk, &Line) -> AnyView,
    /// What can be done with a factor.
    pub factor: fn(&Desk, &Factor) -> AnyView,
    /// The button that adds a row to a list, with its name and whether it is locked.
    pub add: fn(&Desk, Text, List, bool) -> Node,
}

/// The controls of this desk.
pub static CONTROLS: Controls = Controls { line, factor, add };

/// What can be done with a line.
fn line(desk: &Desk, line: &Line) -> AnyView {
    let lines = &desk.app.proposal().lines;
    let unit = Field::Name { of: Named::LineUnit, id: line.id.clone() };
    AnyView::new(LineHandles {
        order: Order::new(Row::Line(line.id.clone()), &line.label, lines.iter().map(|own| own.id == line.id)),
        unit: Input::new(desk, unit, None),
        optional: line.optional,
        advised: line.advice.is_some(),
    })
}

/// What can be done with a factor.
fn factor(desk: &Desk, factor: &Factor) -> AnyView {
    let factors = &desk.app.proposal().factors;
    let input = |of| Input::new(desk, Field::Name { of, id: factor.id.clone() }, None);
    let has_unit = !matches!(factor.value, Shape::Chance(_));
    AnyView::new(FactorHandles {
        order: Order::new(Row::Factor(factor.id.clone()), &factor.label, factors.iter().map(|own| own.id == factor.id)),
        name: input(Named::Factor),
        unit: has_unit.then(|| input(Named::FactorUnit)),
        source: input(Named::Source),
        kind: Kind::of(&factor.value),
        holder: factor.holder,
        source_kind: factor.source.as_ref().map(|source| source.kind).unwrap_or_default(),
        leaving: leaving(desk, factor),
    })
}

/// A row and where it stands among its like.
#[derive(PartialEq)]
struct Order {
    row: Row,
    label: String,
    place: usize,
    last: usize,
}

impl Order {
    /// A row, found among its like as the one for which this holds.
    fn new(row: Row, label: &str, is_it: impl ExactSizeIterator<Item = bool>) -> Self {
        let last = is_it.len().saturating_sub(1);
        let place = is_it.enumerate().find(|(_, is_it)| *is_it).map_or(0, |(place, _)| place);
        Self { row, label: label.to_owned(), place, last }
    }

    fn draw(&self, ui: &Ui) -> Node {
        movers(ui, &self.row, &self.label, self.place, self.last)
    }
}

/// What can be done with a line.
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
        let fields = tag("div.fields")
            .put(labelled(ui, "div.field", &self.unit, ui.text(Text::UnitField), "text"))
            .put(check(ui, ui.text(Text::IsOptional), self.optional, false, move |on| {
                DeskAction::Choose(optional.clone(), Choice::Optional(on))
            }))
            .put(check(ui, ui.text(Text::HasAdvice), self.advised, false, move |on| {
                DeskAction::Choose(advised.clone(), Choice::Advised(on))
            }));
        let details = tag("details.small").put(ui.say("summary", Text::MoreSettings)).put(fields);
        tag("div.handles").put(self.order.draw(ui)).put(details)
    }
}

/// What can be done with a factor.
#[derive(PartialEq)]
struct FactorHandles {
    order: Order,
    name: Input,
    unit: Option<Input>,
    source: Input,
    kind: Kind,
    holder: Holder,
    source_kind: SourceKind,
    /// Which benefits go with it.
    leaving: String,
}

impl View for FactorHandles {
    fn draw(&self, ui: &Ui) -> Node {
        let choice = |text: Text, on, choice| {
            (ui.text(text), on, Action::from(DeskAction::Choose(self.order.row.clone(), choice)))
        };
        let holders = Holder::ALL.into_iter().zip(HOLDERS);
        let holders = holders.map(|(own, text)| choice(text, own == self.holder, Choice::Holder(own))).collect();
        let sources = SOURCES.map(|(own, text)| choice(text, own == self.source_kind, Choice::Source(own)));
        let kinds = KINDS.map(|(own, text)| choice(text, own == self.kind, Choice::Kind(own)));
        let field = |input: &Input, name| labelled(ui, "div.field", input, ui.text(name), "text");
        let unit = self.unit.as_ref().map_or_else(|| say("p.note", ""), |unit| field(unit, Text::UnitField));
        let fields = tag("div.fields")
            .put(field(&self.name, Text::FactorField))
            .put(menu(ui, ui.text(Text::KindField), kinds.to_vec()))
            .put(unit)
            .put(menu(ui, ui.text(Text::HolderColumn), holders))
            .put(menu(ui, ui.text(Text::SourceColumn), sources.to_vec()))
            .put(field(&self.source, Text::SourceField));
        let details = tag("details.small")
            .put(ui.say("summary", Text::MoreSettings))
            .put(fields)
            .put(say("p.note", self.leaving.clone()));
        tag("div.handles").key("handles").put(self.order.draw(ui)).put(details)
    }
}

/// Which benefits go with a factor: those that nothing else makes up.
fn leaving(desk: &Desk, factor: &Factor) -> String {
    let alone = desk.app.proposal().benefits.iter().filter(|benefit| benefit.factors == [factor.id.as_str()]);
    let labels: Vec<String> = alone.map(|benefit| desk.words().set(&benefit.label)).collect();
    match labels.is_empty() {
        true => String::new(),
        false => desk.words().fill(Text::NeedsFactor, &[("benefits", &labels.join(", "))]),
    }
}

/// The button that adds a row to a list.
pub fn add(desk: &Desk, text: Text, list: List, locked: bool) -> Node {
    let button = desk.button("button.button quiet", text, DeskAction::AddRow(list));
    tag("p.actions").key("add").put(button.mark("disabled", locked).set("data-add", add_name(list)))
}
