//! What was sent and what came back: the list of the sender's desk.
//!
//! Where the list is kept is the page's affair: it is told which rows to write, and hands in those it finds.

use crate::app::reply::{Stage, Via};
use crate::app::{App, Effect, Notice, Screen, Target};
use crate::link::{self, Opened};
use crate::outbox::{Filed, NotFiled, Outbox, Sent};
use crate::proposal::{Issue, Proposal, Value, to_value};
use std::rc::Rc;

/// The list, and what is still to be written of it.
#[derive(Default)]
pub(in crate::app) struct Sending {
    outbox: Outbox,
    unsaved: Vec<String>,
    filed: Option<Result<Filed, NotFiled>>,
    typed: String,
    is_lost: bool,
    chased: Option<String>,
}

impl App {
    /// The briefs that were sent.
    pub fn outbox(&self) -> &Outbox {
        &self.sending.outbox
    }

    /// What became of the text that was last filed.
    pub fn filed(&self) -> Option<&Result<Filed, NotFiled>> {
        self.sending.filed.as_ref()
    }

    /// The reply that is being pasted, verbatim.
    pub fn pasted_reply(&self) -> &str {
        &self.sending.typed
    }

    /// Whether the browser does not keep the list.
    pub fn list_is_lost(&self) -> bool {
        self.sending.is_lost
    }

    /// The brief of which the prospect is to be reminded, and the link it was sent with.
    pub fn chased(&self) -> Option<(&Sent, Proposal, String)> {
        let sent = self.sending.outbox.get(self.sending.chased.as_ref()?)?;
        match link::open(&sent.sealed) {
            Ok(Opened::Proposal { proposal, .. }) => Some((sent, proposal, self.link_to(&sent.sealed))),
            _ => None,
        }
    }

    /// The effects that write what has changed of the list; the whole list is read where the desk was not there before.
    pub(super) fn list_changes(&mut self, was_desk: bool) -> Vec<Effect> {
        let ids = std::mem::take(&mut self.sending.unsaved);
        let effect = |id: String| match self.sending.outbox.get(&id) {
            Some(sent) => Effect::KeepRow(to_value(sent.clone())),
            None => Effect::ForgetRow(id),
        };
        let read = (!was_desk).then_some(Effect::ReadList);
        ids.into_iter().map(effect).chain(read).collect()
    }

    /// Files what is composed as sent today, unless it did not leave. What a browser does not copy is copied by hand.
    pub(super) fn file_sent(&mut self, via: Via, stage: Stage) -> Vec<Effect> {
        let kept = match (via, stage) {
            (_, Stage::Cancelled) => Some(Notice::ShareCancelled),
            (Via::Share, Stage::Failed) => Some(Notice::ShareFailed),
            _ => None,
        };
        if kept.is_some() {
            self.notice = kept;
            return Vec::new();
        }
        let sealed = self.sealed();
        let added = self.sending.outbox.add(&sealed, self.today).map(|sent| sent.id.clone());
        self.notice = Some(match added {
            Err(_) => Notice::BriefNotFiled,
            Ok(_) if stage == Stage::Failed => Notice::CopyByHand,
            Ok(_) => match via {
                Via::Copy => Notice::BriefCopied,
                Via::Paste => Notice::BriefToPaste,
                Via::Share => Notice::BriefShared,
                Via::Mail | Via::Post => Notice::BriefWritten,
            },
        });
        self.sending.unsaved.extend(added);
        let by_hand = stage == Stage::Failed && matches!(via, Via::Copy | Via::Paste);
        if by_hand { vec![Effect::Focus(vec![Target::CopyByHand])] } else { Vec::new() }
    }

    /// Keeps what is typed of a reply.
    pub(super) fn paste_reply(&mut self, text: String) {
        self.sending.typed = text;
        self.sending.filed = None;
    }

    /// Files the reply that was pasted; one that cannot be filed stays to be mended.
    pub(super) fn file_reply(&mut self) {
        let text = std::mem::take(&mut self.sending.typed);
        self.file(&text);
        if let Some(Err(_)) = &self.sending.filed {
            self.sending.typed = text;
        }
    }

    /// Files a link, or a letter that holds one.
    pub(super) fn file(&mut self, text: &str) {
        let filed = self.sending.outbox.file(text, self.today);
        if let Ok(filed) = &filed {
            self.sending.unsaved.push(filed.id().to_owned());
        }
        self.sending.filed = Some(filed);
    }

    /// Files the reply that was opened, and holds it against what was sent.
    pub(super) fn file_opened(&mut self, text: &str) {
        self.file(text);
        self.compare();
    }

    /// Opens the reply to a brief, with its differences.
    pub(super) fn show_reply(&mut self, id: &str) {
        let reply = self.sending.outbox.get(id).and_then(|sent| sent.reply.as_ref());
        if let Some(sealed) = reply.map(|reply| reply.sealed.clone()) {
            self.open(&sealed);
        }
    }

    /// Holds an opened reply against what was sent, where it answers something else.
    pub(super) fn compare(&mut self) {
        let Some(Ok(filed)) = &self.sending.filed else { return };
        let sent = self.sending.outbox.get(filed.id());
        let Some(sent) = sent.filter(|sent| sent.reply.as_ref().is_some_and(|reply| !reply.matches)) else { return };
        if let Ok(Opened::Proposal { proposal, .. }) = link::open(&sent.sealed) {
            self.offered = Rc::new(proposal);
            self.begin_answering();
            self.screen = Screen::Answer;
        }
    }

    /// Starts from a brief that was sent.
    pub(super) fn start_from_sent(&mut self, id: &str) {
        if let Some(sealed) = self.sending.outbox.get(id).map(|sent| sent.sealed.clone()) {
            self.open(&sealed);
        }
    }

    /// Prepares a word to remind a prospect, or no more.
    pub(super) fn chase(&mut self, id: Option<String>) -> Vec<Effect> {
        self.sending.chased = id;
        if self.sending.chased.is_some() { vec![Effect::Focus(vec![Target::Reminder])] } else { Vec::new() }
    }

    /// Takes a brief out of the list.
    pub(super) fn forget_brief(&mut self, id: &str) {
        if self.sending.outbox.remove(id).is_some() {
            self.sending.unsaved.push(id.to_owned());
            self.sending.filed = None;
        }
    }

    /// Takes over the rows that the page found; what was filed meanwhile is written again.
    pub(super) fn find_list(&mut self, rows: &Value) {
        let present = self.sending.outbox.briefs().iter().map(|sent| sent.id.clone());
        self.sending.unsaved.extend(present);
        self.sending.outbox.import_records(rows, self.today);
    }

    /// Says that the browser keeps no list.
    pub(super) fn lose_list(&mut self) {
        self.sending.is_lost = true;
    }

    /// Adds the list of a file, if it is one; its faults.
    pub(super) fn import_list(&mut self, file: &Value) -> Option<Vec<Issue>> {
        file.get("briefs")?;
        let imported = self.sending.outbox.import(file, self.today);
        self.sending.unsaved = self.sending.outbox.briefs().iter().map(|sent| sent.id.clone()).collect();
        self.notice = (imported.read > 0).then_some(Notice::ListRead);
        self.screen = Screen::Estimator;
        Some(imported.issues)
    }
}
