//! Numbers as short decimals, exact to the last bit.

/// The power of ten of a decimal is within ± this.
pub const POWERS: i32 = 9;
/// Mantissas below this keep their trailing zeros.
const SHORT: u64 = 128;

/// A mantissa below 2^53 times a power of ten within ± [`POWERS`], rounded once.
pub fn compose(mantissa: u64, power: i32) -> f64 {
    let scale = (0..power.abs()).fold(1.0, |scale, _| scale * 10.0);
    if power < 0 { mantissa as f64 / scale } else { mantissa as f64 * scale }
}

/// The decimal that equals a number to the last bit, with the fewest decimals: whether it is negative, its mantissa and
/// its power of ten. `None` if there is none within [`POWERS`].
pub fn parts(value: f64) -> Option<(bool, u64, i32)> {
    let size = value.abs();
    let (mantissa, power) = (0..=POWERS).find_map(|digits| {
        let mantissa = (compose_up(size, digits) + 0.5) as u64;
        (mantissa < 1 << 53 && compose(mantissa, -digits) == size).then_some((mantissa, -digits))
    })?;
    let (mut mantissa, mut power) = (mantissa, power);
    while mantissa >= SHORT && mantissa % 10 == 0 && power < POWERS {
        mantissa /= 10;
        power += 1;
    }
    let negative = value.is_sign_negative();
    let whole = compose(mantissa, power);
    let same = (if negative { -whole } else { whole }).to_bits() == value.to_bits();
    (same && !(negative && mantissa == 0)).then_some((negative, mantissa, power))
}

fn compose_up(size: f64, digits: i32) -> f64 {
    (0..digits).fold(1.0, |scale, _| scale * 10.0) * size
}

/// A common power of ten of some numbers, and their mantissas; `None` unless all are decimals of 0 or more, ascending,
/// and exact with that power.
pub fn common(values: &[f64]) -> Option<(i32, Vec<u64>)> {
    let all: Vec<_> = values.iter().map(|value| parts(*value)).collect::<Option<_>>()?;
    let mut power = all.iter().map(|(_, _, power)| *power).min()?;
    let mut mantissas = Vec::with_capacity(all.len());
    for (negative, mantissa, own) in all {
        let scale = (0..own - power).try_fold(1_u64, |scale, _| scale.checked_mul(10))?;
        mantissas.push(mantissa.checked_mul(scale).filter(|m| !negative && *m < 1 << 53)?);
    }
    while mantissas.last()? >= &SHORT && mantissas.iter().all(|m| m % 10 == 0) && power < POWERS {
        mantissas.iter_mut().for_each(|m| *m /= 10);
        power += 1;
    }
    let faithful = mantissas.iter().zip(values).all(|(m, value)| compose(*m, power).to_bits() == value.to_bits());
    (mantissas.is_sorted() && faithful).then_some((power, mantissas))
}
