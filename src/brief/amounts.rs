//! Amounts of one proposal as text, rounded by the rule of [`crate::words::step_for`].

use crate::estimate::{Cost, Spread};
use crate::proposal::Proposal;
use crate::words::{Words, format_money, format_price, minor_unit, smallest_step, step_for};

/// Formats amounts, given in major units, in a proposal's currency and a reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Amounts<'a> {
    words: &'a Words,
    currency: &'a str,
    /// Whether [`WIDEST`] is shown in place of every amount.
    widest: bool,
}

/// The widest amount for which a page reserves room.
const WIDEST: f64 = -88_888_888.0;

impl<'a> Amounts<'a> {
    /// Formats amounts in the proposal's currency.
    pub fn new(proposal: &'a Proposal, words: &'a Words) -> Self {
        Self { words, currency: &proposal.currency, widest: false }
    }

    /// Formats every amount as the widest one for which a page reserves room.
    pub fn widest(self) -> Self {
        Self { widest: true, ..self }
    }

    /// A certain amount, to the minor unit.
    pub fn certain(&self, amount: f64) -> String {
        self.rounded(amount, step_for(0.0, self.currency))
    }

    /// A price of a unit or a day as it was stated, with all its decimals: with fewer, quantity × price would not be the
    /// amount beside it.
    pub fn price(&self, price: f64) -> String {
        if self.widest { self.certain(price) } else { format_price(price, self.currency, self.words.language()) }
    }

    /// An uncertain amount, rounded by the `width` from its P10 to its P90.
    pub fn uncertain(&self, amount: f64, width: f64) -> String {
        self.rounded(amount, step_for(width, self.currency))
    }

    /// An amount rounded by the width of a spread.
    pub fn of(&self, amount: f64, spread: &Spread) -> String {
        self.uncertain(amount, spread.p90 - spread.p10)
    }

    /// An amount rounded by the width of the cost.
    pub fn of_cost(&self, amount: f64, cost: &Cost) -> String {
        self.uncertain(amount, cost.p90 - cost.p10)
    }

    /// An amount whose spread is not known, to two significant digits, at most to the minor unit.
    pub fn rough(&self, amount: f64) -> String {
        self.rounded(amount, smallest_step(self.currency, |step| step * 100.0 > amount.abs()))
    }

    /// An amount of a document, given in whole minor units.
    pub fn minor(&self, amount: f64) -> String {
        let unit = minor_unit(self.currency);
        self.rounded(amount * unit, unit)
    }

    /// An amount rounded to a multiple of `step` major units.
    pub fn rounded(&self, amount: f64, step: f64) -> String {
        let (amount, step) = if self.widest { (WIDEST, 1.0) } else { (amount, step) };
        format_money(amount, step, self.currency, self.words.language())
    }
}
