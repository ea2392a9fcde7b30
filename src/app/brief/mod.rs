//! The brief: its link, its other forms, and the draft that carries it from one visit to the next.

mod draft;

pub(super) use draft::Draft;

use super::reply::Stage;
use super::{App, Delivery, Effect, Notice, PageEvent, Target};
use crate::agency;
use crate::brief::brief as brief_of;
use crate::estimate::Figures;
use crate::export;
use crate::link;
use crate::proposal::{Issue, Value, to_value};
use crate::words::{Language, Text};

/// The functions through which the chunk of the brief is entered.
pub struct Door {
    pub(super) reduce: fn(&mut App, BriefAction) -> Vec<Effect>,
    pub(super) draft: fn(&App) -> Effect,
    /// What nobody reads of an agency's file.
    pub(super) left_out: fn(&Value, Language) -> Vec<Issue>,
    /// The link that carries the proposal.
    pub link: fn(&App) -> String,
}

/// The door of this chunk.
pub static DOOR: Door =
    Door { reduce: App::reduce_brief, draft: App::draft_to_keep, left_out: agency::left_out, link: App::link };

/// What can be done on the brief.
#[derive(Clone, Debug, PartialEq)]
pub enum BriefAction {
    /// A line of the person's own is added to the estimate that becomes the brief.
    AddLine,
    /// A line of the person's own, with this id, goes.
    RemoveLine(String),
    /// Its link is copied.
    CopyLink,
    /// The brief is copied or saved in another form.
    Take(Form),
    /// Drafts are kept in this browser from now on.
    KeepDraft,
    /// The browser has this draft.
    DraftFound(String),
    /// What came of copying the link or a form.
    Delivered(Delivery, Stage),
}

/// Other forms of the brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text, copied.
    Text,
    /// Markdown, copied.
    Markdown,
    /// The date of the reply, saved for a calendar.
    Calendar,
    /// The proposal, saved as JSON.
    Json,
    /// The link as a QR code, saved as SVG.
    Code,
}

impl App {
    fn reduce_brief(&mut self, action: BriefAction) -> Vec<Effect> {
        match action {
            BriefAction::AddLine => return self.add_line(),
            BriefAction::RemoveLine(line) => return self.remove_line(line),
            BriefAction::CopyLink => {
                let link = self.link();
                return vec![
                    Effect::Tell(PageEvent::Share { link: link.clone(), via: "copy" }),
                    Effect::Copy(link, Delivery::Link),
                ];
            }
            BriefAction::Take(form) => return vec![self.take(form)],
            BriefAction::KeepDraft => {
                self.keep_draft(true);
                return vec![self.draft_to_keep()];
            }
            BriefAction::DraftFound(draft) => self.go_on_with(&draft),
            BriefAction::Delivered(delivery, stage) => return self.copied(delivery, stage == Stage::Done),
        }
        Vec::new()
    }

    /// The proposal sealed, with its figures: what stands behind `#retour=`.
    pub fn sealed(&self) -> String {
        match &self.sent {
            Some(sent) if self.is_as_sent() => link::seal(self.proposal(), sent),
            _ => link::seal(self.proposal(), &Figures::from(&*self.estimate)),
        }
    }

    /// The link that carries the proposal.
    pub fn link(&self) -> String {
        self.link_to(&self.sealed())
    }

    /// The link that carries something sealed.
    pub fn link_to(&self, sealed: &str) -> String {
        link::address(&self.address, sealed)
    }

    /// The effect that copies or saves the brief in another form.
    fn take(&self, form: Form) -> Effect {
        let set = || brief_of(self.proposal(), &self.estimate, &self.words);
        match form {
            Form::Text => Effect::Copy(export::text(&set(), &self.words), Delivery::Form),
            Form::Markdown => Effect::Copy(export::markdown(&set(), &self.words), Delivery::Form),
            Form::Calendar => {
                Effect::Save("retour.ics", export::calendar(&[self.reply_day()], self.today).as_str().into())
            }
            Form::Json => Effect::Save("brief.json", to_value(self.proposal().clone())),
            Form::Code => Effect::Save("retour.svg", export::code(&self.link()).as_str().into()),
        }
    }

    /// The day by which a reply is expected, for a calendar.
    fn reply_day(&self) -> export::CalendarEvent {
        export::CalendarEvent {
            uid: [&link::digest(&self.offered), "@retour"].concat(),
            day: self.offered.dates.reply_by.unwrap_or(self.today),
            summary: self.words.fill(Text::ReplySubject, &[("title", &self.offered.title)]),
            url: self.link(),
            remind_hours: Some(15),
            ..export::CalendarEvent::default()
        }
    }

    /// Says whether the link or a form was copied; what the browser does not copy is there to be copied by hand.
    fn copied(&mut self, delivery: Delivery, done: bool) -> Vec<Effect> {
        self.notice = Some(match (delivery, done) {
            (Delivery::Link, true) => Notice::LinkCopied,
            (Delivery::Link, false) => Notice::CopyByHand,
            (_, true) => Notice::FormCopied,
            (_, false) => Notice::CopyRefused,
        });
        if self.notice == Some(Notice::CopyByHand) {
            return vec![Effect::Focus(vec![Target::CopyByHand])];
        }
        Vec::new()
    }
}
