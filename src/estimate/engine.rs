//! Computes the whole estimate, part by part, and keeps what the next one can reuse.

use super::draws::Columns;
use super::holders::shapley;
use super::insight::factor_result;
use super::kernels;
use super::model::{BenefitModel, CostModel, FactorModel, Model, Uncertain};
use super::moments::{self, Term};
use super::outcomes::OutcomeFigures;
use super::result::*;
use super::timing::Calendar;
use super::ways::{Plan, PlanMoments, Way, Workspace, share_from};
use crate::proposal::{Checked, Proposal};

/// The number of draws, unless another is asked for.
pub const DEFAULT_DRAWS: u32 = 29_791;

/// Version of the computation. Raised whenever the figures of a proposal can change.
pub const ENGINE_VERSION: u32 = 1;

/// Estimates a proposal, with [`DEFAULT_DRAWS`].
pub fn estimate(checked: &Checked) -> Estimate {
    Engine::new().estimate(checked)
}

/// Estimates similar proposals one after the other: only what changed since the last one is drawn again.
///
/// With the same number of draws it gives the same figures as [`estimate`], bit for bit.
#[derive(Clone, Debug)]
pub struct Engine {
    columns: Columns,
    workspace: Workspace,
    proposed: Way,
    production_only: Way,
    in_house: Way,
    outcomes: Vec<OutcomeFigures>,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// An engine with [`DEFAULT_DRAWS`].
    pub fn new() -> Self {
        Self::with_draws(DEFAULT_DRAWS)
    }

    /// An engine with at least this many draws: the smallest cube of a prime that is enough.
    pub fn with_draws(draws: u32) -> Self {
        Self {
            columns: Columns::new(draws),
            workspace: Workspace::default(),
            proposed: Way::default(),
            production_only: Way::default(),
            in_house: Way::default(),
            outcomes: Vec::new(),
        }
    }

    /// Estimates a proposal.
    pub fn estimate(&mut self, checked: &Checked) -> Estimate {
        self.compute(checked, true)
    }

    /// The estimate of a proposal without the other ways of doing it, which take as long as all the rest: `advice` and
    /// `alternatives` are empty. All other figures are those of [`Engine::estimate`].
    pub fn as_proposed(&mut self, checked: &Checked) -> Estimate {
        self.compute(checked, false)
    }

    fn compute(&mut self, checked: &Checked, with_other_ways: bool) -> Estimate {
        let proposal = checked.proposal();
        self.columns.begin(Model::keys(proposal));
        let model = Model::new(proposal, &mut self.columns);
        let calendar = Calendar::new(proposal);
        let tax = if proposal.recovers_vat { 1.0 } else { 1.0 + proposal.vat_rate };
        let cost = model.production.plus(&model.advice, tax);
        let production = model.production.plus(&CostModel::default(), tax);
        let columns = &self.columns;

        let without: fn(&FactorModel) -> Uncertain = |factor| factor.without;
        let plan =
            Plan { model: &model, columns, calendar: &calendar, state: |f| f.with_advice, cost: &cost, delay: 0 };
        let only = Plan { state: without, cost: &production, ..plan };
        self.proposed.update(&plan, &mut self.workspace);
        let parts = Parts { proposal, plan, exact: plan.exact(), way: &self.proposed, tax };
        let mut estimate = parts.estimate(&mut self.outcomes, &mut self.workspace);
        if !with_other_ways {
            return estimate;
        }
        self.production_only.update(&only, &mut self.workspace);
        let in_house = model.in_house.as_ref().zip(proposal.in_house.as_ref()).map(|(cost, in_house)| {
            let plan = Plan { cost, delay: in_house.delay_months, ..only };
            self.in_house.update(&plan, &mut self.workspace);
            self.in_house.figures
        });
        estimate.advice = parts.advice(&only, &self.production_only, &mut self.workspace);
        estimate.alternatives = Alternatives { production_only: self.production_only.figures, in_house };
        estimate
    }
}

/// The project as proposed, and what its figures are computed from.
struct Parts<'a> {
    proposal: &'a Proposal,
    plan: Plan<'a>,
    exact: PlanMoments<'a>,
    way: &'a Way,
    /// What the client pays for a price of 1 without tax: 1 if the client recovers the tax, else 1 plus its rate.
    tax: f64,
}

