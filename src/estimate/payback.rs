//! Payback: the first time at which the discounted value received covers the cost.
//!
//! A benefit that occurs once is received as a lump at the end of its month; a monthly one flows evenly through each
//! month.

use super::kernels::{self, BLOCK};
use super::result::Payback;
use super::select::{Selector, rank};
use super::timing::{Calendar, Course};
use crate::proposal::{Repeats, Timing};

/// The value received over time and the cost, draw by draw.
pub(super) struct PaybackInputs<'a> {
    /// The draws of the sum of all benefits with the same timing.
    pub(super) amounts: &'a [Vec<f64>],
    /// The value that one unit of each sum has brought so far, month by month.
    pub(super) courses: &'a [Course],
    /// The timing of each sum.
    pub(super) timings: &'a [Timing],
    /// By how many months every benefit is delayed.
    pub(super) delay: u32,
    /// The months with their discount factors.
    pub(super) calendar: &'a Calendar,
    /// The draws of the cost.
    pub(super) cost: &'a [f64],
    /// In how many draws the net at the horizon is not negative.
    pub(super) paid: usize,
    /// Whether no amount is negative, so that what is received never falls.
    pub(super) never_falls: bool,
}

impl PaybackInputs<'_> {
    /// The median month of payback over the draws, and the share of the draws that pay back within the horizon.
    pub(super) fn payback(&self, selector: &mut Selector) -> Payback {
        if self.never_falls { self.by_bisection(&self.eventful_months(), selector) } else { self.by_marching(selector) }
    }

    /// The start, and the months in which anything is received.
    fn eventful_months(&self) -> Vec<usize> {
        let months = self.courses.first().map_or(1, |course| course.after.len());
        let eventful = |month: &usize| {
            *month == 0 || self.courses.iter().any(|course| course.after[*month] != course.after[*month - 1])
        };
        (0..months).filter(eventful).collect()
    }

    /// Finds the month of the median first, then the moment within it. Only right if what is received never falls.
    fn by_bisection(&self, months: &[usize], selector: &mut Selector) -> Payback {
        let draws = self.cost.len();
        let within = self.paid;
        let median = rank(0.5, draws);
        let share = within as f64 / draws as f64;
        if within <= median {
            return Payback { p50: None, within_horizon: share };
        }
        // The first of these months by whose end more draws have paid back than the median's rank.
        let first = months.partition_point(|month| self.paid_by(*month) <= median);
        let month = months.get(first).or(months.last()).copied().unwrap_or(0);
        let flows = month > 0 && self.courses.iter().any(|course| course.before[month] != course.after[month - 1]);
        let p50 = if flows { self.moment_in(month, median, selector) } else { month as f64 };
        Payback { p50: Some(p50), within_horizon: share }
    }

    /// How many draws have paid back by the end of a month, if what is received never falls.
    fn paid_by(&self, month: usize) -> usize {
        let mut received = [0.0; BLOCK];
        let mut paid = 0;
        for (block, cost) in self.cost.chunks(BLOCK).enumerate() {
            let received = &mut received[..cost.len()];
            let weights = self.courses.iter().map(|course| course.after[month]);
            kernels::weighted_sum(received, block * BLOCK, self.amounts, weights);
            paid += kernels::count_reaching(received, cost);
        }
        paid
    }

    /// The payback time of the given rank, which is in a month through which money flows.
    fn moment_in(&self, month: usize, rank: usize, selector: &mut Selector) -> f64 {
        let time = |draw: usize| {
            let (cost, start) = (self.cost[draw], self.received(draw, month - 1).1);
            if start >= cost {
                return month as f64 - 1.0;
            }
            let (before, after) = self.received(draw, month);
            crossing(month, start, before, after, cost).unwrap_or(month as f64 + 1.0)
        };
        let times: Vec<f64> = (0..self.cost.len()).map(time).collect();
        selector.pick(&times, [rank])[0]
    }

    /// Finds the payback time of every draw by going through the months, one block of draws at a time.
    fn by_marching(&self, selector: &mut Selector) -> Payback {
        let draws = self.cost.len();
        let mut times = vec![f64::MAX; draws];
        for (block, (cost, times)) in self.cost.chunks(BLOCK).zip(times.chunks_mut(BLOCK)).enumerate() {
            self.march(block * BLOCK, cost, times);
        }
        let within = draws - kernels::count_from(&times, f64::MAX);
        let p50 = Some(selector.pick(&times, [rank(0.5, draws)])[0]).filter(|time| *time < f64::MAX);
        Payback { p50, within_horizon: within as f64 / draws as f64 }
    }

    /// Notes when each draw of a block has first received its cost.
    ///
    /// Between the months in which a benefit starts, reaches its full amount or ends, the amount of a month changes by
    /// the same step from month to month. Amount and step are kept for all benefits together, so that a month takes as
    /// long with many benefits as with one.
    fn march(&self, first: usize, cost: &[f64], times: &mut [f64]) {
        let mut march = PaybackState { received: [0.0; BLOCK], flow: [0.0; BLOCK], pace: [0.0; BLOCK], cost, times };
        march.settle(0.0);
        for month in 0..=self.calendar.horizon() {
            let discount = self.calendar.discount(month);
            let mut lumps = false;
            for (timing, amounts) in self.timings.iter().zip(self.amounts) {
                march.turn(timing, timing.start_month + self.delay, month, &amounts[first..first + cost.len()]);
            }
            march.advance(f64::from(month), discount);
            for (timing, amounts) in self.timings.iter().zip(self.amounts) {
                if timing.repeats == Repeats::Once && timing.start_month + self.delay == month {
                    kernels::add_scaled(&mut march.received[..cost.len()], discount, &amounts[first..]);
                    lumps = true;
                }
            }
            if lumps {
                march.settle(f64::from(month));
            }
        }
    }

    /// What a draw has received by the end of a month, before the month's lump and after it.
    fn received(&self, draw: usize, month: usize) -> (f64, f64) {
        self.amounts.iter().zip(self.courses).fold((0.0, 0.0), |(before, after), (amounts, course)| {
            (before + amounts[draw] * course.before[month], after + amounts[draw] * course.after[month])
        })
    }
}

