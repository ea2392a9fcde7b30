//! Taxes, sections, choices, conditions, due dates, discount and payments.

use super::{At, Display, Found, Known};
use crate::proposal::*;

/// How far the shares of a payment schedule may be from 1.
const NEARLY: f64 = 1e-9;

/// Checks the terms of the proposal, and those of every line.
pub(super) fn check(proposal: &Proposal, found: &mut Found) {
    check_taxes(proposal, found);
    check_choices(proposal, found);
    found.at_most(&"sections", proposal.sections.len(), MAX_LINES);
    found.ids("sections", &proposal.sections.iter().map(|section| &*section.id).collect::<Vec<_>>());
    if let Some(discount) = &proposal.discount {
        check_discount(discount, found);
    }
    check_payments(proposal, found);
    for (index, line) in proposal.lines.iter().enumerate() {
        check_line(proposal, line, &|field| At(&"lines", index, field).to_string(), found);
    }
    check_circles(proposal, found);
    if let Some(in_house) = &proposal.in_house {
        check_timing(proposal, &in_house.timing, "inHouse.timing", found);
    }
    let known = |id: &str| proposal.line(id).is_some() || proposal.factors.iter().any(|factor| factor.id == id);
    found.references(&"ask", &proposal.ask, MAX_ENTRIES, &Known(&known, IdKind::Factor));
}

fn check_taxes(proposal: &Proposal, found: &mut Found) {
    found.at_most(&"taxes", proposal.taxes.len(), MAX_TAXES);
    found.ids("taxes", &proposal.taxes.iter().map(|tax| &*tax.id).collect::<Vec<_>>());
    for (index, tax) in proposal.taxes.iter().enumerate() {
        found.share(&At(&"taxes", index, "rate"), tax.rate);
    }
}

fn check_choices(proposal: &Proposal, found: &mut Found) {
    found.at_most(&"choices", proposal.choices.len(), MAX_CHOICES);
    found.ids("choices", &proposal.choices.iter().map(|choice| &*choice.id).collect::<Vec<_>>());
    for (index, choice) in proposal.choices.iter().enumerate() {
        let path = |field| At(&"choices", index, field);
        let list = path("alternatives").to_string();
        found.at_most(&list, choice.alternatives.len(), MAX_ALTERNATIVES);
        let ids: Vec<&str> = choice.alternatives.iter().map(|own| &*own.id).collect();
        found.ids(&list, &ids);
        if let Some(chosen) = &choice.chosen {
            found.reference(&path("chosen"), ids.contains(&&**chosen), IdKind::Alternative);
        } else if choice.required {
            found.push(&path("chosen"), Fault::Missing);
        }
    }
}

fn check_discount(discount: &Discount, found: &mut Found) {
    match (discount.share, discount.amount) {
        (Some(share), None) => found.share(&"discount.share", share),
        (None, Some(amount)) => found.within(&"discount.amount", amount.major(), 0.0, MAX_MONEY),
        _ => found.push(&"discount", Fault::ShareOrAmount),
    }
}

fn check_payments(proposal: &Proposal, found: &mut Found) {
    found.at_most(&"payments", proposal.payments.len(), MAX_ENTRIES);
    for (index, payment) in proposal.payments.iter().enumerate() {
        found.share(&At(&"payments", index, "share"), payment.share);
        within_horizon(proposal, payment.month.into(), &At(&"payments", index, "month"), found);
    }
    let all: f64 = proposal.payments.iter().map(|payment| payment.share).sum();
    // A share that is not finite has its own fault.
    if !proposal.payments.is_empty() && all.is_finite() && (all - 1.0).abs() > NEARLY {
        found.push(&"payments", Fault::NotTheWhole);
    }
}

