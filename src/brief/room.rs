//! The room that sentences need whatever their figures come to, so that a page can keep it free and nothing on it moves
//! when a figure changes.
//!
//! It must not know how a page keeps it.

use super::Amounts;
use super::result::{self, incl_vat};
use crate::estimate::Estimate;
use crate::proposal::Proposal;
use crate::words::{Text, Words};

/// A count as wide as any that a page keeps room for.
pub(super) const WIDEST_COUNT: f64 = 88_888.0;

/// The longest forms of a result's sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Rooms {
    /// Of [`super::Figures::incl_vat`].
    pub incl_vat: String,
    /// Of [`super::Figures::verdict`].
    pub verdict: String,
    /// Of [`super::Figures::break_even`].
    pub break_even: String,
    /// Of [`super::Figures::payback`].
    pub payback: String,
}

/// The longest forms of what [`super::figures`] says.
pub fn rooms(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Rooms {
    let verdicts = result::VERDICTS.iter().map(|text| words.count(*text, 20.0, &[])).collect();
    let units = proposal.benefits.iter().map(|benefit| result::to_break_even(benefit, WIDEST_COUNT, words)).collect();
    Rooms {
        incl_vat: incl_vat(proposal, &estimate.cost, &Amounts::new(proposal, words).widest(), words),
        verdict: if estimate.futures.is_some() { longest(verdicts) } else { String::new() },
        break_even: longest(units),
        payback: longest_payback(words),
    }
}

/// The longest way to say when a cost is paid back.
pub(super) fn longest_payback(words: &Words) -> String {
    let month = words.count(Text::MonthOrdinal, 2.0, &[("n", &words.number(88.0, 0))]);
    longest(vec![month, words.text(Text::PaidBackRarely), words.text(Text::PaidBackAtOnce)])
}

/// The text of most characters.
pub(super) fn longest(texts: Vec<String>) -> String {
    texts.into_iter().max_by_key(|text| text.chars().count()).unwrap_or_default()
}
