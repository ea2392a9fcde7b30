//! The digest of a proposal: what a reply names and a signature will sign.

use super::sha256::sha256;
use super::{base64url, v1};
use crate::proposal::Proposal;

/// The first 128 bits of SHA-256 over the proposal's canonical bytes of format 1, in base64url.
#[inline(never)]
pub fn digest(proposal: &Proposal) -> String {
    digest_of(&v1::canonical(&mut proposal.clone()))
}

/// The digest of canonical bytes.
pub(super) fn digest_of(canonical: &[u8]) -> String {
    let words = sha256(canonical).map(u32::to_be_bytes);
    let mut text = String::new();
    base64url::encode(&words.as_flattened()[..16], &mut text);
    text
}
