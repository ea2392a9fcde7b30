//! Amounts of one proposal, each rounded by the one rule of [`crate::words::step_for`].

use crate::estimate::{Cost, Spread};
use crate::proposal::Proposal;
use crate::words::{Words, format_money, step_for};

/// Sets amounts in a proposal's currency and a reader's words.
#[derive(Clone, Copy, Debug)]
pub struct Amounts<'a> {
    words: &'a Words,
    currency: &'a str,
    /// Whether every amount is set as [`WIDEST`] is.
    widest: bool,
}

/// An amount as wide as any that a page keeps room for.
const WIDEST: f64 = -88_888_888.0;

impl<'a> Amounts<'a> {
    /// For a proposal's currency.
    pub fn new(proposal: &'a Proposal, words: &'a Words) -> Self {
        Self { words, currency: &proposal.currency, widest: false }
    }

    /// Sets every amount as wide as any that a page keeps room for.
    pub fn widest(self) -> Self {
        Self { widest: true, ..self }
    }

    /// An amount that is certain: to the minor unit.
    pub fn certain(&self, amount: f64) -> String {
        self.rounded(amount, 0.01)
    }

    /// An amount that is uncertain by `width`, from its P10 to its P90.
    pub fn uncertain(&self, amount: f64, width: f64) -> String {
        self.rounded(amount, step_for(width))
    }

    /// An amount rounded as those of a spread are.
    pub fn of(&self, amount: f64, spread: &Spread) -> String {
        self.uncertain(amount, spread.p90 - spread.p10)
    }

    /// An amount rounded as the cost is.
    pub fn of_cost(&self, amount: f64, cost: &Cost) -> String {
        self.uncertain(amount, cost.p90 - cost.p10)
    }

    /// An amount rounded to a multiple of `step`.
    pub fn rounded(&self, amount: f64, step: f64) -> String {
        let (amount, step) = if self.widest { (WIDEST, 1.0) } else { (amount, step) };
        format_money(amount, step, self.currency, self.words.language())
    }
}
