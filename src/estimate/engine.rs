//! Computes the whole estimate, part by part, and keeps what the next one can reuse.

use super::cost::{Cost, TaxResult};
use super::draws::Columns;
use super::holders::shapley;
use super::insight::factor_result;
use super::kernels;
use super::model::{BenefitModel, Model, Uncertain, Variable};
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
    /// Each alternative of each choice.
    alternatives: Vec<Way>,
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
            alternatives: Vec::new(),
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
        let calendar = Calendar::new(proposal);
        let model = Model::new(proposal, &calendar, &mut self.columns);
        let cost = model.production.plus(&model.advice);
        let columns = &self.columns;

        let without: fn(&Variable) -> Uncertain = |variable| variable.without;
        let plan =
            Plan { model: &model, columns, calendar: &calendar, state: |own| own.with_advice, cost: &cost, delay: 0 };
        let only = Plan { state: without, cost: &model.production, ..plan };
        self.proposed.update(&plan, &mut self.workspace);
        let parts = Parts { proposal, plan, exact: plan.exact(), way: &self.proposed };
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
        let stated = proposal.factors.iter().any(|factor| factor.without_advice.is_some());
        estimate.advice = parts.advice(&only, &self.production_only, stated, &mut self.workspace);
        let figures = self.production_only.figures;
        let production_only =
            if stated { figures } else { Alternative { cost: figures.cost, ..Alternative::default() } };
        estimate.alternatives = Alternatives { production_only, in_house };
        estimate.choices = self.choices(proposal, &calendar);
        estimate
    }

    /// Each alternative of each choice, the others as chosen.
    fn choices(&mut self, proposal: &Proposal, calendar: &Calendar) -> Vec<ChoiceResult> {
        let alternatives = proposal.choices.iter().map(|choice| choice.alternatives.len()).sum();
        self.alternatives.resize_with(alternatives, Way::default);
        let mut ways = std::mem::take(&mut self.alternatives);
        let mut next = ways.iter_mut();
        let mut results = Vec::with_capacity(proposal.choices.len());
        for (place, choice) in proposal.choices.iter().enumerate() {
            let mut result = ChoiceResult { id: choice.id.clone(), alternatives: Vec::new() };
            for (alternative, way) in choice.alternatives.iter().zip(&mut next) {
                let mut other = proposal.clone();
                other.choices[place].chosen = Some(alternative.id.clone());
                result.alternatives.push(self.alternative(&alternative.id, &other, calendar, way));
            }
            results.push(result);
        }
        self.alternatives = ways;
        results
    }

    fn alternative(
        &mut self,
        id: &str,
        proposal: &Proposal,
        calendar: &Calendar,
        way: &mut Way,
    ) -> ChoiceAlternativeResult {
        let model = Model::new(proposal, calendar, &mut self.columns);
        let cost = model.production.plus(&model.advice);
        let columns = &self.columns;
        let plan = Plan { model: &model, columns, calendar, state: |own| own.with_advice, cost: &cost, delay: 0 };
        way.update(&plan, &mut self.workspace);
        ChoiceAlternativeResult {
            id: id.to_owned(),
            cost: way.figures.cost.mean,
            value: way.figures.value.map(|value| value.mean),
            net: way.figures.net.map(|net| net.mean),
            probability_of_payback: way.figures.probability_of_payback,
        }
    }
}

/// The project as proposed, and what its figures are computed from.
struct Parts<'a> {
    proposal: &'a Proposal,
    plan: Plan<'a>,
    exact: PlanMoments<'a>,
    way: &'a Way,
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
        let nominal = &self.plan.model.nominal;
        let (production, advice) = (nominal.production + 0.0, nominal.advice + 0.0);
        let taxes = self.proposal.all_taxes().into_iter().zip(&nominal.bases);
        let taxes = taxes.map(|(tax, base)| TaxResult {
            id: tax.id,
            rate: tax.rate,
            base: base + 0.0,
            amount: base * tax.rate + 0.0,
        });
        let taxes: Vec<TaxResult> = taxes.collect();
        let vat = taxes.iter().fold(0.0, |sum, tax| sum + tax.amount);
        let Spread { mean, p10, p50, p90 } = self.way.figures.cost;
        Cost {
            production,
            advice,
            on_behalf: nominal.on_behalf,
            taxes,
            vat,
            incl_vat: production + advice + vat,
            once: production + advice - nominal.monthly + 0.0,
            monthly: nominal.monthly,
            conditional: nominal.conditional,
            at_most: nominal.at_most,
            mean,
            p10,
            p50,
            p90,
        }
    }

    /// The results of every factor that the net depends on, in the proposal's order.
    fn factors(&self, net: &Net) -> Vec<FactorResult> {
        let PlanMoments { terms, moments, .. } = &self.exact;
        let used = |i: &usize| terms.iter().any(|term| term.variables.contains(i));
        let result = |i: usize| {
            let column = self.plan.column(&self.plan.model.variables[i]);
            let slope = moments::slope(terms, moments, i);
            factor_result(&self.proposal.factors[i].id, column, slope, net.mean, net.variance)
        };
        (0..self.plan.model.factors).filter(used).map(result).collect()
    }

    /// Mean of every benefit in money, and its break-even in units, `E[C] / (k·μ_u)`; in all, times the sum of the shares
    /// of its months.
    fn benefits(&self) -> Vec<BenefitResult> {
        let PlanMoments { terms, moments, mean_cost, .. } = &self.exact;
        let months = self.plan.calendar.undiscounted();
        let result = |(term, money): (&Term, &BenefitModel)| {
            let units = money.unit_factor.map(|unit| mean_cost / (term.weight * moments[unit].mean));
            let units = units.filter(|units| units.is_finite()).map(|units| units + 0.0);
            BenefitResult {
                id: money.benefit.id.clone(),
                mean: term.mean(moments) + 0.0,
                break_even_units: units,
                break_even_units_in_all: units.map(|units| units * months.course(&money.benefit.timing, 0).weight()),
            }
        };
        terms.iter().zip(&self.plan.model.money).map(result).collect()
    }

    /// Cost of the advice and its added value `ΔV`: the same draws with the advice as bought and with none. Where nobody
    /// has stated what advice changes, the uplift is of the value as proposed.
    fn advice(&self, only: &Plan, way: &Way, stated: bool, workspace: &mut Workspace) -> AdviceResult {
        let PlanMoments { benefits, moments, terms, .. } = &self.exact;
        let bought = self.plan.model.advice.terms.iter();
        let cost = bought.map(|term| Term { weight: term.weight, variables: &term.variables }.mean(moments));
        let cost = cost.fold(0.0, |sum, mean| sum + mean);
        if terms[..*benefits].is_empty() {
            return AdviceResult { cost, ..AdviceResult::default() };
        }
        let (mean, mean_without) = (self.exact.mean_value(), only.exact().mean_value());
        let uplift = cost / if stated { mean_without } else { mean };
        let break_even_uplift = uplift.is_finite().then_some(uplift + 0.0);
        if !stated {
            return AdviceResult { cost, break_even_uplift, ..AdviceResult::default() };
        }
        let Workspace { selector, scratch: added, .. } = workspace;
        added.resize(way.value.len(), 0.0);
        kernels::difference(added, &self.way.value, &way.value);
        AdviceResult {
            cost,
            added_value: Some(selector.spread(mean - mean_without, added)),
            probability_worth_it: Some(share_from(added, cost)),
            break_even_uplift,
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
        let mean = Term { weight, variables: &outcome.factors }.mean(&self.exact.moments) + 0.0;
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
