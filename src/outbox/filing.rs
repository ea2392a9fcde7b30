//! Filing sent briefs and received replies, from their links alone.

use super::sent::issued;
use super::{Outbox, Received, Sent};
use crate::estimate::{Figures, estimate};
use crate::link::{self, OpenError, Opened, SentFigures};
use crate::proposal::{Date, Proposal, Reply, check};
use crate::reply::before;

/// Result of filing a text, with the id of the brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filed {
    /// It is a brief, which is now in the list if it was not before.
    Brief(String),
    /// It is a reply to a brief of the list.
    Reply(String),
    /// It is a reply to a brief that was not in the list; the brief was read from the reply.
    Reconstructed(String),
    /// It is a reply, and counts in place of another one to the same brief; both are kept.
    InPlace(String),
    /// It is a reply; another one to the same brief, given later, goes on counting. Both are kept.
    Beside(String),
}

/// Why a text was not filed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotFiled {
    /// It contains no link that opens.
    NotOpened(OpenError),
    /// The list is full: it has [`MAX_BRIEFS`](super::MAX_BRIEFS) briefs.
    Full,
    /// It is a reply where a brief was expected.
    IsReply,
}

impl Filed {
    /// The id of the brief.
    pub fn id(&self) -> &str {
        match self {
            Self::Brief(id) | Self::Reply(id) | Self::Reconstructed(id) | Self::InPlace(id) | Self::Beside(id) => id,
        }
    }
}

impl Outbox {
    /// Adds the brief of a link that is sent today. If it is in the list already, it keeps its first day and its
    /// replies.
    ///
    /// # Errors
    /// The link does not open, it is a reply, or the list is full.
    pub fn add(&mut self, sealed: &str, today: Date) -> Result<&Sent, NotFiled> {
        let sealed = link::find(sealed).map_or_else(|| sealed.to_owned(), |found| found.sealed);
        let Opened::Proposal { proposal, .. } = link::open(&sealed).map_err(NotFiled::NotOpened)? else {
            return Err(NotFiled::IsReply);
        };
        let place = self.insert(Sent::of(&proposal, sealed, today), true).ok_or(NotFiled::Full)?;
        Ok(&self.sent[place])
    }

    /// Files a link, or a whole letter that contains one: a reply with the brief that it answers, a brief among those
    /// that were sent, under its day of issue (today if that is absent or in the future).
    ///
    /// A reply belongs to the brief whose digest it names; else to the one that it was made from; else to the newest
    /// one for the same recipient with the same reference, or title where either has no reference.
    /// [`Received::matches`] tells whether it answers exactly what was sent. If there is no such brief, the brief is
    /// read from the reply. All replies to a brief are kept; [`Sent::reply`] is the one that counts.
    ///
    /// # Errors
    /// The text contains no link that opens, or the list is full.
    pub fn file(&mut self, text: &str, today: Date) -> Result<Filed, NotFiled> {
        let (sealed, opened) = opened(text).map_err(NotFiled::NotOpened)?;
        match opened {
            Opened::Proposal { proposal, .. } => {
                let sent = Sent::of(&proposal, sealed, issued(&proposal, today));
                let id = sent.id.clone();
                self.insert(sent, true).ok_or(NotFiled::Full)?;
                Ok(Filed::Brief(id))
            }
            Opened::Reply { reply, proposal, figures, .. } => {
                self.file_reply(sealed, &reply, &proposal, &figures, today)
            }
        }
    }

    fn file_reply(
        &mut self,
        sealed: String,
        reply: &Reply,
        returned: &Proposal,
        figures: &SentFigures,
        today: Date,
    ) -> Result<Filed, NotFiled> {
        let offered = before(returned, &reply.changes);
        let known = self
            .place(&reply.proposal)
            .or_else(|| self.place(&link::digest(&offered)))
            .or_else(|| self.resembling(&offered));
        let place = match known {
            Some(place) => place,
            None => {
                let sent = reconstructed(offered, returned, figures, reply.on.min(today))?;
                self.insert(sent, true).ok_or(NotFiled::Full)?
            }
        };
        let sent = &mut self.sent[place];
        let received = Received::from_reply(sent, sealed, reply, returned, today);
        let id = sent.id.clone();
        let has_other = sent.replies.iter().any(|reply| reply.sealed != received.sealed);
        Ok(match (sent.receive(received), has_other, known) {
            (true, true, _) => Filed::InPlace(id),
            (false, ..) => Filed::Beside(id),
            (true, false, Some(_)) => Filed::Reply(id),
            (true, false, None) => Filed::Reconstructed(id),
        })
    }

    /// Index of the newest brief for the same recipient with the same reference or title.
    fn resembling(&self, offered: &Proposal) -> Option<usize> {
        let sought = Sent::of(offered, String::new(), Date::EPOCH);
        let is_named = !(sought.to_name.is_empty() && sought.to_organisation.is_empty());
        self.sent.iter().position(|sent| {
            let same_thing = if sent.reference.is_empty() || sought.reference.is_empty() {
                // The same title is not enough without a recipient: two clients may both want a new site.
                is_named && sent.title == sought.title
            } else {
                sent.reference == sought.reference
            };
            same_thing && sent.to_name == sought.to_name && sent.to_organisation == sought.to_organisation
        })
    }
}

/// The record of the brief that a reply was made from; if that cannot be computed, of the proposal in the reply.
fn reconstructed(
    offered: Proposal,
    returned: &Proposal,
    figures: &SentFigures,
    latest: Date,
) -> Result<Sent, NotFiled> {
    let computed = if offered == *returned { None } else { check(offered).ok() };
    let (proposal, figures) = match &computed {
        Some(checked) => (checked.proposal(), Figures::from(&estimate(checked))),
        None => (returned, figures.figures()),
    };
    let sealed = link::seal(proposal, &figures);
    if sealed.len() > link::MAX_CHARACTERS {
        let why = OpenError::TooLong { received: sealed.len(), most: link::MAX_CHARACTERS };
        return Err(NotFiled::NotOpened(why));
    }
    Ok(Sent::of(proposal, sealed, issued(proposal, latest)))
}

/// The first reply among the links of a text (a reply may quote the brief that it answers), else the first brief, else
/// the reason why the first link does not open.
fn opened(text: &str) -> Result<(String, Opened), OpenError> {
    let (mut brief, mut refused) = (None, None);
    for found in link::find_each(text) {
        match link::open(&found.sealed) {
            Ok(reply @ Opened::Reply { .. }) => return Ok((found.sealed, reply)),
            Ok(proposal) => brief = brief.or(Some((found.sealed, proposal))),
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    let nothing = if text.trim().is_empty() { OpenError::Empty } else { OpenError::NotALink };
    brief.ok_or(refused.unwrap_or(nothing))
}
