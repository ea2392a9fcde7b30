//! Reads a reply that a page hands in. It must not know how it is sealed.

use crate::link::digest;
use crate::proposal::{Issue, Proposal, Reply, Value, read_into};

/// A reply to a proposal, or everything that is wrong with it; without a digest it answers the proposal as it stands.
pub fn read_reply(value: &Value, proposal: &Proposal) -> Result<Reply, Vec<Issue>> {
    let (mut reply, mut issues) = read_into::<Reply>(value, "reply");
    issues.extend(reply.check());
    if !issues.is_empty() {
        return Err(issues);
    }
    if reply.proposal.is_empty() {
        reply.proposal = digest(proposal);
    }
    Ok(reply)
}
