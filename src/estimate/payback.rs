//! When a project has paid for itself: the first time at which the discounted value received covers the cost.
//!
//! Lumps land at the end of their month, monthly money flows evenly through it.

use super::kernels::{self, BLOCK};
use super::result::Payback;
use super::select::{Selector, rank};
use super::timing::Course;

/// Value received against cost, draw by draw.
pub(super) struct Race<'a> {
    /// For all benefits that come at the same time, the draws of their sum.
    pub(super) amounts: &'a [Vec<f64>],
    /// What one unit of each sum has brought, month by month.
    pub(super) courses: &'a [Course],
    /// The draws of the cost.
    pub(super) cost: &'a [f64],
    /// The draws of the net at the horizon.
    pub(super) net: &'a [f64],
    /// Whether no amount is negative, so that what is received never falls.
    pub(super) never_falls: bool,
}

impl Race<'_> {
    /// The median month of payback over the draws, and the share of the draws that pay back within the horizon.
    pub(super) fn payback(&self, selector: &mut Selector) -> Payback {
        let months = self.eventful_months();
        if self.never_falls { self.by_bisection(&months, selector) } else { self.by_marching(&months, selector) }
    }

    /// The start, and the months in which anything is received.
    fn eventful_months(&self) -> Vec<usize> {
        let months = self.courses.first().map_or(1, |course| course.after.len());
        let eventful = |month: &usize| {
            *month == 0 || self.courses.iter().any(|course| course.after[*month] != course.after[*month - 1])
        };
        (0..months).filter(eventful).collect()
    }

    /// Finds the month of the median first, then the moment within it.
    fn by_bisection(&self, months: &[usize], selector: &mut Selector) -> Payback {
        let draws = self.cost.len();
        let within = kernels::count_from(self.net, 0.0);
        let median = rank(0.5, draws);
        let share = within as f64 / draws as f64;
        if within <= median {
            return Payback { p50: None, within_horizon: share };
        }
        // The first of these months by whose end more than the median have paid.
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

    /// The time of the given rank, which lies in a month through which money flows.
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

    /// Goes through the months of every draw until it pays back.
    fn by_marching(&self, months: &[usize], selector: &mut Selector) -> Payback {
        let draws = self.cost.len();
        let times: Vec<f64> = (0..draws).map(|draw| self.first_time(draw, months).unwrap_or(f64::MAX)).collect();
        let within = draws - kernels::count_from(&times, f64::MAX);
        let p50 = Some(selector.pick(&times, [rank(0.5, draws)])[0]).filter(|time| *time < f64::MAX);
        Payback { p50, within_horizon: within as f64 / draws as f64 }
    }

    fn first_time(&self, draw: usize, months: &[usize]) -> Option<f64> {
        let cost = self.cost[draw];
        if cost <= 0.0 {
            return Some(0.0);
        }
        let mut start = 0.0;
        months.iter().find_map(|month| {
            let (before, after) = self.received(draw, *month);
            let time = crossing(*month, start, before, after, cost);
            start = after;
            time
        })
    }

    /// What a draw has received by the end of a month, before the month's lump and after it.
    fn received(&self, draw: usize, month: usize) -> (f64, f64) {
        self.amounts.iter().zip(self.courses).fold((0.0, 0.0), |(before, after), (amounts, course)| {
            (before + amounts[draw] * course.before[month], after + amounts[draw] * course.after[month])
        })
    }
}

/// When in a month the value received reaches the cost, if it does: it goes evenly from `start`, which is below the
/// cost, to `before`, then jumps to `after`.
fn crossing(month: usize, start: f64, before: f64, after: f64, cost: f64) -> Option<f64> {
    if before >= cost && month > 0 {
        Some(month as f64 - 1.0 + (cost - start) / (before - start))
    } else if before >= cost || after >= cost {
        Some(month as f64)
    } else {
        None
    }
}
