//! The reply to a proposal. It knows nothing of how it is sealed, worded or shown.

use super::{
    Answer, Date, Extension, Fault, Fields, Issue, MAX_CHANGED_CHARACTERS, MAX_ENTRIES, MAX_LABEL_CHARACTERS,
    MAX_MONEY, MAX_TEXT_CHARACTERS, Money, Record, Value, serialize_through_value,
};

/// A prospect's reply to a proposal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// The answer.
    pub answer: Answer,
    /// Day on which the prospect will give a final answer, if they named one.
    pub answer_on: Option<Date>,
    /// The prospect's budget, in major units of the proposal's currency, from 0 to [`MAX_MONEY`].
    pub budget: Option<Money>,
    /// Comment with the answer.
    pub comment: String,
    /// Name of the person who answers.
    pub name: String,
    /// Day of the answer.
    pub on: Date,
    /// Digest of the proposal as it was sent.
    pub proposal: String,
    /// The prospect's changes to the proposal.
    pub changes: Vec<Change>,
    /// Extension fields of a later version, kept unread.
    pub extensions: Vec<Extension>,
}

serialize_through_value!(Reply);

impl Record for Reply {
    fn fields(&mut self, f: &mut Fields) {
        f.required("answer", &mut self.answer);
        f.optional("answerOn", &mut self.answer_on);
        f.optional("budget", &mut self.budget);
        f.optional("comment", &mut self.comment);
        f.optional("name", &mut self.name);
        f.required("on", &mut self.on);
        f.always("proposal", &mut self.proposal);
        f.optional("changes", &mut self.changes);
        f.optional("extensions", &mut self.extensions);
    }
}

impl Reply {
    /// Whether it has extension fields that this version does not know.
    pub fn holds_more(&self) -> bool {
        !self.extensions.is_empty()
    }

    /// All faults of the reply; their paths start with `reply`.
    pub fn check(&self) -> Vec<Issue> {
        let mut issues = Vec::new();
        let mut say = |at: &str, fault| issues.push(Issue { path: format!("reply.{at}"), fault });
        if self.budget.is_some_and(|budget| !(0.0..=MAX_MONEY).contains(&budget.0)) {
            say("budget", Fault::Outside(0.0, MAX_MONEY));
        }
        for (at, text, most) in [
            ("comment", &self.comment, MAX_TEXT_CHARACTERS),
            ("name", &self.name, MAX_LABEL_CHARACTERS),
            ("proposal", &self.proposal, MAX_LABEL_CHARACTERS),
        ] {
            if text.chars().count() > most {
                say(at, Fault::TooLong(most));
            }
        }
        if self.changes.len() > MAX_ENTRIES {
            say("changes", Fault::TooMany(MAX_ENTRIES));
        }
        let size = |change: &Change| change.path.chars().count() + change.from.size() + change.to.size();
        if self.changes.iter().map(size).sum::<usize>() > MAX_CHANGED_CHARACTERS {
            say("changes", Fault::TooLong(MAX_CHANGED_CHARACTERS));
        }
        if self.extensions.len() > MAX_ENTRIES {
            say("extensions", Fault::TooMany(MAX_ENTRIES));
        }
        if self.extensions.iter().map(|extension| extension.bytes.len()).sum::<usize>() > MAX_CHANGED_CHARACTERS {
            say("extensions", Fault::TooLong(MAX_CHANGED_CHARACTERS));
        }
        issues
    }
}

/// A value that the prospect changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Path in the proposal's JSON, such as `lines[2].quantity`.
    pub path: String,
    /// The value before; `Null`: absent.
    pub from: Value,
    /// The value after; `Null`: absent.
    pub to: Value,
}

impl Record for Change {
    fn fields(&mut self, f: &mut Fields) {
        f.required("path", &mut self.path);
        f.always("from", &mut self.from);
        f.always("to", &mut self.to);
    }
}
