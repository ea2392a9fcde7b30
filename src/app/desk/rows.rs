//! Adding, moving and removing rows. References to a removed row are removed with it.

use super::{Factor, add_person, list_item};
use crate::app::estimator::{free_id, update_totals};
use crate::app::reduce::neighbours;
use crate::app::{App, Effect, Field, Row, Target};
use crate::proposal::{Benefit, BenefitKind, Proposal, Shape};
use crate::words::Text;

/// A list that rows can be added to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Factors.
    Factors,
    /// Benefits.
    Benefits,
    /// People who worked on the proposal.
    People,
    /// Day rates.
    Rates,
    /// Taxes.
    Taxes,
    /// Payments of the schedule.
    Payments,
    /// Sections of the scope.
    Sections,
    /// Choices between alternatives.
    Choices,
    /// Registration numbers of the addressee's organisation.
    ToIds,
    /// Registration numbers of the agency.
    FromIds,
}

impl List {
    /// Its path in the proposal's JSON.
    pub fn path(self) -> &'static str {
        match self {
            List::Factors => "factors",
            List::Benefits => "benefits",
            List::People => "effort.byPerson",
            List::Rates => "rates",
            List::Taxes => "taxes",
            List::Payments => "payments",
            List::Sections => "sections",
            List::Choices => "choices",
            List::ToIds => "to.ids",
            List::FromIds => "from.ids",
        }
    }

    /// Its last row.
    fn last_row(self, proposal: &Proposal) -> Option<Row> {
        let siblings = |row: Row| row.siblings(proposal).pop();
        match self {
            List::Factors => siblings(Row::Factor(String::new())),
            List::Benefits => siblings(Row::Benefit(String::new())),
            List::People => siblings(Row::Person(0)),
            _ => self.count(proposal).checked_sub(1).map(|place| Row::Item(self, place)),
        }
    }
}

impl App {
    /// Adds a row at the end of a list, and moves the focus to it.
    pub(super) fn add_row(&mut self, list: List) -> Vec<Effect> {
        let proposal = self.proposal();
        match list {
            List::People => {
                self.edit(None, &add_person);
            }
            List::Factors => {
                let id = free_id("factor-", &|id| proposal.factors.iter().any(|factor| factor.id == id));
                let label = self.words().text(Text::NewFactor);
                self.edit(None, &|proposal| {
                    let value = Shape::Pert([0.0; 3]);
                    let (id, label) = (id.clone(), label.clone());
                    proposal.factors.push(Factor { id, label, value, ..Factor::default() });
                });
            }
            List::Benefits => {
                let id = free_id("benefit-", &|id| proposal.benefits.iter().any(|benefit| benefit.id == id));
                let label = self.words().text(Text::NewBenefit);
                let first: Vec<String> = proposal.factors.iter().take(1).map(|factor| factor.id.clone()).collect();
                // An outcome at first: what nobody has described yet must not count as money.
                self.edit(None, &|proposal| {
                    let (id, label, factors, kind) = (id.clone(), label.clone(), first.clone(), BenefitKind::Outcome);
                    proposal.benefits.push(Benefit { id, label, factors, kind, ..Benefit::default() });
                });
            }
            _ => {
                let words = self.words().clone();
                self.edit(None, &|proposal| list_item::add(proposal, list, &words));
            }
        }
        let added = list.last_row(self.proposal());
        added.map(|row| Effect::Focus(vec![Target::Row(row)])).into_iter().collect()
    }

    /// Removes a row with all that cannot exist without it, and moves the focus to a neighbour.
    pub(super) fn remove_row(&mut self, row: &Row) -> Vec<Effect> {
        let rows = row.siblings(self.proposal());
        // A row that is identified by its index: the next one takes over the index of the one removed.
        let by_index =
            |before: Option<Row>| [Some(row.clone()), before].into_iter().flatten().map(Target::Row).collect();
        let mut targets = match row {
            Row::Person(place) => by_index(place.checked_sub(1).map(Row::Person)),
            Row::Item(list, place) => by_index(place.checked_sub(1).map(|place| Row::Item(*list, place))),
            _ => neighbours(&rows, row),
        };
        targets.push(match row {
            Row::Line(_) => Target::AddLine,
            Row::Factor(_) => Target::Add(List::Factors),
            Row::Benefit(_) => Target::Add(List::Benefits),
            Row::Item(list, _) => Target::Add(*list),
            Row::Person(_) | Row::Entry(_) => Target::Add(List::People),
        });
        let before = self.proposal().clone();
        self.edit(None, &|proposal| remove(proposal, row));
        if before != *self.proposal() {
            self.forget(row);
            match row {
                Row::Person(_) => self.forget_people(),
                Row::Item(list, place) => self.renumber(*list, *place),
                _ => {}
            }
        }
        vec![Effect::Focus(targets)]
    }

