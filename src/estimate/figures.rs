//! The figures of an estimate that are sent in a link. They must not know how.

use super::{Cost, Estimate, Holders, Net, Payback, Spread};
use crate::proposal::{Fields, Record};

/// Version of the engine, which is the version of the package. A later one may compute other figures.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// The headline figures of an estimate and the engine that computed them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// The cost.
    pub cost: Cost,
    /// The value. `None` without a benefit in money, like the other optional fields.
    pub value: Option<Spread>,
    /// P(net ≥ 0).
    pub probability_of_payback: Option<f64>,
    /// The twenty futures: equally likely values of the net, ascending.
    pub futures: Option<Vec<f64>>,
    /// Median month of payback, and chance of payback within the horizon.
    pub payback: Option<Payback>,
    /// Shapley effects: shares of the variance of the net by holder.
    pub holders: Option<Holders>,
    /// Version of the engine.
    pub engine: String,
}

impl Record for Figures {
    fn fields(&mut self, f: &mut Fields) {
        f.always("cost", &mut self.cost);
        f.always("value", &mut self.value);
        f.always("probabilityOfPayback", &mut self.probability_of_payback);
        f.always("futures", &mut self.futures);
        f.always("payback", &mut self.payback);
        f.always("holders", &mut self.holders);
        f.always("engine", &mut self.engine);
    }
}

impl From<&Estimate> for Figures {
    fn from(estimate: &Estimate) -> Self {
        Self {
            cost: estimate.cost.clone(),
            value: estimate.value,
            probability_of_payback: estimate.probability_of_payback,
            futures: estimate.futures.clone(),
            payback: estimate.payback,
            holders: estimate.holders,
            engine: ENGINE.to_owned(),
        }
    }
}

impl Estimate {
    /// Replaces the computed figures by figures that were sent; `recovers_vat` is that of the proposal.
    ///
    /// The net is not sent but derived: its mean is the value's less the cost's, and its quantiles are halfway between
    /// futures, the i-th of which (from 0) is the quantile (i + ½) / 20.
    pub fn replace_by_sent(&mut self, sent: &Figures, recovers_vat: bool) {
        let Figures { cost, value, probability_of_payback, futures, payback, holders, .. } = sent.clone();
        self.net = self.net.and_then(|own| {
            let quantile = |i: usize| Some((futures.as_ref()?.get(i)? + futures.as_ref()?.get(i + 1)?) / 2.0);
            let mean = value?.mean - if recovers_vat { cost.mean } else { cost.incl_vat };
            Some(Net { mean, p10: quantile(1)?, p50: quantile(9)?, p90: quantile(17)?, ..own })
        });
        // What documents show besides the sums that are sent follows from the proposal alone.
        let Cost { production, advice, vat, incl_vat, mean, p10, p50, p90, .. } = cost;
        let cost = Cost { production, advice, vat, incl_vat, mean, p10, p50, p90, ..std::mem::take(&mut self.cost) };
        *self = Self { cost, value, probability_of_payback, futures, payback, holders, ..std::mem::take(self) };
    }
}
