//! Exact moments of a sum of products of independent variables.
//!
//! It knows a variable only by its place in a list.

/// Mean and variance of one variable.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Moments {
    /// The mean `μ`.
    pub(super) mean: f64,
    /// The variance `q − μ²`.
    pub(super) variance: f64,
}

/// A product of variables with its weight: `k · Π X_i`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term<'a> {
    /// The weight `k`.
    pub(super) weight: f64,
    /// The places of the variables, each at most once; none for a known number.
    pub(super) variables: &'a [usize],
}

impl Term<'_> {
    /// The mean of the product, `k · Π μ_i`.
    pub(super) fn mean(&self, moments: &[Moments]) -> f64 {
        self.weight * self.mean_without(moments, |_| false)
    }

    /// `Π μ_i` over the variables that are not left out.
    fn mean_without(&self, moments: &[Moments], left_out: impl Fn(usize) -> bool) -> f64 {
        self.variables.iter().filter(|i| !left_out(**i)).map(|i| moments[*i].mean).product()
    }
}

/// The mean of the sum.
pub(super) fn mean(terms: &[Term], moments: &[Moments]) -> f64 {
    terms.iter().map(|term| term.mean(moments)).sum()
}

/// The slope of the mean of the sum in one variable: `β_i = Σ_{b∋i} k_b Π_{j≠i} μ_j`.
pub(super) fn slope(terms: &[Term], moments: &[Moments], place: usize) -> f64 {
    let with = terms.iter().filter(|term| term.variables.contains(&place));
    with.map(|term| term.weight * term.mean_without(moments, |i| i == place)).sum()
}

/// The variance of the sum explained by the variables that `known` accepts, `Var(E[sum | known factors])`; with all
/// of them known, the variance of the sum.
///
/// `Var = Σ_{b,c} k_b k_c · [Π_{i∈b∩c, known} q_i · Π_{i∈b∩c, not} μ_i² − Π_{i∈b∩c} μ_i²] · Π_{i∈b△c} μ_i`. The bracket
/// is built up variable by variable, `D ← D·q + M·(q − μ²)`, `M ← M·μ²`, so that nothing cancels.
pub(super) fn variance(terms: &[Term], moments: &[Moments], known: impl Fn(usize) -> bool) -> f64 {
    let mut total = 0.0;
    for (place, one) in terms.iter().enumerate() {
        for (other_place, other) in terms[..=place].iter().enumerate() {
            let covariance = one.weight * other.weight * covariance(one, other, moments, &known);
            total += if place == other_place { covariance } else { 2.0 * covariance };
        }
    }
    total
}

fn covariance(one: &Term, other: &Term, moments: &[Moments], known: &impl Fn(usize) -> bool) -> f64 {
    let (mut difference, mut squares) = (0.0, 1.0);
    for i in one.variables.iter().filter(|i| other.variables.contains(i)) {
        let Moments { mean, variance } = moments[*i];
        if known(*i) {
            difference = difference * (mean * mean + variance) + squares * variance;
        } else {
            difference *= mean * mean;
        }
        squares *= mean * mean;
    }
    if difference == 0.0 {
        return 0.0;
    }
    difference
        * one.mean_without(moments, |i| other.variables.contains(&i))
        * other.mean_without(moments, |i| one.variables.contains(&i))
}
