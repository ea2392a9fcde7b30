//! What can be typed as text: the proposal's own texts and days, and the names inside its rows.
//!
//! It must not know how a field looks, nor who may type there.

use crate::app::estimator::in_one_line;
use crate::app::{Field, NameOf};
use crate::proposal::{Date, Expected, Fault, Proposal};

/// A text or a day of the proposal itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// What the project is called.
    Title,
    /// The agency's own number for it.
    Reference,
    /// What the agency understood.
    Context,
    /// A word from the sender.
    Message,
    /// What the project is to reach, one per line.
    Objectives,
    /// What the agency commits to, one per line.
    Commitments,
    /// What nobody can promise, one per line.
    OutOfHands,
    /// Terms of payment and the like.
    Terms,
    /// Who is asked: their name.
    ToName,
    /// What they do there.
    ToRole,
    /// Their organisation.
    ToOrganisation,
    /// Where to write to them.
    ToEmail,
    /// Who proposes: their name.
    FromName,
    /// What they do there.
    FromRole,
    /// The agency.
    FromOrganisation,
    /// Where to write to them.
    FromEmail,
    /// When it was written.
    Issued,
    /// Until when an answer is hoped for.
    ReplyBy,
    /// Until when its prices hold.
    ValidUntil,
    /// When the work would start.
    Start,
}

/// Where an entry stands in a proposal.
enum Slot<T, L, D> {
    Text(T),
    List(L),
    Day(D),
}

/// The place of an entry, to read it or, behind `mut`, to write it.
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

    /// Puts a text in; an empty day is none, empty lines are no entries.
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

/// The text of a field that only the desk has, where the proposal has it.
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

/// Puts in the text of a field that only the desk has.
///
/// # Errors
/// A day that is none.
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
