//! The figures of an estimate. Money is in major units, shares are fractions, time is in months.

use super::Cost;
use crate::proposal::{Fields, Record, serialize_through_value};

/// Everything that is computed from a proposal. Optional fields are `None` where the proposal has no benefit in money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The cost.
    pub cost: Cost,
    /// The value: the discounted sum of the benefits in money.
    pub value: Option<Spread>,
    /// Value less cost (with tax if the client does not recover it).
    pub net: Option<Net>,
    /// Return on investment, net over cost; `None` where the cost can be 0.
    pub roi: Option<Quantiles>,
    /// P(net ≥ 0).
    pub probability_of_payback: Option<f64>,
    /// The twenty futures: the quantiles of the net at (j − ½)/20, j from 1 to 20.
    pub futures: Option<Vec<f64>>,
    /// Median month of payback, and chance of payback within the horizon.
    pub payback: Option<Payback>,
    /// Shapley effects: shares of the variance of the net by holder; `None` also where the net has no variance.
    pub holders: Option<Holders>,
    /// The results of each factor that a benefit in money uses, in the proposal's order.
    pub factors: Option<Vec<FactorResult>>,
    /// Expected value of perfect information.
    pub evpi: Option<f64>,
    /// The benefits in money that are in.
    pub benefits: Vec<BenefitResult>,
    /// Each alternative of each choice, the other choices as they are.
    pub choices: Vec<ChoiceResult>,
    /// Cost and added value of the advice.
    pub advice: AdviceResult,
    /// The alternatives: production only, and in-house.
    pub alternatives: Alternatives,
    /// The outcomes that are in.
    pub outcomes: Vec<OutcomeResult>,
    /// The number of draws that the quantiles are computed from.
    pub draws: u32,
}

serialize_through_value!(Estimate);

impl Record for Estimate {
    fn fields(&mut self, f: &mut Fields) {
        f.always("cost", &mut self.cost);
        f.always("value", &mut self.value);
        f.always("net", &mut self.net);
        f.always("roi", &mut self.roi);
        f.always("probabilityOfPayback", &mut self.probability_of_payback);
        f.always("futures", &mut self.futures);
        f.always("payback", &mut self.payback);
        f.always("holders", &mut self.holders);
        f.always("factors", &mut self.factors);
        f.always("evpi", &mut self.evpi);
        f.always("benefits", &mut self.benefits);
        f.always("choices", &mut self.choices);
        f.always("advice", &mut self.advice);
        f.always("alternatives", &mut self.alternatives);
        f.always("outcomes", &mut self.outcomes);
        f.always("draws", &mut self.draws);
    }
}

/// Mean and quantiles of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Mean; exact where it has a closed form.
    pub mean: f64,
    /// P10: one chance in ten to be lower.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// P90: one chance in ten to be higher.
    pub p90: f64,
}

impl Record for Spread {
    fn fields(&mut self, f: &mut Fields) {
        f.always("mean", &mut self.mean);
        f.always("p10", &mut self.p10);
        f.always("p50", &mut self.p50);
        f.always("p90", &mut self.p90);
    }
}

/// Mean, variance and quantiles of the net.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Net {
    /// Exact mean.
    pub mean: f64,
    /// Exact variance.
    pub variance: f64,
    /// P10: one chance in ten to be lower.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// P90: one chance in ten to be higher.
    pub p90: f64,
}

impl Record for Net {
    fn fields(&mut self, f: &mut Fields) {
        f.always("mean", &mut self.mean);
        f.always("variance", &mut self.variance);
        f.always("p10", &mut self.p10);
        f.always("p50", &mut self.p50);
        f.always("p90", &mut self.p90);
    }
}

/// Three quantiles of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quantiles {
    /// P10: one chance in ten to be lower.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// P90: one chance in ten to be higher.
    pub p90: f64,
}

impl Record for Quantiles {
    fn fields(&mut self, f: &mut Fields) {
        f.always("p10", &mut self.p10);
        f.always("p50", &mut self.p50);
        f.always("p90", &mut self.p90);
    }
}

/// Payback: when the value received covers the cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Payback {
    /// Median month over the draws; `None` if more than half of them never pay back.
    pub p50: Option<f64>,
    /// Share of the draws that pay back within the horizon.
    pub within_horizon: f64,
}

impl Record for Payback {
    fn fields(&mut self, f: &mut Fields) {
        f.always("p50", &mut self.p50);
        f.always("withinHorizon", &mut self.within_horizon);
    }
}

/// Shapley effects: shares of the variance of the net, which sum to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Holders {
    /// Held by the agency.
    pub agency: f64,
    /// Held by the client.
    pub client: f64,
    /// Held by third parties.
    pub third_party: f64,
    /// Held by the market, that is, by nobody involved.
    pub market: f64,
}

impl Record for Holders {
    fn fields(&mut self, f: &mut Fields) {
        f.always("agency", &mut self.agency);
        f.always("client", &mut self.client);
        f.always("thirdParty", &mut self.third_party);
        f.always("market", &mut self.market);
    }
}

/// The results of one factor, from its conditional line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FactorResult {
    /// Id of the factor.
    pub id: String,
    /// Expected net at the factor's P10 (tornado).
    pub net_at_p10: f64,
    /// Expected net at the factor's P90 (tornado).
    pub net_at_p90: f64,
    /// Break-even: the value of the factor at which the expected net is 0, if that is within its support.
    pub break_even: Option<f64>,
    /// First-order share of the variance of the net.
    pub variance_share: f64,
    /// EVPPI: expected value of knowing the factor before deciding.
    pub evppi: f64,
}

