//! The estimator: what is typed and chosen there, and how it changes the proposal.

mod change;
mod field;
mod history;
mod own;

pub use field::{Field, NameOf, Row, Side, parts, time_of};
pub(super) use field::{in_one_line, sum_up};
pub(super) use own::free_id;

use crate::estimate::Figures;
use crate::proposal::Proposal;
use history::History;
use std::rc::Rc;

/// The state that undo restores.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub proposal: Proposal,
    pub offered: Rc<Proposal>,
    pub sent: Option<Rc<Figures>>,
    pub goal: Option<String>,
}

/// What can be undone and redone; typing in one field is undone at once.
pub(super) type UndoHistory = History<Snapshot, Field>;
