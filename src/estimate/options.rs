//! The expected figures of a proposal for any set of its lines.
//!
//! It gives the means of the estimate for a set of lines, and must not know which set is wanted.

use super::draws::Columns;
use super::model::{Model, is_advised};
use super::timing::Calendar;
use crate::proposal::{BenefitKind, Factor, Proposal};

/// The means of a proposal for every set of its lines. A set is a number whose bit `l` says whether line `l` is in.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The lines that each line needs.
    needs: Vec<u64>,
    /// The lines, each after those that it needs.
    order: Vec<usize>,
    /// Mean amounts that documents show: those of the lines of the mask together.
    shown: Vec<(u64, Shown)>,
    /// The conditions that means depend on. Their states are the bits of a number, the first condition the lowest.
    conditions: Vec<Condition>,
    /// The lines that each benefit in money needs, and its mean.
    benefits: Vec<(u64, Product)>,
    /// The parts of the cost.
    costs: Vec<Product>,
}

/// Mean amounts that documents show.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Shown {
    /// Production and advice, after discount and without tax.
    pub(crate) excl_vat: f64,
    /// The same with taxes.
    pub(crate) incl_vat: f64,
}

/// A condition on a set of lines.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Condition {
    lines: u64,
    /// Whether all of the lines have to be in; if not, one of them is enough.
    all: bool,
}

/// The condition that every set meets.
const ALWAYS: Condition = Condition { lines: 0, all: true };

/// A weight times the means of factors, where all of some lines are in.
#[derive(Clone, Debug)]
struct Product {
    weight: f64,
    lines: u64,
    /// For every factor the bit of its advice's condition, and its mean without and with the advice.
    factors: Vec<(u64, [f64; 2])>,
}

/// Computes the means of sets one after the other; a value is computed again only if a benefit or a condition has
/// changed.
pub(crate) struct Values<'a> {
    options: &'a Options,
    /// The conditions that hold, and the benefits that are in.
    last: Option<(u64, u64)>,
    value: Option<f64>,
}

/// The mean result of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Mean {
    /// The value; `None` where no benefit in money is in.
    pub(crate) value: Option<f64>,
    /// The cost as the client bears it.
    pub(crate) cost: f64,
}

impl Options {
    /// The options of a checked proposal.
    pub(crate) fn new(proposal: &Proposal) -> Self {
        let count = proposal.lines.len();
        let mut single = Single::new(proposal);
        let mut options = Self {
            needs: proposal.lines.iter().map(|line| set_of(proposal, &line.needs)).collect(),
            order: Vec::with_capacity(count),
            shown: Vec::new(),
            conditions: Vec::new(),
            benefits: Vec::new(),
            costs: Vec::new(),
        };
        options.sort_lines();
        let nothing = single.parts(0);
        options.add(proposal, 0, &nothing, &Parts::default(), &mut single);
        let own: Vec<Parts> = (0..count).map(|place| single.parts(1 << place).less(&nothing)).collect();
        for (place, parts) in own.iter().enumerate() {
            options.add(proposal, 1 << place, parts, &Parts::default(), &mut single);
            // A share of other lines counts for each of those that is in with it.
            let Some(percent) = &proposal.lines[place].percent_of else { continue };
            for id in &percent.lines {
                let Some(other) = proposal.lines.iter().position(|line| line.id == *id) else { continue };
                let both = 1 << place | 1 << other;
                let together = single.parts(both).less(&nothing).less(&own[other]);
                options.add(proposal, both, &together, parts, &mut single);
            }
        }
        options.add_benefits(proposal, &mut single);
        options
    }

    /// The lines of a set that are in: those that have all the lines that they need.
    pub(crate) fn lines_in(&self, mut set: u64) -> u64 {
        for place in &self.order {
            let missing = self.needs[*place] & !set != 0;
            set &= !(u64::from(missing) << place);
        }
        set
    }

    /// What documents show for a set of lines that are in.
    pub(crate) fn shown(&self, set: u64) -> Shown {
        let held = self.shown.iter().filter(|(lines, _)| lines & !set == 0);
        held.fold(Shown::default(), |sum, (_, own)| Shown {
            excl_vat: sum.excl_vat + own.excl_vat,
            incl_vat: sum.incl_vat + own.incl_vat,
        })
    }

