//! The ways to do the project side by side (as proposed, production only, in-house), and which of them leaves most.

use super::Amounts;
use super::result::payback_month;
use super::room::{longest, longest_payback};
use super::tax::TaxWords;
use crate::estimate::{Alternative, Cost, Estimate, Payback, Spread};
use crate::proposal::{InHouse, Proposal};
use crate::words::{Text, Words};

/// The comparison of the ways, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Names of the rows: cost, median value, repays, left on average, paid back, worth knowing.
    pub rows: Vec<String>,
    /// As proposed, production only, and in-house if the proposal has that.
    pub ways: Vec<ComparedWay>,
    /// The same ways with the widest figures, so that a page can reserve the room.
    pub widest: Vec<ComparedWay>,
    /// Which way leaves most on average, or that none leaves anything; empty without benefits in money.
    pub verdict: String,
    /// The longest verdict, so that a page can reserve the room.
    pub longest_verdict: String,
    /// How they are compared; empty without an in-house alternative.
    pub how: String,
}

/// One way to do the project.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedWay {
    /// Name of the way.
    pub name: String,
    /// Its mean cost, and a detail of it.
    pub cost: (String, String),
    /// Its median value, and the range from P10 to P90.
    pub value: Option<(String, String)>,
    /// In how many futures out of twenty it repays its cost, as a number and as text.
    pub repays: Option<(usize, String)>,
    /// Its mean net.
    pub net: Option<String>,
    /// The median month in which it is paid back.
    pub payback: Option<String>,
    /// What is worth knowing besides the figures.
    pub know: String,
    /// Said in place of a figure that nobody knows; empty where all are known.
    pub unknown: String,
}

/// The comparison of the ways of an estimate.
pub fn comparison(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Comparison {
    let amounts = Amounts::new(proposal, words);
    let widest = ways(proposal, estimate, &amounts.widest(), words).into_iter();
    let cost_row = cost_row(proposal, estimate, words);
    let rows = [Text::MedianValueRow, Text::RepaysRow, Text::NetMeanRow, Text::PaidBackRow, Text::ToKnowRow];
    Comparison {
        rows: std::iter::once(cost_row).chain(rows.map(|row| words.text(row))).collect(),
        ways: ways(proposal, estimate, &amounts, words),
        widest: widest.map(|way| way.at_widest(words)).collect(),
        verdict: verdict(estimate, &amounts, words),
        longest_verdict: longest_verdict(estimate, &amounts.widest(), words),
        how: proposal.in_house.as_ref().map_or_else(String::new, |own| how(own, &amounts, words)),
    }
}

/// Name of the cost that the ways are compared by. It is not the price of the documents where something falls due later,
/// hangs on a condition or is paid on behalf.
fn cost_row(proposal: &Proposal, estimate: &Estimate, words: &Words) -> String {
    let Cost { production, advice, incl_vat, mean, .. } = estimate.cost;
    let price = if proposal.recovers_vat { production + advice } else { incl_vat };
    let row = match proposal.recovers_vat {
        _ if (price - mean).abs() > 0.005 => Text::ExpectedCostRow,
        true => Text::CostRow,
        false => Text::CostRowVat,
    };
    let tax = TaxWords::new(proposal, words);
    match row {
        Text::ExpectedCostRow => {
            let terms = tax.of(!proposal.recovers_vat);
            words.fill(row, &[("terms", terms)]).trim_end().to_owned()
        }
        row => tax.fill(row, words),
    }
}

fn ways(proposal: &Proposal, estimate: &Estimate, amounts: &Amounts, words: &Words) -> Vec<ComparedWay> {
    let production = &estimate.alternatives.production_only;
    let mut ways = vec![as_proposed(estimate, amounts, words)];
    if has_advice(proposal) {
        let mut way =
            other([Text::ProductionOnly, Text::KnowProduction], words.text(Text::NoAdvice), production, amounts, words);
        if production.value.is_none() && estimate.value.is_some() {
            way.unknown = words.text(Text::Unknown);
            way.know = match estimate.advice.break_even_uplift {
                Some(uplift) => words.fill(Text::UpliftNeeded, &[("uplift", &words.percent(uplift))]),
                None => words.text(Text::KnowUnstated),
            };
        }
        ways.push(way);
    }
    if let (Some(result), Some(own)) = (&estimate.alternatives.in_house, &proposal.in_house) {
        let detail = in_house_detail(own, amounts, words);
        ways.push(other([Text::InHouse, Text::KnowInHouse], detail, result, amounts, words));
    }
    ways
}

/// Whether a line has advice that takes time, bought or not.
fn has_advice(proposal: &Proposal) -> bool {
    proposal.lines.iter().filter_map(|line| line.advice.as_ref()).any(|advice| !advice.time.is_empty())
}

impl ComparedWay {
    /// The way with the longest forms of its texts other than amounts.
    fn at_widest(self, words: &Words) -> Self {
        let repays = self.repays.map(|_| repays(20, words));
        Self { repays, payback: self.payback.map(|_| longest_payback(words)), ..self }
    }
}

/// A number of futures out of twenty, also as text.
fn repays(n: usize, words: &Words) -> (usize, String) {
    (n, words.count(Text::FuturesShort, n as f64, &[]))
}

/// Cost of an in-house working day, in major units: gross salary × (1 + charges) × (1 + overhead) / working days.
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
    let advice = amounts.of_cost(estimate.advice.cost, cost);
    let (name, detail) = if estimate.advice.cost > 0.0 {
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
        unknown: String::new(),
        name: words.text(name),
        cost: (amounts.of(way.cost.mean, &way.cost), detail),
        value: way.value.as_ref().map(range),
        repays,
        net: way.net.map(|net| amounts.uncertain(net.mean, net.p90 - net.p10)),
        payback: way.payback.as_ref().map(|payback: &Payback| payback_month(payback, words)),
    }
}

/// The longest verdict that [`verdict`] can return; empty without benefits in money.
fn longest_verdict(estimate: &Estimate, widest: &Amounts, words: &Words) -> String {
    let net = [("net", widest.certain(0.0))];
    let net = net.each_ref().map(|(name, net)| (*name, net.as_str()));
    let named = [Text::BestAgency, Text::BestAgencyPlain, Text::BestProduction, Text::BestInHouse];
    let all = named.into_iter().chain([Text::BestNothing, Text::LeavesOnAverage]);
    if estimate.net.is_some() { longest(all.map(|text| words.fill(text, &net)).collect()) } else { String::new() }
}

/// The way with the highest mean net; doing nothing wins if none is above 0. Empty without benefits in money.
fn verdict(estimate: &Estimate, amounts: &Amounts, words: &Words) -> String {
    let alternatives = &estimate.alternatives;
    let named = [
        (if estimate.advice.cost > 0.0 { Text::BestAgency } else { Text::BestAgencyPlain }, estimate.net),
        (Text::BestProduction, alternatives.production_only.net),
        (Text::BestInHouse, alternatives.in_house.and_then(|way| way.net)),
    ];
    let known: Vec<_> = named.into_iter().filter_map(|(text, net)| Some((text, net?))).collect();
    let alone = known.len() == 1;
    let best = known
        .into_iter()
        .map(|(text, net)| (if alone { Text::LeavesOnAverage } else { text }, net))
        .reduce(|best, way| if way.1.mean > best.1.mean { way } else { best });
    match best {
        None => String::new(),
        Some((_, net)) if net.mean <= 0.0 => words.text(Text::BestNothing),
        Some((text, net)) => words.fill(text, &[("net", &amounts.uncertain(net.mean, net.p90 - net.p10))]),
    }
}
