//! A checked proposal resolved into numbers: which factors have their advice, which benefits are in, what each way of
//! doing the project costs. Ids become places in lists. Nothing but columns of draws is computed yet.

use super::distribution::scaled;
use super::draws::Columns;
use super::net::key;
use crate::proposal::{Benefit, BenefitKind, Factor, Holder, Line, Proposal, Shape, Work};

/// An uncertain number: its draws, and who holds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Uncertain {
    /// The place of its column.
    pub(super) column: usize,
    /// Who holds it.
    pub(super) holder: Holder,
}

/// A factor with and without advice.
#[derive(Clone, Copy, Debug)]
pub(super) struct FactorModel {
    /// With the advice as bought.
    pub(super) with_advice: Uncertain,
    /// Without any advice.
    pub(super) without: Uncertain,
}

/// A benefit that is in.
#[derive(Clone, Debug)]
pub(super) struct BenefitModel<'a> {
    /// The benefit.
    pub(super) benefit: &'a Benefit,
    /// The places of its factors in the proposal.
    pub(super) factors: Vec<usize>,
    /// The place of the factor that is the money of one unit.
    pub(super) unit_factor: Option<usize>,
}

/// A cost `fixed + Σ weight · X`, in money.
#[derive(Clone, Debug, Default)]
pub(super) struct CostModel {
    /// The part that is known.
    pub(super) fixed: f64,
    /// Money per unit of each time that is a range, and that time.
    pub(super) ranges: Vec<(f64, Uncertain)>,
}

/// Everything that an estimate computes from.
#[derive(Clone, Debug)]
pub(super) struct Model<'a> {
    /// Every factor of the proposal, in its order.
    pub(super) factors: Vec<FactorModel>,
    /// The benefits in money that are in.
    pub(super) money: Vec<BenefitModel<'a>>,
    /// The outcomes that are in.
    pub(super) outcomes: Vec<BenefitModel<'a>>,
    /// Prices and making, after discount, without tax.
    pub(super) production: CostModel,
    /// The advice that is bought, after discount, without tax.
    pub(super) advice: CostModel,
    /// The cost of doing it in-house, as paid; `None` if the proposal does not describe that.
    pub(super) in_house: Option<CostModel>,
}

/// Kinds of streams: a factor, making, advice, the client's own days.
const FACTOR: u8 = b'f';
const MAKING: u8 = b'm';
const ADVICE: u8 = b'a';
const IN_HOUSE: u8 = b'h';

impl<'a> Model<'a> {
    /// The stream keys of everything uncertain in a proposal, whether it is in or not.
    pub(super) fn keys(proposal: &Proposal) -> Vec<u64> {
        let seed = proposal.seed;
        let is_known = |shape: &Shape| matches!(shape, Shape::Fixed(_));
        let uncertain = |f: &&Factor| !is_known(&f.value) || !f.without_advice.as_ref().is_none_or(is_known);
        let factors = proposal.factors.iter().filter(uncertain);
        let mut keys: Vec<u64> = factors.map(|factor| key(seed, FACTOR, &factor.id, 0)).collect();
        let mut add = |kind, line: &Line, works: &[Work]| {
            let ranged =
                works.iter().enumerate().filter(|(_, work)| !matches!(work.days.or(work.hours), Some(Shape::Fixed(_))));
            keys.extend(ranged.map(|(index, _)| key(seed, kind, &line.id, index)));
        };
        for line in &proposal.lines {
            add(MAKING, line, &line.making);
            line.advice.iter().for_each(|advice| add(ADVICE, line, &advice.time));
        }
        let in_house = proposal.in_house.iter().filter(|in_house| !is_known(&in_house.days));
        keys.extend(in_house.map(|_| key(seed, IN_HOUSE, "", 0)));
        keys
    }

    /// Resolves a checked proposal, and draws every column that it needs.
    pub(super) fn new(proposal: &'a Proposal, columns: &mut Columns) -> Self {
        let benefits = |kind| {
            let included =
                proposal.benefits.iter().filter(move |benefit| benefit.kind == kind && is_in(proposal, benefit));
            included.map(|benefit| resolve(proposal, benefit)).collect()
        };
        let (production, advice) = scope_costs(proposal, columns);
        Self {
            factors: proposal.factors.iter().map(|factor| factor_model(proposal, factor, columns)).collect(),
            money: benefits(BenefitKind::Money),
            outcomes: benefits(BenefitKind::Outcome),
            production,
            advice,
            in_house: in_house_cost(proposal, columns),
        }
    }
}

impl CostModel {
    /// The mean.
    pub(super) fn mean(&self, columns: &Columns) -> f64 {
        let ranges = self.ranges.iter().map(|(weight, range)| weight * columns.at(range.column).moments.mean);
        self.fixed + ranges.sum::<f64>()
    }

    /// The variance of the part that is held by the holders that `known` accepts.
    pub(super) fn variance(&self, columns: &Columns, known: &dyn Fn(Holder) -> bool) -> f64 {
        let held = self.ranges.iter().filter(|(_, range)| known(range.holder));
        held.map(|(weight, range)| weight * weight * columns.at(range.column).moments.variance).fold(0.0, |a, b| a + b)
    }

    /// The sum of both costs, times a number.
    pub(super) fn plus(&self, other: &Self, times: f64) -> Self {
        let ranges = self.ranges.iter().chain(&other.ranges);
        Self {
            fixed: (self.fixed + other.fixed) * times,
            ranges: ranges.map(|(weight, range)| (weight * times, *range)).collect(),
        }
    }

