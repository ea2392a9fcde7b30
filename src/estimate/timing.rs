//! When benefits are received, and their discount factors. Time is in whole months from the start of the project.

use crate::proposal::{LineTiming, Proposal, Repeats, Timing};

/// The months of an estimate with their discount factors.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Calendar {
    /// `δ(t) = (1+i)^(−t/12)` for `t` from 0 to the horizon.
    discount: Vec<f64>,
}

/// The discounted value that one unit of a benefit has brought by the end of each month, from 0 to the horizon.
#[derive(Clone, Debug)]
pub(super) struct Course {
    /// Including the month's even flow, not its lump.
    pub(super) before: Vec<f64>,
    /// Including both.
    pub(super) after: Vec<f64>,
}

/// The due dates of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct DueDates {
    /// How many there are.
    pub(super) count: f64,
    /// The present value of 1 on each of them.
    pub(super) present: f64,
    /// Whether it falls due once, not monthly.
    pub(super) is_once: bool,
}

impl Calendar {
    /// The months of a checked proposal, with money discounted at its yearly rate.
    pub(super) fn new(proposal: &Proposal) -> Self {
        let rate = libm::log1p(proposal.discount_rate);
        let discount = (0..=proposal.horizon_months).map(|t| libm::exp(-f64::from(t) / 12.0 * rate)).collect();
        Self { discount }
    }

    /// The same months without discount, for outcomes.
    pub(super) fn undiscounted(&self) -> Self {
        Self { discount: vec![1.0; self.discount.len()] }
    }

    /// The last month.
    pub(super) fn horizon(&self) -> u32 {
        self.discount.len() as u32 - 1
    }

    /// The discount factor of a month.
    pub(super) fn discount(&self, month: u32) -> f64 {
        self.discount[month as usize]
    }

    /// The amount that flows evenly through month `t`, and the lump at its end, per unit of the benefit.
    ///
    /// `once`: `δ(s)` at month `s`. `monthly`: `min(1, (t−s)/max(r,1))·δ(t)` for `s < t ≤ s+d`, with start
    /// `s` (later by the `delay`), ramp `r`, duration `d`.
    fn month(&self, timing: &Timing, delay: u32, t: u32) -> (f64, f64) {
        let start = timing.start_month + delay;
        let discount = self.discount[t as usize];
        match timing.repeats {
            Repeats::Once if t == start => (0.0, discount),
            Repeats::Monthly if t > start && timing.months.is_none_or(|months| t <= start + months) => {
                let ramp = f64::from(t - start) / f64::from(timing.ramp_months.max(1));
                (ramp.min(1.0) * discount, 0.0)
            }
            _ => (0.0, 0.0),
        }
    }

    /// When a line falls due. Due dates beyond the horizon are not counted; a checked proposal has none.
    pub(super) fn due(&self, timing: &LineTiming) -> DueDates {
        let months = timing.due_months(self.horizon());
        let present = months.clone().map(|month| self.discount(month)).sum();
        DueDates { count: f64::from(months.len() as u32), present, is_once: timing.repeats == Repeats::Once }
    }

    /// The course of one unit of a benefit.
    pub(super) fn course(&self, timing: &Timing, delay: u32) -> Course {
        let mut total = 0.0;
        let (before, after) = (0..=self.horizon())
            .map(|t| {
                let (flow, lump) = self.month(timing, delay, t);
                let before = total + flow;
                total = before + lump;
                (before, total)
            })
            .unzip();
        Course { before, after }
    }
}

impl Course {
    /// The timing weight `k`: the value of one unit by the horizon, discounted as its calendar says.
    pub(super) fn weight(&self) -> f64 {
        self.after.last().copied().unwrap_or(0.0)
    }
}
