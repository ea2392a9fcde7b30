//! Composing: the consultant prepares what a prospect will open. Everything is open to them.
//!
//! What is composed is what is offered: there is nothing to differ from. Nothing is sent here.

mod rows;
mod shapes;

pub use rows::List;
pub use shapes::Kind;

use super::field::sum_up;
use super::{Action, App, Opening, Refusal, Refused, Row, Screen, Snapshot, Steps};
use crate::proposal::{
    BenefitKind, Effort, Factor, Holder, Issue, Lock, PersonHours, Proposal, Repeats, SourceKind, Value, check, read,
    unknown_keys,
};
use std::rc::Rc;

/// What can be chosen, rather than typed, of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Whether the client may leave a line out.
    Optional(bool),
    /// Whether a line has advice in it.
    Advised(bool),
    /// Who holds a factor.
    Holder(Holder),
    /// Where a factor's numbers come from.
    Source(SourceKind),
    /// How a factor is spread.
    Kind(Kind),
    /// Whether a benefit is money or counted.
    Counted(BenefitKind),
    /// Once or every month.
    Repeats(Repeats),
    /// Whether a benefit multiplies this factor.
    Multiplies(String, bool),
    /// Whether a benefit needs this line.
    Needs(String, bool),
}

/// What composing keeps beside the proposal.
#[derive(Default)]
pub(super) struct Composing {
    /// Whether somebody composes here at all.
    on: bool,
    /// What was being composed when a reply was opened, and the way back through it.
    aside: Option<(Snapshot, Steps)>,
    /// The effort while the brief does not say it.
    effort: Option<Effort>,
    /// What is wrong with the file that was to be started from.
    faults: Option<Vec<Issue>>,
}

impl Composing {
    /// A desk, or none.
    pub fn new(on: bool) -> Self {
        Self { on, ..Self::default() }
    }
}

impl App {
    /// Whether somebody composes here, and looks at no reply.
    pub fn is_composing(&self) -> bool {
        self.composing.on && self.composing.aside.is_none()
    }

    /// Whether this is the sender's desk, whatever it shows.
    pub fn is_desk(&self) -> bool {
        self.composing.on
    }

    /// What is wrong with the file that was to be started from; empty where it is no JSON at all.
    pub fn faults_of_start(&self) -> Option<&[Issue]> {
        self.composing.faults.as_deref()
    }

    /// Does what a consultant does at the desk.
    #[inline(never)]
    pub(super) fn reduce_desk(&mut self, action: Action) {
        match action {
            Action::RowAdded(list) => self.add_row(list),
            Action::RowRemoved(row) => self.remove_row(&row),
            Action::RowMoved(row, up) => self.move_row(&row, up),
            Action::Chosen(row, choice) => self.choose(&row, &choice),
            Action::Locked(lock, closed) => self.lock(lock, closed),
            Action::EffortSaid(said) => self.say_effort(said),
            Action::FileRead(file) => self.read_file(file.as_ref()),
            Action::BriefLeft(via, stage) => self.send_brief(via, stage),
            Action::ReplyPasted(text) => self.paste_reply(text),
            Action::ReplyFiled => self.file_reply(),
            Action::Chased(id) => self.chase(id),
            Action::ReplyShown(id) => self.show_reply(&id),
            Action::BriefResumed(id) => self.resume(&id),
            Action::BriefForgotten(id) => self.forget_brief(&id),
            Action::ListFound(rows) => self.find_list(&rows),
            Action::ListLost => self.lose_list(),
            _ => {}
        }
    }

    /// Serves a consultant, or a prospect.
    pub(super) fn compose(&mut self, on: bool) {
        if on != self.composing.on {
            self.back_to_desk();
            self.composing.on = on;
            self.screen = Screen::Estimator;
            if on {
                self.opening = Opening::None;
                self.offered = Rc::new(self.proposal().clone());
                self.sent = None;
            }
            self.name_draft();
        }
    }

    /// Starts from another proposal; what was there is one step back.
    pub(super) fn start_from(&mut self, proposal: Proposal) -> Result<(), Vec<Issue>> {
        let (before, mut steps) = (self.snapshot(), std::mem::take(&mut self.history));
        let shown = self.show(proposal);
        if shown.is_ok() && before.proposal != *self.proposal() {
            steps.record(before, None);
        }
        self.history = steps;
        self.composing.faults = None;
        self.screen = Screen::Estimator;
        shown
    }

