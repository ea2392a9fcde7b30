//! The options of rows that are chosen, not typed, and how each changes the proposal.

use super::{Cell, Entry, List, ShapeKind, list_item, shapes};
use crate::app::{Field, Row, Side};
use crate::proposal::{
    Advice, Benefit, BenefitKind, Choice, Discount, Factor, Holder, InHouse, Line, Money, Nature, PercentOf, Proposal,
    Repeats, ScalesWith, Shape, SourceKind, Work,
};
use crate::words::Words;

/// An option of a row that is chosen, not typed.
#[derive(Clone, Debug, PartialEq)]
pub enum RowChoice {
    /// Whether a line is optional for the client.
    Optional(bool),
    /// Whether a line has advice.
    Advised(bool),
    /// What kind of price a line is.
    Nature(Nature),
    /// The section of a line, by id.
    Section(Option<String>),
    /// Whether a line names this tax.
    Taxed(String, bool),
    /// The choice and the alternative that a line belongs to, by id.
    Alternative(Option<(String, String)>),
    /// The factor on which a line depends, by id.
    OnlyIf(Option<String>),
    /// Whether a line is a share of others, in place of a price and work of its own.
    ShareOfOthers(bool),
    /// Whether a line is a share of this one, among others.
    ShareOf(String, bool),
    /// Whether monthly due dates are at the beginning of the month.
    InAdvance(bool),
    /// A change of the work on one side of a line, by the index of the work.
    Work(Side, usize, WorkChoice),
    /// Who holds a factor, or the price of a line.
    Holder(Holder),
    /// The kind of source of a factor's numbers.
    Source(SourceKind),
    /// The kind of the shape of a factor, of the price of a line, or of the days of doing it in-house.
    Shape(ShapeKind),
    /// The kind of the shape that a factor has without advice; `None` if it is the same as with advice.
    WithoutAdvice(Option<ShapeKind>),
    /// Whether a factor needs the advice of this line.
    AdvisedBy(String, bool),
    /// The line to whose quantity a factor is proportional, by id.
    ScalesWith(Option<String>),
    /// Whether a benefit is money or a counted outcome.
    Counted(BenefitKind),
    /// Whether a benefit occurs, or a line falls due, once or every month.
    Repeats(Repeats),
    /// Whether a benefit multiplies this factor.
    Multiplies(String, bool),
    /// The factor that says what one unit of a benefit brings, by id.
    UnitFactor(Option<String>),
    /// Whether a benefit or a line needs this line.
    Needs(String, bool),
    /// Whether lines that name no taxes bear this one.
    Default(bool),
    /// Whether one of the alternatives of a choice has to be taken.
    Required(bool),
    /// An alternative is added to a choice.
    AddAlternative,
    /// The alternative of a choice at this index is removed.
    RemoveAlternative(usize),
    /// What the discount is.
    Discount(DiscountKind),
}

/// A change of the time of one role.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkChoice {
    /// It is added, by the first role of the rate card.
    Add,
    /// It is removed.
    Remove,
    /// Its role, by id.
    Role(String),
    /// Whether it is given in days, not in hours.
    InDays(bool),
    /// The kind of its shape.
    Shape(ShapeKind),
    /// Who holds it.
    Holder(Holder),
    /// Whether every unit of the line takes it.
    PerUnit(bool),
}

/// What a discount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiscountKind {
    /// There is none.
    None,
    /// A share of everything but what is paid on behalf.
    Share,
    /// An amount.
    Amount,
}

impl DiscountKind {
    /// The kind of a proposal's discount.
    pub fn of(discount: Option<&Discount>) -> Self {
        match discount {
            Some(Discount { share: Some(_), .. }) => DiscountKind::Share,
            Some(_) => DiscountKind::Amount,
            None => DiscountKind::None,
        }
    }
}

impl RowChoice {
    /// Whether what was typed in a field of its row no longer applies after it: the numbers of another shape, and those
    /// that have moved to another index.
    pub(super) fn outdates(&self, field: &Field) -> bool {
        match (self, field) {
            (RowChoice::Shape(_), Field::Factor { .. } | Field::Price { .. }) => true,
            (RowChoice::Shape(_) | RowChoice::WithoutAdvice(_), Field::Cell(_, Cell::Part(_))) => true,
            (RowChoice::Advised(_), Field::Time { side: Side::Thought, .. }) => true,
            (RowChoice::ShareOfOthers(_), Field::Price { .. } | Field::Time { .. }) => true,
            (RowChoice::ShareOfOthers(_), Field::Cell(_, Cell::Share | Cell::Part(_))) => true,
            (RowChoice::Work(side, place, change), Field::Time { side: own, index, .. }) => {
                side == own
                    && match change {
                        WorkChoice::Remove => index >= place,
                        WorkChoice::Shape(_) => index == place,
                        _ => false,
                    }
            }
            (RowChoice::RemoveAlternative(place), Field::Cell(_, Cell::Alternative(own))) => own >= place,
            (RowChoice::Repeats(_), Field::Cell(_, Cell::Months | Cell::FirmMonths | Cell::Ramp)) => true,
            (RowChoice::Discount(_), Field::Entry(Entry::Discount)) => true,
            (RowChoice::ScalesWith(_), Field::Cell(_, Cell::ScaledAt)) => true,
            _ => false,
        }
    }
}

