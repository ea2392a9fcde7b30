//! Three ways to do it, side by side, and a fair verdict.

use super::Amounts;
use super::result::payback_month;
use super::room::{longest, longest_payback};
use crate::estimate::{Alternative, Estimate, Payback, Spread};
use crate::proposal::{InHouse, Proposal};
use crate::words::{Text, Words};

/// The comparison, ready to be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What each row is called: cost, median value, repays, left on average, paid back, worth knowing.
    pub rows: Vec<String>,
    /// As proposed, production only, in-house.
    pub ways: Vec<ComparedWay>,
    /// The same ways with every figure at its widest, for the room that they need.
    pub widest: Vec<ComparedWay>,
    /// Which of them leaves most, if any leaves something.
    pub verdict: String,
    /// The longest verdict, for the room that it needs.
    pub longest_verdict: String,
    /// How they are compared.
    pub how: String,
}

/// One way to do it.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedWay {
    /// What it is called.
    pub name: String,
    /// Its cost, and what is in it.
    pub cost: (String, String),
    /// Its median value, and from low to high.
    pub value: Option<(String, String)>,
    /// In how many futures of twenty it repays its cost.
    pub repays: Option<(usize, String)>,
    /// What it leaves on average.
    pub net: Option<String>,
    /// When it is paid back.
    pub payback: Option<String>,
    /// What the figures do not say.
    pub know: String,
}

/// The three ways of an estimate in words.
pub fn comparison(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Comparison {
    let amounts = Amounts::new(proposal, words);
    let widest = ways(proposal, estimate, &amounts.widest(), words).into_iter();
    let cost_row = if proposal.recovers_vat { Text::CostRow } else { Text::CostRowVat };
    let rows = [cost_row, Text::MedianValueRow, Text::RepaysRow, Text::NetMeanRow, Text::PaidBackRow, Text::ToKnowRow];
    Comparison {
        rows: rows.map(|row| words.text(row)).to_vec(),
        ways: ways(proposal, estimate, &amounts, words),
        widest: widest.map(|way| way.at_widest(words)).collect(),
        verdict: verdict(estimate, &amounts, words),
        longest_verdict: longest_verdict(estimate, &amounts.widest(), words),
        how: proposal.in_house.as_ref().map_or_else(String::new, |own| how(own, &amounts, words)),
    }
}

fn ways(proposal: &Proposal, estimate: &Estimate, amounts: &Amounts, words: &Words) -> Vec<ComparedWay> {
    let production = &estimate.alternatives.production_only;
    let mut ways = vec![
        as_proposed(estimate, amounts, words),
        other([Text::ProductionOnly, Text::KnowProduction], words.text(Text::NoAdvice), production, amounts, words),
    ];
    if let (Some(result), Some(own)) = (&estimate.alternatives.in_house, &proposal.in_house) {
        let detail = in_house_detail(own, amounts, words);
        ways.push(other([Text::InHouse, Text::KnowInHouse], detail, result, amounts, words));
    }
    ways
}

impl ComparedWay {
    /// The way with the longest of what it may say beside amounts.
    fn at_widest(self, words: &Words) -> Self {
        let repays = self.repays.map(|_| repays(20, words));
        Self { repays, payback: self.payback.map(|_| longest_payback(words)), ..self }
    }
}

/// In how many futures of twenty, as a number and in words.
fn repays(n: usize, words: &Words) -> (usize, String) {
    (n, words.fill(Text::FuturesShort, &[("n", &words.number(n as f64, 0))]))
}

/// Cost of a day of one's own people: gross × (1 + charges) × (1 + overhead) / working days.
fn loaded_day(own: &InHouse) -> f64 {
    own.gross_salary.major() * (1.0 + own.employer_charges) * (1.0 + own.overhead) / own.working_days
}

fn how(own: &InHouse, amounts: &Amounts, words: &Words) -> String {
    let day = amounts.rounded(loaded_day(own), 1.0);
    let months = words.number(f64::from(own.delay_months), 0);
    words.fill(Text::HowComparedNote, &[("day", &day), ("months", &months)])
}

fn in_house_detail(own: &InHouse, amounts: &Amounts, words: &Words) -> String {
    let days = words.number(crate::estimate::mean(&own.days), 0);
    words.fill(Text::InHouseCost, &[("purchases", &amounts.certain(own.purchases.major())), ("days", &days)])
}

fn as_proposed(estimate: &Estimate, amounts: &Amounts, words: &Words) -> ComparedWay {
    let cost = &estimate.cost;
    let advice = amounts.of_cost(cost.advice, cost);
    let (name, detail) = if cost.advice > 0.0 {
        ([Text::ByAgency, Text::KnowAgency], words.fill(Text::OfWhichAdvice, &[("amount", &advice)]))
    } else {
        ([Text::ByAgencyPlain, Text::KnowProduction], words.text(Text::NoAdvice))
    };
    let way = Alternative {
        cost: Spread { mean: cost.mean, p10: cost.p10, p50: cost.p50, p90: cost.p90 },
        value: estimate.value,
        net: estimate.net,
        roi: estimate.roi,
        probability_of_payback: estimate.probability_of_payback,
        payback: estimate.payback,
    };
    other(name, detail, &way, amounts, words)
}

fn other([name, know]: [Text; 2], detail: String, way: &Alternative, amounts: &Amounts, words: &Words) -> ComparedWay {
    let range = |value: &Spread| {
        let (low, high) = (amounts.of(value.p10, value), amounts.of(value.p90, value));
        (amounts.of(value.p50, value), words.fill(Text::FromTo, &[("low", &low), ("high", &high)]))
    };
    let repays = way.probability_of_payback.map(|chance| repays((chance * 20.0).round() as usize, words));
    ComparedWay {
        know: words.text(know),
        name: words.text(name),
        cost: (amounts.of(way.cost.mean, &way.cost), detail),
        value: way.value.as_ref().map(range),
        repays,
        net: way.net.map(|net| amounts.uncertain(net.mean, net.p90 - net.p10)),
        payback: way.payback.as_ref().map(|payback: &Payback| payback_month(payback, words)),
    }
}

/// The longest of what [`verdict`] may say of these ways.
fn longest_verdict(estimate: &Estimate, widest: &Amounts, words: &Words) -> String {
    let net = [("net", widest.certain(0.0))];
    let net = net.each_ref().map(|(name, net)| (*name, net.as_str()));
    let all = [Text::BestAgency, Text::BestAgencyPlain, Text::BestProduction, Text::BestInHouse, Text::BestNothing];
    if estimate.net.is_some() {
        longest(all.iter().map(|text| words.fill(*text, &net)).collect())
    } else {
        String::new()
    }
}

/// Which way leaves most on average; doing nothing leaves nothing and costs nothing.
fn verdict(estimate: &Estimate, amounts: &Amounts, words: &Words) -> String {
    let alternatives = &estimate.alternatives;
    let named = [
        (if estimate.cost.advice > 0.0 { Text::BestAgency } else { Text::BestAgencyPlain }, estimate.net),
        (Text::BestProduction, alternatives.production_only.net),
        (Text::BestInHouse, alternatives.in_house.and_then(|way| way.net)),
    ];
    let best = named
        .into_iter()
        .filter_map(|(text, net)| Some((text, net?)))
        .reduce(|best, way| if way.1.mean > best.1.mean { way } else { best });
    match best {
        None => String::new(),
        Some((_, net)) if net.mean <= 0.0 => words.text(Text::BestNothing),
        Some((text, net)) => words.fill(text, &[("net", &amounts.uncertain(net.mean, net.p90 - net.p10))]),
    }
}
