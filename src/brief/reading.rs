//! Reading the result: what changes it most, what to settle first, what is counted and not priced.

use super::Amounts;
use super::result::holder_name;
use crate::estimate::{Estimate, FactorResult};
use crate::order;
use crate::proposal::{Holder, Proposal};
use crate::words::{Text, Words};

/// A bar of the tornado.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// The factor's id.
    pub id: String,
    /// The factor.
    pub label: String,
    /// Who holds it.
    pub holder: Holder,
    /// Their name.
    pub held_by: String,
    /// Expected net at the factor's P10 and P90, the lower first.
    pub net: [f64; 2],
    /// The same in words.
    pub range: String,
}

/// The question whose answer is worth most.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The factor that it asks for.
    pub factor: String,
    /// The question, or that there is none.
    pub asks: String,
    /// What its answer would do.
    pub note: String,
}

/// A benefit that is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it is.
    pub label: String,
    /// How many, from low to high.
    pub range: String,
    /// What one costs.
    pub cost: String,
}

/// The factors by falling swing.
pub fn swings(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Vec<Swing> {
    let amounts = Amounts::new(proposal, words);
    let width = estimate.net.map_or(0.0, |net| net.p90 - net.p10);
    let mut swings: Vec<Swing> = estimate
        .factors
        .iter()
        .flatten()
        .filter_map(|result| {
            let factor = proposal.factors.iter().find(|factor| factor.id == result.id)?;
            let low = result.net_at_p10.min(result.net_at_p90);
            let high = result.net_at_p10.max(result.net_at_p90);
            Some(Swing {
                id: factor.id.clone(),
                label: words.set(&factor.label),
                holder: factor.holder,
                held_by: holder_name(factor.holder, words),
                net: [low, high],
                range: words.fill(
                    Text::FromToShort,
                    &[("low", &amounts.uncertain(low, width)), ("high", &amounts.uncertain(high, width))],
                ),
            })
        })
        .collect();
    order::by_size(&mut swings, |swing| swing.net[0] - swing.net[1]);
    swings
}

/// The question to settle before signing: the factor whose knowledge is worth most.
pub fn question(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Option<Question> {
    let results = estimate.factors.as_ref()?;
    let label = |result: &FactorResult| {
        let factor = proposal.factors.iter().find(|factor| factor.id == result.id);
        factor.map(|factor| (words.set(&factor.label), holder_name(factor.holder, words)))
    };
    let worth_most = results.iter().max_by(|a, b| a.evppi.total_cmp(&b.evppi))?;
    if worth_most.evppi >= 1.0 {
        let (name, holder) = label(worth_most)?;
        let worth = Amounts::new(proposal, words).rounded(worth_most.evppi, two_digits(worth_most.evppi));
        let answer =
            words.fill(Text::QuestionWorth, &[("share", &words.percent(worth_most.variance_share)), ("worth", &worth)]);
        let held = words.fill(Text::HeldBy, &[("holder", &holder)]);
        return Some(Question {
            factor: worth_most.id.clone(),
            asks: words.fill(Text::QuestionAsk, &[("label", &name)]),
            note: [&answer, " ", &held].concat(),
        });
    }
    let heaviest = results.iter().max_by(|a, b| a.variance_share.total_cmp(&b.variance_share))?;
    let (name, _) = label(heaviest)?;
    Some(Question {
        factor: heaviest.id.clone(),
        asks: words.text(Text::QuestionNone),
        note: words
            .fill(Text::QuestionNoneNote, &[("label", &name), ("share", &words.percent(heaviest.variance_share))]),
    })
}

/// The benefits that are counted and not priced.
pub fn outcomes(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Vec<Outcome> {
    let amounts = Amounts::new(proposal, words);
    let outcome = |result: &crate::estimate::OutcomeResult| {
        let benefit = proposal.benefits.iter().find(|benefit| benefit.id == result.id)?;
        let decimals = if result.amount.p90 < 10.0 && result.amount.p90.fract() != 0.0 { 1 } else { 0 };
        let show = |x| words.number(x, decimals);
        let amount = &result.amount;
        let unit = words.set(&benefit.unit);
        Some(Outcome {
            label: words.set(&benefit.label),
            range: words.fill(
                Text::OutcomeRange,
                &[
                    ("low", &show(amount.p10)),
                    ("high", &show(amount.p90)),
                    ("median", &show(amount.p50)),
                    ("unit", &unit),
                ],
            ),
            cost: match result.cost_per.p50 {
                Some(cost) => words.fill(Text::OutcomeCost, &[("cost", &amounts.rounded(cost, two_digits(cost)))]),
                None => words.text(Text::OutcomeNoCost),
            },
        })
    };
    estimate.outcomes.iter().filter_map(outcome).collect()
}

/// The step that leaves two digits of an amount whose own spread is not known.
fn two_digits(amount: f64) -> f64 {
    let mut step = 0.01;
    while step * 100.0 <= amount.abs() && step < 1e12 {
        step *= 10.0;
    }
    if step < 0.5 { step } else { step.round() }
}
