//! What each line charges each time that it falls due, before tax and discount: money that is known, and money per unit
//! of a range. It knows neither draws nor how a price is shown.

use super::distribution::Distribution;
use crate::proposal::{Holder, Line, Proposal, Shape, Work};

/// A part of what a line charges.
#[derive(Clone, Copy, Debug)]
pub(super) struct Charge {
    /// Money, or money per unit of the range.
    pub(super) money: f64,
    /// The price or the time that is a range.
    pub(super) range: Option<Range>,
}

/// A price or a time that is a range. The same one may be charged by several lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    /// What it is: [`PRICE`], [`MAKING`] or [`ADVICE`].
    pub(super) kind: u8,
    /// The place of its line.
    pub(super) line: usize,
    /// Its place among the line's prices or times.
    pub(super) index: usize,
    /// Its shape.
    pub(super) shape: Shape,
    /// Who it depends on.
    pub(super) holder: Holder,
}

/// Kinds of ranges.
pub(super) const PRICE: u8 = b'p';
pub(super) const MAKING: u8 = b'm';
pub(super) const ADVICE: u8 = b'a';

/// An expected amount of money, in major units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expected {
    /// Its mean.
    pub mean: f64,
    /// Its width from P10 to P90, taken as that of a normal distribution; 0 where nothing in it is a range.
    pub width: f64,
    /// Its upper end; `None` where a range has none.
    pub most: Option<f64>,
}

/// What a line charges each time that it falls due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePrice {
    /// Prices and making.
    pub made: Expected,
    /// Advice, bought or not; `None` if the line has none that takes time.
    pub thought: Option<Expected>,
}

/// `z(P90) − z(P10)` of the standard normal.
const WIDTH_OF_80: f64 = 2.563_103_131_089_2;

/// The prices and making of a line; of a share of other lines, that share of the prices of those that are in.
pub(super) fn made(proposal: &Proposal, is_in: &[bool], place: usize) -> Vec<Charge> {
    let line = &proposal.lines[place];
    let Some(percent) = &line.percent_of else {
        let mut charges = vec![price(place, line, 1.0)];
        charges.extend(works(proposal, (place, line), &line.making, MAKING));
        return charges;
    };
    let lines = proposal.lines.iter().enumerate();
    let named = lines.filter(|(place, own)| is_in[*place] && percent.lines.contains(&own.id));
    named.map(|(place, own)| price(place, own, percent.share)).collect()
}

/// The advice of a line, bought or not.
pub(super) fn thought(proposal: &Proposal, place: usize) -> Vec<Charge> {
    let line = &proposal.lines[place];
    match &line.advice {
        Some(advice) if line.percent_of.is_none() => works(proposal, (place, line), &advice.time, ADVICE).collect(),
        _ => Vec::new(),
    }
}

/// What each line charges each time that it falls due, as if it were in, in the proposal's order. `is_in` says which
/// lines are in, of whose prices others may be a share.
pub fn line_prices(proposal: &Proposal, is_in: &[bool]) -> Vec<LinePrice> {
    let prices = (0..proposal.lines.len()).map(|place| {
        let thought = thought(proposal, place);
        LinePrice {
            made: expected(&made(proposal, is_in, place)),
            thought: (!thought.is_empty()).then(|| expected(&thought)),
        }
    });
    prices.collect()
}

/// `quantity × price`, times a number.
fn price(place: usize, line: &Line, times: f64) -> Charge {
    charge(times * line.quantity, line.unit_price, (PRICE, place, 0), line.holder)
}

/// `days × day rate` of every entry of time, hours being days × hours per day.
fn works<'a>(
    proposal: &'a Proposal,
    (place, line): (usize, &'a Line),
    works: &'a [Work],
    kind: u8,
) -> impl Iterator<Item = Charge> + 'a {
    works.iter().enumerate().filter_map(move |(index, work)| {
        let rate = proposal.rates.iter().find(|rate| rate.id == work.role).map_or(0.0, |rate| rate.day_rate.major());
        let (time, money) = match (work.days, work.hours) {
            (Some(days), _) => (days, rate),
            (_, Some(hours)) => (hours, rate / proposal.hours_per_day),
            _ => return None,
        };
        let money = if work.per_unit { money * line.quantity } else { money };
        Some(charge(money, time, (kind, place, index), work.holder))
    })
}

fn charge(money: f64, shape: Shape, (kind, line, index): (u8, usize, usize), holder: Holder) -> Charge {
    match shape {
        Shape::Fixed(x) => Charge { money: money * x, range: None },
        shape => Charge { money, range: Some(Range { kind, line, index, shape, holder }) },
    }
}

/// The sum of charges, whose ranges are independent.
fn expected(charges: &[Charge]) -> Expected {
    let (mut mean, mut variance, mut most) = (0.0, 0.0, Some(0.0));
    for Charge { money, range } in charges {
        let shape = range.map_or(Shape::Fixed(1.0), |range| range.shape);
        let distribution = Distribution::new(&shape);
        mean += money * distribution.mean();
        variance += money * money * distribution.variance();
        most = most.zip(upper_end(&shape)).map(|(sum, end)| sum + money * end);
    }
    Expected { mean, width: WIDTH_OF_80 * libm::sqrt(variance), most }
}

/// The largest value of a shape; `None` if it has none.
pub(super) fn upper_end(shape: &Shape) -> Option<f64> {
    match *shape {
        Shape::Fixed(x) => Some(x),
        Shape::Uniform([_, most]) | Shape::Pert([_, _, most]) => Some(most),
        Shape::Interval90(_) => None,
        Shape::Chance(_) => Some(1.0),
        Shape::Count { trials, .. } => Some(f64::from(trials)),
    }
}
