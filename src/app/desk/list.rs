//! The list of sent briefs and their replies.
//! The page stores the list: effects request that rows are written, and an action returns the stored rows.

use crate::app::reply::{Channel, Stage};
use crate::app::{App, Effect, Notice, Screen, Target};
use crate::link::{self, Opened};
use crate::outbox::{Filed, NotFiled, Outbox, Sent};
use crate::proposal::{Issue, Proposal, Value, to_value};
use std::rc::Rc;

/// The list, with the ids of the rows still to be stored.
#[derive(Default)]
pub(in crate::app) struct SentList {
    outbox: Outbox,
    unsaved: Vec<String>,
    /// The ids of the rows that the browser is writing.
    writing: Vec<String>,
    filed: Option<Result<Filed, NotFiled>>,
    typed: String,
    is_lost: bool,
    reminded: Option<String>,
}

impl App {
    /// The briefs that were sent.
    pub fn outbox(&self) -> &Outbox {
        &self.sending.outbox
    }

    /// The result of filing the last text, if one was filed.
    pub fn filed(&self) -> Option<&Result<Filed, NotFiled>> {
        self.sending.filed.as_ref()
    }

    /// The text in the field for a reply, verbatim.
    pub fn pasted_reply(&self) -> &str {
        &self.sending.typed
    }

    /// Whether the browser failed to store the list.
    pub fn list_is_lost(&self) -> bool {
        self.sending.is_lost
    }

    /// The brief to remind a prospect of: its row, its proposal and its link.
    pub fn reminded(&self) -> Option<(&Sent, Proposal, String)> {
        let sent = self.sending.outbox.get(self.sending.reminded.as_ref()?)?;
        match link::open(&sent.sealed) {
            Ok(Opened::Proposal { proposal, .. }) => Some((sent, proposal, self.link_to(&sent.sealed))),
            _ => None,
        }
    }

    /// The effects that store what has changed in the list, and read the whole list if the desk was not there before.
    pub(super) fn list_changes(&mut self, was_desk: bool) -> Vec<Effect> {
        let SentList { outbox, unsaved, writing, .. } = &mut self.sending;
        let (mut rows, mut effects) = (Vec::new(), Vec::new());
        for id in std::mem::take(unsaved) {
            match outbox.get(&id) {
                Some(sent) => {
                    rows.push(to_value(sent.clone()));
                    writing.push(id);
                }
                None => effects.push(Effect::ForgetRow(id)),
            }
        }
        if !rows.is_empty() {
            effects.push(Effect::KeepRows(rows));
        }
        effects.extend((!was_desk).then_some(Effect::ReadList));
        effects
    }

    /// Files the brief being composed as sent today, unless sharing failed or was cancelled. If copying failed, it is
    /// filed as well, since it is then copied by hand.
    pub(super) fn file_sent(&mut self, via: Channel, stage: Stage) -> Vec<Effect> {
        let kept = match (via, stage) {
            (_, Stage::Cancelled) => Some(Notice::ShareCancelled),
            (Channel::Share, Stage::Failed) => Some(Notice::ShareFailed),
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
                Channel::Copy => Notice::BriefCopied,
                Channel::Paste => Notice::BriefToPaste,
                Channel::Share => Notice::BriefShared,
                Channel::Mail | Channel::Post => Notice::BriefWritten,
            },
        });
        self.sending.unsaved.extend(added);
        let by_hand = stage == Stage::Failed && matches!(via, Channel::Copy | Channel::Paste);
        if by_hand { vec![Effect::Focus(vec![Target::CopyByHand])] } else { Vec::new() }
    }

    /// Keeps the text typed into the field for a reply.
    pub(super) fn paste_reply(&mut self, text: String) {
        self.sending.typed = text;
        self.sending.filed = None;
    }

    /// Files the pasted reply; a text that cannot be filed stays in the field, to be corrected.
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

    /// Files an opened reply, and compares it with the brief that was sent.
    pub(super) fn file_opened(&mut self, text: &str) {
        self.file(text);
        self.compare();
    }

    /// Opens the reply to a brief.
    pub(super) fn show_reply(&mut self, id: &str) {
        let reply = self.sending.outbox.get(id).and_then(Sent::reply);
        if let Some(sealed) = reply.map(|reply| reply.sealed.clone()) {
            self.open(&sealed);
        }
    }

    /// Compares an opened reply with the brief that was sent, if it answers a different one.
    pub(super) fn compare(&mut self) {
        let Some(Ok(filed)) = &self.sending.filed else { return };
        let sent = self.sending.outbox.get(filed.id());
        let Some(sent) = sent.filter(|sent| sent.reply().is_some_and(|reply| !reply.matches)) else { return };
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

    /// Prepares a reminder of the brief with this id; `None` closes it.
    pub(super) fn prepare_reminder(&mut self, id: Option<String>) -> Vec<Effect> {
        self.sending.reminded = id;
        if self.sending.reminded.is_some() { vec![Effect::Focus(vec![Target::Reminder])] } else { Vec::new() }
    }

    /// Removes a brief from the list.
    pub(super) fn forget_brief(&mut self, id: &str) {
        if self.sending.outbox.remove(id).is_some() {
            self.sending.unsaved.push(id.to_owned());
            self.sending.filed = None;
        }
    }

    /// Replaces the list by the rows that the browser has stored. A row that is not among them is kept if it is being
    /// written, or if the browser stores nothing.
    pub(super) fn find_list(&mut self, rows: &Value) {
        let present = std::mem::take(&mut self.sending.outbox);
        self.sending.outbox.import_records(rows, self.today);
        for sent in present.briefs().iter().rev() {
            if self.sending.is_lost || self.sending.writing.contains(&sent.id) {
                self.sending.outbox.merge(sent.clone());
            }
        }
    }

    /// Updates rows to what the browser has stored.
    pub(super) fn rows_kept(&mut self, rows: &Value) {
        let Value::List(list) = rows else { return };
        for row in list {
            // A row may be on its way to the store twice: it has arrived once.
            let place = self.sending.writing.iter().position(|id| row.get("id") == Some(&id.as_str().into()));
            place.map(|place| self.sending.writing.swap_remove(place));
        }
        self.sending.outbox.import_records(rows, self.today);
    }

    /// Makes the reply at this index the one that counts, among the replies to a brief.
    pub(super) fn count_reply(&mut self, id: &str, place: usize) {
        // A brief that is not in the list here may be in another tab's.
        if self.sending.outbox.choose(id, place) {
            self.sending.unsaved.push(id.to_owned());
            self.sending.filed = None;
        }
    }

    /// Notes that the browser failed to store the list.
    pub(super) fn lose_list(&mut self) {
        self.sending.is_lost = true;
    }

    /// Imports the list in a file and returns its issues; `None` if the file holds no list.
    pub(super) fn import_list(&mut self, file: &Value) -> Option<Vec<Issue>> {
        let imported = match file {
            Value::Text(table) => self.sending.outbox.import_csv(table, self.today)?,
            file => {
                file.get("briefs")?;
                self.sending.outbox.import(file, self.today)
            }
        };
        self.sending.unsaved = self.sending.outbox.briefs().iter().map(|sent| sent.id.clone()).collect();
        self.notice = (imported.read > 0).then_some(Notice::ListRead);
        self.screen = Screen::Estimator;
        Some(imported.issues)
    }
}
