//! Amounts of money.

/// An amount in major units of the proposal's currency.
///
/// The decimal as written (up to fifteen significant digits) is carried exactly: the shortest
/// decimal that names the `f64` is the one that was read. It is rounded only where it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Money(pub f64);

impl Money {
    /// The amount in major units, for computing.
    pub fn major(self) -> f64 {
        self.0
    }
}
