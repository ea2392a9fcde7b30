//! The estimator: its fields and choices, and how they change the proposal.

mod change;
mod day;
mod draft;
mod field;
mod history;
mod own;
mod row;

pub(super) use draft::Draft;
pub use field::{Field, NameOf, Side, parts, time_of};
pub(super) use field::{in_one_line, set_part, update_totals};
pub(super) use own::free_id;
pub use row::Row;

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

/// The undo and redo steps; consecutive typing in one field is one step.
pub(super) type UndoHistory = History<Snapshot, Field>;
