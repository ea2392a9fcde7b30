//! The result in words: cost, verdict, range, break-even, payback, holders.

use super::Amounts;
use super::in_order;
use super::quote::{Amount, Quote, billed, quote};
use super::tax::TaxWords;
use crate::estimate::{BenefitResult, Estimate, Payback};
use crate::proposal::{Benefit, Holder, Proposal, Repeats};
use crate::words::{Text, Words, format_percent};

/// The result, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultText {
    /// Cost after discount, without tax.
    pub cost: String,
    /// The words for the taxes.
    pub tax: TaxWords,
    /// Cost with tax; empty without any.
    pub incl_tax: String,
    /// How the cost is made up, a sentence each: once and monthly, firm and conditional, on behalf.
    pub made_up: Vec<String>,
    /// That the cost is estimated, and the most that it can be; empty if it is certain.
    pub at_most: String,
    /// Sentence that tells in how many futures out of twenty the project repays its cost, or that it is not counted in
    /// money.
    pub verdict: String,
    /// Caption of the dots, which are the futures.
    pub caption: String,
    /// Twenty equally likely nets in major units, ascending; empty without benefits in money.
    pub futures: Vec<f64>,
    /// P10, P50 and P90 of the net, in major units.
    pub net: Option<[f64; 3]>,
    /// The ranges of the value and of the net.
    pub range: Vec<RangeRow>,
    /// The number of units of a benefit that repays the cost, if one has a unit factor.
    pub break_even: Option<String>,
    /// The median month in which it is paid back.
    pub payback: Option<String>,
    /// The holders' shares of the uncertainty, the largest first.
    pub holders: Vec<HolderShare>,
}

/// The range of an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeRow {
    /// Name of the amount: value or net.
    pub name: String,
    /// P10: one chance in ten to be lower.
    pub low: String,
    /// P50, the median.
    pub median: String,
    /// P90: one chance in ten to be higher.
    pub high: String,
}

/// A holder's share of the uncertainty: the Shapley effect on the variance of the net.
#[derive(Clone, Debug, PartialEq)]
pub struct HolderShare {
    /// The holder.
    pub holder: Holder,
    /// Name of the holder.
    pub name: String,
    /// The share, from 0 to 1.
    pub share: f64,
    /// The share as a percentage.
    pub percent: String,
}

/// The result of an estimate in words.
pub fn result_text(proposal: &Proposal, estimate: &Estimate, words: &Words) -> ResultText {
    let amounts = Amounts::new(proposal, words);
    let (quote, tax) = (quote(proposal), TaxWords::new(proposal, words));
    let months = words.number(f64::from(proposal.horizon_months), 0);
    ResultText {
        cost: amounts.minor(quote.excl_tax.minor),
        incl_tax: incl_tax(proposal, &quote, &tax, &amounts, words),
        made_up: made_up(proposal, &quote, &amounts, words),
        at_most: at_most(&quote, &amounts, words),
        tax,
        verdict: verdict(estimate.futures.as_deref(), words),
        caption: words.fill(Text::DotsCaption, &[("months", &months)]),
        futures: estimate.futures.clone().unwrap_or_default(),
        net: estimate.net.map(|net| [net.p10, net.p50, net.p90]),
        range: range(estimate, &amounts, words),
        break_even: break_even(proposal, &estimate.benefits, words),
        payback: estimate.payback.as_ref().map(|payback| payback_month(payback, words)),
        holders: holders(estimate, words),
    }
}

/// The cost with tax, and the rate of the tax if there is one for everything; empty without any.
pub(super) fn incl_tax(proposal: &Proposal, quote: &Quote, tax: &TaxWords, amounts: &Amounts, words: &Words) -> String {
    let amount = amounts.minor(quote.total.minor);
    if tax.is_empty() {
        return String::new();
    }
    if proposal.taxes.is_empty() {
        let rate = format_percent(proposal.vat_rate, 4, words.language());
        return words.fill(Text::InclVat, &[("amount", &amount), ("rate", &rate)]);
    }
    words.fill(Text::InclTax, &[("amount", &amount), ("incl", &tax.incl)])
}

/// How a cost is made up, a sentence each: what is paid once and monthly, what is firm and what hangs on a condition, what
/// is paid on behalf.
pub(super) fn made_up(proposal: &Proposal, quote: &Quote, amounts: &Amounts, words: &Words) -> Vec<String> {
    let mut sentences = Vec::new();
    let amount = |amount: Amount| amounts.minor(amount.minor);
    if quote.monthly.minor != 0.0 {
        sentences.push(once_and_monthly(proposal, quote, amounts, words));
    }
    if quote.conditional.minor != 0.0 {
        let (firm, conditional) = (amount(quote.excl_tax.without(quote.conditional)), amount(quote.conditional));
        let mut conditions = billed(proposal, &quote.lines).filter_map(|(line, _)| line.only_if.as_ref());
        let first = conditions.next().filter(|first| conditions.all(|other| other == *first));
        let factor = proposal.factors.iter().find(|factor| Some(&factor.id) == first);
        let blanks = [("firm", &*firm), ("conditional", &*conditional)];
        sentences.push(match factor {
            Some(factor) => {
                let label = words.typeset(&factor.label);
                words.fill(Text::FirmAndIf, &[blanks[0], blanks[1], ("factor", &label)])
            }
            None => words.fill(Text::FirmAndMore, &blanks),
        });
    }
    if quote.on_behalf.minor != 0.0 {
        sentences.push(words.fill(Text::OnBehalfBesides, &[("amount", &amount(quote.on_behalf))]));
    }
    sentences
}

