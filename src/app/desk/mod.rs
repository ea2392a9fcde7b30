//! The sender's desk: the consultant composes what a prospect will open, and follows what was sent.
//!
//! Everything is open to them. What is composed is what is offered: there is nothing to differ from.

mod entry;
mod handing;
mod list;
mod rows;
mod shapes;

pub use entry::Entry;
pub(super) use list::Sending;

pub use rows::List;
pub use shapes::ShapeKind;

use super::estimator::{Snapshot, UndoHistory, sum_up};
use super::reply::{Stage, Via};
use super::{App, Effect, Field, Opening, Refusal, RefusedRow, Row, Screen};
use crate::proposal::{
    BenefitKind, Effort, Factor, Fault, Holder, Issue, Lock, PersonHours, Proposal, Repeats, SourceKind, Value, check,
    read, unknown_keys,
};
use std::rc::Rc;

/// The functions through which the chunk of the desk is entered.
pub struct Door {
    pub(super) reduce: fn(&mut App, DeskAction) -> Vec<Effect>,
    pub(super) list_changes: fn(&mut App, bool) -> Vec<Effect>,
    pub(super) file_opened: fn(&mut App, &str),
    pub(super) text: fn(&Field, &Proposal) -> Option<String>,
    pub(super) put_text: fn(&Field, &mut Proposal, &str) -> Result<(), Fault>,
}

/// The door of this chunk.
pub static DOOR: Door = Door {
    reduce: App::reduce_desk,
    list_changes: App::list_changes,
    file_opened: App::file_opened,
    text: entry::text,
    put_text: entry::put_text,
};

/// What can be done at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAction {
    /// A row is added to a list.
    AddRow(List),
    /// A row goes, with all that cannot be without it.
    RemoveRow(Row),
    /// A row goes up by one place (`true`), or down.
    MoveRow(Row, bool),
    /// Something was chosen in a row.
    Choose(Row, RowChoice),
    /// A group of fields is closed to the prospect, or opened.
    Lock(Lock, bool),
    /// Whether the brief says what it took to prepare.
    SayEffort(bool),
    /// A file is asked for, to start from or to read the list of.
    ChooseFile,
    /// A file was read: its JSON, where it holds some.
    FileRead(Option<Value>),
    /// The brief is sent in this way.
    Send(Via),
    /// What came of sending it.
    Delivered(Via, Stage),
    /// Something was typed where a reply is pasted.
    PasteReply(String),
    /// The reply that was pasted is filed.
    FileReply,
    /// A word to remind the prospect of the brief with this id is prepared, or no more.
    Remind(Option<String>),
    /// The reply to the brief with this id is opened.
    ShowReply(String),
    /// The brief with this id is where to start from.
    StartFrom(String),
    /// The brief with this id leaves the list.
    Forget(String),
    /// The browser has these rows of the list.
    ListFound(Value),
    /// The browser cannot keep the list.
    ListLost,
    /// The list, or a reminder of a brief of it, is copied or saved.
    Take(ListForm),
}

/// What can be taken along of the list of what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListForm {
    /// A table for a spreadsheet, saved.
    Table,
    /// JSON, which can be read again, saved.
    Json,
    /// When to come back to the brief with this id, saved for a calendar.
    Calendar(String),
    /// The letter that reminds a prospect, copied.
    Letter,
}

/// What can be chosen, rather than typed, of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowChoice {
    /// Whether the client may leave a line out.
    Optional(bool),
    /// Whether a line has advice in it.
    Advised(bool),
    /// Who holds a factor.
    Holder(Holder),
    /// Where a factor's numbers come from.
    Source(SourceKind),
    /// How a factor is spread.
    Shape(ShapeKind),
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
pub(in crate::app) struct Composing {
    /// Whether somebody composes here at all.
    on: bool,
    /// What was being composed when a reply was opened, and the way back through it.
    aside: Option<(Snapshot, UndoHistory)>,
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
    fn reduce_desk(&mut self, action: DeskAction) -> Vec<Effect> {
        match action {
            DeskAction::AddRow(list) => return self.add_row(list),
            DeskAction::RemoveRow(row) => return self.remove_row(&row),
            DeskAction::MoveRow(row, up) => return self.move_row(row, up),
            DeskAction::Choose(row, choice) => self.choose(&row, &choice),
            DeskAction::Lock(lock, closed) => self.lock(lock, closed),
            DeskAction::SayEffort(said) => self.say_effort(said),
            DeskAction::ChooseFile => return vec![Effect::ChooseFile],
            DeskAction::FileRead(file) => self.read_file(file.as_ref()),
            DeskAction::Send(via) => return self.send_brief(via),
            DeskAction::Delivered(via, stage) => return self.file_sent(via, stage),
            DeskAction::PasteReply(text) => self.paste_reply(text),
            DeskAction::FileReply => self.file_reply(),
            DeskAction::Remind(id) => return self.chase(id),
            DeskAction::ShowReply(id) => self.show_reply(&id),
            DeskAction::StartFrom(id) => self.start_from_sent(&id),
            DeskAction::Forget(id) => self.forget_brief(&id),
            DeskAction::ListFound(rows) => self.find_list(&rows),
            DeskAction::ListLost => self.lose_list(),
            DeskAction::Take(form) => return self.take_list(&form).into_iter().collect(),
        }
        Vec::new()
    }

    /// Serves a consultant, or a prospect.
    pub(in crate::app) fn compose(&mut self, on: bool) {
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
    pub(in crate::app) fn start_from(&mut self, proposal: Proposal) -> Result<(), Vec<Issue>> {
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
    pub(in crate::app) fn read_file(&mut self, file: Option<&Value>) {
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
    pub(in crate::app) fn tell_of_start(&mut self, issues: Vec<Issue>) {
        self.composing.faults = (!issues.is_empty()).then_some(issues);
    }

    /// Puts what is being composed aside while a reply is looked at.
    pub(in crate::app) fn put_aside(&mut self) {
        if self.is_composing() {
            let steps = std::mem::take(&mut self.history);
            self.composing.aside = Some((self.snapshot(), steps));
        }
    }

    /// Goes on with what was being composed.
    pub(in crate::app) fn back_to_desk(&mut self) {
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
    pub(in crate::app) fn lock(&mut self, lock: Lock, closed: bool) {
        self.edit(None, &|proposal| {
            proposal.locks.retain(|own| *own != lock);
            if closed {
                proposal.locks.push(lock);
            }
        });
    }

    /// Says in the brief what it took to prepare, or keeps it aside.
    pub(in crate::app) fn say_effort(&mut self, said: bool) {
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
    pub(in crate::app) fn choose(&mut self, row: &Row, choice: &RowChoice) {
        // A shape of another kind has other numbers.
        if let RowChoice::Shape(_) = choice {
            self.forget(row);
        }
        self.refused.retain(|refused| refused.row != *row);
        let mut next = self.proposal().clone();
        rows::choose(&mut next, row, choice);
        let before = self.snapshot();
        match self.put(next) {
            Ok(()) if before.proposal != *self.proposal() => self.history.record(before, None),
            Ok(()) => {}
            Err(issues) => self.refused.extend(issues.into_iter().take(1).map(|issue| RefusedRow {
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
    pub(in crate::app) fn name_draft(&mut self) {
        if let Some(agency) = &self.agency {
            self.draft.name = if self.composing.on { ["desk ", &agency.name].concat() } else { agency.name.clone() };
        }
    }
}

/// Another goal is proposed to the same person, by the same day.
pub(in crate::app) fn keep_letter(next: &mut Proposal, before: &Proposal) {
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
