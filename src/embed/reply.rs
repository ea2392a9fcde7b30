//! Reads a reply that a page hands in. It must not know how it is sealed.

use crate::link::digest;
use crate::proposal::{
    Answer, Change, Date, Expected, Fault, Issue, MAX_ENTRIES, MAX_LABEL_CHARACTERS, MAX_MONEY, MAX_TEXT_CHARACTERS,
    Money, Proposal, Reply, Value, read_with, required,
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
    let mut say = |at: &str, fault| issues.push(Issue { path: format!("reply.{at}"), fault });
    if draft.budget.is_some_and(|budget| !(0.0..=MAX_MONEY).contains(&budget.0)) {
        say("budget", Fault::Outside(0.0, MAX_MONEY));
    }
    for (at, text, most) in [
        ("comment", &draft.comment, MAX_TEXT_CHARACTERS),
        ("name", &draft.name, MAX_LABEL_CHARACTERS),
        ("proposal", &draft.proposal, MAX_LABEL_CHARACTERS),
    ] {
        if text.chars().count() > most {
            say(at, Fault::TooLong(most));
        }
    }
    if draft.changes.len() > MAX_ENTRIES {
        say("changes", Fault::TooMany(MAX_ENTRIES));
    }
    if !matches!(value, Value::Object(_)) {
        issues = vec![Issue { path: "reply".to_owned(), fault: Fault::Expected(Expected::Object) }];
    }
    match (draft.answer, draft.on, issues.is_empty()) {
        (Some(answer), Some(on), true) => Ok(Reply {
            answer,
            answer_on: draft.answer_on,
            budget: draft.budget,
            comment: draft.comment,
            name: draft.name,
            on,
            proposal: if draft.proposal.is_empty() { digest(proposal) } else { draft.proposal },
            changes: draft.changes,
        }),
        _ => Err(issues),
    }
}
