//! One way of doing a project, estimated: as proposed, production only, or in-house.

use super::draws::Columns;
use super::model::{CostModel, Model, Uncertain};
use super::moments::{self, Moments, Term};
use super::payback::{Stream, payback};
use super::result::{Alternative, Net, Quantiles, Spread};
use super::select::Selector;
use super::timing::{Calendar, Course};
use crate::proposal::{Holder, Timing};

/// Three quantiles that every result has.
const LEVELS: [f64; 3] = [0.1, 0.5, 0.9];

/// A cost below this is none: a millionth of the currency.
const NO_COST: f64 = 1e-6;

/// Memory for draws, kept from one estimate to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Workspace {
    pub(super) selector: Selector,
    product: Vec<f64>,
}

/// The draws of the benefits in money, with the advice as bought or without: summed by when they come.
pub(super) struct Flows {
    pub(super) timings: Vec<Timing>,
    pub(super) amounts: Vec<Vec<f64>>,
}

/// One way of doing it, with the draws that other results need.
pub(super) struct Way {
    /// Its figures.
    pub(super) figures: Alternative,
    /// The weight of every benefit in money.
    pub(super) weights: Vec<f64>,
    /// Mean and variance of every factor.
    pub(super) moments: Vec<Moments>,
    /// The draws of the value.
    pub(super) value: Vec<f64>,
    /// The draws of the net.
    pub(super) net: Vec<f64>,
    /// The draws of the cost.
    pub(super) cost: Vec<f64>,
}

impl Workspace {
    /// Multiplies the draws of factors into `product`.
    pub(super) fn multiply(&mut self, columns: &Columns, factors: impl Iterator<Item = usize>) -> &[f64] {
        self.product.clear();
        self.product.resize(columns.draws(), 1.0);
        let mut known = 1.0;
        for column in factors.map(|place| columns.at(place)) {
            if column.values.is_empty() {
                known *= column.moments.mean;
            }
            self.product.iter_mut().zip(&column.values).for_each(|(product, x)| *product *= x);
        }
        if known != 1.0 {
            self.product.iter_mut().for_each(|product| *product *= known);
        }
        &self.product
    }
}

impl Flows {
    /// Draws every benefit in money, `state` saying whether with the advice as bought.
    pub(super) fn new(
        model: &Model,
        columns: &Columns,
        state: fn(&super::model::FactorModel) -> Uncertain,
        workspace: &mut Workspace,
    ) -> Self {
        let mut flows = Self { timings: Vec::new(), amounts: Vec::new() };
        for money in &model.money {
            let product = workspace.multiply(columns, money.factors.iter().map(|i| state(&model.factors[*i]).column));
            match flows.timings.iter().position(|timing| *timing == money.benefit.timing) {
                Some(place) => flows.amounts[place].iter_mut().zip(product).for_each(|(sum, x)| *sum += x),
                None => {
                    flows.timings.push(money.benefit.timing);
                    flows.amounts.push(product.to_vec());
                }
            }
        }
        flows
    }
}

impl Way {
    /// Estimates a way: its benefits, how much later they come, what it costs.
    pub(super) fn new(
        model: &Model,
        columns: &Columns,
        calendar: &Calendar,
        (flows, delay): (&Flows, u32),
        cost_model: &CostModel,
        state: fn(&super::model::FactorModel) -> Uncertain,
        workspace: &mut Workspace,
    ) -> Self {
        let cost = cost_draws(cost_model, columns);
        let moments: Vec<Moments> =
            model.factors.iter().map(|factor| columns.at(state(factor).column).moments).collect();
        let weights: Vec<f64> =
            model.money.iter().map(|money| calendar.course(&money.benefit.timing, delay).weight()).collect();
        let mean_cost = cost_model.mean(columns);
        let mut way = Self {
            figures: Alternative { cost: spread(mean_cost, &cost, workspace), ..Alternative::default() },
            weights,
            moments,
            value: Vec::new(),
            net: Vec::new(),
            cost,
        };
        if !model.money.is_empty() {
            let courses: Vec<Course> = flows.timings.iter().map(|timing| calendar.course(timing, delay)).collect();
            way.value = weighted_sum(&flows.amounts, &courses);
            way.net = way.value.iter().zip(&way.cost).map(|(value, cost)| value - cost).collect();
            let terms = way.terms(model);
            let mean = moments::mean(&terms, &way.moments);
            let variance = moments::variance(&terms, &way.moments, |_| true) + cost_model.variance(columns, None);
            way.results(mean, mean - mean_cost, variance, workspace);
            let never_falls = model
                .money
                .iter()
                .flat_map(|money| &money.factors)
                .all(|i| columns.at(state(&model.factors[*i]).column).distribution.support().0 >= 0.0);
            let streams: Vec<Stream> =
                flows.amounts.iter().zip(courses).map(|(amounts, course)| Stream { amounts, course }).collect();
            way.figures.payback = Some(payback(&streams, &way.cost, never_falls, &mut workspace.selector));
        }
        way
    }

