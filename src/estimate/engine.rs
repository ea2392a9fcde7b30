//! The whole estimate, part by part; keeps what the next one can use.

use super::draws::Columns;
use super::holders::shapley;
use super::insight::factor_result;
use super::model::{BenefitModel, CostModel, FactorModel, Model};
use super::moments::{self, Term};
use super::result::*;
use super::timing::Calendar;
use super::ways::{Flows, Way, Workspace, explained, share, spread};
use crate::proposal::{Checked, Proposal};

/// How many draws quantiles stand on, unless told otherwise.
pub const DEFAULT_DRAWS: u32 = 16_384;

/// Raised whenever the figures of a proposal can change.
pub const ENGINE_VERSION: u32 = 1;

/// Estimates a proposal.
pub fn estimate(checked: &Checked) -> Estimate {
    Engine::new().estimate(checked)
}

/// Estimates proposals that resemble one another: only what changed since the last one is drawn again.
///
/// It gives the same figures as [`estimate`], bit for bit.
#[derive(Clone, Debug)]
pub struct Engine {
    columns: Columns,
    workspace: Workspace,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// An engine of [`DEFAULT_DRAWS`].
    pub fn new() -> Self {
        Self::with_draws(DEFAULT_DRAWS)
    }

    /// An engine of so many draws, at least 2.
    pub fn with_draws(draws: u32) -> Self {
        Self { columns: Columns::new(draws.max(2)), workspace: Workspace::default() }
    }

    /// Estimates a proposal.
    pub fn estimate(&mut self, checked: &Checked) -> Estimate {
        let proposal = checked.proposal();
        self.columns.begin();
        let model = Model::new(proposal, &mut self.columns);
        let parts = Parts {
            proposal,
            model: &model,
            columns: &self.columns,
            calendar: Calendar::new(proposal),
            tax: if proposal.recovers_vat { 1.0 } else { 1.0 + proposal.vat_rate },
        };
        let estimate = parts.estimate(&mut self.workspace);
        // Not before: the model knows its columns by their places.
        self.columns.finish();
        estimate
    }
}

#[cfg(test)]
mod reuse {
    use super::*;
    use crate::proposal::{check, read};

    /// A proposal with only the benefits that hold, and one factor's numbers changed.
    fn proposal(keep: impl Fn(&str) -> bool, most: f64) -> Checked {
        let text = format!(
            r#"{{"title": "T", "currency": "EUR", "rates": [], "lines": [{{"id": "l", "unitPrice": 100}}], "factors": [
                {{"id": "a", "holder": "agency", "value": {{"pert": [1, 2, {most}]}}}},
                {{"id": "b", "holder": "client", "value": {{"pert": [10, 20, 40]}}}},
                {{"id": "c", "holder": "market", "value": {{"uniform": [3, 9]}}}}],
                "benefits": [{{"id": "x", "factors": ["a", "b"]}}, {{"id": "y", "factors": ["c"]}}]}}"#
        );
        let (mut proposal, issues) = read(&serde_json::from_str(&text).expect("JSON"));
        assert_eq!(issues, []);
        proposal.factors.retain(|factor| keep(&factor.id));
        proposal.benefits.retain(|benefit| benefit.factors.iter().all(|id| keep(id)));
        check(proposal).expect("a proposal without a fault")
    }

    #[test]
    fn what_an_engine_estimated_before_changes_nothing() {
        let mut used = Engine::new();
        for checked in [proposal(|_| true, 4.0), proposal(|id| id == "c", 4.0), proposal(|_| true, 5.0)] {
            assert_eq!(used.estimate(&checked), Engine::new().estimate(&checked));
        }
    }
}

/// What every part of an estimate is computed from.
struct Parts<'a> {
    proposal: &'a Proposal,
    model: &'a Model<'a>,
    columns: &'a Columns,
    calendar: Calendar,
    /// What the client pays over the price without tax: 1 if the tax is recovered.
    tax: f64,
}

