//! A brief that was sent and the reply that came, with what a row of the list shows.
//!
//! Both keep their link, from which all the rest can be read again. They must not know the list they stand in.

use crate::link::{self, Opened};
use crate::proposal::*;
use crate::reply::changes;

/// A brief that was sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sent {
    /// Digest of the proposal as it was sent.
    pub id: String,
    /// The link's payload, as [`link::open`] takes it.
    pub sealed: String,
    /// The day it was sent.
    pub sent_on: Date,
    /// What the project is called.
    pub title: String,
    /// The agency's own number for it.
    pub reference: String,
    /// The name of the person who is asked.
    pub to_name: String,
    /// The organisation that is asked.
    pub to_organisation: String,
    /// Hours that it took to prepare, from 0 to [`MAX_TIME`].
    pub hours: Option<f64>,
    /// Until when an answer is hoped for; the whole day counts.
    pub reply_by: Option<Date>,
    /// ISO 4217 code of its amounts.
    pub currency: String,
    /// The reply that counts, if one came.
    pub reply: Option<Received>,
}

/// A reply that came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// The reply link's payload, as [`link::open`] takes it.
    pub sealed: String,
    /// The answer.
    pub answer: Answer,
    /// When the prospect means to answer for good.
    pub answer_on: Option<Date>,
    /// What they could spend, in major units of the brief's currency, from 0 to [`MAX_MONEY`].
    pub budget: Option<Money>,
    /// When the prospect answered.
    pub on: Date,
    /// When the reply was filed here.
    pub filed_on: Date,
    /// How many fields differ from what was proposed.
    pub changes: u32,
    /// Whether it answers exactly what was sent.
    pub matches: bool,
}

impl Record for Sent {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.required("sealed", &mut self.sealed);
        f.required("sentOn", &mut self.sent_on);
        f.always("title", &mut self.title);
        f.optional("reference", &mut self.reference);
        f.optional("toName", &mut self.to_name);
        f.optional("toOrganisation", &mut self.to_organisation);
        f.optional("hours", &mut self.hours);
        f.optional("replyBy", &mut self.reply_by);
        f.optional("currency", &mut self.currency);
        f.optional("reply", &mut self.reply);
    }
}

impl Record for Received {
    fn fields(&mut self, f: &mut Fields) {
        f.required("sealed", &mut self.sealed);
        f.required("answer", &mut self.answer);
        f.optional("answerOn", &mut self.answer_on);
        f.optional("budget", &mut self.budget);
        f.required("on", &mut self.on);
        f.required("filedOn", &mut self.filed_on);
        f.always("changes", &mut self.changes);
        f.always("matches", &mut self.matches);
    }
}

impl Sent {
    /// The row of a brief that was sent on a day.
    pub(super) fn of(proposal: &Proposal, sealed: String, sent_on: Date) -> Self {
        let label = |text: &str| text.chars().take(MAX_LABEL_CHARACTERS).collect();
        Self {
            id: link::digest(proposal),
            sealed,
            sent_on,
            title: label(&proposal.title),
            reference: label(&proposal.reference),
            to_name: label(&proposal.to.name),
            to_organisation: label(&proposal.to.organisation),
            hours: proposal.effort.as_ref().map(|effort| effort.hours).filter(|hours| is_within(*hours, MAX_TIME)),
            reply_by: proposal.dates.reply_by,
            currency: label(&proposal.currency),
            reply: None,
        }
    }

    /// Takes a reply, unless the one that is there was given later; whether it did.
    pub(super) fn receive(&mut self, reply: Received) -> bool {
        let age = |reply: &Received| (reply.on, reply.filed_on);
        let is_newer = self.reply.as_ref().is_none_or(|present| age(present) <= age(&reply));
        if is_newer {
            self.reply = Some(reply);
        }
        is_newer
    }

