//! Format 1: what stands between the checksum and the signature. Frozen.
//!
//! A body is the head of a proposal, sixteen bits that check it, the rest, the figures and, in a
//! reply, the reply. All of it passes through one arithmetic coder with one model.

mod characters;
mod coder;
mod contexts;
mod decimals;
mod fields;
mod figures;
mod model;
mod proposal;
mod reply;
mod wire;

use super::checksum::crc32;
use super::digest::digest_of;
use super::figures::SentFigures;
use crate::proposal::{Date, Proposal, Reply};
use model::Model;
use std::sync::OnceLock;
pub use wire::MAX_SYMBOLS;
use wire::Wire;

/// What a body holds.
#[derive(Default)]
pub struct Contents {
    /// The proposal.
    pub proposal: Proposal,
    /// The figures sent with it.
    pub figures: SentFigures,
    /// The reply, in a link that is one.
    pub reply: Option<Reply>,
}

/// Packs a body.
pub fn pack(contents: &mut Contents) -> Vec<u8> {
    let mut model = primed();
    let mut wire = Wire::pack(&mut model);
    walk(&mut wire, contents);
    wire.finish()
}

/// Unpacks a whole body; `None`: nobody can have packed it.
pub fn unpack(body: &[u8], is_reply: bool) -> Option<Contents> {
    let mut model = primed();
    let mut wire = Wire::unpack(body, &mut model);
    let mut contents = Contents { reply: is_reply.then(Reply::default), ..Contents::default() };
    walk(&mut wire, &mut contents);
    (!wire.is_broken()).then_some(contents)
}

/// Unpacks the head from the beginning of a body; `None` if it is not all there or not right.
pub fn unpack_head(beginning: &[u8]) -> Option<Proposal> {
    let mut model = primed();
    let mut wire = Wire::unpack(beginning, &mut model);
    let mut proposal = Proposal::default();
    checked_head(&mut wire, &mut proposal);
    (!wire.is_broken() && wire.is_within()).then_some(proposal)
}

/// The canonical bytes of a proposal and its figures.
pub fn canonical_body(contents: &mut Contents) -> Vec<u8> {
    let mut wire = Wire::canonical();
    walk(&mut wire, contents);
    wire.finish()
}

/// The canonical bytes of a proposal, from which its digest is taken.
pub fn canonical(proposal: &mut Proposal) -> Vec<u8> {
    let mut wire = Wire::canonical();
    proposal::head(&mut wire, proposal);
    proposal::rest(&mut wire, proposal);
    wire.finish()
}

fn walk(wire: &mut Wire, Contents { proposal, figures, reply }: &mut Contents) {
    checked_head(wire, proposal);
    proposal::rest(wire, proposal);
    figures::figures(wire, figures, proposal);
    if let Some(reply) = reply
        && !wire.is_broken()
    {
        let base = proposal.dates.issued.map_or(proposal::EPOCH, Date::days);
        let digest = digest_of(&canonical(proposal));
        reply::reply(wire, reply, base, &digest);
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

/// A model that has read the primer, as every packer and unpacker begins.
fn primed() -> Model {
    static PRIMED: OnceLock<Model> = OnceLock::new();
    PRIMED
        .get_or_init(|| {
            let mut model = Model::new();
            let mut wire = Wire::prime(PRIMER, &mut model);
            while wire.has_more() {
                walk(&mut wire, &mut Contents::default());
            }
            model
        })
        .clone()
}

const PRIMER: &[u8] = include_bytes!("primer.bin");
