//! The controls that the desk adds to the estimator's lines and factors: order, names, shapes.

use crate::app::{DeskAction, Field, List, NameOf, Row, RowChoice, ShapeKind};
use crate::proposal::{Factor, Line, Shape, SourceKind};
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::desk::controls::movers;
use crate::view::desk::form::{Control, draw_all, field, option};
use crate::view::desk::shapes::{KINDS, holders, kinds};
use crate::view::desk::{factor as of_factor, line as of_line};
use crate::view::focus::add_name;
use crate::view::markup::{Node, h};
use crate::view::memo::{AnyView, View};
use crate::words::Text;

const SOURCES: [(SourceKind, Text); 4] = [
    (SourceKind::Record, Text::SourceRecord),
    (SourceKind::Client, Text::SourceClient),
    (SourceKind::Public, Text::SourcePublic),
    (SourceKind::Guess, Text::SourceGuess),
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
    AnyView::new(Handles {
        order: Order::new(Row::Line(line.id.clone()), &line.label, lines.iter().map(|own| own.id == line.id)),
        controls: of_line::controls(cx, line),
    })
}

/// The controls of a factor.
fn factor(cx: &Cx, factor: &Factor) -> AnyView {
    let factors = &cx.app.proposal().factors;
    let mut controls = vec![texts(cx, factor)];
    controls.extend(of_factor::controls(cx, factor));
    controls.push(Control::Note(leaving(cx, factor)));
    AnyView::new(Handles {
        order: Order::new(Row::Factor(factor.id.clone()), &factor.label, factors.iter().map(|own| own.id == factor.id)),
        controls,
    })
}

/// The names of a factor, its shape, its holder and its source.
fn texts(cx: &Cx, factor: &Factor) -> Control {
    let row = &Row::Factor(factor.id.clone());
    let name = |of, text| field(cx, Field::Name { of, id: factor.id.clone() }, text, "text");
    let shapes = kinds(cx, &KINDS, ShapeKind::of(&factor.value), row, RowChoice::Shape);
    let held = holders(cx, factor.holder, row, RowChoice::Holder);
    let source = factor.source.as_ref().map(|source| source.kind).unwrap_or_default();
    let sources = SOURCES.map(|(own, text)| option(cx.text(text), own == source, row, RowChoice::Source(own)));
    let mut fields = vec![
        name(NameOf::Factor, Text::FactorField),
        Control::Menu(cx.text(Text::KindField), shapes),
        Control::Menu(cx.text(Text::HolderColumn), held),
        Control::Menu(cx.text(Text::SourceColumn), sources.into()),
        name(NameOf::Source, Text::SourceField),
    ];
    if !matches!(factor.value, Shape::Chance(_)) {
        fields.insert(2, name(NameOf::FactorUnit, Text::UnitField));
    }
    Control::Fields(fields)
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

/// The controls of a row.
#[derive(PartialEq)]
struct Handles {
    order: Order,
    controls: Vec<Control>,
}

impl View for Handles {
    fn draw(&self, ui: &Ui) -> Node {
        let settings = h("details.small")
            .child(ui.h("summary", Text::MoreSettings))
            .child(h("div.inside").children(draw_all(&self.controls, ui)));
        h("div.handles").key("handles").child(self.order.draw(ui)).child(settings)
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