impl Record for FactorResult {
    fn fields(&mut self, f: &mut Fields) {
        f.always("id", &mut self.id);
        f.always("netAtP10", &mut self.net_at_p10);
        f.always("netAtP90", &mut self.net_at_p90);
        f.always("breakEven", &mut self.break_even);
        f.always("varianceShare", &mut self.variance_share);
        f.always("evppi", &mut self.evppi);
    }
}

/// One benefit in money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BenefitResult {
    /// Id of the benefit.
    pub id: String,
    /// Its exact mean.
    pub mean: f64,
    /// Break-even in units: how many of its units alone would cover the expected cost, per month if the benefit is
    /// monthly; `None` without a unit factor, or where it is infinite.
    pub break_even_units: Option<f64>,
    /// The same over all its months.
    pub break_even_units_in_all: Option<f64>,
}

impl Record for BenefitResult {
    fn fields(&mut self, f: &mut Fields) {
        f.always("id", &mut self.id);
        f.always("mean", &mut self.mean);
        f.always("breakEvenUnits", &mut self.break_even_units);
        f.always("breakEvenUnitsInAll", &mut self.break_even_units_in_all);
    }
}

/// The alternatives of a choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceResult {
    /// Id of the choice.
    pub id: String,
    /// Its alternatives, in the proposal's order.
    pub alternatives: Vec<ChoiceAlternativeResult>,
}

impl Record for ChoiceResult {
    fn fields(&mut self, f: &mut Fields) {
        f.always("id", &mut self.id);
        f.always("alternatives", &mut self.alternatives);
    }
}

/// The project with one alternative of a choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceAlternativeResult {
    /// Id of the alternative.
    pub id: String,
    /// Mean cost, as the client bears it.
    pub cost: f64,
    /// Mean value.
    pub value: Option<f64>,
    /// Mean net.
    pub net: Option<f64>,
    /// P(net ≥ 0).
    pub probability_of_payback: Option<f64>,
}

impl Record for ChoiceAlternativeResult {
    fn fields(&mut self, f: &mut Fields) {
        f.always("id", &mut self.id);
        f.always("cost", &mut self.cost);
        f.always("value", &mut self.value);
        f.always("net", &mut self.net);
        f.always("probabilityOfPayback", &mut self.probability_of_payback);
    }
}

/// Cost and added value of the advice.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AdviceResult {
    /// Expected cost after discount, as the client bears it.
    pub cost: f64,
    /// Value with the advice minus value without it, on the same draws; `None` also where nobody has stated what advice
    /// changes.
    pub added_value: Option<Spread>,
    /// P(added value ≥ expected cost of the advice).
    pub probability_worth_it: Option<f64>,
    /// Break-even uplift: expected cost of the advice over the expected value without it; `None` where that is 0.
    pub break_even_uplift: Option<f64>,
}

impl Record for AdviceResult {
    fn fields(&mut self, f: &mut Fields) {
        f.always("cost", &mut self.cost);
        f.always("addedValue", &mut self.added_value);
        f.always("probabilityWorthIt", &mut self.probability_worth_it);
        f.always("breakEvenUplift", &mut self.break_even_uplift);
    }
}

/// The other ways to do the project.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Alternatives {
    /// Production only: the same lines without advice. Its cost alone where nobody has stated what advice changes.
    pub production_only: Alternative,
    /// In-house, by the client's own people; `None` if the proposal does not describe that.
    pub in_house: Option<Alternative>,
}

impl Record for Alternatives {
    fn fields(&mut self, f: &mut Fields) {
        f.always("productionOnly", &mut self.production_only);
        f.always("inHouse", &mut self.in_house);
    }
}

/// One other way to do the project.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Alternative {
    /// The cost, as the client bears it.
    pub cost: Spread,
    /// The value.
    pub value: Option<Spread>,
    /// Value less cost.
    pub net: Option<Net>,
    /// Return on investment, net over cost.
    pub roi: Option<Quantiles>,
    /// P(net ≥ 0).
    pub probability_of_payback: Option<f64>,
    /// Median month of payback, and chance of payback within the horizon.
    pub payback: Option<Payback>,
}

impl Record for Alternative {
    fn fields(&mut self, f: &mut Fields) {
        f.always("cost", &mut self.cost);
        f.always("value", &mut self.value);
        f.always("net", &mut self.net);
        f.always("roi", &mut self.roi);
        f.always("probabilityOfPayback", &mut self.probability_of_payback);
        f.always("payback", &mut self.payback);
    }
}

/// One outcome: a benefit that is counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeResult {
    /// Id of the benefit.
    pub id: String,
    /// The amount, in the benefit's unit.
    pub amount: Spread,
    /// Cost per unit.
    pub cost_per: CostPer,
}

impl Record for OutcomeResult {
    fn fields(&mut self, f: &mut Fields) {
        f.always("id", &mut self.id);
        f.always("amount", &mut self.amount);
        f.always("costPer", &mut self.cost_per);
    }
}

/// Cost of one unit of an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CostPer {
    /// Median over the draws; `None` if infinite.
    pub p50: Option<f64>,
}

impl Record for CostPer {
    fn fields(&mut self, f: &mut Fields) {
        f.always("p50", &mut self.p50);
    }
}
