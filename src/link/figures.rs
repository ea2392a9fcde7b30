//! The figures sent with a link, rounded so that every screen shows them as it would show the exact ones.
//!
//! Each figure is stored as a cell. The edges of the cells are the values at which a screen's rounding changes (a half
//! of the last digit shown), so that the middle of the cell is shown like the figure itself.

use crate::estimate::{Cost, Figures, Holders, Payback, Spread};

/// Steps per 1 of a probability or a share: each is half a tenth of a per cent.
const SHARES: f64 = 2_000.0;
/// Steps per month: each is half a tenth of a month.
const MONTHS: f64 = 20.0;
/// The power of ten of a cell is within ± this.
pub(super) const POWERS: i32 = 18;

/// The figures as they were sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SentFigures {
    /// Version of the engine that computed them.
    pub engine: String,
    /// Production, advice, tax, total with tax and mean, in hundredths of the currency unit.
    pub(super) cost: [i64; 5],
    /// P10, P50 and P90 of the cost in halves of the currency unit, rounded down; `None` if all equal the mean.
    pub(super) cost_quantiles: Option<[i64; 3]>,
    /// Mean, P10, P50, P90.
    pub(super) value: Option<[Cell; 4]>,
    pub(super) probability: Option<u64>,
    pub(super) futures: Option<Futures>,
    /// The median month in 20ths, if any, and the share within the horizon in 2,000ths.
    pub(super) payback: Option<(Option<u64>, u64)>,
    /// The shares of agency, client, third parties and market, in 2,000ths.
    pub(super) holders: Option<[u64; 4]>,
}

/// A number rounded towards 0 to half a unit of its third digit: its size is from `steps / 2 · 10^power` up to the next
/// step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) negative: bool,
    /// 0, or from 200 to 1,999.
    pub(super) steps: u64,
    pub(super) power: i32,
}

/// Ascending numbers in steps of `10^power`, which is the fourth digit of the largest, rounded towards 0; a number
/// below 0 is −1 minus the steps of its size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Futures {
    pub(super) power: i32,
    pub(super) steps: Vec<i64>,
}

impl SentFigures {
    /// Whether newly computed figures equal those sent, that is, fall into the same cells. The engine's version is not
    /// compared.
    pub fn matches(&self, figures: &Figures) -> bool {
        let own = Self::from(figures);
        Self { engine: String::new(), ..own } == Self { engine: String::new(), ..self.clone() }
    }

    /// The figures: the middle of each cell, and the parts of the cost to the hundredth.
    pub fn figures(&self) -> Figures {
        let [production, advice, vat, incl_vat, mean] = self.cost.map(|hundredths| hundredths as f64 / 100.0);
        let [p10, p50, p90] = match self.cost_quantiles {
            Some(halves) => halves.map(|steps| middle(steps) / 2.0),
            None => [mean; 3],
        };
        Figures {
            cost: Cost { production, advice, vat, incl_vat, mean, p10, p50, p90, ..Cost::default() },
            value: self.value.map(|cells| {
                let [mean, p10, p50, p90] = cells.map(Cell::number);
                Spread { mean, p10, p50, p90 }
            }),
            probability_of_payback: self.probability.map(share),
            futures: self.futures.as_ref().map(Futures::numbers),
            payback: self.payback.map(|(month, within)| Payback {
                p50: month.map(|steps| middle(steps as i64) / MONTHS),
                within_horizon: share(within),
            }),
            holders: self.holders.map(|steps| {
                let [agency, client, third_party, market] = steps.map(share);
                Holders { agency, client, third_party, market }
            }),
            engine: self.engine.clone(),
        }
    }
}

impl From<&Figures> for SentFigures {
    fn from(figures: &Figures) -> Self {
        let Cost { production, advice, vat, incl_vat, mean, p10, p50, p90, .. } = figures.cost;
        let cost = [production, advice, vat, incl_vat, mean].map(hundredths);
        let quantiles = [p10, p50, p90];
        Self {
            engine: figures.engine.clone(),
            cost,
            cost_quantiles: quantiles
                .iter()
                .any(|x| hundredths(*x) != cost[4])
                .then(|| quantiles.map(|x| bounded(libm::floor(x * 2.0)))),
            value: figures.value.map(|v| [v.mean, v.p10, v.p50, v.p90].map(Cell::of)),
            probability: figures.probability_of_payback.map(shares),
            futures: figures.futures.as_deref().map(Futures::of),
            payback: figures.payback.map(|p| {
                (p.p50.map(|month| bounded(libm::floor(month * MONTHS)).max(0) as u64), shares(p.within_horizon))
            }),
            holders: figures.holders.map(|h| [h.agency, h.client, h.third_party, h.market].map(shares)),
        }
    }
}

impl Cell {
    /// The cell of a number. NaN and tiny numbers are 0; an infinite one is the largest cell.
    fn of(x: f64) -> Self {
        let size = x.abs();
        let power = (-POWERS..=POWERS).find(|power| size < 1_000.0 * ten_to(*power)).unwrap_or(POWERS);
        let steps = (size / ten_to(power) * 2.0) as u64;
        if steps < 200 { Self::default() } else { Self { negative: x < 0.0, steps: steps.min(1_999), power } }
    }

    fn number(self) -> f64 {
        let size = middle(self.steps as i64) / 2.0 * ten_to(self.power);
        if self.negative { -size } else { size }
    }
}

impl Futures {
    fn of(numbers: &[f64]) -> Self {
        let largest = numbers.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
        let power = (-POWERS..=POWERS).find(|power| largest < 10_000.0 * ten_to(*power)).unwrap_or(POWERS);
        let mut steps: Vec<_> = numbers
            .iter()
            .map(|x| {
                let steps = bounded(libm::floor(x.abs() / ten_to(power)));
                if *x < 0.0 { -1 - steps } else { steps }
            })
            .collect();
        steps.sort_unstable();
        Self { power, steps }
    }

    fn numbers(&self) -> Vec<f64> {
        self.steps.iter().map(|steps| middle(*steps) * ten_to(self.power)).collect()
    }
}

/// Ten to a power, by repeated multiplication (and one division if it is negative), so that the bits are the same
/// everywhere.
fn ten_to(power: i32) -> f64 {
    let scale = (0..power.abs()).fold(1.0, |scale, _| scale * 10.0);
    if power < 0 { 1.0 / scale } else { scale }
}

/// The middle of a cell, in steps. For the cell that starts at 0 it is 0, so that 0 stays 0.
fn middle(steps: i64) -> f64 {
    if steps == 0 { 0.0 } else { steps as f64 + 0.5 }
}

/// The amount in hundredths: the nearest that rounds to the same whole unit.
fn hundredths(x: f64) -> i64 {
    let nearest = libm::round(x * 100.0);
    let strays = libm::round(nearest / 100.0) != libm::round(x);
    bounded(if !strays {
        nearest
    } else if nearest > x * 100.0 {
        nearest - 1.0
    } else {
        nearest + 1.0
    })
}

/// A whole number, limited so that later sums cannot overflow; NaN becomes 0.
fn bounded(x: f64) -> i64 {
    x.clamp(-9e15, 9e15) as i64
}

fn shares(p: f64) -> u64 {
    (p.clamp(0.0, 1.0) * SHARES) as u64
}

fn share(steps: u64) -> f64 {
    (middle(steps as i64) / SHARES).min(1.0)
}