/// Applies a choice to a row.
pub(super) fn choose(proposal: &mut Proposal, row: &Row, choice: &RowChoice, words: &Words) {
    match row {
        Row::Entry(Entry::Discount) => choose_discount(&mut proposal.discount, choice),
        Row::Entry(Entry::InHouse) => proposal.in_house.iter_mut().for_each(|own| choose_in_house(own, choice)),
        Row::Item(list, place) => choose_item(proposal, *list, *place, choice, words),
        Row::Line(_) | Row::Factor(_) | Row::Benefit(_) => {
            let Some(place) = row.place(proposal) else { return };
            match row {
                Row::Line(_) => choose_line(proposal, place, choice),
                Row::Factor(_) => choose_factor(proposal, place, choice),
                _ => choose_benefit(&mut proposal.benefits[place], choice),
            }
        }
        Row::Person(_) | Row::Entry(_) => {}
    }
}

fn choose_line(proposal: &mut Proposal, place: usize, choice: &RowChoice) {
    let role = proposal.rates.first().map(|rate| rate.id.clone());
    let line = &mut proposal.lines[place];
    match choice {
        RowChoice::Optional(on) => {
            line.optional = *on;
            line.included |= !on;
        }
        RowChoice::Advised(false) => line.advice = None,
        RowChoice::Advised(true) => {
            let time = role.into_iter().map(no_time).collect();
            line.advice.get_or_insert(Advice { time, ..Advice::default() });
        }
        RowChoice::Nature(nature) => line.nature = *nature,
        RowChoice::Section(section) => line.section.clone_from(section),
        RowChoice::Taxed(tax, on) => list(&mut line.taxes, tax, *on),
        RowChoice::Alternative(own) => (line.choice, line.alternative) = own.clone().unzip(),
        RowChoice::OnlyIf(factor) => line.only_if.clone_from(factor),
        RowChoice::Needs(other, on) => list(&mut line.needs, other, *on),
        RowChoice::ShareOfOthers(on) => share_of_others(line, *on),
        RowChoice::ShareOf(other, on) => line.percent_of.iter_mut().for_each(|own| list(&mut own.lines, other, *on)),
        RowChoice::Holder(holder) => line.holder = *holder,
        RowChoice::Shape(kind) => line.unit_price = shapes::turn_from_0(&line.unit_price, *kind),
        RowChoice::Work(side, place, change) => choose_work(line, *side, *place, change, role),
        RowChoice::Repeats(repeats) => repeat(&mut line.timing, *repeats),
        RowChoice::InAdvance(on) => line.timing.in_advance = *on,
        _ => {}
    }
}

/// Work of a role that takes no time yet.
fn no_time(role: String) -> Work {
    Work { role, hours: Some(Shape::Fixed(0.0)), ..Work::default() }
}

/// Makes a line a share of others, which has neither a price nor work of its own, or a line with a price again.
fn share_of_others(line: &mut Line, on: bool) {
    line.percent_of = on.then(PercentOf::default);
    if on {
        line.unit_price = Shape::default();
        line.making.clear();
        line.advice = None;
    }
}

fn choose_work(line: &mut Line, side: Side, place: usize, change: &WorkChoice, role: Option<String>) {
    let works = match side {
        Side::Made => Some(&mut line.making),
        Side::Thought => line.advice.as_mut().map(|advice| &mut advice.time),
    };
    let Some(works) = works else { return };
    if let (WorkChoice::Add, Some(role)) = (change, role) {
        return works.push(no_time(role));
    }
    if place >= works.len() {
        return;
    }
    let work = &mut works[place];
    match change {
        WorkChoice::Add => {}
        WorkChoice::Remove => drop(works.remove(place)),
        WorkChoice::Role(role) => work.role.clone_from(role),
        WorkChoice::InDays(on) => {
            let time = work.days.take().or(work.hours.take());
            (work.days, work.hours) = if *on { (time, None) } else { (None, time) };
        }
        WorkChoice::Shape(kind) => {
            let time = work.days.as_mut().or(work.hours.as_mut());
            time.into_iter().for_each(|time| *time = shapes::turn_from_0(time, *kind));
        }
        WorkChoice::Holder(holder) => work.holder = *holder,
        WorkChoice::PerUnit(on) => work.per_unit = *on,
    }
}

