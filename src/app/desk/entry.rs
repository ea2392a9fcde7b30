//! What can be typed as text: the proposal's own texts and days, and the names inside its rows.
//!
//! It must not know how a field looks, nor who may type there.

use crate::app::estimator::in_one_line;
use crate::app::{Field, Named};
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
enum Place<T, L, D> {
    Text(T),
    List(L),
    Day(D),
}

/// The place of an entry, to read it or, behind `mut`, to write it.
macro_rules! place {
    ($entry:expr, $proposal:expr $(, $mutable:tt)?) => {
        match $entry {
            Entry::Title => Place::Text(&$($mutable)? $proposal.title),
            Entry::Reference => Place::Text(&$($mutable)? $proposal.reference),
            Entry::Context => Place::Text(&$($mutable)? $proposal.context),
            Entry::Message => Place::Text(&$($mutable)? $proposal.message),
            Entry::Terms => Place::Text(&$($mutable)? $proposal.terms),
            Entry::ToName => Place::Text(&$($mutable)? $proposal.to.name),
            Entry::ToRole => Place::Text(&$($mutable)? $proposal.to.role),
            Entry::ToOrganisation => Place::Text(&$($mutable)? $proposal.to.organisation),
            Entry::ToEmail => Place::Text(&$($mutable)? $proposal.to.email),
            Entry::FromName => Place::Text(&$($mutable)? $proposal.from.name),
            Entry::FromRole => Place::Text(&$($mutable)? $proposal.from.role),
            Entry::FromOrganisation => Place::Text(&$($mutable)? $proposal.from.organisation),
            Entry::FromEmail => Place::Text(&$($mutable)? $proposal.from.email),
            Entry::Objectives => Place::List(&$($mutable)? $proposal.objectives),
            Entry::Commitments => Place::List(&$($mutable)? $proposal.commitments),
            Entry::OutOfHands => Place::List(&$($mutable)? $proposal.out_of_hands),
            Entry::Issued => Place::Day(&$($mutable)? $proposal.dates.issued),
            Entry::ReplyBy => Place::Day(&$($mutable)? $proposal.dates.reply_by),
            Entry::ValidUntil => Place::Day(&$($mutable)? $proposal.dates.valid_until),
            Entry::Start => Place::Day(&$($mutable)? $proposal.dates.start),
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
        match place!(self, proposal) {
            Place::Text(text) => text.clone(),
            Place::List(list) => list.join("\n"),
            Place::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    /// Puts a text in; an empty day is none, empty lines are no entries.
    fn put(self, proposal: &mut Proposal, text: &str) -> Result<(), Fault> {
        match place!(self, proposal, mut) {
            Place::Text(own) => text.clone_into(own),
            Place::List(own) => {
                *own = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            }
            Place::Day(own) if text.is_empty() => *own = None,
            Place::Day(own) => *own = Some(Date::parse(text).ok_or(Fault::Expected(Expected::Date))?),
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
        Named::LineUnit => proposal.line(id)?.unit.clone(),
        Named::Factor => factor()?.label.clone(),
        Named::FactorUnit => factor()?.unit.clone(),
        Named::Source => factor()?.source.as_ref()?.text.clone(),
        Named::Benefit => benefit()?.label.clone(),
        Named::BenefitUnit => benefit()?.unit.clone(),
        Named::Person => {
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
        Named::LineUnit => Some(&mut proposal.lines.iter_mut().find(|line| line.id == *id)?.unit),
        Named::Person => {
            let people = &mut proposal.effort.as_mut()?.by_person;
            Some(&mut people.get_mut(id.parse::<usize>().ok()?)?.name)
        }
        Named::Benefit | Named::BenefitUnit => {
            let benefit = proposal.benefits.iter_mut().find(|benefit| benefit.id == *id)?;
            Some(if *of == Named::Benefit { &mut benefit.label } else { &mut benefit.unit })
        }
        Named::Factor | Named::FactorUnit | Named::Source => {
            let factor = proposal.factors.iter_mut().find(|factor| factor.id == *id)?;
            Some(match of {
                Named::Factor => &mut factor.label,
                Named::FactorUnit => &mut factor.unit,
                _ => &mut factor.source.get_or_insert_default().text,
            })
        }
    }
}
