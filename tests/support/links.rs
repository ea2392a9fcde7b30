//! What must hold for every text passed to `link::open`, and handmade links to pass to it.

use retour::link::{self, OpenError, Opened};

/// Takes bytes as a text, or as the contents of a link whose checksum is right, with or without extension fields.
/// Panics if the property does not hold for it.
pub fn holds(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let text = match kind % 4 {
        0 | 1 => String::from_utf8_lossy(rest).into_owned(),
        reply => envelope((reply - 2) | if *kind < 128 { 0 } else { EXTENDED }, rest),
    };
    if let Some(found) = link::find(&text) {
        assert!(found.sealed.len() <= text.len());
    }
    match link::open(&text) {
        Ok(Opened::Proposal { proposal, figures, .. }) => {
            let again = link::seal(&proposal, &figures.figures());
            let beyond = is_beyond(&again, &link::canonical(&proposal, &figures.figures(), None));
            match link::open(&again) {
                Ok(Opened::Proposal { proposal: same, .. }) => {
                    assert_eq!(link::digest(&proposal), link::digest(&same));
                    assert_eq!(proposal.holds_more(), same.holds_more());
                }
                other => assert!(beyond, "{other:?}"),
            }
        }
        Ok(Opened::Reply { reply, proposal, figures, .. }) => {
            let again = link::seal_reply(&proposal, &figures.figures(), &reply);
            let beyond = is_beyond(&again, &link::canonical(&proposal, &figures.figures(), Some(&reply)));
            match link::open(&again) {
                Ok(Opened::Reply { reply: again, proposal: same, .. }) => {
                    assert_eq!(link::digest(&proposal), link::digest(&same));
                    assert_eq!(reply.extensions, again.extensions);
                }
                other => assert!(beyond, "{other:?}"),
            }
        }
        Err(OpenError::Cut { received, expected, .. }) => assert!(expected.is_none_or(|expected| received < expected)),
        Err(_) => {}
    }
}

/// Flag: extension fields.
pub const EXTENDED: u8 = 16;

/// A link of format 1 with these flags and contents, made as `docs/link.md` says.
pub fn envelope(flags: u8, body: &[u8]) -> String {
    let mut bytes = vec![flags];
    for shift in [14, 7] {
        if body.len() >> shift > 0 {
            bytes.push((body.len() >> shift & 0x7f) as u8 | 0x80);
        }
    }
    bytes.push((body.len() & 0x7f) as u8);
    seal(&bytes, body)
}

/// The link with a signature at its end; its contents must have at least 128 bytes, so that their length takes two.
#[allow(dead_code, reason = "fuzzing does not sign")]
pub fn sign(sealed: &str, signature: [u8; 64]) -> String {
    let bits = sealed.bytes().skip(1).map(|c| DIGITS.iter().position(|digit| *digit == c).unwrap() as u8);
    let bits: Vec<u8> = bits.flat_map(|six| (0..6).rev().map(move |i| six >> i & 1)).collect();
    let bytes: Vec<u8> = bits.chunks_exact(8).map(|eight| eight.iter().fold(0, |byte, bit| byte << 1 | bit)).collect();
    seal(&[bytes[0] | 2, bytes[1], bytes[2]], &[&bytes[7..], &signature].concat())
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The mark, then flags and length, their checksum with the rest, and the rest.
fn seal(head: &[u8], rest: &[u8]) -> String {
    let sum = crc32([b"1", head, rest].concat());
    let bytes = [head, &sum.to_be_bytes(), rest].concat();
    let mut text = String::from("1");
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | u32::from(*chunk.get(i).unwrap_or(&0)));
        text.extend((0..=chunk.len()).map(|i| char::from(DIGITS[(bits >> (18 - 6 * i) & 63) as usize])));
    }
    text
}

/// Whether a link may be beyond what `open` reads: hand-made contents can take fewer symbols than the same
/// contents when they are sealed. A byte of the canonical form is at most two symbols.
fn is_beyond(sealed: &str, canonical: &[u8]) -> bool {
    sealed.len() > link::MAX_CHARACTERS || 2 * canonical.len() > link::MAX_SYMBOLS
}

fn crc32(bytes: Vec<u8>) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}
