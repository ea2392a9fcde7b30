//! Amounts of money.

/// An amount in major units of the proposal's currency.
///
/// A decimal of up to fifteen significant digits is kept exactly: the shortest decimal that
/// identifies the `f64` is the one that was read. It is rounded only for display.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Money(pub f64);

impl Money {
    /// The amount in major units.
    pub fn major(self) -> f64 {
        self.0
    }
}
