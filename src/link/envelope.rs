//! The envelope of a link of format 1: mark, flags, length and checksum before the contents, signature after them.
//!
//! It must not know what the contents mean.

use super::base64url;
use super::checksum::crc32;

/// The mark of format 1, the first character of its links.
pub const MARK: char = '1';
/// Flag: the link is a reply.
pub const REPLY: u8 = 1;
/// Flag: the link ends in a signature.
pub const SIGNED: u8 = 2;
/// Flag: the contents end in extension fields.
pub const EXTENDED: u8 = 16;
/// Bytes of an Ed25519 signature.
pub const SIGNATURE: usize = 64;
/// Bytes that a link may have at most, mark included.
pub const MAX_CHARACTERS: usize = 262_144;

/// The parts of a text that starts like a link of format 1.
#[derive(Debug, Default, PartialEq)]
pub struct Envelope {
    /// Flags; 0 if the text ends before them.
    pub flags: u8,
    /// The contents, or their beginning.
    pub body: Vec<u8>,
    /// The signature, or its beginning.
    pub signature: Vec<u8>,
    /// Characters of the whole link, mark included, if its length could be read.
    pub expected: Option<usize>,
    /// Whether nothing is missing and the checksum is right.
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

/// Opens an envelope. Characters beyond the length that it states are ignored.
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

/// Appends a length below 2^21 as a varint: seven bits per byte, the highest first; all but the last have bit 7 set.
fn push_length(length: usize, bytes: &mut Vec<u8>) {
    for shift in [14, 7] {
        if length >> shift > 0 {
            bytes.push((length >> shift & 0x7f) as u8 | 0x80);
        }
    }
    bytes.push((length & 0x7f) as u8);
}

/// The offset behind the length, which follows the flags, and the length.
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
