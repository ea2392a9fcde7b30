//! Outcomes: benefits that are counted, never discounted and never summed into money.

use super::draws::Columns;
use super::flows::Product;
use super::kernels;
use super::result::{Quantiles, Spread};
use super::ways::{CostInputs, Way, Workspace};

/// The figures of an outcome that are computed from draws, kept until one of their inputs changes.
#[derive(Clone, Debug, Default)]
pub(super) struct OutcomeFigures {
    inputs: Option<(Product, f64, Option<CostInputs>)>,
    /// Quantiles of the amount, and the median cost per unit, `None` if it is infinite.
    pub(super) figures: (Quantiles, Option<f64>),
}

impl OutcomeFigures {
    /// Brings the figures up to date. The amount is the product times its weight; the cost per unit is the cost of the
    /// way over the amount, infinite where the amount is 0.
    pub(super) fn update(
        &mut self,
        product: Product,
        weight: f64,
        way: &Way,
        columns: &Columns,
        workspace: &mut Workspace,
    ) {
        let inputs = Some((product.clone(), weight, way.cost_inputs().cloned()));
        if self.inputs == inputs {
            return;
        }
        let Workspace { selector, scratch: amounts, .. } = workspace;
        product.draw_all(amounts, weight, columns);
        let Spread { p10, p50, p90, .. } = selector.spread(0.0, amounts);
        kernels::unit_costs(amounts, &way.cost);
        let [median] = selector.quantiles(amounts, [0.5]);
        let unit_cost = (median.abs() < f64::MAX).then_some(median);
        *self = Self { inputs, figures: (Quantiles { p10, p50, p90 }, unit_cost) };
    }
}
