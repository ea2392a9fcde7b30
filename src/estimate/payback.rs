//! When a project has paid for itself: the first time at which the discounted value received covers the cost.
//!
//! Lumps land at the end of their month, monthly money flows evenly through it.

use super::result::Payback;
use super::select::{Selector, rank};
use super::timing::Course;

/// Benefits that come at the same time: their draws summed, and the course of one unit of the sum.
pub(super) struct Stream<'a> {
    /// The draws.
    pub(super) amounts: &'a [f64],
    /// When they come.
    pub(super) course: Course,
}

/// The median month of payback over the draws, and the share of the draws that pay back within the horizon.
///
/// `never_falls`: no amount is negative, so that what is received only grows.
pub(super) fn payback(streams: &[Stream], cost: &[f64], never_falls: bool, selector: &mut Selector) -> Payback {
    let months = streams.first().map_or(1, |stream| stream.course.after.len());
    let race = Race { streams, cost, months };
    if never_falls { race.by_bisection(selector) } else { race.by_marching(selector) }
}

/// Value received against cost, draw by draw.
struct Race<'a> {
    streams: &'a [Stream<'a>],
    cost: &'a [f64],
    months: usize,
}

impl Race<'_> {
    /// What a draw has received by the end of a month, before the month's lump and after it.
    fn received(&self, draw: usize, month: usize) -> (f64, f64) {
        self.streams.iter().fold((0.0, 0.0), |(before, after), Stream { amounts, course }| {
            (before + amounts[draw] * course.before[month], after + amounts[draw] * course.after[month])
        })
    }

    fn has_paid(&self, draw: usize, month: usize) -> bool {
        self.received(draw, month).1 >= self.cost[draw]
    }

    /// How many draws have paid back by the end of a month, if what is received never falls.
    fn paid_by(&self, month: usize) -> usize {
        (0..self.cost.len()).filter(|draw| self.has_paid(*draw, month)).count()
    }

    /// Finds the month of the median first, then the moment within it.
    fn by_bisection(&self, selector: &mut Selector) -> Payback {
        let draws = self.cost.len();
        let last = self.months - 1;
        let within = self.paid_by(last);
        let median = rank(0.5, draws);
        let share = within as f64 / draws as f64;
        if within <= median {
            return Payback { p50: None, within_horizon: share };
        }
        let (mut low, mut high) = (0, last);
        while low < high {
            let middle = (low + high) / 2;
            if self.paid_by(middle) > median {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        let times: Vec<f64> = (0..draws).map(|draw| self.time_near(draw, low)).collect();
        Payback { p50: Some(selector.pick(&times, [median])[0]), within_horizon: share }
    }

    /// When a draw pays back, where all that matters is whether and when in `month` it does.
    fn time_near(&self, draw: usize, month: usize) -> f64 {
        let cost = self.cost[draw];
        let start = if month == 0 { 0.0 } else { self.received(draw, month - 1).1 };
        if start >= cost {
            return month as f64 - 1.0;
        }
        let (before, after) = self.received(draw, month);
        crossing(month, start, before, after, cost).unwrap_or(month as f64 + 1.0)
    }

    /// Goes through the months of every draw until it pays back.
    fn by_marching(&self, selector: &mut Selector) -> Payback {
        let draws = self.cost.len();
        let times: Vec<f64> = (0..draws).map(|draw| self.first_time(draw).unwrap_or(f64::MAX)).collect();
        let within = times.iter().filter(|time| **time < f64::MAX).count();
        let p50 = Some(selector.pick(&times, [rank(0.5, draws)])[0]).filter(|time| *time < f64::MAX);
        Payback { p50, within_horizon: within as f64 / draws as f64 }
    }

    fn first_time(&self, draw: usize) -> Option<f64> {
        let cost = self.cost[draw];
        if cost <= 0.0 {
            return Some(0.0);
        }
        let mut start = 0.0;
        (0..self.months).find_map(|month| {
            let (before, after) = self.received(draw, month);
            let time = crossing(month, start, before, after, cost);
            start = after;
            time
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