    /// Notes what no list writes; paths start with that of the row.
    pub(super) fn check(&self, path: &str, issues: &mut Vec<Issue>) {
        let mut say = |field: &str, fault| issues.push(Issue { path: [path, ".", field].concat(), fault });
        if self.id.is_empty() {
            say("id", Fault::NoId);
        }
        for (field, text, most) in [
            ("id", &self.id, MAX_ID_CHARACTERS),
            ("title", &self.title, MAX_LABEL_CHARACTERS),
            ("reference", &self.reference, MAX_LABEL_CHARACTERS),
            ("toName", &self.to_name, MAX_LABEL_CHARACTERS),
            ("toOrganisation", &self.to_organisation, MAX_LABEL_CHARACTERS),
            ("currency", &self.currency, MAX_LABEL_CHARACTERS),
        ] {
            if text.chars().count() > most {
                say(field, Fault::TooLong(most));
            }
        }
        if self.hours.is_some_and(|hours| !is_within(hours, MAX_TIME)) {
            say("hours", Fault::Outside(0.0, MAX_TIME));
        }
        check_payload("sealed", &self.sealed, &mut say);
        if let Some(reply) = &self.reply {
            check_payload("reply.sealed", &reply.sealed, &mut say);
            if reply.budget.is_some_and(|budget| !is_within(budget.major(), MAX_MONEY)) {
                say("reply.budget", Fault::Outside(0.0, MAX_MONEY));
            }
        }
    }

    /// The row as its links tell it, days apart; `None` where the brief's own does not open.
    pub(super) fn mended(self, today: Date) -> Option<Self> {
        let sealed = link::find(&self.sealed)?.sealed;
        let Opened::Proposal { proposal, .. } = link::open(&sealed).ok()? else { return None };
        let sent_on = if self.sent_on == Date::EPOCH { issued(&proposal, today) } else { self.sent_on };
        let mut sent = Self::of(&proposal, sealed, sent_on);
        sent.reply = self.reply.and_then(|reply| {
            let sealed = link::find(&reply.sealed)?.sealed;
            let Opened::Reply { reply: said, proposal, .. } = link::open(&sealed).ok()? else { return None };
            let filed_on = if reply.filed_on == Date::EPOCH { today } else { reply.filed_on };
            Some(Received::to(&sent, sealed, &said, &proposal, filed_on))
        });
        Some(sent)
    }
}

impl Received {
    /// The reply to a brief, as it came with the proposal that the prospect sent back.
    pub(super) fn to(sent: &Sent, sealed: String, reply: &Reply, returned: &Proposal, filed_on: Date) -> Self {
        // A reply may name what was sent and yet come with something else: both have to be right.
        let offered = crate::reply::before(returned, &reply.changes);
        let matches = reply.proposal == sent.id && link::digest(&offered) == sent.id;
        let told = reply.changes.len();
        let changes = match link::open(&sent.sealed) {
            Ok(Opened::Proposal { proposal, .. }) if !matches => changes(&proposal, returned).len(),
            _ => told,
        };
        Self {
            sealed,
            answer: reply.answer,
            answer_on: reply.answer_on,
            budget: reply.budget.filter(|budget| is_within(budget.major(), MAX_MONEY)),
            on: reply.on,
            filed_on,
            changes: changes as u32,
            matches,
        }
    }
}

/// The day a brief was written, if it says one that is not to come; else today.
pub(super) fn issued(proposal: &Proposal, today: Date) -> Date {
    proposal.dates.issued.filter(|day| *day <= today).unwrap_or(today)
}

fn check_payload(field: &str, sealed: &str, say: &mut dyn FnMut(&str, Fault)) {
    if sealed.len() > link::MAX_CHARACTERS {
        say(field, Fault::TooLong(link::MAX_CHARACTERS));
    } else if sealed.is_empty() || !sealed.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)) {
        say(field, Fault::Unreadable);
    }
}

/// Whether a number lies from 0 to `most`; one that is not finite does not.
fn is_within(x: f64, most: f64) -> bool {
    (0.0..=most).contains(&x)
}
