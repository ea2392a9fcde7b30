//! Reads a reply that a page hands in. It must not know how it is sealed.

use crate::link::digest;
use crate::proposal::{
    Fault, Issue, MAX_ENTRIES, MAX_LABEL_CHARACTERS, MAX_MONEY, MAX_TEXT_CHARACTERS, Proposal, Reply, Value, read_into,
};

/// A reply to a proposal, or everything that is wrong with it; without a digest it answers the proposal as it stands.
pub fn read_reply(value: &Value, proposal: &Proposal) -> Result<Reply, Vec<Issue>> {
    let (mut reply, mut issues) = read_into::<Reply>(value, "reply");
    let mut say = |at: &str, fault| issues.push(Issue { path: format!("reply.{at}"), fault });
    if reply.budget.is_some_and(|budget| !(0.0..=MAX_MONEY).contains(&budget.0)) {
        say("budget", Fault::Outside(0.0, MAX_MONEY));
    }
    for (at, text, most) in [
        ("comment", &reply.comment, MAX_TEXT_CHARACTERS),
        ("name", &reply.name, MAX_LABEL_CHARACTERS),
        ("proposal", &reply.proposal, MAX_LABEL_CHARACTERS),
    ] {
        if text.chars().count() > most {
            say(at, Fault::TooLong(most));
        }
    }
    if reply.changes.len() > MAX_ENTRIES {
        say("changes", Fault::TooMany(MAX_ENTRIES));
    }
    if !issues.is_empty() {
        return Err(issues);
    }
    if reply.proposal.is_empty() {
        reply.proposal = digest(proposal);
    }
    Ok(reply)
}
