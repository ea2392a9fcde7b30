//! How the actions of the estimator change the state. A change that fails `check` leaves the last valid proposal and
//! figures.

use super::{Snapshot, UndoHistory};
use crate::agency;
use crate::app::desk::keep_addressee_and_dates;
use crate::app::{App, Effect, Field, Opening, Refusal, RefusedRow, Row, Screen, Target};
use crate::estimate::Estimate;
use crate::proposal::{Checked, Issue, Proposal, Value, check};
use crate::words::{Language, Words, cells};
use std::rc::Rc;

impl App {
    /// Replaces the proposal by one that may be invalid, if it passes `check`; else returns its issues.
    pub(in crate::app) fn put(&mut self, proposal: Proposal) -> Result<(), Vec<Issue>> {
        let checked = check(proposal)?;
        if checked != self.checked {
            self.compute(checked);
        }
        Ok(())
    }

    /// The same for a typed proposal: in the estimator, the other ways of doing the project are left to
    /// [`App::complete`].
    fn put_typed(&mut self, proposal: Proposal) -> Result<(), Vec<Issue>> {
        if !self.completes || self.screen != Screen::Estimator || self.is_desk() {
            return self.put(proposal);
        }
        let checked = check(proposal)?;
        if checked != self.checked {
            self.is_whole = false;
            let estimate = Rc::new(self.engine.as_proposed(&checked));
            self.set_estimate(checked, estimate);
        }
        Ok(())
    }

    /// Computes what a typed proposal has left out of its estimate: what advice adds, and the other ways of doing the
    /// project.
    pub fn complete(&mut self) {
        if !self.is_whole {
            self.is_whole = true;
            self.whole = Rc::new(self.engine.estimate(&self.checked));
            self.restate();
        }
    }

    fn compute(&mut self, checked: Checked) {
        self.is_whole = true;
        let estimate = Rc::new(self.engine.estimate(&checked));
        self.whole = Rc::clone(&estimate);
        self.set_estimate(checked, estimate);
    }

    /// Makes a checked proposal the current one, with its estimate.
    fn set_estimate(&mut self, checked: Checked, estimate: Rc<Estimate>) {
        self.estimate = estimate;
        self.checked = checked;
        if self.is_composing() {
            // At the desk, the proposal being composed is the one that will be offered.
            self.offered = Rc::new(self.proposal().clone());
            self.sent = None;
        }
        self.restate();
    }

    /// Applies a change that cannot make the proposal invalid, and records it as an undo step, together with the last
    /// one if both have the same mark.
    pub(in crate::app) fn edit(&mut self, mark: Option<Field>, change: &dyn Fn(&mut Proposal)) {
        let mut next = self.proposal().clone();
        change(&mut next);
        let before = self.snapshot();
        if next != before.proposal && self.put(next).is_ok() {
            self.history.record(before, mark);
        }
    }

    /// Stores the text and applies it to the proposal, if the whole row is then valid.
    /// Cells pasted from a table are stored in this field and the next ones of its shape, if it has as many.
    pub(in crate::app) fn typed(&mut self, field: Field, text: String) {
        let cells = cells(&text);
        match field.range(self.proposal(), cells.len()) {
            Some(fields) => fields.into_iter().zip(cells).for_each(|(field, cell)| self.keep_typed(field, cell)),
            None => self.keep_typed(field.clone(), &text),
        }
        self.apply_typed(field.row(), Some(field));
    }

    /// Applies all that is typed in a row to the proposal, or refuses the row; the change is an undo step with this
    /// mark.
    pub(in crate::app) fn apply_typed(&mut self, row: Row, mark: Option<Field>) {
        self.refused.retain(|refused| refused.row != row);
        match self.with_typed(&row) {
            Ok(next) => {
                let before = self.snapshot();
                match self.put_typed(next) {
                    Ok(()) if before.proposal != *self.proposal() => self.history.record(before, mark),
                    Ok(()) => {}
                    Err(issues) => {
                        // An issue elsewhere, such as too many characters in total, was caused by this row as well.
                        let own = issues.iter().position(|issue| row.holds(&before.proposal, &issue.path));
                        if let Some(issue) = issues.into_iter().nth(own.unwrap_or(0)) {
                            self.refused.push(RefusedRow { row, field: None, refusal: Refusal::Fault(issue.fault) });
                        }
                    }
                }
            }
            Err(refused) => self.refused.push(refused),
        }
    }