impl Parts<'_> {
    /// All figures but those of the advice and of the alternatives.
    fn estimate(&self, counted: &mut Vec<OutcomeFigures>, workspace: &mut Workspace) -> Estimate {
        let figures = self.way.figures;
        counted.resize_with(self.plan.model.outcomes.len(), OutcomeFigures::default);
        let outcomes = self.plan.model.outcomes.iter().zip(counted);
        let mut estimate = Estimate {
            cost: self.cost(),
            value: figures.value,
            net: figures.net,
            roi: figures.roi,
            probability_of_payback: figures.probability_of_payback,
            payback: figures.payback,
            benefits: self.benefits(),
            outcomes: outcomes.map(|(outcome, counted)| self.outcome(outcome, counted, workspace)).collect(),
            draws: self.plan.columns.draws() as u32,
            ..Estimate::default()
        };
        if let Some(net) = figures.net {
            estimate.holders = shapley(|known| self.exact.explained(&self.plan, known));
            estimate.futures = Some(self.way.futures.to_vec());
            estimate.factors = Some(self.factors(&net));
            estimate.evpi = Some(evpi(&self.way.net, net.mean));
        }
        estimate
    }

    fn cost(&self) -> Cost {
        let Plan { model, columns, .. } = self.plan;
        let (production, advice) = (model.production.mean(columns) + 0.0, model.advice.mean(columns) + 0.0);
        let vat = (production + advice) * self.proposal.vat_rate + 0.0;
        let Spread { mean, p10, p50, p90 } = self.way.figures.cost;
        Cost { production, advice, vat, incl_vat: production + advice + vat, mean, p10, p50, p90 }
    }

    /// The results of every factor that a benefit in money uses, in the proposal's order.
    fn factors(&self, net: &Net) -> Vec<FactorResult> {
        let PlanMoments { terms, moments, .. } = &self.exact;
        let used = |i: &usize| terms.iter().any(|term| term.factors.contains(i));
        let result = |i: usize| {
            let column = self.plan.columns.at(self.plan.model.factors[i].with_advice.column);
            let slope = moments::slope(terms, moments, i);
            factor_result(&self.proposal.factors[i].id, column, slope, net.mean, net.variance)
        };
        (0..moments.len()).filter(used).map(result).collect()
    }

    /// Mean of every benefit in money, and its break-even in units, `E[C] / (k·μ_u)`.
    fn benefits(&self) -> Vec<BenefitResult> {
        let PlanMoments { terms, moments, mean_cost } = &self.exact;
        let result = |(term, money): (&Term, &BenefitModel)| BenefitResult {
            id: money.benefit.id.clone(),
            mean: term.mean(moments) + 0.0,
            break_even_units: money.unit_factor.and_then(|unit| {
                let units = mean_cost / (term.weight * moments[unit].mean);
                units.is_finite().then_some(units + 0.0)
            }),
        };
        terms.iter().zip(&self.plan.model.money).map(result).collect()
    }

    /// Cost of the advice and its added value `ΔV`: the same draws with the advice as bought and with none.
    fn advice(&self, only: &Plan, way: &Way, workspace: &mut Workspace) -> AdviceResult {
        let cost = self.plan.model.advice.mean(self.plan.columns) * self.tax + 0.0;
        if self.exact.terms.is_empty() {
            return AdviceResult { cost, ..AdviceResult::default() };
        }
        let (mean, mean_without) = (self.exact.mean_value(), only.exact().mean_value());
        let Workspace { selector, scratch: added, .. } = workspace;
        added.resize(way.value.len(), 0.0);
        kernels::difference(added, &self.way.value, &way.value);
        let uplift = cost / mean_without;
        AdviceResult {
            cost,
            added_value: Some(selector.spread(mean - mean_without, added)),
            probability_worth_it: Some(share_from(added, cost)),
            break_even_uplift: uplift.is_finite().then_some(uplift + 0.0),
        }
    }

    /// Amount of an outcome, never discounted, and the median of the cost per unit.
    fn outcome(
        &self,
        outcome: &BenefitModel,
        counted: &mut OutcomeFigures,
        workspace: &mut Workspace,
    ) -> OutcomeResult {
        let weight = self.plan.calendar.undiscounted().course(&outcome.benefit.timing, 0).weight();
        counted.update(self.plan.product(outcome), weight, self.way, self.plan.columns, workspace);
        let mean = Term { weight, factors: &outcome.factors }.mean(&self.exact.moments) + 0.0;
        let (Quantiles { p10, p50, p90 }, unit_cost) = counted.figures;
        let amount = Spread { mean, p10, p50, p90 };
        OutcomeResult { id: outcome.benefit.id.clone(), amount, cost_per: CostPer { p50: unit_cost } }
    }
}

/// The expected value of perfect information, `E[max(N, 0)] − max(E[N], 0)`: the mean over all draws of `|N|` in those
/// whose sign is not that of the mean.
fn evpi(net: &[f64], mean: f64) -> f64 {
    kernels::sum_positive(net, if mean >= 0.0 { -1.0 } else { 1.0 }) / net.len() as f64
}

#[cfg(test)]
mod reuse {
    use super::*;
    use crate::proposal::{check, read};

    /// A proposal with the factors that `keep` accepts and the benefits that need no others; `most` is the maximum of
    /// `a`.
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
    fn a_benefit_of_nothing_is_worth_nothing_after_none_at_all() {
        let mut of_nothing = proposal(|id| id == "c", 4.0).proposal().clone();
        of_nothing.factors[0].value = crate::proposal::Shape::Fixed(0.0);
        let of_nothing = check(of_nothing).expect("a proposal without a fault");
        let mut used = Engine::new();
        assert_eq!(used.estimate(&proposal(|_| false, 4.0)).value, None);
        assert_eq!(used.estimate(&of_nothing).value, Some(Spread::default()));
    }

    #[test]
    fn without_the_other_ways_all_other_figures_are_the_same() {
        let mut used = Engine::new();
        for checked in [proposal(|_| true, 4.0), proposal(|id| id == "c", 4.0), proposal(|_| true, 5.0)] {
            let whole = Engine::new().estimate(&checked);
            let Estimate { advice, alternatives, .. } = Estimate::default();
            assert_eq!(used.as_proposed(&checked), Estimate { advice, alternatives, ..whole.clone() });
            assert_eq!(used.estimate(&checked), whole);
        }
    }

    #[test]
    fn what_an_engine_estimated_before_changes_nothing() {
        let mut used = Engine::new();
        for checked in [proposal(|_| true, 4.0), proposal(|id| id == "c", 4.0), proposal(|_| true, 5.0)] {
            assert_eq!(used.estimate(&checked), Engine::new().estimate(&checked));
        }
    }
}
