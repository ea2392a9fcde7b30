//! The answer to a proposal. It must not know how it is sealed, worded or shown.

use super::{
    Answer, Date, Extension, Fault, Fields, Issue, MAX_CHANGED_CHARACTERS, MAX_ENTRIES, MAX_LABEL_CHARACTERS,
    MAX_MONEY, MAX_TEXT_CHARACTERS, Money, Record, Value, through_value,
};

/// What a prospect answers, and to which proposal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// The answer.
    pub answer: Answer,
    /// When the prospect means to answer for good.
    pub answer_on: Option<Date>,
    /// What they could spend, in major units of the proposal's currency, 0 or more.
    pub budget: Option<Money>,
    /// A word with it.
    pub comment: String,
    /// Who answers.
    pub name: String,
    /// When they answered.
    pub on: Date,
    /// Digest of the proposal that is answered, as it was sent.
    pub proposal: String,
    /// What the prospect changed before answering.
    pub changes: Vec<Change>,
    /// Fields of a later version.
    pub extensions: Vec<Extension>,
}

through_value!(Reply);

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
    /// Whether it has fields that this version does not know.
    pub fn holds_more(&self) -> bool {
        !self.extensions.is_empty()
    }

    /// Everything that is wrong with it; paths start with `reply`.
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

/// One field that the prospect changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Where, in the names of the JSON, such as `lines[2].quantity`.
    pub path: String,
    /// What stood there.
    pub from: Value,
    /// What stands there now.
    pub to: Value,
}

impl Record for Change {
    fn fields(&mut self, f: &mut Fields) {
        f.required("path", &mut self.path);
        f.always("from", &mut self.from);
        f.always("to", &mut self.to);
    }
}