    fn keep_typed(&mut self, field: Field, text: &str) {
        match self.typed.iter_mut().find(|(own, _)| *own == field) {
            Some((_, own)) => text.clone_into(own),
            None => self.typed.push((field, text.to_owned())),
        }
    }

    /// The proposal with everything that is typed in a row.
    fn with_typed(&self, row: &Row) -> Result<Proposal, RefusedRow> {
        let mut next = self.proposal().clone();
        for (field, text) in self.typed.iter().filter(|(field, _)| field.row() == *row) {
            let refuse = |refusal| RefusedRow { row: row.clone(), field: Some(field.clone()), refusal };
            if field.is_of_desk() || field.is_text() {
                self.put_text(field, &mut next, text).map_err(refuse)?;
                continue;
            }
            let x = field
                .parse(&next, text, self.words.language())
                .map_err(|reason| refuse(Refusal::NotANumber(reason)))?;
            if field.is_whole(&next) && !(x >= 0.0 && x <= f64::from(u32::MAX) && x.fract() == 0.0) {
                return Err(refuse(Refusal::NotWhole));
            }
            field.set(&mut next, x);
        }
        Ok(next)
    }

    /// Writes the text of a label, or of a field that only the desk has.
    fn put_text(&self, field: &Field, proposal: &mut Proposal, text: &str) -> Result<(), Refusal> {
        match (field, self.chunks.desk) {
            (Field::Label { .. }, _) => field.set_label(proposal, text),
            (_, Some(desk)) => (desk.put_text)(field, proposal, text, self.words.language())?,
            (_, None) => {}
        }
        Ok(())
    }

    /// Drops the typed text of a field that lost the focus. The text of a refused row stays, to be corrected.
    pub(in crate::app) fn left(&mut self, field: &Field) {
        self.history.close();
        if self.refused(&field.row()).is_none() {
            self.typed.retain(|(own, _)| own != field);
        }
    }

    /// Drops the texts typed in a row, and its refusal.
    pub(in crate::app) fn forget(&mut self, row: &Row) {
        self.typed.retain(|(field, _)| field.row() != *row);
        self.refused.retain(|refused| refused.row != *row);
    }

    /// Resets a row to its offered values; the focus stays in it.
    pub(in crate::app) fn restored(&mut self, row: Row) -> Vec<Effect> {
        self.forget(&row);
        let offered = Rc::clone(&self.offered);
        self.edit(None, &|proposal| match &row {
            Row::Line(id) => {
                let from = offered.lines.iter().find(|line| line.id == *id);
                let to = proposal.lines.iter_mut().find(|line| line.id == *id);
                if let (Some(from), Some(to)) = (from, to) {
                    to.clone_from(from);
                }
            }
            Row::Factor(id) => {
                let from = offered.factors.iter().find(|factor| factor.id == *id);
                let to = proposal.factors.iter_mut().find(|factor| factor.id == *id);
                if let (Some(from), Some(to)) = (from, to) {
                    to.clone_from(from);
                }
            }
            Row::Benefit(_) | Row::Person(_) | Row::Item(..) | Row::Entry(_) => {}
        });
        vec![Effect::Focus(vec![Target::Row(row)])]
    }

    pub(in crate::app) fn line_included(&mut self, id: &str, included: bool) {
        self.edit(None, &|proposal| {
            if let Some(line) = proposal.lines.iter_mut().find(|line| line.id == id && line.optional) {
                line.included = included;
            }
        });
    }

    /// Chooses an alternative of a choice, or none of them.
    pub(in crate::app) fn chosen(&mut self, id: &str, alternative: Option<String>) {
        self.edit(None, &|proposal| {
            if let Some(choice) = proposal.choices.iter_mut().find(|choice| choice.id == id) {
                choice.chosen.clone_from(&alternative);
            }
        });
    }