/// Changes whether something falls due once or every month. What falls due once has no number of months.
fn repeat(timing: &mut crate::proposal::LineTiming, repeats: Repeats) {
    timing.repeats = repeats;
    if repeats == Repeats::Once {
        (timing.months, timing.firm_months, timing.in_advance) = (None, None, false);
    }
}

fn choose_factor(proposal: &mut Proposal, place: usize, choice: &RowChoice) {
    let scale = match choice {
        RowChoice::ScalesWith(line) => line.as_ref().and_then(|id| proposal.line(id)).map(|line| ScalesWith {
            line: line.id.clone(),
            at: if line.quantity > 0.0 { line.quantity } else { 1.0 },
        }),
        _ => None,
    };
    let factor: &mut Factor = &mut proposal.factors[place];
    match choice {
        RowChoice::Holder(holder) => factor.holder = *holder,
        RowChoice::Source(kind) => factor.source.get_or_insert_default().kind = *kind,
        RowChoice::Shape(kind) => factor.value = shapes::turn(&factor.value, *kind),
        RowChoice::WithoutAdvice(None) => (factor.without_advice, factor.advised_by) = (None, Vec::new()),
        RowChoice::WithoutAdvice(Some(kind)) => {
            factor.without_advice = Some(shapes::turn(factor.without_advice.as_ref().unwrap_or(&factor.value), *kind));
        }
        RowChoice::AdvisedBy(line, on) => list(&mut factor.advised_by, line, *on),
        RowChoice::ScalesWith(_) => factor.scales_with = scale,
        _ => {}
    }
}

fn choose_benefit(benefit: &mut Benefit, choice: &RowChoice) {
    match choice {
        RowChoice::Counted(kind) => benefit.kind = *kind,
        RowChoice::Repeats(repeats) => benefit.timing.repeats = *repeats,
        RowChoice::UnitFactor(factor) => benefit.unit_factor.clone_from(factor),
        RowChoice::Needs(line, on) => list(&mut benefit.needs, line, *on),
        RowChoice::Multiplies(factor, on) => {
            list(&mut benefit.factors, factor, *on);
            benefit.unit_factor = benefit.unit_factor.take().filter(|unit| benefit.factors.contains(unit));
        }
        _ => {}
    }
}

fn choose_discount(discount: &mut Option<Discount>, choice: &RowChoice) {
    let RowChoice::Discount(kind) = choice else { return };
    if *kind == DiscountKind::of(discount.as_ref()) {
        return;
    }
    let label = discount.take().map(|own| own.label).unwrap_or_default();
    *discount = match kind {
        DiscountKind::None => None,
        DiscountKind::Share => Some(Discount { share: Some(0.0), amount: None, label }),
        DiscountKind::Amount => Some(Discount { share: None, amount: Some(Money(0.0)), label }),
    };
}

fn choose_in_house(in_house: &mut InHouse, choice: &RowChoice) {
    match choice {
        RowChoice::Shape(kind) => in_house.days = shapes::turn_from_0(&in_house.days, *kind),
        RowChoice::Repeats(repeats) => repeat(&mut in_house.timing, *repeats),
        RowChoice::InAdvance(on) => in_house.timing.in_advance = *on,
        _ => {}
    }
}

fn choose_item(proposal: &mut Proposal, list: List, place: usize, choice: &RowChoice, words: &Words) {
    match (list, choice) {
        (List::Taxes, RowChoice::Default(on)) => {
            proposal.taxes.get_mut(place).into_iter().for_each(|tax| tax.default = *on);
        }
        (List::Choices, RowChoice::RemoveAlternative(own)) => list_item::remove_alternative(proposal, place, *own),
        (List::Choices, _) => {
            let Some(own) = proposal.choices.get_mut(place) else { return };
            choose_of_choice(own, choice, words);
        }
        _ => {}
    }
}

fn choose_of_choice(own: &mut Choice, choice: &RowChoice, words: &Words) {
    match choice {
        RowChoice::AddAlternative => list_item::add_alternative(own, words),
        RowChoice::Required(on) => {
            own.required = *on;
            // What has to be taken is taken: the first alternative, until another one is chosen.
            if *on && own.chosen.is_none() {
                own.chosen = own.alternatives.first().map(|first| first.id.clone());
            }
        }
        _ => {}
    }
}

/// Adds an id to a list, or removes it.
fn list(ids: &mut Vec<String>, id: &str, on: bool) {
    ids.retain(|own| own != id);
    if on {
        ids.push(id.to_owned());
    }
}
