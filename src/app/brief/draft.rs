//! Drafts: the user's work so far, as a text that the page stores in this browser if they want it.
//!
//! A draft holds the goal's id, the current proposal and the offered one; both proposals are sealed as in a link.

use crate::app::{App, Effect, Notice};
use crate::estimate::Figures;
use crate::link::{self, Opened};
use crate::proposal::Proposal;

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

    /// The effect that stores the current draft.
    pub(super) fn draft_to_keep(&self) -> Effect {
        Effect::KeepDraft(self.draft.name.clone(), self.draft())
    }

    /// The text of the draft, in three lines: the goal's id, the current proposal, the offered proposal.
    fn draft(&self) -> String {
        let figures = Figures::from(&*self.estimate);
        let sealed = [self.proposal(), self.offered()].map(|proposal| link::seal(proposal, &figures));
        [self.goal().unwrap_or_default(), &sealed[0], &sealed[1]].join("\n")
    }

    pub(in crate::app) fn keep_draft(&mut self, keep: bool) {
        self.notice = (self.draft.kept && !keep).then_some(Notice::DraftErased);
        self.draft.kept = keep;
    }

    pub(in crate::app) fn refuse_draft(&mut self) {
        self.draft.kept = false;
        self.notice = Some(Notice::DraftRefused);
    }

    /// Restores a draft; one that can no longer be opened changes nothing.
    pub(super) fn restore_draft(&mut self, draft: &str) {
        let mut lines = draft.split('\n');
        let goal = lines.next().filter(|goal| !goal.is_empty()).map(str::to_owned);
        let (Some(present), Some(offered)) = (lines.next().and_then(proposal_of), lines.next().and_then(proposal_of))
        else {
            return;
        };
        let sent = self.sent.take();
        if self.show(offered).is_ok() {
            self.goal = goal;
            self.sent = sent;
            self.restate();
            self.edit(None, &|proposal| proposal.clone_from(&present));
            self.draft.kept = true;
            self.notice = Some(Notice::DraftFound);
        }
    }
}

fn proposal_of(sealed: &str) -> Option<Proposal> {
    match link::open(sealed) {
        Ok(Opened::Proposal { proposal, .. }) => Some(proposal),
        _ => None,
    }
}