impl Parts<'_> {
    fn estimate(&self, workspace: &mut Workspace) -> Estimate {
        let (model, columns) = (self.model, self.columns);
        let bought: fn(&FactorModel) -> _ = |factor| factor.bought;
        let without: fn(&FactorModel) -> _ = |factor| factor.without;
        let cost = model.production.plus(&model.advice, self.tax);
        let production = model.production.plus(&CostModel::default(), self.tax);

        let flows = Flows::new(model, columns, bought, workspace);
        let proposed = Way::new(model, columns, &self.calendar, (&flows, 0), &cost, bought, workspace);
        let flows = Flows::new(model, columns, without, workspace);
        let only = Way::new(model, columns, &self.calendar, (&flows, 0), &production, without, workspace);
        let in_house = model.in_house.as_ref().zip(self.proposal.in_house.as_ref()).map(|(cost, in_house)| {
            let delayed = (&flows, in_house.delay_months);
            Way::new(model, columns, &self.calendar, delayed, cost, without, workspace).figures
        });
        let advice = self.advice(&proposed, &only, workspace);
        let mut estimate = self.proposed(&proposed, &cost, workspace);
        estimate.advice = advice;
        estimate.alternatives = Alternatives { production_only: only.figures, in_house };
        estimate
    }

    /// Everything about the project as it is proposed.
    fn proposed(&self, way: &Way, cost: &CostModel, workspace: &mut Workspace) -> Estimate {
        let figures = way.figures;
        let mut estimate = Estimate {
            cost: self.cost(&figures),
            value: figures.value,
            net: figures.net,
            roi: figures.roi,
            probability_of_payback: figures.probability_of_payback,
            payback: figures.payback,
            benefits: self.benefits(way, figures.cost.mean),
            outcomes: self.model.outcomes.iter().map(|outcome| self.outcome(outcome, way, workspace)).collect(),
            draws: self.columns.draws() as u32,
            ..Estimate::default()
        };
        if let Some(net) = figures.net {
            let explained = |known: &dyn Fn(_) -> bool| explained(way, self.model, self.columns, cost, known);
            estimate.holders = shapley(explained);
            estimate.futures = Some(futures(&way.net, workspace));
            estimate.factors = Some(self.factors(way, &net));
            estimate.evpi = Some(evpi(&way.net, net.mean));
        }
        estimate
    }

    fn cost(&self, figures: &Alternative) -> Cost {
        let (production, advice) = (self.model.production.mean(self.columns), self.model.advice.mean(self.columns));
        let vat = (production + advice) * self.proposal.vat_rate;
        let Spread { mean, p10, p50, p90 } = figures.cost;
        Cost { production, advice, vat, incl_vat: production + advice + vat, mean, p10, p50, p90 }
    }

    /// The conditional line of every factor that a benefit in money uses, in the proposal's order.
    fn factors(&self, way: &Way, net: &Net) -> Vec<FactorResult> {
        let terms = way.terms(self.model);
        let used = |i: &usize| terms.iter().any(|term| term.factors.contains(i));
        (0..self.model.factors.len())
            .filter(used)
            .map(|i| {
                let x = &self.columns.at(self.model.factors[i].bought.column).distribution;
                let slope = moments::slope(&terms, &way.moments, i);
                factor_result(&self.proposal.factors[i].id, x, slope, net.mean, net.variance)
            })
            .collect()
    }

    /// Mean of every benefit in money, and how many of its units alone would pay the project: `E[C] / (k·μ_u)`.
    fn benefits(&self, way: &Way, mean_cost: f64) -> Vec<BenefitResult> {
        let result = |(term, money): (Term, &BenefitModel)| BenefitResult {
            id: money.benefit.id.clone(),
            mean: term.mean(&way.moments) + 0.0,
            break_even_units: money.unit_factor.and_then(|unit| {
                let units = mean_cost / (term.weight * way.moments[unit].mean);
                units.is_finite().then_some(units + 0.0)
            }),
        };
        way.terms(self.model).into_iter().zip(&self.model.money).map(result).collect()
    }

    /// Added value `ΔV`: the same draws with the advice as bought and with none.
    fn advice(&self, proposed: &Way, only: &Way, workspace: &mut Workspace) -> AdviceResult {
        let cost = self.model.advice.mean(self.columns) * self.tax;
        let (Some(value), Some(value_without)) = (proposed.figures.value, only.figures.value) else {
            return AdviceResult { cost, ..AdviceResult::default() };
        };
        let added: Vec<f64> = proposed.value.iter().zip(&only.value).map(|(with, without)| with - without).collect();
        let uplift = cost / value_without.mean;
        AdviceResult {
            cost,
            added_value: Some(spread(value.mean - value_without.mean, &added, workspace)),
            probability_worth_it: Some(share(&added, |added| added >= cost)),
            break_even_uplift: uplift.is_finite().then_some(uplift + 0.0),
        }
    }

    /// Amount of an outcome, never discounted, and the median of the cost of one: an amount of 0 counts as infinite.
    fn outcome(&self, outcome: &BenefitModel, way: &Way, workspace: &mut Workspace) -> OutcomeResult {
        let weight = self.calendar.undiscounted().course(&outcome.benefit.timing, 0).weight();
        let columns = outcome.factors.iter().map(|i| self.model.factors[*i].bought.column);
        let mut amounts = workspace.multiply(self.columns, columns).to_vec();
        amounts.iter_mut().for_each(|amount| *amount *= weight);
        let mean = Term { weight, factors: &outcome.factors }.mean(&way.moments);
        let amount = spread(mean, &amounts, workspace);
        amounts.iter_mut().zip(&way.cost).for_each(|(amount, cost)| {
            *amount = if *amount == 0.0 { f64::MAX } else { (cost / *amount).min(f64::MAX) };
        });
        let [median] = workspace.selector.quantiles(&amounts, [0.5]);
        let p50 = (median.abs() < f64::MAX).then_some(median + 0.0);
        OutcomeResult { id: outcome.benefit.id.clone(), amount, cost_per: CostPer { p50 } }
    }
}

/// The quantiles of the net at `(j − ½)/20`, `j` from 1 to 20.
fn futures(net: &[f64], workspace: &mut Workspace) -> Vec<f64> {
    let levels: [f64; 20] = std::array::from_fn(|j| (j as f64 + 0.5) / 20.0);
    workspace.selector.quantiles(net, levels).map(|x| x + 0.0).to_vec()
}

/// The expected value of perfect information, `E[max(N, 0)] − max(E[N], 0)`: what the draws on the other side of 0
/// than the mean would save.
fn evpi(net: &[f64], mean: f64) -> f64 {
    let saved = net.iter().map(|x| if mean >= 0.0 { (-x).max(0.0) } else { x.max(0.0) });
    saved.fold(0.0, |total, x| total + x) / net.len() as f64
}