    /// Whether a benefit in money can be in where these lines can be.
    pub(crate) fn has_value(&self, possible: u64) -> bool {
        self.benefits.iter().any(|(needs, _)| needs & !self.lines_in(possible) == 0)
    }

    /// Starts the computation of means.
    pub(crate) fn values(&self) -> Values<'_> {
        Values { options: self, last: None, value: None }
    }

    /// Sorts the lines so that each follows those that it needs. A checked proposal has no circle.
    fn sort_lines(&mut self) {
        let mut sorted = 0_u64;
        while self.order.len() < self.needs.len() {
            let next = (0..self.needs.len())
                .find(|place| sorted >> place & 1 == 0 && self.needs[*place] & !sorted == 0)
                .or_else(|| (0..self.needs.len()).find(|place| sorted >> place & 1 == 0));
            let Some(next) = next else { return };
            sorted |= 1 << next;
            self.order.push(next);
        }
    }

    /// Adds what the lines of a mask cost together, beyond what is counted elsewhere.
    fn add(&mut self, proposal: &Proposal, lines: u64, parts: &Parts, counted: &Parts, single: &mut Single) {
        let parts = parts.less(counted);
        if parts.shown != Shown::default() {
            self.shown.push((lines, parts.shown));
        }
        for (factors, weight) in parts.costs {
            if weight != 0.0 {
                let product = self.product(proposal, weight, lines, &factors, single);
                self.costs.push(product);
            }
        }
    }

    fn add_benefits(&mut self, proposal: &Proposal, single: &mut Single) {
        let all = proposal.benefits.iter().filter(|benefit| benefit.kind == BenefitKind::Money);
        for benefit in all {
            let place = |id: &String| proposal.factors.iter().position(|factor| factor.id == *id);
            let factors: Vec<usize> = benefit.factors.iter().filter_map(place).collect();
            let weight = single.calendar.course(&benefit.timing, 0).weight();
            // A factor that scales with a line is 0 without it, and so is the benefit.
            let grows = factors.iter().filter_map(|place| proposal.factors[*place].scales_with.as_ref());
            let grown = set_of(proposal, grows.map(|scale| &scale.line));
            let needs = set_of(proposal, &benefit.needs);
            let product = self.product(proposal, weight, needs | grown, &factors, single);
            self.benefits.push((needs, product));
        }
    }

    fn product(
        &mut self,
        proposal: &Proposal,
        weight: f64,
        lines: u64,
        factors: &[usize],
        single: &mut Single,
    ) -> Product {
        let factors = factors.iter().map(|place| {
            let means = single.factor_means(*place);
            let condition = if means[0] == means[1] { ALWAYS } else { advice(proposal, &proposal.factors[*place]) };
            (self.bit(condition), means)
        });
        Product { weight, lines, factors: factors.collect() }
    }

    /// The bit of a condition, which is added if it is new. There are no more of them than factors, fewer than 64.
    fn bit(&mut self, condition: Condition) -> u64 {
        let place = self.conditions.iter().position(|other| *other == condition).unwrap_or_else(|| {
            self.conditions.push(condition);
            self.conditions.len() - 1
        });
        1 << place
    }
}

impl Values<'_> {
    /// The means of a set of lines that are in.
    pub(crate) fn of(&mut self, set: u64) -> Mean {
        let Options { conditions, benefits, costs, .. } = self.options;
        let holds = |condition: &Condition| {
            let inside = set & condition.lines;
            u64::from(if condition.all { inside == condition.lines } else { inside != 0 })
        };
        let states = conditions.iter().rev().fold(0, |states, condition| states << 1 | holds(condition));
        let is_in = |lines: u64| lines & !set == 0;
        let held = benefits
            .iter()
            .fold(0, |held, (needs, own)| held << 2 | u64::from(is_in(*needs)) << 1 | u64::from(is_in(own.lines)));
        if self.last != Some((states, held)) {
            self.last = Some((states, held));
            let brought = benefits.iter().filter(|(needs, _)| is_in(*needs)).map(|(_, own)| own.mean(set, states));
            self.value = brought.reduce(|sum, mean| sum + mean);
        }
        Mean { value: self.value, cost: costs.iter().fold(0.0, |sum, own| sum + own.mean(set, states)) }
    }
}

