//! The sender's desk: a consultant composes briefs and follows up those that were sent.
//!
//! Nothing is locked here. The proposal being composed is the offered one, so that nothing differs from it.

mod cell;
mod choice;
mod entry;
mod hand_over;
mod list;
mod list_item;
mod payments;
mod rows;
mod shapes;
mod slot;

pub use cell::Cell;
pub use choice::{DiscountKind, RowChoice, WorkChoice};
pub use entry::Entry;
pub(super) use list::SentList;
pub use list_item::lines_at;
pub use rows::List;
pub use shapes::ShapeKind;

use super::estimator::{Snapshot, UndoHistory, update_totals};
use super::reply::{Channel, Stage};
use super::{App, Effect, Field, Opening, Refusal, RefusedRow, Row, Screen};
use crate::proposal::{Effort, Factor, InHouse, Issue, Lock, PersonHours, Proposal, Value, check, read, unknown_keys};
use crate::words::Language;
use std::rc::Rc;

/// The entry points of the desk's chunk.
pub struct Door {
    pub(super) reduce: fn(&mut App, DeskAction) -> Vec<Effect>,
    pub(super) list_changes: fn(&mut App, bool) -> Vec<Effect>,
    pub(super) file_opened: fn(&mut App, &str),
    pub(super) text: fn(&Field, &Proposal, Language) -> Option<String>,
    pub(super) put_text: fn(&Field, &mut Proposal, &str, Language) -> Result<(), Refusal>,
    /// Merges two records of the list of sent briefs, the stored one first.
    pub merge_rows: fn(&Value, &Value) -> Value,
}

/// The entry points of this chunk.
pub static DOOR: Door = Door {
    reduce: App::reduce_desk,
    list_changes: App::list_changes,
    file_opened: App::file_opened,
    text: entry::text,
    put_text: entry::put_text,
    merge_rows: crate::outbox::merge_rows,
};

/// Actions at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAction {
    /// A row is added to a list.
    AddRow(List),
    /// A row is removed, with all that cannot exist without it.
    RemoveRow(Row),
    /// A row moves up by one place (`true`), or down.
    MoveRow(Row, bool),
    /// An option of a row was chosen.
    Choose(Row, RowChoice),
    /// A group of fields is locked for the prospect (`true`), or unlocked.
    Lock(Lock, bool),
    /// Whether the brief says how long it took to prepare.
    ShowEffort(bool),
    /// Whether the proposal compares with doing it in-house.
    CompareInHouse(bool),
    /// Whether it is an offer to be signed.
    Bind(bool),
    /// The user is asked for a file: a proposal to start from, or a list to import.
    ChooseFile(FileUse),
    /// A file was read: its JSON, or `None` if it holds none.
    FileRead(Option<Value>),
    /// The brief is sent by this channel.
    Send(Channel),
    /// The result of sending it.
    Delivered(Channel, Stage),
    /// Text was typed into the field for a reply.
    PasteReply(String),
    /// The pasted reply is filed.
    FileReply,
    /// A reminder of the brief with this id is prepared; `None` closes it.
    Remind(Option<String>),
    /// The reply to the brief with this id is opened.
    ShowReply(String),
    /// Of the replies to the brief with this id, the one at this index is to count.
    CountReply(String, usize),
    /// The desk starts from the brief with this id.
    StartFrom(String),
    /// The brief with this id is removed from the list.
    Forget(String),
    /// The browser has stored these rows of the list.
    ListFound(Value),
    /// The browser failed to read or store the list.
    ListLost,
    /// The browser has stored these rows, together with what another tab had stored of them.
    RowsKept(Value),
    /// Another tab has changed the stored list.
    ListChanged,
    /// The list, or a reminder of one of its briefs, is copied or saved.
    Take(ListForm),
}

/// What a file is asked for; it may turn out to be the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileUse {
    /// A proposal to start from.
    #[default]
    Start,
    /// A list of sent briefs to take over.
    List,
}

/// What can be copied or saved from the list of sent briefs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListForm {
    /// A table for a spreadsheet, saved.
    Table,
    /// JSON that can be imported again, saved.
    Json,
    /// The day to follow up the brief with this id, saved as a calendar file.
    Calendar(String),
    /// The reminder letter, copied.
    Letter,
}

