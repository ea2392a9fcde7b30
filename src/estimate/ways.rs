//! The estimate of one way of doing the project: as proposed, production only, or in-house.

use super::draws::Columns;
use super::flows::{Flows, Product};
use super::kernels;
use super::model::{BenefitModel, CostModel, FactorModel, Model, Uncertain};
use super::moments::{self, Moments, Term};
use super::payback::PaybackInputs;
use super::result::{Alternative, Net, Quantiles, Spread};
use super::select::Selector;
use super::timing::{Calendar, Course};
use crate::proposal::Holder;

/// A cost below this counts as 0: a millionth of a currency unit.
const NO_COST: f64 = 1e-6;

/// The levels of the quantiles of the net: the odd fortieths for the futures, and 0.1, 0.5 and 0.9.
const NET_LEVELS: [f64; 23] = {
    let fortieths = [1, 3, 4, 5, 7, 9, 11, 13, 15, 17, 19, 20, 21, 23, 25, 27, 29, 31, 33, 35, 36, 37, 39];
    let mut levels = [0.0; 23];
    let mut place = 0;
    while place < 23 {
        levels[place] = fortieths[place] as f64 / 40.0;
        place += 1;
    }
    levels
};

/// The inputs of a way.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    /// The proposal, resolved.
    pub(super) model: &'a Model<'a>,
    /// All columns of draws.
    pub(super) columns: &'a Columns,
    /// The months with their discount factors.
    pub(super) calendar: &'a Calendar,
    /// Selects each factor's shape: with the advice as bought, or without advice.
    pub(super) state: fn(&FactorModel) -> Uncertain,
    /// The cost, as the client bears it.
    pub(super) cost: &'a CostModel,
    /// By how many months every benefit is delayed.
    pub(super) delay: u32,
}

/// The moments of a plan: what its closed forms are computed from.
pub(super) struct PlanMoments<'a> {
    /// Every benefit in money as a weighted product.
    pub(super) terms: Vec<Term<'a>>,
    /// Mean and variance of every factor.
    pub(super) moments: Vec<Moments>,
    /// The mean cost.
    pub(super) mean_cost: f64,
}

/// One way of doing it. It keeps its draws, for other results and for the next estimate.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    inputs: Option<Inputs>,
    /// Its figures.
    pub(super) figures: Alternative,
    /// The quantiles of the net at `(j − ½)/20`, `j` from 1 to 20.
    pub(super) futures: [f64; 20],
    /// The draws of the value.
    pub(super) value: Vec<f64>,
    /// The draws of the net.
    pub(super) net: Vec<f64>,
    /// The draws of the cost.
    pub(super) cost: Vec<f64>,
    /// Whether the cost is above 0 in every draw, so that the return on investment is defined.
    costs: bool,
}

/// Everything that the draws of a way depend on.
#[derive(Clone, Debug, PartialEq)]
struct Inputs {
    cost: CostInputs,
    /// Whether there is a benefit in money, even one that is always 0.
    has_value: bool,
    /// The benefits in money that are not always 0.
    benefits: Vec<Product>,
    delay: u32,
    calendar: Calendar,
}

/// The known part of a cost, and the weight and serial number of every column in it.
pub(super) type CostInputs = (f64, Vec<(f64, u64)>);

/// Buffers that the ways share.
#[derive(Clone, Debug, Default)]
pub(super) struct Workspace {
    pub(super) selector: Selector,
    pub(super) scratch: Vec<f64>,
    flows: Flows,
}

impl<'a> Plan<'a> {
    /// The moments of the plan.
    pub(super) fn exact(&self) -> PlanMoments<'a> {
        let weight = |timing| self.calendar.course(timing, self.delay).weight();
        let terms = self.model.money.iter();
        PlanMoments {
            terms: terms.map(|money| Term { weight: weight(&money.benefit.timing), factors: &money.factors }).collect(),
            moments: self.model.factors.iter().map(|f| self.columns.at((self.state)(f).column).moments).collect(),
            mean_cost: self.cost.mean(self.columns),
        }
    }

    fn inputs(&self) -> Inputs {
        let serial = |range: &Uncertain| self.columns.at(range.column).serial;
        let ranges = self.cost.ranges.iter().map(|(weight, range)| (*weight, serial(range)));
        let products = self.model.money.iter().map(|money| self.product(money));
        Inputs {
            cost: (self.cost.fixed, ranges.collect()),
            has_value: !self.model.money.is_empty(),
            benefits: products.filter(|product| !product.is_zero(self.columns)).collect(),
            delay: self.delay,
            calendar: self.calendar.clone(),
        }
    }

    /// The columns that a benefit multiplies, with its timing.
    pub(super) fn product(&self, benefit: &BenefitModel) -> Product {
        Product::new(benefit, self.state, &self.model.factors, self.columns)
    }

    /// Whether no factor of a benefit in money can be negative.
    fn never_falls(&self) -> bool {
        let factors = self.model.money.iter().flat_map(|money| &money.factors);
        let mut columns = factors.map(|i| self.columns.at((self.state)(&self.model.factors[*i]).column));
        columns.all(|column| column.distribution.support().0 >= 0.0)
    }
}

