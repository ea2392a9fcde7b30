//! The choices in words: their alternatives side by side.

use super::Amounts;
use super::quote::{Amount, quote};
use super::scope::{Phrase, estimated};
use crate::estimate::Estimate;
use crate::proposal::{Choice, Line, Proposal};
use crate::words::{Text, Words};

/// A choice with its alternatives, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceText {
    /// The choice's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its alternatives; if none has to be taken, the last one is to take none.
    pub alternatives: Vec<AlternativeText>,
}

/// An alternative of a choice, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct AlternativeText {
    /// Its id; `None` for taking none.
    pub id: Option<String>,
    /// Its name.
    pub label: String,
    /// Price of its lines without tax, before discount.
    pub price: String,
    /// That the price is estimated, and the most that it can be; empty if it is certain.
    pub note: Phrase,
    /// In how many futures out of twenty the project repays its cost with it; empty without benefits in money.
    pub repays: String,
    /// The labels of its lines.
    pub lines: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The choices of a proposal.
pub fn choices(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Vec<ChoiceText> {
    let choices = proposal.choices.iter().enumerate();
    let choices = choices.map(|(place, choice)| ChoiceText {
        id: choice.id.clone(),
        label: words.typeset(&choice.label),
        alternatives: alternatives(proposal, place, estimate, words),
    });
    choices.collect()
}

fn alternatives(proposal: &Proposal, place: usize, estimate: &Estimate, words: &Words) -> Vec<AlternativeText> {
    let choice = &proposal.choices[place];
    let amounts = Amounts::new(proposal, words);
    let results = estimate.choices.iter().find(|own| own.id == choice.id);
    let chance = |id: &str| results?.alternatives.iter().find(|own| own.id == id)?.probability_of_payback;
    let repays = |chance: Option<f64>| {
        chance.map_or_else(String::new, |chance| words.count(Text::FuturesShort, (chance * 20.0).round(), &[]))
    };
    let mut cards: Vec<AlternativeText> = Vec::new();
    for own in &choice.alternatives {
        let price = price_of_alternative(proposal, place, &own.id);
        let lines = proposal.lines.iter().filter(|line| is_of(line, choice, &own.id));
        cards.push(AlternativeText {
            id: Some(own.id.clone()),
            label: words.typeset(&own.label),
            price: amounts.minor(price.minor),
            note: Phrase::new(&amounts, |amounts| estimated(price, amounts, words)),
            repays: repays(chance(&own.id)),
            lines: lines.map(|line| words.typeset(&line.label)).collect::<Vec<_>>().join(", "),
            is_chosen: choice.chosen.as_ref() == Some(&own.id),
        });
    }
    if !choice.required {
        cards.push(AlternativeText {
            id: None,
            label: words.text(Text::NoAlternative),
            price: amounts.minor(0.0),
            note: Phrase::default(),
            repays: String::new(),
            lines: String::new(),
            is_chosen: choice.chosen.is_none(),
        });
    }
    cards
}

/// Whether a line belongs to an alternative of a choice.
pub fn is_of(line: &Line, choice: &Choice, alternative: &str) -> bool {
    line.choice.as_ref() == Some(&choice.id) && line.alternative.as_deref() == Some(alternative)
}

/// Price of the lines of an alternative if it is chosen, without tax and before discount. `place` is that of its choice.
pub(super) fn price_of_alternative(proposal: &Proposal, place: usize, alternative: &str) -> Amount {
    let mut other = proposal.clone();
    other.choices[place].chosen = Some(alternative.to_owned());
    let (quote, choice) = (quote(&other), &proposal.choices[place]);
    let lines =
        other.lines.iter().zip(&quote.lines).filter(|(line, own)| own.is_in && is_of(line, choice, alternative));
    lines.fold(Amount::ZERO, |sum, (_, own)| sum.plus(own.whole()))
}