/// What the desk keeps beside the proposal.
#[derive(Default)]
pub(in crate::app) struct Composing {
    /// Whether the widget is a sender's desk.
    on: bool,
    /// The proposal being composed while a reply is shown, with its undo history.
    aside: Option<(Snapshot, UndoHistory)>,
    /// The effort while the brief does not show it.
    effort: Option<Effort>,
    /// Doing it in-house while the proposal does not compare with it.
    in_house: Option<InHouse>,
    /// Issues of the file or proposal to start from; `None` if there is nothing to report.
    faults: Option<Vec<Issue>>,
    /// Where that file was asked for.
    file_use: FileUse,
}

impl Composing {
    /// The initial state; `on` for a sender's desk.
    pub fn new(on: bool) -> Self {
        Self { on, ..Self::default() }
    }
}

impl App {
    /// Whether a brief is being composed: the widget is a sender's desk and shows no reply.
    pub fn is_composing(&self) -> bool {
        self.composing.on && self.composing.aside.is_none()
    }

    /// Whether the widget is a sender's desk, whatever it shows.
    pub fn is_desk(&self) -> bool {
        self.composing.on
    }

    /// The issues of the file that was asked for here; an empty list if it is neither JSON nor a list. `None` if there are
    /// none, or the file was asked for elsewhere.
    pub fn faults_of_file_for(&self, file_use: FileUse) -> Option<&[Issue]> {
        self.composing.faults.as_deref().filter(|_| self.composing.file_use == file_use)
    }

    /// Applies an action at the desk.
    fn reduce_desk(&mut self, action: DeskAction) -> Vec<Effect> {
        match action {
            DeskAction::AddRow(list) => return self.add_row(list),
            DeskAction::RemoveRow(row) => return self.remove_row(&row),
            DeskAction::MoveRow(row, up) => return self.move_row(row, up),
            DeskAction::Choose(row, choice) => self.choose(&row, &choice),
            DeskAction::Lock(lock, closed) => self.lock(lock, closed),
            DeskAction::ShowEffort(said) => self.show_effort(said),
            DeskAction::CompareInHouse(on) => self.compare_in_house(on),
            DeskAction::Bind(binding) => self.edit(None, &|proposal| proposal.binding = binding),
            DeskAction::ChooseFile(file_use) => {
                self.composing.file_use = file_use;
                return vec![Effect::ChooseFile];
            }
            DeskAction::FileRead(file) => self.read_file(file.as_ref()),
            DeskAction::Send(via) => return self.send_brief(via),
            DeskAction::Delivered(via, stage) => return self.file_sent(via, stage),
            DeskAction::PasteReply(text) => self.paste_reply(text),
            DeskAction::FileReply => self.file_reply(),
            DeskAction::Remind(id) => return self.prepare_reminder(id),
            DeskAction::ShowReply(id) => self.show_reply(&id),
            DeskAction::CountReply(id, place) => self.count_reply(&id, place),
            DeskAction::StartFrom(id) => self.start_from_sent(&id),
            DeskAction::Forget(id) => self.forget_brief(&id),
            DeskAction::ListFound(rows) => self.find_list(&rows),
            DeskAction::ListLost => self.lose_list(),
            DeskAction::RowsKept(rows) => self.rows_kept(&rows),
            DeskAction::ListChanged => return vec![Effect::ReadList],
            DeskAction::Take(form) => return self.take_list(&form).into_iter().collect(),
        }
        Vec::new()
    }

    /// Switches between the sender's desk and the estimator for prospects.
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

    /// Starts from another proposal; undo returns to the one before.
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

