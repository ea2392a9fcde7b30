//! The amounts of a document, in whole minor units of the currency: each line is rounded, and every total is the sum of
//! the rounded parts above it.
//!
//! They follow from the proposal alone, not from draws. It knows nothing of words.

use crate::estimate::{Expected, LinePrice, advice_is_bought, line_prices};
use crate::proposal::{Line, Nature, Proposal, Repeats, Tax};
use crate::words::{minor_unit, round_to, step_for};

/// An amount of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The amount, expected where it holds a range; in whole minor units.
    pub minor: f64,
    /// The same with every range at its upper end; `None` where one has none.
    pub most: Option<f64>,
    /// Whether it holds a range.
    pub is_estimated: bool,
}

/// The amounts of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// Each line of the proposal, in its order.
    pub lines: Vec<QuoteLine>,
    /// Prices and making of all lines that are in and billed.
    pub production: Amount,
    /// The advice bought with them.
    pub advice: Amount,
    /// The discount, below zero; `None` if there is none.
    pub discount: Option<Amount>,
    /// Production and advice after discount, without tax.
    pub excl_tax: Amount,
    /// Each tax of the proposal that some line bears.
    pub taxes: Vec<QuoteTax>,
    /// With all taxes.
    pub total: Amount,
    /// What of `excl_tax` falls due monthly, all months together.
    pub monthly: Amount,
    /// What of `excl_tax` hangs on a condition.
    pub conditional: Amount,
    /// What the client pays to third parties, outside all totals.
    pub on_behalf: Amount,
}

/// The amounts of a line: of all its due dates.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteLine {
    /// Whether it is in.
    pub is_in: bool,
    /// The number of its due dates: 1, or that of its months.
    pub times: u32,
    /// Prices and making.
    pub made: Amount,
    /// The same on each due date.
    pub made_each: Amount,
    /// Advice, bought or not; `None` if the line has none that takes time.
    pub thought: Option<Amount>,
    /// The same on each due date.
    pub thought_each: Option<Amount>,
    /// Whether its advice is bought, if it is in.
    pub is_advised: bool,
}

/// A tax with what it is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteTax {
    /// The tax.
    pub tax: Tax,
    /// What it is computed from.
    pub base: Amount,
    /// The tax.
    pub amount: Amount,
}

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount { minor: 0.0, most: Some(0.0), is_estimated: false };

    /// The sum of two amounts.
    pub fn plus(self, other: Amount) -> Amount {
        Amount {
            minor: self.minor + other.minor,
            most: self.most.zip(other.most).map(|(own, other)| own + other),
            is_estimated: self.is_estimated || other.is_estimated,
        }
    }

    /// What is left of it without a part of it.
    pub fn without(self, part: Amount) -> Amount {
        let most = self.most.zip(part.most).map(|(own, part)| own - part);
        Amount { minor: self.minor - part.minor, most, is_estimated: self.is_estimated }
    }
}

impl QuoteLine {
    /// The advice that is bought with it; nothing if none is.
    pub fn bought(&self) -> Amount {
        self.thought.filter(|_| self.is_advised).unwrap_or(Amount::ZERO)
    }

    /// What it costs: prices, making and the advice that is bought with it.
    pub fn whole(&self) -> Amount {
        self.made.plus(self.bought())
    }
}

/// The amounts of a proposal's documents.
pub fn quote(proposal: &Proposal) -> Quote {
    let is_in = proposal.lines_in();
    let prices = line_prices(proposal, &is_in);
    let lines = proposal.lines.iter().zip(&is_in).zip(prices);
    let lines: Vec<QuoteLine> = lines.map(|((line, is_in), price)| quote_line(proposal, line, *is_in, price)).collect();
    let billed = || billed(proposal, &lines);
    let sum = |part: fn(&QuoteLine) -> Amount| billed().map(|(_, own)| part(own)).fold(Amount::ZERO, Amount::plus);
    let production = sum(|own| own.made);
    let advice = sum(QuoteLine::bought);
    let on_behalf = proposal.lines.iter().zip(&lines).filter(|(line, own)| own.is_in && is_on_behalf(line));
    let on_behalf = on_behalf.fold(Amount::ZERO, |sum, (_, own)| sum.plus(own.whole()));

    let subtotal = production.plus(advice);
    let most = billed().map(|(line, own)| Some((line, own.whole().most?))).collect::<Option<Vec<_>>>();
    let expected = Sums::new(proposal, &billed().map(|(line, own)| (line, own.whole().minor)).collect::<Vec<_>>());
    let most = most.map(|lines| Sums::new(proposal, &lines));
    let is_estimated = subtotal.is_estimated;
    let amount =
        |part: fn(&Sums) -> f64| Amount { minor: part(&expected), most: most.as_ref().map(part), is_estimated };
    let taxes = proposal.all_taxes().into_iter().enumerate().filter(|(at, _)| expected.borne[*at]);
    let taxes = taxes.map(|(at, tax)| QuoteTax {
        base: Amount { minor: expected.bases[at], most: most.as_ref().map(|most| most.bases[at]), is_estimated },
        amount: Amount { minor: expected.taxes[at], most: most.as_ref().map(|most| most.taxes[at]), is_estimated },
        tax,
    });
    let taxes = taxes.collect();
    Quote {
        production,
        advice,
        discount: proposal.discount.as_ref().map(|_| amount(|own| -own.discount)),
        excl_tax: amount(|own| own.excl_tax),
        taxes,
        total: amount(|own| own.total),
        monthly: amount(|own| own.monthly),
        conditional: amount(|own| own.conditional),
        on_behalf,
        lines,
    }
}

