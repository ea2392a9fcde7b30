//! The special functions that the shapes need: the normal distribution and the beta distribution.
//!
//! All transcendental functions are those of `libm`, so that the bits are the same on every machine.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// The distribution function of the standard normal: `Φ(z) = erfc(−z/√2) / 2` (DLMF 7.17).
pub(super) fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// The density of the standard normal: `φ(z) = exp(−z²/2) / √(2π)`.
pub(super) fn normal_pdf(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt()
}

/// The `z` with `Φ(z) = u`, for `0 < u < 1`.
///
/// Newton's method on `ln Φ(z) − ln u`, which is concave: from a point left of the root it climbs to the root and never
/// passes it. The start follows from `Φ(−x) ≤ exp(−x²/2)/2`.
pub(super) fn normal_quantile(u: f64) -> f64 {
    if u > 0.5 {
        return -normal_quantile(1.0 - u);
    }
    let target = libm::log(u);
    let mut z = -(-2.0 * (target + std::f64::consts::LN_2)).max(0.0).sqrt();
    for _ in 0..MAX_STEPS {
        let p = normal_cdf(z);
        let step = (target - libm::log(p)) * p / normal_pdf(z);
        z += step;
        if step.abs() <= 1e-8 {
            break;
        }
    }
    z
}

/// A beta distribution with `α, β ≥ 1` and `α + β = 6`, as every PERT with λ = 4 has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Beta {
    a: f64,
    b: f64,
    /// The beta function `B(α, β)`.
    function: f64,
}

/// Newton's method doubles its digits in each step: whatever has not converged after this many differs in the last bit
/// only.
const MAX_STEPS: usize = 60;

/// Levels of the continued fraction: this many give the last bit where it converges most slowly.
const LEVELS: usize = 16;

impl Beta {
    /// The distribution with `α = 1 + x`, `β = 5 − x`, for `0 ≤ x ≤ 4`.
    ///
    /// `Γ(1+x)Γ(5−x)/Γ(6) = (4−x)(3−x)(2−x)(1−x)·πx / (5!·sin πx)`, by recurrence and reflection
    /// (DLMF 5.5.1, 5.5.3); at whole `x` the vanishing factor cancels with the sine.
    pub(super) fn with_mode(x: f64) -> Self {
        let nearest = libm::round(x);
        let rest = x - nearest;
        let sine = if rest == 0.0 { 1.0 } else { libm::sin(PI * rest) / (PI * rest) };
        let others = (0..5).map(f64::from).filter(|j| *j != nearest).map(|j| (x - j).abs());
        Self { a: 1.0 + x, b: 5.0 - x, function: others.product::<f64>() / (120.0 * sine) }
    }

    /// The two parameters.
    pub(super) fn parameters(&self) -> (f64, f64) {
        (self.a, self.b)
    }