    /// Starts from the JSON of a file, or imports the list in it; `None` if the file holds no JSON.
    pub(in crate::app) fn read_file(&mut self, file: Option<&Value>) {
        let Some(file) = file else {
            self.composing.faults = Some(Vec::new());
            return;
        };
        if let Some(issues) = self.import_list(file) {
            return self.set_start_issues(issues);
        }
        if let Value::Text(_) = file {
            self.composing.faults = Some(Vec::new());
            return;
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
        self.set_start_issues(issues);
    }

    /// Sets the issues of what was started from, unknown keys included, to be shown at the desk.
    pub(in crate::app) fn set_start_issues(&mut self, issues: Vec<Issue>) {
        self.composing.faults = (!issues.is_empty()).then_some(issues);
    }

    /// Puts the proposal being composed aside while a reply is shown.
    pub(in crate::app) fn put_aside(&mut self) {
        if self.is_composing() {
            let steps = std::mem::take(&mut self.history);
            self.composing.aside = Some((self.snapshot(), steps));
        }
    }

    /// Returns to the proposal that was being composed.
    pub(in crate::app) fn back_to_desk(&mut self) {
        if let Some((before, steps)) = self.composing.aside.take() {
            let goal = before.goal.clone();
            // It has passed `check` before.
            let _ = self.show(before.proposal);
            self.goal = goal;
            self.history = steps;
            self.opening = Opening::None;
        }
    }

    /// Locks or unlocks a group of fields for the prospect.
    pub(in crate::app) fn lock(&mut self, lock: Lock, closed: bool) {
        self.edit(None, &|proposal| {
            proposal.locks.retain(|own| *own != lock);
            if closed {
                proposal.locks.push(lock);
            }
        });
    }

    /// Shows the effort in the brief, or removes it and keeps it aside.
    pub(in crate::app) fn show_effort(&mut self, said: bool) {
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

    /// Compares with doing it in-house, or removes that and keeps it aside.
    fn compare_in_house(&mut self, on: bool) {
        let present = self.proposal().in_house.clone();
        if on && present.is_none() {
            let kept = self.composing.in_house.take().unwrap_or_default();
            self.edit(None, &|proposal| proposal.in_house = Some(kept.clone()));
        } else if !on && present.is_some() {
            self.composing.in_house = present;
            let is_of = |row: &Row| matches!(row, Row::Entry(entry) if entry.path().starts_with(Entry::InHouse.path()));
            self.typed.retain(|(field, _)| !is_of(&field.row()));
            self.refused.retain(|refused| !is_of(&refused.row));
            self.edit(None, &|proposal| proposal.in_house = None);
        }
    }

    /// Applies a choice; if the proposal then fails `check`, the row is refused. What was typed in the row stays, unless
    /// the choice has outdated it, and is applied again.
    pub(in crate::app) fn choose(&mut self, row: &Row, choice: &RowChoice) {
        self.typed.retain(|(field, _)| field.row() != *row || !choice.outdates(field));
        self.refused.retain(|refused| refused.row != *row);
        let mut next = self.proposal().clone();
        choice::choose(&mut next, row, choice, &self.words);
        let before = self.snapshot();
        match self.put(next) {
            Ok(()) if before.proposal != *self.proposal() => self.history.record(before, None),
            Ok(()) => {}
            Err(issues) => {
                self.refused.extend(issues.into_iter().take(1).map(|issue| RefusedRow {
                    row: row.clone(),
                    field: None,
                    refusal: Refusal::Fault(issue.fault),
                }));
                return;
            }
        }
        if self.typed.iter().any(|(field, _)| field.row() == *row) {
            self.apply_typed(row.clone(), None);
        }
    }

    fn forget_people(&mut self) {
        self.typed.retain(|(field, _)| !matches!(field.row(), Row::Person(_)));
        self.refused.retain(|refused| !matches!(refused.row, Row::Person(_)));
    }

    /// Sets the name under which drafts are stored: those of the desk are separate from those of the agency's public
    /// page.
    pub(in crate::app) fn name_draft(&mut self) {
        if let Some(agency) = &self.agency {
            self.draft.name = if self.composing.on { ["desk ", &agency.name].concat() } else { agency.name.clone() };
        }
    }
}

/// Keeps the addressee, the message, the dates, the effort and the locks when another goal is chosen.
pub(in crate::app) fn keep_addressee_and_dates(next: &mut Proposal, before: &Proposal) {
    next.to.clone_from(&before.to);
    next.message.clone_from(&before.message);
    next.dates = before.dates;
    next.effort.clone_from(&before.effort);
    next.locks.clone_from(&before.locks);
}

/// Adds a person; the first one takes over the hours that were stated without names.
fn add_person(proposal: &mut Proposal) {
    let effort = proposal.effort.get_or_insert_default();
    let hours = if effort.by_person.is_empty() { effort.hours } else { 0.0 };
    effort.by_person.push(PersonHours { name: String::new(), hours });
    update_totals(effort);
}

#[cfg(test)]
mod tabs;
#[cfg(test)]
mod tests;
