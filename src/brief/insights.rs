//! Interpretation of the result: the factors that change it most, the question to settle first, counted benefits.

use super::Amounts;
use super::in_order;
use super::result::holder_name;
use super::room::{WIDEST_COUNT, longest};
use crate::estimate::{Estimate, FactorResult, OutcomeResult, Spread};
use crate::proposal::{Factor, Holder, Proposal, Shape};
use crate::words::{Text, Words};

/// A bar of the tornado diagram: the effect of one factor on the expected net.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// The factor's id.
    pub id: String,
    /// Label of the factor.
    pub label: String,
    /// Holder of the factor.
    pub holder: Holder,
    /// Name of the holder.
    pub held_by: String,
    /// Expected net at the factor's P10 and P90, in major units, the lower one first.
    pub net: [f64; 2],
    /// The same as text.
    pub range: String,
    /// The same with the widest amounts, so that a page can reserve the room.
    pub widest_range: String,
}

/// The question to settle before signing.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Id of the factor that it asks for, or that weighs most.
    pub factor: String,
    /// The question, or the sentence that no answer would change the decision.
    pub asks: String,
    /// The effect of its answer.
    pub note: String,
    /// The longest question and the longest note for these factors, so that a page can reserve the room.
    pub longest: [String; 2],
}

/// A benefit that is counted, not priced.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Label of the benefit.
    pub label: String,
    /// The number of units: P10, P90 and median, as text.
    pub range: String,
    /// Median cost of one unit, as text.
    pub cost: String,
    /// The longest range and the longest cost, so that a page can reserve the room.
    pub longest: [String; 2],
}

/// The factors by decreasing swing; empty without benefits in money.
pub fn swings(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Vec<Swing> {
    let amounts = Amounts::new(proposal, words);
    let width = estimate.net.map_or(0.0, |net| net.p90 - net.p10);
    let range = |amounts: &Amounts, low, high| {
        let ends = [("low", amounts.uncertain(low, width)), ("high", amounts.uncertain(high, width))];
        words.fill(Text::FromToShort, &ends.each_ref().map(|(name, amount)| (*name, amount.as_str())))
    };
    let swings: Vec<Swing> = estimate
        .factors
        .iter()
        .flatten()
        .filter_map(|result| {
            let factor = proposal.factors.iter().find(|factor| factor.id == result.id)?;
            let low = result.net_at_p10.min(result.net_at_p90);
            let high = result.net_at_p10.max(result.net_at_p90);
            Some(Swing {
                id: factor.id.clone(),
                label: words.typeset(&factor.label),
                holder: factor.holder,
                held_by: holder_name(factor.holder, words),
                net: [low, high],
                range: range(&amounts, low, high),
                widest_range: range(&amounts.widest(), low, high),
            })
        })
        .collect();
    in_order(swings, |swing| swing.net[0] - swing.net[1])
}

/// The question to settle before signing: about the factor with the highest expected value of perfect information
/// (EVPPI). If that is below one major unit, no question is worth asking, and the factor with the highest share of the
/// variance is named. `None` without benefits in money.
pub fn question(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Option<Question> {
    let results = estimate.factors.as_ref()?;
    let amounts = Amounts::new(proposal, words);
    let worth_most = results.iter().max_by(|a, b| a.evppi.total_cmp(&b.evppi))?;
    let heaviest = results.iter().max_by(|a, b| a.variance_share.total_cmp(&b.variance_share))?;
    let is_worth_it = worth_most.evppi >= 1.0;
    let chosen = if is_worth_it { worth_most } else { heaviest };
    let factor = |result: &FactorResult| proposal.factors.iter().find(|factor| factor.id == result.id);
    let asks = |factor: &Factor| {
        let is_chance = matches!(factor.value, Shape::Chance(_));
        let asks = if is_chance { Text::QuestionChance } else { Text::QuestionAsk };
        words.fill(asks, &[("label", &words.typeset(&factor.label))])
    };
    let note = |factor, worth, share| match is_worth_it {
        true => note_of_worth(factor, worth, share, words),
        false => note_of_weight(factor, share, words),
    };
    let mut all_asks = vec![words.text(Text::QuestionNone)];
    let mut all_notes = Vec::new();
    for factor in results.iter().filter_map(factor) {
        all_asks.push(asks(factor));
        all_notes.push(note_of_worth(factor, &amounts.widest().certain(0.0), 1.0, words));
        all_notes.push(note_of_weight(factor, 1.0, words));
    }
    let own = factor(chosen)?;
    let worth = amounts.rough(chosen.evppi);
    Some(Question {
        factor: own.id.clone(),
        asks: if is_worth_it { asks(own) } else { words.text(Text::QuestionNone) },
        note: note(own, &worth, chosen.variance_share),
        longest: [longest(all_asks), longest(all_notes)],
    })
}

/// The note on a question: how much knowing the factor would be worth, and who holds it.
fn note_of_worth(factor: &Factor, worth: &str, share: f64, words: &Words) -> String {
    let answer = words.fill(Text::QuestionWorth, &[("share", &words.percent(share)), ("worth", worth)]);
    let held = words.fill(Text::HeldBy, &[("holder", &holder_name(factor.holder, words))]);
    [&answer, " ", &held].concat()
}

/// The note where no question is worth asking: the factor that weighs most.
fn note_of_weight(factor: &Factor, share: f64, words: &Words) -> String {
    words.fill(Text::QuestionNoneNote, &[("label", &words.typeset(&factor.label)), ("share", &words.percent(share))])
}

/// The benefits that are counted, not priced.
pub fn outcomes(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Vec<Outcome> {
    let amounts = Amounts::new(proposal, words);
    let outcome = |result: &OutcomeResult| {
        let benefit = proposal.benefits.iter().find(|benefit| benefit.id == result.id)?;
        let decimals = if result.amount.p90 < 10.0 && result.amount.p90.fract() != 0.0 { 1 } else { 0 };
        let show = |x| words.number(x, decimals);
        let Spread { p10, p50, p90, .. } = result.amount;
        let unit = words.typeset(&benefit.unit);
        let range = |[low, high, median]: [f64; 3]| {
            let numbers = [("low", &*show(low)), ("high", &show(high)), ("median", &show(median)), ("unit", &unit)];
            words.fill(Text::OutcomeRange, &numbers).replace(" ,", ",")
        };
        let cost_at = |cost: f64, amounts: &Amounts| words.fill(Text::OutcomeCost, &[("cost", &amounts.rough(cost))]);
        let none = words.text(Text::OutcomeNoCost);
        Some(Outcome {
            label: words.typeset(&benefit.label),
            range: range([p10, p90, p50]),
            cost: result.cost_per.p50.map_or_else(|| none.clone(), |cost| cost_at(cost, &amounts)),
            longest: [range([WIDEST_COUNT; 3]), longest(vec![none.clone(), cost_at(0.0, &amounts.widest())])],
        })
    };
    estimate.outcomes.iter().filter_map(outcome).collect()
}
