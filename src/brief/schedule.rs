//! When a project is paid: each due date with its amount, taxes included.
//!
//! The amounts sum to the total of the quote: what was rounded away from one row is in the next. What hangs on a
//! condition is a sum of its own.

use super::quote::{Quote, billed, in_minor_units};
use super::{Amounts, in_order};
use crate::proposal::{Line, Proposal, Repeats};
use crate::words::{Text, Words, format_date, round_to};

/// A row of the schedule, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRow {
    /// What it is for.
    pub label: String,
    /// When it falls due.
    pub when: String,
    /// The amount with tax, of all months together.
    pub amount: String,
}

/// A row in the making.
struct Due<'a> {
    label: String,
    /// The months, the last one excluded.
    months: std::ops::Range<u32>,
    is_monthly: bool,
    /// The factor that it hangs on.
    only_if: Option<&'a String>,
    /// The amount in minor units, not rounded.
    amount: f64,
}

/// The due dates of a proposal, the earliest first; none if everything falls due at once at the start and nobody has
/// stated a payment.
pub fn schedule(proposal: &Proposal, quote: &Quote, words: &Words) -> Vec<DueRow> {
    let mut rows = due(proposal, quote, words);
    if proposal.payments.is_empty() && !rows.iter().any(|row| row.months.start > 0 || row.is_monthly) {
        return Vec::new();
    }
    // What is firm first, then by month, what falls due once before what does monthly.
    let place = |row: &Due| {
        1e6 * f64::from(row.only_if.is_some()) + f64::from(2 * row.months.start) + f64::from(row.is_monthly)
    };
    rows = in_order(rows, place);
    let amounts = Amounts::new(proposal, words);
    let is_firm = |row: &&Due| row.only_if.is_none();
    let (last, last_firm) = (rows.len(), rows.iter().filter(is_firm).count());
    let conditional = rows[last_firm..].iter().fold(0.0, |sum, row| sum + row.amount);
    let firm = quote.total.minor - round_to(conditional, 1.0);
    let (mut exact, mut shown) = (0.0, 0.0);
    let rows = rows.into_iter().zip(1..).map(|(row, count)| {
        exact += row.amount;
        let upto = match count {
            _ if count == last => quote.total.minor,
            _ if count == last_firm => {
                exact = firm;
                firm
            }
            _ => round_to(exact, 1.0),
        };
        let amount = upto - shown;
        shown = upto;
        DueRow {
            label: labelled(&row, proposal, words),
            when: when(&row, proposal, words),
            amount: amounts.minor(amount),
        }
    });
    rows.collect()
}

/// The rows with their amounts before rounding.
fn due<'a>(proposal: &'a Proposal, quote: &'a Quote, words: &Words) -> Vec<Due<'a>> {
    let mut rows: Vec<Due<'a>> = Vec::new();
    let taxes = proposal.all_taxes();
    let taxed = |line: &Line| taxes.iter().filter(|tax| tax.is_borne_by(line)).fold(1.0, |sum, tax| sum + tax.rate);
    let discount = proposal.discount.as_ref();
    let kept = 1.0 - discount.and_then(|discount| discount.share).unwrap_or(0.0);
    let is_stated = !proposal.payments.is_empty();
    let mut add = |label: &str, months: std::ops::Range<u32>, is_monthly, only_if: Option<&'a String>, amount: f64| {
        // Payments that are stated stay apart, even in one month.
        let same = |row: &&mut Due| {
            let is_same = row.months == months && row.is_monthly == is_monthly && row.only_if == only_if;
            is_same && (!is_stated || is_monthly || row.label == label)
        };
        match rows.iter_mut().find(same) {
            Some(row) => {
                row.amount += amount;
                if !label.is_empty() && !row.label.split(", ").any(|own| own == label) {
                    row.label = [&row.label, ", ", label].concat();
                }
            }
            None => rows.push(Due { label: label.to_owned(), months, is_monthly, only_if, amount }),
        }
    };
    let mut once = |label: &str, month: u32, only_if, amount: f64| match proposal.payments.as_slice() {
        [] => add(label, month..month + 1, false, only_if, amount),
        payments => payments.iter().for_each(|payment| {
            let label = words.typeset(&payment.label);
            add(&label, payment.month..payment.month + 1, false, only_if, amount * payment.share);
        }),
    };
    let lines = || billed(proposal, &quote.lines).map(|(line, own)| (line, own.whole().minor * kept * taxed(line)));
    for (line, amount) in lines().filter(|(line, _)| line.timing.repeats == Repeats::Once) {
        once(&words.typeset(&line.label), line.timing.start_month, line.only_if.as_ref(), amount);
    }
    if let Some(amount) = discount.and_then(|discount| discount.amount) {
        let in_units = in_minor_units(amount.major(), proposal);
        once("", 0, None, -in_units * taxed(&Line::default()));
    }
    for (line, amount) in lines().filter(|(line, _)| line.timing.repeats == Repeats::Monthly) {
        let months = line.timing.due_months(proposal.horizon_months);
        add(&words.typeset(&line.label), months, true, line.only_if.as_ref(), amount);
    }
    rows
}

fn labelled(row: &Due, proposal: &Proposal, words: &Words) -> String {
    let factor = proposal.factors.iter().find(|factor| Some(&factor.id) == row.only_if);
    let label = if row.label.is_empty() { words.text(Text::Discount) } else { row.label.clone() };
    match factor {
        Some(factor) => words.fill(Text::DueIf, &[("label", &label), ("factor", &words.typeset(&factor.label))]),
        None => label,
    }
}

/// The day of a month of the project; without a day of start, its number.
fn when(row: &Due, proposal: &Proposal, words: &Words) -> String {
    let named = |month: u32| {
        let day = proposal.dates.start.and_then(|start| start.after_months(month));
        match day {
            Some(day) => format_date(day, words.language()),
            None if month == 0 => words.text(Text::DueAtStart),
            None => words.fill(Text::DueInMonth, &[("n", &words.number(f64::from(month), 0))]),
        }
    };
    let (first, last) = (row.months.start, row.months.end.saturating_sub(1));
    if first == last {
        return named(first);
    }
    let number = |n: u32| words.number(f64::from(n), 0);
    let n = number(row.months.len() as u32);
    match (proposal.dates.start, first) {
        (Some(_), _) => words.fill(Text::DueMonthly, &[("n", &n), ("first", &named(first)), ("last", &named(last))]),
        (None, 0) => words.fill(Text::DueFromStart, &[("n", &n), ("last", &number(last))]),
        (None, _) => words.fill(Text::DueMonths, &[("n", &n), ("first", &number(first)), ("last", &number(last))]),
    }
}
