//! What the desk adds to the estimator's lines and factors: their order, their names, their shapes.

use super::super::desk::Desk;
use super::super::focus::add_name;
use super::super::markup::{Node, say, tag};
use super::controls::{check, entry, menu, movers};
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
    pub line: fn(&Desk, &Line) -> Node,
    /// What can be done with a factor.
    pub factor: fn(&Desk, &Factor) -> Node,
    /// The button that adds a row to a list, with its name and whether it is locked.
    pub add: fn(&Desk, Text, List, bool) -> Node,
}

/// The controls of this desk.
pub static CONTROLS: Controls = Controls { line, factor, add };

/// What can be done with a line.
fn line(desk: &Desk, line: &Line) -> Node {
    let lines = &desk.app.proposal().lines;
    let place = lines.iter().position(|own| own.id == line.id).unwrap_or(0);
    let row = Row::Line(line.id.clone());
    let (optional, advised) = (row.clone(), row.clone());
    let unit = Field::Name { of: Named::LineUnit, id: line.id.clone() };
    let details = tag("details.small").put(desk.say("summary", Text::MoreSettings)).put(
        tag("div.fields")
            .put(entry(desk, "div.field", unit, desk.text(Text::UnitField), "text"))
            .put(check(desk, desk.text(Text::IsOptional), line.optional, false, move |on| {
                DeskAction::Choose(optional.clone(), Choice::Optional(on))
            }))
            .put(check(desk, desk.text(Text::HasAdvice), line.advice.is_some(), false, move |on| {
                DeskAction::Choose(advised.clone(), Choice::Advised(on))
            })),
    );
    tag("div.handles").put(movers(desk, &row, &line.label, place, lines.len().saturating_sub(1))).put(details)
}

/// What can be done with a factor.
fn factor(desk: &Desk, factor: &Factor) -> Node {
    let factors = &desk.app.proposal().factors;
    let place = factors.iter().position(|own| own.id == factor.id).unwrap_or(0);
    let row = Row::Factor(factor.id.clone());
    let name = |of| Field::Name { of, id: factor.id.clone() };
    let choice = |text: Text, on, choice| (desk.text(text), on, Action::from(DeskAction::Choose(row.clone(), choice)));
    let holders = Holder::ALL.into_iter().zip(HOLDERS);
    let holders = holders.map(|(own, text)| choice(text, own == factor.holder, Choice::Holder(own))).collect();
    let present = factor.source.as_ref().map(|source| source.kind).unwrap_or_default();
    let sources = SOURCES.map(|(own, text)| choice(text, own == present, Choice::Source(own)));
    let kinds = KINDS.map(|(own, text)| choice(text, own == Kind::of(&factor.value), Choice::Kind(own)));
    let unit = match factor.value {
        Shape::Chance(_) => say("p.note", ""),
        _ => entry(desk, "div.field", name(Named::FactorUnit), desk.text(Text::UnitField), "text"),
    };
    let details = tag("details.small")
        .put(desk.say("summary", Text::MoreSettings))
        .put(
            tag("div.fields")
                .put(entry(desk, "div.field", name(Named::Factor), desk.text(Text::FactorField), "text"))
                .put(menu(desk, desk.text(Text::KindField), kinds.to_vec()))
                .put(unit)
                .put(menu(desk, desk.text(Text::HolderColumn), holders))
                .put(menu(desk, desk.text(Text::SourceColumn), sources.to_vec()))
                .put(entry(desk, "div.field", name(Named::Source), desk.text(Text::SourceField), "text")),
        )
        .put(say("p.note", leaving(desk, factor)));
    tag("div.handles")
        .key("handles")
        .put(movers(desk, &row, &factor.label, place, factors.len().saturating_sub(1)))
        .put(details)
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
