//! The brief: its link and its other forms.

use super::reply::Stage;
use super::{App, Delivery, Effect, Notice, PageEvent, Target};
use crate::agency;
use crate::brief::brief as brief_of;
use crate::estimate::Figures;
use crate::export;
use crate::link;
use crate::proposal::{Issue, Value, to_value};
use crate::words::{Language, Text};

/// The entry points of the brief's chunk.
pub struct Door {
    pub(super) reduce: fn(&mut App, BriefAction) -> Vec<Effect>,
    /// The unknown keys of an agency's file.
    pub(super) left_out: fn(&Value, Language) -> Vec<Issue>,
    /// The link that carries the proposal.
    pub link: fn(&App) -> String,
}

/// The entry points of this chunk.
pub static DOOR: Door = Door { reduce: App::reduce_brief, left_out: agency::left_out, link: App::link };

/// Actions of the brief's chunk.
#[derive(Clone, Debug, PartialEq)]
pub enum BriefAction {
    /// A line is added to the estimate.
    AddLine,
    /// The line with this id, which the user added, is removed.
    RemoveLine(String),
    /// The link of the brief is copied.
    CopyLink,
    /// The brief is copied or saved in another form.
    Take(Form),
    /// The result of copying the link or a form.
    Delivered(Delivery, Stage),
}

/// Other forms in which the brief is copied or saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text, copied.
    Text,
    /// Markdown, copied.
    Markdown,
    /// The date by which to reply, saved as a calendar file.
    Calendar,
    /// The proposal, saved as JSON.
    Json,
    /// The link as a QR code, saved as SVG.
    Code,
}

impl App {
    fn reduce_brief(&mut self, action: BriefAction) -> Vec<Effect> {
        match action {
            BriefAction::AddLine => self.add_line(),
            BriefAction::RemoveLine(line) => self.remove_line(line),
            BriefAction::CopyLink => {
                let link = self.link();
                let share = PageEvent::Share { link: link.clone(), via: "copy" };
                vec![Effect::Notify(share), Effect::Copy(link, Delivery::Link)]
            }
            BriefAction::Take(form) => vec![self.take(form)],
            BriefAction::Delivered(delivery, stage) => self.copied(delivery, stage == Stage::HandedOver),
        }
    }

    /// The proposal sealed with its figures: the text after `#retour=`.
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

    /// The link that carries a sealed text.
    pub fn link_to(&self, sealed: &str) -> String {
        link::address(&self.address, sealed)
    }

    /// The effect that copies or saves the brief in another form.
    fn take(&self, form: Form) -> Effect {
        let set = || brief_of(self.proposal(), &self.whole, &self.words);
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

    /// The calendar event of the day by which a reply is expected.
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

    /// Sets the message about copying the link or a form. A link that was not copied is shown and gets the focus, to be
    /// copied by hand.
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
