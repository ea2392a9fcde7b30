//! The figures of a cost. Money is in major units, shares are fractions.

use crate::proposal::{Fields, Record};

/// The cost. Its parts are nominal: after discount, as if every condition came true, expected amounts where a price or a
/// time is a range. Mean and quantiles are of what the client bears: each payment when it falls due, discounted in time,
/// with tax if the client does not recover it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cost {
    /// Production (prices and making), without tax.
    pub production: f64,
    /// Advice, without tax.
    pub advice: f64,
    /// What the client pays to third parties directly.
    pub on_behalf: f64,
    /// Each tax, in the proposal's order.
    pub taxes: Vec<TaxResult>,
    /// All taxes, whether the client recovers them or not.
    pub vat: f64,
    /// Production, advice and taxes.
    pub incl_vat: f64,
    /// What of production and advice falls due once.
    pub once: f64,
    /// What of production and advice falls due monthly, all months together.
    pub monthly: f64,
    /// What of production and advice hangs on a condition.
    pub conditional: f64,
    /// Production and advice with every range at its upper end; `None` where one has none.
    pub at_most: Option<f64>,
    /// Mean of the cost that the client bears: with tax if the client does not recover it, like the quantiles.
    pub mean: f64,
    /// P10: one chance in ten to cost less.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// P90: one chance in ten to cost more.
    pub p90: f64,
}

impl Record for Cost {
    fn fields(&mut self, f: &mut Fields) {
        f.always("production", &mut self.production);
        f.always("advice", &mut self.advice);
        f.always("onBehalf", &mut self.on_behalf);
        f.always("taxes", &mut self.taxes);
        f.always("vat", &mut self.vat);
        f.always("inclVat", &mut self.incl_vat);
        f.always("once", &mut self.once);
        f.always("monthly", &mut self.monthly);
        f.always("conditional", &mut self.conditional);
        f.always("atMost", &mut self.at_most);
        f.always("mean", &mut self.mean);
        f.always("p10", &mut self.p10);
        f.always("p50", &mut self.p50);
        f.always("p90", &mut self.p90);
    }
}

/// One tax of a cost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaxResult {
    /// Id of the tax; `vat` for the one of `vatRate`.
    pub id: String,
    /// Its rate, as a fraction.
    pub rate: f64,
    /// What it is computed from.
    pub base: f64,
    /// The tax.
    pub amount: f64,
}

impl Record for TaxResult {
    fn fields(&mut self, f: &mut Fields) {
        f.always("id", &mut self.id);
        f.always("rate", &mut self.rate);
        f.always("base", &mut self.base);
        f.always("amount", &mut self.amount);
    }
}