    pub(in crate::app) fn advice_included(&mut self, id: &str, included: bool) {
        self.edit(None, &|proposal| {
            let line = proposal.lines.iter_mut().find(|line| line.id == id);
            if let Some(advice) = line.and_then(|line| line.advice.as_mut()) {
                advice.included = included;
            }
        });
    }

    /// The state that undo restores.
    pub(in crate::app) fn snapshot(&self) -> Snapshot {
        Snapshot {
            proposal: self.proposal().clone(),
            offered: Rc::clone(&self.offered),
            sent: self.sent.clone(),
            goal: self.goal.clone(),
        }
    }

    /// Undoes or redoes a change, as `step` says.
    pub(in crate::app) fn restore(&mut self, step: fn(&mut UndoHistory, Snapshot) -> Option<Snapshot>) {
        let now = self.snapshot();
        if let Some(to) = step(&mut self.history, now) {
            self.clear_typed();
            // A proposal in the history has passed `check` before.
            if let Ok(checked) = check(to.proposal) {
                self.offered = to.offered;
                self.sent = to.sent;
                self.goal = to.goal;
                self.compute(checked);
            }
        }
    }

    /// Drops all typed texts and all refusals.
    pub(in crate::app) fn clear_typed(&mut self) {
        self.typed.clear();
        self.refused.clear();
    }

    /// Makes a proposal the current and the offered one, with an empty undo history; an invalid one changes nothing.
    pub(in crate::app) fn show(&mut self, proposal: Proposal) -> Result<(), Vec<Issue>> {
        let checked = check(proposal)?;
        self.sent = None;
        // Computed even for the same proposal: the screen may show other figures, which a link carries.
        self.compute(checked);
        self.clear_typed();
        self.history = UndoHistory::default();
        self.offered = Rc::new(self.proposal().clone());
        Ok(())
    }

    /// Reads another agency's file and starts from its first goal, unless the proposal was opened from a link.
    pub(in crate::app) fn give_agency(&mut self, file: Value) {
        // Pages that render again set the same file again and again.
        if self.agency_file.as_ref() == Some(&file) {
            return;
        }
        self.agency_file = Some(file);
        self.goal = None;
        self.read_agency();
        if !matches!(self.opening, Opening::Proposal(_)) {
            self.choose_goal(None);
        }
    }

    /// Reads the agency's file in the current language.
    pub(in crate::app) fn read_agency(&mut self) {
        let Some(file) = &self.agency_file else { return };
        let (agency, faults) = agency::read_agency(file, self.words.language());
        let own = agency.texts.clone();
        self.words = Words::new(self.words.language()).with_overrides(own);
        self.agency = Some(agency);
        self.name_draft();
        self.faults_of_file = faults;
    }

    /// Starts from a goal of the agency's file, by id; `None` means the first one.
    pub(in crate::app) fn choose_goal(&mut self, goal: Option<String>) {
        let Some(agency) = &self.agency else { return };
        let goal = goal.or_else(|| agency.goals.first().map(|goal| goal.id.clone()));
        let mut first = agency.proposal(goal.as_deref(), self.today);
        let before = self.snapshot();
        if self.is_composing() && self.goal.is_some() {
            keep_addressee_and_dates(&mut first, &before.proposal);
        }
        match check(first) {
            Ok(checked) => {
                self.sent = None;
                self.compute(checked);
                self.clear_typed();
                if self.goal.is_some() {
                    self.history.record(before, None);
                }
                self.goal = goal;
                self.offered = Rc::new(self.proposal().clone());
            }
            Err(issues) => self.faults_of_file.extend(issues),
        }
    }

    /// Changes the language: the agency's texts change with it, what the user typed stays.
    pub(in crate::app) fn set_language(&mut self, language: Language) {
        if language == self.words.language() {
            return;
        }
        let before = self.agency.take();
        self.words = Words::new(language);
        self.read_agency();
        if let (Some(from), Some(to)) = (&before, &self.agency) {
            let spoken = |proposal: &Proposal| agency::relabel(proposal, from, to);
            let (offered, present) = (spoken(&self.offered), spoken(self.proposal()));
            self.offered = Rc::new(offered);
            // Only texts differ from the proposal that passed `check` before.
            let _ = self.put(present);
        }
    }
}
