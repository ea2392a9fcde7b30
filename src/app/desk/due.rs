//! What a line charges each time it falls due.

use crate::estimate::mean;
use crate::proposal::{Line, Proposal, Work};

/// Expected amount, in major units, that a line charges each time it falls due, before discount and tax.
pub fn amount_due(proposal: &Proposal, line: &Line) -> f64 {
    let price = |line: &Line| line.quantity * mean(&line.unit_price);
    if let Some(percent) = &line.percent_of {
        let is_in = proposal.lines_in();
        let named = proposal.lines.iter().zip(is_in).filter(|(own, is_in)| *is_in && percent.lines.contains(&own.id));
        return percent.share * named.map(|(own, _)| price(own)).sum::<f64>();
    }
    let advice = line.advice.as_ref().filter(|advice| proposal.with_advice && advice.included);
    let advice = advice.map_or(0.0, |advice| price_of_works(proposal, line, &advice.time));
    price(line) + price_of_works(proposal, line, &line.making) + advice
}

fn price_of_works(proposal: &Proposal, line: &Line, works: &[Work]) -> f64 {
    let price = |work: &Work| {
        let rate = proposal.rates.iter().find(|rate| rate.id == work.role).map_or(0.0, |rate| rate.day_rate.major());
        let days = work.days.as_ref().map_or(0.0, mean);
        let hours = work.hours.as_ref().map_or(0.0, mean);
        rate * (days + hours / proposal.hours_per_day) * if work.per_unit { line.quantity } else { 1.0 }
    };
    works.iter().map(price).sum()
}
