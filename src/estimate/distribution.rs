//! The mathematics of each shape of uncertainty: moments, quantiles and partial expectations, all without sampling.
//!
//! It must not know what the numbers mean, nor how they are drawn.

use super::count::Count;
use super::special::{Beta, normal_cdf, normal_quantile};
use crate::proposal::Shape;

/// `z(P95) − z(P05)` of the standard normal.
const WIDTH_OF_90: f64 = 3.289_707_253_902_944;

/// The distribution of a shape.
#[derive(Clone, Debug)]
pub(super) enum Distribution {
    /// A known number.
    Point(f64),
    /// Uniform between the two.
    Uniform(f64, f64),
    /// `low + (high − low)·T`, `T` a beta distribution.
    Pert {
        /// The minimum.
        low: f64,
        /// The maximum.
        high: f64,
        /// The distribution of `T`.
        beta: Beta,
    },
    /// The exponential of a normal distribution.
    Lognormal {
        /// Mean of the logarithm.
        nu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// 1 with this probability, else 0.
    Bernoulli(f64),
    /// Successes among trials that share a beta-PERT rate.
    Count {
        /// The number of trials.
        trials: f64,
        /// Mean of the rate.
        mean: f64,
        /// Variance of the rate.
        variance: f64,
        /// The distribution of the number of successes.
        count: Count,
    },
}

/// The shape whose every number is multiplied by `ratio ≥ 0`: of a count the trials, rounded half up.
///
/// A chance is returned unchanged: in a checked proposal none is scaled.
pub(super) fn scaled(shape: &Shape, ratio: f64) -> Shape {
    match *shape {
        Shape::Chance(p) => Shape::Chance(p),
        Shape::Count { trials, rate } => {
            Shape::Count { trials: libm::floor(f64::from(trials) * ratio + 0.5) as u32, rate }
        }
        _ if ratio == 0.0 => Shape::Fixed(0.0),
        // A bound that underflows to 0 has no logarithm; the whole range is then negligible.
        Shape::Interval90([lower, _]) if lower * ratio == 0.0 => Shape::Fixed(0.0),
        Shape::Fixed(x) => Shape::Fixed(x * ratio),
        Shape::Uniform(ends) => Shape::Uniform(ends.map(|x| x * ratio)),
        Shape::Pert(range) => Shape::Pert(range.map(|x| x * ratio)),
        Shape::Interval90(ends) => Shape::Interval90(ends.map(|x| x * ratio)),
    }
}

/// The mean `μ` of a checked shape.
pub fn mean(shape: &Shape) -> f64 {
    Distribution::new(shape).mean()
}

impl Distribution {
    /// The distribution of a checked shape.
    pub(super) fn new(shape: &Shape) -> Self {
        match *shape {
            Shape::Fixed(x) => Self::Point(x),
            Shape::Uniform([low, high]) => Self::Uniform(low, high),
            Shape::Pert([low, mode, high]) if low < high => {
                Self::Pert { low, high, beta: Beta::with_mode(4.0 * (mode - low) / (high - low)) }
            }
            Shape::Pert([x, ..]) => Self::Point(x),
            Shape::Interval90([lower, upper]) => {
                let (bottom, top) = (libm::log(lower), libm::log(upper));
                Self::Lognormal { nu: 0.5 * (bottom + top), sigma: (top - bottom) / WIDTH_OF_90 }
            }
            Shape::Chance(p) => Self::Bernoulli(p),
            Shape::Count { trials: 0, .. } => Self::Point(0.0),
            Shape::Count { trials, rate } => {
                let (mean, variance) = pert_moments(rate);
                Self::Count { trials: f64::from(trials), mean, variance, count: Count::new(trials, rate) }
            }
        }
    }

