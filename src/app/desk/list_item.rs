//! The lists that only the desk has: their fields, and adding and removing their rows. A row is identified by its index.

use super::slot::{Shown, Slot};
use super::{Cell, List, payments};
use crate::app::estimator::free_id;
use crate::proposal::{
    Choice, ChoiceAlternative, Line, MAX_ALTERNATIVES, MAX_CHOICES, MAX_ENTRIES, MAX_LINES, MAX_RATES, MAX_TAXES,
    Party, Proposal, Rate, Registration, ScopeSection, Tax, Work,
};
use crate::words::{Text, Words};

/// The part of a proposal that a cell of a list edits; mutably borrowed if `mut` is given. `None` where the proposal
/// lacks it.
macro_rules! items {
    ($name:ident, $slot:ident, $id:ident $(, $mutable:tt)?) => {
        pub(super) fn $name<'a>(
            list: List,
            place: usize,
            cell: Cell,
            proposal: &'a $($mutable)? Proposal,
        ) -> Option<$slot<'a>> {
            match list {
                List::Rates => {
                    let rate = (& $($mutable)? proposal.rates).into_iter().nth(place)?;
                    match cell {
                        Cell::Label => Some($slot::Name(& $($mutable)? rate.label)),
                        Cell::Value => Some($slot::Money(& $($mutable)? rate.day_rate)),
                        _ => None,
                    }
                }
                List::Taxes => {
                    let tax = (& $($mutable)? proposal.taxes).into_iter().nth(place)?;
                    match cell {
                        Cell::Label => Some($slot::Name(& $($mutable)? tax.label)),
                        Cell::Value => Some($slot::Percent(& $($mutable)? tax.rate)),
                        Cell::Code => Some($slot::Name(& $($mutable)? tax.number)),
                        _ => None,
                    }
                }
                List::Payments => {
                    let payment = (& $($mutable)? proposal.payments).into_iter().nth(place)?;
                    match cell {
                        Cell::Label => Some($slot::Name(& $($mutable)? payment.label)),
                        Cell::Value => Some($slot::Percent(& $($mutable)? payment.share)),
                        Cell::Month => Some($slot::Whole(& $($mutable)? payment.month)),
                        _ => None,
                    }
                }
                List::Sections => {
                    let section = (& $($mutable)? proposal.sections).into_iter().nth(place)?;
                    (cell == Cell::Label).then_some($slot::Name(& $($mutable)? section.label))
                }
                List::Choices => {
                    let choice = (& $($mutable)? proposal.choices).into_iter().nth(place)?;
                    let Cell::Alternative(own) = cell else {
                        return Some($slot::Name(& $($mutable)? choice.label));
                    };
                    let alternative = (& $($mutable)? choice.alternatives).into_iter().nth(own)?;
                    Some($slot::Name(& $($mutable)? alternative.label))
                }
                List::ToIds => $id(& $($mutable)? proposal.to, place, cell),
                List::FromIds => $id(& $($mutable)? proposal.from, place, cell),
                List::Factors | List::Benefits | List::People => None,
            }
        }

        fn $id<'a>(party: &'a $($mutable)? Party, place: usize, cell: Cell) -> Option<$slot<'a>> {
            let id = (& $($mutable)? party.ids).into_iter().nth(place)?;
            Some($slot::Name(if cell == Cell::Label { & $($mutable)? id.label } else { & $($mutable)? id.value }))
        }
    };
}

items!(shown, Shown, id_shown);
items!(slot, Slot, id_slot, mut);

impl List {
    /// How many rows it has, and how many it may have at most.
    fn size(self, proposal: &Proposal) -> (usize, usize) {
        match self {
            List::Rates => (proposal.rates.len(), MAX_RATES),
            List::Taxes => (proposal.taxes.len(), MAX_TAXES),
            List::Payments => (proposal.payments.len(), MAX_ENTRIES),
            List::Sections => (proposal.sections.len(), MAX_LINES),
            List::Choices => (proposal.choices.len(), MAX_CHOICES),
            List::ToIds => (proposal.to.ids.len(), MAX_ENTRIES),
            List::FromIds => (proposal.from.ids.len(), MAX_ENTRIES),
            List::Factors | List::Benefits | List::People => (0, usize::MAX),
        }
    }

    /// How many rows a list that only the desk has contains.
    pub fn count(self, proposal: &Proposal) -> usize {
        self.size(proposal).0
    }

    /// Whether a list that only the desk has takes no more rows.
    pub fn is_full(self, proposal: &Proposal) -> bool {
        let (rows, most) = self.size(proposal);
        rows >= most
    }
}

