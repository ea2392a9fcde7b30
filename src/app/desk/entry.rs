//! The fields of the desk: texts, dates and numbers of the proposal itself, and names inside its rows.
//!
//! Nothing here depends on how a field is displayed, or on who may edit it.

use super::slot::{Shown, Slot};
use super::{Cell, List, cell, list_item, payments};
use crate::app::{Field, NameOf, Refusal, Row};
use crate::proposal::{Discount, Proposal};
use crate::words::{Language, units_of_money};

/// A text, a date or a number of the proposal itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Title of the project.
    Title,
    /// The agency's reference for it.
    Reference,
    /// Context, as the agency understood it.
    Context,
    /// Message from the sender.
    Message,
    /// Objectives of the project, one per line.
    Objectives,
    /// Commitments of the agency, one per line.
    Commitments,
    /// What the agency cannot promise, one per line.
    OutOfHands,
    /// Terms, of payment for instance.
    Terms,
    /// Name of the addressee.
    ToName,
    /// Their position.
    ToRole,
    /// Their organisation.
    ToOrganisation,
    /// Their e-mail address.
    ToEmail,
    /// Their telephone number.
    ToPhone,
    /// Postal address of their organisation.
    ToAddress,
    /// Name of the sender.
    FromName,
    /// Their position.
    FromRole,
    /// Their organisation: the agency.
    FromOrganisation,
    /// Their e-mail address.
    FromEmail,
    /// Their telephone number.
    FromPhone,
    /// Postal address of the agency.
    FromAddress,
    /// Date of issue.
    Issued,
    /// Date by which a reply is hoped for.
    ReplyBy,
    /// Last date on which the prices are valid.
    ValidUntil,
    /// Date on which the work would start.
    Start,
    /// Currency of every amount.
    Currency,
    /// Note on taxes.
    TaxNote,
    /// The agency's legal sentences.
    Mentions,
    /// Reason for the discount.
    DiscountLabel,
    /// Rate of the one default tax.
    VatRate,
    /// Working hours in a day.
    HoursPerDay,
    /// Horizon of the estimate, in months.
    Horizon,
    /// Yearly discount rate.
    DiscountRate,
    /// The discount: a share or an amount.
    Discount,
    /// Doing it in-house: the days, and when they are paid; its fields are cells.
    InHouse,
    /// Yearly gross salary of the person who would do it in-house.
    GrossSalary,
    /// Employer's charges on that salary.
    EmployerCharges,
    /// Overhead on the salary with charges.
    Overhead,
    /// Working days in a year.
    WorkingDays,
    /// External purchases of doing it in-house.
    Purchases,
    /// Months by which doing it in-house delays every benefit.
    Delay,
}

