//! The way back and forth through a proposal's changes.

use crate::proposal::Proposal;

/// How many steps back are kept.
const DEPTH: usize = 100;

/// What can be undone and redone. Steps that carry the same mark melt into one.
#[derive(Clone, Debug, Default)]
pub struct History<M> {
    past: Vec<Proposal>,
    future: Vec<Proposal>,
    mark: Option<M>,
}

impl<M: PartialEq> History<M> {
    /// Remembers `before`, unless the last step carries the same mark. Forgets what was undone.
    pub fn record(&mut self, before: &Proposal, mark: Option<M>) {
        let melts = mark.is_some() && mark == self.mark && self.future.is_empty() && !self.past.is_empty();
        if !melts {
            self.past.push(before.clone());
            if self.past.len() > DEPTH {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.mark = mark;
    }

    /// Closes the last step: the next one does not melt into it.
    pub fn close(&mut self) {
        self.mark = None;
    }

    /// One step back from `now`.
    pub fn undo(&mut self, now: &Proposal) -> Option<Proposal> {
        let before = self.past.pop()?;
        self.future.push(now.clone());
        self.mark = None;
        Some(before)
    }

    /// One step forth from `now`.
    pub fn redo(&mut self, now: &Proposal) -> Option<Proposal> {
        let after = self.future.pop()?;
        self.past.push(now.clone());
        self.mark = None;
        Some(after)
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forth.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