/// Adds a row at the end of a list that only the desk has.
pub(super) fn add(proposal: &mut Proposal, list: List, words: &Words) {
    let named = |text| words.text(text);
    match list {
        List::Rates => {
            let id = free_id("rate-", &|id| proposal.rates.iter().any(|own| own.id == id));
            proposal.rates.push(Rate { id, label: named(Text::NewRate), ..Rate::default() });
        }
        List::Taxes => add_tax(proposal, words),
        List::Payments => payments::add(proposal),
        List::Sections => {
            let id = free_id("section-", &|id| proposal.sections.iter().any(|own| own.id == id));
            proposal.sections.push(ScopeSection { id, label: named(Text::NewSection) });
        }
        List::Choices => {
            let id = free_id("choice-", &|id| proposal.choices.iter().any(|own| own.id == id));
            proposal.choices.push(Choice { id, label: named(Text::NewChoice), ..Choice::default() });
        }
        List::ToIds => proposal.to.ids.push(Registration::default()),
        List::FromIds => proposal.from.ids.push(Registration::default()),
        List::Factors | List::Benefits | List::People => {}
    }
}

/// Adds a tax. The first one takes over the rate that had no name, so that no figure changes.
fn add_tax(proposal: &mut Proposal, words: &Words) {
    let id = free_id("tax-", &|id| proposal.taxes.iter().any(|own| own.id == id));
    let first = proposal.taxes.is_empty();
    let (label, rate) = if first { (words.text(Text::VatName), proposal.vat_rate) } else { (String::new(), 0.0) };
    proposal.taxes.push(Tax { id, label, rate, default: first, ..Tax::default() });
}

/// Removes a row of a list that only the desk has, and what refers to it. A rate in use stays.
pub(super) fn remove(proposal: &mut Proposal, list: List, place: usize) {
    match list {
        List::Rates => {
            if proposal.rates.get(place).is_some_and(|rate| lines_at(proposal, &rate.id).next().is_none()) {
                proposal.rates.remove(place);
            }
        }
        List::Taxes => {
            let Some(tax) = taken(&mut proposal.taxes, place) else { return };
            proposal.lines.iter_mut().for_each(|line| line.taxes.retain(|own| *own != tax.id));
            if proposal.taxes.is_empty() {
                proposal.vat_rate = 0.0;
            }
        }
        List::Payments => payments::remove(proposal, place),
        List::Sections => {
            let Some(section) = taken(&mut proposal.sections, place) else { return };
            let lines = proposal.lines.iter_mut().filter(|line| line.section.as_ref() == Some(&section.id));
            lines.for_each(|line| line.section = None);
        }
        List::Choices => {
            let Some(choice) = taken(&mut proposal.choices, place) else { return };
            release(&mut proposal.lines, &choice.id, None);
        }
        List::ToIds => drop(taken(&mut proposal.to.ids, place)),
        List::FromIds => drop(taken(&mut proposal.from.ids, place)),
        List::Factors | List::Benefits | List::People => {}
    }
}

/// Removes a row of a list and returns it.
fn taken<T>(rows: &mut Vec<T>, place: usize) -> Option<T> {
    (place < rows.len()).then(|| rows.remove(place))
}

/// The lines on which the role of a rate works, in their order.
pub fn lines_at<'a>(proposal: &'a Proposal, rate: &'a str) -> impl Iterator<Item = &'a Line> {
    let works = move |time: &[Work]| time.iter().any(|work| work.role == rate);
    let advice = move |line: &Line| line.advice.as_ref().is_some_and(|advice| works(&advice.time));
    proposal.lines.iter().filter(move |line| works(&line.making) || advice(line))
}

/// Takes lines out of a choice, or of one of its alternatives.
fn release(lines: &mut [Line], choice: &str, alternative: Option<&str>) {
    let is_of = |line: &&mut Line| {
        line.choice.as_deref() == Some(choice) && (alternative.is_none() || line.alternative.as_deref() == alternative)
    };
    for line in lines.iter_mut().filter(is_of) {
        (line.choice, line.alternative) = (None, None);
    }
}

/// Adds an alternative to a choice. A required choice without any takes it.
pub(super) fn add_alternative(choice: &mut Choice, words: &Words) {
    if choice.alternatives.len() < MAX_ALTERNATIVES {
        let id = free_id("alternative-", &|id| choice.alternatives.iter().any(|own| own.id == id));
        let number = words.number((choice.alternatives.len() + 1) as f64, 0);
        let label = words.fill(Text::NewAlternative, &[("n", &number)]);
        choice.alternatives.push(ChoiceAlternative { id, label });
    }
}

/// Removes an alternative of a choice; if it was the chosen one, a required choice takes the first that is left.
pub(super) fn remove_alternative(proposal: &mut Proposal, place: usize, alternative: usize) {
    let Some(choice) = proposal.choices.get_mut(place) else { return };
    let Some(gone) = taken(&mut choice.alternatives, alternative) else { return };
    if choice.chosen.as_ref() == Some(&gone.id) {
        let first = choice.alternatives.first().filter(|_| choice.required);
        choice.chosen = first.map(|first| first.id.clone());
        choice.required &= choice.chosen.is_some();
    }
    release(&mut proposal.lines, &choice.id, Some(&gone.id));
}
