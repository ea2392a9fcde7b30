//! Exact arithmetic on the decimals that people type: fractions of whole numbers, rounded once, at the end.

use serde_json::Value;
use std::ops::{Add, Mul, Sub};

/// A fraction in lowest terms; its denominator is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact(i128, i128);

impl Exact {
    pub const ZERO: Self = Self(0, 1);
    pub const ONE: Self = Self(1, 1);

    pub fn new(over: i128, under: i128) -> Self {
        let divisor = gcd(over.abs(), under.abs()).max(1) * under.signum();
        Self(over / divisor, under / divisor)
    }

    /// The number as it is written in JSON.
    #[track_caller]
    pub fn of(number: &Value) -> Self {
        let text = number.as_number().unwrap_or_else(|| panic!("{number} is no number")).to_string();
        let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len() as i32);
        let (whole, power): (i128, i32) = (digits.replace('.', "").parse().unwrap(), power.parse().unwrap());
        match power - decimals {
            up @ 0.. => Self(whole * 10_i128.pow(up as u32), 1),
            down => Self::new(whole, 10_i128.pow(down.unsigned_abs())),
        }
    }

    /// Divided by a number other than 0.
    pub fn over(self, other: Self) -> Self {
        Self::new(self.0 * other.1, self.1 * other.0)
    }

    /// The number of minor units of a currency with this many decimals, half up; below 0, half away from it.
    pub fn minor(self, decimals: u32) -> i64 {
        let doubled = 2 * self.0.abs() * 10_i128.pow(decimals);
        let units = (doubled + self.1) / (2 * self.1);
        i64::try_from(units).unwrap() * self.0.signum() as i64
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + Self(-other.0, other.1)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}