    /// Moves what was typed in the rows after a removed one to their new indices.
    fn renumber(&mut self, list: List, gone: usize) {
        let move_up = |row: &mut Row| {
            if let Row::Item(own, place) = row
                && *own == list
                && *place > gone
            {
                *place -= 1;
            }
        };
        let move_field = |field: &mut Field| {
            if let Field::Cell(row, _) = field {
                move_up(row);
            }
        };
        self.typed.iter_mut().for_each(|(field, _)| move_field(field));
        for refused in &mut self.refused {
            move_up(&mut refused.row);
            refused.field.iter_mut().for_each(move_field);
        }
    }

    /// Moves a row up or down by one place. The focus stays on the button, or moves to the other one at the end of the
    /// list.
    pub(super) fn move_row(&mut self, row: Row, up: bool) -> Vec<Effect> {
        if let Row::Person(_) = row {
            self.forget_people();
        }
        self.edit(None, &|proposal| {
            let Some(place) = row.place(proposal) else { return };
            let Some(other) = (if up { place.checked_sub(1) } else { Some(place + 1) }) else { return };
            match row {
                Row::Line(_) if other < proposal.lines.len() => proposal.lines.swap(place, other),
                Row::Factor(_) if other < proposal.factors.len() => proposal.factors.swap(place, other),
                Row::Benefit(_) if other < proposal.benefits.len() => proposal.benefits.swap(place, other),
                _ => {}
            }
        });
        vec![Effect::Focus(vec![Target::Move(row.clone(), up), Target::Move(row, !up)])]
    }
}

/// Removes a row. A benefit is removed with any line that it needs, and with its last factor.
fn remove(proposal: &mut Proposal, row: &Row) {
    match row {
        Row::Line(id) => remove_line(proposal, id),
        Row::Factor(id) => remove_factor(proposal, id),
        Row::Benefit(id) => proposal.benefits.retain(|benefit| benefit.id != *id),
        Row::Person(place) => {
            let Some(effort) = &mut proposal.effort else { return };
            if *place < effort.by_person.len() {
                effort.by_person.remove(*place);
                update_totals(effort);
            }
        }
        Row::Item(list, place) => list_item::remove(proposal, *list, *place),
        Row::Entry(_) => {}
    }
}

fn remove_line(proposal: &mut Proposal, id: &String) {
    proposal.lines.retain(|line| line.id != *id);
    proposal.ask.retain(|own| own != id);
    for line in &mut proposal.lines {
        line.needs.retain(|own| own != id);
        line.percent_of.iter_mut().for_each(|percent| percent.lines.retain(|own| own != id));
    }
    proposal.benefits.retain(|benefit| !benefit.needs.contains(id));
    for factor in &mut proposal.factors {
        if factor.scales_with.as_ref().is_some_and(|scale| scale.line == *id) {
            factor.scales_with = None;
        }
        if factor.advised_by.contains(id) {
            factor.advised_by.retain(|line| line != id);
            // An empty list would mean any advice, but the advice that this factor needs is gone.
            if factor.advised_by.is_empty()
                && let Some(without) = factor.without_advice.take()
            {
                factor.value = without;
            }
        }
    }
}

fn remove_factor(proposal: &mut Proposal, id: &String) {
    proposal.factors.retain(|factor| factor.id != *id);
    proposal.ask.retain(|own| own != id);
    for line in proposal.lines.iter_mut().filter(|line| line.only_if.as_ref() == Some(id)) {
        line.only_if = None;
    }
    for benefit in &mut proposal.benefits {
        benefit.factors.retain(|factor| factor != id);
        if benefit.unit_factor.as_ref() == Some(id) {
            benefit.unit_factor = None;
        }
    }
    proposal.benefits.retain(|benefit| !benefit.factors.is_empty());
}