    /// The mean `μ`.
    pub(super) fn mean(&self) -> f64 {
        match self {
            Self::Point(x) => *x,
            Self::Uniform(low, high) => 0.5 * (low + high),
            Self::Pert { low, high, beta } => low + (high - low) * beta.mean(),
            Self::Lognormal { nu, sigma } => libm::exp(nu + 0.5 * sigma * sigma),
            Self::Bernoulli(p) => *p,
            Self::Count { trials, mean, .. } => trials * mean,
        }
    }

    /// The variance `q − μ²`, without the cancellation that the difference of the two would suffer.
    pub(super) fn variance(&self) -> f64 {
        match self {
            Self::Point(_) => 0.0,
            Self::Uniform(low, high) => (high - low) * (high - low) / 12.0,
            Self::Pert { low, high, beta } => (high - low) * (high - low) * beta.mean() * (1.0 - beta.mean()) / 7.0,
            Self::Lognormal { nu, sigma } => {
                let s = sigma * sigma;
                libm::exp(2.0 * nu + s) * libm::expm1(s)
            }
            Self::Bernoulli(p) => p * (1.0 - p),
            Self::Count { trials, mean, variance, .. } => {
                trials * (mean * (1.0 - mean) - variance) + trials * trials * variance
            }
        }
    }

    /// The smallest and the largest value. For a count and a chance, the ends of the interval that contains their
    /// values.
    pub(super) fn support(&self) -> (f64, f64) {
        match self {
            Self::Point(x) => (*x, *x),
            Self::Uniform(low, high) | Self::Pert { low, high, .. } => (*low, *high),
            Self::Lognormal { .. } => (f64::MIN_POSITIVE, f64::MAX),
            Self::Bernoulli(_) => (0.0, 1.0),
            Self::Count { trials, .. } => (0.0, *trials),
        }
    }

    /// The smallest `x` with `P(X ≤ x) ≥ u`, for `0 < u < 1`.
    pub(super) fn quantile(&self, u: f64) -> f64 {
        match self {
            Self::Point(x) => *x,
            Self::Uniform(low, high) => low + (high - low) * u,
            Self::Pert { low, high, beta } => low + (high - low) * beta.quantile(u),
            Self::Lognormal { nu, sigma } => libm::exp(nu + sigma * normal_quantile(u)),
            Self::Bernoulli(p) => f64::from(u > 1.0 - p),
            Self::Count { count, .. } => count.quantile(u),
        }
    }

    /// The expected shortfall below `x`: `E[(x − X)⁺] = x·P(X ≤ x) − E[X; X ≤ x]`.
    pub(super) fn shortfall(&self, x: f64) -> f64 {
        match self {
            Self::Point(point) => (x - point).max(0.0),
            Self::Uniform(low, high) => {
                // Not `clamp`: its panic message would link the formatting of floats into the program.
                let below = x.max(*low).min(*high) - low;
                0.5 * below * below / (high - low) + (x - high).max(0.0)
            }
            Self::Pert { low, high, beta } => {
                let t = (x - low) / (high - low);
                (high - low) * (t.max(0.0) * beta.cdf(t) - beta.partial_mean(t))
            }
            Self::Lognormal { .. } if x <= 0.0 => 0.0,
            Self::Lognormal { nu, sigma } => {
                let z = (libm::log(x) - nu) / sigma;
                x * normal_cdf(z) - self.mean() * normal_cdf(z - sigma)
            }
            Self::Bernoulli(p) => (1.0 - p) * x.max(0.0) + p * (x - 1.0).max(0.0),
            Self::Count { count, .. } => count.shortfall(x),
        }
    }

    /// The expected excess above `x`: `E[(X − x)⁺] = μ − x + E[(x − X)⁺]`.
    pub(super) fn excess(&self, x: f64) -> f64 {
        self.mean() - x + self.shortfall(x)
    }
}

/// Mean and variance of a beta-PERT: `(a+4c+b)/6` and `(μ−a)(b−μ)/7`.
fn pert_moments([low, mode, high]: [f64; 3]) -> (f64, f64) {
    let mean = (low + 4.0 * mode + high) / 6.0;
    (mean, (mean - low) * (high - mean) / 7.0)
}
