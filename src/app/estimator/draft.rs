//! Drafts: the user's work so far, as JSON that the page stores in this browser if they want it.

use crate::app::{App, Effect, Notice};
use crate::proposal::{Proposal, Value, read, to_value};

/// Whether drafts are stored, and under which name.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Draft {
    /// The agency's name, with the prefix `desk ` at the desk, or the digest of the proposal opened from a link.
    pub name: String,
    /// Whether the user wants drafts stored.
    pub kept: bool,
}

impl App {
    /// Whether the user wants drafts stored in this browser.
    pub fn keeps_draft(&self) -> bool {
        self.draft.kept
    }

    /// The effect that looks up the draft of the current name.
    pub(in crate::app) fn find_draft(&self) -> Option<Effect> {
        (!self.draft.name.is_empty()).then(|| Effect::FindDraft(self.draft.name.clone()))
    }

    /// The effect that stores the current draft, if the user wants drafts stored.
    pub(in crate::app) fn draft_to_store(&self) -> Option<Effect> {
        self.draft.kept.then(|| Effect::KeepDraft(self.draft.name.clone(), self.to_draft()))
    }

    /// Stores drafts from now on, or erases the one that is stored.
    pub(in crate::app) fn want_drafts(&mut self, kept: bool) -> Vec<Effect> {
        self.notice = (self.draft.kept && !kept).then_some(Notice::DraftErased);
        self.draft.kept = kept;
        vec![self.draft_to_store().unwrap_or_else(|| Effect::EraseDraft(self.draft.name.clone()))]
    }

    pub(in crate::app) fn refuse_draft(&mut self) {
        self.draft.kept = false;
        self.notice = Some(Notice::DraftRefused);
    }

    /// The draft: the goal's id, the current proposal and the offered one.
    fn to_draft(&self) -> Value {
        let [proposal, offered] = [self.proposal(), self.offered()].map(|proposal| to_value(proposal.clone()));
        let goal = self.goal().map_or(Value::Null, Value::from);
        Value::object(vec![("goal", goal), ("proposal", proposal), ("offered", offered)])
    }

    /// Restores a draft; one that has faults changes nothing.
    pub(in crate::app) fn restore_draft(&mut self, draft: &Value) {
        let (Some(present), Some(offered)) = (proposal_of(draft, "proposal"), proposal_of(draft, "offered")) else {
            return;
        };
        let sent = self.sent.take();
        if self.show(offered).is_ok() {
            self.goal = match draft.get("goal") {
                Some(Value::Text(goal)) => Some(goal.clone()),
                _ => None,
            };
            self.sent = sent;
            self.restate();
            self.edit(None, &|proposal| proposal.clone_from(&present));
            self.draft.kept = true;
            self.notice = Some(Notice::DraftFound);
        }
    }
}

/// A proposal of a draft, if it has no fault.
fn proposal_of(draft: &Value, key: &str) -> Option<Proposal> {
    let (proposal, issues) = read(draft.get(key)?);
    issues.is_empty().then_some(proposal)
}