/// The part of a proposal that an entry edits; mutably borrowed if `mut` is given. `None` where the proposal lacks it.
macro_rules! entry_slots {
    ($name:ident, $slot:ident $(, $mutable:tt)?) => {
        fn $name<'a>(entry: Entry, proposal: &'a $($mutable)? Proposal) -> Option<$slot<'a>> {
            let in_house = (& $($mutable)? proposal.in_house).into_iter().next();
            Some(match entry {
                Entry::Title => $slot::Prose(& $($mutable)? proposal.title),
                Entry::Reference => $slot::Prose(& $($mutable)? proposal.reference),
                Entry::Context => $slot::Prose(& $($mutable)? proposal.context),
                Entry::Message => $slot::Prose(& $($mutable)? proposal.message),
                Entry::Terms => $slot::Prose(& $($mutable)? proposal.terms),
                Entry::ToName => $slot::Prose(& $($mutable)? proposal.to.name),
                Entry::ToRole => $slot::Prose(& $($mutable)? proposal.to.role),
                Entry::ToOrganisation => $slot::Prose(& $($mutable)? proposal.to.organisation),
                Entry::ToEmail => $slot::Prose(& $($mutable)? proposal.to.email),
                Entry::ToPhone => $slot::Name(& $($mutable)? proposal.to.phone),
                Entry::ToAddress => $slot::Prose(& $($mutable)? proposal.to.address),
                Entry::FromName => $slot::Prose(& $($mutable)? proposal.from.name),
                Entry::FromRole => $slot::Prose(& $($mutable)? proposal.from.role),
                Entry::FromOrganisation => $slot::Prose(& $($mutable)? proposal.from.organisation),
                Entry::FromEmail => $slot::Prose(& $($mutable)? proposal.from.email),
                Entry::FromPhone => $slot::Name(& $($mutable)? proposal.from.phone),
                Entry::FromAddress => $slot::Prose(& $($mutable)? proposal.from.address),
                Entry::Objectives => $slot::List(& $($mutable)? proposal.objectives),
                Entry::Commitments => $slot::List(& $($mutable)? proposal.commitments),
                Entry::OutOfHands => $slot::List(& $($mutable)? proposal.out_of_hands),
                Entry::Issued => $slot::Day(& $($mutable)? proposal.dates.issued),
                Entry::ReplyBy => $slot::Day(& $($mutable)? proposal.dates.reply_by),
                Entry::ValidUntil => $slot::Day(& $($mutable)? proposal.dates.valid_until),
                Entry::Start => $slot::Day(& $($mutable)? proposal.dates.start),
                Entry::Currency => $slot::Code(& $($mutable)? proposal.currency),
                Entry::TaxNote => $slot::Name(& $($mutable)? proposal.tax_note),
                Entry::Mentions => $slot::Prose(& $($mutable)? proposal.mentions),
                Entry::VatRate => $slot::Percent(& $($mutable)? proposal.vat_rate),
                Entry::HoursPerDay => $slot::Number(& $($mutable)? proposal.hours_per_day),
                Entry::Horizon => $slot::Whole(& $($mutable)? proposal.horizon_months),
                Entry::DiscountRate => $slot::Percent(& $($mutable)? proposal.discount_rate),
                Entry::DiscountLabel => {
                    let Some(discount) = & $($mutable)? proposal.discount else { return None };
                    $slot::Name(& $($mutable)? discount.label)
                }
                Entry::Discount => match & $($mutable)? proposal.discount {
                    Some(Discount { share: Some(share), .. }) => $slot::Percent(share),
                    Some(Discount { amount: Some(amount), .. }) => $slot::Money(amount),
                    _ => return None,
                },
                Entry::InHouse => return None,
                Entry::GrossSalary => $slot::Money(& $($mutable)? in_house?.gross_salary),
                Entry::EmployerCharges => $slot::Percent(& $($mutable)? in_house?.employer_charges),
                Entry::Overhead => $slot::Percent(& $($mutable)? in_house?.overhead),
                Entry::WorkingDays => $slot::Number(& $($mutable)? in_house?.working_days),
                Entry::Purchases => $slot::Money(& $($mutable)? in_house?.purchases),
                Entry::Delay => $slot::Whole(& $($mutable)? in_house?.delay_months),
            })
        }
    };
}

entry_slots!(entry_shown, Shown);
entry_slots!(entry_slot, Slot, mut);

impl Entry {
    /// Its path in the proposal's JSON.
    pub fn path(self) -> &'static str {
        match self {
            Entry::Title => "title",
            Entry::Reference => "reference",
            Entry::Context => "context",
            Entry::Message => "message",
            Entry::Objectives => "objectives",
            Entry::Commitments => "commitments",
            Entry::OutOfHands => "outOfHands",
            Entry::Terms => "terms",
            Entry::ToName => "to.name",
            Entry::ToRole => "to.role",
            Entry::ToOrganisation => "to.organisation",
            Entry::ToEmail => "to.email",
            Entry::ToPhone => "to.phone",
            Entry::ToAddress => "to.address",
            Entry::FromName => "from.name",
            Entry::FromRole => "from.role",
            Entry::FromOrganisation => "from.organisation",
            Entry::FromEmail => "from.email",
            Entry::FromPhone => "from.phone",
            Entry::FromAddress => "from.address",
            Entry::Issued => "dates.issued",
            Entry::ReplyBy => "dates.replyBy",
            Entry::ValidUntil => "dates.validUntil",
            Entry::Start => "dates.start",
            Entry::Currency => "currency",
            Entry::TaxNote => "taxNote",
            Entry::Mentions => "mentions",
            Entry::DiscountLabel => "discount.label",
            Entry::VatRate => "vatRate",
            Entry::HoursPerDay => "hoursPerDay",
            Entry::Horizon => "horizonMonths",
            Entry::DiscountRate => "discountRate",
            Entry::Discount => "discount",
            Entry::InHouse => "inHouse",
            Entry::GrossSalary => "inHouse.grossSalary",
            Entry::EmployerCharges => "inHouse.employerCharges",
            Entry::Overhead => "inHouse.overhead",
            Entry::WorkingDays => "inHouse.workingDays",
            Entry::Purchases => "inHouse.purchases",
            Entry::Delay => "inHouse.delayMonths",
        }
    }

    /// Whether it is a number.
    pub fn is_number(self) -> bool {
        use Entry::{
            Delay, Discount, DiscountRate, EmployerCharges, GrossSalary, Horizon, HoursPerDay, Overhead, Purchases,
            VatRate, WorkingDays,
        };
        matches!(
            self,
            VatRate | HoursPerDay | Horizon | DiscountRate | Discount | GrossSalary | EmployerCharges | Overhead
        ) || matches!(self, WorkingDays | Purchases | Delay)
    }
}

