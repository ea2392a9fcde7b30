//! What the project may bring: each benefit with the factors it multiplies and the lines it needs.

use super::super::desk::Desk;
use super::super::input::blank;
use super::super::markup::{Node, say, tag};
use super::super::notices;
use super::controls::{check, entry, menu, movers};
use super::rows::add;
use crate::app::{Action, Choice, DeskAction, Field, List, Named, Row};
use crate::proposal::{Benefit, BenefitKind, Repeats};
use crate::words::Text;

/// The section.
pub fn benefits(desk: &Desk) -> Node {
    let proposal = desk.app.proposal();
    let last = proposal.benefits.len().saturating_sub(1);
    let rows = proposal.benefits.iter().enumerate().map(|(place, own)| benefit(desk, own, place, last));
    tag("section.section")
        .set("aria-labelledby", "benefits-title")
        .put(tag("h2").set("id", "benefits-title").text(desk.text(Text::BenefitsTitle)))
        .put(desk.say("p.note", Text::BenefitsNote))
        .put(tag("div.benefits").all(rows.collect()))
        .put(add(desk, Text::AddBenefit, List::Benefits, proposal.factors.is_empty()))
}

fn benefit(desk: &Desk, benefit: &Benefit, place: usize, last: usize) -> Node {
    let row = Row::Benefit(benefit.id.clone());
    let name = |of| Field::Name { of, id: benefit.id.clone() };
    let choice = |text: Text, on, choice| (desk.text(text), on, Action::from(DeskAction::Choose(row.clone(), choice)));
    let kinds = vec![
        choice(Text::InMoney, benefit.kind == BenefitKind::Money, Choice::Counted(BenefitKind::Money)),
        choice(Text::InUnits, benefit.kind == BenefitKind::Outcome, Choice::Counted(BenefitKind::Outcome)),
    ];
    let repeats = vec![
        choice(Text::Once, benefit.timing.repeats == Repeats::Once, Choice::Repeats(Repeats::Once)),
        choice(Text::Monthly, benefit.timing.repeats == Repeats::Monthly, Choice::Repeats(Repeats::Monthly)),
    ];
    let start = Field::Start { benefit: benefit.id.clone() };
    let label = [desk.text(Text::StartsAfter), desk.text(Text::Colon), desk.words().set(&benefit.label)].concat();
    let fields = tag("div.fields")
        .put(entry(desk, "div.field", name(Named::Benefit), desk.text(Text::BenefitField), "text"))
        .put(entry(desk, "div.field", name(Named::BenefitUnit), desk.text(Text::UnitField), "text"))
        .put(menu(&desk.ui(), desk.text(Text::KindField), kinds))
        .put(menu(&desk.ui(), desk.text(Text::RepeatsField), repeats));
    let after = tag("p.note")
        .text([&desk.text(Text::StartsAfter), " "].concat())
        .put(blank(desk, start, Some(label)))
        .text([" ", &desk.text(Text::MonthsUnit)].concat());
    tag("fieldset.benefit")
        .key(["benefit ", &benefit.id].concat())
        .set("data-row", row.name())
        .put(say("legend", desk.words().set(&benefit.label)))
        .put(say("p.note", product(desk, benefit)))
        .put(after)
        .put(movers(&desk.ui(), &row, &benefit.label, place, last))
        .put(
            tag("details.small")
                .put(desk.say("summary", Text::MoreSettings))
                .put(fields)
                .put(multiplied(desk, benefit, &row))
                .put(needed(desk, benefit, &row)),
        )
        .put(notices::refused(desk, &row))
}

/// What is multiplied, in words.
fn product(desk: &Desk, benefit: &Benefit) -> String {
    let factors = &desk.app.proposal().factors;
    let labels = benefit.factors.iter().filter_map(|id| factors.iter().find(|factor| factor.id == *id));
    labels.map(|factor| desk.words().set(&factor.label)).collect::<Vec<_>>().join(" × ")
}

/// The factors to tick; the last one stays, for a product needs one.
fn multiplied(desk: &Desk, benefit: &Benefit, row: &Row) -> Node {
    let ticks = desk.app.proposal().factors.iter().map(|factor| {
        let (row, id) = (row.clone(), factor.id.clone());
        let on = benefit.factors.contains(&factor.id);
        let act = move |on| DeskAction::Choose(row.clone(), Choice::Multiplies(id.clone(), on));
        check(&desk.ui(), desk.words().set(&factor.label), on, on && benefit.factors.len() == 1, act)
    });
    tag("fieldset.ticks-list").put(desk.say("legend", Text::MultipliesField)).all(ticks.collect())
}

/// The lines to tick, without which it is out.
fn needed(desk: &Desk, benefit: &Benefit, row: &Row) -> Node {
    let ticks = desk.app.proposal().lines.iter().map(|line| {
        let (row, id) = (row.clone(), line.id.clone());
        let act = move |on| DeskAction::Choose(row.clone(), Choice::Needs(id.clone(), on));
        check(&desk.ui(), desk.words().set(&line.label), benefit.needs.contains(&line.id), false, act)
    });
    tag("fieldset.ticks-list").put(desk.say("legend", Text::NeedsField)).all(ticks.collect())
}
