//! The figures of a proposal in format 1. A figure that others predict is written as its difference from the
//! prediction.

use super::fields::WireField;
use super::wire::Wire;
use crate::link::figures::{Cell, Futures, POWERS, SentFigures};
use crate::proposal::Proposal;

/// Writes or reads the figures sent with a proposal.
pub fn figures(w: &mut Wire, figures: &mut SentFigures, proposal: &Proposal) {
    w.text(WireField::Engine, &mut figures.engine);
    cost(w, figures, proposal.vat_rate);
    w.option(WireField::HasFigure, &mut figures.value, value);
    w.option(WireField::HasFigure, &mut figures.probability, |w, steps| w.whole(WireField::Chance, steps));
    w.option(WireField::HasFigure, &mut figures.futures, futures);
    let chance = figures.probability.unwrap_or(0);
    w.option(WireField::HasFigure, &mut figures.payback, |w, (month, within)| {
        w.option(WireField::HasFigure, month, |w, steps| w.whole(WireField::Month, steps));
        rest(w, WireField::ShareRest, within, chance);
    });
    w.option(WireField::HasFigure, &mut figures.holders, |w, [agency, client, third_party, market]| {
        w.whole(WireField::Share, agency);
        w.whole(WireField::Share, client);
        w.whole(WireField::Share, third_party);
        let sum = agency.saturating_add(*client).saturating_add(*third_party);
        rest(w, WireField::ShareRest, market, 1_998_u64.saturating_sub(sum));
    });
}

/// The cost, in hundredths. The mean is predicted by production plus advice, the tax by the mean, the total by both.
fn cost(w: &mut Wire, figures: &mut SentFigures, vat_rate: f64) {
    let [production, advice, vat, incl_vat, mean] = &mut figures.cost;
    hundredths(w, production);
    hundredths(w, advice);
    signed_rest(w, mean, production.saturating_add(*advice));
    signed_rest(w, vat, libm::round(*mean as f64 * vat_rate).clamp(-9e15, 9e15) as i64);
    signed_rest(w, incl_vat, mean.saturating_add(*vat));
    let halves = mean.saturating_mul(2) / 100;
    w.option(WireField::Certain, &mut figures.cost_quantiles, |w, [p10, p50, p90]| {
        w.signed_from(WireField::CostQuantile, p10, halves);
        w.signed_from(WireField::CostQuantile, p50, *p10);
        w.signed_from(WireField::CostQuantile, p90, *p50);
    });
}

fn value(w: &mut Wire, cells: &mut [Cell; 4]) {
    for Cell { negative, steps, power } in cells {
        let mut form = (*power + POWERS) as u32 + if *negative { 64 } else { 0 };
        w.small(WireField::ValueForm, &mut form, 7);
        *negative = form >= 64;
        *power = (form % 64) as i32 - POWERS;
        if *power > POWERS {
            w.fail();
        }
        w.whole(WireField::ValueCell, steps);
    }
}

/// The first future, then the gap from each to the next.
fn futures(w: &mut Wire, Futures { power, steps }: &mut Futures) {
    let mut form = (*power + POWERS) as u32;
    w.small(WireField::FutureStep, &mut form, 6);
    *power = form as i32 - POWERS;
    if *power > POWERS {
        w.fail();
    }
    let mut before = None;
    let mut gap = 0_u64;
    w.list(WireField::Futures, steps, |w, step| {
        match before {
            None => w.signed_from(WireField::FutureFirst, step, 0),
            Some(before) => {
                let size_before = 64 - gap.leading_zeros();
                gap = step.saturating_sub(before) as u64;
                w.hinted(WireField::FutureGap, &mut gap, size_before);
                *step = before.saturating_add_unsigned(gap);
            }
        }
        before = Some(*step);
    });
}

fn hundredths(w: &mut Wire, amount: &mut i64) {
    let mut number = *amount as f64;
    w.number(WireField::CostPart, &mut number);
    *amount = number.clamp(-9e15, 9e15) as i64;
}

fn signed_rest(w: &mut Wire, value: &mut i64, foretold: i64) {
    w.signed_from(WireField::CostRest, value, foretold);
}

fn rest(w: &mut Wire, field: WireField, value: &mut u64, foretold: u64) {
    let mut signed = *value as i64;
    w.signed_from(field, &mut signed, foretold as i64);
    *value = signed as u64;
}