    /// Adds `money` per unit of a shape.
    fn add(&mut self, money: f64, shape: Shape, stream: u64, holder: Holder, columns: &mut Columns) {
        if let Shape::Fixed(x) = shape {
            self.fixed += money * x;
        } else {
            self.ranges.push((money, Uncertain { column: columns.place(stream, shape), holder }));
        }
    }
}

/// Whether every line that a benefit needs is included.
pub(crate) fn is_in(proposal: &Proposal, benefit: &Benefit) -> bool {
    benefit.needs.iter().all(|id| proposal.line(id).is_some_and(|line| line.included))
}

fn resolve<'a>(proposal: &Proposal, benefit: &'a Benefit) -> BenefitModel<'a> {
    let place = |id: &String| proposal.factors.iter().position(|factor| factor.id == *id);
    BenefitModel {
        benefit,
        factors: benefit.factors.iter().filter_map(place).collect(),
        unit_factor: benefit.unit_factor.as_ref().and_then(place),
    }
}

/// Whether the advice of a line is with_advice: the line is in, its advice takes time, and neither the proposal nor the line
/// goes without advice.
pub(super) fn is_advised(proposal: &Proposal, line: &Line) -> bool {
    let takes_time = |work: &Work| work.days.or(work.hours).is_some_and(|time| time != Shape::Fixed(0.0));
    let advice = line.advice.as_ref().filter(|advice| advice.included && advice.time.iter().any(takes_time));
    proposal.with_advice && line.included && advice.is_some()
}

/// Whether a factor has the advice that it depends on: of every line it names, or of any line if it names none.
fn has_advice(proposal: &Proposal, factor: &Factor) -> bool {
    if factor.advised_by.is_empty() {
        proposal.lines.iter().any(|line| is_advised(proposal, line))
    } else {
        factor.advised_by.iter().all(|id| proposal.line(id).is_some_and(|line| is_advised(proposal, line)))
    }
}

fn factor_model(proposal: &Proposal, factor: &Factor, columns: &mut Columns) -> FactorModel {
    let ratio = factor.scales_with.as_ref().map(|scale| {
        let line = proposal.line(&scale.line).filter(|line| line.included);
        line.map_or(0.0, |line| line.quantity / scale.at)
    });
    let stream = key(proposal.seed, FACTOR, &factor.id, 0);
    let mut draw = |shape: &Shape| {
        let shape = ratio.map_or(*shape, |ratio| scaled(shape, ratio));
        Uncertain { column: columns.place(stream, shape), holder: factor.holder }
    };
    let without = draw(factor.without_advice.as_ref().unwrap_or(&factor.value));
    let with_advice = if has_advice(proposal, factor) { draw(&factor.value) } else { without };
    FactorModel { with_advice, without }
}

/// Production and the advice bought, both after discount and without tax.
fn scope_costs(proposal: &Proposal, columns: &mut Columns) -> (CostModel, CostModel) {
    let mut costs = (CostModel::default(), CostModel::default());
    proposal.lines.iter().for_each(|line| add_line(proposal, line, &mut costs, columns));
    costs
}

/// Adds what a line costs, if it is in, to production and to the advice bought.
pub(super) fn add_line(
    proposal: &Proposal,
    line: &Line,
    (production, advice): &mut (CostModel, CostModel),
    columns: &mut Columns,
) {
    if !line.included {
        return;
    }
    let kept = 1.0 - proposal.discount.as_ref().map_or(0.0, |discount| discount.share);
    production.fixed += kept * line.quantity * line.unit_price.major();
    add_works(proposal, kept, &line.making, (MAKING, &line.id), production, columns);
    if let Some(bought) = line.advice.as_ref().filter(|_| is_advised(proposal, line)) {
        add_works(proposal, kept, &bought.time, (ADVICE, &line.id), advice, columns);
    }
}

/// Adds `kept × days × day rate` of every entry of time; hours are days × hours per day.
fn add_works(
    proposal: &Proposal,
    kept: f64,
    works: &[Work],
    (kind, line): (u8, &str),
    cost: &mut CostModel,
    columns: &mut Columns,
) {
    for (index, work) in works.iter().enumerate() {
        let day_rate =
            proposal.rates.iter().find(|rate| rate.id == work.role).map_or(0.0, |rate| rate.day_rate.major());
        let (time, money) = match (work.days, work.hours) {
            (Some(days), _) => (days, day_rate),
            (_, Some(hours)) => (hours, day_rate / proposal.hours_per_day),
            _ => continue,
        };
        cost.add(kept * money, time, key(proposal.seed, kind, line, index), work.holder, columns);
    }
}

/// `days × gross × (1 + charges) × (1 + overhead) / working days + purchases`, as paid: no discount, no tax. The client
/// holds the number of days.
fn in_house_cost(proposal: &Proposal, columns: &mut Columns) -> Option<CostModel> {
    let in_house = proposal.in_house.as_ref()?;
    let salary = in_house.gross_salary.major() * (1.0 + in_house.employer_charges) * (1.0 + in_house.overhead);
    let mut cost = CostModel { fixed: in_house.purchases.major(), ranges: Vec::new() };
    let stream = key(proposal.seed, IN_HOUSE, "", 0);
    cost.add(salary / in_house.working_days, in_house.days, stream, Holder::Client, columns);
    Some(cost)
}
