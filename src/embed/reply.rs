//! Reads a reply that a page hands in. It must not know how it is sealed.

use crate::link::digest;
use crate::proposal::{
    Answer, Change, Date, Expected, Fault, Issue, Money, Proposal, Reply, Value, read_with, required,
};
use serde::Deserialize;

/// A reply of which anything may be missing.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Draft {
    answer: Option<Answer>,
    answer_on: Option<Date>,
    budget: Option<Money>,
    comment: String,
    name: String,
    on: Option<Date>,
    proposal: String,
    changes: Vec<Change>,
}

/// A reply to a proposal, or everything that is wrong with it; without a digest it answers the proposal as it stands.
pub fn read_reply(value: &Value, proposal: &Proposal) -> Result<Reply, Vec<Issue>> {
    let (draft, mut issues) = read_with::<Draft>(value, "reply", |name| match name {
        "Draft" => &["answer", "on"],
        "Change" => &["path"],
        other => required(other),
    });
    if !matches!(value, Value::Object(_)) {
        issues = vec![Issue { path: "reply".to_owned(), fault: Fault::Expected(Expected::Object) }];
    }
    let (Some(answer), Some(on)) = (draft.answer, draft.on) else { return Err(issues) };
    let Draft { answer_on, budget, comment, name, proposal: named, changes, .. } = draft;
    let answered = if named.is_empty() { digest(proposal) } else { named };
    let reply = Reply { answer, answer_on, budget, comment, name, on, proposal: answered, changes };
    issues.extend(reply.check());
    if issues.is_empty() { Ok(reply) } else { Err(issues) }
}
