//! The number of successes among trials that share one uncertain rate.

use super::special::Beta;

/// The distribution of a binomial whose rate is beta-PERT, exact but for rounding.
#[derive(Clone, Debug)]
pub(super) struct Count {
    /// `P(K ≤ k)` for `k` from 0.
    cumulative: Vec<f64>,
}

impl Count {
    /// `P(K = k) = E[C(n,k) P^k (1−P)^(n−k)]`, `P = low + (high − low)·T`, `T` beta with the mode of the PERT.
    pub(super) fn new(trials: u32, [low, mode, high]: [f64; 3]) -> Self {
        let mut probabilities = vec![0.0; trials as usize + 1];
        let mut row = probabilities.clone();
        // C(n, k+1) over C(n, k).
        let ratios: Vec<f64> = (0..trials).map(|k| f64::from(trials - k) / f64::from(k + 1)).collect();
        if low == high {
            add_binomial(&mut probabilities, &mut row, &ratios, low, 1.0);
        } else {
            let beta = Beta::with_mode(4.0 * (mode - low) / (high - low));
            for (t, weight) in nodes(&beta, spacing(trials, low, high)) {
                add_binomial(&mut probabilities, &mut row, &ratios, low + (high - low) * t, weight);
            }
        }
        let mut total = 0.0;
        for probability in &mut probabilities {
            total += *probability;
            *probability = total;
        }
        probabilities.iter_mut().for_each(|cumulative| *cumulative /= total);
        Self { cumulative: probabilities }
    }

    /// `P(K ≤ k)` for `k` from 0.
    pub(super) fn cumulative(&self) -> &[f64] {
        &self.cumulative
    }

    /// The smallest `k` with `P(K ≤ k) ≥ u`.
    pub(super) fn quantile(&self, u: f64) -> f64 {
        self.cumulative.partition_point(|cumulative| *cumulative < u).min(self.cumulative.len() - 1) as f64
    }

    /// `E[(x − K)⁺] = Σ_{k < x} P(K ≤ k) · min(1, x − k)`, a finite sum.
    pub(super) fn shortfall(&self, x: f64) -> f64 {
        let below = self.cumulative.iter().enumerate().take_while(|(k, _)| (*k as f64) < x);
        let inside: f64 = below.map(|(k, cumulative)| cumulative * (x - k as f64).min(1.0)).sum();
        inside + (x - self.cumulative.len() as f64).max(0.0)
    }
}

/// Terms smaller than this, relative to 1, are left out: they change no sum.
const NOTHING: f64 = 1e-19;

/// The widest spacing of the nodes: with it the rule is exact to the last bits for the density alone.
const WIDEST: f64 = 0.4;

/// The rate is integrated on a logistic scale from minus this to plus this; beyond, the weights are negligible.
const REACH: f64 = 42.0;

/// Points and weights of the trapezoidal rule on `t = 1/(1+exp(−y))`, under which the beta density decays
/// exponentially on both sides, so that the rule converges faster than any power of the spacing
/// (Trefethen and Weideman, "The exponentially convergent trapezoidal rule", 2014).
fn nodes(beta: &Beta, spacing: f64) -> impl Iterator<Item = (f64, f64)> {
    let (a, b) = beta.parameters();
    let steps = libm::ceil(REACH / spacing) as i32;
    (-steps..=steps).filter_map(move |step| {
        let y = f64::from(step) * spacing;
        let (log_t, log_rest) = (-libm::log1p(libm::exp(-y)), -libm::log1p(libm::exp(y)));
        let weight = libm::exp(a * log_t + b * log_rest);
        (weight > NOTHING).then(|| (libm::exp(log_t), weight * spacing))
    })
}

/// A spacing of the nodes that is at most 0.8 standard deviations of the binomial at any rate, so that no binomial
/// falls between two nodes.
fn spacing(trials: u32, low: f64, high: f64) -> f64 {
    let width = high - low;
    (1..32).map(|step| f64::from(step) / 32.0).fold(WIDEST, |least: f64, t| {
        let p = low + width * t;
        least.min(0.8 * (p * (1.0 - p) / f64::from(trials.max(1))).sqrt() / (width * t * (1.0 - t)))
    })
}

/// Adds `weight` times the binomial of rate `p`.
///
/// Its terms are computed relative to the one at its mode, outwards until they are negligible; dividing by their sum
/// then makes them probabilities, so that no factorial is needed.
fn add_binomial(probabilities: &mut [f64], row: &mut [f64], ratios: &[f64], p: f64, weight: f64) {
    let n = probabilities.len() - 1;
    let mode = (libm::floor((n as f64 + 1.0) * p) as usize).min(n);
    let odds = p / (1.0 - p);
    let (mut first, mut last, mut total) = (mode, mode, 1.0);
    row[mode] = 1.0;
    while last < n && row[last] > NOTHING {
        row[last + 1] = row[last] * odds * ratios[last];
        last += 1;
        total += row[last];
    }
    while first > 0 && row[first] > NOTHING {
        row[first - 1] = row[first] / (odds * ratios[first - 1]);
        first -= 1;
        total += row[first];
    }
    let unit = weight / total;
    for (probability, term) in probabilities[first..=last].iter_mut().zip(&row[first..=last]) {
        *probability += unit * term;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(actual: f64, expected: f64) {
        assert!((actual - expected).abs() <= 1e-12, "{actual} instead of {expected}");
    }

    #[test]
    fn a_known_rate_gives_a_binomial() {
        let count = Count::new(3, [0.5, 0.5, 0.5]);
        count.cumulative().iter().zip([0.125, 0.5, 0.875, 1.0]).for_each(|(actual, expected)| near(*actual, expected));
        assert_eq!(Count::new(4, [1.0, 1.0, 1.0]).quantile(0.1), 4.0);
        assert_eq!(Count::new(4, [0.0, 0.0, 0.0]).quantile(0.9), 0.0);
    }

    #[test]
    fn a_rate_from_0_to_1_gives_a_beta_binomial() {
        // α = 3, β = 3, two trials: P(0) = (3·4)/(6·7), P(2) the same.
        let count = Count::new(2, [0.0, 0.5, 1.0]);
        near(count.cumulative()[0], 12.0 / 42.0);
        near(count.cumulative()[1], 30.0 / 42.0);
    }

    #[test]
    fn the_mean_is_that_of_the_closed_form() {
        for (trials, rate) in
            [(1, [0.0, 0.0, 1.0]), (40, [0.03, 0.12, 0.3]), (900, [0.2, 0.2, 0.9]), (10_000, [0.0, 0.5, 1.0])]
        {
            let n = f64::from(trials);
            let mean = n * (rate[0] + 4.0 * rate[1] + rate[2]) / 6.0;
            let count = Count::new(trials, rate);
            assert!((n - count.shortfall(n) - mean).abs() <= 1e-9 * n, "{trials} {rate:?}");
        }
    }
}
