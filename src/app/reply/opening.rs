//! Opening a sealed link: its content, or why it cannot be opened.

use crate::app::{App, Screen};
use crate::estimate::Figures;
use crate::link::{self, Opened};
use crate::proposal::{Issue, Reply};
use crate::reply::before;
use std::rc::Rc;

/// The result of opening a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Opening {
    /// No link was opened.
    #[default]
    None,
    /// A proposal was opened; with the issues that a check finds in it.
    Proposal(Vec<Issue>),
    /// A reply was opened, with the proposal that it answers; with the issues that a check finds in either.
    Reply(Box<Reply>, Vec<Issue>),
    /// The link could not be opened.
    Broken(Broken),
}

/// A link that could not be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The text as it was given.
    pub text: String,
    /// The text in the field for the whole link: as given, until something is typed.
    pub pasted: String,
    /// Why it could not be opened.
    pub reason: link::OpenError,
}

impl App {
    /// Opens a link, or any text that holds one. If that fails, the proposal stays and the text is kept.
    pub(in crate::app) fn open(&mut self, text: &str) {
        let found = link::find(text);
        let sealed = found.as_ref().map_or_else(|| text.trim(), |found| &found.sealed);
        let opened = match link::open(sealed) {
            Ok(opened) => opened,
            Err(reason) => return self.refuse(text, reason),
        };
        let (reply, proposal, sent, repairs, signature) = match opened {
            Opened::Proposal { proposal, figures, repairs, signature } => (None, proposal, figures, repairs, signature),
            Opened::Reply { reply, proposal, figures, repairs, signature } => {
                (Some(reply), proposal, figures, repairs, signature)
            }
        };
        self.signed = signature.is_some();
        if reply.is_none() && self.is_desk() {
            self.back_to_desk();
            self.opening = Opening::None;
            if self.start_from(proposal).is_err() {
                self.refuse(text, link::OpenError::NotALink);
            }
            return;
        }
        self.put_aside();
        let present = proposal.clone();
        let offered = reply.as_ref().map_or(proposal, |reply| before(&present, &reply.changes));
        if self.show(offered).is_err() {
            self.back_to_desk();
            return self.refuse(text, link::OpenError::NotALink);
        }
        self.answer_afresh(None);
        if !self.is_desk() {
            self.draft.name = link::digest(self.proposal());
        }
        match reply {
            Some(reply) => {
                self.begin_answering();
                self.edit(None, &|proposal| proposal.clone_from(&present));
                self.opening = Opening::Reply(Box::new(reply), repairs);
                self.screen = Screen::Answer;
                if let (true, Some(desk)) = (self.is_desk(), self.chunks.desk) {
                    (desk.file_opened)(self, text);
                }
            }
            None => {
                let now = Figures::from(&*self.estimate);
                self.sent = (!sent.matches(&now)).then(|| Rc::new(sent.figures()));
                self.restate();
                self.opening = Opening::Proposal(repairs);
                self.screen = Screen::Brief;
                self.answer_afresh(found.and_then(|found| found.preselected));
            }
        }
    }

    /// Continues the user's own estimate: nobody proposed it, so there is nothing to answer.
    pub(in crate::app) fn resume(&mut self) {
        if matches!(self.opening, Opening::Proposal(_)) {
            self.opening = Opening::None;
            self.screen = Screen::Estimator;
            self.name_draft();
        }
    }

    /// Keeps the text typed into the field for the whole link.
    pub(super) fn paste(&mut self, text: String) {
        if let Opening::Broken(broken) = &mut self.opening {
            broken.pasted = text;
        }
    }

    fn refuse(&mut self, text: &str, reason: link::OpenError) {
        self.opening = Opening::Broken(Broken { text: text.to_owned(), pasted: text.to_owned(), reason });
    }

    /// Shows the figures that the link carries, as long as the proposal is unchanged.
    pub(in crate::app) fn restate(&mut self) {
        if self.is_as_sent() {
            self.restate_as_sent();
        }
    }

    fn restate_as_sent(&mut self) {
        if let Some(sent) = self.sent.clone() {
            let recovers_vat = self.proposal().recovers_vat;
            Rc::make_mut(&mut self.estimate).replace_by_sent(&sent, recovers_vat);
            if self.is_whole {
                Rc::make_mut(&mut self.whole).replace_by_sent(&sent, recovers_vat);
            }
        }
    }
}
