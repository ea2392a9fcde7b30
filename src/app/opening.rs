//! Opening a sealed link: what arrived, or plainly why not.

use super::{App, Screen};
use crate::estimate::Figures;
use crate::link::{self, Opened};
use crate::proposal::Issue;
use std::rc::Rc;

/// What came of opening a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Opening {
    /// No link was opened.
    #[default]
    None,
    /// A proposal was opened; what had to be mended in it.
    Proposal(Vec<Issue>),
    /// The link could not be opened.
    Broken(Broken),
}

/// A link that could not be opened, kept as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The text as it was given.
    pub text: String,
    /// Why it could not be opened.
    pub reason: link::Refused,
}

impl App {
    /// Opens a link, or any text that holds one. An error leaves the present state and keeps the text.
    pub(super) fn open(&mut self, text: &str) {
        let sealed = link::find(text).map_or_else(|| text.trim().to_owned(), |found| found.sealed);
        let opened = match link::open(&sealed) {
            Ok(opened) => opened,
            Err(reason) => {
                self.opening = Opening::Broken(Broken { text: text.to_owned(), reason });
                return;
            }
        };
        let (proposal, sent, repairs) = match opened {
            Opened::Proposal { proposal, figures, repairs, .. } | Opened::Reply { proposal, figures, repairs, .. } => {
                (proposal, figures, repairs)
            }
        };
        if self.show(proposal).is_err() {
            let reason = link::Refused::NotALink;
            self.opening = Opening::Broken(Broken { text: text.to_owned(), reason });
            return;
        }
        let now = Figures::from(&*self.estimate);
        self.sent = (!sent.matches(&now)).then(|| Rc::new(sent.figures()));
        self.restate();
        self.opening = Opening::Proposal(repairs);
        self.draft.name = link::digest(self.proposal());
        self.screen = Screen::Brief;
    }

    /// Shows the figures that were sent for as long as nothing is changed.
    pub(super) fn restate(&mut self) {
        if let Some(sent) = self.sent.clone().filter(|_| self.is_as_sent()) {
            let recovers_vat = self.proposal().recovers_vat;
            Rc::make_mut(&mut self.estimate).restate(&sent, recovers_vat);
        }
    }
}
