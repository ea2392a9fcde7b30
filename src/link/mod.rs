//! The sealed link: a whole proposal, or a reply to one, as text that fits in an address.
//!
//! [`seal`] writes a link and [`open`] reads it back; [`find`] extracts a link from an address or a letter. For any
//! input they return in bounded time and never panic. `docs/link.md` specifies the format byte by byte. This module
//! must not know of screens, words or browsers, nor compute figures.

mod base64url;
mod checksum;
mod digest;
mod envelope;
mod figures;
mod find;
mod gateway;
mod open_error;
mod qr;
mod v1;

pub use digest::digest;
pub use envelope::MAX_CHARACTERS;
pub use figures::SentFigures;
pub use find::{Found, find, find_each};
pub use open_error::{Known, OpenError};
pub use qr::{Qr, qr};
pub use v1::MAX_SYMBOLS;

use crate::estimate::Figures;
use crate::proposal::{Issue, Proposal, Reply, check};
use envelope::{EXTENDED, Envelope, MARK, REPLY, SIGNED};

/// The contents of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A proposal.
    Proposal {
        /// The proposal, as it was sealed.
        proposal: Proposal,
        /// The figures sent with the proposal.
        figures: SentFigures,
        /// The issues that this version's `check` finds in the proposal.
        repairs: Vec<Issue>,
        /// The signature, if the link has one.
        signature: Option<Signature>,
    },
    /// A reply, with the proposal that the prospect sent back.
    Reply {
        /// The reply.
        reply: Reply,
        /// The proposal, as the prospect sent it back.
        proposal: Proposal,
        /// The figures sent with the proposal.
        figures: SentFigures,
        /// The issues that this version finds in the proposal or the reply; paths in the reply start with `reply`.
        repairs: Vec<Issue>,
        /// The signature, if the link has one.
        signature: Option<Signature>,
    },
}

/// The signature of a link. This version cannot verify it, and whoever shows the link must say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature(pub Vec<u8>);

/// Seals a proposal with its figures. Returns the text that follows `#retour=`; equal inputs give equal links.
#[inline(never)]
pub fn seal(proposal: &Proposal, figures: &Figures) -> String {
    wrap(proposal, figures, None)
}

/// Seals a reply with the proposal that it answers and that proposal's figures.
#[inline(never)]
pub fn seal_reply(proposal: &Proposal, figures: &Figures, reply: &Reply) -> String {
    wrap(proposal, figures, Some(reply))
}

/// Opens a link, or returns why it does not open. White space around the link and characters beyond the length that it
/// states are ignored; [`find`] removes any other text around it.
#[inline(never)]
pub fn open(sealed: &str) -> Result<Opened, OpenError> {
    if sealed.len() > MAX_CHARACTERS {
        return Err(OpenError::TooLong { received: sealed.len(), most: MAX_CHARACTERS });
    }
    let sealed = sealed.trim();
    let mark = sealed.chars().next().ok_or(OpenError::Empty)?;
    if mark != MARK {
        let is_newer = matches!(mark, '2'..='9') && sealed.bytes().all(base64url::is_part);
        return Err(if is_newer { OpenError::NewerVersion { mark, flags: 0 } } else { OpenError::NotALink });
    }
    open_v1(sealed)
}

/// The address that opens a sealed link: `page`, then the key `retour=` and the link. A `page` that has a fragment must
/// end where the key can follow, for example with `&`.
#[inline(never)]
pub fn address(page: &str, sealed: &str) -> String {
    let has_fragment = page.bytes().any(|byte| byte == b'#');
    [page, if has_fragment { "retour=" } else { "#retour=" }, sealed].concat()
}

/// The canonical bytes of everything in a link. A signature covers them, the mark and the flags.
pub fn canonical(proposal: &Proposal, figures: &Figures, reply: Option<&Reply>) -> Vec<u8> {
    v1::canonical_body(&mut contents(proposal, figures, reply))
}

fn wrap(proposal: &Proposal, figures: &Figures, reply: Option<&Reply>) -> String {
    let (body, parts) = v1::pack(&mut contents(proposal, figures, reply));
    let flags = if parts.reply { REPLY } else { 0 } | if parts.extensions { EXTENDED } else { 0 };
    envelope::wrap(flags, &body, &[])
}

fn contents(proposal: &Proposal, figures: &Figures, reply: Option<&Reply>) -> v1::Contents {
    v1::Contents { proposal: proposal.clone(), figures: SentFigures::from(figures), reply: reply.cloned() }
}

fn open_v1(sealed: &str) -> Result<Opened, OpenError> {
    let envelope = envelope::unwrap(sealed.as_bytes());
    let unknown = envelope.flags & !(REPLY | SIGNED | EXTENDED);
    if unknown != 0 && envelope.is_whole {
        return Err(OpenError::NewerVersion { mark: MARK, flags: unknown });
    }
    if !envelope.is_whole {
        return Err(broken(sealed, &envelope));
    }
    let has = |flag| envelope.flags & flag != 0;
    let parts = v1::Parts { reply: has(REPLY), extensions: has(EXTENDED) };
    let contents = v1::unpack(&envelope.body, parts).map_err(|why| match why {
        v1::NotUnpacked::Damaged => OpenError::Damaged { known: known(&envelope) },
        v1::NotUnpacked::Newer => OpenError::NewerVersion { mark: MARK, flags: EXTENDED },
    })?;
    let v1::Contents { proposal, figures, reply } = contents;
    let mut repairs = check(proposal.clone()).err().unwrap_or_default();
    repairs.extend(reply.iter().flat_map(Reply::check));
    let signature = (!envelope.signature.is_empty()).then_some(Signature(envelope.signature));
    Ok(match reply {
        None => Opened::Proposal { proposal, figures, repairs, signature },
        Some(reply) => Opened::Reply { reply, proposal, figures, repairs, signature },
    })
}

/// The error for an envelope that is not whole: damaged if it contains a foreign character or has its full length, else
/// cut.
fn broken(sealed: &str, envelope: &Envelope) -> OpenError {
    let received = sealed.bytes().skip(1).take_while(|c| base64url::is_part(*c)).count() + 1;
    let known = known(envelope);
    if received < sealed.len() || envelope.expected.is_some_and(|expected| received >= expected) {
        return OpenError::Damaged { known };
    }
    OpenError::Cut { known, received, expected: envelope.expected }
}

fn known(envelope: &Envelope) -> Box<Known> {
    Box::new(match v1::unpack_head(&envelope.body) {
        None => Known::default(),
        Some(Proposal { from, to, dates, title, .. }) => {
            Known { is_reply: Some(envelope.flags & REPLY != 0), from, to, dates, title }
        }
    })
}