impl Product {
    fn mean(&self, set: u64, states: u64) -> f64 {
        if self.lines & !set != 0 {
            return 0.0;
        }
        self.factors.iter().fold(self.weight, |mean, (advice, means)| mean * means[usize::from(states & advice != 0)])
    }
}

/// The means of some lines alone.
#[derive(Clone, Debug, Default)]
struct Parts {
    shown: Shown,
    /// The mean cost by the factors that it is multiplied by: none, or the condition.
    costs: Vec<(Vec<usize>, f64)>,
}

impl Parts {
    /// These without others.
    fn less(&self, other: &Self) -> Self {
        let mut parts = self.clone();
        parts.shown.excl_vat -= other.shown.excl_vat;
        parts.shown.incl_vat -= other.shown.incl_vat;
        for (factors, weight) in &other.costs {
            match parts.costs.iter_mut().find(|(own, _)| own == factors) {
                Some((_, own)) => *own -= weight,
                None => parts.costs.push((factors.clone(), -weight)),
            }
        }
        parts
    }
}

/// Resolves a proposal with some of its lines alone, as if they needed no others and were chosen.
struct Single {
    proposal: Proposal,
    /// The same with all lines.
    all_in: Proposal,
    calendar: Calendar,
    columns: Columns,
}

impl Single {
    fn new(proposal: &Proposal) -> Self {
        let mut alone = proposal.clone();
        for line in &mut alone.lines {
            line.needs.clear();
            line.choice = None;
            line.alternative = None;
            line.included = false;
        }
        let mut all_in = alone.clone();
        all_in.lines.iter_mut().for_each(|line| line.included = true);
        // Means do not depend on draws, so the smallest net is enough.
        Self { calendar: Calendar::new(proposal), columns: Columns::new(1), proposal: alone, all_in }
    }

    fn parts(&mut self, lines: u64) -> Parts {
        let places = self.proposal.lines.iter_mut().enumerate();
        places.for_each(|(place, line)| line.included = lines >> place & 1 == 1);
        let model = Model::new(&self.proposal, &self.calendar, &mut self.columns);
        let rates = self.proposal.all_taxes();
        let taxes = model.nominal.bases.iter().zip(&rates).fold(0.0, |sum, (base, tax)| sum + base * tax.rate);
        let excl_vat = model.nominal.production + model.nominal.advice;
        let mut parts = Parts { shown: Shown { excl_vat, incl_vat: excl_vat + taxes }, costs: Vec::new() };
        for term in model.production.terms.iter().chain(&model.advice.terms) {
            let (factors, ranges): (Vec<usize>, Vec<usize>) =
                term.variables.iter().partition(|variable| **variable < model.factors);
            let mean = |place: &usize| self.columns.at(model.variables[*place].with_advice.column).moments.mean;
            let weight = ranges.iter().map(mean).fold(term.weight, |product, mean| product * mean);
            match parts.costs.iter_mut().find(|(own, _)| *own == factors) {
                Some((_, own)) => *own += weight,
                None => parts.costs.push((factors, weight)),
            }
        }
        parts
    }

    /// The mean of a factor without advice and with it, where its line is in.
    fn factor_means(&mut self, place: usize) -> [f64; 2] {
        let model = Model::new(&self.all_in, &self.calendar, &mut self.columns);
        let variable = model.variables[place];
        [variable.without, variable.with_advice].map(|state| self.columns.at(state.column).moments.mean)
    }
}

/// The condition under which a factor has the advice that it depends on. Not used for a factor whose advice no set
/// includes: its two means are the same.
fn advice(proposal: &Proposal, factor: &Factor) -> Condition {
    if !factor.advised_by.is_empty() {
        return Condition { lines: set_of(proposal, &factor.advised_by), all: true };
    }
    let advised = proposal.lines.iter().filter(|line| is_advised(proposal, true, line));
    Condition { lines: set_of(proposal, advised.map(|line| &line.id)), all: false }
}

/// The set of the lines with these ids.
fn set_of<'a>(proposal: &Proposal, ids: impl IntoIterator<Item = &'a String>) -> u64 {
    let place = |id: &String| proposal.lines.iter().position(|line| line.id == *id);
    ids.into_iter().filter_map(place).fold(0, |set, place| set | 1 << place)
}
