//! Adding, moving and removing rows, and choosing their options. References to a removed row are removed with it.

use super::{Factor, RowChoice, add_person, shapes};
use crate::app::estimator::{free_id, update_totals};
use crate::app::reduce::neighbours;
use crate::app::{App, Effect, Row, Target};
use crate::proposal::{Advice, Benefit, BenefitKind, Proposal, Shape, Work};
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
}

impl List {
    /// Its rows, in order.
    fn rows(self, proposal: &Proposal) -> Vec<Row> {
        match self {
            List::Factors => Row::Factor(String::new()),
            List::Benefits => Row::Benefit(String::new()),
            List::People => Row::Person(0),
        }
        .siblings(proposal)
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
        }
        let added = list.rows(self.proposal()).pop();
        added.map(|row| Effect::Focus(vec![Target::Row(row)])).into_iter().collect()
    }

    /// Removes a row with all that cannot exist without it, and moves the focus to a neighbour.
    pub(super) fn remove_row(&mut self, row: &Row) -> Vec<Effect> {
        let rows = row.siblings(self.proposal());
        let mut targets = match row {
            // People are identified by index: the next one takes over the index of the one removed.
            Row::Person(place) => [Some(row.clone()), place.checked_sub(1).map(Row::Person)]
                .into_iter()
                .flatten()
                .map(Target::Row)
                .collect(),
            _ => neighbours(&rows, row),
        };
        targets.push(match row {
            Row::Line(_) => Target::AddLine,
            Row::Factor(_) => Target::Add(List::Factors),
            Row::Benefit(_) => Target::Add(List::Benefits),
            Row::Person(_) | Row::Entry(_) => Target::Add(List::People),
        });
        self.forget(row);
        if let Row::Person(_) = row {
            self.forget_people();
        }
        self.edit(None, &|proposal| remove(proposal, row));
        vec![Effect::Focus(targets)]
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
        Row::Line(id) => {
            proposal.lines.retain(|line| line.id != *id);
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
        Row::Factor(id) => {
            proposal.factors.retain(|factor| factor.id != *id);
            for benefit in &mut proposal.benefits {
                benefit.factors.retain(|factor| factor != id);
                if benefit.unit_factor.as_ref() == Some(id) {
                    benefit.unit_factor = None;
                }
            }
            proposal.benefits.retain(|benefit| !benefit.factors.is_empty());
        }
        Row::Benefit(id) => proposal.benefits.retain(|benefit| benefit.id != *id),
        Row::Person(place) => {
            let Some(effort) = &mut proposal.effort else { return };
            if *place < effort.by_person.len() {
                effort.by_person.remove(*place);
                update_totals(effort);
            }
        }
        Row::Entry(_) => {}
    }
}

/// Applies a choice to a row.
pub(super) fn choose(proposal: &mut Proposal, row: &Row, choice: &RowChoice) {
    let Some(place) = row.place(proposal) else { return };
    match row {
        Row::Line(_) => {
            let role = proposal.rates.first().map(|rate| rate.id.clone());
            let line = &mut proposal.lines[place];
            match (choice, role) {
                (RowChoice::Optional(on), _) => {
                    line.optional = *on;
                    line.included |= !on;
                }
                (RowChoice::Advised(false), _) => line.advice = None,
                (RowChoice::Advised(true), Some(role)) => {
                    let time = vec![Work { role, hours: Some(Shape::Fixed(0.0)), ..Work::default() }];
                    line.advice.get_or_insert(Advice { time, ..Advice::default() });
                }
                _ => {}
            }
        }
        Row::Factor(_) => {
            let factor = &mut proposal.factors[place];
            match choice {
                RowChoice::Holder(holder) => factor.holder = *holder,
                RowChoice::Source(kind) => factor.source.get_or_insert_default().kind = *kind,
                RowChoice::Shape(kind) => factor.value = shapes::turn(&factor.value, *kind),
                _ => {}
            }
        }
        Row::Benefit(_) => {
            let benefit = &mut proposal.benefits[place];
            match choice {
                RowChoice::Counted(kind) => benefit.kind = *kind,
                RowChoice::Repeats(repeats) => benefit.timing.repeats = *repeats,
                RowChoice::Needs(line, on) => list(&mut benefit.needs, line, *on),
                RowChoice::Multiplies(factor, on) => {
                    list(&mut benefit.factors, factor, *on);
                    benefit.unit_factor = benefit.unit_factor.take().filter(|unit| benefit.factors.contains(unit));
                }
                _ => {}
            }
        }
        Row::Person(_) | Row::Entry(_) => {}
    }
}

/// Adds an id to a list, or removes it.
fn list(ids: &mut Vec<String>, id: &str, on: bool) {
    ids.retain(|own| own != id);
    if on {
        ids.push(id.to_owned());
    }
}
