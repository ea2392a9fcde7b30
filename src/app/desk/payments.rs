//! The payment schedule, whose last row takes what the others leave.

use crate::proposal::{Fault, Payment, Proposal};

/// Digits after the point that a share keeps: sums of typed percentages are then the decimals that they look like.
const DIGITS: f64 = 1e12;

/// Sets the share of the last payment so that all of them sum to 1.
///
/// # Errors
/// The others sum to more than 1.
pub(super) fn balance(proposal: &mut Proposal) -> Result<(), Fault> {
    let Some((last, others)) = proposal.payments.split_last_mut() else { return Ok(()) };
    let left = 1.0 - others.iter().map(|payment| payment.share).sum::<f64>();
    let left = (left * DIGITS).round() / DIGITS;
    if left < 0.0 {
        return Err(Fault::NotTheWhole);
    }
    last.share = left;
    Ok(())
}

/// Adds a payment at the end: the whole if it is the first one, else nothing yet, in the month of the one before.
pub(super) fn add(proposal: &mut Proposal) {
    let month = proposal.payments.last().map_or(0, |payment| payment.month);
    let share = if proposal.payments.is_empty() { 1.0 } else { 0.0 };
    proposal.payments.push(Payment { share, month, ..Payment::default() });
}

/// Removes a payment; the last one takes its share.
pub(super) fn remove(proposal: &mut Proposal, place: usize) {
    if place < proposal.payments.len() {
        proposal.payments.remove(place);
        // Fewer shares of 0 or more cannot exceed the whole.
        let _ = balance(proposal);
    }
}