/// That a cost is estimated, and the most that it can be; empty if it is certain.
pub(super) fn at_most(quote: &Quote, amounts: &Amounts, words: &Words) -> String {
    match quote.excl_tax.most {
        _ if !quote.excl_tax.is_estimated => String::new(),
        Some(most) => words.fill(Text::AtMostInAll, &[("amount", &amounts.minor(most))]),
        None => words.text(Text::EstimatedInAll),
    }
}

/// What is paid once and monthly; what each month costs where all monthly lines have the same months.
fn once_and_monthly(proposal: &Proposal, quote: &Quote, amounts: &Amounts, words: &Words) -> String {
    let once = amounts.minor(quote.excl_tax.without(quote.monthly).minor);
    let monthly = amounts.minor(quote.monthly.minor);
    let lines = billed(proposal, &quote.lines).filter(|(line, _)| line.timing.repeats == Repeats::Monthly);
    let mut times = lines.map(|(_, own)| own.times);
    let same = times.next().filter(|first| times.all(|other| other == *first));
    let each = same.map(|times| quote.monthly.minor / f64::from(times));
    match same.zip(each).filter(|(_, each)| each.floor() == *each) {
        Some((times, each)) => {
            let each = amounts.minor(each);
            let months = words.number(f64::from(times), 0);
            let blanks = [("once", &*once), ("monthly", &*monthly), ("each", &*each), ("months", &*months)];
            words.fill(Text::PaidMonthly, &blanks)
        }
        None => words.fill(Text::PaidBothWays, &[("once", &once), ("monthly", &monthly)]),
    }
}

/// All verdicts on a project with benefits in money.
pub(super) const VERDICTS: [Text; 5] =
    [Text::RepaysNever, Text::RepaysRarely, Text::RepaysHalf, Text::Repays, Text::RepaysAlways];

/// Sentence that tells in how many futures out of twenty the project repays its cost.
pub(super) fn verdict(futures: Option<&[f64]>, words: &Words) -> String {
    let Some(futures) = futures else { return words.text(Text::NoMoney) };
    let repaid = futures.iter().filter(|net| **net >= 0.0).count();
    let text = match repaid {
        0 => Text::RepaysNever,
        1..=9 => Text::RepaysRarely,
        10 => Text::RepaysHalf,
        20 => Text::RepaysAlways,
        _ => Text::Repays,
    };
    words.count(text, repaid as f64, &[])
}

fn range(estimate: &Estimate, amounts: &Amounts, words: &Words) -> Vec<RangeRow> {
    let row = |name, low, median, high| {
        let width = high - low;
        RangeRow {
            name: words.text(name),
            low: amounts.uncertain(low, width),
            median: amounts.uncertain(median, width),
            high: amounts.uncertain(high, width),
        }
    };
    let value = estimate.value.map(|value| row(Text::ValueRow, value.p10, value.p50, value.p90));
    let net = estimate.net.map(|net| row(Text::NetRow, net.p10, net.p50, net.p90));
    value.into_iter().chain(net).collect()
}

/// The break-even of the benefit that needs the fewest units: `il faut 3 chantiers signés`.
fn break_even(proposal: &Proposal, results: &[BenefitResult], words: &Words) -> Option<String> {
    let with_units = results.iter().filter_map(|result| {
        let benefit = proposal.benefits.iter().find(|benefit| benefit.id == result.id)?;
        let units = result.break_even_units.filter(|units| *units > 0.0)?;
        Some((units.ceil(), benefit))
    });
    let (units, benefit) = with_units.min_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(to_break_even(benefit, units, words))
}

/// Phrase that this many units of a benefit repay the cost.
pub(super) fn to_break_even(benefit: &Benefit, units: f64, words: &Words) -> String {
    let unit = words.typeset(if benefit.unit.is_empty() { &benefit.label } else { &benefit.unit });
    let text = if units <= 1.0 { Text::OneIsEnough } else { Text::ItTakes };
    words.fill(text, &[("n", &words.number(units, 0)), ("unit", &unit)])
}

/// The month in which half of the futures have paid back: `le 3^e^ mois`.
pub(super) fn payback_month(payback: &Payback, words: &Words) -> String {
    match payback.p50 {
        None => words.text(Text::PaidBackRarely),
        Some(month) if month <= 0.0 => words.text(Text::PaidBackAtOnce),
        Some(month) => {
            words.count(Text::MonthOrdinal, ordinal_of(month.ceil()), &[("n", &words.number(month.ceil(), 0))])
        }
    }
}

/// The number that selects the form of a month's ordinal: 1 for the first (`1er`), at least 2 for the others (`2e`).
fn ordinal_of(month: f64) -> f64 {
    if month <= 1.0 { 1.0 } else { month.max(2.0) }
}

fn holders(estimate: &Estimate, words: &Words) -> Vec<HolderShare> {
    let Some(shares) = &estimate.holders else { return Vec::new() };
    let holders: Vec<HolderShare> = Holder::ALL
        .into_iter()
        .zip([shares.agency, shares.client, shares.third_party, shares.market])
        .map(|(holder, share)| HolderShare {
            holder,
            name: holder_name(holder, words),
            share,
            percent: words.percent(share),
        })
        .collect();
    in_order(holders, |holder| -holder.share)
}

/// Name of a holder, addressed to the client.
pub(super) fn holder_name(holder: Holder, words: &Words) -> String {
    words.text(match holder {
        Holder::Agency => Text::HeldByAgency,
        Holder::Client => Text::HeldByClient,
        Holder::ThirdParty => Text::HeldByThird,
        Holder::Market => Text::HeldByMarket,
    })
}
