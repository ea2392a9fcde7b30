//! The way back and forth through a state's changes. It does not know what the state is.

/// How many steps back are kept.
const DEPTH: usize = 100;

/// What can be undone and redone. UndoHistory that carry the same mark melt into one.
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
    /// Remembers `before`, unless the last step carries the same mark. Forgets what was undone.
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

    /// Closes the last step: the next one does not melt into it.
    pub fn close(&mut self) {
        self.mark = None;
    }

    /// One step back from `now`.
    pub fn undo(&mut self, now: S) -> Option<S> {
        let before = self.past.pop()?;
        self.future.push(now);
        self.mark = None;
        Some(before)
    }

    /// One step forth from `now`.
    pub fn redo(&mut self, now: S) -> Option<S> {
        let after = self.future.pop()?;
        self.past.push(now);
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