    /// Starts from the JSON of a file; `None` where the file holds none.
    pub(super) fn read_file(&mut self, file: Option<&Value>) {
        let Some(file) = file else {
            self.composing.faults = Some(Vec::new());
            return;
        };
        if let Some(issues) = self.import_list(file) {
            return self.tell_of_start(issues);
        }
        let (proposal, mut issues) = read(file);
        match check(proposal) {
            Err(more) if issues.is_empty() => issues = more,
            Ok(checked) if issues.is_empty() => {
                issues = self.start_from(checked.proposal().clone()).err().unwrap_or_default()
            }
            _ => {}
        }
        issues.extend(unknown_keys(file));
        self.tell_of_start(issues);
    }

    /// Tells what is wrong with what was started from, or left out of it.
    pub(super) fn tell_of_start(&mut self, issues: Vec<Issue>) {
        self.composing.faults = (!issues.is_empty()).then_some(issues);
    }

    /// Puts what is being composed aside while a reply is looked at.
    pub(super) fn put_aside(&mut self) {
        if self.is_composing() {
            let steps = std::mem::take(&mut self.history);
            self.composing.aside = Some((self.snapshot(), steps));
        }
    }

    /// Goes on with what was being composed.
    pub(super) fn back_to_desk(&mut self) {
        if let Some((before, steps)) = self.composing.aside.take() {
            let goal = before.goal.clone();
            // It was computed before, so it can be again.
            let _ = self.show(before.proposal);
            self.goal = goal;
            self.history = steps;
            self.opening = Opening::None;
        }
    }

    /// Opens or closes a group of fields to the prospect.
    pub(super) fn lock(&mut self, lock: Lock, closed: bool) {
        self.edit(None, &|proposal| {
            proposal.locks.retain(|own| *own != lock);
            if closed {
                proposal.locks.push(lock);
            }
        });
    }

    /// Says in the brief what it took to prepare, or keeps it aside.
    pub(super) fn say_effort(&mut self, said: bool) {
        let present = self.proposal().effort.clone();
        if said && present.is_none() {
            let kept = self.composing.effort.take().unwrap_or_default();
            self.edit(None, &|proposal| proposal.effort = Some(kept.clone()));
        } else if !said && present.is_some() {
            self.composing.effort = present;
            self.forget_people();
            self.edit(None, &|proposal| proposal.effort = None);
        }
    }

    /// Makes a choice; where it cannot be computed, the row says why.
    pub(super) fn choose(&mut self, row: &Row, choice: &Choice) {
        // A shape of another kind has other numbers.
        if let Choice::Kind(_) = choice {
            self.forget(row);
        }
        self.refused.retain(|refused| refused.row != *row);
        let mut next = self.proposal().clone();
        rows::choose(&mut next, row, choice);
        let before = self.snapshot();
        match self.put(next) {
            Ok(()) if before.proposal != *self.proposal() => self.history.record(before, None),
            Ok(()) => {}
            Err(issues) => self.refused.extend(issues.into_iter().take(1).map(|issue| Refused {
                row: row.clone(),
                field: None,
                refusal: Refusal::Fault(issue.fault),
            })),
        }
    }

    fn forget_people(&mut self) {
        self.typed.retain(|(field, _)| !matches!(field.row(), Row::Person(_)));
        self.refused.retain(|refused| !matches!(refused.row, Row::Person(_)));
    }

    /// Drafts of the desk are not those of the agency's public page.
    pub(super) fn name_draft(&mut self) {
        if let Some(agency) = &self.agency {
            self.draft.name = if self.composing.on { ["desk ", &agency.name].concat() } else { agency.name.clone() };
        }
    }
}

/// Another goal is proposed to the same person, by the same day.
pub(super) fn keep_letter(next: &mut Proposal, before: &Proposal) {
    next.to.clone_from(&before.to);
    next.message.clone_from(&before.message);
    next.dates = before.dates;
    next.effort.clone_from(&before.effort);
    next.locks.clone_from(&before.locks);
}

/// A further person; the first one takes over the hours that nobody was named for.
fn add_person(proposal: &mut Proposal) {
    let effort = proposal.effort.get_or_insert_default();
    let hours = if effort.by_person.is_empty() { effort.hours } else { 0.0 };
    effort.by_person.push(PersonHours { name: String::new(), hours });
    sum_up(effort);
}

#[cfg(test)]
mod tests;
