//! Format 1: the contents of a link, between its checksum and its signature. Frozen.
//!
//! A body is the head of a proposal, a check of sixteen bits over the head, the rest of the proposal, the figures, the
//! reply if the link is one, and the extension fields if there are any. All of it is coded by one arithmetic coder with
//! one model.

mod characters;
mod coder;
mod contexts;
mod decimals;
mod extensions;
mod fields;
mod figures;
mod known;
mod model;
mod proposal;
mod reply;
mod wire;

use super::checksum::crc32;
use super::digest::digest_of;
use super::figures::SentFigures;
use crate::proposal::{Date, Proposal, Reply};
use known::{KNOWN, KnownFields};
use model::Model;
use std::sync::OnceLock;
pub use wire::MAX_SYMBOLS;
use wire::Wire;

/// The contents of a body.
#[derive(Default)]
pub struct Contents {
    /// The proposal.
    pub proposal: Proposal,
    /// The figures sent with it.
    pub figures: SentFigures,
    /// The reply, if the link is one.
    pub reply: Option<Reply>,
}

/// Which optional parts a body has, besides a proposal and its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// A reply.
    pub reply: bool,
    /// Extension fields.
    pub extensions: bool,
}

/// Why a body was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotUnpacked {
    /// No version can have packed it.
    Damaged,
    /// It has a part of a later version that this one does not know and must not skip.
    Newer,
}

/// Packs a body. Returns its bytes and its optional parts.
pub fn pack(contents: &mut Contents) -> (Vec<u8>, Parts) {
    pack_knowing(&KNOWN, contents)
}

fn pack_knowing(known: &KnownFields, contents: &mut Contents) -> (Vec<u8>, Parts) {
    let mut model = primed();
    let mut wire = Wire::pack(&mut model);
    let parts = parts(contents, known);
    walk(&mut wire, contents, parts.extensions, known);
    (wire.finish(), parts)
}

/// Unpacks a whole body that has these parts.
pub fn unpack(body: &[u8], parts: Parts) -> Result<Contents, NotUnpacked> {
    unpack_knowing(&KNOWN, body, parts)
}

fn unpack_knowing(known: &KnownFields, body: &[u8], parts: Parts) -> Result<Contents, NotUnpacked> {
    let mut model = primed();
    let mut wire = Wire::unpack(body, &mut model);
    let mut contents = Contents { reply: parts.reply.then(Reply::default), ..Contents::default() };
    walk(&mut wire, &mut contents, parts.extensions, known);
    match () {
        () if wire.is_broken() => Err(NotUnpacked::Damaged),
        () if wire.is_newer() => Err(NotUnpacked::Newer),
        () => Ok(contents),
    }
}

/// Unpacks the head from the start of a body; `None` if it is incomplete or its check is wrong.
pub fn unpack_head(beginning: &[u8]) -> Option<Proposal> {
    let mut model = primed();
    let mut wire = Wire::unpack(beginning, &mut model);
    let mut proposal = Proposal::default();
    checked_head(&mut wire, &mut proposal);
    (!wire.is_broken() && wire.is_within()).then_some(proposal)
}

/// The canonical bytes of all contents.
pub fn canonical_body(contents: &mut Contents) -> Vec<u8> {
    let mut wire = Wire::canonical();
    let Parts { extensions, .. } = parts(contents, &KNOWN);
    walk(&mut wire, contents, extensions, &KNOWN);
    wire.finish()
}

/// The canonical bytes of a proposal, from which its digest is taken.
pub fn canonical(proposal: &mut Proposal) -> Vec<u8> {
    canonical_knowing(&KNOWN, proposal)
}

fn canonical_knowing(known: &KnownFields, proposal: &mut Proposal) -> Vec<u8> {
    let mut wire = Wire::canonical();
    proposal::head(&mut wire, proposal);
    proposal::rest(&mut wire, proposal);
    if extensions::has_any(proposal, None, known) {
        extensions::extensions(&mut wire, proposal, None, known);
    }
    wire.finish()
}

fn parts(contents: &mut Contents, known: &KnownFields) -> Parts {
    let Contents { proposal, reply, .. } = contents;
    Parts { reply: reply.is_some(), extensions: extensions::has_any(proposal, reply.as_mut(), known) }
}

fn walk(wire: &mut Wire, contents: &mut Contents, has_extensions: bool, known: &KnownFields) {
    let Contents { proposal, figures, reply } = contents;
    checked_head(wire, proposal);
    proposal::rest(wire, proposal);
    figures::figures(wire, figures, proposal);
    let mut answers_this = false;
    if let Some(reply) = reply
        && !wire.is_broken()
    {
        answers_this = !wire.is_reading() && reply.proposal == digest_of(&canonical_knowing(known, proposal));
        let base = proposal.dates.issued.map_or(proposal::EPOCH, Date::days);
        reply::reply(wire, reply, base, &mut answers_this);
    }
    if has_extensions {
        extensions::extensions(wire, proposal, reply.as_mut(), known);
    }
    if let Some(reply) = reply
        && answers_this
        && wire.is_reading()
        && !wire.is_broken()
    {
        reply.proposal = digest_of(&canonical_knowing(known, proposal));
    }
}

fn checked_head(wire: &mut Wire, proposal: &mut Proposal) {
    proposal::head(wire, proposal);
    let mut head = Wire::canonical();
    proposal::head(&mut head, proposal);
    if !wire.check(crc32(&head.finish()) as u16) {
        wire.fail();
    }
}

/// A model trained on the primer. Every packing and unpacking starts with it.
fn primed() -> Model {
    static PRIMED: OnceLock<Model> = OnceLock::new();
    PRIMED
        .get_or_init(|| {
            let mut model = Model::new();
            let mut wire = Wire::prime(PRIMER, &mut model);
            while wire.has_more() {
                walk(&mut wire, &mut Contents::default(), false, &KNOWN);
            }
            model
        })
        .clone()
}

const PRIMER: &[u8] = include_bytes!("primer.bin");
