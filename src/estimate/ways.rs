//! The estimate of one way of doing the project: as proposed, production only, or in-house.

use super::draws::{Column, Columns};
use super::flows::{Flows, Product};
use super::kernels;
use super::model::{BenefitModel, CostModel, Model, Uncertain, Variable};
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
    /// Selects each variable's shape: with the advice as bought, or without advice.
    pub(super) state: fn(&Variable) -> Uncertain,
    /// The cost, as the client bears it.
    pub(super) cost: &'a CostModel,
    /// By how many months every benefit is delayed.
    pub(super) delay: u32,
}

/// The moments of a plan: what its closed forms are computed from.
pub(super) struct PlanMoments<'a> {
    /// Every benefit in money as a weighted product, then every part of the cost, with its weight below 0: the net is
    /// their sum.
    pub(super) terms: Vec<Term<'a>>,
    /// The number of benefits in money.
    pub(super) benefits: usize,
    /// Mean and variance of every variable.
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

/// The weight of every term of a cost, and the serial numbers of the columns that it multiplies.
pub(super) type CostInputs = Vec<(f64, Vec<u64>)>;

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
        let value = self.model.money.iter();
        let value = value.map(|money| Term { weight: weight(&money.benefit.timing), variables: &money.factors });
        let cost = self.cost.terms.iter().map(|term| Term { weight: -term.weight, variables: &term.variables });
        let terms: Vec<Term> = value.chain(cost).collect();
        let benefits = self.model.money.len();
        let moments: Vec<Moments> = self.model.variables.iter().map(|own| self.column(own).moments).collect();
        let mean_cost = -moments::mean(&terms[benefits..], &moments);
        PlanMoments { terms, benefits, moments, mean_cost }
    }

    /// The column of a variable.
    pub(super) fn column(&self, variable: &Variable) -> &'a Column {
        self.columns.at((self.state)(variable).column)
    }

    fn inputs(&self) -> Inputs {
        let serial = |place: &usize| self.column(&self.model.variables[*place]).serial;
        let cost = self.cost.terms.iter().map(|term| (term.weight, term.variables.iter().map(serial).collect()));
        let products = self.model.money.iter().map(|money| self.product(money));
        Inputs {
            cost: cost.collect(),
            has_value: !self.model.money.is_empty(),
            benefits: products.filter(|product| !product.is_zero(self.columns)).collect(),
            delay: self.delay,
            calendar: self.calendar.clone(),
        }
    }

    /// The columns that a benefit multiplies, with its timing.
    pub(super) fn product(&self, benefit: &BenefitModel) -> Product {
        Product::new(benefit, self.state, &self.model.variables, self.columns)
    }

    /// Whether no factor of a benefit in money can be negative.
    fn never_falls(&self) -> bool {
        let factors = self.model.money.iter().flat_map(|money| &money.factors);
        let mut columns = factors.map(|i| self.column(&self.model.variables[*i]));
        columns.all(|column| column.distribution.support().0 >= 0.0)
    }
}

impl PlanMoments<'_> {
    /// The mean of the value.
    pub(super) fn mean_value(&self) -> f64 {
        moments::mean(&self.terms[..self.benefits], &self.moments)
    }

    /// The variance of the net that is explained by what the holders that `known` accepts hold.
    pub(super) fn explained(&self, plan: &Plan, known: &dyn Fn(Holder) -> bool) -> f64 {
        moments::variance(&self.terms, &self.moments, |i| known(plan.model.variables[i].with_advice.holder))
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
        self.cost.resize(plan.columns.draws(), 0.0);
        for term in &plan.cost.terms {
            let mut weight = term.weight;
            let mut ranges: Vec<&[f64]> = Vec::with_capacity(term.variables.len());
            for place in &term.variables {
                let column = plan.column(&plan.model.variables[*place]);
                match column.values.is_empty() {
                    true => weight *= column.moments.mean,
                    false => ranges.push(&column.values),
                }
            }
            kernels::add_product(&mut self.cost, weight, &ranges);
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