fn check_line(proposal: &Proposal, line: &Line, path: &dyn Fn(&'static str) -> String, found: &mut Found) {
    let is_tax = |id: &str| proposal.taxes.iter().any(|tax| tax.id == id);
    found.references(&path("taxes"), &line.taxes, MAX_TAXES, &Known(&is_tax, IdKind::Tax));
    for (place, id) in line.taxes.iter().enumerate() {
        if line.taxes[..place].contains(id) {
            found.push(&At(&path("taxes"), place, ""), Fault::NamedTwice);
        }
    }
    if let Some(id) = &line.section {
        let known = proposal.sections.iter().any(|section| section.id == *id);
        found.reference(&path("section"), known, IdKind::Section);
    }
    check_alternative(proposal, line, path, found);
    let is_line = |id: &str| proposal.line(id).is_some();
    found.references(&path("needs"), &line.needs, MAX_LINES, &Known(&is_line, IdKind::Line));
    if let Some(id) = &line.only_if {
        let factor = proposal.factors.iter().find(|factor| factor.id == *id);
        found.reference(&path("onlyIf"), factor.is_some(), IdKind::Factor);
        let shapes = factor.into_iter().flat_map(|factor| std::iter::once(&factor.value).chain(&factor.without_advice));
        if shapes.into_iter().any(|shape| !matches!(shape, Shape::Chance(_))) {
            found.push(&path("onlyIf"), Fault::NotAChance);
        }
    }
    check_timing(proposal, &line.timing, &path("timing"), found);
    if let Some(percent) = &line.percent_of {
        check_percent(proposal, line, percent, &path("percentOf"), found);
    }
}

fn check_alternative(proposal: &Proposal, line: &Line, path: &dyn Fn(&'static str) -> String, found: &mut Found) {
    let choice = line.choice.as_ref().map(|id| proposal.choices.iter().find(|choice| choice.id == *id));
    if let Some(choice) = choice {
        found.reference(&path("choice"), choice.is_some(), IdKind::Choice);
    }
    match (choice, &line.alternative) {
        (None, None) => {}
        (Some(Some(choice)), Some(id)) => {
            let known = choice.alternatives.iter().any(|own| own.id == *id);
            found.reference(&path("alternative"), known, IdKind::Alternative);
        }
        (None, Some(_)) => found.push(&path("choice"), Fault::Missing),
        (Some(_), None) => found.push(&path("alternative"), Fault::Missing),
        (Some(None), Some(_)) => {}
    }
}

/// Checks that the named lines have prices that fall due with the line's own, and that it has no price of its own.
fn check_percent(proposal: &Proposal, line: &Line, percent: &PercentOf, path: &str, found: &mut Found) {
    found.share(&format_args!("{path}.share"), percent.share);
    let is_line = |id: &str| proposal.line(id).is_some();
    let list = format!("{path}.lines");
    found.references(&list, &percent.lines, MAX_LINES, &Known(&is_line, IdKind::Line));
    let has_work = !line.making.is_empty() || line.advice.is_some();
    if has_work || line.unit_price != Shape::Fixed(0.0) {
        found.push(&path, Fault::PricedTwice);
    }
    for (place, id) in percent.lines.iter().enumerate() {
        let own = proposal.line(id);
        let falls_alike = |own: &Line| own.timing == line.timing && own.only_if == line.only_if;
        if own.is_some_and(|own| own.percent_of.is_some() || !falls_alike(own)) {
            found.push(&At(&list, place, ""), Fault::DueElsewhere);
        }
    }
}

/// Checks that every due date is within the horizon, and that months which do not count are no larger than others.
fn check_timing(proposal: &Proposal, timing: &LineTiming, path: &str, found: &mut Found) {
    let start = u64::from(timing.start_month);
    within_horizon(proposal, start, &format_args!("{path}.startMonth"), found);
    if timing.repeats == Repeats::Once {
        found.months(&format_args!("{path}.months"), timing.months.unwrap_or(0), MAX_MONTHS);
        return found.months(&format_args!("{path}.firmMonths"), timing.firm_months.unwrap_or(0), MAX_MONTHS);
    }
    let last = u64::from(timing.months.unwrap_or(0)) + start;
    within_horizon(proposal, last, &format_args!("{path}.months"), found);
    let months = timing.months.unwrap_or_else(|| proposal.horizon_months.saturating_sub(timing.start_month));
    let firm = timing.firm_months.unwrap_or(0);
    found.within(&format_args!("{path}.firmMonths"), firm.into(), 0.0, months.into());
}

fn within_horizon(proposal: &Proposal, month: u64, path: &dyn Display, found: &mut Found) {
    if month > proposal.horizon_months.into() {
        found.push(path, Fault::BeyondHorizon(proposal.horizon_months));
    }
}

/// Notes lines that need themselves, directly or through others.
fn check_circles(proposal: &Proposal, found: &mut Found) {
    let lines = &proposal.lines;
    let place = |id: &String| lines.iter().position(|line| line.id == *id);
    for (index, line) in lines.iter().enumerate() {
        let mut reached: Vec<bool> = vec![false; lines.len()];
        let mut next: Vec<usize> = line.needs.iter().filter_map(place).collect();
        while let Some(here) = next.pop() {
            if !std::mem::replace(&mut reached[here], true) {
                next.extend(lines[here].needs.iter().filter_map(place));
            }
        }
        if reached[index] {
            found.push(&At(&"lines", index, "needs"), Fault::NeedsItself);
        }
    }
}
