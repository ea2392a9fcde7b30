//! The lines of the scope in words: production, advice, prices.

use super::Amounts;
use crate::proposal::{Benefit, Line, Proposal, Shape, Work};
use crate::words::{Text, Words, format_input};

/// A line of the scope with its two sides: production and advice.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkRow {
    /// Production.
    pub made: WorkSide,
    /// Advice, if the line has some.
    pub thought: Option<WorkSide>,
}

/// One side of a line: its production or its advice.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkSide {
    /// Its label.
    pub label: String,
    /// The parts of its price: quantity and times.
    pub detail: Vec<WorkDetail>,
    /// Its expected price without tax, before discount.
    pub price: String,
}

/// One part of a price.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkDetail {
    /// The amount: `80`, `4 à 9`.
    pub amount: String,
    /// The unit and its price: `invités à 110 €`, `h × directrice conseil, 1 100 € par jour`.
    pub of: String,
}

/// A line in words.
pub fn work_row(proposal: &Proposal, line: &Line, words: &Words) -> WorkRow {
    let amounts = Amounts::new(proposal, words);
    let mut made: Vec<WorkDetail> = Vec::new();
    if !line.unit.is_empty() || crate::estimate::mean(&line.unit_price) != 0.0 {
        made.push(quantity(line, &amounts, words));
    }
    made.extend(line.making.iter().map(|work| time(proposal, work, &amounts, words)));
    let made_price = line.quantity * crate::estimate::mean(&line.unit_price) + price_of_time(proposal, &line.making);
    let name = |label: &str, unnamed| if label.is_empty() { words.text(unnamed) } else { words.typeset(label) };
    let thought = line.advice.as_ref().map(|advice| WorkSide {
        label: name(&advice.label, Text::Advice),
        detail: advice.time.iter().map(|work| time(proposal, work, &amounts, words)).collect(),
        price: amounts.certain(price_of_time(proposal, &advice.time)),
    });
    WorkRow {
        made: WorkSide { label: name(&line.label, Text::Unnamed), detail: made, price: amounts.certain(made_price) },
        thought,
    }
}

/// Fraction of the cost that is advice, from 0 to 1; `None` if the cost is 0.
pub fn share_of_advice(cost: &crate::estimate::Cost) -> Option<f64> {
    let total = cost.production + cost.advice;
    (total > 0.0).then(|| cost.advice / total)
}

/// Expected price, in major units, of the advice of all included lines, bought or not, after discount and without tax.
pub fn price_of_advice(proposal: &Proposal) -> f64 {
    let discount = proposal.discount.as_ref().map_or(0.0, |discount| discount.share.unwrap_or(0.0));
    let advice = proposal.lines.iter().filter(|line| line.included).filter_map(|line| line.advice.as_ref());
    advice.map(|advice| price_of_time(proposal, &advice.time)).fold(0.0, |sum, price| sum + price) * (1.0 - discount)
}

/// The benefits that need a line, and are lost without it.
pub fn benefits_needing<'a>(proposal: &'a Proposal, line: &'a str) -> impl Iterator<Item = &'a Benefit> {
    proposal.benefits.iter().filter(move |benefit| benefit.needs.iter().any(|needed| needed == line))
}

fn quantity(line: &Line, amounts: &Amounts, words: &Words) -> WorkDetail {
    let price = amounts.certain(crate::estimate::mean(&line.unit_price));
    let at = words.fill(Text::AtPrice, &[("price", &price)]);
    let of = if crate::estimate::mean(&line.unit_price) == 0.0 {
        words.typeset(&line.unit)
    } else {
        [&words.typeset(&line.unit), " ", &at].concat()
    };
    WorkDetail { amount: format_input(line.quantity, words.language()), of: of.trim().to_owned() }
}

fn time(proposal: &Proposal, work: &Work, amounts: &Amounts, words: &Words) -> WorkDetail {
    let shape = work.days.or(work.hours).unwrap_or_default();
    let unit = words.text(if work.days.is_some() { Text::DaysUnit } else { Text::HoursUnit });
    let rate = proposal.rates.iter().find(|rate| rate.id == work.role);
    let role = rate.map_or_else(String::new, |rate| {
        let price = amounts.certain(rate.day_rate.major());
        words.fill(Text::TimesRole, &[("role", &words.typeset(&rate.label)), ("rate", &price)])
    });
    WorkDetail { amount: range_of(&shape, words), of: [&unit, " ", &role].concat().trim().to_owned() }
}

/// A time as text: the ends of a range, or else the mean.
fn range_of(shape: &Shape, words: &Words) -> String {
    let show = |x| format_input(x, words.language());
    match *shape {
        Shape::Pert([low, _, high]) | Shape::Uniform([low, high]) | Shape::Interval90([low, high]) if low != high => {
            words.fill(Text::FromTo, &[("low", &show(low)), ("high", &show(high))])
        }
        _ => show(mean_of(shape)),
    }
}

/// Expected price of entries of time, in major units, without tax and before discount.
pub(super) fn price_of_time(proposal: &Proposal, time: &[Work]) -> f64 {
    let price = |work: &Work| {
        let rate = proposal.rates.iter().find(|rate| rate.id == work.role).map_or(0.0, |rate| rate.day_rate.major());
        let days = work.days.as_ref().map_or(0.0, mean_of);
        let hours = work.hours.as_ref().map_or(0.0, mean_of);
        rate * (days + hours / proposal.hours_per_day)
    };
    time.iter().map(price).fold(0.0, |sum, price| sum + price)
}

fn mean_of(shape: &Shape) -> f64 {
    crate::estimate::mean(shape)
}
