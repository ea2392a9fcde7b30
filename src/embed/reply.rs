//! Reads a reply from the page. It does not depend on how replies are sealed.

use crate::link::digest;
use crate::proposal::{Issue, Proposal, Reply, Value, read_into};

/// A reply to a proposal, or all its issues. Without a digest, it answers the proposal as given.
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