/// The state of a block of draws in one month.
struct PaybackState<'a> {
    received: [f64; BLOCK],
    /// The amount of the month, not discounted.
    flow: [f64; BLOCK],
    /// By how much `flow` grows each month.
    pace: [f64; BLOCK],
    cost: &'a [f64],
    /// When the cost was first received; `f64::MAX` where it has not been yet.
    times: &'a mut [f64],
}

impl PaybackState<'_> {
    /// Starts, levels out and ends a monthly benefit: with ramp `r` and duration `d` it grows by `1/r` of its amount in
    /// each of its first `min(r, d)` months, and stops after `d`.
    fn turn(&mut self, timing: &Timing, start: u32, month: u32, amounts: &[f64]) {
        if timing.repeats != Repeats::Monthly || month <= start {
            return;
        }
        let (ramp, age) = (timing.ramp_months.max(1), month - start - 1);
        let lasts = timing.months.unwrap_or(u32::MAX);
        let grows = ramp.min(lasts);
        let step = 1.0 / f64::from(ramp);
        if age == 0 && lasts > 0 {
            kernels::add_scaled(&mut self.pace[..amounts.len()], step, amounts);
        }
        if age == grows && lasts > 0 {
            kernels::add_scaled(&mut self.pace[..amounts.len()], -step, amounts);
        }
        if age == lasts && lasts > 0 {
            kernels::add_scaled(&mut self.flow[..amounts.len()], -step * f64::from(grows), amounts);
        }
    }

    /// Adds the even flow of a month, and notes the draws that reach their cost within it.
    fn advance(&mut self, month: f64, discount: f64) {
        let draws = self.received.iter_mut().zip(&mut self.flow).zip(&self.pace);
        for (((received, flow), pace), (cost, time)) in draws.zip(self.cost.iter().zip(self.times.iter_mut())) {
            *flow += pace;
            let step = discount * *flow;
            if *received + step >= *cost && *time == f64::MAX {
                *time = month - 1.0 + (cost - *received) / step;
            }
            *received += step;
        }
    }

    /// Notes the draws that have received their cost by the end of a month.
    fn settle(&mut self, month: f64) {
        for (received, (cost, time)) in self.received.iter().zip(self.cost.iter().zip(self.times.iter_mut())) {
            if received >= cost && *time == f64::MAX {
                *time = month;
            }
        }
    }
}

/// The time within a month at which the value received reaches the cost, if it does: the value grows evenly from
/// `start`, which is below the cost, to `before`, then jumps to `after`.
fn crossing(month: usize, start: f64, before: f64, after: f64, cost: f64) -> Option<f64> {
    if before >= cost && month > 0 {
        Some(month as f64 - 1.0 + (cost - start) / (before - start))
    } else if before >= cost || after >= cost {
        Some(month as f64)
    } else {
        None
    }
}
