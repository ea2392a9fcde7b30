//! What the desk sends and exports: the brief being composed, the list of sent briefs, reminders.

use super::{App, Effect, ListForm};
use crate::app::reply::{Channel, Stage};
use crate::app::{Delivery, PageEvent};
use crate::export::{self, Letter};
use crate::outbox::{Sent, reminder};
use crate::words::{Text, format_weekday};

impl App {
    /// Sends the brief being composed by this channel, and notifies the page.
    pub(super) fn send_brief(&mut self, via: Channel) -> Vec<Effect> {
        let link = self.link();
        let letter = Letter::of_brief(self.proposal(), &link, self.words()).body;
        let mut effects = vec![Effect::Notify(PageEvent::Share { link: link.clone(), via: via.name() })];
        let delivery = Delivery::Brief(via);
        match via {
            Channel::Copy => effects.push(Effect::Copy(link, delivery)),
            Channel::Paste => effects.push(Effect::Copy(letter, delivery)),
            Channel::Share => effects.push(Effect::Share(letter, delivery)),
            // The clicked link itself opens the mail program.
            Channel::Mail | Channel::Post => effects.extend(self.file_sent(via, Stage::HandedOver)),
        }
        effects
    }

    /// The effect that copies or saves the list, or a reminder of one of its briefs.
    pub(super) fn take_list(&self, form: &ListForm) -> Option<Effect> {
        let (outbox, words, today) = (self.outbox(), self.words(), self.today());
        Some(match form {
            ListForm::Json => Effect::Save("retour-envois.json", outbox.to_json()),
            ListForm::Table => {
                let table = outbox.to_csv(&|sealed| self.link_to(sealed), words, today);
                Effect::Save("retour-envois.csv", table.as_str().into())
            }
            ListForm::Letter => Effect::Copy(self.reminding_letter()?.body, Delivery::Form),
            ListForm::Calendar(id) => {
                let sent = outbox.get(id)?;
                let remind = reminder(sent, today, words)?;
                let event = export::CalendarEvent {
                    uid: [&sent.id, "@retour"].concat(),
                    day: remind.on,
                    summary: remind.title,
                    description: remind.text,
                    url: self.link_to(&sent.sealed),
                    remind_hours: Some(0),
                };
                Effect::Save("retour-rappel.ics", export::calendar(&[event], today).as_str().into())
            }
        })
    }

    /// The reminder letter of the chosen brief.
    pub fn reminding_letter(&self) -> Option<Letter> {
        let (sent, proposal, link) = self.reminded()?;
        let body = [&self.reminding_word(sent), "\r\n\r\n", &link, "\r\n\r\n", &proposal.from.name].concat();
        Some(Letter { to: proposal.to.email, subject: sent.title.clone(), body })
    }

    /// The text of that letter, without the link and the signature.
    pub fn reminding_word(&self, sent: &Sent) -> String {
        let date = format_weekday(sent.reply_by.unwrap_or(sent.sent_on), self.words().language());
        let blanks = [("name", sent.to_name.as_str()), ("title", &sent.title), ("date", &date)];
        // Without a name, there is no space between the greeting and the comma.
        self.words().fill(Text::ChaseLetter, &blanks).replacen(" ,", ",", 1)
    }
}
