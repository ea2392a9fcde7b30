//! Extension fields: their number, their lengths, and duplicates.

use super::texts::characters;
use super::{At, Display, Found};
use crate::proposal::*;

/// Checks the extension fields of a proposal. Their bytes count as characters.
pub(super) fn check(proposal: &Proposal, found: &mut Found) {
    let mut all = 0;
    for (list, place, extensions) in proposal.extensions() {
        let owner: &dyn Display = if list.is_empty() { &"extensions" } else { &At(&list, place, "extensions") };
        all += extensions.len();
        if all > MAX_EXTENSIONS {
            return found.push(owner, Fault::TooMany(MAX_EXTENSIONS));
        }
        for (index, extension) in extensions.iter().enumerate() {
            if extensions[..index].iter().any(|other| other.number == extension.number) {
                found.push(&At(owner, index, "number"), Fault::DuplicateId);
            }
            characters(extension.bytes.len(), MAX_TEXT_CHARACTERS, &At(owner, index, "bytes"), found);
        }
    }
}
