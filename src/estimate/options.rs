//! The expected figures of a proposal for any set of its optional lines.
//!
//! It gives the means of the estimate for a set of those lines, and must not know which set is wanted.

use super::draws::Columns;
use super::model::{CostModel, Model, add_line, is_advised};
use super::timing::Calendar;
use crate::proposal::{Factor, Proposal};

/// The means of a proposal for every set of its optional lines.
///
/// A set is a number whose lowest bit is the last optional line, so that the first line is the highest bit.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// Mean cost of the lines that are not optional, after discount and without tax.
    pub(crate) base: f64,
    /// Mean cost of every optional line, in the proposal's order.
    pub(crate) costs: Vec<f64>,
    /// The conditions that values depend on. Their states are the bits of a number, the first condition the lowest.
    conditions: Vec<Condition>,
    /// The benefits in money that are in for at least one set.
    benefits: Vec<Product>,
}

/// A condition on a set of lines.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Condition {
    lines: u32,
    /// Whether all of the lines have to be in; if not, one of them is enough.
    all: bool,
}

/// The condition that every set meets.
const ALWAYS: Condition = Condition { lines: 0, all: true };

/// A benefit in money: its weight times the means of its factors, where all that it needs is in.
#[derive(Clone, Debug)]
struct Product {
    weight: f64,
    /// An upper bound of its mean, for any set.
    most: f64,
    /// The optional lines without which it is worth nothing, and the bit of that condition.
    lines: u32,
    needs: u64,
    /// For every factor the bit of its advice's condition, and its mean without and with the advice.
    factors: Vec<(u64, [f64; 2])>,
}

/// Computes the values of sets one after the other; a value is computed again only if a condition has changed.
pub(crate) struct Values<'a> {
    options: &'a Options,
    states: Option<u64>,
    value: f64,
}

impl Options {
    /// The options of a checked proposal, which has at most 32 optional lines.
    pub(crate) fn new(proposal: &Proposal) -> Self {
        let mut all_in = proposal.clone();
        all_in.lines.iter_mut().for_each(|line| line.included |= line.optional);
        // Means do not depend on draws, so the smallest net is enough.
        let mut columns = Columns::new(1);
        let mut mean_of = |optional: bool| {
            let lines = all_in.lines.iter().filter(|line| line.optional == optional && line.included);
            let mut cost = |line| {
                let mut costs = (CostModel::default(), CostModel::default());
                add_line(&all_in, line, &mut costs, &mut columns);
                costs.0.mean(&columns) + costs.1.mean(&columns)
            };
            lines.map(&mut cost).collect::<Vec<f64>>()
        };
        let (always, costs) = (mean_of(false), mean_of(true));
        let mut options =
            Self { base: always.iter().fold(0.0, |a, b| a + b), costs, conditions: Vec::new(), benefits: Vec::new() };
        options.add_benefits(&all_in, &mut columns);
        options
    }

    /// Whether a benefit in money is in for at least one set.
    pub(crate) fn has_value(&self) -> bool {
        !self.benefits.is_empty()
    }

    /// An upper bound of the expected value of a set and of all its subsets.
    pub(crate) fn most(&self, set: u32) -> f64 {
        let possible = self.benefits.iter().filter(|benefit| benefit.lines & !set == 0);
        possible.fold(0.0, |sum, benefit| sum + benefit.most)
    }

    /// Starts the computation of values.
    pub(crate) fn values(&self) -> Values<'_> {
        Values { options: self, states: None, value: 0.0 }
    }

    fn add_benefits(&mut self, all_in: &Proposal, columns: &mut Columns) {
        let (model, calendar) = (Model::new(all_in, columns), Calendar::new(all_in));
        for money in &model.money {
            // A factor that scales with a line is 0 without it, and so is the benefit.
            let grows = |i: &usize| all_in.factors[*i].scales_with.as_ref().map(|scale| &scale.line);
            let needed = money.benefit.needs.iter().chain(money.factors.iter().filter_map(grows));
            let lines = set_of(all_in, needed);
            let factors = money.factors.iter().map(|i| {
                let factor = &model.factors[*i];
                let means = [factor.without, factor.with_advice].map(|state| columns.at(state.column).moments.mean);
                let condition = if means[0] == means[1] { ALWAYS } else { advice(all_in, &all_in.factors[*i]) };
                (self.bit(condition), means)
            });
            let factors: Vec<(u64, [f64; 2])> = factors.collect();
            let weight = calendar.course(&money.benefit.timing, 0).weight();
            let most = factors.iter().fold(weight, |most, (_, [without, with])| most * without.abs().max(with.abs()));
            let needs = self.bit(Condition { lines, all: true });
            self.benefits.push(Product { weight, most, lines, needs, factors });
        }
    }

    /// The bit of a condition, which is added if it is new. There are no more conditions than benefits and factors,
    /// fewer than 64.
    fn bit(&mut self, condition: Condition) -> u64 {
        let place = self.conditions.iter().position(|other| *other == condition).unwrap_or_else(|| {
            self.conditions.push(condition);
            self.conditions.len() - 1
        });
        1 << place
    }
}

impl Values<'_> {
    /// The expected value of a set; 0 where it has no benefit in money.
    pub(crate) fn of(&mut self, set: u32) -> f64 {
        let holds = |condition: &Condition| {
            let inside = set & condition.lines;
            u64::from(if condition.all { inside == condition.lines } else { inside != 0 })
        };
        let states = self.options.conditions.iter().rev().fold(0, |states, condition| states << 1 | holds(condition));
        if self.states != Some(states) {
            self.states = Some(states);
            self.value = self.options.benefits.iter().fold(0.0, |sum, benefit| sum + benefit.mean(states));
        }
        self.value
    }
}

impl Product {
    fn mean(&self, states: u64) -> f64 {
        if states & self.needs == 0 {
            return 0.0;
        }
        self.factors.iter().fold(self.weight, |mean, (advice, means)| mean * means[usize::from(states & advice != 0)])
    }
}

/// The condition under which a factor has the advice that it depends on. Not used for a factor whose advice no set
/// includes: its two means are the same.
fn advice(all_in: &Proposal, factor: &Factor) -> Condition {
    if !factor.advised_by.is_empty() {
        return Condition { lines: set_of(all_in, factor.advised_by.iter()), all: true };
    }
    let advised = || all_in.lines.iter().filter(|line| is_advised(all_in, line));
    if advised().any(|line| !line.optional) {
        return ALWAYS;
    }
    Condition { lines: set_of(all_in, advised().map(|line| &line.id)), all: false }
}

/// The set of the optional lines among these ids.
fn set_of<'a>(proposal: &Proposal, ids: impl Iterator<Item = &'a String> + Clone) -> u32 {
    let optional = proposal.lines.iter().filter(|line| line.optional);
    optional.fold(0, |set, line| set << 1 | u32::from(ids.clone().any(|id| *id == line.id)))
}
