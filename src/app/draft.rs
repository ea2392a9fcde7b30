//! Drafts: what a person did so far, as a text that the page may keep in this browser if they say so.
//!
//! A draft is the proposal as it is and as it was offered, both sealed, and the goal: it opens as a link does.

use super::{App, Notice};
use crate::estimate::Figures;
use crate::link::{self, Opened};
use crate::proposal::Proposal;

/// Whether drafts are kept, and of what.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The agency's name, or the digest of the proposal that a link brought.
    pub name: String,
    kept: bool,
}

impl App {
    /// What tells this draft from those of other agencies and other links.
    pub fn draft_name(&self) -> &str {
        &self.draft.name
    }

    /// Whether the person wants drafts kept in this browser.
    pub fn keeps_draft(&self) -> bool {
        self.draft.kept
    }

    /// The draft: goal, then the proposal as it is and as it was offered, each in its line.
    pub fn draft(&self) -> String {
        let figures = Figures::from(&*self.estimate);
        let sealed = [self.proposal(), self.offered()].map(|proposal| link::seal(proposal, &figures));
        [self.goal().unwrap_or_default(), &sealed[0], &sealed[1]].join("\n")
    }

    pub(super) fn keep_draft(&mut self, keep: bool) {
        self.notice = (self.draft.kept && !keep).then_some(Notice::DraftErased);
        self.draft.kept = keep;
    }

    pub(super) fn refuse_draft(&mut self) {
        self.draft.kept = false;
        self.notice = Some(Notice::DraftRefused);
    }

    /// Goes on with a draft; one that does not open any more leaves the state as it is.
    pub(super) fn find_draft(&mut self, draft: &str) {
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