impl PlanMoments<'_> {
    /// The mean of the value.
    pub(super) fn mean_value(&self) -> f64 {
        moments::mean(&self.terms, &self.moments)
    }

    /// The variance of the net that is explained by what the holders that `known` accepts hold.
    pub(super) fn explained(&self, plan: &Plan, known: &dyn Fn(Holder) -> bool) -> f64 {
        let value = moments::variance(&self.terms, &self.moments, |i| known(plan.model.factors[i].with_advice.holder));
        value + plan.cost.variance(plan.columns, known)
    }
}

impl Way {
    /// What its cost depends on; `None` before the first update.
    pub(super) fn cost_inputs(&self) -> Option<&CostInputs> {
        self.inputs.as_ref().map(|inputs| &inputs.cost)
    }

    /// Brings the way up to date with a plan; does nothing if its inputs have not changed.
    pub(super) fn update(&mut self, plan: &Plan, workspace: &mut Workspace) {
        let inputs = plan.inputs();
        if self.inputs.as_ref() == Some(&inputs) {
            return;
        }
        let exact = plan.exact();
        if self.inputs.as_ref().is_none_or(|known| known.cost != inputs.cost) {
            self.draw_cost(plan);
            self.figures.cost = workspace.selector.spread(exact.mean_cost, &self.cost);
            self.costs = kernels::count_from(&self.cost, NO_COST) == self.cost.len();
        }
        self.figures = Alternative { cost: self.figures.cost, ..Alternative::default() };
        if plan.model.money.is_empty() {
            self.value.clear();
            self.net.clear();
        } else {
            workspace.flows.update(&inputs.benefits, plan.columns);
            let timings = workspace.flows.timings().iter();
            let courses: Vec<Course> = timings.map(|timing| plan.calendar.course(timing, plan.delay)).collect();
            self.draw_net(&workspace.flows, &courses);
            self.summarise(plan, &exact, &courses, workspace);
        }
        self.inputs = Some(inputs);
    }

    fn draw_cost(&mut self, plan: &Plan) {
        self.cost.clear();
        self.cost.resize(plan.columns.draws(), plan.cost.fixed);
        for (weight, range) in &plan.cost.ranges {
            let column = plan.columns.at(range.column);
            if column.values.is_empty() {
                self.cost.iter_mut().for_each(|cost| *cost += weight * column.moments.mean);
            }
            kernels::add_scaled(&mut self.cost, *weight, &column.values);
        }
    }

    /// Discounted value within the horizon, `Σ k · amount`, and net.
    fn draw_net(&mut self, flows: &Flows, courses: &[Course]) {
        self.value.resize(self.cost.len(), 0.0);
        self.net.resize(self.cost.len(), 0.0);
        kernels::weighted_sum(&mut self.value, 0, flows.amounts(), courses.iter().map(Course::weight));
        kernels::difference(&mut self.net, &self.value, &self.cost);
    }

    /// Computes value, net, return on investment, chance and month of payback.
    fn summarise(&mut self, plan: &Plan, exact: &PlanMoments, courses: &[Course], workspace: &mut Workspace) {
        let Workspace { selector, scratch, flows } = workspace;
        let (mean_value, figures) = (exact.mean_value(), &mut self.figures);
        figures.value = Some(selector.spread(mean_value, &self.value));
        let variance = exact.explained(plan, &|_| true);
        // The twenty futures are at odd fortieths, P10, P50 and P90 at even ones: one search finds them all.
        let quantiles = selector.quantiles(&self.net, NET_LEVELS);
        let at = |level: f64| quantiles[NET_LEVELS.iter().position(|other| *other == level).unwrap_or(0)];
        self.futures = std::array::from_fn(|j| at((2.0 * j as f64 + 1.0) / 40.0));
        let mean = mean_value - exact.mean_cost + 0.0;
        figures.net = Some(Net { mean, variance, p10: at(0.1), p50: at(0.5), p90: at(0.9) });
        let paid = kernels::count_from(&self.net, 0.0);
        figures.probability_of_payback = Some(paid as f64 / self.net.len() as f64);
        if self.costs {
            scratch.resize(self.cost.len(), 0.0);
            kernels::quotient(scratch, &self.net, &self.cost);
            let Spread { p10, p50, p90, .. } = selector.spread(0.0, scratch);
            figures.roi = Some(Quantiles { p10, p50, p90 });
        }
        let race = PaybackInputs {
            amounts: flows.amounts(),
            courses,
            timings: flows.timings(),
            delay: plan.delay,
            calendar: plan.calendar,
            cost: &self.cost,
            paid,
            never_falls: plan.never_falls(),
        };
        figures.payback = Some(race.payback(selector));
    }
}

/// The share of the draws that are at least `least`.
pub(super) fn share_from(draws: &[f64], least: f64) -> f64 {
    kernels::count_from(draws, least) as f64 / draws.len() as f64
}
