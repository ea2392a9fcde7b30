//! The bounds of a proposal, in one table: whatever lies within them is computed in a frame.

/// Lines of a proposal.
pub const MAX_LINES: usize = 60;