    /// The mean, `α/(α+β)`.
    pub(super) fn mean(&self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// The density at `0 < t < 1`.
    pub(super) fn pdf(&self, t: f64) -> f64 {
        libm::exp((self.a - 1.0) * libm::log(t) + (self.b - 1.0) * libm::log1p(-t)) / self.function
    }

    /// The distribution function, the regularised incomplete beta function `I_t(α, β)`, for `0 ≤ t ≤ 1`.
    pub(super) fn cdf(&self, t: f64) -> f64 {
        if t <= 0.0 {
            0.0
        } else if t >= 1.0 {
            1.0
        } else {
            self.inner_cdf(t, self.pdf(t))
        }
    }

    /// The distribution function where it is neither 0 nor 1, from the density there.
    fn inner_cdf(&self, t: f64, density: f64) -> f64 {
        if t <= (self.a + 1.0) / (self.a + self.b + 2.0) {
            self.lower_tail(t, density)
        } else {
            1.0 - self.mirrored().lower_tail(1.0 - t, density)
        }
    }

    /// `E[T; T ≤ t] = α/(α+β) · I_t(α+1, β)`, where
    /// `I_t(α+1, β) = I_t(α, β) − t^α (1−t)^β / (α B(α, β))` (DLMF 8.17.20).
    pub(super) fn partial_mean(&self, t: f64) -> f64 {
        if t <= 0.0 {
            0.0
        } else if t >= 1.0 {
            self.mean()
        } else {
            let density = self.pdf(t);
            self.mean() * (self.inner_cdf(t, density) - density * t * (1.0 - t) / self.a)
        }
    }

    /// The distribution of `1 − T`.
    pub(super) fn mirrored(&self) -> Self {
        Self { a: self.b, b: self.a, function: self.function }
    }

    /// The `t` with `I_t = u`, for `0 < u < 1`.
    pub(super) fn quantile(&self, u: f64) -> f64 {
        if u > 0.5 {
            let beta = self.mirrored();
            1.0 - beta.climb(1.0 - u, beta.foot(1.0 - u)).0
        } else {
            self.climb(u, self.foot(u)).0
        }
    }

    /// A point left of the quantile, near it for small `u`: `I_t ≤ t^α / (α B)` as `β ≥ 1`.
    pub(super) fn foot(&self, u: f64) -> f64 {
        libm::exp(libm::log(u * self.a * self.function) / self.a)
    }

    /// The `t` with `I_t = u` and the density there, from a `start` left of it.
    ///
    /// Newton's method on `ln I_t − ln u` as a function of `ln t`, which is concave: from the left it
    /// climbs to the root and never passes it.
    pub(super) fn climb(&self, u: f64, start: f64) -> (f64, f64) {
        let mut t = start;
        for _ in 0..MAX_STEPS {
            let density = self.pdf(t);
            let p = self.inner_cdf(t, density);
            let step = libm::log(u / p) * p / (t * density);
            t *= libm::exp(step);
            // The next step would be of the size of this one's square.
            if step.abs() <= 1e-8 {
                return (t, density);
            }
        }
        (t, self.pdf(t))
    }

    /// The continued fraction of `I_t` (DLMF 8.17.22), from its tail up.
    fn lower_tail(&self, t: f64, density: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        let mut tail = 1.0;
        for m in (0..LEVELS).rev().map(|m| m as f64) {
            let even = (m + 1.0) * (b - m - 1.0) * t / ((a + 2.0 * m + 1.0) * (a + 2.0 * m + 2.0));
            let odd = -(a + m) * (a + b + m) * t / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
            tail = 1.0 + even / tail;
            tail = 1.0 + odd / tail;
        }
        density * t * (1.0 - t) / (a * tail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(actual: f64, expected: f64) {
        assert!((actual - expected).abs() <= 1e-13 * expected.abs(), "{actual} instead of {expected}");
    }

    #[test]
    fn known_values_of_the_normal_distribution() {
        near(normal_quantile(0.975), 1.959_963_984_540_054);
        near(normal_quantile(0.1), -1.281_551_565_544_600_4);
        near(normal_cdf(1.0), 0.841_344_746_068_542_9);
        assert_eq!(normal_quantile(0.5), 0.0);
    }

    #[test]
    fn whole_parameters_give_polynomials() {
        // I_t(2, 4) = 10t² − 20t³ + 15t⁴ − 4t⁵, I_t(3, 3) = 10t³ − 15t⁴ + 6t⁵, I_t(5, 1) = t⁵.
        for t in [0.01, 0.2, 0.5, 0.77, 0.99] {
            let power = |n: i32| (0..n).fold(1.0, |power, _| power * t);
            near(Beta::with_mode(1.0).cdf(t), 10.0 * power(2) - 20.0 * power(3) + 15.0 * power(4) - 4.0 * power(5));
            near(Beta::with_mode(2.0).cdf(t), 10.0 * power(3) - 15.0 * power(4) + 6.0 * power(5));
            near(Beta::with_mode(4.0).cdf(t), power(5));
        }
    }

    #[test]
    fn the_beta_function_between_whole_parameters() {
        // B(1.5, 4.5) = 7π/256; B(2.5, 3.5) = 3π/256.
        near(Beta::with_mode(0.5).function, 7.0 * PI / 256.0);
        near(Beta::with_mode(1.5).function, 3.0 * PI / 256.0);
        near(Beta::with_mode(1.0).function, 1.0 / 20.0);
    }

    #[test]
    fn quantiles_undo_the_distribution_function() {
        for x in [0.0, 0.3, 1.0, 1.7, 2.0, 3.2, 4.0] {
            for u in [1e-6, 0.001, 0.1, 0.5, 0.9, 0.999] {
                near(Beta::with_mode(x).cdf(Beta::with_mode(x).quantile(u)), u);
            }
        }
    }
}
