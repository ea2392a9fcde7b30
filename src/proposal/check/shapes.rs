//! Shapes: whether their numbers are in order and within their bounds.

use super::{Display, Expected, Fault, Found};
use crate::proposal::{MAX_INTERVAL_RATIO, MAX_NUMBER, MAX_TIME, MAX_TRIALS, Shape};

/// Checks a shape whose numbers must be from `least` to `most`; returns whether it has no fault.
pub(super) fn check(shape: &Shape, path: &dyn Display, least: f64, most: f64, found: &mut Found) -> bool {
    let before = found.0.len();
    match *shape {
        Shape::Fixed(x) => found.within(path, x, least, most),
        Shape::Uniform(ends) => {
            let path = &format_args!("{path}.uniform");
            if numbers(&ends, path, least, most, found) && ends[0] >= ends[1] {
                found.push(path, Fault::EmptyRange);
            }
        }
        Shape::Pert(range) => ascending(&range, &format_args!("{path}.pert"), least, most, found),
        Shape::Interval90(ends) => interval(ends, &format_args!("{path}.interval90"), most, found),
        Shape::Chance(p) => found.share(&format_args!("{path}.chance"), p),
        Shape::Count { trials, rate } => {
            found.months(&format_args!("{path}.count.trials"), trials, MAX_TRIALS);
            let path = &format_args!("{path}.count.rate");
            if rate.iter().all(|p| p.is_finite()) && rate.iter().any(|p| !(0.0..=1.0).contains(p)) {
                found.push(path, Fault::NotAFraction);
            } else {
                ascending(&rate, path, 0.0, 1.0, found);
            }
        }
    }
    found.0.len() == before
}

/// Checks a shape of days or hours.
pub(super) fn check_time(shape: &Shape, path: &dyn Display, found: &mut Found) {
    check(shape, path, 0.0, MAX_TIME, found);
}

/// Upper bound of the root mean square of a shape without faults.
///
/// For an `interval90` it is exact: √E\[X²\] = √(L·U)·exp(σ²) of a lognormal with σ = ln(U/L) / (2·1.645).
pub(super) fn largest(shape: &Shape) -> f64 {
    match *shape {
        Shape::Fixed(x) => x.abs(),
        Shape::Uniform([a, b]) | Shape::Pert([a, _, b]) => a.abs().max(b.abs()),
        Shape::Interval90([lower, upper]) => {
            let sigma = libm::log(upper / lower) / 3.289_707_253_9;
            (lower * upper).sqrt() * libm::exp(sigma * sigma)
        }
        Shape::Chance(_) => 1.0,
        Shape::Count { trials, .. } => f64::from(trials),
    }
}

/// Whether a shape without faults stays within its bounds once its numbers are multiplied by `ratio`.
pub(super) fn survives_scaling(shape: &Shape, ratio: f64) -> bool {
    match *shape {
        Shape::Count { trials, .. } => f64::from(trials) * ratio < f64::from(MAX_TRIALS) + 0.5,
        Shape::Interval90([_, upper]) => upper * ratio <= MAX_NUMBER,
        _ => largest(shape) * ratio <= MAX_NUMBER,
    }
}

fn numbers(xs: &[f64], path: &dyn Display, least: f64, most: f64, found: &mut Found) -> bool {
    let fault = if xs.iter().any(|x| !x.is_finite()) {
        Fault::Expected(Expected::Numbers(xs.len()))
    } else if xs.iter().any(|x| !(least..=most).contains(x)) {
        Fault::Outside(least, most)
    } else {
        return true;
    };
    found.push(path, fault);
    false
}

fn ascending(range: &[f64; 3], path: &dyn Display, least: f64, most: f64, found: &mut Found) {
    if numbers(range, path, least, most, found) && !range.is_sorted() {
        found.push(path, Fault::NotAscending);
    }
}

fn interval([lower, upper]: [f64; 2], path: &dyn Display, most: f64, found: &mut Found) {
    if !numbers(&[lower, upper], path, f64::MIN, most, found) {
        return;
    }
    if lower <= 0.0 {
        found.push(path, Fault::NotAbove0(most));
    } else if lower >= upper {
        found.push(path, Fault::EmptyRange);
    } else if upper / lower > MAX_INTERVAL_RATIO {
        found.push(path, Fault::TooWide(MAX_INTERVAL_RATIO));
    }
}
