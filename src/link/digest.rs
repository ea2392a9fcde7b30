//! The digest of a proposal, by which a reply names the proposal that it answers.

use super::{base64url, v1};
use crate::proposal::Proposal;
use sha2::{Digest, Sha256};

/// The first 128 bits of SHA-256 over the proposal's canonical bytes of format 1, in base64url: 22 characters.
#[inline(never)]
pub fn digest(proposal: &Proposal) -> String {
    digest_of(&v1::canonical(&mut proposal.clone()))
}

/// The digest of canonical bytes.
pub(super) fn digest_of(canonical: &[u8]) -> String {
    let mut text = String::new();
    base64url::encode(&Sha256::digest(canonical)[..16], &mut text);
    text
}
