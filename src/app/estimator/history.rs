//! The undo and redo steps of a state. It does not know what the state is.

/// Maximum number of undo steps.
const DEPTH: usize = 100;

/// The states to which undo and redo return. Consecutive changes with the same mark merge into one step.
#[derive(Clone, Debug)]
pub struct History<S, M> {
    past: Vec<S>,
    future: Vec<S>,
    mark: Option<M>,
}

impl<S, M> Default for History<S, M> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), mark: None }
    }
}

impl<S, M: PartialEq> History<S, M> {
    /// Records the state `before` a change, unless the last step has the same mark. Clears the redo steps.
    pub fn record(&mut self, before: S, mark: Option<M>) {
        let melts = mark.is_some() && mark == self.mark && self.future.is_empty() && !self.past.is_empty();
        if !melts {
            self.past.push(before);
            if self.past.len() > DEPTH {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.mark = mark;
    }

    /// Ends the last step: the next change does not merge into it.
    pub fn close(&mut self) {
        self.mark = None;
    }

    /// The state one step before `now`, which can then be redone; `None` if there is nothing to undo.
    pub fn undo(&mut self, now: S) -> Option<S> {
        let before = self.past.pop()?;
        self.future.push(now);
        self.mark = None;
        Some(before)
    }

    /// The state one step after `now`, which can then be undone; `None` if there is nothing to redo.
    pub fn redo(&mut self, now: S) -> Option<S> {
        let after = self.future.pop()?;
        self.past.push(now);
        self.mark = None;
        Some(after)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_with_one_mark_melt_into_one() {
        let mut history = History::default();
        history.record(1, Some('a'));
        history.record(2, Some('a'));
        history.record(3, Some('b'));
        assert_eq!(history.undo(4), Some(3));
        assert_eq!(history.undo(3), Some(1));
        assert_eq!(history.undo(1), None);
        assert_eq!(history.redo(1), Some(3));
        assert_eq!(history.redo(3), Some(4));
        assert_eq!(history.redo(4), None);
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut history = History::default();
        history.record(1, Some('a'));
        assert_eq!(history.undo(2), Some(1));
        history.record(1, Some('a'));
        assert!(history.can_undo() && !history.can_redo());
    }

    #[test]
    fn only_so_many_steps_are_kept() {
        let mut history: History<usize, ()> = History::default();
        (0..DEPTH + 5).for_each(|step| history.record(step, None));
        let back = (0..).take_while(|step| history.undo(*step).is_some()).count();
        assert_eq!(back, DEPTH);
    }
}
