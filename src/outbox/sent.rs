//! A sent brief and the replies to it, with what a row of the list shows.
//!
//! All keep their links, from which everything else can be read again. They know nothing of the list that contains
//! them.

use crate::link::{self, Opened};
use crate::proposal::*;
use crate::reply::changes;

/// A sent brief.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sent {
    /// Digest of the proposal as it was sent.
    pub id: String,
    /// The sealed link, as [`link::open`] takes it.
    pub sealed: String,
    /// Day on which it was sent.
    pub sent_on: Date,
    /// Title of the project.
    pub title: String,
    /// The agency's reference for it.
    pub reference: String,
    /// Name of the recipient.
    pub to_name: String,
    /// Organisation of the recipient.
    pub to_organisation: String,
    /// Hours of preparation, from 0 to [`MAX_TIME`].
    pub hours: Option<f64>,
    /// Last day to reply, the whole of it.
    pub reply_by: Option<Date>,
    /// ISO 4217 code of the currency of its amounts.
    pub currency: String,
    /// The replies to it, in the order in which they arrived; [`Sent::reply`] is the one that counts.
    pub replies: Vec<Received>,
}

/// A received reply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// The sealed link of the reply, as [`link::open`] takes it.
    pub sealed: String,
    /// The answer.
    pub answer: Answer,
    /// Day on which the prospect will give a final answer, if they named one.
    pub answer_on: Option<Date>,
    /// The prospect's budget, in major units of the brief's currency, from 0 to [`MAX_MONEY`].
    pub budget: Option<Money>,
    /// Day on which the prospect answered.
    pub on: Date,
    /// Day on which the reply was filed in the list.
    pub filed_on: Date,
    /// Number of differences between the brief as sent and the proposal in the reply.
    pub changes: u32,
    /// Whether it answers exactly what was sent.
    pub matches: bool,
    /// 0 unless the consultant chose it among several: the reply with the largest number was chosen last, and counts.
    pub chosen: u32,
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
        f.optional("replies", &mut self.replies);
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
        f.with_default("chosen", &mut self.chosen, 0);
    }
}

impl Sent {
    /// The record of a brief that is sent on a day. Texts are cut to [`MAX_LABEL_CHARACTERS`].
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
            replies: Vec::new(),
        }
    }

    /// The reply that counts: the one the consultant chose last, else the latest by the day of the answer, then by the
    /// day of filing, then by arrival.
    pub fn reply(&self) -> Option<&Received> {
        self.replies.iter().max_by_key(|reply| (reply.chosen, reply.on, reply.filed_on))
    }

    /// Keeps a reply. Returns whether it counts now; a reply that is there already is kept once.
    pub(super) fn receive(&mut self, reply: Received) -> bool {
        let sealed = reply.sealed.clone();
        match self.replies.iter_mut().find(|present| present.sealed == sealed) {
            Some(present) => present.chosen = present.chosen.max(reply.chosen),
            None => self.replies.push(reply),
        }
        self.reply().is_some_and(|counting| counting.sealed == sealed)
    }

    /// Makes the reply at a place in [`Sent::replies`] the one that counts; does nothing where there is none.
    pub(super) fn choose(&mut self, place: usize) {
        let latest = self.replies.iter().map(|reply| reply.chosen).max().unwrap_or_default();
        if let Some(reply) = self.replies.get_mut(place) {
            reply.chosen = latest.saturating_add(1);
        }
    }

    /// Adds what another record of the same brief knows: its replies, and an earlier day of sending. Whichever of two
    /// records is merged into the other, no reply is lost.
    pub fn merge(&mut self, other: Sent) {
        self.sent_on = self.sent_on.min(other.sent_on);
        for reply in other.replies {
            self.receive(reply);
        }
        // Those that arrived on another day in another tab take their place; the order within a day stays.
        self.replies.sort_by_key(|reply| reply.filed_on);
    }

    /// Notes values that this program never writes; paths start with `path`.
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
        for (place, reply) in self.replies.iter().enumerate() {
            check_payload(&format!("replies[{place}].sealed"), &reply.sealed, &mut say);
            if reply.budget.is_some_and(|budget| !is_within(budget.major(), MAX_MONEY)) {
                say(&format!("replies[{place}].budget"), Fault::Outside(0.0, MAX_MONEY));
            }
        }
    }

    /// The record read again from its links, with the days of sending and filing kept; without the replies whose links
    /// do not open, and `None` if that of the brief does not.
    pub(super) fn reread_from_links(self, today: Date) -> Option<Self> {
        let sealed = link::find(&self.sealed)?.sealed;
        let Opened::Proposal { proposal, .. } = link::open(&sealed).ok()? else { return None };
        let sent_on = if self.sent_on == Date::EPOCH { issued(&proposal, today) } else { self.sent_on };
        let mut sent = Self::of(&proposal, sealed, sent_on);
        let reread_from_links = self.replies.into_iter().filter_map(|reply| {
            let sealed = link::find(&reply.sealed)?.sealed;
            let Opened::Reply { reply: said, proposal, .. } = link::open(&sealed).ok()? else { return None };
            let filed_on = if reply.filed_on == Date::EPOCH { today } else { reply.filed_on };
            Some(Received { chosen: reply.chosen, ..Received::from_reply(&sent, sealed, &said, &proposal, filed_on) })
        });
        let replies: Vec<Received> = reread_from_links.collect();
        sent.replies = replies;
        Some(sent)
    }
}

impl Received {
    /// The record of a reply to a brief; `returned` is the proposal that the prospect sent back with it.
    pub(super) fn from_reply(sent: &Sent, sealed: String, reply: &Reply, returned: &Proposal, filed_on: Date) -> Self {
        // A reply may name the sent brief and yet contain another proposal: both have to match.
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
            chosen: 0,
        }
    }
}

/// The day of issue of a brief, if it has one that is not in the future; else today.
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

/// Whether a number is from 0 to `most`; false for NaN.
fn is_within(x: f64, most: f64) -> bool {
    (0.0..=most).contains(&x)
}
