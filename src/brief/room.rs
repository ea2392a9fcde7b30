//! The longest forms of sentences with figures: a page reserves room for them, so that nothing on it moves when a
//! figure changes.
//!
//! It knows nothing of how a page reserves the room.

use super::Amounts;
use super::quote::quote;
use super::result::{self, at_most, incl_tax, made_up};
use super::tax::TaxWords;
use crate::estimate::Estimate;
use crate::proposal::Proposal;
use crate::words::{Text, Words};

/// The widest count for which a page reserves room.
pub(super) const WIDEST_COUNT: f64 = 88_888.0;

/// The longest forms of the sentences of a [`super::ResultText`].
#[derive(Clone, Debug, PartialEq)]
pub struct Rooms {
    /// Of [`super::ResultText::incl_tax`].
    pub incl_tax: String,
    /// Of [`super::ResultText::made_up`].
    pub made_up: Vec<String>,
    /// Of [`super::ResultText::at_most`].
    pub at_most: String,
    /// Of [`super::ResultText::verdict`].
    pub verdict: String,
    /// Of [`super::ResultText::break_even`].
    pub break_even: String,
    /// Of [`super::ResultText::payback`].
    pub payback: String,
}

/// The longest forms of the sentences that [`super::result_text`] returns for a proposal.
pub fn rooms(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Rooms {
    let verdicts = result::VERDICTS.iter().map(|text| words.count(*text, 20.0, &[])).collect();
    let units = proposal.benefits.iter().map(|benefit| result::to_break_even(benefit, WIDEST_COUNT, words)).collect();
    let (quote, widest) = (quote(proposal), Amounts::new(proposal, words).widest());
    Rooms {
        incl_tax: incl_tax(proposal, &quote, &TaxWords::new(proposal, words), &widest, words),
        made_up: made_up(proposal, &quote, &widest, words),
        at_most: at_most(&quote, &widest, words),
        verdict: if estimate.futures.is_some() { longest(verdicts) } else { String::new() },
        break_even: longest(units),
        payback: longest_payback(words),
    }
}

/// The longest phrase for the month in which a cost is paid back.
pub(super) fn longest_payback(words: &Words) -> String {
    let month = words.count(Text::MonthOrdinal, 2.0, &[("n", &words.number(88.0, 0))]);
    longest(vec![month, words.text(Text::PaidBackRarely), words.text(Text::PaidBackAtOnce)])
}

/// The text with the most characters; empty if there are none.
pub(super) fn longest(texts: Vec<String>) -> String {
    texts.into_iter().max_by_key(|text| text.chars().count()).unwrap_or_default()
}
