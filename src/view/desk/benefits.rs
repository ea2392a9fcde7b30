//! The benefits: each with the factors that it multiplies and the lines that it needs.

use crate::app::{Action, Cell, DeskAction, Field, List, NameOf, Row, RowChoice};
use crate::proposal::{Benefit, BenefitKind, Repeats};
use crate::view::components::field::blank;
use crate::view::components::notices;
use crate::view::cx::Cx;
use crate::view::desk::controls::{check, entry, menu, movers};
use crate::view::desk::form::{Choice, Control, cell, draw_all, option, sentence};
use crate::view::desk::rows::add;
use crate::view::markup::{Node, fragment, h, h_text, placeholder};
use crate::words::Text;

/// The section.
pub fn benefits(cx: &Cx) -> Node {
    let proposal = cx.app.proposal();
    let last = proposal.benefits.len().saturating_sub(1);
    let rows = proposal.benefits.iter().enumerate().map(|(place, own)| benefit(cx, own, place, last));
    h("section.section")
        .attr("aria-labelledby", "benefits-title")
        .child(h("h2").attr("id", "benefits-title").text(cx.text(Text::BenefitsTitle)))
        .child(cx.h("p.note", Text::BenefitsNote))
        .child(h("div.benefits").children(rows.collect()))
        .child(add(cx, Text::AddBenefit, List::Benefits, proposal.factors.is_empty()))
}

fn benefit(cx: &Cx, benefit: &Benefit, place: usize, last: usize) -> Node {
    let row = Row::Benefit(benefit.id.clone());
    let name = |of| Field::Name { of, id: benefit.id.clone() };
    let choice = |text: Text, on, choice| (cx.text(text), on, Action::from(DeskAction::Choose(row.clone(), choice)));
    let kinds = vec![
        choice(Text::InMoney, benefit.kind == BenefitKind::Money, RowChoice::Counted(BenefitKind::Money)),
        choice(Text::InUnits, benefit.kind == BenefitKind::Outcome, RowChoice::Counted(BenefitKind::Outcome)),
    ];
    let repeats = vec![
        choice(Text::Once, benefit.timing.repeats == Repeats::Once, RowChoice::Repeats(Repeats::Once)),
        choice(Text::Monthly, benefit.timing.repeats == Repeats::Monthly, RowChoice::Repeats(Repeats::Monthly)),
    ];
    let start = Field::Start { benefit: benefit.id.clone() };
    let label = [cx.text(Text::StartsAfter), cx.text(Text::Colon), cx.words().typeset(&benefit.label)].concat();
    let fields = h("div.fields")
        .child(entry(cx, "div.field", name(NameOf::Benefit), cx.text(Text::BenefitField), "text"))
        .child(entry(cx, "div.field", name(NameOf::BenefitUnit), cx.text(Text::UnitField), "text"))
        .child(menu(&cx.ui(), cx.text(Text::KindField), kinds))
        .child(menu(&cx.ui(), cx.text(Text::RepeatsField), repeats))
        .child(menu(&cx.ui(), cx.text(Text::UnitFactorField), unit_factors(cx, benefit, &row)));
    let after = h("p.note")
        .text([&cx.text(Text::StartsAfter), " "].concat())
        .child(blank(cx, start, Some(label)))
        .text([" ", &cx.text(Text::MonthsUnit)].concat());
    h("fieldset.benefit")
        .key(["benefit ", &benefit.id].concat())
        .attr("data-row", row.name())
        .child(h_text("legend", cx.words().typeset(&benefit.label)))
        .child(h_text("p.note", product(cx, benefit)))
        .child(after)
        .child(movers(&cx.ui(), &row, &benefit.label, place, last))
        .child(
            h("details.small")
                .child(cx.h("summary", Text::MoreSettings))
                .child(fields)
                .child(monthly(cx, benefit, &row))
                .child(multiplied(cx, benefit, &row))
                .child(needed(cx, benefit, &row)),
        )
        .child(notices::refused(cx, &row))
}

/// How long a monthly benefit comes, and when it has its full amount, as a sentence.
fn monthly(cx: &Cx, benefit: &Benefit, row: &Row) -> Node {
    if benefit.timing.repeats == Repeats::Once {
        return placeholder();
    }
    let of = &cx.words().typeset(&benefit.label);
    let pieces = vec![
        ("months", cell(cx, row, Cell::Months, Text::MonthsField, of)),
        ("ramp", cell(cx, row, Cell::Ramp, Text::RampField, of)),
    ];
    let said = [Control::Sentence(sentence(&cx.text(Text::ComesMonthly), pieces))];
    fragment(draw_all(&said, &cx.ui()))
}

/// The menu of the factor that says what one unit brings.
fn unit_factors(cx: &Cx, benefit: &Benefit, row: &Row) -> Vec<Choice> {
    let factors = &cx.app.proposal().factors;
    let present = benefit.unit_factor.as_ref();
    let mut options = vec![option(cx.text(Text::NoUnitFactor), present.is_none(), row, RowChoice::UnitFactor(None))];
    options.extend(benefit.factors.iter().filter_map(|id| factors.iter().find(|factor| factor.id == *id)).map(|own| {
        let choice = RowChoice::UnitFactor(Some(own.id.clone()));
        option(cx.words().typeset(&own.label), present == Some(&own.id), row, choice)
    }));
    options
}

/// The product of a benefit's factors, in words.
fn product(cx: &Cx, benefit: &Benefit) -> String {
    let factors = &cx.app.proposal().factors;
    let labels = benefit.factors.iter().filter_map(|id| factors.iter().find(|factor| factor.id == *id));
    labels.map(|factor| cx.words().typeset(&factor.label)).collect::<Vec<_>>().join(" × ")
}

/// The checkboxes for its factors. The last checked one is locked, because a product needs a factor.
fn multiplied(cx: &Cx, benefit: &Benefit, row: &Row) -> Node {
    let ticks = cx.app.proposal().factors.iter().map(|factor| {
        let (row, id) = (row.clone(), factor.id.clone());
        let on = benefit.factors.contains(&factor.id);
        let act = move |on| DeskAction::Choose(row.clone(), RowChoice::Multiplies(id.clone(), on));
        check(&cx.ui(), cx.words().typeset(&factor.label), on, on && benefit.factors.len() == 1, act)
    });
    h("fieldset.ticks-list").child(cx.h("legend", Text::MultipliesField)).children(ticks.collect())
}

/// The checkboxes for the lines that the benefit needs.
fn needed(cx: &Cx, benefit: &Benefit, row: &Row) -> Node {
    let ticks = cx.app.proposal().lines.iter().map(|line| {
        let (row, id) = (row.clone(), line.id.clone());
        let act = move |on| DeskAction::Choose(row.clone(), RowChoice::Needs(id.clone(), on));
        check(&cx.ui(), cx.words().typeset(&line.label), benefit.needs.contains(&line.id), false, act)
    });
    h("fieldset.ticks-list").child(cx.h("legend", Text::NeedsField)).children(ticks.collect())
}