/// The part of a proposal that a field of the desk edits; mutably borrowed if `mut` is given. `None` where the proposal
/// lacks it.
macro_rules! field_slots {
    ($name:ident, $slot:ident, $entry:ident, $cell:ident, $item:ident $(, $mutable:tt)?) => {
        fn $name<'a>(field: &Field, proposal: &'a $($mutable)? Proposal) -> Option<$slot<'a>> {
            let (of, id) = match field {
                Field::Entry(entry) => return $entry(*entry, proposal),
                Field::Cell(Row::Item(list, place), own) => return list_item::$item(*list, *place, *own, proposal),
                Field::Cell(row, own) => return cell::$cell(row, *own, proposal),
                Field::Name { of, id } => (of, id),
                _ => return None,
            };
            let line = (& $($mutable)? proposal.lines).into_iter().find(|line| line.id == *id);
            let factor = (& $($mutable)? proposal.factors).into_iter().find(|factor| factor.id == *id);
            let benefit = (& $($mutable)? proposal.benefits).into_iter().find(|benefit| benefit.id == *id);
            Some($slot::Name(match of {
                NameOf::LineUnit => & $($mutable)? line?.unit,
                NameOf::Factor => & $($mutable)? factor?.label,
                NameOf::FactorUnit => & $($mutable)? factor?.unit,
                NameOf::Source => & $($mutable)? (& $($mutable)? factor?.source).into_iter().next()?.text,
                NameOf::Benefit => & $($mutable)? benefit?.label,
                NameOf::BenefitUnit => & $($mutable)? benefit?.unit,
                NameOf::Person => {
                    let effort = (& $($mutable)? proposal.effort).into_iter().next()?;
                    & $($mutable)? (& $($mutable)? effort.by_person).into_iter().nth(id.parse().ok()?)?.name
                }
            }))
        }
    };
}

field_slots!(shown, Shown, entry_shown, shown, shown);
field_slots!(slot, Slot, entry_slot, slot, slot, mut);

/// The text of a field that only the desk has; `None` if the proposal lacks the field.
pub(super) fn text(field: &Field, proposal: &Proposal, language: Language) -> Option<String> {
    shown(field, proposal)?.text(language)
}

/// Writes the text of a field that only the desk has; does nothing if the proposal lacks the field.
///
/// # Errors
/// The text is not what the field takes.
pub(super) fn put_text(field: &Field, proposal: &mut Proposal, text: &str, language: Language) -> Result<(), Refusal> {
    let currency = proposal.currency.clone();
    if let Field::Name { of: NameOf::Source, id } = field
        && let Some(factor) = proposal.factors.iter_mut().find(|factor| factor.id == *id)
    {
        factor.source.get_or_insert_default();
    }
    if let Some(slot) = slot(field, proposal) {
        slot.put(text, &units_of_money(&currency), language)?;
    }
    if let Field::Cell(Row::Item(List::Payments, _), Cell::Value) = field {
        payments::balance(proposal).map_err(Refusal::Fault)?;
    }
    Ok(())
}
