//! The text fields of the desk: texts and dates of the proposal itself, and names inside its rows.
//!
//! Nothing here depends on how a field is displayed, or on who may edit it.

use crate::app::estimator::in_one_line;
use crate::app::{Field, NameOf};
use crate::proposal::{Date, Expected, Fault, Proposal};

/// A text or a date of the proposal itself.
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
    /// Name of the sender.
    FromName,
    /// Their position.
    FromRole,
    /// Their organisation: the agency.
    FromOrganisation,
    /// Their e-mail address.
    FromEmail,
    /// Date of issue.
    Issued,
    /// Date by which a reply is hoped for.
    ReplyBy,
    /// Last date on which the prices are valid.
    ValidUntil,
    /// Date on which the work would start.
    Start,
}

/// The part of a proposal that an entry edits.
enum Slot<T, L, D> {
    Text(T),
    List(L),
    Day(D),
}

/// Borrows the part of a proposal that an entry edits; mutably if `mut` is given.
macro_rules! slot {
    ($entry:expr, $proposal:expr $(, $mutable:tt)?) => {
        match $entry {
            Entry::Title => Slot::Text(&$($mutable)? $proposal.title),
            Entry::Reference => Slot::Text(&$($mutable)? $proposal.reference),
            Entry::Context => Slot::Text(&$($mutable)? $proposal.context),
            Entry::Message => Slot::Text(&$($mutable)? $proposal.message),
            Entry::Terms => Slot::Text(&$($mutable)? $proposal.terms),
            Entry::ToName => Slot::Text(&$($mutable)? $proposal.to.name),
            Entry::ToRole => Slot::Text(&$($mutable)? $proposal.to.role),
            Entry::ToOrganisation => Slot::Text(&$($mutable)? $proposal.to.organisation),
            Entry::ToEmail => Slot::Text(&$($mutable)? $proposal.to.email),
            Entry::FromName => Slot::Text(&$($mutable)? $proposal.from.name),
            Entry::FromRole => Slot::Text(&$($mutable)? $proposal.from.role),
            Entry::FromOrganisation => Slot::Text(&$($mutable)? $proposal.from.organisation),
            Entry::FromEmail => Slot::Text(&$($mutable)? $proposal.from.email),
            Entry::Objectives => Slot::List(&$($mutable)? $proposal.objectives),
            Entry::Commitments => Slot::List(&$($mutable)? $proposal.commitments),
            Entry::OutOfHands => Slot::List(&$($mutable)? $proposal.out_of_hands),
            Entry::Issued => Slot::Day(&$($mutable)? $proposal.dates.issued),
            Entry::ReplyBy => Slot::Day(&$($mutable)? $proposal.dates.reply_by),
            Entry::ValidUntil => Slot::Day(&$($mutable)? $proposal.dates.valid_until),
            Entry::Start => Slot::Day(&$($mutable)? $proposal.dates.start),
        }
    };
}

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
            Entry::FromName => "from.name",
            Entry::FromRole => "from.role",
            Entry::FromOrganisation => "from.organisation",
            Entry::FromEmail => "from.email",
            Entry::Issued => "dates.issued",
            Entry::ReplyBy => "dates.replyBy",
            Entry::ValidUntil => "dates.validUntil",
            Entry::Start => "dates.start",
        }
    }

    fn show(self, proposal: &Proposal) -> String {
        match slot!(self, proposal) {
            Slot::Text(text) => text.clone(),
            Slot::List(list) => list.join("\n"),
            Slot::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    /// Writes a text into the proposal. An empty date is `None`; empty lines of a list are dropped.
    fn put(self, proposal: &mut Proposal, text: &str) -> Result<(), Fault> {
        match slot!(self, proposal, mut) {
            Slot::Text(own) => text.clone_into(own),
            Slot::List(own) => {
                *own = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            }
            Slot::Day(own) if text.is_empty() => *own = None,
            Slot::Day(own) => *own = Some(Date::parse(text).ok_or(Fault::Expected(Expected::Date))?),
        }
        Ok(())
    }
}

/// The text of a field that only the desk has; `None` if the proposal lacks the field.
pub(super) fn text(field: &Field, proposal: &Proposal) -> Option<String> {
    let Field::Name { of, id } = field else {
        let Field::Entry(entry) = field else { return None };
        return Some(entry.show(proposal));
    };
    let factor = || proposal.factors.iter().find(|factor| factor.id == *id);
    let benefit = || proposal.benefits.iter().find(|benefit| benefit.id == *id);
    Some(match of {
        NameOf::LineUnit => proposal.line(id)?.unit.clone(),
        NameOf::Factor => factor()?.label.clone(),
        NameOf::FactorUnit => factor()?.unit.clone(),
        NameOf::Source => factor()?.source.as_ref()?.text.clone(),
        NameOf::Benefit => benefit()?.label.clone(),
        NameOf::BenefitUnit => benefit()?.unit.clone(),
        NameOf::Person => {
            let people = &proposal.effort.as_ref()?.by_person;
            people.get(id.parse::<usize>().ok()?)?.name.clone()
        }
    })
}

/// Writes the text of a field that only the desk has.
///
/// # Errors
/// The text of a date field is not a date.
pub(super) fn put_text(field: &Field, proposal: &mut Proposal, text: &str) -> Result<(), Fault> {
    if let Field::Entry(entry) = field {
        entry.put(proposal, text)?;
    } else if let Some(own) = name_mut(field, proposal) {
        *own = in_one_line(text);
    }
    Ok(())
}

fn name_mut<'a>(field: &Field, proposal: &'a mut Proposal) -> Option<&'a mut String> {
    let Field::Name { of, id } = field else { return None };
    match of {
        NameOf::LineUnit => Some(&mut proposal.lines.iter_mut().find(|line| line.id == *id)?.unit),
        NameOf::Person => {
            let people = &mut proposal.effort.as_mut()?.by_person;
            Some(&mut people.get_mut(id.parse::<usize>().ok()?)?.name)
        }
        NameOf::Benefit | NameOf::BenefitUnit => {
            let benefit = proposal.benefits.iter_mut().find(|benefit| benefit.id == *id)?;
            Some(if *of == NameOf::Benefit { &mut benefit.label } else { &mut benefit.unit })
        }
        NameOf::Factor | NameOf::FactorUnit | NameOf::Source => {
            let factor = proposal.factors.iter_mut().find(|factor| factor.id == *id)?;
            Some(match of {
                NameOf::Factor => &mut factor.label,
                NameOf::FactorUnit => &mut factor.unit,
                _ => &mut factor.source.get_or_insert_default().text,
            })
        }
    }
}
