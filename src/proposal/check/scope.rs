//! The rate card, the deliverables and the time in them.

use super::{At, Display, Found, shapes};
use crate::proposal::*;

/// Checks rates, lines and every entry of time.
pub(super) fn check(proposal: &Proposal, found: &mut Found) {
    found.at_most(&"rates", proposal.rates.len(), MAX_RATES);
    found.ids("rates", &proposal.rates.iter().map(|rate| &*rate.id).collect::<Vec<_>>());
    for (index, rate) in proposal.rates.iter().enumerate() {
        found.within(&At(&"rates", index, "dayRate"), rate.day_rate.major(), 0.0, MAX_MONEY);
    }
    found.at_most(&"lines", proposal.lines.len(), MAX_LINES);
    found.ids("lines", &proposal.lines.iter().map(|line| &*line.id).collect::<Vec<_>>());
    for (index, line) in proposal.lines.iter().enumerate() {
        let path = |field| At(&"lines", index, field);
        found.within(&path("quantity"), line.quantity, 0.0, MAX_QUANTITY);
        shapes::check(&line.unit_price, &path("unitPrice"), 0.0, MAX_MONEY, found);
        check_works(proposal, &line.making, &path("making"), found);
        if let Some(advice) = &line.advice {
            check_works(proposal, &advice.time, &path("advice.time"), found);
        }
    }
    if count_ranges(proposal) > MAX_RANGES {
        found.push(&"lines", Fault::TooManyRanges(MAX_RANGES));
    }
}

fn check_works(proposal: &Proposal, works: &[Work], list: &dyn Display, found: &mut Found) {
    found.at_most(list, works.len(), MAX_WORKS);
    for (index, work) in works.iter().enumerate() {
        let path = |field| At(list, index, field);
        found.reference(&path("role"), proposal.rates.iter().any(|rate| rate.id == work.role), IdKind::Rate);
        match (&work.days, &work.hours) {
            (Some(days), None) => shapes::check_time(days, &path("days"), found),
            (None, Some(hours)) => shapes::check_time(hours, &path("hours"), found),
            _ => found.push(&path(""), Fault::DaysOrHours),
        }
    }
}

/// Number of prices, days or hours given as ranges in all lines, included or not.
fn count_ranges(proposal: &Proposal) -> usize {
    let time = |line: &Line| line.advice.as_ref().map_or(0, |advice| ranges(&advice.time));
    let price = |line: &Line| usize::from(line.unit_price.known().is_none());
    proposal.lines.iter().map(|line| ranges(&line.making) + time(line) + price(line)).sum()
}

fn ranges(works: &[Work]) -> usize {
    let ranged =
        |work: &&Work| [&work.days, &work.hours].iter().any(|time| !matches!(time, None | Some(Shape::Fixed(_))));
    works.iter().filter(ranged).count()
}
