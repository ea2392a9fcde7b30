//! The loops over all draws. They know only numbers.
//!
//! Most are called block by block, so that the result of one step is still in the processor's cache for the next.

/// The number of draws in a block.
pub(super) const BLOCK: usize = 512;

/// `out = scale · Π factors`, over the draws of a block; without factors, `scale`.
pub(super) fn product(out: &mut [f64], scale: f64, factors: &[&[f64]]) {
    let (first, others) = match factors {
        [] => return out.fill(scale),
        [first, others @ ..] => (first, others),
    };
    for (out, x) in out.iter_mut().zip(*first) {
        *out = scale * x;
    }
    for factor in others {
        multiply(out, factor);
    }
}

/// `out *= xs`.
pub(super) fn multiply(out: &mut [f64], xs: &[f64]) {
    for (out, x) in out.iter_mut().zip(xs) {
        *out *= x;
    }
}

/// `out = weight · xs`.
pub(super) fn scaled(out: &mut [f64], weight: f64, xs: &[f64]) {
    for (out, x) in out.iter_mut().zip(xs) {
        *out = weight * x;
    }
}

/// `out += weight · xs`.
pub(super) fn add_scaled(out: &mut [f64], weight: f64, xs: &[f64]) {
    for (out, x) in out.iter_mut().zip(xs) {
        *out += weight * x;
    }
}

/// `out += weight · Π factors`; without factors, `out += weight`.
pub(super) fn add_product(out: &mut [f64], weight: f64, factors: &[&[f64]]) {
    match factors {
        [] => out.iter_mut().for_each(|out| *out += weight),
        [xs] => add_scaled(out, weight, xs),
        [first, others @ ..] => {
            for (place, (out, x)) in out.iter_mut().zip(*first).enumerate() {
                *out += others.iter().fold(weight * x, |product, factor| product * factor[place]);
            }
        }
    }
}

/// `out = Σ weight · xs`, where the draws of `out` start at `first` of those of every `xs`.
pub(super) fn weighted_sum(out: &mut [f64], first: usize, terms: &[Vec<f64>], weights: impl Iterator<Item = f64>) {
    let mut empty = true;
    for (xs, weight) in terms.iter().zip(weights).filter(|(_, weight)| *weight != 0.0) {
        let xs = &xs[first..first + out.len()];
        if empty {
            scaled(out, weight, xs)
        } else {
            add_scaled(out, weight, xs)
        }
        empty = false;
    }
    if empty {
        out.fill(0.0);
    }
}

/// `out = xs − ys`.
pub(super) fn difference(out: &mut [f64], xs: &[f64], ys: &[f64]) {
    for ((out, x), y) in out.iter_mut().zip(xs).zip(ys) {
        *out = x - y;
    }
}

/// `out = xs / ys`.
pub(super) fn quotient(out: &mut [f64], xs: &[f64], ys: &[f64]) {
    for ((out, x), y) in out.iter_mut().zip(xs).zip(ys) {
        *out = x / y;
    }
}

/// `amounts = costs / amounts`, with `f64::MAX` for an infinite result, as where the amount is 0.
pub(super) fn unit_costs(amounts: &mut [f64], costs: &[f64]) {
    for (amount, cost) in amounts.iter_mut().zip(costs) {
        let unit = cost / *amount;
        *amount = if *amount != 0.0 && unit < f64::MAX { unit } else { f64::MAX };
    }
}

/// `origin + c₀ + c₁t + c₂t² + c₃t³` at `t = first`, `first + pace` and so on.
pub(super) fn cubic<'a>(
    out: impl Iterator<Item = &'a mut f64>,
    origin: f64,
    [c0, c1, c2, c3]: [f64; 4],
    first: f64,
    pace: f64,
) {
    let mut step = 0.0;
    for out in out {
        let t = first + step * pace;
        *out = origin + (c0 + t * (c1 + t * (c2 + t * c3)));
        step += 1.0;
    }
}

/// `out = table[place + offset]`.
pub(super) fn look_up(out: &mut [f64], table: &[f64], places: &[u32], offset: u32) {
    for (out, place) in out.iter_mut().zip(places) {
        *out = table[(place + offset) as usize];
    }
}

/// `Σ max(sign · x, 0)`.
pub(super) fn sum_positive(xs: &[f64], sign: f64) -> f64 {
    let mut total = 0.0;
    for x in xs {
        let x = sign * x;
        if x > 0.0 {
            total += x;
        }
    }
    total
}

/// How many `xs` are at least as large as their `ys`.
pub(super) fn count_reaching(xs: &[f64], ys: &[f64]) -> usize {
    let mut count = 0;
    for (x, y) in xs.iter().zip(ys) {
        count += u32::from(x >= y);
    }
    count as usize
}

/// How many `xs` are at least `least`.
pub(super) fn count_from(xs: &[f64], least: f64) -> usize {
    let mut count = 0;
    for x in xs {
        count += u32::from(*x >= least);
    }
    count as usize
}

/// Counts the draws in buckets of equal width, and notes the bucket of each draw. The first bucket has the draws below
/// `start`, the last those above all other buckets.
pub(super) fn fill_buckets(draws: &[f64], start: f64, scale: f64, counts: &mut [u32], buckets: &mut [u16]) {
    let last = counts.len() as u32 - 1;
    let offset = 1.0 - start * scale;
    for (x, bucket) in draws.iter().zip(buckets) {
        let index = ((x * scale + offset) as u32).min(last);
        *bucket = index as u16;
        counts[index as usize] += 1;
    }
}

/// Copies the draws of the buckets that have a place in `gathered`, each draw to the next place of its bucket. Places
/// of other buckets are out of bounds.
pub(super) fn gather(draws: &[f64], buckets: &[u16], places: &mut [u32], gathered: &mut [f64]) {
    for (x, bucket) in draws.iter().zip(buckets) {
        let place = &mut places[usize::from(*bucket)];
        if let Some(slot) = gathered.get_mut(*place as usize) {
            *slot = *x;
            *place += 1;
        }
    }
}
