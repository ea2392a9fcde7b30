//! What stands around the contents of a link of format 1: mark, flags, length, checksum, signature.
//!
//! It must not know what the contents are.

use super::base64url;
use super::checksum::crc32;

/// The mark of format 1, the first character of its links.
pub const MARK: char = '1';
/// Flag: the link is a reply.
pub const REPLY: u8 = 1;
/// Flag: a signature stands at the end.
pub const SIGNED: u8 = 2;
/// Flag: the contents end in extension fields.
pub const EXTENDED: u8 = 16;
/// Bytes of a signature: Ed25519.
pub const SIGNATURE: usize = 64;
/// Bytes that a link may have, mark included.
pub const MAX_CHARACTERS: usize = 262_144;

/// What a text holds that begins like a link of format 1.
#[derive(Debug, Default, PartialEq)]
pub struct Envelope {
    /// Flags; 0 if not even they are there.
    pub flags: u8,
    /// The contents, or their beginning.
    pub body: Vec<u8>,
    /// The signature, or its beginning.
    pub signature: Vec<u8>,
    /// Characters that a whole link has, if its beginning says so.
    pub expected: Option<usize>,
    /// Whether everything is there and the checksum right.
    pub is_whole: bool,
}

/// Puts contents into an envelope.
pub fn wrap(flags: u8, body: &[u8], signature: &[u8]) -> String {
    let mut bytes = vec![flags];
    push_length(body.len(), &mut bytes);
    let sum = checksum(&bytes, &[body, signature].concat());
    bytes.extend(sum.to_be_bytes());
    bytes.extend(body);
    bytes.extend(signature);
    let mut text = String::from(MARK);
    base64url::encode(&bytes, &mut text);
    text
}

/// Opens an envelope. What follows the length that it states is left alone.
pub fn unwrap(text: &[u8]) -> Envelope {
    let characters = text.get(1..).unwrap_or_default();
    let (start, _) = base64url::decode(&characters[..characters.len().min(8)]);
    let Some((head, length)) = read_length(&start) else {
        return Envelope { flags: start.first().copied().unwrap_or(0), ..Envelope::default() };
    };
    let flags = start[0];
    let signature = if flags & SIGNED == 0 { 0 } else { SIGNATURE };
    let expected = base64url::length(head + 4 + length + signature);
    let (bytes, left_over) = base64url::decode(&characters[..characters.len().min(expected)]);
    let sum = bytes.get(head..head + 4).unwrap_or_default();
    let rest = bytes.get(head + 4..).unwrap_or_default();
    let is_whole =
        rest.len() == length + signature && left_over == 0 && sum == checksum(&bytes[..head], rest).to_be_bytes();
    let (body, signature) = rest.split_at(length.min(rest.len()));
    Envelope { flags, body: body.to_vec(), signature: signature.to_vec(), expected: Some(1 + expected), is_whole }
}

/// CRC-32 over the mark, the flags, the length, the contents and the signature.
fn checksum(head: &[u8], rest: &[u8]) -> u32 {
    crc32(&[&[MARK as u8], head, rest].concat())
}

/// Seven bits a byte, the highest first; all but the last have bit 7 set.
fn push_length(length: usize, bytes: &mut Vec<u8>) {
    for shift in [14, 7] {
        if length >> shift > 0 {
            bytes.push((length >> shift & 0x7f) as u8 | 0x80);
        }
    }
    bytes.push((length & 0x7f) as u8);
}

/// Where the length ends that follows the flags, and the length.
fn read_length(start: &[u8]) -> Option<(usize, usize)> {
    let mut length = 0;
    for (i, byte) in start.iter().enumerate().skip(1).take(3) {
        length = length << 7 | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((i + 1, length));
        }
    }
    None
}