/// The lines that are in the totals.
pub(super) fn billed<'a>(
    proposal: &'a Proposal,
    lines: &'a [QuoteLine],
) -> impl Iterator<Item = (&'a Line, &'a QuoteLine)> {
    proposal.lines.iter().zip(lines).filter(|(line, own)| own.is_in && !is_on_behalf(line))
}

fn is_on_behalf(line: &Line) -> bool {
    line.nature == Nature::OnBehalf
}

fn quote_line(proposal: &Proposal, line: &Line, is_in: bool, LinePrice { made, thought }: LinePrice) -> QuoteLine {
    let times = line.timing.due_months(proposal.horizon_months).len() as u32;
    let rounded = |expected: Expected, times: u32| rounded(proposal, expected, f64::from(times));
    QuoteLine {
        is_in,
        times,
        made: rounded(made, times),
        made_each: rounded(made, 1),
        thought: thought.map(|thought| rounded(thought, times)),
        thought_each: thought.map(|thought| rounded(thought, 1)),
        is_advised: advice_is_bought(proposal, line),
    }
}

/// An expected amount, so many times. One that is certain is rounded to the minor unit before it is multiplied: so much
/// is paid each time.
fn rounded(proposal: &Proposal, expected: Expected, times: f64) -> Amount {
    let unit = minor_unit(&proposal.currency);
    let in_units = |amount: f64, step: f64| (round_to(amount, step) / unit).round();
    let most = expected.most.map(|most| in_units(most, unit) * times);
    if expected.width > 0.0 {
        let step = step_for(expected.width * times, &proposal.currency);
        let minor = in_units(expected.mean * times, step);
        // The most is rounded each time: of amounts below a minor unit it can be less.
        return Amount { minor: most.map_or(minor, |most| minor.min(most)), most, is_estimated: true };
    }
    Amount { minor: in_units(expected.mean, unit) * times, most, is_estimated: false }
}

/// Sums in whole minor units.
struct Sums {
    discount: f64,
    excl_tax: f64,
    /// Whether some line bears the tax, in the proposal's order, like bases and amounts.
    borne: Vec<bool>,
    bases: Vec<f64>,
    taxes: Vec<f64>,
    total: f64,
    monthly: f64,
    conditional: f64,
}

impl Sums {
    /// The sums of lines with their amounts. A discount that is a share is spread over lines with the same taxes, so that
    /// what is left of them sums to what is left in all.
    fn new(proposal: &Proposal, lines: &[(&Line, f64)]) -> Self {
        let known = proposal.all_taxes();
        let (share, fixed) = match &proposal.discount {
            Some(discount) => (
                discount.share.unwrap_or(0.0),
                discount.amount.map_or(0.0, |amount| in_minor_units(amount.major(), proposal)),
            ),
            None => (0.0, 0.0),
        };
        let subtotal = lines.iter().fold(0.0, |sum, (_, amount)| sum + amount);
        let discount = round_to(subtotal * share, 1.0) + fixed;
        let mut groups: Vec<(Vec<bool>, f64)> = Vec::new();
        let unnamed = Line::default();
        for (line, amount) in lines.iter().copied().chain((fixed != 0.0).then_some((&unnamed, 0.0))) {
            let borne: Vec<bool> = known.iter().map(|tax| tax.is_borne_by(line)).collect();
            match groups.iter_mut().find(|(own, _)| *own == borne) {
                Some((_, sum)) => *sum += amount,
                None => groups.push((borne, amount)),
            }
        }
        let mut bases = vec![0.0; known.len()];
        let (mut before, mut cut) = (0.0, 0.0);
        let by_default: Vec<bool> = known.iter().map(|tax| tax.default).collect();
        for (borne, sum) in &groups {
            before += sum;
            let own = round_to(before * share, 1.0) - cut;
            cut += own;
            let left = sum - own - if *borne == by_default { fixed } else { 0.0 };
            bases.iter_mut().zip(borne).filter(|(_, borne)| **borne).for_each(|(base, _)| *base += left);
        }
        let taxes: Vec<f64> = known.iter().zip(&bases).map(|(tax, base)| round_to(base * tax.rate, 1.0)).collect();
        let excl_tax = subtotal - discount;
        let part = |is_of: fn(&Line) -> bool| {
            let sum = lines.iter().filter(|(line, _)| is_of(line)).fold(0.0, |sum, (_, amount)| sum + amount);
            round_to(sum * (1.0 - share), 1.0)
        };
        Self {
            discount,
            excl_tax,
            borne: (0..known.len()).map(|at| groups.iter().any(|(borne, _)| borne[at])).collect(),
            total: taxes.iter().fold(excl_tax, |sum, tax| sum + tax),
            bases,
            taxes,
            monthly: part(|line| line.timing.repeats == Repeats::Monthly),
            conditional: part(|line| line.only_if.is_some()),
        }
    }
}

/// An amount in major units as whole minor units.
pub(super) fn in_minor_units(amount: f64, proposal: &Proposal) -> f64 {
    let unit = minor_unit(&proposal.currency);
    (round_to(amount, unit) / unit).round()
}