    /// The benefits in money as weighted products of factors.
    pub(super) fn terms<'a>(&self, model: &'a Model) -> Vec<Term<'a>> {
        let terms = model.money.iter().zip(&self.weights);
        terms.map(|(money, weight)| Term { weight: *weight, factors: &money.factors }).collect()
    }

    /// Value, net, return and chance of payback.
    fn results(&mut self, mean_value: f64, mean: f64, variance: f64, workspace: &mut Workspace) {
        let [p10, p50, p90] = workspace.selector.quantiles(&self.net, LEVELS).map(|x| x + 0.0);
        self.figures.value = Some(spread(mean_value, &self.value, workspace));
        self.figures.net = Some(Net { mean: mean + 0.0, variance, p10, p50, p90 });
        self.figures.probability_of_payback = Some(share(&self.net, |net| net >= 0.0));
        if self.cost.iter().all(|cost| *cost > NO_COST) {
            let roi: Vec<f64> = self.net.iter().zip(&self.cost).map(|(net, cost)| net / cost).collect();
            let [p10, p50, p90] = workspace.selector.quantiles(&roi, LEVELS).map(|x| x + 0.0);
            self.figures.roi = Some(Quantiles { p10, p50, p90 });
        }
    }
}

/// A mean that is known and the quantiles of draws.
pub(super) fn spread(mean: f64, draws: &[f64], workspace: &mut Workspace) -> Spread {
    let [p10, p50, p90] = workspace.selector.quantiles(draws, LEVELS).map(|x| x + 0.0);
    Spread { mean: mean + 0.0, p10, p50, p90 }
}

/// The share of draws for which something holds.
pub(super) fn share(draws: &[f64], holds: impl Fn(f64) -> bool) -> f64 {
    draws.iter().filter(|x| holds(**x)).count() as f64 / draws.len() as f64
}

fn cost_draws(cost: &CostModel, columns: &Columns) -> Vec<f64> {
    let mut draws = vec![cost.fixed; columns.draws()];
    for (weight, range) in &cost.ranges {
        let column = columns.at(range.column);
        if column.values.is_empty() {
            draws.iter_mut().for_each(|draw| *draw += weight * column.moments.mean);
        }
        draws.iter_mut().zip(&column.values).for_each(|(draw, x)| *draw += weight * x);
    }
    draws
}

/// The discounted value within the horizon, `Σ k · amount`.
fn weighted_sum(amounts: &[Vec<f64>], courses: &[Course]) -> Vec<f64> {
    let mut sum = vec![0.0; amounts.first().map_or(0, Vec::len)];
    for (amounts, course) in amounts.iter().zip(courses) {
        let weight = course.weight();
        sum.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += weight * amount);
    }
    sum
}

/// The variance of the net that is explained once what some holders hold is known.
pub(super) fn explained(
    way: &Way,
    model: &Model,
    columns: &Columns,
    cost: &CostModel,
    known: &dyn Fn(Holder) -> bool,
) -> f64 {
    let value = moments::variance(&way.terms(model), &way.moments, |i| known(model.factors[i].bought.holder));
    let costs =
        Holder::ALL.into_iter().filter(|holder| known(*holder)).map(|holder| cost.variance(columns, Some(holder)));
    value + costs.fold(0.0, |total, variance| total + variance)
}
