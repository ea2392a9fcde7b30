//! The cells: fields of a row that only the desk has, beside those of the estimator.
//!
//! Nothing here depends on how a field is displayed.

use super::Entry;
use super::slot::{Shown, Slot};
use crate::app::Row;
use crate::proposal::{Factor, Line, LineTiming, Proposal, Shape};

/// A field inside a row that only the desk has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Label of a row of a list.
    Label,
    /// A registration number: that of a tax, or of an organisation.
    Code,
    /// Label of an alternative of a choice, by index.
    Alternative(usize),
    /// Description of a line.
    Description,
    /// The number of a row of a list: a day rate, the rate of a tax, the share of a payment.
    Value,
    /// Month of a payment.
    Month,
    /// A number of the row's shape, by index: the unit price of a line, the range of a factor without advice, the days
    /// of doing it in-house.
    Part(usize),
    /// Share of other lines that a line costs.
    Share,
    /// Month in which it falls due, or after which it starts.
    StartMonth,
    /// Number of monthly due dates, or of months for which a benefit comes.
    Months,
    /// The months that the client commits to.
    FirmMonths,
    /// Months in which a benefit grows to its full amount.
    Ramp,
    /// The quantity for which the numbers of a factor are stated.
    ScaledAt,
}

impl Cell {
    /// Whether it takes a text, not a number.
    pub fn is_text(self) -> bool {
        matches!(self, Cell::Label | Cell::Code | Cell::Alternative(_) | Cell::Description)
    }
}

/// The part of a proposal that a cell edits, outside of the lists that only the desk has; mutably borrowed if `mut` is
/// given. `None` where the proposal lacks it.
macro_rules! cells {
    ($name:ident, $slot:ident, $line:ident, $factor:ident, $timing:ident $(, $mutable:tt)?) => {
        pub(super) fn $name<'a>(row: &Row, cell: Cell, proposal: &'a $($mutable)? Proposal) -> Option<$slot<'a>> {
            match row {
                Row::Line(id) => $line((& $($mutable)? proposal.lines).into_iter().find(|own| own.id == *id)?, cell),
                Row::Factor(id) => {
                    $factor((& $($mutable)? proposal.factors).into_iter().find(|own| own.id == *id)?, cell)
                }
                Row::Benefit(id) => {
                    let benefit = (& $($mutable)? proposal.benefits).into_iter().find(|own| own.id == *id)?;
                    match cell {
                        Cell::Months => Some($slot::WholeOrNone(& $($mutable)? benefit.timing.months)),
                        Cell::Ramp => Some($slot::Whole(& $($mutable)? benefit.timing.ramp_months)),
                        _ => None,
                    }
                }
                Row::Entry(Entry::InHouse) => {
                    let in_house = (& $($mutable)? proposal.in_house).into_iter().next()?;
                    match cell {
                        Cell::Part(part) => Some($slot::Part(& $($mutable)? in_house.days, part, false)),
                        _ => $timing(& $($mutable)? in_house.timing, cell),
                    }
                }
                _ => None,
            }
        }

        fn $line<'a>(line: &'a $($mutable)? Line, cell: Cell) -> Option<$slot<'a>> {
            match cell {
                Cell::Description => Some($slot::Prose(& $($mutable)? line.description)),
                Cell::Part(part) => Some($slot::Part(& $($mutable)? line.unit_price, part, false)),
                Cell::Share => {
                    let Some(percent) = & $($mutable)? line.percent_of else { return None };
                    Some($slot::Percent(& $($mutable)? percent.share))
                }
                _ => $timing(& $($mutable)? line.timing, cell),
            }
        }

        fn $factor<'a>(factor: &'a $($mutable)? Factor, cell: Cell) -> Option<$slot<'a>> {
            let percent = factor.unit == "%";
            match (cell, & $($mutable)? factor.without_advice, & $($mutable)? factor.scales_with) {
                (Cell::Part(part), Some(shape), _) => {
                    let percent = is_percent(shape, part, percent);
                    Some($slot::Part(shape, part, percent))
                }
                (Cell::ScaledAt, _, Some(scale)) => Some($slot::Number(& $($mutable)? scale.at)),
                _ => None,
            }
        }

        fn $timing<'a>(timing: &'a $($mutable)? LineTiming, cell: Cell) -> Option<$slot<'a>> {
            match cell {
                Cell::StartMonth => Some($slot::Whole(& $($mutable)? timing.start_month)),
                Cell::Months => Some($slot::WholeOrNone(& $($mutable)? timing.months)),
                Cell::FirmMonths => Some($slot::WholeOrNone(& $($mutable)? timing.firm_months)),
                _ => None,
            }
        }
    };
}

cells!(shown, Shown, line_shown, factor_shown, timing_shown);
cells!(slot, Slot, line_slot, factor_slot, timing_slot, mut);

/// Whether a number of a factor's shape is typed as a percentage; `percent` if its unit is one.
fn is_percent(shape: &Shape, part: usize, percent: bool) -> bool {
    match shape {
        Shape::Chance(_) => true,
        Shape::Count { .. } => part > 0,
        _ => percent,
    }
}
