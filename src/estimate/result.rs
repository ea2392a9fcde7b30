//! The figures of an estimate. Money is in major units, shares are fractions, time is in months.

use crate::proposal::{Fields, Record, through_value};

/// Everything that is computed from a proposal. `None` where the proposal has no benefit in money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimate {
    /// What it costs.
    pub cost: Cost,
    /// What it brings.
    pub value: Option<Spread>,
    /// Value less cost (with tax if the client does not recover it).
    pub net: Option<Net>,
    /// Net over cost; `None` where the cost can be 0.
    pub roi: Option<Quantiles>,
    /// P(net ≥ 0).
    pub probability_of_payback: Option<f64>,
    /// Twenty equally likely nets, ascending.
    pub futures: Option<Vec<f64>>,
    /// When it has paid for itself.
    pub payback: Option<Payback>,
    /// Shares of the variance of the net, by who holds it.
    pub holders: Option<Holders>,
    /// What each factor used does to the net, in the proposal's order.
    pub factors: Option<Vec<FactorResult>>,
    /// Expected value of perfect information.
    pub evpi: Option<f64>,
    /// Each benefit in money.
    pub benefits: Vec<BenefitResult>,
    /// What the advice costs and adds.
    pub advice: AdviceResult,
    /// Doing less, and doing it in-house.
    pub alternatives: Alternatives,
    /// Each benefit that is counted, not priced.
    pub outcomes: Vec<OutcomeResult>,
    /// How many draws the quantiles stand on.
    pub draws: u32,
}

through_value!(Estimate);

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
        f.always("advice", &mut self.advice);
        f.always("alternatives", &mut self.alternatives);
        f.always("outcomes", &mut self.outcomes);
        f.always("draws", &mut self.draws);
    }
}

/// The cost and its parts, after discount; expected where days are a range.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// Making, without tax.
    pub production: f64,
    /// Advice, without tax.
    pub advice: f64,
    /// The tax.
    pub vat: f64,
    /// Everything, with tax.
    pub incl_vat: f64,
    /// Mean of what the client bears: with tax where it is not recovered, like the quantiles.
    pub mean: f64,
    /// One chance in ten to cost less.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// One chance in ten to cost more.
    pub p90: f64,
}

impl Record for Cost {
    fn fields(&mut self, f: &mut Fields) {
        f.always("production", &mut self.production);
        f.always("advice", &mut self.advice);
        f.always("vat", &mut self.vat);
        f.always("inclVat", &mut self.incl_vat);
        f.always("mean", &mut self.mean);
        f.always("p10", &mut self.p10);
        f.always("p50", &mut self.p50);
        f.always("p90", &mut self.p90);
    }
}

/// Mean and quantiles of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Mean; exact where it has a closed form.
    pub mean: f64,
    /// One chance in ten to be lower.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// One chance in ten to be higher.
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
    /// One chance in ten to be lower.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// One chance in ten to be higher.
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

/// Three quantiles.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quantiles {
    /// One chance in ten to be lower.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// One chance in ten to be higher.
    pub p90: f64,
}

impl Record for Quantiles {
    fn fields(&mut self, f: &mut Fields) {
        f.always("p10", &mut self.p10);
        f.always("p50", &mut self.p50);
        f.always("p90", &mut self.p90);
    }
}

/// When a project has paid for itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Payback {
    /// Median month; `None` if more than half of the futures never pay back.
    pub p50: Option<f64>,
    /// Share of the futures that pay back within the horizon.
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
    /// Held by nobody.
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

/// What one factor does to the net, from its conditional line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FactorResult {
    /// The factor.
    pub id: String,
    /// Expected net at its P10.
    pub net_at_p10: f64,
    /// Expected net at its P90.
    pub net_at_p90: f64,
    /// Where the expected net is 0, if within its support.
    pub break_even: Option<f64>,
    /// First-order share of the variance of the net.
    pub variance_share: f64,
    /// Expected value of knowing it before deciding.
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
    /// The benefit.
    pub id: String,
    /// Its exact mean.
    pub mean: f64,
    /// How many of its units alone would pay the project.
    pub break_even_units: Option<f64>,
}

impl Record for BenefitResult {
    fn fields(&mut self, f: &mut Fields) {
        f.always("id", &mut self.id);
        f.always("mean", &mut self.mean);
        f.always("breakEvenUnits", &mut self.break_even_units);
    }
}

/// What the advice costs and adds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AdviceResult {
    /// Expected cost, after discount.
    pub cost: f64,
    /// Value with the advice less value without, on the same draws.
    pub added_value: Option<Spread>,
    /// P(added value ≥ expected cost of the advice).
    pub probability_worth_it: Option<f64>,
    /// Expected cost of the advice over the expected value without it.
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

/// The other ways to do it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Alternatives {
    /// The same lines, no advice.
    pub production_only: Alternative,
    /// The client's own people.
    pub in_house: Option<Alternative>,
}

impl Record for Alternatives {
    fn fields(&mut self, f: &mut Fields) {
        f.always("productionOnly", &mut self.production_only);
        f.always("inHouse", &mut self.in_house);
    }
}

/// One other way to do it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Alternative {
    /// What it costs.
    pub cost: Spread,
    /// What it brings.
    pub value: Option<Spread>,
    /// Value less cost.
    pub net: Option<Net>,
    /// Net over cost.
    pub roi: Option<Quantiles>,
    /// P(net ≥ 0).
    pub probability_of_payback: Option<f64>,
    /// When it has paid for itself.
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

/// One benefit that is counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeResult {
    /// The benefit.
    pub id: String,
    /// How many.
    pub amount: Spread,
    /// Cost of one.
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
